"""Areas far from the continent, which a map of Europe shows in small frames of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, List, Tuple

from qgis.core import QgsRectangle

from ..api.texts import tr


@dataclass(frozen=True)
class Place:
    """An archipelago or territory.

    :param label: gives its name in the user's language
    :param prefix: beginning of the codes of its NUTS III areas
    :param box: west, south, east, north in degrees
    :param crs: its national grid, in metres
    """

    label: Callable[[], str]
    prefix: str
    box: Tuple[float, float, float, float]
    crs: str

    def extent(self) -> QgsRectangle:
        """The box in degrees."""
        return QgsRectangle(*self.box)


#: Boxes leave out the Selvagens, south of Madeira, where nobody lives. Saint-Martin is a part of Guadeloupe to NUTS.
PLACES: Tuple[Place, ...] = (
    Place(lambda: tr("Overseas", "Azores"), "PT20", (-31.4, 36.8, -24.9, 39.8), "EPSG:5015"),
    Place(lambda: tr("Overseas", "Madeira"), "PT30", (-17.4, 32.3, -16.2, 33.2), "EPSG:5016"),
    Place(lambda: tr("Overseas", "Canary Islands"), "ES70", (-18.3, 27.5, -13.3, 29.6), "EPSG:4083"),
    Place(lambda: tr("Overseas", "Saint-Martin"), "FRY1", (-63.2, 17.98, -62.9, 18.2), "EPSG:5490"),
    Place(lambda: tr("Overseas", "Guadeloupe"), "FRY1", (-61.9, 15.75, -60.9, 16.6), "EPSG:5490"),
    Place(lambda: tr("Overseas", "Martinique"), "FRY2", (-61.4, 14.3, -60.7, 15.0), "EPSG:5490"),
    Place(lambda: tr("Overseas", "French Guiana"), "FRY3", (-54.8, 2.0, -51.4, 6.0), "EPSG:2972"),
    Place(lambda: tr("Overseas", "Réunion"), "FRY4", (55.1, -21.5, 55.9, -20.8), "EPSG:2975"),
    Place(lambda: tr("Overseas", "Mayotte"), "FRY5", (44.9, -13.1, 45.4, -12.5), "EPSG:4471"),
)


def is_overseas(code: str) -> bool:
    """Whether a NUTS III area lies far from the continent."""
    return any(code.startswith(place.prefix) for place in PLACES)


def places_of(codes: Iterable[str]) -> List[Place]:
    """The places in which any of the areas lies.

    :param codes: NUTS codes of the level III
    """
    beginnings = {code[:4] for code in codes}
    return [place for place in PLACES if place.prefix in beginnings]
