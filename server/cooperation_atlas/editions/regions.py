"""NUTS regions of one version as a hierarchy: what lies in what, and the geometry of any mix of regions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from ..sources.nuts import dissolve, load_regions

#: NUTS level at which programmes and regions are compared.
SMALLEST = 3


class Regions:
    """The regions of one NUTS version.

    Parents are followed, not prefixes: in NUTS 2016 the parent of UKN10 is UKN0.

    :param frame: as ``sources.nuts.load_regions`` returns it
    """

    def __init__(self, version: str, frame: geopandas.GeoDataFrame) -> None:
        self.version = version
        self.frame = frame
        attributes = [c for c in frame.columns if c != frame.geometry.name]
        self.records: dict[str, dict[str, Any]] = {
            row["nuts_code"]: {k: None if v != v else v for k, v in row.items()}  # NaN is the only value unlike itself
            for row in frame[attributes].to_dict("records")
        }
        self._united: dict[frozenset[str], BaseGeometry] = {}

    @classmethod
    def load(cls, version: str, data: Path) -> Regions:
        """The regions of ``version`` below the data folder."""
        return cls(version, load_regions(version, data))

    @cached_property
    def geometry(self) -> dict[str, BaseGeometry]:
        """Geometry by code: CRS84, (multi)polygons."""
        return dict(zip(self.frame["nuts_code"], self.frame.geometry, strict=True))

    @cached_property
    def chains(self) -> dict[str, tuple[str, ...]]:
        """For each code, itself and everything above it, smallest first."""
        chains: dict[str, tuple[str, ...]] = {}
        for code in sorted(self.records, key=lambda c: self.records[c]["level"]):
            parent = self.records[code]["parent"]
            chains[code] = (code, *chains.get(parent, ()))
        return chains

    @cached_property
    def inside(self) -> dict[str, tuple[str, ...]]:
        """For each code, the level 3 regions in it, sorted."""
        found: dict[str, list[str]] = {code: [] for code in self.records}
        for code in sorted(self.at(SMALLEST)):
            for above in self.chains[code]:
                found[above].append(code)
        return {code: tuple(codes) for code, codes in found.items()}

    def at(self, level: int) -> list[str]:
        """Codes of a level, sorted."""
        return sorted(code for code, record in self.records.items() if record["level"] == level)

    def covered(self, codes: Iterable[str]) -> frozenset[str]:
        """The level 3 regions that an area of these codes contains; unknown codes contain none."""
        return frozenset(c for code in codes for c in self.inside.get(code, ()))

    def above(self, code: str, level: int) -> dict[str, Any] | None:
        """The record of the region of ``level`` that contains ``code``."""
        return next((self.records[c] for c in self.chains[code] if self.records[c]["level"] == level), None)

    def meets(self, code: str, prefix: str) -> bool:
        """Whether one of two NUTS codes lies inside the other."""
        above, below = self.chains.get(code, (code,)), self.chains.get(prefix, (prefix,))
        return prefix in above or code in below or code.startswith(prefix) or prefix.startswith(code)

    def united(self, codes: Sequence[str]) -> BaseGeometry | None:
        """The clean union of regions; equal areas share one geometry. ``None`` for an empty area."""
        known = frozenset(codes).intersection(self.records)
        if not known:
            return None
        if known not in self._united:
            self._united[known] = dissolve(self.frame, known)
        return self._united[known]

    def invalid(self) -> dict[str, str]:
        """Code and reason for each region without a valid polygon within the bounds of longitude and latitude."""
        shapes = self.frame.geometry.to_numpy()
        found: dict[str, str] = {}
        valid, empty, bounds = shapely.is_valid(shapes), shapely.is_empty(shapes), shapely.bounds(shapes)
        for code, shape, ok, void, (west, south, east, north) in zip(
            self.frame["nuts_code"], shapes, valid, empty, bounds, strict=True
        ):
            if shape is None or void:
                found[code] = "the geometry is empty"
            elif shape.geom_type not in {"Polygon", "MultiPolygon"}:
                found[code] = f"the geometry is a {shape.geom_type}, not a polygon"
            elif not ok:
                found[code] = f"the geometry is not valid: {shapely.is_valid_reason(shape)}"
            elif west < -180 or east > 180 or south < -90 or north > 90:
                found[code] = "the geometry lies outside longitude -180 to 180 and latitude -90 to 90"
        return found
