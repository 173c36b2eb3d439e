"""Territorial cooperation of 2014-2020 by NUTS III area (keep.eu), for the areas of each NUTS version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..sources.regions import Regions
from ..sources.row import Row
from ..sources.schema_regions import INTERREG
from ..sources.tables import Sources

#: Properties of areas, and the columns of the table that hold them; counts first, which are whole numbers.
_COUNTS = {"interreg_projects": "projects", "interreg_partners": "partners"}
_AMOUNTS = {"interreg_budget": "total_budget", "interreg_erdf": "erdf"}
#: Areas that differ by at most this share count as the same in two NUTS versions.
_SAME_AREA = 0.01


class TerritorialCooperation:
    """What keep.eu shows for each area.

    :param regions: regions by NUTS version
    """

    def __init__(self, sources: Sources, regions: Mapping[str, Regions]) -> None:
        self._rows: dict[str, dict[str, Row]] = {version: {} for version in regions}
        rows = sources.rows(INTERREG.name)
        for stated in sorted({row.raw["nuts_version"] for row in rows} & regions.keys()):
            of_version = {row.raw["nuts_code"]: row for row in rows if row.raw["nuts_version"] == stated}
            for version, area in regions.items():
                same = of_version.keys() & unchanged(sources, regions[stated], area)
                self._rows[version] |= {code: of_version[code] for code in same}

    def of_area(self, version: str, nuts3: str) -> dict[str, Any]:
        """The properties of an area; all are absent where keep.eu shows no project."""
        row = self._rows[version].get(nuts3)
        if row is None:
            return dict.fromkeys((*_COUNTS, *_AMOUNTS))
        counts = {name: int(row.number_of(column) or 0) for name, column in _COUNTS.items()}
        return counts | {name: row.number_of(column) for name, column in _AMOUNTS.items()}


def unchanged(sources: Sources, one: Regions, other: Regions) -> frozenset[str]:
    """The NUTS III codes that stand for the same area in two versions.

    Those that the table of changes does not name between the two, and whose areas differ by at most 1 %.
    """
    if one.version == other.version:
        return frozenset(one.nuts3.index)
    versions = {one.version, other.version}
    changed = {
        row.raw[column]
        for row in sources.rows("nuts_changes")
        if {row.raw["from_version"], row.raw["to_version"]} == versions
        for column in ("from_code", "to_code")
    }
    sizes = one.nuts3["area_km2"].to_dict(), other.nuts3["area_km2"].to_dict()
    return frozenset(
        code
        for code in sizes[0].keys() & sizes[1].keys() - changed
        if abs(sizes[1][code] / sizes[0][code] - 1) <= _SAME_AREA
    )
