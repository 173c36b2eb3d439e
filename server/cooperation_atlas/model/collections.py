"""The published collections and their properties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from . import properties as shared
from .area_properties import COUNTRY_FIELDS, NUTS3_2016_FIELDS, NUTS3_FIELDS
from .entry_properties import ENTRY_FIELDS
from .errors import NotFound, nearest
from .fields import Field, FieldType, GeometryType
from .neighbours import NEIGHBOUR_PAIR_FIELDS
from .periods import PERIOD_2014_2020, PERIOD_2021_2027, Period
from .presentation import AREA_WORDS, Noun, Presentation, Related
from .programme_properties import PROGRAMME_AREA_FIELDS, PROGRAMME_FIELDS


@dataclass(frozen=True, eq=False)  # there is one of each, compared as such
class Collection:
    """A feature collection.

    :param id: collection id in the URL and layer name in the edition
    :param fields: properties in the order in which they are published
    :param id_field: property that is also the feature id
    :param title_field: property that a person reads as the name of a feature
    :param time_fields: properties that hold begin and end for ``datetime``; an absent one is an open end
    :param programmes_field: for areas, the array of the CCIs of the programmes that cover them. Criteria of programmes
        and entries are joined through it: an area matches when *one* covering programme meets all of them.
    :param programme_field: property with the CCI of the one programme that a feature belongs to, where it does
    :param nuts_field: property with the NUTS code (or codes) that ``nuts3`` is compared with
    :param presentation: how pages and clients show it
    :param period: for NUTS III areas, the period whose programmes cover them and whose NUTS version they have
    :param is_area: whether its features are areas (also those of one programme, and pairs of areas), which answer
        criteria of place themselves
    :param is_entry: whether its features are cooperation entries
    :param is_derived: whether its features are worked out for each request: no edition holds them, and nothing searches
        in it
    :param is_calendar: whether its features are windows of days, ``time_fields``, as a calendar shows them
    :param is_tiled: whether there are vector tiles of it, for maps of many areas
    :param under: properties that its features have under another name than areas, by that of areas: criteria of place
        read these
    :param geometry: type of the geometry of its features
    """

    id: str
    title: str
    description: str
    keywords: tuple[str, ...]
    fields: tuple[Field, ...]
    id_field: str
    title_field: str
    presentation: Presentation
    nuts_field: str | None = None
    time_fields: tuple[str, str] | None = ("period_start", "period_end")
    programmes_field: str | None = None
    programme_field: str | None = None
    period: Period | None = None
    is_area: bool = False
    is_entry: bool = False
    is_derived: bool = False
    is_calendar: bool = False
    is_tiled: bool = False
    under: tuple[tuple[str, str], ...] = ()
    geometry: GeometryType = GeometryType.AREA

    def __post_init__(self) -> None:
        """Refuse a declaration that is not whole: searches or pages would fail on it.

        :raises ValueError: naming the property that is missing
        """
        references = (f.reference for f in self.fields if f.reference)
        named = (name for reference in references for name in (reference.names, reference.version))
        roles = (self.id_field, self.title_field, self.nuts_field, self.programmes_field, self.programme_field)
        # What a search computes for every feature, and for areas of their programmes.
        computed = () if self.is_derived else shared.MATCH if self.programmes_field is None else shared.MATCHING
        needed = (*roles, *(self.time_fields or ()), *self.presentation.properties, *named, *(f.name for f in computed))
        for name in needed:
            if name is not None and name not in self.by_name:
                raise ValueError(f"Collection '{self.id}' needs the property '{name}', but declares no such field.")

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
    def is_of_programmes(self) -> bool:
        """Whether its features belong to programmes, so that the criteria of programmes can be asked of them."""
        return self.programme_field is not None or self.programmes_field is not None

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The properties that say whether other values rest on samples."""
        return tuple(dict.fromkeys(f.basis for f in self.fields if f.basis))

    @cached_property
    def sample_field(self) -> str | None:
        """The property that says whether the feature itself is a sample."""
        return next((name for name in self.bases if self.by_name[name].type is FieldType.BOOLEAN), None)


PROGRAMMES = Collection(
    id="programmes",
    title="Programmes",
    description="EU cohesion policy programmes of the Investment for jobs and growth goal, 2014-2020 and 2021-2027, "
    "with their areas, objectives, topics of cooperation actions and scopes of partnership.",
    keywords=("cohesion policy", "programme", "CCI", "cooperation", "partner search"),
    id_field="cci",
    title_field="title",
    programme_field="cci",
    nuts_field="nuts_codes",
    is_tiled=True,
    presentation=Presentation(
        Noun("programme", "programmes"),
        columns=("title", "country", "period", "funds", "topics", "scopes", "n_needs", "n_offers"),
        colours=("completeness",),
        name_language="title_lang",
        lead=("period", "country"),
        partners="Find partners in other countries",
        calls="When its entries and those of others are open together",
        pages=(("url", "Page of the European Commission"),),
        schema_type="FundingScheme",
        related=(
            Related("NUTS III areas covered", None, (("programmes", "cci"),), "n_regions"),
            Related("Cooperation entries of this programme", "cooperation", (("cci", "cci"),)),
            Related("Areas as stated", "programme-areas", (("cci", "cci"),)),
            Related("Programmes that share a topic", "programmes", (("topic", "topics"),)),
        ),
    ),
    fields=PROGRAMME_FIELDS,
)

_COUNTS = ("n_matching", "n_programmes")
_AREA_COLUMNS = (*_COUNTS, "matching_topics", "matching_scopes", "matching_kinds")


def _nuts3(id_: str, period: Period, fields: tuple[Field, ...]) -> Collection:
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
        is_area=True,
        is_tiled=True,
        presentation=Presentation(
            Noun("NUTS III area", "NUTS III areas"),
            columns=("name", "country", "nuts2_name", *_AREA_COLUMNS),
            lead=("period", "country"),
            words=AREA_WORDS,
            matching=_COUNTS,
            similar="Areas like this one",
            schema_type="Place",
            colours=tuple(f.name for f in fields if f.name in ("category_of_region", "interreg_projects")),
            related=(
                Related(
                    "Programmes that cover this area",
                    "programmes",
                    (("nuts3", "nuts_code"), ("period", "period")),
                    "n_programmes",
                ),
                Related(
                    "Cooperation entries of these programmes",
                    "cooperation",
                    (("nuts3", "nuts_code"), ("period", "period")),
                ),
                Related("NUTS III areas of the same NUTS II region", id_, (("nuts3", "nuts2"),)),
                Related("Neighbours", "neighbours", (("nuts3", "nuts_code"), ("nuts_version", "nuts_version"))),
            ),
        ),
        fields=fields,
    )


NUTS3 = _nuts3("nuts3", PERIOD_2021_2027, NUTS3_FIELDS)
NUTS3_2016 = _nuts3("nuts3-2016", PERIOD_2014_2020, NUTS3_2016_FIELDS)

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
    is_area=True,
    presentation=Presentation(
        Noun("country", "countries"),
        schema_type="Country",
        columns=("country_name", "n_regions", *_AREA_COLUMNS),
        words=AREA_WORDS,
        matching=_COUNTS,
        related=(
            Related("Programmes", "programmes", (("country", "country"),), "n_programmes"),
            Related("NUTS III areas", NUTS3.id, (("country", "country"),), "n_regions"),
            Related("Cooperation entries of its programmes", "cooperation", (("country", "country"),)),
            Related("Cooperation entries that seek partners here", "cooperation", (("sought_countries", "country"),)),
        ),
    ),
    fields=COUNTRY_FIELDS,
)

_ENTRY_COLUMNS = (
    "summary", "kind", "title", "country", "topics", "scopes", "status", "sought_countries", "sought_strategies",
    "open_to", "contact",
)  # fmt: skip

COOPERATION = Collection(
    id="cooperation",
    title="Cooperation entries",
    description="Offers and needs of programmes for cooperation actions with partners abroad. Entries with `sample: "
    "true` are made up to show the service and state no fact.",
    keywords=("cooperation", "partner search", "offer", "need"),
    id_field="id",
    title_field="title",
    nuts_field="nuts_codes",
    programme_field="cci",
    time_fields=("open_from", "open_to"),
    is_entry=True,
    presentation=Presentation(
        Noun("cooperation entry", "cooperation entries"),
        schema_type="CreativeWork",
        columns=_ENTRY_COLUMNS,
        lead=("period", "country"),
        related=(
            Related("All entries of this programme", "cooperation", (("cci", "cci"),)),
            Related("NUTS III areas of this programme", None, (("programmes", "cci"),)),
            Related("Programmes with the same topics", "programmes", (("topic", "topics"),)),
        ),
    ),
    fields=ENTRY_FIELDS,
)

PROGRAMME_AREAS = Collection(
    id="programme-areas",
    title="Programme areas",
    description="One programme in one area of its text, at the level stated there: a flat join for analysts.",
    keywords=("programme", "area", "NUTS", "cohesion policy"),
    id_field="id",
    title_field="title",
    programme_field="cci",
    nuts_field="nuts_code",
    is_area=True,
    presentation=Presentation(
        Noun("programme area", "programme areas"),
        columns=("title", "name", "country", "period", "basis", "topics"),
        lead=("period", "country"),
        related=(
            Related("NUTS III areas of this programme", None, (("programmes", "cci"),)),
            Related("All areas of this programme", "programme-areas", (("cci", "cci"),)),
        ),
    ),
    fields=PROGRAMME_AREA_FIELDS,
)

NEIGHBOURS = Collection(
    id="neighbours",
    title="Neighbours",
    description="Pairs of NUTS III areas of one NUTS version that share a border, touch in a point, or face each other "
    "across the sea at most 150 km apart, within and across countries. A line joins a point in each of them.",
    keywords=("NUTS", "NUTS III", "neighbour", "border", "sea", "cross-border cooperation"),
    id_field="id",
    title_field="name",
    time_fields=None,
    nuts_field="nuts_codes",
    is_area=True,
    under=(("country", "countries"),),
    geometry=GeometryType.LINE,
    presentation=Presentation(
        Noun("pair of neighbours", "pairs of neighbours"),
        columns=("name", "neighbour_kind", "countries", "border_km", "distance_km", "crosses_land", "nuts_version"),
        lead=("neighbour_kind", "nuts_version"),
        colours=("neighbour_kind",),
        words=AREA_WORDS,
        related=(
            Related("Both areas", None, (("nuts3", "nuts_codes"),)),
            Related(
                "Pairs with one of them", "neighbours", (("nuts3", "nuts_codes"), ("nuts_version", "nuts_version"))
            ),
        ),
    ),
    fields=(*NEIGHBOUR_PAIR_FIELDS, *shared.MATCH),
)

#: All collections by id, in the order in which they are published.
COLLECTIONS: dict[str, Collection] = {
    c.id: c for c in (PROGRAMMES, NUTS3, NUTS3_2016, COUNTRIES, COOPERATION, PROGRAMME_AREAS, NEIGHBOURS)
}


def collection(id_: str) -> Collection:
    """The collection of that id.

    :raises NotFound: with the nearest ids
    """
    try:
        return COLLECTIONS[id_]
    except KeyError:
        raise NotFound(f"collection '{id_}'", nearest(id_, COLLECTIONS) or COLLECTIONS) from None


def areas_of(nuts_version: str | None) -> Collection | None:
    """The collection of the NUTS III areas of a version, ``None`` where none is published."""
    of_version = (c for c in COLLECTIONS.values() if c.period and c.period.nuts_version == nuts_version)
    return next(of_version, None)
