"""Neighbours: how two areas can be neighbours, and the properties that say so."""

from __future__ import annotations

from enum import StrEnum

from .fields import Field, absent_as, array, boolean, grouped, integer, number, shown_beside, string
from .presentation import NUTS_CODES, Group, Reference


class NeighbourKind(StrEnum):
    """How two areas are neighbours (code list ``neighbour_kinds``)."""

    LAND = "land"  #: they share a border
    POINT = "point"  #: they touch in points only
    SEA = "sea"  #: both have a shoreline, they do not touch, and are at most 150 km apart


def neighbour_counts(title: str, description: str) -> tuple[Field, ...]:
    """What lies around an area or a programme, in other countries.

    :param title: of the number of neighbours
    :param description: what is counted
    """
    return grouped(
        Group.AREA,
        integer("n_neighbours", title, description),
        # Worked out for every area: where there is no country, none is there.
        *absent_as(
            "none",
            *array(
                "borders_on",
                "Land border with",
                "Countries across a land border, as far as they have NUTS III areas.",
                "countries",
            ),
            *array(
                "sea_neighbours_in",
                "By sea, at most 150 km",
                "Countries with a NUTS III area at most 150 km away by sea (Reg. (EU) 2021/1059 Art. 4).",
                "countries",
            ),
        ),
    )


AREAS_ABROAD = neighbour_counts(
    "Neighbouring areas abroad", "Number of NUTS III areas abroad across a land border or by sea."
)


def _side(side: str, which: str) -> tuple[Field, ...]:
    """The properties of one of the two areas."""
    area = which.lower()
    named = Reference(None, names=f"name_{side}", version="nuts_version")
    return grouped(
        Group.AREA,
        string(f"nuts_code_{side}", f"{which} area", f"NUTS code of the {area} area.", reference=named),
        *shown_beside(
            f"nuts_code_{side}", string(f"name_{side}", f"Name of the {area} area", f"Name of the {area} area.")
        ),
        string(f"country_{side}", f"Country of the {area} area", f"Country of the {area} area.", "countries"),
    )


NEIGHBOUR_PAIR_FIELDS = (
    string("id", "Pair", "NUTS version and the codes of both areas, joined by full stops."),
    string("name", "Areas", "Names of both areas."),
    string("nuts_version", "NUTS version", "Version of the NUTS classification.", "nuts_versions"),
    string(
        "neighbour_kind",
        "Kind of neighbours",
        "land: they share a border; point: they only touch; sea: both have a shoreline, and at most 150 km are between "
        "them.",
        "neighbour_kinds",
    ),
    number("border_km", "Common border", "Length of the border that they share, on the 1:3 million map.", "km"),
    number("distance_km", "Distance", "Shortest distance between them; 0 where they touch.", "km"),
    boolean(
        "crosses_land",
        "Crosses land",
        "By sea: whether the line of shortest distance crosses the land of a third area.",
    ),
    boolean("across_border", "In two countries", "Whether the areas are in two countries."),
    *_side("a", "First"),
    *_side("b", "Second"),
    *grouped(
        Group.AREA,
        *array("nuts_codes", "NUTS codes", "NUTS codes of both areas.", reference=NUTS_CODES),
        *array("countries", "Countries", "The country or the countries of the areas.", "countries"),
    ),
)
