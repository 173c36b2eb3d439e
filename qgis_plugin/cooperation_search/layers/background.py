"""The land below everything: one quiet layer at the bottom of the project, from the server."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import List, NamedTuple, Optional, Tuple

from qgis.core import (
    Qgis,
    QgsAbstractMetadataBase,
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsMessageLog,
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
from .closing import closing

_MARK = "cooperation_search/background"
#: Warm greys that no class of a style has; borders are only just seen.
_FILL, _BORDER = "#f1efe9", "#d9d5cb"
#: A table and a tool for clicks have no use for it.
#: Files of earlier answers that stay beside the newest, since saved projects may hold their paths.
_OLDER = 2
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
        self._task: Optional[LandFile] = None
        self._is_asked_for = False
        context.mapped.connect(self.show)
        # The land is for the project that is open now, not for the next one.
        closing(QgsProject.instance()).connect(self._cancel)

    @property
    def is_idle(self) -> bool:
        """Whether no land is on its way."""
        return self._call is None and self._task is None

    def ask_for(self) -> None:
        """Adds the land because the user wants it just now, who is told where the server has none."""
        self._is_asked_for = True
        self.show()
        self._is_asked_for = self._call is not None

    def show(self) -> None:
        """Adds the land, where it is wanted and not there yet."""
        if self.is_idle and self._context.settings.with_background and not _is_there(QgsProject.instance()):
            self._call = self._context.client.get(resources.land())
            self._call.finished.connect(self._came)
            self._call.failed.connect(self._failed)
            self._call.ended.connect(self._ended)

    def hide(self) -> None:
        """Removes it."""
        self._cancel()
        _remove(QgsProject.instance())

    def stop(self) -> None:
        """Ends what is under way."""
        self._cancel()
        self._context.mapped.disconnect(self.show)
        closing(QgsProject.instance()).disconnect(self._cancel)

    def _came(self, body: bytes) -> None:
        task = self._task = LandFile(body)
        task.made.connect(self._made)
        task.taskTerminated.connect(lambda: self._terminated(task))
        QgsApplication.taskManager().addTask(task)

    def _made(self, layer: Optional[QgsVectorLayer], reason: str) -> None:
        self._task = None
        project = QgsProject.instance()
        if layer is None:
            self.failed.emit(tr("Layers", "The background could not be made: {}").format(reason))
        elif self._context.settings.with_background and not _is_there(project):
            _remove(project)
            project.addMapLayer(layer, False)
            project.layerTreeRoot().addLayer(layer).setExpanded(False)

    def _terminated(self, task: LandFile) -> None:
        """Also where the user cancelled it among QGIS's background tasks, of which the task itself says nothing."""
        if self._task is task:
            self._task = None

    def _failed(self, error: ApiError) -> None:
        text = tr("Layers", "There is no background: {}").format(error.text)
        # Earlier servers have no land. Their searches are on the map: who did not ask for land needs no message.
        if error.status == 404 and not self._is_asked_for:
            QgsMessageLog.logMessage(f"{text} ({error.url})", "Cooperation search", Qgis.MessageLevel.Info)
        else:
            self.failed.emit(text)

    def _ended(self) -> None:
        self._call = None
        self._is_asked_for = False

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


def _is_there(project: QgsProject) -> bool:
    """Whether a project shows the land; the file of a saved one may be gone."""
    layer = layer_of(project)
    return layer is not None and layer.isValid()


def _remove(project: QgsProject) -> None:
    layer = layer_of(project)
    if layer is not None:
        project.removeMapLayer(layer.id())


class _Land(NamedTuple):
    """A file of the profile with the land, and what its server says of it.

    :param links: titles and addresses
    """

    path: Path
    sources: List[str]
    about: str
    links: List[Tuple[str, str]]


class LandFile(QgsTask):
    """Makes the file and opens it in a thread: both hold up the window on a busy machine."""

    #: The layer, or ``None`` and why there is none.
    made = pyqtSignal(object, str)

    def __init__(self, body: bytes) -> None:
        super().__init__(tr("Layers", "Cooperation search: land in the background"), QgsTask.Flag.CanCancel)
        self._body = body

    def run(self) -> bool:
        """Makes it, unless an earlier window did (called by QGIS in a thread)."""
        layer, reason = None, ""
        try:
            document = json.loads(self._body)
            sources = sorted({feature["properties"]["source"] for feature in document["features"]})
            links = [(str(each["title"]), str(each["href"])) for each in document["links"]]
            path = cache_folder().parent / f"{PREFIX}_land_{hashlib.sha256(self._body).hexdigest()[:12]}.gpkg"
            if path.exists():
                os.utime(path)
            else:
                _write(self._body, path)
                _tidy(path.parent)
            layer = _layer(_Land(path, sources, str(document.get("description", "")), links))
        except OSError as error:
            reason = str(error)
        except (ValueError, LookupError, TypeError) as error:
            reason = tr("Layers", "The server's answer could not be read.") + f" {type(error).__name__}: {error}"
        if self.isCanceled():
            return False
        if layer is not None:
            # From here on it belongs to the window's thread.
            layer.moveToThread(QgsApplication.instance().thread())
        self.made.emit(layer, reason)
        return layer is not None


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


def _tidy(folder: Path) -> None:
    """Removes files of land but the few that were used last; what another window holds on to goes the next time."""
    with suppress(OSError):
        files = sorted(folder.glob(f"{PREFIX}_land_*.gpkg"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[1 + _OLDER :]:
            path.unlink()


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
    metadata.setLinks([QgsAbstractMetadataBase.Link(title, "WWW:LINK", href) for title, href in land.links])
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    return layer
