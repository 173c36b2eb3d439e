"""Where pages lead to areas that are alike, and what the page of these shows of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from ..model.collections import PROGRAMMES, Collection
from ..model.similar import SIMILAR_REGIONS
from ..ogc.similar_request import AREA, VERSION


def similar_path(areas: Collection, code: str) -> str:
    """Path and query of the areas abroad that are like one of them, below the address of the service."""
    version = areas.period.nuts_version if areas.period else ""
    return f"/{SIMILAR_REGIONS.id}?{urlencode({AREA: code, VERSION: version, 'abroad': 'true'})}"


@dataclass(frozen=True, slots=True)
class ShownArea:
    """An area that is alike, as its page shows it.

    :param where: code list and code of its country
    :param region: code list and code of its category of region, ``None`` where that is not known
    :param served_by: path and query of the programmes that cover it
    """

    code: str
    name: str
    where: tuple[str, str]
    region: tuple[str, str] | None
    km: float | None
    km2: float | None
    ends: tuple[float, float]
    alike: list[str]
    different: list[str]
    unknown: list[str]
    served_by: str

    @classmethod
    def of(cls, areas: Collection, row: Mapping[str, Any]) -> ShownArea:
        """From a row of the answer."""
        code, category = row["nuts_code"], row["category_of_region"]
        period = areas.period.code if areas.period else ""
        return cls(
            code,
            row["name"] or code,
            ("countries", row["country"]),
            ("categories_of_region", category) if category else None,
            row["distance_km"],
            row["area_km2"],
            (row["score_low"], row["score_high"]),
            row["alike"] or [],
            row["different"] or [],
            row["not_known"] or [],
            f"/collections/{PROGRAMMES.id}/items?{urlencode({AREA: code, 'period': period})}",
        )
