"""How collections and their properties are presented to people, in pages and to clients such as the QGIS plugin.

The declarations stand beside those of the collections, the properties and the criteria. All texts are plain English;
they are also the message ids of the translations. Templates hold no names of collections, properties or codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Headings under which the page of a feature shows its properties, in their order there."""

    FACTS = "Facts"
    COOPERATION = "Cooperation"
    AREA = "Area"
    INTERREG = "Territorial cooperation 2014-2020"
    PROGRAMMES = "Programmes"
    KNOWN = "What is known"
    SOURCES = "Sources"


class CodeStyle(StrEnum):
    """How a code of a code list is shown where its label alone does not do."""

    WITH_CODE = "with code"  #: by its label and the code, which people know
    SHORT = "short"  #: by its label; where there is little room by the code, which is an acronym


#: The code lists that are not shown by labels alone.
CODE_STYLES = {
    "topics": CodeStyle.WITH_CODE,
    "objectives": CodeStyle.WITH_CODE,
    "intervention_fields": CodeStyle.WITH_CODE,
    "funds": CodeStyle.SHORT,
}
#: How units of numbers (UCUM, ISO 4217) are written.
UNIT_LABELS = {"EUR": "euro", "km2": "km²"}


@dataclass(frozen=True, slots=True)
class Reference:
    """What the values of a property stand for: features.

    :param collection: id of the collection whose feature ids the values are; ``None`` for NUTS codes, which belong to
        the areas of the NUTS version that the feature states in ``version``
    :param names: property of the same feature with the names of the features referred to; for an array, in its order
    :param version: property with the NUTS version of the codes
    """

    collection: str | None
    names: str | None = None
    version: str | None = None


#: NUTS codes of any level, in the version that the feature states.
NUTS_CODES = Reference(None, version="nuts_version")


@dataclass(frozen=True, slots=True)
class Noun:
    """What the features of a collection are called, in lower case where the language has it so."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class WordSearch:
    """What the search for words (``q``) is called in the form of a collection, and what to enter."""

    label: str
    hint: str


PROGRAMME_WORDS = WordSearch(
    "Programme title, in words", "Or a region, topic, authority or CCI: Sicily, circular economy, 2021IT16RFPR016."
)
AREA_WORDS = WordSearch("Name of the area, in words", "Names in any language, or codes: Munich, Sicilia, ITG12.")


@dataclass(frozen=True, slots=True)
class Related:
    """A list of features that belong to a feature, to which its page leads.

    :param title: what the list holds
    :param collection: id of the collection searched; ``None`` for the NUTS III areas of the version that the feature
        states in ``nuts_version``
    :param where: parameters of that search, each with the property of the feature that holds its value. There is no
        link where the first property is absent; further parameters are left out where theirs is
    :param count: property of the feature with the number of features in the list
    """

    title: str
    collection: str | None
    where: tuple[tuple[str, str], ...]
    count: str | None = None


@dataclass(frozen=True, slots=True)
class Presentation:
    """How the features of a collection are presented.

    :param noun: what they are called
    :param columns: properties that a list shows, in this order; the first is the name of the feature
    :param name_language: property with the language (ISO 639-1) of the name
    :param lead: properties shown beneath the name on the page of a feature
    :param related: lists to which that page leads, beside the features that its properties refer to
    :param words: how the search for words is presented
    :param matching: for areas, the properties with the number of programmes that match and of all, for the map
    :param colours: properties by which people can have the map coloured: of a code list, or numbers
    :param calls: what the link from it to the windows of its entries is called, where it has such
    :param partners: what the link from the page of a feature to its partners is called, where it has such
    :param similar: the same of the link from an area to areas like it
    :param pages: properties with the address of a page of another site on the feature, each with what it is called
    :param schema_type: term of schema.org for a feature; without one, search engines are not led to single features
    """

    noun: Noun
    columns: tuple[str, ...]
    name_language: str | None = None
    lead: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    words: WordSearch = PROGRAMME_WORDS
    matching: tuple[str, str] | None = None
    colours: tuple[str, ...] = ()
    partners: str | None = None
    calls: str | None = None
    similar: str | None = None
    pages: tuple[tuple[str, str], ...] = ()
    schema_type: str | None = None

    @property
    def name(self) -> str:
        """The property that names a feature in lists and in the heading of its page."""
        return self.columns[0]

    @property
    def properties(self) -> tuple[str, ...]:
        """All properties that are named here, for checks."""
        language = (self.name_language,) if self.name_language else ()
        counts = (related.count for related in self.related if related.count)
        taken = (name for related in self.related for _, name in related.where)
        pages = (name for name, _ in self.pages)
        return (*self.columns, *language, *self.lead, *(self.matching or ()), *self.colours, *counts, *taken, *pages)


@dataclass(frozen=True, slots=True)
class ExampleSearch:
    """A search that shows what a criterion does; its value is one that finds something in the edition served.

    :param criterion: name of the criterion
    :param collection: id of the collection searched
    :param text: what it finds; ``%(example)s`` stands for the label of the value
    """

    criterion: str
    collection: str
    text: str


#: One for each of the five criteria of partner search.
EXAMPLE_SEARCHES = (
    ExampleSearch("title", "programmes", "Programmes with “%(example)s” in the title"),
    ExampleSearch("country", "programmes", "Programmes of this country: %(example)s"),
    ExampleSearch("nuts3", "programmes", "Programmes that cover %(example)s"),
    ExampleSearch("topic", "nuts3", "NUTS III areas of programmes with “%(example)s”"),
    ExampleSearch("scope", "cooperation", "Entries for a partnership of this scope: %(example)s"),
)
