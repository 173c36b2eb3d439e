"""Checks of the facts about regions: categories of region, and territorial cooperation of 2014-2020."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.periods import PERIOD_2021_2027
from ..sources.findings import Finding, Severity
from ..sources.regions import SMALLEST, Regions
from ..sources.row import Row
from ..sources.schema_regions import CATEGORIES_OF_REGION, INTERREG
from ..sources.tables import Sources
from .check_tables import finding
from .nuts_codes import NutsCodes
from .region_categories import CORROBORATED, STATED, RegionCategories, is_whole_truth

#: NUTS level at which categories are decided.
_NUTS_2 = 2
#: What a category means: GDP per head in per cent of the EU-27 average, from and below (Reg. (EU) 2021/1060 Art. 108).
_THRESHOLDS = {"LD": (0.0, 75.0), "TR": (75.0, 100.0), "MD": (100.0, float("inf"))}


def check_region_facts(sources: Sources, codes: NutsCodes, regions: Mapping[str, Regions]) -> Iterator[Finding]:
    """Findings on facts about regions, and on categories of programmes that no region of their area has."""
    for row in sources.rows(CATEGORIES_OF_REGION.name):
        yield from _region(codes, regions, row, _NUTS_2)
        yield from _category(row)
    for row in sources.rows(INTERREG.name):
        yield from _region(codes, regions, row, SMALLEST)
        yield from _interreg(row)
    yield from _programmes(sources, regions)


def _region(codes: NutsCodes, regions: Mapping[str, Regions], row: Row, level: int) -> Iterator[Finding]:
    code, version = row.text("nuts_code"), row.text("nuts_version")
    if code is None or version is None:
        return
    if complaint := codes.complaint(code, version):
        yield Finding(row.file, complaint[0], row.number, "nuts_code", code, complaint[1])
    elif version in regions and regions[version].frame.at[code, "level"] != level:
        yield finding(row, "nuts_code", f"is not of NUTS level {level}")


def _category(row: Row) -> Iterator[Finding]:
    """A category that was not read rests on GDP per head, so that has to be there and to agree."""
    basis, gdp = row.raw["basis"], row.number_of("gdp_pps")
    if row.raw["nuts_version"] and row.raw["nuts_version"] != PERIOD_2021_2027.nuts_version:
        reason = f"is not the NUTS version of the categories of {PERIOD_2021_2027.code}"
        yield finding(row, "nuts_version", reason, (PERIOD_2021_2027.nuts_version,))
    if basis and basis not in (STATED, CORROBORATED):
        yield finding(row, "basis", "is not a basis of a region", (STATED, CORROBORATED))
    if basis != CORROBORATED:
        return
    low, high = _THRESHOLDS.get(row.raw["category_of_region"], (0.0, float("inf")))
    if gdp is None:
        reason = f"a category that is {CORROBORATED} needs the figure that agrees with it"
        yield Finding(row.file, reason, row.number, "gdp_pps")
    elif not low <= gdp < high:
        reason = f"does not agree with {row.raw['category_of_region']}, which is from {low:g} to below {high:g}"
        yield finding(row, "gdp_pps", reason)


def _interreg(row: Row) -> Iterator[Finding]:
    projects, partners, total, erdf = (
        row.number_of(column) for column in ("projects", "partners", "total_budget", "erdf")
    )
    for column, count in (("projects", projects), ("partners", partners)):
        if count is not None and (count < 1 or count != int(count)):
            yield finding(row, column, "is not a number of 1 or more: leave out what is not known")
    if projects is not None and partners is not None and partners < projects:
        yield finding(row, "partners", f"is less than the {row.raw['projects']} projects")
    if total is not None and erdf is not None and erdf > total:
        yield finding(row, "erdf", f"is more than the total_budget {row.raw['total_budget']}")


def _programmes(sources: Sources, regions: Mapping[str, Regions]) -> Iterator[Finding]:
    """A category of a programme that no region of its area has, where the area and all its categories are known."""
    version = PERIOD_2021_2027.nuts_version
    if version not in regions:
        return
    categories = RegionCategories(sources, regions)
    periods = {row.raw["cci"]: row.raw["period"] for row in sources.rows("programmes_programmes")}
    areas: dict[str, list[Row]] = {}
    for row in sources.rows("programmes_areas"):
        areas.setdefault(row.raw["cci"], []).append(row)
    for row in sources.rows("programmes_categories"):
        cci, category = row.raw["cci"], row.raw["category_of_region"]
        if periods.get(cci) != PERIOD_2021_2027.code or category not in _THRESHOLDS:
            continue
        of_area = areas.get(cci, [])
        known, complete = categories.of_regions(regions[version].covered(area.raw["nuts_code"] for area in of_area))
        if complete and category not in known and is_whole_truth(of_area):
            reason = f"{category}: no region of the area of {cci} has this category, but {', '.join(known)}"
            yield Finding(row.file, reason, row.number, "category_of_region", category, severity=Severity.WARNING)
