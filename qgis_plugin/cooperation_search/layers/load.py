"""What every load of layers is: under way until it ends, once, and then nothing of it is left but the layers."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any, Callable, Dict, Iterable, List, Optional

from qgis.core import QgsApplication, QgsFeature, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.call import Call
from ..api.errors import ApiError, ErrorKind
from ..api.texts import tr
from ..context import Context
from .closing import closing
from .sink import Filler, Turns


class Load(QObject):
    """A load under way. Emits ``finished`` or ``failed`` once, nothing after ``cancel()``; ``ended`` always, last."""

    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._group = uuid.uuid4().hex
        #: The layers until the project has them.
        self._layers: Dict[Any, QgsVectorLayer] = {}
        #: What is to be cancelled where the load ends early.
        self._busy: List[Any] = []
        self._over = False
        # A project that is closed takes the place away where the layers were meant to go.
        closing(QgsProject.instance()).connect(self._project_closed)

    def cancel(self) -> None:
        """Ends it; nothing of it stays."""
        if not self._over:
            self._end()

    def _follow(self, call: Call, then: Callable[[Any], None]) -> None:
        call.finished.connect(then)
        call.failed.connect(self._fail)
        self._busy.append(call)

    def _run(self, task: QgsTask) -> None:
        """Starts a task, which the user can cancel among QGIS's background tasks as well."""
        task.taskTerminated.connect(self._terminated)
        self._busy.append(task)
        QgsApplication.taskManager().addTask(task)

    def _take_turns(self, steps: Iterable[Callable[[], object]]) -> None:
        turns = Turns(steps, self)
        self._busy.append(turns)
        turns.start()

    def _fill(self, features: Dict[Any, List[QgsFeature]], then: Callable[[], None]) -> None:
        """Adds features to the layers of the same names, a little at a time."""
        waiting = set(features)

        def filled(name: Any, error: str) -> None:
            if self._over:
                return
            if error:
                self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "The layer could not be made."), error))
                return
            waiting.remove(name)
            if not waiting:
                then()

        if not waiting:
            then()
        for name, each in features.items():
            filler = Filler(self._layers[name], each, partial(filled, name), self)
            self._busy.append(filler)
            filler.start()

    def _terminated(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "Loading was cancelled.")))

    def _project_closed(self) -> None:
        self._fail(ApiError(ErrorKind.CANCELLED, tr("Layers", "The project was closed during loading.")))

    def _fail(self, error: ApiError) -> None:
        if not self._over:
            self._end(lambda: self.failed.emit(error))

    def _succeed(self, loaded: object) -> None:
        self._end(lambda: self.finished.emit(loaded))

    def _end(self, tell: Optional[Callable[[], None]] = None) -> None:
        self._over = True
        self._clear()
        if tell is not None:
            tell()
        self.ended.emit()
        self.deleteLater()

    def _clear(self) -> None:
        """Ends what is under way; layers that never reached the project go."""
        closing(QgsProject.instance()).disconnect(self._project_closed)
        for each in self._busy:
            each.cancel()
        self._busy.clear()
        self._layers.clear()
