"""A search: the five criteria and what narrows them, independent of any widget, layer or server."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, Dict, List, Mapping, Optional, Tuple
from urllib.parse import quote, urlencode

from .errors import ApiError, ErrorKind
from .texts import tr

#: Version of ``Search.to_dict``; raised when an older plugin could not read it any more.
VERSION = 1

PROGRAMMES = "programmes"
NUTS3 = "nuts3"
NUTS3_2016 = "nuts3-2016"
COUNTRIES = "countries"
COOPERATION = "cooperation"

#: Attribute of ``Search`` → parameter of the server.
_LISTS = {
    "countries": "country",
    "nuts": "nuts3",
    "topics": "topic",
    "scopes": "scope",
    "periods": "period",
    "kinds": "kind",
    "funds": "fund",
    "strategies": "strategy",
    "statuses": "status",
}
#: Period → collection with the NUTS III areas of its NUTS version.
_AREAS = {"2014-2020": NUTS3_2016, "2021-2027": NUTS3}
#: Property that says whether the values behind a criterion rest on samples.
_BASIS = {"topics": "topics_basis", "scopes": "scopes_basis", "kinds": "counts_basis", "statuses": "counts_basis"}
#: Longest value and list that are read from a file or a project.
_MOST_TEXT, _MOST_VALUES = 500, 2000


@dataclass(frozen=True)
class Search:
    """What is looked for. Values of one list are alternatives, different lists must all be met.

    :param title: part of the programme title; ``*`` stands for any text, accents and case do not matter
    :param countries: country codes of NUTS (EL, UK)
    :param nuts: NUTS codes of any level
    :param topics: codes of topics of cooperation actions; a broader one finds its narrower ones
    :param scopes: scopes of partnership needed
    :param periods: programming periods
    :param kinds: ``offer``, ``need``, ``both``
    :param show_samples: False leaves out what answers only because of sample entries
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
    show_samples: bool = field(default=True)

    def is_empty(self) -> bool:
        """True when everything is found."""
        return self == Search()

    def with_values(self, **values: Any) -> Search:
        """A copy with other values; lists are made tuples without duplicates, in their order."""
        tidy = {k: tuple(dict.fromkeys(v)) if k in _LISTS else v for k, v in values.items()}
        return replace(self, **tidy)

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
        if self.title.strip():
            params["title"] = _escaped(title_pattern(self.title))
        for attribute, name in _LISTS.items():
            values = getattr(self, attribute)
            if values:
                params[name] = ",".join(_escaped(v) for v in values)
        if not self.show_samples:
            if collection == COOPERATION:
                params["sample"] = "false"
            else:
                basis = self._without_samples()
                if basis:
                    params["filter"] = basis
                    params["filter-lang"] = "cql2-text"
        return params

    def to_url(self, base: str, collection: str, **more: str) -> str:
        """The same search as a link on the server at ``base``."""
        query = urlencode({**self.to_params(collection), **more}, quote_via=quote, safe="*,-")
        return f"{base.rstrip('/')}/collections/{quote(collection)}/items" + (f"?{query}" if query else "")

    def to_cql2(self, collection: str = PROGRAMMES) -> str:
        """The search as CQL2 text on the properties of ``programmes``, for other clients; empty when all is found.

        CQL2 knows no hierarchy: NUTS codes become prefixes in both directions, topics only the codes given.
        """
        parts: List[str] = []
        if self.title.strip():
            pattern = _text(title_pattern(self.title).replace("%", r"\%").replace("_", r"\_").replace("*", "%"))
            parts.append(f"CASEI(ACCENTI(title)) LIKE CASEI(ACCENTI({pattern}))")
        for attribute, name in (("countries", "country"), ("periods", "period")):
            values = getattr(self, attribute)
            if values:
                parts.append(f"{name} IN ({', '.join(map(_text, values))})")
        if self.nuts:
            parts.append(_cql2_nuts(self.nuts, collection))
        for attribute in ("topics", "scopes", "kinds", "statuses", "funds", "strategies"):
            values = getattr(self, attribute)
            if attribute == "kinds" and {"offer", "need"} & set(values):
                values = tuple(dict.fromkeys((*values, "both")))
            if values:
                parts.append(f"A_OVERLAPS({attribute}, ({', '.join(map(_text, values))}))")
        basis = "" if self.show_samples else self._without_samples()
        return " AND ".join([*parts, *([basis] if basis else [])])

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

    def _without_samples(self) -> str:
        """CQL2 that leaves out records whose values behind a criterion set here rest on sample entries."""
        return " AND ".join(
            f"({basis} IS NULL OR {basis} <> 'sample')" for name, basis in _BASIS.items() if getattr(self, name)
        )


def title_pattern(text: str) -> str:
    """The text as a pattern of the ``title`` parameter: found anywhere, unless it has its own ``*``."""
    text = " ".join(text.split())
    return text if "*" in text else f"*{text}*"


def describe(search: Search, label: Optional[Any] = None) -> str:
    """The search in words, such as ``Country: Italy; Topic: PO2``; all programmes when it is empty.

    :param label: function of attribute name and code that gives the label of a code; codes are shown without it
    """
    names = {
        "countries": tr("Search", "Country"),
        "nuts": tr("Search", "NUTS region"),
        "topics": tr("Search", "Topic"),
        "scopes": tr("Search", "Scope"),
        "periods": tr("Search", "Period"),
        "kinds": tr("Search", "Offers or needs"),
        "funds": tr("Search", "Fund"),
        "strategies": tr("Search", "Strategy"),
        "statuses": tr("Search", "Status"),
    }
    parts = [tr("Search", "Title: {}").format(search.title)] if search.title.strip() else []
    for attribute, name in names.items():
        values = [label(attribute, v) if label else v for v in getattr(search, attribute)]
        if values:
            parts.append(f"{name}: {', '.join(values)}")
    if not search.show_samples:
        parts.append(tr("Search", "without sample entries"))
    return "; ".join(parts) or tr("Search", "All programmes")


def _escaped(value: str) -> str:
    """A literal comma, which would otherwise separate alternatives."""
    return value.replace("\\", "\\\\").replace(",", "\\,")


def _text(value: str) -> str:
    """A CQL2 character literal."""
    return "'" + value.replace("'", "''") + "'"


def _cql2_nuts(codes: Tuple[str, ...], collection: str) -> str:
    """Areas of the codes: those above them by value, those inside them by prefix where the property allows it."""
    above = list(dict.fromkeys(code[:n] for code in codes for n in range(2, len(code) + 1)))
    if collection == PROGRAMMES:
        return f"A_OVERLAPS(nuts_codes, ({', '.join(map(_text, above))}))"
    return "(" + " OR ".join(f"nuts_code LIKE {_text(code + '%')}" for code in codes) + ")"


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
