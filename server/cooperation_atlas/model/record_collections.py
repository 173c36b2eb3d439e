"""Collections of records (OGC API - Records): knowledge about cooperation, and examples of cooperation actions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .fields import Field, FieldType, array, boolean, date, string

#: Parameters that are no property: records by their ids (20-004r1).
IDS = "ids"


@dataclass(frozen=True, eq=False)  # there is one of each, compared as such
class RecordCollection:
    """A collection of records.

    :param fields: properties that a request can name, in the order in which they are shown; arrays have no plain-text
        twins here
    :param texts: properties whose words are searched, beside the labels of codes
    :param days: properties with the first and the last day of a record; the same one twice for a single day
    :param sample_field: property that says whether a record is made up
    """

    id: str
    title: str
    description: str
    keywords: tuple[str, ...]
    fields: tuple[Field, ...]
    texts: tuple[str, ...]
    days: tuple[str, str]
    sample_field: str | None = None

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by property name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def codelists(self) -> dict[str, str]:
        """The code lists by the properties whose values are their codes."""
        return {field.name: field.codelist for field in self.fields if field.codelist}

    @cached_property
    def several(self) -> tuple[str, ...]:
        """The properties that can have several values."""
        return tuple(field.name for field in self.fields if field.type is FieldType.ARRAY)


def _several(name: str, title: str, description: str, codelist: str) -> Field:
    return array(name, title, description, codelist)[0]


KNOWLEDGE = RecordCollection(
    id="knowledge",
    title="Knowledge",
    description="Regulations, guidance, databases, good practices and events about cooperation between programmes: "
    "titles, links and facts, each with its source. Topics are assigned by this project.",
    keywords=("cooperation", "guidance", "regulation", "good practice", "database", "OGC API - Records"),
    texts=("title", "publisher"),
    days=("date", "date"),
    fields=(
        string("title", "Title", "Title as the source has it, in its language."),
        string("type", "Type", "What it is.", "knowledge_types"),
        string("language", "Language", "Language of the document or page (ISO 639-1)."),
        string("publisher", "Publisher", "Who publishes it."),
        date("date", "Date", "Day of adoption, of publication, or of the beginning of an event, where it is known."),
        string("url", "Link", "Address of the document or page, as it was found.", format="uri"),
        string("externalIds", "Identifier", "Identifier that others gave it, such as `celex:32021R1060`."),
        _several("topics", "Topics", "What it is about.", "knowledge_topics"),
        _several("scopes", "Scopes", "Scopes that it deals with.", "scopes"),
        _several("modes", "Modes", "Ways of cooperating that it deals with.", "modes"),
        _several("periods", "Periods", "Programming periods that it is about.", "periods"),
        string("source", "Source", "Where these facts were read."),
        date("source_date", "Source date", "Day on which they were read."),
    ),
)

EXAMPLES = RecordCollection(
    id="examples",
    title="Examples of cooperation actions",
    description="Cooperation actions of programmes, with a functional contact that answers questions about each. "
    "Records with `sample: true` are made up to show the service and state no fact.",
    keywords=("cooperation action", "example", "contact", "OGC API - Records"),
    texts=("title",),
    days=("start", "end"),
    sample_field="sample",
    fields=(
        string("title", "Title", "Title of the action, in its language."),
        string("type", "Type", "What it is: a cooperation action.", words=("cooperation_action",)),
        boolean("sample", "Sample", "Whether the record is made up to show the service."),
        string("language", "Language", "Language of the title (ISO 639-1)."),
        string("cci", "CCI", "Programme that supports the action."),
        string("status", "Status", "How far it has come.", "statuses"),
        date("start", "Begin", "First day, where it is known."),
        date("end", "End", "Last day, where it is known."),
        _several("topics", "Topics", "What the action is about.", "topics"),
        _several("scopes", "Scopes", "Scope of the partnership.", "scopes"),
        _several("modes", "Modes", "Way of cooperating.", "modes"),
        _several("countries", "Countries of the partners", "Countries of the partners abroad.", "countries"),
        string("contact", "Contact", "Functional mailbox or web page, never a person."),
        string("url", "Link", "Address of a page about the action.", format="uri"),
        string("source", "Source", "Where these facts were read."),
        date("source_date", "Source date", "Day on which they were read."),
    ),
)

#: By id, in the order in which they are published.
RECORD_COLLECTIONS = {one.id: one for one in (KNOWLEDGE, EXAMPLES)}
