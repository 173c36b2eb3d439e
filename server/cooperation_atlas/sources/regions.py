"""NUTS regions of one version as a hierarchy: what lies in what, and the geometry of any mix of regions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import geopandas
import pandas as pd
from shapely.geometry.base import BaseGeometry

from ..model.errors import AtlasError, nearest, suggestion
from ..model.hierarchy import Hierarchy
from .nuts_topology import union

#: NUTS level at which programmes and regions are compared.
SMALLEST = 3


class Regions:
    """The regions of one NUTS version.

    :param frame: by NUTS code, the columns of ``regions.csv`` and ``geometry``: (Multi)Polygon in degrees, longitude
        first, 6 decimals, exterior rings counter-clockwise. Neighbours share every vertex of their border, and each
        region is exactly the union of those inside it. ``level`` is int, ``area_km2`` float (km², measured in
        ETRS89-LAEA, EPSG:3035), everything else text; an unknown value is ``None``
    """

    def __init__(self, version: str, frame: geopandas.GeoDataFrame) -> None:
        self.version = version
        self.frame = frame
        self.hierarchy = Hierarchy(frame["parent"].to_dict())
        self._lineages = {code: self.hierarchy.lineage(code) for code in self.hierarchy}
        self._united: dict[frozenset[str], BaseGeometry] = {}

    @cached_property
    def geometry(self) -> dict[str, BaseGeometry]:
        """Geometry by code."""
        return dict(zip(self.frame.index, self.frame.geometry, strict=True))

    @cached_property
    def nuts3(self) -> pd.DataFrame:
        """The NUTS III regions by code, sorted, each with code and name of the NUTS I and II regions around it.

        Columns are those of ``frame`` but ``parent`` and ``geometry``, and ``nuts1``, ``nuts1_name``, ``nuts2`` and
        ``nuts2_name``.
        """
        smallest = (
            self.frame[self.frame["level"] == SMALLEST].drop(columns="geometry").rename(columns={"parent": "nuts2"})
        )
        above = self.frame[["parent", "name_latn"]]
        nuts2 = above.rename(columns={"parent": "nuts1", "name_latn": "nuts2_name"})
        nuts1 = above[["name_latn"]].rename(columns={"name_latn": "nuts1_name"})
        return smallest.join(nuts2, on="nuts2").join(nuts1, on="nuts1").sort_index()

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """For each code the NUTS III regions in it."""
        inside: dict[str, list[str]] = {}
        for code in self.nuts3.index:
            for around in self._lineages[code]:
                inside.setdefault(around, []).append(code)
        return inside

    def covered(self, codes: Iterable[str]) -> frozenset[str]:
        """The NUTS III regions that an area of these codes contains; codes of no region contain none."""
        return frozenset(inner for code in codes for inner in self._inside.get(code, ()))

    def meets(self, code: str, prefix: str) -> bool:
        """Whether one of two NUTS codes, also of other versions, lies inside the other."""
        if code.startswith(prefix) or prefix.startswith(code):
            return True
        return prefix in self._lineages.get(code, ()) or code in self._lineages.get(prefix, ())

    def united(self, codes: Iterable[str]) -> BaseGeometry | None:
        """The clean union of regions of any levels, without slivers; equal areas share one geometry.

        A code that lies inside another one adds nothing. ``None`` without codes.

        :raises AtlasError: for a code that is not in this version, naming the nearest
        """
        area = frozenset(codes)
        if not area:
            return None
        if area not in self._united:
            for code in sorted(area):
                if code not in self.hierarchy:
                    near = suggestion(nearest(code, self.hierarchy, 3))
                    raise AtlasError(f"{code} is not a code of NUTS {self.version}.{near}")
            outermost = sorted(code for code in area if area.isdisjoint(self.hierarchy.ancestors(code)))
            shapes = [self.geometry[code] for code in outermost]
            self._united[area] = shapes[0] if len(shapes) == 1 else union(shapes)
        return self._united[area]
