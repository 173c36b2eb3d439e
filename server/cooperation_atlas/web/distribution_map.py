"""The map of a distribution by country or NUTS region: the count of each, on its NUTS III areas."""

from __future__ import annotations

from collections.abc import Callable

from ..model.collections import areas_of
from ..model.periods import NUTS_VERSIONS
from ..ogc.distribution import Told
from ..store.budget import Budget
from ..store.contract import Store
from ..store.query import Query
from .drawn_map import DrawnMap

#: Steps (``store.budget``) for each area that is drawn.
_DRAWN = 20


def distribution_map(store: Store, told: Told, say: Callable[[int], str], budget: Budget | None) -> DrawnMap | None:
    """The map of a distribution; ``None`` where it counts no areas, or those of several NUTS versions.

    :param say: a count in words
    """
    request = told.request
    dimension = request.place
    # Countries are the same in all versions.
    version = request.nuts_version or (NUTS_VERSIONS[-1] if dimension and dimension.level is None else None)
    areas = areas_of(version or "")
    if dimension is None or version is None or areas is None or request.compare or areas.id not in store.counts:
        return None
    breakdown = told.counted.whole.breakdowns[request.dimensions.index(dimension)]
    counts = {value.code: value.count for value in breakdown.values if value.count}
    if not counts:
        return None
    every = store.search(Query(areas.id, limit=max(1, store.counts[areas.id]))).ids
    if budget is not None:
        budget.spend(len(every) * _DRAWN, f"the map of {len(every)} areas")
    length = max(map(len, counts))
    place = {code: code[:length] for code in every if code[:length] in counts}
    labels = {code: told.label(dimension, code) for code in counts}
    links = {code: told.href({dimension.parameter: code}) for code in counts}

    def text(code: str, number: int) -> str:
        return say(number) if place[code] == code else f"{labels[place[code]]}: {say(number)}"

    return DrawnMap(
        version=version,
        shades={code: counts[region] for code, region in place.items()},
        legend_title="",
        href=lambda code: links[place[code]],
        text=text,
    )
