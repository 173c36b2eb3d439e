"""The tables of records: documents and pages about cooperation, and examples of cooperation actions.

They hold links and facts only, no text of others.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model.record_collections import EXAMPLES, KNOWLEDGE, RecordCollection
from .declarations import Kind, SourceColumn, SourceTable

_SOURCED = (SourceColumn("source", required=True), SourceColumn("source_date", Kind.DATE, required=True))
_KNOWLEDGE = (
    SourceColumn("id", Kind.CODE, required=True),
    SourceColumn("title", required=True),
    SourceColumn("language", Kind.LANGUAGE, required=True),
    SourceColumn("type", Kind.CODE, required=True, codelist="knowledge_types"),
    SourceColumn("publisher", required=True),
    SourceColumn("date", Kind.DATE),
    SourceColumn("url", Kind.URL, required=True),
    SourceColumn("external_id", Kind.CODE),
    *_SOURCED,
)
_EXAMPLES = (
    SourceColumn("id", Kind.CODE, required=True),
    SourceColumn("title", required=True),
    SourceColumn("language", Kind.LANGUAGE, required=True),
    SourceColumn("cci", Kind.CODE, required=True, references=("programmes_programmes", "cci")),
    SourceColumn("status", Kind.CODE, codelist="statuses"),
    SourceColumn("start", Kind.DATE),
    SourceColumn("end", Kind.DATE),
    SourceColumn("contact", Kind.CONTACT),
    SourceColumn("url", Kind.URL),
    *_SOURCED,
)


@dataclass(frozen=True, slots=True)
class RecordTables:
    """Two tables of one collection: one row a record, and one row a value of what can have several.

    :param sample: whether the records are made up
    """

    collection: RecordCollection
    rows: SourceTable
    values: SourceTable
    sample: bool = False

    @property
    def properties(self) -> dict[str, str]:
        """The properties that can have several values, and the code list of each."""
        return {name: self.collection.codelists[name] for name in self.collection.several}


def _tables(
    collection: RecordCollection, path: str, columns: tuple[SourceColumn, ...], *, sample: bool = False
) -> RecordTables:
    """:param path: of the rows, without the ending; that of the values follows from it."""
    folder, _, plural = path.rpartition("/")
    singular = plural.removesuffix("s")
    name, values = f"{folder}_{plural}", f"{folder}_{singular}_values"
    return RecordTables(
        collection,
        SourceTable(name, f"{path}.csv", columns, ("id",), optional=True),
        SourceTable(
            values,
            f"{folder}/{singular}_values.csv",
            (
                SourceColumn("id", Kind.CODE, required=True, references=(name, "id")),
                SourceColumn("property", Kind.CODE, required=True),
                SourceColumn("value", Kind.CODE, required=True),
            ),
            ("id", "property", "value"),
            optional=True,
        ),
        sample,
    )


RECORD_TABLES = (
    _tables(KNOWLEDGE, "knowledge/records", _KNOWLEDGE),
    _tables(EXAMPLES, "cooperation/examples", _EXAMPLES),
    _tables(EXAMPLES, "cooperation/sample_examples", _EXAMPLES, sample=True),
)
