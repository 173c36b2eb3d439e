"""Checks of cooperation entries: values, spans of time, contacts, and that samples are marked as samples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..sources.findings import Finding, Severity
from ..sources.row import Row
from ..sources.schema import ENTRY_PROPERTIES
from ..sources.tables import Sources
from .check_tables import finding, property_values

_SAMPLE_ID = re.compile(r"SAMPLE-[0-9]{4,}")
_PERSON = re.compile(r"[a-z]+\.[a-z]+@.*", re.IGNORECASE)


def check_entries(sources: Sources) -> Iterator[Finding]:
    """Findings of the entries and of the samples."""
    for table, values in (("entries", "entry_values"), ("samples", "sample_values")):
        name, value_name = f"cooperation_{table}", f"cooperation_{values}"
        yield from property_values(sources, value_name, ENTRY_PROPERTIES, "an entry")
        with_topic = {r.raw["id"] for r in sources.rows(value_name) if r.raw["property"] == "topics"}
        for row in sources.rows(name):
            start, end = row.date("open_from"), row.date("open_to")
            if start and end and start > end:
                yield finding(row, "open_to", f"is before open_from {start}")
            if row.raw["id"] not in with_topic and sources.tables[value_name].complete:
                reason = f"{row.raw['id']} has no topic: no topic filter will find it"
                file = sources.tables[name].file
                yield Finding(file, reason, row.number, "id", row.raw["id"], severity=Severity.WARNING)
            yield from sample_entry(row, "summary") if table == "samples" else real_entry(row)


def sample_entry(row: Row, text: str) -> Iterator[Finding]:
    """Findings of a row that must be seen to be made up.

    :param text: column that people read
    """
    if not _SAMPLE_ID.fullmatch(row.raw["id"]):
        yield finding(row, "id", "is not an id of a sample such as SAMPLE-0001")
    if not row.raw[text].startswith("Sample"):
        yield finding(row, text, "does not start with 'Sample', as that of a sample must")
    if row.raw["contact"]:
        yield finding(row, "contact", "is a contact, but a sample has nobody to contact")


def real_entry(row: Row) -> Iterator[Finding]:
    """Findings of a row that states facts: it is no sample, and its contact is no person."""
    if row.raw["id"].upper().startswith("SAMPLE"):
        yield finding(row, "id", "is an id of a sample, but the table is for real entries")
    if _PERSON.fullmatch(row.raw["contact"]):
        reason = f"{row.raw['contact']} looks like the mailbox of a person; give a functional one or a web page"
        yield Finding(row.file, reason, row.number, "contact", row.raw["contact"], severity=Severity.WARNING)
