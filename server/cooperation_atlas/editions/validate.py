"""Validation: every finding of all sources at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..model.periods import NUTS_VERSIONS
from ..sources.findings import BadSources, Finding
from ..sources.land import Land, read_land
from ..sources.nuts import load_regions
from ..sources.nuts_files import available_versions
from ..sources.regions import Regions
from ..sources.tables import Sources, read
from .check_areas import check_areas
from .check_boundaries import check_boundaries
from .check_entries import check_entries
from .check_names import check_names
from .check_official import check_official
from .check_programmes import check_programmes
from .check_records import check_guide, check_records
from .check_region_facts import check_region_facts
from .check_tables import check_tables
from .nuts_codes import NutsCodes


@dataclass(frozen=True, slots=True)
class Checked:
    """The sources, the regions by NUTS version, the land of the background, and all findings sorted by place."""

    sources: Sources
    regions: dict[str, Regions]
    land: list[Land]
    findings: list[Finding]


def validate(
    data: Path,
    *,
    samples: bool = True,
    further: Iterable[Finding] = (),
    step: Callable[[str], None] = lambda _name: None,
) -> Checked:
    """Read and check everything below the data folder.

    :param samples: whether the sample entries are read and checked too
    :param further: findings on files beside the data folder, made while the checks run (those of the configuration)
    :param step: called with the name of each step before it starts
    :raises AtlasError: only when there is no such folder
    """
    step("tables")
    sources = read(data, samples=samples)
    findings = [*sources.findings, *check_boundaries(data)]
    regions: dict[str, Regions] = {}
    for version in sorted({*NUTS_VERSIONS, *available_versions(data)}):
        step(f"NUTS {version}")
        try:
            regions[version] = load_regions(version, data)
        except BadSources as error:
            findings += error.findings
    land: list[Land] = []
    try:
        land = read_land(data)
    except BadSources as error:
        findings += error.findings
    step("checks")
    findings += further
    codes = NutsCodes(sources, regions)
    for check in (check_tables, check_programmes, check_official, check_entries, check_records, check_guide):
        findings += check(sources)
    findings += check_areas(sources, codes)
    findings += check_names(sources, codes)
    findings += check_region_facts(sources, codes, regions)
    return Checked(sources, regions, land, sorted(set(findings), key=lambda f: f.order))
