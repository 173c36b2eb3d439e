"""Search criteria: the short filter parameters that are the same on every collection.

Each is declared once; parsing, indexes, OpenAPI and docs follow. A comma means *any of*, different criteria
mean *and*.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .collections import PROGRAMMES, Collection


class Match(StrEnum):
    """How a criterion compares its values with a property."""

    CODE = "code"  #: equal to one of the codes, or contained in the array
    TREE = "tree"  #: a code of a code list, or one of its descendants
    NUTS = "nuts"  #: a NUTS code that contains the area, or lies inside it
    PATTERN = "pattern"  #: accent- and case-insensitive text with ``*`` as wildcard
    BOOLEAN = "boolean"  #: true or false


@dataclass(frozen=True, slots=True)
class Criterion:
    """A filter parameter.

    :param name: parameter name in the URL
    :param properties: properties it may read; the first that the collection has is used
    :param programme: True where it describes a programme. On areas such criteria are joined through the covering
        programmes (see ``Collection.programmes_field``).
    :param also: for a value, further property values that answer to it
    """

    name: str
    match: Match
    properties: tuple[str, ...]
    title: str
    description: str
    codelist: str | None = None
    programme: bool = True
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def countable(self) -> bool:
        """Whether it has a list of values, so that facets can count them."""
        return self.codelist is not None or self.match is Match.BOOLEAN

    def answers(self, value: str) -> tuple[str, ...]:
        """The property values that answer to ``value``: itself, and those that imply it."""
        return (value, *dict(self.also).get(value, ()))

    def property_of(self, collection: Collection) -> str | None:
        """The property this criterion reads on ``collection`` itself, or ``None``."""
        if self.match is Match.NUTS:
            return collection.nuts_field
        return next((p for p in self.properties if p in collection.by_name), None)


CRITERIA: dict[str, Criterion] = {
    c.name: c
    for c in (
        Criterion(
            "title", Match.PATTERN, ("title",), "Programme title",
            "Programme title; `*` stands for any text, accents and case do not matter. Without `*` the whole title.",
        ),
        Criterion(
            "country", Match.CODE, ("country",), "Country",
            "Country of the programme or of the area (EL for Greece, UK for the United Kingdom).",
            "countries", programme=False,
        ),
        Criterion(
            "nuts3", Match.NUTS, (), "NUTS III region",
            "NUTS code of any level: everything that covers any part of it. ITG1 finds Sicily's and Italy's "
            "programmes, and on the area collections the areas inside it.",
            programme=False,
        ),
        Criterion(
            "topic", Match.TREE, ("topics",), "Topic of cooperation actions",
            "A topic, or a broader one: PO2 finds all its specific objectives. Thematic objectives of 2014-2020 are "
            "found through their mapping.",
            "topics",
        ),
        Criterion(
            "scope", Match.CODE, ("scopes",), "Scope of partnership needed",
            "Scope of the partnership that a cooperation entry asks for.", "scopes",
        ),
        Criterion("period", Match.CODE, ("period", "periods"), "Period", "Programming period.", "periods"),
        Criterion("fund", Match.CODE, ("funds",), "Fund", "A fund that a source names for the programme.", "funds"),
        Criterion("kind", Match.CODE, ("kind", "kinds"), "Offers or needs", "Kind of cooperation entry; `both` entries "
                  "answer to offer and to need.", "kinds", also=(("offer", ("both",)), ("need", ("both",)))),
        Criterion("strategy", Match.CODE, ("strategies",), "Strategy",
                  "Macro-regional or sea-basin strategy whose territory meets the area.", "strategies",
                  programme=False),
        Criterion("status", Match.CODE, ("status", "statuses"), "Status", "Status of a cooperation entry.", "statuses"),
        Criterion("sample", Match.BOOLEAN, ("sample",), "Sample entries", "true: only samples; false: only real ones."),
    )
}  # fmt: skip


def criteria_of(collection: Collection) -> dict[str, Criterion]:
    """The criteria that ``collection`` takes: those whose property it has, and the programme's on areas."""
    joined = collection.programmes_field is not None
    return {
        c.name: c
        for c in CRITERIA.values()
        if c.property_of(collection) or (joined and c.programme and c.property_of(PROGRAMMES))
    }
