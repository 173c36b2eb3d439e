"""Checks of the records of knowledge: their values, and that no link stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..sources.findings import Finding, Severity
from ..sources.schema_knowledge import RECORD_PROPERTIES, RECORD_VALUES, RECORDS
from ..sources.tables import Sources
from .check_tables import finding, property_values


def check_knowledge(sources: Sources) -> Iterator[Finding]:
    """Findings of the records and of their values. Links are checked for their form when they are read, not fetched."""
    yield from property_values(sources, RECORD_VALUES.name, RECORD_PROPERTIES, "a record")
    with_topic = {row.raw["id"] for row in sources.rows(RECORD_VALUES.name) if row.raw["property"] == "topics"}
    seen: dict[str, int] = {}
    for row in sources.rows(RECORDS.name):
        url, id_ = row.raw["url"], row.raw["id"]
        if url in seen:
            yield finding(row, "url", f"is already the address in row {seen[url]}")
        seen.setdefault(url, row.number)
        dated, read = row.date("date"), row.date("source_date")
        if dated and read and dated > read:
            yield finding(row, "date", f"is after source_date {read}, the day on which it was read")
        if id_ not in with_topic and sources.tables[RECORD_VALUES.name].complete:
            reason = f"{id_} has no topic: no topic finds it"
            yield Finding(row.file, reason, row.number, "id", id_, severity=Severity.WARNING)
