"""A search: the five criteria and what narrows them, independent of any widget, layer or server."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, Dict, Mapping, Optional, Tuple
from urllib.parse import quote, urlencode

from .criteria import BY_ATTRIBUTE, CRITERIA, REGIONS, TODAY
from .errors import ApiError, ErrorKind
from .texts import tr

#: Version of ``Search.to_dict``; raised when an older plugin could not read it any more.
VERSION = 1

PROGRAMMES = "programmes"
NUTS3 = "nuts3"
NUTS3_2016 = "nuts3-2016"
COUNTRIES = "countries"
COOPERATION = "cooperation"

#: Period → collection with the NUTS III areas of its NUTS version.
_AREAS = {"2014-2020": NUTS3_2016, "2021-2027": NUTS3}
#: Longest value and list that are read from a file or a project.
_MOST_TEXT, _MOST_VALUES = 500, 2000


@dataclass(frozen=True)
class Search:
    """What is looked for. Values of one list are alternatives, different lists must all be met.

    :param title: words of a programme (title, CCI, authority, region, topic); with ``*``, which stands for any text,
        the whole title; accents and case do not matter
    :param countries: country codes of NUTS (EL, UK)
    :param nuts: NUTS codes of any level
    :param topics: codes of topics of cooperation actions; a broader one finds its narrower ones
    :param scopes: scopes of partnership needed
    :param periods: programming periods
    :param kinds: ``offer``, ``need``, ``both``
    :param open_on: day (``2026-05-31``) or ``today``, on which an entry is open; empty for any
    :param include_unknown: True also finds what is not known to miss the criteria
    :param show_samples: False: sample entries do not exist for this search
    """

    title: str = ""
    countries: Tuple[str, ...] = ()
    nuts: Tuple[str, ...] = ()
    topics: Tuple[str, ...] = ()
    scopes: Tuple[str, ...] = ()
    periods: Tuple[str, ...] = ()
    kinds: Tuple[str, ...] = ()
    funds: Tuple[str, ...] = ()
    strategies: Tuple[str, ...] = ()
    statuses: Tuple[str, ...] = ()
    modes: Tuple[str, ...] = ()
    partner_types: Tuple[str, ...] = ()
    sought_countries: Tuple[str, ...] = ()
    sought_strategies: Tuple[str, ...] = ()
    objectives: Tuple[str, ...] = ()
    categories: Tuple[str, ...] = ()
    excluded_countries: Tuple[str, ...] = ()
    open_on: str = ""
    include_unknown: bool = False
    show_samples: bool = field(default=True)

    def is_empty(self) -> bool:
        """True when everything is found."""
        return self == Search()

    def with_values(self, **values: Any) -> Search:
        """A copy with other values; lists are made tuples without duplicates, in their order."""
        tidy = {k: tuple(dict.fromkeys(v)) if k in BY_ATTRIBUTE else v for k, v in values.items()}
        return replace(self, **tidy)

    def codelists(self) -> Tuple[str, ...]:
        """Ids of the code lists that explain the codes of this search."""
        used = (each.codelist for each in CRITERIA if getattr(self, each.attribute) and each.codelist != REGIONS)
        return tuple(dict.fromkeys(used))

    def collections(self) -> Tuple[str, str]:
        """The collections of a search: that of the programmes and that of their NUTS III areas."""
        return PROGRAMMES, self.areas_collection()

    def areas_collection(self) -> str:
        """NUTS III areas in the NUTS version of the period searched; of the current period where both are.

        A map never shows two NUTS versions at once, hence one collection.
        """
        return _AREAS[self.periods[0]] if len(self.periods) == 1 and self.periods[0] in _AREAS else NUTS3

    def to_params(self, collection: str) -> Dict[str, str]:
        """Parameters of the ``items`` or ``facets`` of ``collection``."""
        params: Dict[str, str] = {}
        text = " ".join(self.title.split())
        if "*" in text:
            params["title"] = _escaped(text)
        elif text:
            # On areas `q` searches their own names: there the words are those of their programmes.
            params["q" if collection == PROGRAMMES else "programme"] = text
        for each in CRITERIA:
            values = getattr(self, each.attribute)
            if values:
                params[each.parameter] = ",".join(_escaped(v) for v in values)
        if self.open_on:
            params["open"] = self.open_on
        if self.include_unknown:
            params["include"] = "unknown"
        return {**params, **self.view()}

    def view(self) -> Dict[str, str]:
        """What every request for something of this search carries, also one for a single feature."""
        return {} if self.show_samples else {"exclude": "samples"}

    def has_words(self) -> bool:
        """True where words are looked for, so that results say where they were found."""
        return bool(self.title.strip()) and "*" not in self.title

    def to_url(self, base: str, collection: str, **more: str) -> str:
        """The same search as a link on the server at ``base``."""
        query = urlencode({**self.to_params(collection), **more}, quote_via=quote, safe="*,-")
        return f"{base.rstrip('/')}/collections/{quote(collection)}/items" + (f"?{query}" if query else "")

    def to_dict(self) -> Dict[str, Any]:
        """JSON object of the values that are set, with the version of this form."""
        values: Dict[str, Any] = {"version": VERSION}
        for each in fields(self):
            value = getattr(self, each.name)
            if value != each.default:
                values[each.name] = list(value) if isinstance(value, tuple) else value
        return values

    @classmethod
    def from_dict(cls, values: Any) -> Search:
        """The search of a JSON object made by :meth:`to_dict`.

        :raises ApiError: (malformed) naming what is wrong
        """
        if not isinstance(values, Mapping):
            raise _malformed(tr("Search", "A saved search must be a JSON object."))
        version = values.get("version", VERSION)
        if not isinstance(version, int) or isinstance(version, bool) or version > VERSION:
            raise _malformed(
                tr("Search", "This search was saved by a newer version of the plugin."), f"version: {version}"
            )
        known = {each.name: each.default for each in fields(cls)}
        found: Dict[str, Any] = {}
        for name, value in values.items():
            if name == "version":
                continue
            if name not in known:
                raise _malformed(tr("Search", "A saved search holds an unknown criterion."), str(name)[:80])
            found[name] = _checked(name, value, known[name])
        return cls().with_values(**found)


#: The search with which the panel starts: partners are sought in programmes that run.
START = Search(periods=("2021-2027",))


def describe(search: Search, label: Optional[Any] = None) -> str:
    """The search in words, such as ``Country: Italy; Topic: PO2``; all programmes when it is empty.

    :param label: function of attribute name and code that gives the label of a code; codes are shown without it
    """
    title = tr("Search", "Title: {}") if "*" in search.title else tr("Search", "Words: {}")
    parts = [title.format(search.title)] if search.title.strip() else []
    for each in CRITERIA:
        values = [label(each.attribute, v) if label else v for v in getattr(search, each.attribute)]
        if values:
            parts.append(f"{each.name()}: {', '.join(values)}")
    if search.open_on == TODAY:
        parts.append(tr("Search", "Open today"))
    elif search.open_on:
        parts.append(tr("Search", "Open on {}").format(search.open_on))
    if search.include_unknown:
        parts.append(tr("Search", "with what is not known to miss it"))
    if not search.show_samples:
        parts.append(tr("Search", "without sample entries"))
    return "; ".join(parts) or tr("Search", "All programmes")


def _escaped(value: str) -> str:
    """A literal comma, which would otherwise separate alternatives."""
    return value.replace("\\", "\\\\").replace(",", "\\,")


def _checked(name: str, value: Any, default: Any) -> Any:
    if isinstance(default, bool):
        right = isinstance(value, bool)
    elif isinstance(default, str):
        right = isinstance(value, str) and len(value) <= _MOST_TEXT
    else:
        right = (
            isinstance(value, (list, tuple))
            and len(value) <= _MOST_VALUES
            and all(isinstance(v, str) and len(v) <= _MOST_TEXT for v in value)
        )
    if not right:
        raise _malformed(tr("Search", "A saved search holds a value of the wrong type."), name)
    return value


def _malformed(message: str, detail: str = "") -> ApiError:
    return ApiError(ErrorKind.MALFORMED, message, detail)
