"""What the neighbours of areas mean for every collection, for the oracle: loops over the pairs, nothing indexed.

The pairs are those of the editions; ``test_neighbours.py`` holds them against other ways to find them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from cooperation_atlas.editions.neighbours import Neighbours, area_neighbours
from cooperation_atlas.sources.nuts import load_regions


@cache
def pairs_of(version: str, data: Path) -> tuple[Neighbours, ...]:
    """All neighbours of a version."""
    return tuple(area_neighbours(load_regions(version, data)))


class PlainNeighbours:
    """The neighbours of all NUTS versions.

    :param frames: the regions of each version
    :param countries: codes of the code list, in its order
    """

    def __init__(self, data: Path, frames: dict[str, Any], countries: list[str]) -> None:
        self._countries = countries
        self._frames = frames
        self.pairs = {version: pairs_of(version, data) for version in frames}
        #: Pairs of areas in two countries by land or sea, each both ways: own area, area abroad, its country, kind.
        self.abroad = {
            version: [
                row
                for p in pairs
                if p.country_a != p.country_b and p.kind != "point"
                for row in ((p.a, p.b, p.country_b, str(p.kind)), (p.b, p.a, p.country_a, str(p.kind)))
            ]
            for version, pairs in self.pairs.items()
        }

    def ordered(self, codes: Iterable[str]) -> list[str] | None:
        """Countries in the order of their list."""
        wanted = set(codes)
        return [code for code in self._countries if code in wanted] or None

    def countries(self, version: str, leaves: Iterable[str]) -> dict[str, Any]:
        """The lists of countries around an area."""
        own = set(leaves)
        found = [(country, kind) for here, _, country, kind in self.abroad[version] if here in own]
        return {
            "borders_on": self.ordered(country for country, kind in found if kind == "land"),
            "sea_neighbours_in": self.ordered(country for country, kind in found if kind == "sea"),
        }

    def areas(self, version: str, leaves: Iterable[str]) -> dict[str, Any]:
        """The properties of an area."""
        own = set(leaves)
        around = {there for here, there, _, _ in self.abroad[version] if here in own}
        return {"n_neighbours": len(around), **self.countries(version, own)}

    def programmes(self, version: str, covered: dict[str, set[str]]) -> dict[str, int]:
        """For each programme of a period the number of its neighbours."""
        around = {
            cci: {there for here, there, _, _ in self.abroad[version] if here in leaves}
            for cci, leaves in covered.items()
        }
        return {cci: sum(not around[cci].isdisjoint(leaves) for leaves in covered.values()) for cci in covered}

    def records(self) -> list[dict[str, Any]]:
        """The features of the collection."""
        found = []
        for version, pairs in self.pairs.items():
            names = self._frames[version]["name_latn"].to_dict()
            for p in pairs:
                found.append(
                    {
                        "id": f"{version}.{p.a}.{p.b}", "name": f"{names[p.a]} – {names[p.b]}", "nuts_version": version,
                        "neighbour_kind": str(p.kind), "border_km": p.border_km, "distance_km": p.distance_km,
                        "crosses_land": p.crosses_land, "across_border": p.country_a != p.country_b,
                        "nuts_code_a": p.a, "name_a": names[p.a], "country_a": p.country_a,
                        "nuts_code_b": p.b, "name_b": names[p.b], "country_b": p.country_b,
                        "nuts_codes": [p.a, p.b], "countries": self.ordered({p.country_a, p.country_b}),
                    }
                )  # fmt: skip
        return found

    def line(self, version: str, codes: list[str]) -> shapely.LineString:
        """The line of a pair, to 6 decimals."""
        points = [self._frames[version].geometry[code].representative_point() for code in codes]
        return shapely.LineString(np.round([(point.x, point.y) for point in points], 6))
