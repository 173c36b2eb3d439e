"""The boundaries of the NUTS III areas, read in the background, to find areas on the map and below other layers."""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Set

from qgis.core import QgsFeature, QgsGeometry, QgsMultiLineString, QgsPointXY, QgsSpatialIndex, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...api.errors import ApiError
from ...api.reading import Reader, parse
from ...layers.geometry import cut_out, from_json, from_text


class Boundaries:
    """NUTS III areas by code, WGS 84 longitude and latitude."""

    def __init__(self, areas: Dict[str, QgsGeometry]) -> None:
        self._codes = list(areas)
        self._areas = areas
        self._index = QgsSpatialIndex()
        lines = QgsMultiLineString()
        for number, geometry in enumerate(areas.values()):
            edge = geometry.constGet().boundary()
            for part in range(edge.partCount()):
                # One area in one piece has a single line for its edge.
                line = edge.geometryN(part) if isinstance(edge, QgsMultiLineString) else edge
                lines.addGeometry(line.clone())
            feature = QgsFeature(number)
            feature.setGeometry(geometry)
            self._index.addFeature(feature)

        #: All boundaries as lines.
        self.lines = QgsGeometry(lines)

    def __len__(self) -> int:
        return len(self._areas)

    def at(self, point: QgsPointXY) -> str:
        """Code of the area at a point, empty where there is none (the sea, other countries)."""
        return next(iter(sorted(self.touching(QgsGeometry.fromPointXY(point)))), "")

    def touching(self, geometry: QgsGeometry) -> Set[str]:
        """Codes of the areas that have something in common with a geometry."""
        candidates = self._index.intersects(geometry.boundingBox())
        if not candidates:
            return set()
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        codes = (self._codes[number] for number in candidates)
        return {code for code in codes if engine.intersects(self._areas[code].constGet())}

    def below(self, codes: Iterable[str]) -> List[QgsGeometry]:
        """The areas of codes of any level."""
        prefixes = tuple(codes)
        return [geometry for code, geometry in self._areas.items() if prefixes and code.startswith(prefixes)]


class BoundariesTask(QgsTask):
    """Reads a GeoJSON answer of the server in a thread of its own.

    :param body: a FeatureCollection whose feature ids are the codes
    """

    #: The boundaries.
    done = pyqtSignal(object)
    #: The answer could not be read: an ``ApiError``.
    broken = pyqtSignal(object)

    def __init__(self, body: bytes, description: str) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._body = body
        self._boundaries: Optional[Boundaries] = None
        self._error: Optional[ApiError] = None

    def run(self) -> bool:  # noqa: D102
        areas: Dict[str, QgsGeometry] = {}
        try:
            rest, cut = cut_out(self._body)
            for feature in Reader(parse(rest), "items").readers("features"):
                if self.isCanceled():
                    return False
                given = feature.values.get("geometry")
                geometry = from_text(cut[given]) if isinstance(given, int) else from_json(given)
                if geometry is not None:
                    areas[feature.text("id")] = geometry
        except ApiError as error:
            self._error = error
            return False
        self._boundaries = Boundaries(areas)
        return True

    def finished(self, result: bool) -> None:  # noqa: D102
        if self._boundaries is not None and not self.isCanceled():
            self.done.emit(self._boundaries)
        elif self._error is not None:
            self.broken.emit(self._error)
