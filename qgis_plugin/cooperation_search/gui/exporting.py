"""Exports from panel and layer menu: the words for codes, the dialog, the task, and what came of it."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..context import Context
from ..layers import origin
from ..layers.export.options import ExportError, Options
from ..layers.export.task import ExportTask
from ..layers.export.words import Words, WordsRequest
from .export_dialog import ExportDialog


class Exporting(QObject):
    """Exports layers of searches."""

    #: A file was written: a sentence for people.
    written = pyqtSignal(str)
    #: It could not be written: a sentence for people.
    failed = pyqtSignal(str)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        #: Tasks that run: QGIS does not keep what Python has made.
        self._tasks: List[ExportTask] = []
        self.dialog: Optional[ExportDialog] = None

    def ask(self, layer: QgsVectorLayer, window: Optional[QWidget], further: Sequence[QgsVectorLayer] = ()) -> None:
        """Opens the dialog for a layer that came from a search.

        :param further: those of other periods of the same search, which are written with it
        """
        source, ids = origin.read(layer), [each.id() for each in (layer, *further)]
        if source is None:
            return
        request = WordsRequest(self._context.client, source.collection, self)
        request.came.connect(lambda words: self._open(ids, words, window))

    def write(
        self, layer: QgsVectorLayer, options: Options, words: Words, further: Sequence[QgsVectorLayer] = ()
    ) -> None:
        """Writes a layer to a file."""
        try:
            task = ExportTask(layer, options, words, further)
        except ExportError as error:
            self.failed.emit(str(error))
            return
        self._tasks.append(task)
        task.done.connect(lambda rows, error: self._done(task, rows, error))
        task.taskTerminated.connect(lambda: self._forget(task))
        QgsApplication.taskManager().addTask(task)

    def _open(self, ids: List[str], words: Words, window: Optional[QWidget]) -> None:
        layers = _layers(ids)
        if len(layers) < len(ids):
            return
        dialog = ExportDialog(layers[0], words.languages(), window, layers[1:])
        dialog.options_chosen.connect(lambda options: self._on_options(ids, options, words))
        dialog.finished.connect(lambda _result: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: ExportDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _on_options(self, ids: List[str], options: Options, words: Words) -> None:
        layers = _layers(ids)
        if len(layers) == len(ids):
            self.write(layers[0], options, words, layers[1:])
        else:
            self.failed.emit(self.tr("The layer has been removed in the meantime."))

    def _done(self, task: ExportTask, rows: int, error: str) -> None:
        self._forget(task)
        if error:
            self.failed.emit(error)
            return
        if task.options.selected_only:
            text = self.tr("Written to {path}: the {count} selected rows only.")
        else:
            text = self.tr("Written to {path}: all {count} rows.")
        self.written.emit(text.format(path=task.options.path, count=rows))

    def _forget(self, task: ExportTask) -> None:
        self._tasks = [each for each in self._tasks if each is not task]


def _layers(ids: List[str]) -> List[QgsVectorLayer]:
    """The layers that the project still has."""
    layers = map(QgsProject.instance().mapLayer, ids)
    return [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
