"""What the map of a search shows: for each area, how many of all matches cover it, not only those of the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from ..model.collections import PROGRAMMES, Collection, areas_of, collection
from ..model.periods import NUTS_VERSIONS, PERIODS
from ..store.budget import LARGE, Budget, OverBudget
from ..store.contract import Page, Store
from ..store.query import Query
from .drawn_map import DrawnMap

#: The criteria that take the code of an area, and the period of its programmes.
AREA, PERIOD = "nuts3", "period"
#: Steps (``store.budget``) for each feature that is counted.
_COUNTED = 40
#: The areas of the programmes of an edition, by NUTS version and CCI.
_COVERED: WeakKeyDictionary[Store, dict[str, dict[str, list[str]]]] = WeakKeyDictionary()


def matches_map(
    store: Store,
    query: Query,
    title: str,
    href: Callable[[str, str], str] | None = None,
    text: Callable[[int, int | None], str] | None = None,
    budget: Budget | None = None,
) -> DrawnMap | None:
    """The map of everything that a search finds; ``None`` where it finds nothing that covers areas.

    :param query: its order, offset and limit say nothing
    :param title: what is counted, in the language of the page
    :param href: address that an area leads to, by its code and the period of the map
    :param text: says a number in words, with the whole of which it is a part where that is known
    :param budget: pays for the search; one that the largest cannot pay twice has no map
    :raises OverBudget: where less than the largest is left
    """
    searched = collection(query.collection)
    if searched.programmes_field is None and searched.programme_field is None:
        return None
    whole = replace(query, sortby=(), lead=(), offset=0, limit=max(1, store.counts.get(searched.id, 0)))
    try:
        page = store.search(whole, budget)
        if budget is not None:
            budget.spend(page.matched * _COUNTED, f"the map of {page.matched} features")
    except OverBudget as error:
        if budget is not None and budget.limit >= LARGE and not error.late:
            return None
        raise  # there is more to spend beside the event loop
    counted = _of_areas(searched, page) if searched.programmes_field else _covered(store, searched, page)
    if counted.version is None or not any(counted.shades.values()):
        return None
    period = next(one.code for one in PERIODS.values() if one.nuts_version == counted.version)
    return DrawnMap(
        version=counted.version,
        shades=counted.shades,
        legend_title=f"{title} ({period})",
        href=href and (lambda code: href(code, period)),
        hatched=counted.samples,
        text=text and (lambda code, number: text(number, counted.wholes.get(code))),
    )


def covered_by(store: Store, version: str) -> Mapping[str, list[str]]:
    """The NUTS III areas of a version that each programme covers, by CCI."""
    kept = _COVERED.setdefault(store, {})
    areas = areas_of(version)
    if version not in kept:
        found: defaultdict[str, list[str]] = defaultdict(list)
        if areas is not None and areas.programmes_field is not None and areas.id in store.counts:
            every = store.search(Query(areas.id, limit=max(1, store.counts[areas.id])))
            for code, programmes in every.cells([areas.id_field, areas.programmes_field]):
                for cci in programmes or ():
                    found[cci].append(code)
        kept[version] = dict(found)
    return kept[version]


@dataclass(frozen=True)
class _Counted:
    """Numbers by area.

    :param wholes: by area, the number of which its number is a part
    :param samples: areas whose numbers rest on samples
    """

    version: str | None = None
    shades: Mapping[str, int] = field(default_factory=dict)
    wholes: Mapping[str, int] = field(default_factory=dict)
    samples: frozenset[str] = frozenset()


def _of_areas(searched: Collection, page: Page) -> _Counted:
    """The areas that match, each with its programmes that do."""
    if searched.presentation.matching is None or searched.period is None:
        return _Counted()
    cells = list(page.cells([searched.id_field, *searched.presentation.matching]))
    # A search that asks nothing of programmes says of none that it matches: then all of them count.
    return _Counted(
        searched.period.nuts_version,
        {code: (whole if number is None else number) or 0 for code, number, whole in cells},
        {code: whole or 0 for code, _, whole in cells},
    )


def _covered(store: Store, searched: Collection, page: Page) -> _Counted:
    """The areas of what matches, each with how many matches cover it; of the newest version that has any."""
    names = [searched.programme_field or PROGRAMMES.id_field, *filter(None, [searched.sample_field])]
    cells = list(page.cells(names))
    matches = Counter(cci for cci, *_ in cells if cci)
    made_up = Counter(cci for cci, *sample in cells if cci and sample and sample[0])
    for version in reversed(NUTS_VERSIONS):
        covered = covered_by(store, version)
        shades: Counter[str] = Counter()
        samples: Counter[str] = Counter()
        for cci, number in matches.items():
            for code in covered.get(cci, ()):
                shades[code] += number
                samples[code] += made_up[cci]
        if shades:
            return _Counted(version, shades, {}, frozenset(code for code, number in samples.items() if number))
    return _Counted()
