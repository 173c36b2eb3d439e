"""The map on the page of a feature: the areas of a programme, or an area among its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ..model.collections import NEIGHBOURS, PROGRAMMES, Collection, areas_of
from ..model.periods import NUTS_VERSIONS
from ..store.contract import Store
from ..store.query import Query
from .drawn_map import DrawnMap
from .matches_map import covered_by

#: Most neighbours of an area that are asked for: no area has a tenth of them.
_MOST = 1000

#: Address of the page of an area, by its collection and code.
Href = Callable[[str, str], str]


def item_map(
    store: Store, of: Collection, values: Mapping[str, Any], href: Href, titles: tuple[str, str, str]
) -> DrawnMap | None:
    """The map of a feature, close to its areas; ``None`` for one without.

    :param values: of the feature, by property
    :param titles: what the areas of a programme, the area of a page, and the numbers of its neighbours are called
    """
    of_programme, of_page, of_neighbours = titles
    if of.period is not None:
        code = values[of.id_field]
        return DrawnMap(
            version=of.period.nuts_version,
            shades=_neighbours(store, of, code),
            legend_title=of_neighbours,
            href=partial(href, of.id),
            own=(code,),
            own_title=of_page,
            close=True,
        )
    field = of.programme_field or (PROGRAMMES.id_field if of is PROGRAMMES else None)
    for version in reversed(NUTS_VERSIONS) if field else ():
        own, areas = covered_by(store, version).get(values[field or ""]), areas_of(version)
        if own and areas is not None:
            return DrawnMap(
                version=version,
                shades={},
                legend_title="",
                own=own,
                own_title=of_programme,
                own_href=partial(href, areas.id),
                close=True,
            )
    return None


def _neighbours(store: Store, of: Collection, code: str) -> dict[str, int]:
    """The number of programmes of each neighbour of an area, by land or sea."""
    if of.period is None or of.presentation.matching is None or NEIGHBOURS.id not in store.counts:
        return {}
    equals = (("nuts_codes", (code,)), ("nuts_version", (of.period.nuts_version,)))
    pairs = store.search(Query(NEIGHBOURS.id, equals=equals, limit=_MOST))
    others = {one for pair in pairs.cells(("nuts_code_a", "nuts_code_b")) for one in pair} - {code}
    if not others:
        return {}
    found = store.search(Query(of.id, equals=((of.id_field, tuple(sorted(others))),), limit=_MOST))
    _, whole = of.presentation.matching
    return {other: number or 0 for other, number in found.cells((of.id_field, whole))}
