"""The frame of the drawn map: what of the world it shows, where, and at which scale.

Editions draw areas into it, pages put names, insets and lines over it.
"""

from __future__ import annotations

from dataclasses import dataclass

from .fields import string

#: Name of the table with everything that is drawn once for an edition.
DRAWINGS = "drawings"
DRAWING_FIELDS = (
    string("name", "Name", "What is drawn, for which NUTS version, in which format."),
    string("content", "Content", "The text of the file."),
)

#: Name of the object in the TopoJSON of the areas.
TOPOLOGY_OBJECT = "areas"

#: Projection of Europe (areas keep their size), and what of it is shown, in metres: west, south, east, north. It holds
#: all of Cyprus, Türkiye and Iceland.
EUROPE_CRS = "EPSG:3035"
EUROPE = (2_530_000.0, 1_360_000.0, 7_350_000.0, 5_570_000.0)
#: Width of the map in units, whole numbers in its paths: a quarter of a pixel where the map is 700 pixels wide.
WIDTH = 2800
HEIGHT = 2446


@dataclass(frozen=True)
class Inset:
    """A place far from the continent, in a small frame of its own.

    :param id: names the frame
    :param name: what stands in it, English
    :param prefix: beginning of the codes of its NUTS III areas
    :param box: west, south, east, north in degrees; parts of areas outside are not drawn
    :param crs: its national grid, in metres
    :param frame: x, y, width, height in units of the map
    """

    id: str
    name: str
    prefix: str
    box: tuple[float, float, float, float]
    crs: str
    frame: tuple[int, int, int, int]


#: Size of a frame, the space between two, and the corner of the first: they lie over the east of Russia.
_CELL, _GAP, _CORNER = (310, 300), 16, (1838, 14)


def _frame(column: int, row: int, columns: int = 1) -> tuple[int, int, int, int]:
    """A frame of the grid in the upper right corner, of one column or more."""
    (width, height), (x, y) = _CELL, _CORNER
    return x + column * (width + _GAP), y + row * (height + _GAP), columns * (width + _GAP) - _GAP, height


#: Boxes leave out the Selvagens, south of Madeira, where nobody lives, and Saint-Martin, a part of Guadeloupe to NUTS.
INSETS = (
    Inset("guadeloupe", "Guadeloupe", "FRY1", (-61.9, 15.75, -60.9, 16.6), "EPSG:5490", _frame(0, 0)),
    Inset("martinique", "Martinique", "FRY2", (-61.4, 14.3, -60.7, 15.0), "EPSG:5490", _frame(1, 0)),
    Inset("guyane", "French Guiana", "FRY3", (-54.8, 2.0, -51.4, 6.0), "EPSG:2972", _frame(2, 0)),
    Inset("reunion", "Réunion", "FRY4", (55.1, -21.5, 55.9, -20.8), "EPSG:2975", _frame(0, 1)),
    Inset("mayotte", "Mayotte", "FRY5", (44.9, -13.1, 45.4, -12.5), "EPSG:4471", _frame(1, 1)),
    Inset("canarias", "Canary Islands", "ES70", (-18.3, 27.5, -13.3, 29.6), "EPSG:4083", _frame(2, 1)),
    Inset("azores", "Azores", "PT20", (-31.4, 36.8, -24.9, 39.8), "EPSG:5015", _frame(0, 2, 2)),
    Inset("madeira", "Madeira", "PT30", (-17.4, 32.3, -16.2, 33.2), "EPSG:5016", _frame(2, 2)),
    Inset("svalbard", "Svalbard", "NO0B2", (10.0, 74.0, 35.0, 81.0), "EPSG:25833", _frame(2, 3)),
)


def drawing_name(kind: str, version: str, extension: str) -> str:
    """Name of a drawing of the areas of a NUTS version, such as ``areas-2021.svg``."""
    return f"{kind}-{version}.{extension}"
