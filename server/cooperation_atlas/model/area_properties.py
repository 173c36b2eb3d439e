"""Properties of NUTS III areas and of countries."""

from __future__ import annotations

from . import properties as shared
from .fields import array, boolean, grouped, integer, number, string
from .presentation import NUTS_CODES, Group

NUTS3_FIELDS = (
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
            "Border",
            "Eurostat border typology of NUTS 2024, for areas unchanged since 2021; else absent.",
            words=("land_border_internal", "land_border_external", "border_by_population", "non_border"),
        ),
        string(
            "island",
            "Island",
            "Eurostat island typology of NUTS 2024, for areas unchanged since 2021; else absent.",
            words=("island", "non_island"),
        ),
        number("area_km2", "Area", "Area of the generalised (1:3 million) polygon, measured in EPSG:3035.", "km2"),
    ),
    *shared.PERIOD,
    *shared.AREA_SUMMARY,
    *shared.MATCHING,
)

COUNTRY_FIELDS = (
    *shared.COUNTRY,
    string("name_national", "National name", "Name in the national language and script."),
    boolean("eu_member", "EU Member State", "True for the Member States of today."),
    *grouped(
        Group.AREA,
        number("area_km2", "Area", "Area of the generalised (1:3 million) polygon, measured in EPSG:3035.", "km2"),
        integer("n_regions", "NUTS III areas", "Number of NUTS III areas, NUTS 2021."),
    ),
    *grouped(Group.PROGRAMMES, *array("periods", "Periods", "Programming periods of the programmes.", "periods")),
    *shared.AREA_SUMMARY,
    *shared.MATCHING,
)
