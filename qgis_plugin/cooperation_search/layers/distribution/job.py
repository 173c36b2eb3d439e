"""One load of the areas of a distribution onto the map: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Optional, Tuple

from qgis.core import QgsApplication, QgsFeature, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api import distribution as api
from ...api.distribution import Question
from ...api.errors import ApiError, ErrorKind
from ...api.reading import Reader, parse
from ...api.texts import tr
from ...context import Context
from .. import geometry, origin
from ..fetch import Fetched
from ..fields import REAL, TEXT, WHOLE, Column, qgs_fields
from ..pages import Built, build
from ..sink import Filler, memory_layer
from ..styles import choropleth
from . import origin as kept

#: Kinds of the properties that are no counts.
_KINDS = {"items": TEXT, "nuts_version": TEXT, "share_low": REAL, "share_high": REAL, "share_of_stated": REAL}


@dataclass(frozen=True)
class LoadedDistribution:
    """Areas that are on the map.

    :param layer: id of the layer
    :param count: number of areas with a number
    :param offline: True when the server could not be reached and these are its last known answers
    """

    layer: str
    count: int
    edition: str
    offline: bool


class AreasBuilder(QgsTask):
    """Builds the features of an answer in a thread."""

    made = pyqtSignal(object)
    broken = pyqtSignal(object)

    def __init__(self, body: bytes, place: str) -> None:
        super().__init__(tr("Layers", "Distribution on the map"), QgsTask.Flag.CanCancel)
        self._body = body
        self._place = place

    def run(self) -> bool:
        """Does it (called by QGIS in a thread)."""
        try:
            columns = columns_of(self._body, self._place)
            made = build("distribution", 0, self._body, columns)
        except ApiError as error:
            self.broken.emit(error)
            return False
        except Exception as error:  # noqa: BLE001 (a thread must not die without a word)
            message = tr("Layers", "The server's answer could not be read.")
            self.broken.emit(ApiError(ErrorKind.MALFORMED, message, f"{type(error).__name__}: {error}"))
            return False
        if not self.isCanceled():
            self.made.emit(made)
        return True


def columns_of(body: bytes, place: str) -> Tuple[Column, ...]:
    """The columns of the areas of an answer: its properties, of which all but a few are counts.

    :param place: name of the dimension of places
    :raises ApiError: (malformed)
    """
    features = Reader(parse(body), "distribution").readers("features")
    names = list(features[0].reader("properties").values) if features else []
    kinds = {**_KINDS, place: TEXT, f"{place}_text": TEXT}
    titles = {
        "count": tr("Layers", "Count"),
        "unknown": tr("Layers", "Not known"),
        "matched": tr("Layers", "All that match"),
        "share_low": tr("Layers", "Share, at least"),
        "share_high": tr("Layers", "Share, at most"),
        f"{place}_text": tr("Layers", "Name"),
    }
    return tuple(Column(name, kinds.get(name, WHOLE), titles.get(name, "")) for name in names)


class DistributionJob(QObject):
    """One load under way. Emits ``finished`` or ``failed`` once, nothing after ``cancel()``; ``ended`` always, last.

    :param title: name of the layer
    """

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, context: Context, question: Question, place: str, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._place = place
        self._title = title
        self._busy: List[Any] = []
        self._layer: Optional[QgsVectorLayer] = None
        self._refilled = False
        self._offline = False
        self._over = False
        QgsProject.instance().cleared.connect(self._project_closed)

    def start(self, refilled: Optional[QgsVectorLayer] = None) -> None:
        """Begins.

        :param refilled: the layer that gets the features; a new one is made without it
        """
        self._layer, self._refilled = refilled, refilled is not None
        call = self._context.client.get(api.areas_body(self._question))
        call.finished.connect(lambda body: self._came(body, call.offline))
        call.failed.connect(self._fail)
        self._busy = [call]

    def cancel(self) -> None:
        """Ends it; nothing of it stays."""
        if not self._over:
            self._end()

    def _came(self, body: bytes, offline: bool) -> None:
        self._offline = offline
        task = AreasBuilder(body, self._place)
        task.made.connect(self._built)
        task.broken.connect(self._fail)
        task.taskTerminated.connect(self._terminated)
        self._busy = [task]
        QgsApplication.taskManager().addTask(task)

    def _built(self, made: Built) -> None:
        if self._over:
            return
        shown = [feature for feature in made.features if feature.hasGeometry()]
        if not shown:
            self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "There are no areas to show.")))
            return
        layer = self._layer
        if layer is None:
            layer = memory_layer(self._title, Fetched(made.columns, geometry.AREAS))
        else:
            layer.dataProvider().truncate()
            _fit(layer, made.columns, shown)
        self._layer = layer
        filler = Filler(layer, shown, lambda error: self._filled(error, made, shown), self)
        self._busy = [filler]
        filler.start()

    def _filled(self, error: str, made: Built, shown: List[Any]) -> None:
        if self._over or self._layer is None:
            return
        if error:
            self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "The layer could not be made."), error))
            return
        layer, self._layer = self._layer, None
        server = self._context.client.url
        kept.write(layer, kept.DistributionOrigin(self._question, self._place, server))
        url = self._question.to_url(server)
        samples = self._question.search.show_samples
        origin.describe(layer, url, server, made.edition, made.attribution, samples, self._title)
        choropleth.apply(layer, self._place, self._context.settings.classes)
        if self._refilled:
            layer.triggerRepaint()
        else:
            QgsProject.instance().addMapLayer(layer, False)
            QgsProject.instance().layerTreeRoot().insertLayer(0, layer)
        found = sum(1 for feature in shown if feature["count"])
        loaded = LoadedDistribution(layer.id(), found, made.edition, self._offline)
        self._end(loaded)

    def _terminated(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "Loading was cancelled.")))

    def _project_closed(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "The project was closed while the search was loading.")))

    def _fail(self, error: ApiError) -> None:
        if not self._over:
            self._end(error=error)

    def _end(self, loaded: Optional[LoadedDistribution] = None, error: Optional[ApiError] = None) -> None:
        self._over = True
        QgsProject.instance().cleared.disconnect(self._project_closed)
        for each in self._busy:
            each.cancel()
        self._busy.clear()
        self._layer = None
        if loaded is not None:
            self.finished.emit(loaded)
        if error is not None:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


def _fit(layer: QgsVectorLayer, columns: Tuple[Column, ...], features: List[QgsFeature]) -> None:
    """Gives a layer the fields of an answer, which an earlier edition may have had otherwise, in that order."""
    names = layer.fields().names()
    missing = tuple(column for column in columns if column.name not in names)
    if missing:
        layer.dataProvider().addAttributes(list(qgs_fields(missing)))
        layer.updateFields()
    wanted = layer.fields().names()
    for feature in features:
        had = feature.fields().names()
        values = [feature[name] if name in had else None for name in wanted]
        feature.setFields(layer.fields(), True)
        feature.setAttributes(values)
