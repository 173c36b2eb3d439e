"""Search criteria: the short filter parameters that are the same on every collection.

Each is declared once; parsing, indexes, OpenAPI, pages and docs follow. Separate alternatives with commas; results
meet all criteria. What a search means is stated in ``docs/search.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from .collections import Collection
from .fields import Field


class Match(StrEnum):
    """How a criterion compares its values with a property."""

    CODE = "code"  #: equal to one of the codes, or contained in the array
    TREE = "tree"  #: a code of a code list, or one of its descendants
    NUTS = "nuts"  #: a NUTS code that contains the area, or lies inside it
    PATTERN = "pattern"  #: accent- and case-insensitive text with ``*`` as wildcard
    WORDS = "words"  #: text whose words all begin a word of the programme's texts, as ``q`` does on programmes
    BOOLEAN = "boolean"  #: true or false
    DAY = "day"  #: a day on which an entry is open: within its window, and its action is not completed


class Level(StrEnum):
    """Whose property a criterion reads."""

    PROGRAMME = "programme"  #: a fact of the programme
    AREA = "area"  #: of features that are areas and have the property; no other collection takes it
    ENTRY = "entry"  #: of a cooperation entry; all entry criteria must hold for one and the same entry
    #: of an entry like ``ENTRY``; where no entry criterion is given, a stated objective of the programme meets it too
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A filter parameter.

    :param name: parameter name in the URL
    :param level: whose property it reads
    :param programme: property of programmes that it reads
    :param entry: property of cooperation entries that it reads
    :param gathered: property of programmes that gathers that of their entries, for clients that compare properties
    :param area: property of features that are areas (``Collection.is_area``) that it reads there instead of asking
        the programmes of the area
    :param also: for a value, further property values that answer to it
    :param answers_all: property value that answers to every value
    :param excludes: whether it finds what does *not* have the values
    :param complete: boolean property of programmes that says whether the absence of a value is known; where there is
        none, a property that is absent is unknown, and a value that is not in it is not met
    :param known_by: property that is present wherever the absence of a value is known
    :param hint: what to enter, for the form; the description where it is short enough to serve
    """

    name: str
    match: Match
    level: Level
    title: str
    description: str
    codelist: str | None = None
    programme: str | None = None
    entry: str | None = None
    gathered: str | None = None
    area: str | None = None
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    answers_all: str | None = None
    excludes: bool = False
    complete: str | None = None
    known_by: str | None = None
    hint: str | None = None

    @property
    def countable(self) -> bool:
        """Whether it has a list of values, so that facets can count them."""
        return (self.codelist is not None or self.match is Match.BOOLEAN) and not self.excludes

    def answers(self, value: str) -> tuple[str, ...]:
        """The property values that answer to ``value``: itself, and those that imply it."""
        more = (self.answers_all,) if self.answers_all and self.answers_all != value else ()
        return (value, *dict(self.also).get(value, ()), *more)

    def property_of(self, collection: Collection) -> str | None:
        """The property of ``collection`` that holds the values it is compared with, where the features have one."""
        if self.match in (Match.WORDS, Match.DAY):
            return None
        if collection.is_area:
            name = self.area_property(collection)
        elif collection.is_entry:
            name = self.entry or self.programme
        else:
            name = self.gathered or self.programme
        return name if any(f.name == name for f in collection.stored) else None

    def is_own(self, collection: Collection) -> bool:
        """Whether the features of ``collection`` answer it themselves, not their programmes or entries."""
        return self.own_property(collection) is not None

    def own_property(self, collection: Collection) -> str | None:
        """The property that areas answer it by themselves; ``None`` where their programmes or entries answer it."""
        if not collection.is_area or self.area is None:
            return None
        name = collection.nuts_field if self.match is Match.NUTS else self.area_property(collection)
        return name if name in collection.by_name else None

    def area_property(self, collection: Collection) -> str | None:
        """The property of areas that it reads, under the name that it has in ``collection``."""
        return dict(collection.under).get(self.area or "", self.area)


_COUNTRY_CODES = "EL for Greece, UK for the United Kingdom"

CRITERIA: dict[str, Criterion] = {
    c.name: c
    for c in (
        Criterion(
            "title", Match.PATTERN, Level.PROGRAMME, "Programme title",
            "Programme title; `*` stands for any text, accents and case do not matter. Without `*` the whole title.",
            programme="title",
            hint="A part of it. Accents and case do not matter; * stands for any text.",
        ),
        Criterion(
            "programme", Match.WORDS, Level.PROGRAMME, "Programme in words",
            "Words of a programme, as `q` finds them on programmes: title, CCI, managing authority, regions in any "
            "language, topics. On areas, those of the programmes found; `q` searches the areas' own names there.",
            programme="title",
            hint="Title, region, topic, authority or CCI: Sicily, circular economy.",
        ),
        Criterion(
            "country", Match.CODE, Level.PROGRAMME, "Country",
            f"Country of the programme or of the area ({_COUNTRY_CODES}).",
            "countries", programme="country", area="country", hint="Of the programme or of the area.",
        ),
        Criterion(
            "exclude_country", Match.CODE, Level.PROGRAMME, "Country left out",
            "Programmes and areas of these countries are left out, such as one's own: partners are sought abroad.",
            "countries", programme="country", area="country", excludes=True,
        ),
        Criterion(
            "nuts3", Match.NUTS, Level.PROGRAMME, "NUTS III region",
            "NUTS code of any level: everything that covers any part of it. ITG1 finds Sicily's and Italy's "
            "programmes, and on the area collections the areas inside it.",
            programme="nuts_codes", area="nuts_code",
            hint="Type a name or a code, of any NUTS level: ITG1, ITG12.",
        ),
        Criterion(
            "topic", Match.TREE, Level.TOPIC, "Topic of cooperation actions",
            "A topic, or a broader one: PO2 finds all its specific objectives. Thematic objectives of 2014-2020 are "
            "found through their mapping. A cooperation entry meets it, and where no criterion of entries is given, "
            "a stated objective of the programme does too.",
            "topics", programme="objectives", entry="topics", gathered="topics", complete="topics_complete",
            hint="A broad topic finds all topics below it.",
        ),
        Criterion(
            "scope", Match.CODE, Level.ENTRY, "Scope of partnership needed",
            "Scope of the partnership that a cooperation entry asks for; entries of scope `open` answer every scope.",
            "scopes", entry="scopes", gathered="scopes", answers_all="open", hint="Stated by cooperation entries.",
        ),
        Criterion(
            "period", Match.CODE, Level.PROGRAMME, "Period", "Programming period.", "periods", programme="period",
        ),
        Criterion(
            "fund", Match.CODE, Level.PROGRAMME, "Fund", "A fund that a source names for the programme.", "funds",
            programme="funds", complete="funds_complete",
        ),
        Criterion(
            "category", Match.CODE, Level.PROGRAMME, "Category of region",
            "Category of region that a source states for the programme, or that follows from its area (Reg. (EU) "
            "2021/1060 Art. 108). On areas, that of their programmes; `region_category` is their own.",
            "categories_of_region", programme="categories_of_region",
            complete="categories_complete",
        ),
        Criterion(
            "region_category", Match.CODE, Level.AREA, "Category of the region",
            "Category of the area itself in 2021-2027: that of its NUTS II region (Reg. (EU) 2021/1060 Art. 108).",
            "categories_of_region", area="category_of_region", known_by="category_of_region_basis",
        ),
        Criterion(
            "objective", Match.TREE, Level.PROGRAMME, "Objective",
            "An objective that an official table states for the programme, or a broader one: specific objectives "
            "(RSO, ESO, JSO) and thematic objectives (TO01 to TO11). On cooperation entries the entry's own.",
            "objectives", programme="objectives", entry="objectives", complete="objectives_complete",
        ),
        Criterion(
            "intervention_field", Match.CODE, Level.PROGRAMME, "Intervention field",
            "An intervention field for which an official table states planned money (2021-2027).",
            "intervention_fields", programme="intervention_fields", complete="objectives_complete",
        ),
        Criterion(
            "territorial_focus", Match.CODE, Level.PROGRAMME, "Territorial focus",
            "A territorial delivery mechanism or focus for which an official table states planned money (2021-2027).",
            "territorial_focus", programme="territorial_focus", complete="objectives_complete",
        ),
        Criterion(
            "esf_secondary_theme", Match.CODE, Level.PROGRAMME, "ESF+ secondary theme",
            "A secondary theme of the European Social Fund Plus for which an official table states planned money.",
            "esf_secondary_themes", programme="esf_secondary_themes", complete="objectives_complete",
        ),
        Criterion(
            "strategy", Match.CODE, Level.PROGRAMME, "Strategy",
            "Macro-regional or sea-basin strategy whose territory meets the area.",
            "strategies", programme="strategies", area="strategies",
        ),
        Criterion(
            "borders_on", Match.CODE, Level.PROGRAMME, "Has a land border with",
            f"Country with which the programme's area, or the area itself, has a land border ({_COUNTRY_CODES}).",
            "countries", programme="borders_on", area="borders_on", known_by="n_neighbours",
            hint="Countries with NUTS III areas; one's own is not among them.",
        ),
        Criterion(
            "neighbour_kind", Match.CODE, Level.AREA, "Kind of neighbours",
            "How two areas are neighbours: by land, in a point only, or by sea.",
            "neighbour_kinds", area="neighbour_kind",
        ),
        Criterion(
            "across_border", Match.BOOLEAN, Level.AREA, "In two countries",
            "true: neighbours in two countries; false: in one country.", area="across_border",
        ),
        Criterion(
            "kind", Match.CODE, Level.ENTRY, "Offers or needs",
            "Kind of cooperation entry; entries of kind `both` answer to offer and to need.",
            "kinds", entry="kind", gathered="kinds", also=(("offer", ("both",)), ("need", ("both",))),
        ),
        Criterion("status", Match.CODE, Level.ENTRY, "Status", "Status of a cooperation entry.", "statuses",
                  entry="status", gathered="statuses"),
        Criterion(
            "open", Match.DAY, Level.ENTRY, "Open on",
            "A day (2026-05-31) or `today` (in Brussels): entries that partners can answer on that day, and whose "
            "action is not completed. An end that is not stated is open; without both ends it is not known.",
            entry="status",
            hint="A day such as 2026-05-31, or today: entries that partners can answer then.",
        ),
        Criterion("mode", Match.CODE, Level.ENTRY, "Form of cooperation", "Form of cooperation of an entry.", "modes",
                  entry="modes"),
        Criterion(
            "partner_type", Match.CODE, Level.ENTRY, "Partner sought",
            "Type of partner that an entry seeks; entries that seek `any` partner answer every type.",
            "partner_types", entry="partner_types", answers_all="any",
        ),
        Criterion(
            "sought_country", Match.CODE, Level.ENTRY, "Country sought",
            f"Country in which an entry seeks partners ({_COUNTRY_CODES}).", "countries", entry="sought_countries",
        ),
        Criterion(
            "sought_strategy", Match.CODE, Level.ENTRY, "Strategy sought",
            "Strategy within which an entry seeks partners.", "strategies", entry="sought_strategies",
        ),
        Criterion(
            "sample", Match.BOOLEAN, Level.ENTRY, "Sample entries",
            "true: only samples; false: only real entries. Elsewhere, `exclude=samples` leaves samples out.",
            entry="sample", hint="Samples are made up to show the service.",
        ),
    )
}  # fmt: skip

#: The five criteria of partner search; the title of a programme is searched in words.
PARTNER_SEARCH = ("programme", "country", "nuts3", "topic", "scope")
#: The value of ``open`` that stands for the present day.
TODAY = "today"
#: Values of ``include`` and ``exclude``.
UNKNOWN, SAMPLES = "unknown", "samples"


@cache
def criteria_of(collection: Collection) -> Mapping[str, Criterion]:
    """The criteria that ``collection`` takes: all of them, but ``sample`` only on the entries themselves.

    Where its features do not belong to programmes, and of the criteria of areas, those that they answer themselves.
    """
    every = (c for c in CRITERIA.values() if c.name != "sample" or collection.is_entry)
    joined = collection.is_of_programmes
    return MappingProxyType(
        {c.name: c for c in every if c.is_own(collection) or (joined and c.level is not Level.AREA)}
    )


def countable_criteria(collection: Collection) -> dict[str, Criterion]:
    """The criteria of ``collection`` that have a list of values, so that facets can count them."""
    return {name: criterion for name, criterion in criteria_of(collection).items() if criterion.countable}


@cache
def criterion_for(field: Field, collection: Collection) -> Criterion | None:
    """The criterion that finds more features of ``collection`` by a code in a property; ``None`` where none does.

    It has the code list of the property. Of several, it is the one that reads the property, else the first.
    """
    alike = [c for c in criteria_of(collection).values() if c.codelist == field.codelist and not c.excludes]
    if field.codelist is None or not alike:
        return None
    reading = (c for c in alike if field.name in (c.programme, c.entry, c.gathered, c.area))
    return next(reading, alike[0])
