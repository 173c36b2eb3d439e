"""The published collections and their properties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from . import properties as shared
from .errors import NotFound, nearest
from .fields import Field, array, boolean, date, integer, number, resting_on, string
from .periods import PERIOD_2014_2020, PERIOD_2021_2027, Period


@dataclass(frozen=True)
class Collection:
    """A feature collection.

    :param id: collection id in the URL and layer name in the edition
    :param fields: properties in the order in which they are published
    :param id_field: property that is also the feature id
    :param title_field: property that a person reads as the name of a feature
    :param time_fields: properties that hold begin and end for ``datetime``; an absent one is an open end
    :param programmes_field: for areas, the array of the CCIs of the programmes that cover them. Criteria of programmes
        and entries are joined through it: an area matches when *one* covering programme meets all of them.
    :param nuts_field: property with the NUTS code (or codes) that ``nuts3`` is compared with
    :param period: for NUTS III areas, the period whose programmes cover them and whose NUTS version they have
    """

    id: str
    title: str
    description: str
    keywords: tuple[str, ...]
    fields: tuple[Field, ...]
    id_field: str
    title_field: str
    nuts_field: str
    time_fields: tuple[str, str] | None = ("period_start", "period_end")
    programmes_field: str | None = None
    period: Period | None = None

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by property name."""
        return {f.name: f for f in self.fields}

    @cached_property
    def stored(self) -> tuple[Field, ...]:
        """The fields that an edition holds; the others are computed for each search."""
        return tuple(f for f in self.fields if f.queryable)

    @cached_property
    def computed(self) -> tuple[Field, ...]:
        """The fields that are computed for each search: what of a feature matches it."""
        return tuple(f for f in self.fields if not f.queryable)

    @property
    def is_area(self) -> bool:
        """Whether its features are areas (also those of one programme), which answer criteria of place themselves."""
        return self.programmes_field is not None or self.id == "programme-areas"

    @property
    def is_entry(self) -> bool:
        """Whether its features are cooperation entries."""
        return self.id == "cooperation"


PROGRAMMES = Collection(
    id="programmes",
    title="Programmes",
    description="EU cohesion policy programmes of the Investment for jobs and growth goal, 2014-2020 and 2021-2027, "
    "with their areas, objectives, topics of cooperation actions and scopes of partnership.",
    keywords=("cohesion policy", "programme", "CCI", "cooperation", "partner search"),
    id_field="cci",
    title_field="title",
    nuts_field="nuts_codes",
    fields=(
        *shared.IDENTITY,
        string("title_lang", "Language of the title", "ISO 639-1 code of the language of the title."),
        *shared.PERIOD,
        string("goal", "Goal", "Goal of cohesion policy: IJG, Investment for jobs and growth.", "goals"),
        string(
            "level",
            "Level",
            "national, regional (one area) or multi_regional, from the area stated.",
            "levels",
        ),
        *shared.COUNTRY,
        *shared.FUNDS,
        *array(
            "categories_of_region",
            "Categories of region",
            "Reg. (EU) 2021/1060 Art. 108.",
            "categories_of_region",
        ),
        *shared.OBJECTIVES,
        shared.COMPLETE,
        *shared.COOPERATION,
        *shared.STRATEGIES,
        string("managing_authority", "Managing authority", "Name of the managing authority."),
        string("url", "Web page", "Page of the European Commission on the programme.", format="uri"),
        number("eu_amount", "EU amount", "Planned EU contribution in euro, where a source states it.", "EUR"),
        *array(
            "nuts_codes",
            "Area (NUTS codes)",
            "NUTS codes of the area, at the level stated or read in the title.",
        ),
        string("nuts_version", "NUTS version", "NUTS version of the codes.", "nuts_versions"),
        string(
            "area_basis",
            "Basis of the area",
            "stated, title or whole_country: the weakest of its codes.",
            "area_bases",
        ),
        string("area_note", "Note on the area", "What is known to be imprecise about the area."),
        integer("n_regions", "NUTS III areas", "Number of NUTS III areas covered."),
        *shared.SOURCES,
        *shared.MATCH,
    ),
)

_NUTS3_FIELDS = (
    string("nuts_code", "NUTS code", "NUTS III code of the area."),
    string("nuts_version", "NUTS version", "Version of the NUTS classification.", "nuts_versions"),
    string("name", "Name", "Name in Latin script."),
    string("name_national", "National name", "Name in the national script."),
    *shared.COUNTRY,
    string("nuts1", "NUTS I code", "NUTS I code above the area."),
    string("nuts1_name", "NUTS I name", "Name of the NUTS I region."),
    string("nuts2", "NUTS II code", "NUTS II code above the area."),
    string("nuts2_name", "NUTS II name", "Name of the NUTS II region."),
    string("urban", "Urban or rural", "predominantly_urban, intermediate or predominantly_rural (Eurostat typology)."),
    string("coast", "Coast", "coastal or non_coastal (Eurostat typology); absent where the vintage does not say."),
    string("mountain", "Mountain", "mountain or non_mountain (Eurostat typology)."),
    string("border", "Border", "Eurostat border typology of NUTS 2024, for areas unchanged since 2021; else absent."),
    string("island", "Island", "Eurostat island typology of NUTS 2024, for areas unchanged since 2021; else absent."),
    number("area_km2", "Area", "Area of the generalised (1:3 million) polygon, measured in EPSG:3035.", "km2"),
    *shared.PERIOD,
    *shared.AREA_SUMMARY,
    *shared.MATCHING,
)


def _nuts3(id_: str, period: Period) -> Collection:
    return Collection(
        id=id_,
        title=f"NUTS III areas ({period.nuts_version})",
        description=f"NUTS III areas, NUTS version {period.nuts_version}, with the programmes of {period.code} that "
        "cover them and their topics of cooperation actions and scopes of partnership.",
        keywords=("NUTS", "NUTS III", "region", "cohesion policy", "cooperation"),
        id_field="nuts_code",
        title_field="name",
        nuts_field="nuts_code",
        programmes_field="programmes",
        period=period,
        fields=_NUTS3_FIELDS,
    )


NUTS3 = _nuts3("nuts3", PERIOD_2021_2027)
NUTS3_2016 = _nuts3("nuts3-2016", PERIOD_2014_2020)

COUNTRIES = Collection(
    id="countries",
    title="Countries",
    description="Member States, and the United Kingdom (one until 2020), with their programmes of both periods.",
    keywords=("country", "Member State", "cohesion policy", "cooperation"),
    id_field="country",
    title_field="country_name",
    nuts_field="country",
    time_fields=None,
    programmes_field="programmes",
    fields=(
        *shared.COUNTRY,
        string("name_national", "National name", "Name in the national language and script."),
        boolean("eu_member", "EU Member State", "True for the Member States of today."),
        number("area_km2", "Area", "Area of the generalised (1:3 million) polygon, measured in EPSG:3035.", "km2"),
        integer("n_regions", "NUTS III areas", "Number of NUTS III areas, NUTS 2021."),
        *array("periods", "Periods", "Programming periods of the programmes.", "periods"),
        *shared.AREA_SUMMARY,
        *shared.MATCHING,
    ),
)

COOPERATION = Collection(
    id="cooperation",
    title="Cooperation entries",
    description="Offers and needs of programmes for cooperation actions with partners abroad. Entries with `sample: "
    "true` are made up to show the service and state no fact.",
    keywords=("cooperation", "partner search", "offer", "need"),
    id_field="id",
    title_field="title",
    nuts_field="nuts_codes",
    time_fields=("open_from", "open_to"),
    fields=(
        string("id", "Entry id", "Id of the entry; those of samples start with SAMPLE-."),
        boolean("sample", "Sample", "True: made up to show the service; states no fact about the programme."),
        *shared.IDENTITY,
        *shared.PERIOD,
        *shared.COUNTRY,
        *shared.FUNDS,
        *resting_on(
            "sample",
            string("kind", "Offer or need", "offer, need, or both.", "kinds"),
            string("status", "Status", "Status of the cooperation action.", "statuses"),
            string("summary", "Summary", "What is offered or sought."),
            *array("topics", "Topics of cooperation actions", "Topics of the entry.", "topics"),
            *array(
                "objectives",
                "Objectives",
                "Specific or thematic objectives that the entry belongs to.",
                "objectives",
            ),
            *array("scopes", "Scope of partnership", "Scope of the partnership needed.", "scopes"),
            *array("modes", "Modes", "Forms of cooperation.", "modes"),
            *array("partner_types", "Partners sought", "Types of partner sought.", "partner_types"),
            *array("sought_countries", "Countries sought", "Countries in which partners are sought.", "countries"),
            *array(
                "sought_strategies",
                "Strategies sought",
                "Strategies within which partners are sought.",
                "strategies",
            ),
            date("open_from", "Open from", "First day on which partners can answer."),
            date("open_to", "Open to", "Last day on which partners can answer."),
            string("contact", "Contact", "Functional mailbox or web page; never a person."),
        ),
        *shared.STRATEGIES,
        *array("nuts_codes", "Area (NUTS codes)", "NUTS codes of the programme's area."),
        string("nuts_version", "NUTS version", "NUTS version of the codes.", "nuts_versions"),
        *array("sources", "Sources", "Where the entry was read; samples say that they are samples."),
        date("updated", "Updated", "Day of the last change of the entry."),
        *shared.MATCH,
    ),
)

PROGRAMME_AREAS = Collection(
    id="programme-areas",
    title="Programme areas",
    description="One programme in one area of its text, at the level stated there: a flat join for analysts.",
    keywords=("programme", "area", "NUTS", "cohesion policy"),
    id_field="id",
    title_field="title",
    nuts_field="nuts_code",
    fields=(
        string("id", "Id", "CCI and NUTS code, joined by a full stop."),
        *shared.IDENTITY,
        *shared.PERIOD,
        *shared.COUNTRY,
        string("nuts_code", "NUTS code", "NUTS code of the area, at the level stated."),
        string("nuts_version", "NUTS version", "NUTS version of the code.", "nuts_versions"),
        integer("nuts_level", "NUTS level", "0 country, 1, 2 or 3."),
        string("name", "Name of the area", "Name of the NUTS region in Latin script."),
        string("basis", "Basis", "stated, title or whole_country.", "area_bases"),
        string("note", "Note", "What is known to be imprecise about the area."),
        *shared.FUNDS,
        *shared.OBJECTIVES,
        *shared.COOPERATION,
        *shared.STRATEGIES,
        *shared.SOURCES,
        *shared.MATCH,
    ),
)

#: All collections by id, in the order in which they are published.
COLLECTIONS: dict[str, Collection] = {
    c.id: c for c in (PROGRAMMES, NUTS3, NUTS3_2016, COUNTRIES, COOPERATION, PROGRAMME_AREAS)
}


def collection(id_: str) -> Collection:
    """The collection of that id.

    :raises NotFound: with the nearest ids
    """
    try:
        return COLLECTIONS[id_]
    except KeyError:
        raise NotFound(f"collection '{id_}'", nearest(id_, COLLECTIONS) or COLLECTIONS) from None
