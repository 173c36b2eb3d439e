"""Checks of NUTS codes: against their version and country, programmes without area, areas inside one another."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.periods import CURRENT_PERIOD, NUTS_VERSIONS, PERIODS
from ..sources.findings import Finding, Severity
from ..sources.row import Row
from ..sources.tables import Sources
from .check_tables import finding
from .nuts_codes import NutsCodes

_TABLE = "programmes_areas"


def check_areas(sources: Sources, codes: NutsCodes) -> Iterator[Finding]:
    """Findings on areas of programmes and territories of strategies."""
    programmes = {cci: row for row in sources.rows("programmes_programmes") if (cci := row.text("cci"))}
    areas: dict[str, list[Row]] = {}
    for row in sources.rows(_TABLE):
        areas.setdefault(row.raw["cci"], []).append(row)
        yield from _area(sources, codes, row, programmes.get(row.raw["cci"]))
    for cci, row in programmes.items():
        if cci not in areas and sources.tables[_TABLE].complete:
            reason = f"{cci} has no area in {sources.tables[_TABLE].file}: it will not be on the map"
            yield Finding(row.file, reason, row.number, "cci", cci, severity=Severity.WARNING)
    for rows in areas.values():
        yield from _overlaps(sources, rows)
    yield from _missing(sources, codes)
    yield from _strategies(sources, codes)
    yield from _countries(sources, codes)


def _area(sources: Sources, codes: NutsCodes, row: Row, programme: Row | None) -> Iterator[Finding]:
    code, version = row.text("nuts_code"), row.text("nuts_version")
    if code is None or version is None:
        return
    complaint = codes.complaint(code, version)
    if complaint:
        yield Finding(sources.tables[_TABLE].file, complaint[0], row.number, "nuts_code", code, complaint[1])
    if programme is None:
        return
    period, country = programme.raw["period"], programme.raw["country"]
    if period in PERIODS and version != PERIODS[period].nuts_version:
        reason = f"is not the NUTS version of the period {period}"
        yield finding(row, "nuts_version", reason, (PERIODS[period].nuts_version,))
    if not code.startswith(country):
        reason = f"does not lie in {country}, the country of {row.raw['cci']}"
        yield finding(row, "nuts_code", reason)
    elif row.raw["basis"] == "whole_country" and code != country:
        yield finding(row, "nuts_code", "is not a whole country, as the basis says", (country,))


def _overlaps(sources: Sources, rows: list[Row]) -> Iterator[Finding]:
    for row in rows:
        code = row.raw["nuts_code"]
        for other in rows:
            above = other.raw["nuts_code"]
            if above and code != above and code.startswith(above):
                reason = f"{code} lies inside {above} of row {other.number}: the wider code says it all"
                file = sources.tables[_TABLE].file
                yield Finding(file, reason, row.number, "nuts_code", code, severity=Severity.WARNING)


def _missing(sources: Sources, codes: NutsCodes) -> Iterator[Finding]:
    """Areas of the programmes that are known to exist, but are not among the programmes."""
    for row in sources.rows("programmes_missing"):
        code, version = row.text("nuts_code"), row.text("nuts_version")
        if code is None or version is None:
            continue
        if complaint := codes.complaint(code, version):
            yield Finding(row.file, complaint[0], row.number, "nuts_code", code, complaint[1])
        elif not code.startswith(row.raw["country"]):
            yield finding(row, "nuts_code", f"does not lie in {row.raw['country']}")


def _strategies(sources: Sources, codes: NutsCodes) -> Iterator[Finding]:
    countries = codes.countries()
    for row in sources.rows("strategy_regions"):
        prefix = row.text("nuts_prefix")
        # Countries without NUTS or statistical regions (Moldova) cannot be checked.
        if prefix and prefix[:2] in countries and not codes.anywhere(prefix):
            complaint = codes.complaint(prefix, CURRENT_PERIOD.nuts_version)
            if complaint:
                file = sources.tables["strategy_regions"].file
                yield Finding(file, complaint[0], row.number, "nuts_prefix", prefix, complaint[1])


def _countries(sources: Sources, codes: NutsCodes) -> Iterator[Finding]:
    """Every country of the regions needs a name; those of versions that no collection shows can wait."""
    if not sources.tables["codelists_countries"].complete:
        return
    shown = codes.countries(NUTS_VERSIONS)
    file = sources.tables["codelists_countries"].file
    for code in sorted(codes.countries() - sources.codes["countries"].keys()):
        severity = Severity.ERROR if code in shown else Severity.WARNING
        reason = f"the country {code} of the NUTS regions is missing"
        yield Finding(file, reason, column="code", value=code, severity=severity)
