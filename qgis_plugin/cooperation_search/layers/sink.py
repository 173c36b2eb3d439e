"""Where the features of a search go: a layer in memory or a table of a GeoPackage, filled a little at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, QTimer

from ..api.errors import ApiError, ErrorKind
from ..api.texts import tr
from .fetch import Fetched
from .fields import qgs_fields

CRS = "EPSG:4326"
#: Features handed over between two turns of the event loop.
_CHUNK = 100


class SinkError(ApiError):
    """A layer that could not be made or written."""

    def __init__(self, detail: str) -> None:
        super().__init__(ErrorKind.CANCELLED, tr("Layers", "The layer could not be made."), detail)


def memory_layer(name: str, fetched: Fetched) -> QgsVectorLayer:
    """An empty layer in memory with the fields of the collection."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={CRS}&index=yes", name, "memory")
    layer.dataProvider().addAttributes(list(qgs_fields(fetched.columns)))
    layer.updateFields()
    return describe_fields(layer, fetched)


def geopackage_layer(path: Path, table: str, name: str, fetched: Fetched) -> QgsVectorLayer:
    """An empty table of a GeoPackage, which is made where it is not there yet.

    :raises SinkError: where the file cannot be written
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table
    options.layerOptions = ["FID=fid", "GEOMETRY_NAME=geom"]
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    kind = Qgis.WkbType.MultiPolygon if Qgis.QGIS_VERSION_INT >= 33000 else QgsWkbTypes.Type.MultiPolygon
    crs, context = QgsCoordinateReferenceSystem(CRS), QgsCoordinateTransformContext()
    writer = QgsVectorFileWriter.create(str(path), qgs_fields(fetched.columns), kind, crs, context, options)
    failed, text = writer.hasError(), writer.errorMessage()
    # The table is complete on disk only when the writer is gone.
    del writer
    if failed != QgsVectorFileWriter.WriterError.NoError:
        raise SinkError(text)
    layer = QgsVectorLayer(f"{path}|layername={table}", name, "ogr")
    if not layer.isValid():
        raise SinkError(str(path))
    return describe_fields(layer, fetched)


def describe_fields(layer: QgsVectorLayer, fetched: Fetched) -> QgsVectorLayer:
    """Titles of the columns as aliases of the fields."""
    for column in fetched.columns:
        index = layer.fields().lookupField(column.name)
        if index >= 0 and column.title:
            layer.setFieldAlias(index, column.title)
    return layer


class Filler(QObject):
    """Adds features to a layer's provider a little at a time, so that the window stays alive.

    :param done: called at the end, with the text of an error or an empty text
    """

    def __init__(
        self, layer: QgsVectorLayer, features: List[QgsFeature], done: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsVectorLayer] = layer
        self._features = features
        self._at = 0
        self._done = done
        self._shift = layer.fields().lookupField("fid") >= 0 and layer.providerType() == "ogr"
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begins with the next turn of the event loop."""
        self._timer.start()

    def cancel(self) -> None:
        """Ends it; ``done`` is not called."""
        self._timer.stop()
        self._layer = None

    def _step(self) -> None:
        chunk = self._features[self._at : self._at + _CHUNK]
        if chunk and not self._add(chunk):
            self.cancel()
            self._done(tr("Layers", "features could not be added"))
            return
        self._at += len(chunk)
        if self._at >= len(self._features):
            layer = self._layer
            self.cancel()
            layer.updateExtents()
            self._done("")

    def _add(self, chunk: List[QgsFeature]) -> bool:
        provider = self._layer.dataProvider()
        if self._shift:
            # The key column of the GeoPackage comes first and is filled by it.
            for feature in chunk:
                feature.setAttributes([None, *feature.attributes()])
        return bool(provider.addFeatures(chunk, QgsFeatureSink.Flag.FastInsert)[0])


def plain_fields(layer: QgsVectorLayer) -> List[QgsField]:
    """The fields of a layer without the key column of a GeoPackage."""
    return [f for f in layer.fields() if not (f.name() == "fid" and layer.providerType() == "ogr")]
