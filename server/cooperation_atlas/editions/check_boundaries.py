"""Checks of the folder of NUTS boundaries: its files must belong together, and none is ignored silently."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..sources.files import listed
from ..sources.findings import Finding, Severity
from ..sources.nuts_files import available_versions, geometry_file, interrupted_imports
from ..sources.schema import REGIONS
from ..sources.tables import read_table, repeated_keys, shown


def check_boundaries(data: Path) -> Iterator[Finding]:
    """Findings on the table of regions as a table, and on files that are not read.

    The regions themselves are checked by ``load_regions``.
    """
    versions = available_versions(data)
    source, findings = read_table(data, REGIONS)
    yield from findings
    yield from repeated_keys(source)
    reported: set[str] = set()
    for row in source.rows:
        version = row.raw["nuts_version"]
        if version not in versions and version not in reported:
            reported.add(version)
            reason = f"{version} has no geometry in {geometry_file(data, version)}: its rows are not used"
            yield Finding(source.file, reason, row.number, "nuts_version", version, severity=Severity.WARNING)
    for version in interrupted_imports(data):
        reason = f"the import of NUTS {version} was interrupted: table and geometry may not agree; import it again"
        yield Finding(geometry_file(data, version), reason)
    read = {Path(geometry_file(data, version)).name for version in versions}
    for path in listed(data / "nuts", "nuts-*"):
        if path.name not in read:
            reason = "the file is not read: a name such as nuts-2024.geojson.gz is expected"
            yield Finding(shown(data, f"nuts/{path.name}"), reason, severity=Severity.WARNING)
