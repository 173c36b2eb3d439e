"""The land below everything: one quiet layer at the bottom of the project, from the server."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Dict, List, NamedTuple, Optional

from qgis.core import (
    QgsAbstractMetadataBase,
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTask,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api import resources
from ..api.call import Call
from ..api.errors import ApiError
from ..api.texts import tr
from ..context import Context
from ..settings import PREFIX, cache_folder

_MARK = "cooperation_search/background"
#: Warm greys that no class of a style has; borders are only just seen.
_FILL, _BORDER = "#f1efe9", "#d9d5cb"
#: A table and a tool for clicks have no use for it.
_FLAGS = QgsMapLayer.LayerFlag.Identifiable | QgsMapLayer.LayerFlag.Searchable


class Background(QObject):
    """Puts the land below whatever this plugin brings onto the map, as long as that is wanted.

    There is one layer for the whole project, at its very bottom: in a group of its own search it would hide the user's
    base map. The file is kept in the profile, so that a saved project finds it again.
    """

    #: Why there is no land, in words.
    failed = pyqtSignal(str)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._call: Optional[Call] = None
        self._task: Optional[_LandFile] = None
        context.mapped.connect(self.show)

    @property
    def is_idle(self) -> bool:
        """Whether no land is on its way."""
        return self._call is None and self._task is None

    def show(self) -> None:
        """Adds the land, where it is wanted and not there yet."""
        if self.is_idle and self._context.settings.with_background and layer_of(QgsProject.instance()) is None:
            self._call = self._context.client.get(resources.land())
            self._call.finished.connect(self._came)
            self._call.failed.connect(self._failed)
            self._call.ended.connect(self._ended)

    def hide(self) -> None:
        """Removes it."""
        self._cancel()
        layer = layer_of(QgsProject.instance())
        if layer is not None:
            QgsProject.instance().removeMapLayer(layer.id())

    def stop(self) -> None:
        """Ends what is under way."""
        self._cancel()
        self._context.mapped.disconnect(self.show)

    def _came(self, body: bytes) -> None:
        self._task = _LandFile(body)
        self._task.made.connect(self._made)
        QgsApplication.taskManager().addTask(self._task)

    def _made(self, land: Optional[_Land], reason: str) -> None:
        self._task = None
        project = QgsProject.instance()
        if land is None:
            self.failed.emit(tr("Layers", "The background could not be made: {}").format(reason))
        elif self._context.settings.with_background and layer_of(project) is None:
            layer = _layer(land)
            project.addMapLayer(layer, False)
            project.layerTreeRoot().addLayer(layer).setExpanded(False)

    def _failed(self, error: ApiError) -> None:
        # Earlier servers have no land; the map is as good as it was with them.
        if error.status != 404:
            self.failed.emit(tr("Layers", "There is no background: {}").format(error.text))

    def _ended(self) -> None:
        self._call = None

    def _cancel(self) -> None:
        if self._call is not None:
            self._call.cancel()
        if self._task is not None:
            self._task.made.disconnect(self._made)
            self._task.cancel()
            self._task = None


def layer_of(project: QgsProject) -> Optional[QgsMapLayer]:
    """The land of a project, if it has one."""
    return next((layer for layer in project.mapLayers().values() if layer.customProperty(_MARK)), None)


class _Land(NamedTuple):
    """A file of the profile with the land, and what its server says of it."""

    path: Path
    sources: List[str]
    about: str
    links: List[Dict[str, str]]


class _LandFile(QgsTask):
    """Makes the file in a thread: reading a megabyte of GeoJSON would hold up the window, a GeoPackage does not."""

    #: The land, or ``None`` and why there is none.
    made = pyqtSignal(object, str)

    def __init__(self, body: bytes) -> None:
        super().__init__(tr("Layers", "Cooperation search: land in the background"), QgsTask.Flag.CanCancel)
        self._body = body

    def run(self) -> bool:
        """Makes it, unless an earlier window did (called by QGIS in a thread)."""
        land, reason = None, ""
        try:
            document = json.loads(self._body)
            sources = sorted({feature["properties"]["source"] for feature in document["features"]})
            path = cache_folder().parent / f"{PREFIX}_land_{hashlib.sha256(self._body).hexdigest()[:12]}.gpkg"
            if not path.exists():
                _write(self._body, path)
            land = _Land(path, sources, str(document.get("description", "")), document["links"])
        except (OSError, ValueError, LookupError, TypeError) as error:
            reason = str(error)
        if not self.isCanceled():
            self.made.emit(land, reason)
        return land is not None


def _write(body: bytes, path: Path) -> None:
    """Writes GeoJSON as a GeoPackage: whole or not at all, since two windows of QGIS may write it at once.

    :raises OSError: where it cannot be written
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as folder:
        source, target = Path(folder) / "land.geojson", Path(folder) / "land.gpkg"
        source.write_bytes(body)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", "land"
        land = QgsVectorLayer(str(source), "land", "ogr")
        code, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            land, str(target), QgsCoordinateTransformContext(), options
        )
        del land
        if code != QgsVectorFileWriter.WriterError.NoError:
            raise OSError(reason)
        target.replace(path)


def _layer(land: _Land) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(land.path), tr("Layers", "Land (background)"), "ogr")
    symbol = QgsFillSymbol.createSimple({"color": _FILL, "outline_color": _BORDER, "outline_width": "0.1"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setFlags(layer.flags() & ~_FLAGS)
    layer.setReadOnly(True)
    layer.setCustomProperty(_MARK, True)
    metadata = QgsLayerMetadata()
    metadata.setTitle(layer.name())
    metadata.setAbstract(land.about)
    metadata.setRights(land.sources)
    links = [QgsAbstractMetadataBase.Link(each["title"], "WWW:LINK", each["href"]) for each in land.links]
    metadata.setLinks(links)
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    return layer
