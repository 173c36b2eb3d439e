"""Geometries of countries and of NUTS areas of every level, for maps of numbers by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import shapely

from ...model.collections import COUNTRIES, areas_of
from ...model.periods import NUTS_VERSIONS
from ...sources.nuts_topology import union
from ..budget import Budget
from ..contract import Place
from ..crs import OFFERED
from ..distribution import SMALLER
from ..query import Part
from .geometry import encode
from .table import FeatureTable

#: Steps (``store.budget``) to join the NUTS III areas of a region, and to write a vertex.
_JOIN, _VERTEX = 1_000, 8


class Places:
    """The places of an edition: NUTS III areas, the regions made of them, and countries.

    :param tables: by collection id
    """

    def __init__(self, tables: Mapping[str, FeatureTable]) -> None:
        self._countries = tables.get(COUNTRIES.id)
        self._areas: dict[str, FeatureTable] = {}
        for version in reversed(NUTS_VERSIONS):
            areas = areas_of(version)
            if areas is not None and areas.id in tables:
                self._areas[version] = tables[areas.id]
        #: Regions of several areas in CRS84, by version and code; made when first asked for.
        self._shapes: dict[tuple[str | None, str], shapely.Geometry] = {}

    def of(self, codes: Sequence[str], crs: str, version: str | None, budget: Budget | None) -> list[Place | None]:
        """The places of codes of countries and NUTS areas; ``None`` for a code without one.

        :param version: NUTS version of the codes where they have it; else the newest that has them
        """
        versions = sorted(self._areas, key=lambda one: one != version)
        return [self._place(code, crs, versions, budget) for code in codes]

    def codes(self, length: int, version: str | None) -> list[str]:
        """The NUTS codes of a level, by their length.

        :param version: NUTS version; those of all versions where it is none of them
        """
        versions = [version] if version in self._inside else list(self._inside)
        return sorted({code for one in versions if one for code in self._inside[one] if len(code) == length})

    def _place(self, code: str, crs: str, versions: Sequence[str], budget: Budget | None) -> Place | None:
        if self._countries is not None and code in self._countries.row_of:
            table, rows, of_version = self._countries, [self._countries.row_of[code]], None
        else:
            found = next((one for one in versions if code in self._inside[one]), None)
            if found is None:
                return None
            table, rows, of_version = self._areas[found], self._inside[found][code], found
        areas = table.geometries()
        rows = [row for row in rows if areas.shapes[row] is not None]
        if not rows:
            return None
        if len(rows) == 1:
            _pay(areas.vertices[rows[0]] * _VERTEX, code, budget)
            return Place(table.geometries(crs).fragments(rows)[0], of_version)
        joined = np.array([self._joined((of_version, code), areas.shapes[rows], budget)])
        _pay(shapely.get_num_coordinates(joined[0]) * _VERTEX, code, budget)
        return Place(encode(shapely.transform(joined, OFFERED[crs].from_crs84), OFFERED[crs])[0], of_version)

    @cached_property
    def _inside(self) -> dict[str, dict[str, list[int]]]:
        """By version, the rows of the NUTS III areas in each region."""
        found: dict[str, dict[str, list[int]]] = {}
        for version, table in self._areas.items():
            inside: defaultdict[str, list[int]] = defaultdict(list)
            for name in (table.collection.id_field, "nuts2", "nuts1", "country"):
                for row, code in enumerate(table.columns[name].values):
                    if code:
                        inside[code].append(row)
            found[version] = dict(inside)
        return found

    def _joined(self, key: tuple[str | None, str], areas: np.ndarray, budget: Budget | None) -> shapely.Geometry:
        if key not in self._shapes:
            _pay(len(areas) * _JOIN, key[1], budget)
            self._shapes[key] = union(areas)
        return self._shapes[key]


def _pay(cost: float, code: str, budget: Budget | None) -> None:
    if budget is not None:
        budget.spend(cost, f"the shape of {code}", Part.DIMENSIONS, SMALLER)
