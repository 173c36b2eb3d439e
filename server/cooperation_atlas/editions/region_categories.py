"""Categories of region: of NUTS III areas by the NUTS II region around them, and of programmes by their area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model.periods import PERIOD_2021_2027
from ..sources.regions import Regions
from ..sources.row import Row
from ..sources.schema_regions import CATEGORIES_OF_REGION
from ..sources.tables import Sources
from .partnership import in_order

#: Codes of ``category_bases``.
STATED, CORROBORATED, DERIVED, OUTSIDE_UNION = "stated", "corroborated", "derived", "outside_union"
#: Basis of an area of which nothing narrower than the country is known.
_WHOLE_COUNTRY = "whole_country"


class RegionCategories:
    """The categories of the NUTS II regions of 2021-2027, as far as they are known.

    :param regions: regions by NUTS version
    """

    def __init__(self, sources: Sources, regions: Mapping[str, Regions]) -> None:
        # The funds whose money is planned by category of region (Reg. (EU) 2021/1060 Art. 108).
        self._by_category = {fund for fund, row in sources.codes["funds"].items() if row.values["by_category"]}
        self._codes = sources.codes["categories_of_region"]
        self._members = {code for code, row in sources.codes["countries"].items() if row.values["eu_member"]}
        self._rows = {row.raw["nuts_code"]: row for row in sources.rows(CATEGORIES_OF_REGION.name)}
        self._nuts2: dict[str, str] = regions[PERIOD_2021_2027.nuts_version].nuts3["nuts2"].to_dict()

    def of_area(self, nuts2: str, country: str) -> dict[str, Any]:
        """The properties of an area of NUTS 2021 in a NUTS II region."""
        row = self._rows.get(nuts2)
        category = row.raw["category_of_region"] if row else None
        basis = row.raw["basis"] if row else None if country in self._members else OUTSIDE_UNION
        return {
            "category_of_region": category,
            "category_of_region_basis": basis,
            "category_of_region_source": row.raw["source"] if row else None,
        }

    def of_regions(self, nuts3: Iterable[str]) -> tuple[tuple[str, ...], bool]:
        """The categories of areas of NUTS 2021, in the order of their list, and whether that of each is known."""
        nuts2 = {self._nuts2[code] for code in nuts3}
        categories = {self._rows[code].raw["category_of_region"] for code in nuts2 & self._rows.keys()}
        return in_order(categories, self._codes), bool(nuts2) and nuts2 <= self._rows.keys()

    def of_programme(
        self, period: str, stated: Iterable[str], funds: Iterable[str], areas: Iterable[Row], nuts3: Iterable[str]
    ) -> dict[str, Any]:
        """The properties of a programme.

        Where no source states its categories they are those of its area, if the area is known to be the whole
        truth (no default of a whole country, no note), the category of each region in it is known, and a fund that has
        categories is known.

        :param stated: categories that sources state for the programme
        :param areas: rows of its area
        :param nuts3: the NUTS III areas in it
        """
        rows = list(areas)
        if known := in_order(stated, self._codes):
            return {"categories_of_region": known, "categories_basis": STATED}
        if period == PERIOD_2021_2027.code and not self._by_category.isdisjoint(funds) and is_whole_truth(rows):
            derived, complete = self.of_regions(nuts3)
            if complete:
                return {"categories_of_region": derived, "categories_basis": DERIVED}
        return {"categories_of_region": (), "categories_basis": None}


def is_whole_truth(areas: Iterable[Row]) -> bool:
    """Whether the area of a programme is known as it is: no default, and no note that says otherwise."""
    return all(row.raw["basis"] != _WHOLE_COUNTRY and not row.text("note") for row in areas)
