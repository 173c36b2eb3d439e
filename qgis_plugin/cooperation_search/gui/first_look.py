"""Where the map looks: at what was loaded, in Europe first, and at Europe or a place overseas when it is asked for."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDatumTransform,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..layers.overseas import PLACES
from ..settings import PREFIX, PROJECT_SCOPE

#: Most degrees of longitude or latitude that a first look at the map shows. Wider than that are searches that find
#: outermost regions beside others: then the map begins with Europe.
_WIDEST = 60.0
_EUROPE = QgsRectangle(-25.0, 34.0, 45.0, 72.0)
#: The projection of European statistics: areas keep their size.
_OF_EUROPE = "EPSG:3035"
_DEGREES = "EPSG:4326"
#: Entry of a project that was given its CRS here, which the user may have changed since.
_GIVEN = "crs/given"


def at_first(extent: QgsRectangle) -> QgsRectangle:
    """What of an extent (in degrees) the map shows first."""
    if max(extent.width(), extent.height()) <= _WIDEST or not extent.intersects(_EUROPE):
        return extent
    return extent.intersect(_EUROPE)


def look_at(canvas: QgsMapCanvas, layer: QgsMapLayer, extent: QgsRectangle) -> None:
    """Brings an extent of a layer into view.

    :param extent: in the CRS of the layer, degrees
    """
    if extent.intersects(_EUROPE):
        _give_crs(QgsProject.instance(), canvas)
    shown = canvas.mapSettings().layerExtentToOutputExtent(layer, extent)
    shown.scale(1.05)
    canvas.setExtent(shown)
    canvas.refresh()


def _give_crs(project: QgsProject, canvas: QgsMapCanvas) -> None:
    """Gives a new project with nothing but layers of this plugin the projection of European statistics, once.

    A project that was saved, holds something else, or has another CRS than QGIS's first one keeps what it has.
    """
    ours = all(_is_ours(layer) for layer in project.mapLayers().values())
    given, _ = project.readBoolEntry(PROJECT_SCOPE, _GIVEN, False)
    if ours and not given and not project.fileName() and project.crs().authid() in ("", _DEGREES):
        crs = QgsCoordinateReferenceSystem(_OF_EUROPE)
        operations = project.transformContext()
        # QGIS would ask which of several operations it shall use, in a dialog that nobody has called for. Live layers
        # have a CRS of their own for degrees.
        for layer in project.mapLayers().values():
            if not operations.hasTransform(layer.crs(), crs):
                # The one that QGIS itself prefers comes first.
                usable = (each for each in QgsDatumTransform.operations(layer.crs(), crs) if each.isAvailable)
                operations.addCoordinateOperation(layer.crs(), crs, next((o.proj for o in usable), ""), True)
        project.setTransformContext(operations)
        project.setCrs(crs)
        project.writeEntry(PROJECT_SCOPE, _GIVEN, True)
        # QGIS's own window follows the project; this one does, too, where they are not joined.
        canvas.setDestinationCrs(crs)


def _is_ours(layer: QgsMapLayer) -> bool:
    return any(key.startswith(f"{PREFIX}/") for key in layer.customPropertyKeys())


class PlacesMenu(QMenu):
    """Europe and the places overseas: one click brings each of them into view."""

    def __init__(self, canvas: Optional[QgsMapCanvas], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        europe = QCoreApplication.translate("PlacesMenu", "Europe")
        self._add(europe, _EUROPE)
        self.addSeparator()
        for place in PLACES:
            self._add(place.label(), place.extent())

    def _add(self, name: str, extent: QgsRectangle) -> None:
        self.addAction(name).triggered.connect(lambda _checked=False: self._look(extent))

    def _look(self, extent: QgsRectangle) -> None:
        if self._canvas is None:
            return
        to_map = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(_DEGREES),
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        try:
            self._canvas.setExtent(to_map.transformBoundingBox(extent))
        except QgsCsException:
            # The map's projection cannot show this place.
            return
        self._canvas.refresh()
