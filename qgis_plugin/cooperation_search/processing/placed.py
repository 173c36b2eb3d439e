"""The user's own geometries in the CRS of the server; what cannot be used is counted, and never stops anything."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessingFeatureSource,
)


class Placed:
    """Geometries in the CRS of the areas; what cannot be used is counted, and never stops anything.

    :param repair: invalid geometries are repaired, else they are left out
    """

    def __init__(self, transform: QgsCoordinateTransform, repair: bool) -> None:
        self._transform, self.repair = transform, repair
        self.invalid = 0
        self.elsewhere = 0

    def of(self, geometry: QgsGeometry) -> QgsGeometry:
        """A geometry in the CRS of the areas; none where it cannot be used."""
        moved = QgsGeometry(geometry)
        if moved.isNull() or moved.isEmpty():
            return QgsGeometry()
        if not moved.isGeosValid():
            self.invalid += 1
            moved = moved.makeValid() if self.repair else QgsGeometry()
            if moved.isNull():
                return moved
        try:
            moved.transform(self._transform)
        except QgsCsException:
            moved = QgsGeometry()
        # QGIS raises it for points; of polygons it makes some with infinite coordinates.
        if moved.isNull() or not moved.boundingBox().isFinite():
            self.elsewhere += 1
            return QgsGeometry()
        return moved


def unchecked() -> Any:
    """The flag by which QGIS leaves geometries unchecked; it moved in 3.36."""
    if Qgis.QGIS_VERSION_INT >= 33600:
        return Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    return QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
