"""Checks of records: their values, that no link stands twice, and that samples are marked as samples."""

from __future__ import annotations

from collections.abc import Iterator

from ..sources.findings import Finding, Severity
from ..sources.row import Row
from ..sources.schema_guide import OPTION_PROPERTIES, OPTION_VALUES
from ..sources.schema_records import RECORD_TABLES, RecordTables
from ..sources.tables import Sources
from .check_entries import real_entry, sample_entry
from .check_tables import finding, property_values


def check_records(sources: Sources) -> Iterator[Finding]:
    """Findings of all tables of records. Links are checked for their form when they are read, not fetched."""
    for tables in RECORD_TABLES:
        yield from property_values(sources, tables.values.name, tables.properties, "a record")
        with_topic = {r.raw["id"] for r in sources.rows(tables.values.name) if r.raw["property"] == "topics"}
        seen: dict[str, int] = {}
        for row in sources.rows(tables.rows.name):
            url, id_ = row.raw["url"], row.raw["id"]
            if url and url in seen:
                yield finding(row, "url", f"is already the address in row {seen[url]}")
            seen.setdefault(url, row.number)
            if id_ not in with_topic and sources.tables[tables.values.name].complete:
                reason = f"{id_} has no topic: no topic finds it"
                yield Finding(row.file, reason, row.number, "id", id_, severity=Severity.WARNING)
            yield from _days(tables, row)
            if tables.collection.sample_field:
                yield from sample_entry(row, "title") if tables.sample else real_entry(row)


def check_guide(sources: Sources) -> Iterator[Finding]:
    """Findings of the guide: what its answers mean."""
    yield from property_values(sources, OPTION_VALUES.name, OPTION_PROPERTIES, "an answer of the guide")


def _days(tables: RecordTables, row: Row) -> Iterator[Finding]:
    first, last = tables.collection.days
    start, end, read = row.date(first), row.date(last), row.date("source_date")
    if start and end and start > end:
        yield finding(row, last, f"is before {first} {start}")
    if first == last and start and read and start > read:
        yield finding(row, first, f"is after source_date {read}, the day on which it was read")
