"""Neighbours: NUTS III areas of one version that share a border or face each other across the sea, and what follows
from them for programmes and countries.

By sea are areas that both have a shoreline, do not touch, and are at most 150 km apart: the limit of cross-border
cooperation across the sea in Reg. (EU) 2021/1059, Art. 4(2). What is outside NUTS (Ukraine, Belarus, Bosnia and
Herzegovina …) has no areas here, so it is no neighbour of any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..model.neighbours import NeighbourKind
from ..sources.regions import Regions
from .borders import borders
from .sea import cross_land, crossings

#: Reg. (EU) 2021/1059, Art. 4(2).
MOST_BY_SEA_KM = 150.0
#: Decimals of lengths in km. Shapes are generalised (1:3 million): the last one is there to tell lengths from none.
_DECIMALS, _LEAST = 2, 0.01


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two NUTS III areas that are neighbours; ``a`` is the one with the smaller code.

    :param border_km: geodesic length of the border that they share, in km; 0 unless ``kind`` is ``land``
    :param distance_km: shortest geodesic distance between their shapes, in km; above 0 where ``kind`` is ``sea``
    :param crosses_land: whether the line of that distance crosses the land of a third area; ``None`` unless by sea
    """

    a: str
    b: str
    country_a: str
    country_b: str
    kind: NeighbourKind
    border_km: float = 0.0
    distance_km: float = 0.0
    crosses_land: bool | None = None

    @property
    def across_border(self) -> bool:
        """Whether they are in two countries."""
        return self.country_a != self.country_b


@dataclass(frozen=True, slots=True)
class ProgrammeNeighbours:
    """Two programmes of one period in two countries, some of whose areas are neighbours; ``a`` has the smaller CCI.

    :param kind: the closest of all kinds between their areas: land, then sea, then a point
    :param border_km: length of all borders between their areas, in km
    :param distance_km: shortest distance between their areas, in km; 0 where they touch
    :param areas_a: the NUTS III areas of ``a`` that have a neighbour by land or sea among those of ``b``
    :param areas_b: the same of ``b``
    """

    a: str
    b: str
    kind: NeighbourKind
    border_km: float
    distance_km: float
    areas_a: frozenset[str]
    areas_b: frozenset[str]


def area_neighbours(regions: Regions) -> list[Neighbours]:
    """All neighbours among the NUTS III areas of a version, each pair once, in the order of their codes.

    An area has a shoreline where GISCO says so (``shoreline``). Where it does not say (from 2024 on it only marks
    coastal areas, a class that some inland ones have too), a coastal area has one if an edge of it is no border.
    """
    frame = regions.nuts3
    codes, countries = frame.index.to_list(), frame["country"].to_list()
    shapes = [regions.geometry[code] for code in codes]
    if not shapes:
        return []
    shared = borders(shapes)
    stated, coast = (frame[name].to_numpy(dtype=object) for name in ("shoreline", "coast"))
    shore = (stated == "yes") | ((stated == None) & (coast == "coastal") & shared.outer)  # noqa: E711
    by_sea = crossings(shapes, shore, MOST_BY_SEA_KM)
    position = {code: i for i, code in enumerate(codes)}
    land = _leaves(regions)
    over_land = cross_land(by_sea, [regions.geometry[c] for c in land], np.array([position.get(c, -1) for c in land]))

    def made(pair: np.ndarray, kind: NeighbourKind, **more: Any) -> Neighbours:
        a, b = pair.tolist()
        return Neighbours(codes[a], codes[b], countries[a], countries[b], kind, **more)

    found = [
        *(
            made(pair, NeighbourKind.LAND, border_km=_rounded(km))
            for pair, km in zip(shared.line, shared.km, strict=True)
        ),
        *(made(pair, NeighbourKind.POINT) for pair in shared.point),
        *(
            made(pair, NeighbourKind.SEA, distance_km=_rounded(km), crosses_land=bool(crosses))
            for pair, km, crosses in zip(by_sea.pairs, by_sea.km, over_land, strict=True)
        ),
    ]
    return sorted(found, key=lambda pair: (pair.a, pair.b))


def _leaves(regions: Regions) -> list[str]:
    """All regions without others inside: the NUTS III areas, and what a version only has at a higher level."""
    inside = set(regions.frame["parent"])
    return [code for code in regions.frame.index if code not in inside]


def _rounded(km: float) -> float:
    """Never 0 for what is above it, and never above the limit."""
    return max(round(float(km), _DECIMALS), _LEAST)


def label_points(regions: Regions, codes: Iterable[str]) -> dict[str, tuple[float, float]]:
    """For each area a point inside it, in degrees with 6 decimals, longitude first."""
    chosen = sorted(set(codes))
    points = shapely.point_on_surface([regions.geometry[code] for code in chosen])
    return dict(zip(chosen, map(tuple, np.round(shapely.get_coordinates(points), 6).tolist()), strict=True))


class Neighbourhood:
    """What lies around areas of one NUTS version, in other countries."""

    def __init__(self, pairs: Iterable[Neighbours]) -> None:
        self._abroad: dict[NeighbourKind, dict[str, set[str]]] = {kind: {} for kind in NeighbourKind}
        self._country: dict[str, str] = {}
        for pair in pairs:
            if pair.across_border:
                self._country |= {pair.a: pair.country_a, pair.b: pair.country_b}
                abroad = self._abroad[pair.kind]
                abroad.setdefault(pair.a, set()).add(pair.b)
                abroad.setdefault(pair.b, set()).add(pair.a)

    def areas(self, codes: Iterable[str], *kinds: NeighbourKind) -> frozenset[str]:
        """The areas that are abroad for one of ``codes``, and its neighbours of these kinds."""
        around = (self._abroad[kind].get(code, ()) for code in codes for kind in kinds)
        return frozenset().union(*around)

    def countries(self, codes: Iterable[str], *kinds: NeighbourKind) -> frozenset[str]:
        """The countries of these areas."""
        return frozenset(self._country[code] for code in self.areas(codes, *kinds))


def programme_neighbours(
    pairs: Iterable[Neighbours], covered: Mapping[str, Iterable[str]]
) -> Iterator[ProgrammeNeighbours]:
    """The programmes in two countries that are neighbours through their areas, in the order of their CCIs.

    Worked out when it is needed, from the collection ``neighbours`` and the programmes of each area: stored, it would
    be as large as the pairs of areas, and hold nothing new.

    :param pairs: the neighbours among the areas of one NUTS version
    :param covered: the NUTS III areas of that version of each programme of one period, by CCI
    """
    having: dict[str, list[str]] = {}
    for cci, codes in covered.items():
        for code in codes:
            having.setdefault(code, []).append(cci)
    found: dict[tuple[str, str], _Reached] = {}
    for pair in pairs:
        if pair.across_border:
            for one in having.get(pair.a, ()):
                for other in having.get(pair.b, ()):
                    if one < other:
                        found.setdefault((one, other), _Reached()).add(pair, pair.a, pair.b)
                    elif other < one:
                        found.setdefault((other, one), _Reached()).add(pair, pair.b, pair.a)
    for (a, b), reached in sorted(found.items()):
        yield reached.between(a, b)


class _Reached:
    """What is found between two programmes."""

    def __init__(self) -> None:
        self.kinds: set[NeighbourKind] = set()
        self.border_km, self.distance_km = 0.0, MOST_BY_SEA_KM
        self.areas: tuple[set[str], set[str]] = (set(), set())

    def add(self, pair: Neighbours, a: str, b: str) -> None:
        self.kinds.add(pair.kind)
        self.border_km += pair.border_km
        self.distance_km = min(self.distance_km, pair.distance_km)
        if pair.kind is not NeighbourKind.POINT:
            self.areas[0].add(a)
            self.areas[1].add(b)

    def between(self, a: str, b: str) -> ProgrammeNeighbours:
        closest = next(k for k in (NeighbourKind.LAND, NeighbourKind.SEA, NeighbourKind.POINT) if k in self.kinds)
        km = round(self.border_km, _DECIMALS)
        return ProgrammeNeighbours(a, b, closest, km, self.distance_km, *map(frozenset, self.areas))
