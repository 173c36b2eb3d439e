"""Which part of the world a sheet shows, in which CRS, and what goes into small frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..layers.changes import ids_shown
from ..layers.live import continent_of
from ..layers.overseas import Place, is_overseas, places_of

WGS84, EUROPE_CRS = "EPSG:4326", "EPSG:3035"
#: The continent with its islands, in degrees.
EUROPE = QgsRectangle(-25.0, 34.0, 45.0, 72.0)
_ROOM = 1.05
#: Share of what was found that the user must see for the sheet to show the rest in frames.
_MOST = 0.5


@dataclass(frozen=True)
class Views:
    """The extents of the maps of a sheet.

    :param main: in ``crs``
    :param overseas: places for small frames
    """

    main: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    overseas: Tuple[Place, ...] = ()

    def of_place(self, place: Place, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
        """The extent of a place in a CRS."""
        return _in(place.extent(), WGS84, crs)


def views_of(
    areas: Optional[QgsVectorLayer],
    seen: Optional[QgsRectangle],
    crs: QgsCoordinateReferenceSystem,
    room: float = _ROOM,
) -> Views:
    """What the sheet of a search shows: what the user looks at where that is part of it, else all that was found.

    :param areas: the NUTS III areas found; all of Europe without them
    :param seen: what the user looks at, in ``crs``
    :param crs: of the project; maps in degrees are drawn in EPSG:3035 instead
    """
    boxes = _boxes(areas) if areas is not None else {}
    places = places_of(boxes)
    continent = QgsRectangle()
    for code, box in boxes.items():
        if not is_overseas(code):
            continent.combineExtentWith(box)
    if continent.isNull() and places:
        return _far_away(places, seen, crs)
    plane = _plane(crs)
    found = _in(EUROPE if continent.isNull() else continent, WGS84, plane)
    found.scale(room)
    if seen is None or seen.isEmpty():
        return Views(found, plane, tuple(places))
    looked = _in(seen, crs, plane)
    if looked.contains(found):
        return Views(found, plane, tuple(places))
    both = looked.intersect(found)
    if both.isEmpty():
        near = [place for place in places if looked.intersects(_in(place.extent(), WGS84, plane))]
        return _far_away(near, seen, crs) if near else Views(found, plane, tuple(places))
    if both.width() * both.height() >= _MOST * found.width() * found.height():
        return Views(looked, plane, tuple(places))
    return Views(looked, plane)


def _far_away(places: List[Place], seen: Optional[QgsRectangle], crs: QgsCoordinateReferenceSystem) -> Views:
    """A sheet of overseas areas only: the first is the map, the others go into frames."""
    first = places[0]
    plane = QgsCoordinateReferenceSystem(first.crs)
    found = _in(first.extent(), WGS84, plane)
    if len(places) == 1 and seen is not None and not seen.isEmpty():
        looked = _in(seen, crs, plane)
        if found.contains(looked):
            return Views(looked, plane)
    return Views(found, plane, tuple(places[1:]))


def _boxes(areas: QgsVectorLayer) -> Dict[str, QgsRectangle]:
    """The boxes of the areas by code, in degrees."""
    index = areas.fields().lookupField("nuts_code")
    if areas.providerType() == "OAPIF":
        # QGIS would ask the server for all of them, and the window would stand still meanwhile.
        codes = ids_shown(areas)
        whole = continent_of(areas)
        whole = EUROPE if whole.isNull() else whole
        boxes = {code: QgsRectangle() for code in codes}
        boxes.update({code: whole for code in codes if not is_overseas(code)})
        return boxes
    if index < 0:
        return {}
    request = QgsFeatureRequest().setSubsetOfAttributes([index])
    return {str(each[index]): each.geometry().boundingBox() for each in areas.getFeatures(request)}


def _plane(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    usable = crs.isValid() and not crs.isGeographic()
    return crs if usable else QgsCoordinateReferenceSystem(EUROPE_CRS)


def _in(box: QgsRectangle, given: object, wanted: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """A box in another CRS; as it is where that CRS cannot show the place."""
    source = QgsCoordinateReferenceSystem(given) if isinstance(given, str) else given
    transform = QgsCoordinateTransform(source, wanted, QgsProject.instance())
    try:
        return transform.transformBoundingBox(box)
    except QgsCsException:
        return QgsRectangle(box)
