"""Where the features of a search go: a layer in memory or a table of a GeoPackage, filled a little at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsMessageLog,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..api.errors import ApiError, ErrorKind
from ..api.texts import tr
from .export import place
from .export.options import ExportError
from .export.writers import gpkg_table
from .fetch import Fetched
from .fields import qgs_fields

CRS = "EPSG:4326"
#: Features handed over between two turns of the event loop.
_CHUNK = 50


class SinkError(ApiError):
    """A layer that could not be made or written."""

    def __init__(self, detail: str) -> None:
        super().__init__(ErrorKind.CANCELLED, tr("Layers", "The layer could not be made."), detail)


def memory_layer(name: str, fetched: Fetched) -> QgsVectorLayer:
    """An empty layer in memory with the fields of the collection."""
    layer = QgsVectorLayer(f"{fetched.geometry}?crs={CRS}&index=yes", name, "memory")
    layer.dataProvider().addAttributes(list(qgs_fields(fetched.columns)))
    layer.updateFields()
    return describe_fields(layer, fetched)


def check_place(path: Path) -> None:
    """Looks whether a new GeoPackage can be made here.

    :raises SinkError: where not, and why
    """
    try:
        place.check_new(path)
    except ExportError as error:
        raise SinkError(str(error)) from error


def geopackage_layer(path: Path, table: str, name: str, fetched: Fetched) -> QgsVectorLayer:
    """An empty table of a GeoPackage, which is made where it is not there yet.

    :raises SinkError: where the file cannot be written
    """
    text = gpkg_table(path, table, qgs_fields(fetched.columns), QgsCoordinateReferenceSystem(CRS), fetched.geometry)
    layer = QgsVectorLayer(f"{path}|layername={table}", name, "ogr")
    if text or not layer.isValid():
        # The messages of GDAL and SQLite go to the log.
        QgsMessageLog.logMessage(f"{path}: {text}", "Cooperation search")
        message = tr("Layers", "The file {} could not be written: is its folder protected, or the disk full?")
        raise SinkError(message.format(path))
    return describe_fields(layer, fetched)


def describe_fields(layer: QgsVectorLayer, fetched: Fetched) -> QgsVectorLayer:
    """Titles of the columns as aliases of the fields."""
    for column in fetched.columns:
        index = layer.fields().lookupField(column.name)
        if index >= 0 and column.title:
            layer.setFieldAlias(index, column.title)
    return layer


class Turns(QObject):
    """Does one thing after another, one in each turn of the event loop, so that the window stays alive.

    A step that raises ends it; steps that can fail tell it themselves.
    """

    def __init__(self, steps: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = iter(steps)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begins with the next turn."""
        self._timer.start()

    def cancel(self) -> None:
        """Ends it."""
        self._timer.stop()

    def _turn(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self.cancel()
        else:
            step()


class Stored(NamedTuple):
    """A table of a GeoPackage, and what comes into it.

    :param name: of the layer
    """

    table: str
    name: str
    fetched: Fetched


class GeoPackageLayers(QgsTask):
    """Makes a GeoPackage in a thread: on a busy machine each table costs a part of a second.

    A file of layers that nobody took, because of an error or since the load was cancelled, is removed.

    :param stored: by what the layers are called in the answer
    """

    #: Emits the layers, or an ``ApiError``.
    made = pyqtSignal(object)

    def __init__(self, path: Path, stored: Dict[Any, Stored]) -> None:
        super().__init__(tr("Layers", "Cooperation search: writing the GeoPackage"), QgsTask.Flag.CanCancel)
        self._path = path
        self._stored = stored
        self._is_ours = False
        #: Whether the file is the receiver's now.
        self.taken = False

    def run(self) -> bool:
        """Writes them (called by QGIS in a thread)."""
        layers: Dict[Any, QgsVectorLayer] = {}
        try:
            check_place(self._path)
            self._is_ours = True
            for key, each in self._stored.items():
                layers[key] = self._write(each)
        except SinkError as error:
            self.made.emit(error)
            return False
        if self.isCanceled():
            return False
        for layer in layers.values():
            # From here on they belong to the window's thread.
            layer.moveToThread(QgsApplication.instance().thread())
        self.made.emit(layers)
        return True

    def finished(self, _result: bool) -> None:
        """Removes what was not taken (called by QGIS in the window's thread)."""
        if self._is_ours and not self.taken:
            self._path.unlink(missing_ok=True)

    def _write(self, stored: Stored) -> QgsVectorLayer:
        layer = geopackage_layer(self._path, stored.table, stored.name, stored.fetched)
        features = stored.fetched.features()
        for at in range(0, len(features), _CHUNK):
            if self.isCanceled():
                break
            if not _add(layer, features[at : at + _CHUNK]):
                raise SinkError(tr("Layers", "features could not be added"))
        layer.updateExtents()
        return layer


class Filler(Turns):
    """Adds features to a layer's provider a little at a time.

    :param done: called at the end, with the text of an error or an empty text
    """

    def __init__(
        self, layer: QgsVectorLayer, features: List[QgsFeature], done: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(self._chunks(layer, features, done), parent)

    def _chunks(
        self, layer: QgsVectorLayer, features: List[QgsFeature], done: Callable[[str], None]
    ) -> Iterator[Callable[[], object]]:
        for at in range(0, len(features), _CHUNK):
            if not _add(layer, features[at : at + _CHUNK]):
                self.cancel()
                yield partial(done, tr("Layers", "features could not be added"))
                return
            yield _nothing
        layer.updateExtents()
        yield partial(done, "")


def _add(layer: QgsVectorLayer, chunk: List[QgsFeature]) -> bool:
    if layer.providerType() == "ogr":
        # The key column of the GeoPackage comes first and is filled by it. The features themselves stay as they are:
        # how complete programmes are, and how many cover an area, is read from their columns afterwards.
        chunk = [QgsFeature(feature) for feature in chunk]
        for feature in chunk:
            feature.setAttributes([None, *feature.attributes()])
    return bool(layer.dataProvider().addFeatures(chunk, QgsFeatureSink.Flag.FastInsert)[0])


def _nothing() -> None:
    """A step after which the window gets its turn."""
