"""Border: how much of two areas lies on a common border."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from .arrays import Incidence
from .asker import Asker
from .facts import Facts, Links, Neighbour
from .interval import Interval


def links_of(
    neighbours: Iterable[Neighbour], area_of: Mapping[str, int], abroad: np.ndarray, numbers: Mapping[str, float]
) -> Links:
    """The links between areas of different countries, in both directions.

    :param area_of: number of each NUTS III code; pairs with others are left aside
    :param abroad: number of the country of each area
    :param numbers: ``Tables.numbers``
    """
    lists: list[list[int]] = [[] for _ in range(len(abroad))]
    target: list[int] = []
    strength: list[float] = []
    km: list[float] = []
    by_sea: list[bool] = []
    for pair in neighbours:
        a, b = area_of.get(pair.a), area_of.get(pair.b)
        if a is None or b is None or abroad[a] == abroad[b]:
            continue
        if pair.kind == "sea" and pair.km > numbers["sea_most"]:
            continue
        force = {"land": 1.0, "point": numbers["border_point"]}.get(pair.kind, 1.0 - pair.km / numbers["sea_zero"])
        for here, there in ((a, b), (b, a)):
            lists[here].append(len(target))
            target.append(there)
            strength.append(force)
            km.append(pair.km)
            by_sea.append(pair.kind == "sea")
    return Links(
        Incidence.of(lists), np.array(target, np.int64), np.array(strength), np.array(km), np.array(by_sea, dtype=bool)
    )


@dataclass(frozen=True, eq=False)
class Reach:
    """What lies between the asker and each programme.

    :param own: areas of the asker on the border, each counted by the strength of its best link
    :param theirs: the same of the programme's areas
    :param own_areas: number of areas of the asker on the border
    :param their_areas: number of areas of the programme on it
    :param land: whether any of the links is by land
    :param km: shortest link over the sea; infinite where there is none
    """

    own: np.ndarray
    theirs: np.ndarray
    own_areas: np.ndarray
    their_areas: np.ndarray
    land: np.ndarray
    km: np.ndarray

    @property
    def reached(self) -> np.ndarray:
        """Whether there is any link."""
        return self.own_areas > 0


def reach(facts: Facts, asker: Asker) -> Reach:
    """The links of the asker's areas, by programme."""
    n = len(facts)
    areas = asker.area.numbers
    places, links = facts.links.of.rows(areas)
    targets = facts.links.target[links]
    which, programmes = facts.covered_by.rows(targets)
    here, there, force = places[which], targets[which], facts.links.strength[links][which]
    own, own_areas = _best_by(programmes, here, force, n)
    theirs, their_areas = _best_by(programmes, there, force, n)
    land, km = np.zeros(n, dtype=bool), np.full(n, np.inf)
    sea = facts.links.by_sea[links][which]
    land[programmes[~sea]] = True
    np.minimum.at(km, programmes[sea], facts.links.km[links][which][sea])
    return Reach(own, theirs, own_areas, their_areas, land, km)


def _best_by(programmes: np.ndarray, areas: np.ndarray, force: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """For each programme the sum over the areas of the best force, and the number of areas."""
    if not len(programmes):
        return np.zeros(n), np.zeros(n, dtype=np.int64)
    key = programmes * (int(areas.max()) + 1) + areas
    distinct, inverse = np.unique(key, return_inverse=True)
    best = np.zeros(len(distinct))
    np.maximum.at(best, inverse, force)
    owner = distinct // (int(areas.max()) + 1)
    return np.bincount(owner, best, n), np.bincount(owner, minlength=n)


def border(facts: Facts, asker: Asker, between: Reach, numbers: Mapping[str, float]) -> Interval:
    """The share of one's own areas on the border, and of theirs.

    Each share counts in full from ``border_full`` on. Not applicable where no area of the asker has a neighbour abroad.
    """
    full, weight = numbers["border_full"], numbers["border_own"]
    areas = asker.area.numbers
    own = np.minimum(1.0, between.own / max(1, len(areas)) / full)
    theirs = np.minimum(1.0, between.theirs / np.maximum(1, facts.covers.counts) / full)
    applies = bool(facts.links.of.counts[areas].any())
    return Interval.known(weight * own + (1.0 - weight) * theirs, applies)
