"""Properties of NUTS III areas and of countries."""

from __future__ import annotations

from . import properties as shared
from .fields import Field, absent_as, array, boolean, grouped, integer, number, string
from .neighbours import AREAS_ABROAD, neighbour_counts
from .presentation import NUTS_CODES, Group

#: Shown where Eurostat gives no class, or where it is not known here.
NO_CLASS = "no class"

_TYPOLOGIES = absent_as(
    NO_CLASS,
    string(
        "urban",
        "Urban or rural",
        "predominantly_urban, intermediate or predominantly_rural (Eurostat typology).",
        words=("predominantly_urban", "intermediate", "predominantly_rural"),
    ),
    string(
        "coast",
        "Coast",
        "coastal or non_coastal (Eurostat typology); absent where the vintage does not say.",
        words=("coastal", "non_coastal"),
    ),
    string(
        "mountain",
        "Mountain",
        "mountain or non_mountain (Eurostat typology).",
        words=("mountain", "non_mountain"),
    ),
    string(
        "border",
        "Eurostat border class",
        "Eurostat's class of NUTS 2024, for areas of the Union unchanged since 2021; the others have none here. Nine "
        "areas of the land border classes have no land frontier: six on islands, three by the Øresund.",
        words=("land_border_internal", "land_border_external", "border_by_population", "non_border"),
    ),
    string(
        "island",
        "Island",
        "Eurostat island typology of NUTS 2024, for areas unchanged since 2021; else absent.",
        words=("island", "non_island"),
    ),
)

_CATEGORY = (
    *absent_as(
        "none known",
        string(
            "category_of_region",
            "Category of region",
            "Category of the NUTS II region in 2021-2027 (Reg. (EU) 2021/1060 Art. 108); absent outside the Union, "
            "where there is none, and where it is not known.",
            "categories_of_region",
        ),
    ),
    string(
        "category_of_region_basis",
        "Basis of the category",
        "stated: read in a source; corroborated: not read, but GDP per head (Eurostat) agrees; outside_union: there is "
        "none; absent: not known.",
        "category_bases",
    ),
    string("category_of_region_source", "Source of the category", "Where the category was read, or why it is held."),
)

_INTERREG = grouped(
    Group.INTERREG,
    integer(
        "interreg_projects",
        "Interreg projects",
        "Projects of Interreg, IPA and ENI cross-border programmes of 2014-2020 with a partner in the area (keep.eu); "
        "absent where keep.eu shows none, since its data may be missing there.",
    ),
    integer("interreg_partners", "Interreg partners", "Partners in the area, counted once for each project (keep.eu)."),
    number(
        "interreg_budget",
        "Interreg budget",
        "Budget of these partners in euro, rounded to 10,000 (keep.eu): at least this, since the budgets of some are "
        "not stated; absent where none is.",
        "EUR",
    ),
    number(
        "interreg_erdf",
        "Interreg ERDF",
        "ERDF part of that budget in euro, rounded to 10,000 (keep.eu); absent where none is stated, as for money of "
        "IPA, ENI or a country outside the Union.",
        "EUR",
    ),
)


def _nuts3(*own: Field) -> tuple[Field, ...]:
    """The properties of NUTS III areas.

    :param own: those of one NUTS version only
    """
    return (
        *grouped(
            Group.AREA,
            string("nuts_code", "NUTS code", "NUTS III code of the area."),
            string("nuts_version", "NUTS version", "Version of the NUTS classification.", "nuts_versions"),
        ),
        string("name", "Name", "Name in Latin script."),
        string("name_national", "National name", "Name in the national script."),
        *shared.COUNTRY,
        *grouped(
            Group.AREA,
            string("nuts1", "NUTS I code", "NUTS I code above the area.", reference=NUTS_CODES),
            string("nuts1_name", "NUTS I name", "Name of the NUTS I region."),
            string("nuts2", "NUTS II code", "NUTS II code above the area.", reference=NUTS_CODES),
            string("nuts2_name", "NUTS II name", "Name of the NUTS II region."),
            *_TYPOLOGIES,
            number("area_km2", "Area", "Area of the generalised (1:3 million) polygon, measured in EPSG:3035.", "km2"),
            *own,
        ),
        *AREAS_ABROAD,
        *_INTERREG,
        *shared.PERIOD,
        *shared.AREA_SUMMARY,
        *shared.MATCHING,
    )


#: Of NUTS 2021. Categories of 2014-2020 follow other figures and are not known here by region.
NUTS3_FIELDS = _nuts3(*_CATEGORY)
NUTS3_2016_FIELDS = _nuts3()

COUNTRY_FIELDS = (
    *shared.COUNTRY,
    string("name_national", "National name", "Name in the national language and script."),
    boolean("eu_member", "EU Member State", "True for the Member States of today."),
    *grouped(
        Group.AREA,
        number("area_km2", "Area", "Area of the generalised (1:3 million) polygon, measured in EPSG:3035.", "km2"),
        integer("n_regions", "NUTS III areas", "Number of NUTS III areas, NUTS 2021."),
    ),
    *neighbour_counts("Neighbouring countries", "Number of countries across a land border or by sea."),
    *grouped(Group.PROGRAMMES, *array("periods", "Periods", "Programming periods of the programmes.", "periods")),
    *shared.AREA_SUMMARY,
    *shared.MATCHING,
)
