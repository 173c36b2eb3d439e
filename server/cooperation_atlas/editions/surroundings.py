"""What the neighbours of areas mean for features: of areas, of countries, of programmes, and the pairs themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shapely import LineString

from ..model.neighbours import NeighbourKind
from ..model.periods import PERIODS
from ..sources.regions import Regions
from ..sources.tables import Sources
from .neighbours import Neighbourhood, Neighbours, area_neighbours, label_points, programme_neighbours
from .partnership import in_order

Record = dict[str, Any]
_LAND, _SEA = NeighbourKind.LAND, NeighbourKind.SEA


class Surroundings:
    """The neighbours among the areas of all NUTS versions.

    :param regions: regions by NUTS version
    """

    def __init__(self, sources: Sources, regions: Mapping[str, Regions]) -> None:
        self._regions = regions
        self._countries = sources.codes["countries"]
        self._pairs = {version: area_neighbours(area) for version, area in regions.items()}
        self._around = {version: Neighbourhood(pairs) for version, pairs in self._pairs.items()}

    def of_areas(self, version: str, codes: Iterable[str]) -> Record:
        """The properties of an area of one or more NUTS III areas: how many areas are neighbours abroad, and where."""
        covered = tuple(codes)
        return {
            "n_neighbours": len(self._around[version].areas(covered, _LAND, _SEA)),
            **self._lists(version, covered),
        }

    def of_country(self, version: str, codes: Iterable[str]) -> Record:
        """The properties of a country with these NUTS III areas: how many countries are neighbours, and which.

        They are not known of a country that has no areas in that version.
        """
        covered = tuple(codes)
        if not covered:
            return {"n_neighbours": None, "borders_on": (), "sea_neighbours_in": ()}
        number = len(self._around[version].countries(covered, _LAND, _SEA))
        return {"n_neighbours": number, **self._lists(version, covered)}

    def add_to_programmes(self, programmes: Mapping[str, Record]) -> None:
        """Add the properties to the records of all programmes, by CCI: those of the same period are neighbours."""
        reached: dict[str, int] = dict.fromkeys(programmes, 0)
        covered: dict[str, frozenset[str]] = {}
        for cci, record in programmes.items():
            version = record["nuts_version"]
            covered[cci] = self._regions[version].covered(record["nuts_codes"]) if version else frozenset()
        for period in PERIODS.values():
            of_period = {cci: codes for cci, codes in covered.items() if programmes[cci]["period"] == period.code}
            for pair in programme_neighbours(self._pairs[period.nuts_version], of_period):
                if pair.kind in (_LAND, _SEA):
                    reached[pair.a] += 1
                    reached[pair.b] += 1
        for cci, record in programmes.items():
            lists = self._lists(record["nuts_version"], covered[cci], record["country"])
            record |= {"n_neighbours": reached[cci] if covered[cci] else None, **lists}

    def pairs(self) -> Iterator[tuple[Record, LineString]]:
        """The features of the collection ``neighbours``: a record and a line between a point in each of both areas.

        Those in countries that the code list does not have are left out; validation warns of these countries.
        """
        for version, found in self._pairs.items():
            frame = self._regions[version].frame
            names = frame["name_latn"].to_dict()
            points = label_points(self._regions[version], frame.index[frame["level"] == 3])
            for pair in found:
                if {pair.country_a, pair.country_b} <= self._countries.keys():
                    yield self._record(version, pair, names), LineString([points[pair.a], points[pair.b]])

    def _record(self, version: str, pair: Neighbours, names: Mapping[str, str]) -> Record:
        return {
            "id": f"{version}.{pair.a}.{pair.b}",
            "name": f"{names[pair.a]} – {names[pair.b]}",
            "nuts_version": version,
            "neighbour_kind": str(pair.kind),
            "border_km": pair.border_km,
            "distance_km": pair.distance_km,
            "crosses_land": pair.crosses_land,
            "across_border": pair.across_border,
            "nuts_code_a": pair.a,
            "name_a": names[pair.a],
            "country_a": pair.country_a,
            "nuts_code_b": pair.b,
            "name_b": names[pair.b],
            "country_b": pair.country_b,
            "nuts_codes": (pair.a, pair.b),
            "countries": self._ordered({pair.country_a, pair.country_b}),
        }

    def _lists(self, version: str | None, codes: Iterable[str], own: str | None = None) -> Record:
        covered = tuple(codes)

        def countries(kind: NeighbourKind) -> tuple[str, ...]:
            return self._ordered(self._around[version].countries(covered, kind) - {own}) if version else ()

        return {"borders_on": countries(_LAND), "sea_neighbours_in": countries(_SEA)}

    def _ordered(self, codes: Iterable[str]) -> tuple[str, ...]:
        return in_order((code for code in codes if code in self._countries), self._countries)
