"""The table of documents, databases and pages about cooperation: links and facts only, no text of theirs."""

from __future__ import annotations

from .declarations import Kind, SourceColumn, SourceTable

#: Properties of a record that can have several values, and the code list of each.
RECORD_PROPERTIES = {
    "topics": "knowledge_topics",
    "scopes": "scopes",
    "modes": "modes",
    "periods": "periods",
}

RECORDS = SourceTable(
    "knowledge_records",
    "knowledge/records.csv",
    (
        SourceColumn("id", Kind.CODE, required=True),
        SourceColumn("title", required=True),
        SourceColumn("language", Kind.LANGUAGE, required=True),
        SourceColumn("type", Kind.CODE, required=True, codelist="knowledge_types"),
        SourceColumn("publisher", required=True),
        SourceColumn("date", Kind.DATE),
        SourceColumn("url", Kind.URL, required=True),
        SourceColumn("external_id", Kind.CODE),
        SourceColumn("source", required=True),
        SourceColumn("source_date", Kind.DATE, required=True),
    ),
    ("id",),
    optional=True,
)
RECORD_VALUES = SourceTable(
    "knowledge_record_values",
    "knowledge/record_values.csv",
    (
        SourceColumn("id", Kind.CODE, required=True, references=(RECORDS.name, "id")),
        SourceColumn("property", Kind.CODE, required=True),
        SourceColumn("value", Kind.CODE, required=True),
    ),
    ("id", "property", "value"),
    optional=True,
)
KNOWLEDGE_TABLES = (RECORDS, RECORD_VALUES)
