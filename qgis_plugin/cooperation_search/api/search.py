"""A search: what is looked for in programmes, independent of any widget, layer or server."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import Any, Dict, List, Mapping, Tuple
from urllib.parse import quote, urlencode

from .criteria import COUNTRY, NUTS, PERIOD, in_order
from .errors import ApiError, ErrorKind
from .texts import tr

#: Version of ``Search.to_dict``; raised when an older plugin could not read it any more.
VERSION = 2

PROGRAMMES = "programmes"
NUTS3 = "nuts3"
NUTS3_2016 = "nuts3-2016"
COOPERATION = "cooperation"
NEIGHBOURS = "neighbours"

#: Period → collection with the NUTS III areas of its NUTS version.
_AREAS = {"2014-2020": NUTS3_2016, "2021-2027": NUTS3}
#: Collection of NUTS III areas → their NUTS version.
VERSIONS = {NUTS3: "2021", NUTS3_2016: "2016"}
#: Longest value and list that are read from a file or a project.
_MOST_TEXT, _MOST_VALUES = 500, 2000
_NAME = re.compile(r"[A-Za-z][\w.-]*")
#: Names of criteria in searches saved by version 1.
_VERSION_1 = {
    "countries": "country", "nuts": "nuts3", "topics": "topic", "scopes": "scope", "periods": "period",
    "kinds": "kind", "statuses": "status", "modes": "mode", "partner_types": "partner_type",
    "sought_countries": "sought_country", "sought_strategies": "sought_strategy", "objectives": "objective",
    "funds": "fund", "categories": "category", "strategies": "strategy", "excluded_countries": "exclude_country",
}  # fmt: skip


@dataclass(frozen=True)
class Search:
    """What is looked for: :meth:`of` makes one from the names of its criteria.

    :param title: words of a programme (title, CCI, authority, region, topic); with ``*``, which stands for any text,
        the whole title; accents and case do not matter
    :param criteria: names of criteria with the values that are alternatives; all criteria must be met. In the order in
        which they are shown, without those that have no value
    :param include_unknown: True: also programmes of which it is not known whether they meet the criteria
    :param show_samples: False: sample entries do not exist for this search
    """

    title: str = ""
    criteria: Tuple[Tuple[str, Tuple[str, ...]], ...] = ()
    include_unknown: bool = False
    show_samples: bool = True

    @classmethod
    def of(cls, **values: Any) -> Search:
        """The search with these values: see :meth:`with_values`."""
        return cls().with_values(**values)

    def is_empty(self) -> bool:
        """True when it asks for nothing, so that all programmes meet it."""
        return self == Search()

    def with_values(self, **values: Any) -> Search:
        """A copy with other values.

        :param values: fields of a search by name, and values of criteria by the name of the criterion: one text or
            several, of which duplicates are left out
        """
        known = {each.name for each in fields(self)}
        chosen = dict(self.criteria)
        for name, value in values.items():
            if name not in known:
                chosen[name] = tuple(dict.fromkeys([value] if isinstance(value, str) else value))
        ordered = tuple((name, chosen[name]) for name in in_order(chosen) if chosen[name])
        own = {name: value for name, value in values.items() if name in known}
        return replace(self, **{"criteria": ordered, **own})

    def values(self, name: str) -> Tuple[str, ...]:
        """The values of a criterion; none where it is not asked for."""
        return dict(self.criteria).get(name, ())

    def names(self) -> List[str]:
        """The names of the criteria that are asked for."""
        return [name for name, _values in self.criteria]

    def collections(self) -> Tuple[str, str]:
        """The collections of a search: that of the programmes and that of their NUTS III areas."""
        return PROGRAMMES, self.areas_collection()

    def areas_collection(self) -> str:
        """NUTS III areas in the NUTS version of the period searched; of the current period where both are.

        A map never shows two NUTS versions at once, hence one collection; see :meth:`periods`.
        """
        periods = self.values(PERIOD)
        return _AREAS.get(periods[0], NUTS3) if len(periods) == 1 else NUTS3

    def periods(self) -> Tuple[str, ...]:
        """The periods that are loaded apart, the current one first; one empty text for a search over one period."""
        periods = self.values(PERIOD) or tuple(_AREAS)
        if len(periods) == 1 or not set(periods) <= set(_AREAS):
            return ("",)
        return tuple(sorted(periods, reverse=True))

    def to_params(self, collection: str) -> Dict[str, str]:
        """Parameters of the ``items`` or ``facets`` of ``collection``.

        Neighbours belong to no programme: of them, the pairs across borders in the countries and regions searched.
        """
        params: Dict[str, str] = {}
        if collection == NEIGHBOURS:
            places = {name: ",".join(map(_escaped, self.values(name))) for name in (COUNTRY, NUTS) if self.values(name)}
            return {**places, "across_border": "true", "nuts_version": VERSIONS[self.areas_collection()], **self.view()}
        text = " ".join(self.title.split())
        if "*" in text:
            params["title"] = _escaped(text)
        elif text:
            # On areas ``q`` searches their own names: there the words are those of their programmes.
            params["q" if collection == PROGRAMMES else "programme"] = text
        for name, values in self.criteria:
            params[name] = ",".join(map(_escaped, values))
        if self.include_unknown:
            params["include"] = "unknown"
        return {**params, **self.view()}

    def view(self) -> Dict[str, str]:
        """The parameters that every request for something of this search carries, also one for a single feature."""
        return {} if self.show_samples else {"exclude": "samples"}

    def has_words(self) -> bool:
        """True where words are searched, so that results name the texts that have them."""
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
                values[each.name] = value
        if self.criteria:
            values["criteria"] = {name: list(chosen) for name, chosen in self.criteria}
        return values

    @classmethod
    def from_dict(cls, values: Any) -> Search:
        """The search of a JSON object made by :meth:`to_dict`, of this version or an earlier one.

        :raises ApiError: (malformed) naming what is wrong
        """
        if not isinstance(values, Mapping):
            raise _malformed(tr("Search", "A saved search must be a JSON object."))
        version = values.get("version", VERSION)
        if not isinstance(version, int) or isinstance(version, bool) or version > VERSION:
            raise _malformed(
                tr("Search", "This search was saved by a newer version of the plugin."), f"version: {version}"
            )
        given = {name: value for name, value in values.items() if name != "version"}
        return cls.of(**_checked(_of_version_1(given) if version == 1 else given))


#: The search with which the panel starts: partners are sought in programmes that run.
START = Search.of(period=["2021-2027"])


def _escaped(value: str) -> str:
    """A literal comma, which would otherwise separate alternatives."""
    return value.replace("\\", "\\\\").replace(",", "\\,")


def _of_version_1(given: Mapping[str, Any]) -> Dict[str, Any]:
    """The form of version 1, whose criteria stood beside the other values and had names of their own."""
    criteria = {_VERSION_1[name]: value for name, value in given.items() if name in _VERSION_1}
    day = given.get("open_on")
    if day:
        criteria["open"] = [day]
    own = {name: value for name, value in given.items() if name not in _VERSION_1 and name != "open_on"}
    return {**own, "criteria": criteria}


def _checked(given: Mapping[str, Any]) -> Dict[str, Any]:
    """The values of a JSON object, each of the right type."""
    known = {each.name: each.default for each in fields(Search)}
    values: Dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise _malformed(tr("Search", "A saved search has an unknown criterion."), str(name)[:80])
        if name == "criteria":
            values.update(_checked_criteria(value))
        elif isinstance(value, type(known[name])) and (isinstance(value, bool) or len(value) <= _MOST_TEXT):
            values[name] = value
        else:
            raise _wrong_type(name)
    return values


def _checked_criteria(given: Any) -> Dict[str, Any]:
    if not isinstance(given, Mapping):
        raise _wrong_type("criteria")
    for name, chosen in given.items():
        if not _NAME.fullmatch(str(name)) or name in {each.name for each in fields(Search)}:
            raise _malformed(tr("Search", "A saved search has an unknown criterion."), str(name)[:80])
        if not isinstance(chosen, list) or len(chosen) > _MOST_VALUES or not all(map(_is_value, chosen)):
            raise _wrong_type(name)
    return dict(given)


def _is_value(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_TEXT


def _wrong_type(name: str) -> ApiError:
    return _malformed(tr("Search", "A value of a saved search has the wrong type."), name)


def _malformed(message: str, detail: str = "") -> ApiError:
    return ApiError(ErrorKind.MALFORMED, message, detail)
