"""Whether tables that an import staged would pass validation; else nothing is published."""

from __future__ import annotations

from pathlib import Path

from ..sources.findings import BadSources, Finding, Severity
from ..sources.schema import CODELIST_TABLES, OFFICIAL_TABLES, PROGRAMME_TABLES, TABLES
from ..sources.tables import Source, Sources, read_file, read_table, shown
from .check_official import check_official
from .check_programmes import check_programmes
from .check_tables import check_tables

#: Each row of it was checked when it was read, and it is the largest by far.
_CHECKED_BEFORE = "official_categorisation"


def check_import(data: Path, staged: Path) -> None:
    """Check the tables of programmes, with staged official ones in the place of those in ``data/official``.

    :raises BadSources: with the errors in the staged tables
    """
    tables = {t.name: Source(t, shown(data, t.path), (), complete=False) for t in TABLES.values()}
    found: list[Finding] = []
    for table in (*CODELIST_TABLES, *PROGRAMME_TABLES):
        tables[table.name], _ = read_table(data, table)
    for table in OFFICIAL_TABLES:
        if table.name != _CHECKED_BEFORE:
            tables[table.name], in_table = read_file(table, staged / Path(table.path).name, shown(data, table.path))
            found += in_table
    sources = Sources(data, tables)
    for check in (check_tables, check_programmes, check_official):
        found += check(sources)
    official = {tables[table.name].file for table in OFFICIAL_TABLES}
    if errors := [f for f in found if f.severity is Severity.ERROR and f.file in official]:
        raise BadSources(errors)
