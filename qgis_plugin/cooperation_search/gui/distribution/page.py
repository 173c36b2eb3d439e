"""The view "Distribution" of the results: what is counted, by what, the chart, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional, Tuple

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QLocale, QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...api import distribution as api
from ...api.call import Call
from ...api.distribution import FIRST, Dimension, Distribution, Question
from ...api.errors import ApiError, ErrorKind
from ...api.search import COOPERATION, PROGRAMMES, Search
from ...context import Context
from ...layers.export import place
from ...layers.export.options import ExportError
from ..results.states import StatePage
from .chart import Chart, ChartArea, picture
from .drawing import Drawing
from .on_map import DistributionOnMap

_SLOT = "distribution"
#: Endings of pictures and of the table.
_PICTURES, _TABLE = (".png", ".svg"), ".csv"


class DistributionPage(QWidget):
    """Asks while it is shown only; the last question wins.

    :param search: gives the search that is being put together
    """

    #: What helps after a failure: ``reset``, ``retry`` or ``connection``.
    helped = pyqtSignal(str)

    def __init__(
        self,
        context: Context,
        search: Callable[[], Search],
        canvas: Optional[QgsMapCanvas],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._search = search
        self._call: Optional[Call] = None
        self._table: Optional[Call] = None
        #: The question that is shown, or was asked last.
        self.question: Optional[Question] = None
        self.told: Optional[Distribution] = None
        self._waiting = True
        self.on_map = DistributionOnMap(context, canvas, self)
        self._lay_out()
        for box in (self.counted, self.first, self.second):
            box.activated[int].connect(lambda _place: self._ask())
        self.map.clicked.connect(lambda _checked=False: self._show_on_map())
        self.picture.clicked.connect(lambda _checked=False: self._ask_for_file(_PICTURES))
        self.table.clicked.connect(lambda _checked=False: self._ask_for_file((_TABLE,)))
        self.state.helped.connect(self._on_help)
        self.on_map.told.connect(self.tell)

    def search_changed(self) -> None:
        """The search is another one."""
        self._ask()

    def restart(self) -> None:
        """There is another server, or another edition."""
        self.told = None
        self._ask()

    def stop(self) -> None:
        """Waits for nothing more."""
        for call in (self._call, self._table):
            if call is not None:
                call.cancel()
        self._call = self._table = None
        self.on_map.stop()

    def tell(self, text: str) -> None:
        """Says something below the chart."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def choose(self, first: str, second: str = "") -> None:
        """Counts by other dimensions."""
        self._select(self.first, first)
        self._select(self.second, second)
        self._ask()

    def dimensions(self) -> Tuple[str, ...]:
        """The names of the dimensions that are chosen."""
        first, second = str(self.first.currentData() or FIRST), str(self.second.currentData() or "")
        return (first, second) if second and second != first else (first,)

    def drawing(self) -> Optional[Drawing]:
        """The chart of the answer."""
        return self.chart.drawing

    def save_picture(self, path: Path) -> None:
        """Writes the chart to a PNG or SVG file."""
        drawing = self.drawing()
        if drawing is not None:
            self._write(path, picture(drawing, self.chart, path.suffix.lower()))

    def save_table(self, path: Path) -> None:
        """Writes the numbers to a CSV file, as the server gives them."""
        if self.question is None:
            return
        try:
            # Nothing is asked for what has no place.
            place.check(path)
        except ExportError as error:
            self.tell(str(error))
            return
        call = self._context.client.get(api.table_body(self.question), slot="distribution-table")
        self._table = call
        call.finished.connect(lambda body: self._write(path, body))
        call.failed.connect(lambda error: self.tell(error.text))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802
        super().showEvent(event)
        if self._waiting:
            self._ask()

    def _lay_out(self) -> None:
        self.counted, self.first, self.second = (self._box() for _ in range(3))
        self.counted.addItem(self.tr("Programmes"), PROGRAMMES)
        self.counted.addItem(self.tr("Offers and needs"), COOPERATION)
        self.chart = Chart(self)
        self.area = ChartArea(self.chart, self)
        self.state = StatePage(self)
        self.body = QStackedWidget(self)
        self.body.addWidget(self.state)
        self.body.addWidget(self.area)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.hide()
        self.map = self._button("/mActionAddMap.svg", self.tr("On the map"))
        self.map.setToolTip(self.tr("Colour countries or areas by their numbers: choose a dimension of places"))
        self.picture = self._button("/mActionSaveMapAsImage.svg", self.tr("Picture…"))
        self.picture.setToolTip(self.tr("Save the chart as a PNG or SVG file"))
        self.table = self._button("/mActionFileSaveAs.svg", self.tr("Table…"))
        self.table.setToolTip(self.tr("Save the numbers as a CSV file, each with a link to what it counts"))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2)
        form.addRow(self.tr("Count"), self.counted)
        form.addRow(self.tr("by"), self.first)
        form.addRow(self.tr("and by"), self.second)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.map, self.picture, self.table):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(form)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        for box, named in ((self.counted, self.tr("What is counted")), (self.first, self.tr("First dimension"))):
            box.setAccessibleName(named)
        self.second.setAccessibleName(self.tr("Second dimension"))

    def _box(self) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        return box

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setEnabled(False)
        return button

    def _ask(self) -> None:
        if not self.isVisible():
            self._waiting = True
            return
        self._waiting = False
        self.tell("")
        question = Question(self._search(), self.dimensions(), str(self.counted.currentData() or PROGRAMMES))
        if self.told is None:
            self.state.show_loading()
            self.body.setCurrentWidget(self.state)
        self.question = question
        call = self._context.client.get(api.distribution(question), slot=_SLOT)
        self._call = call
        call.finished.connect(lambda told: self._show(call, question, told))
        call.failed.connect(lambda error: self._fail(call, error))

    def _show(self, call: Call, question: Question, told: Distribution) -> None:
        if self._call is not call:
            return
        self._call = None
        self.told = told
        self._offer(told, question)
        self.chart.show_drawing(Drawing(told, tuple(self._lines(told)), tuple(self._below(told))))
        self.body.setCurrentWidget(self.area)
        for button in (self.picture, self.table):
            button.setEnabled(True)
        self.map.setEnabled(told.place is not None)

    def _fail(self, call: Call, error: ApiError) -> None:
        if self._call is not call:
            return
        self._call = None
        self.told = None
        if error.status == 404:
            message = self.tr("This server does not count by dimensions.")
            detail = self.tr("It is of an earlier version.")
            error = ApiError(ErrorKind.OTHER_VERSION, message, detail, error.url, error.status)
        elif error.kind is ErrorKind.REFUSED and self.dimensions() != (FIRST,):
            # Another collection may not have the dimension: the usual one is always there.
            self._select(self.first, FIRST)
            self._select(self.second, "")
        self.state.show_error(error)
        self.body.setCurrentWidget(self.state)
        for button in (self.map, self.picture, self.table):
            button.setEnabled(False)

    def _offer(self, told: Distribution, question: Question) -> None:
        """Offers the dimensions of the collection."""
        chosen = (*question.by, "")[:2]
        for box, kept in zip((self.first, self.second), chosen):
            box.clear()
            if box is self.second:
                box.addItem(self.tr("nothing else"), "")
            for each in told.offered:
                box.addItem(each.title, each.name)
            self._select(box, kept)

    def _select(self, box: QComboBox, name: str) -> None:
        at = box.findData(name)
        if at < 0 and name:
            box.addItem(name, name)
            at = box.findData(name)
        box.setCurrentIndex(max(0, at))

    def _lines(self, told: Distribution) -> List[str]:
        """What the chart shows, and of how many features how much is known."""
        by = " × ".join(one.title for one in told.dimensions)
        text = self.tr("{counted} by {dimensions}: {count}")
        counted = self.counted.currentText()
        lines = [text.format(counted=counted, dimensions=by, count=QLocale().toString(told.matched))]
        lines += [self._known(one) for one in told.dimensions if one.unknown or one.none or one.partial]
        if any(one.several for one in told.dimensions):
            lines.append(self.tr("Several values are possible: shares do not add up to 100 %."))
        return lines

    def _known(self, one: Dimension) -> str:
        text = self.tr("{title}: known for {stated} ({partial} may have more), not known for {unknown}, none {none}")
        numbers = {name: QLocale().toString(getattr(one, name)) for name in ("stated", "partial", "unknown", "none")}
        return text.format(title=one.title, **numbers)

    def _below(self, told: Distribution) -> List[str]:
        lines = [self.tr("Edition {edition}").format(edition=told.edition)]
        if told.samples and self._search().show_samples:
            lines.append(self.tr("Sample entries count: they are made up to show the service."))
        return lines

    def _show_on_map(self) -> None:
        if self.question is not None and self.told is not None and self.told.place is not None:
            title = self._lines(self.told)[0].rpartition(": ")[0]
            self.on_map.load(self.question, self.told.place.name, title)

    def _ask_for_file(self, endings: Tuple[str, ...]) -> None:
        if self.question is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = "-".join(("distribution", self.question.collection, *self.question.by))
        start = str(Path(documents or Path.home()) / f"{name}{endings[0]}")
        filters = ";;".join(f"{ending[1:].upper()} (*{ending})" for ending in endings)
        dialog = QFileDialog(self, self.tr("Save the distribution"), start, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(start)
        dialog.fileSelected.connect(lambda chosen: self._save(Path(chosen), endings, dialog.selectedNameFilter()))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _save(self, path: Path, endings: Tuple[str, ...], chosen: str) -> None:
        if path.suffix.lower() not in endings:
            ending = next((each for each in endings if each in chosen), endings[0])
            path = path.with_name(f"{path.name}{ending}")
        if endings == _PICTURES:
            self.save_picture(path)
        else:
            self.save_table(path)

    def _write(self, path: Path, body: bytes) -> None:
        try:
            place.write(path, body)
        except ExportError as error:
            self.tell(str(error))
            return
        self.tell(self.tr("Written: {path}").format(path=path))

    def _on_help(self, what: str) -> None:
        if what == "retry":
            self._ask()
        else:
            self.helped.emit(what)
