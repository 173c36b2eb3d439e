"""The records of knowledge: documents, databases and pages about cooperation, by what is known of them."""

from __future__ import annotations

from .fields import Field, array, date, string

#: Id of the collection.
KNOWLEDGE = "knowledge"
TITLE = "Knowledge"
DESCRIPTION = (
    "Regulations, guidance, databases, good practices and events about cooperation between programmes: titles, links "
    "and facts, each with its source. Topics are assigned by this project."
)
KEYWORDS = ("cooperation", "guidance", "regulation", "good practice", "database", "OGC API - Records")
#: Parameters that are no property: records by their ids (OGC 20-004r1).
IDS = "ids"
#: The properties that a request can name; arrays without their plain-text twins, which records do not have.
KNOWLEDGE_FIELDS: tuple[Field, ...] = (
    string("title", "Title", "Title as the source has it, in its language."),
    string("type", "Type", "What it is.", "knowledge_types"),
    string("language", "Language", "Language of the document or page (ISO 639-1)."),
    string("publisher", "Publisher", "Who publishes it."),
    date("date", "Date", "Day of adoption, of publication, or of the beginning of an event, where it is known."),
    string("url", "Link", "Address of the document or page, as it was found.", format="uri"),
    string("externalIds", "Identifier", "Identifier that others gave it, such as `celex:32021R1060`."),
    *array("topics", "Topics", "What it is about.", "knowledge_topics")[:1],
    *array("scopes", "Scopes", "Scopes that it deals with.", "scopes")[:1],
    *array("modes", "Modes", "Ways of cooperating that it deals with.", "modes")[:1],
    *array("periods", "Periods", "Programming periods that it is about.", "periods")[:1],
    string("source", "Source", "Where these facts were read."),
    date("source_date", "Source date", "Day on which they were read."),
)
FIELDS_BY_NAME = {field.name: field for field in KNOWLEDGE_FIELDS}
#: Properties of which a request names alternatives, separated by commas.
CODED = tuple(field.name for field in KNOWLEDGE_FIELDS if field.codelist)
