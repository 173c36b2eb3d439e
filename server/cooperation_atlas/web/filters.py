"""The parameters of a search as a page shows them: the filters that are set, and how they go over to other searches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.collections import COLLECTIONS, Collection
from ..model.criteria import CRITERIA, SAMPLES, UNKNOWN, Criterion, Match, criteria_of
from ..model.periods import CURRENT_PERIOD
from ..store.contract import Store

#: Parameters that say how a list is shown, not what is in it.
DISPLAY = frozenset(
    ("f", "lang", "limit", "offset", "sortby", "properties", "crs", "skipGeometry", "labels", "resulttype")
)
#: Parameters that mean something only beside another one.
_COMPANIONS = {"filter": ("filter-lang", "filter-crs"), "bbox": ("bbox-crs",)}
_DEPENDENT = frozenset(name for names in _COMPANIONS.values() for name in names)
#: What filters are called that are neither criteria nor properties.
TITLES = {
    "q": "Words",
    "bbox": "Box",
    "datetime": "Time",
    "filter": "CQL2 filter",
    "include": "Included",
    "exclude": "Left out",
}
#: What the values of parameters mean that are neither codes nor what somebody wrote.
VALUES = {"include": {UNKNOWN: "What may match"}, "exclude": {SAMPLES: "Sample entries"}}
#: Parameters that mean the same in every collection.
_EVERYWHERE = frozenset(("include", "exclude", "lang"))
#: On areas ``q`` searches their own names; there, the words of a programme are a criterion.
_WORDS = next(c.name for c in CRITERIA.values() if c.match is Match.WORDS)


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter that is set.

    :param title: what it is called
    :param value: its value as it stands in the address
    :param meaning: what the value means, where it is a word of the service (``VALUES``)
    :param codelist: code list of the codes in the value
    :param without: the parameters that leave it out, for ``address``
    :param drops_exclude: whether leaving it out brings samples back
    """

    title: str
    value: str
    meaning: str | None
    codelist: str | None
    without: Mapping[str, None]
    drops_exclude: bool


def active_filters(collection: Collection, given: Mapping[str, str]) -> Iterator[ActiveFilter]:
    """The filters among the parameters of a request.

    :param given: the parameters
    """
    offered = criteria_of(collection)
    for name, value in given.items():
        if name in DISPLAY or name in _DEPENDENT:
            continue
        without: dict[str, None] = dict.fromkeys((name, "offset", *_COMPANIONS.get(name, ())))
        codelist = offered[name].codelist if name in offered else None
        meaning = VALUES.get(name, {}).get(value)
        yield ActiveFilter(_title(collection, offered, name), value, meaning, codelist, without, name == "exclude")


def _title(collection: Collection, offered: Mapping[str, Criterion], name: str) -> str:
    if name in offered:
        return offered[name].title
    return collection.by_name[name].title if name in collection.by_name else TITLES.get(name, name)


def is_filtered(given: Mapping[str, str]) -> bool:
    """Whether the parameters search for anything."""
    return any(name not in DISPLAY and name != "exclude" for name in given)


def carried_over(given: Mapping[str, str], here: Collection, there: Collection) -> dict[str, str]:
    """The parameters of a search that mean the same in another collection."""
    offered = criteria_of(there)
    kept = {name: value for name, value in given.items() if name in offered or name in _EVERYWHERE}
    if words := given.get("q"):
        if here.programmes_field is None:
            kept["q" if there.programmes_field is None else _WORDS] = words
        elif there.programmes_field is not None:
            kept["q"] = words
    return kept


@dataclass(frozen=True, slots=True)
class Wider:
    """A wider value of a criterion that is set.

    :param name: of a region, what it is called
    """

    criterion: Criterion
    value: str
    name: str | None = None


def wider(collection: Collection, given: Mapping[str, str], store: Store) -> Iterator[Wider]:
    """For filters that a search without results has, wider ones."""
    for criterion in criteria_of(collection).values():
        value = given.get(criterion.name, "")
        match criterion.match:
            case Match.TREE:
                code = store.codelists[criterion.codelist or ""].codes.get(value)
                if code is not None and code.parent:
                    yield Wider(criterion, code.parent)
            case Match.NUTS:
                for region, name in store.regions_around(value)[:1]:
                    yield Wider(criterion, region, f"{name} ({region})")
            case Match.PATTERN if value and "*" not in value:
                yield Wider(criterion, f"*{value}*")


def regions_path(collection: Collection, limit: int) -> str:
    """Path of the list of NUTS III areas with the regions above them, for the field of a region.

    Those of the collection itself, where it is one of NUTS III areas, else those of the current period.

    :param limit: most features that one request brings
    """
    of_current = (c for c in COLLECTIONS.values() if c.period is CURRENT_PERIOD)
    areas = collection if collection.period else next(of_current)
    names = "nuts_code,name,country_name,nuts1,nuts1_name,nuts2,nuts2_name"  # read by static/js/regions.js
    return f"/collections/{areas.id}/items?limit={limit}&skipGeometry=true&properties={names}&f=json"


def feed_parameters(given: Mapping[str, str]) -> dict[str, str]:
    """Of the parameters of a list those that its feed of changes takes."""
    return {name: value for name, value in given.items() if name not in DISPLAY or name == "lang"}
