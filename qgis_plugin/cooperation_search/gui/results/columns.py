"""The columns of a table as the user wants them: which, in which order, how wide. The profile remembers it."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import QObject, QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QMenu, QTableView

from ...api.presentation import FOUND_IN, LIST, SHORT, Presentation, Property
from ...settings import Settings
from .model import ResultModel

#: Width of a column in characters, by what it holds.
_NAME, _NUMBER, _CODES, _LABELS, _TEXT = 22, 9, 10, 18, 11
#: Characters of a name beyond which more room goes to the other columns.
_LONGEST_NAME = 48
#: Columns beside the name that are seen without scrolling where there is any room for them.
_FIRST = 2
#: Milliseconds after the last movement of the mouse before the profile is written.
_PAUSE = 300


class Columns(QObject):
    """Looks after the header of a table.

    :param key: under which the profile remembers it; nothing is remembered without settings
    """

    #: Other columns are wanted: a ``Presentation`` with them.
    wanted = pyqtSignal(object)

    def __init__(self, table: QTableView, model: ResultModel, settings: Optional[Settings], key: str) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._settings, self._key = settings, f"table/{key}"
        self._presentation: Optional[Presentation] = None
        #: Column → its width in pixels (0: the usual one) and whether it is shown, in the order of the user.
        self._kept: Dict[str, Tuple[int, bool]] = {}
        self._found_in = False
        self._busy = False
        self._fitted = 0
        self._character = table.fontMetrics().averageCharWidth()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep)
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        header.sectionResized.connect(self._on_change)
        header.sectionMoved.connect(self._on_change)
        model.columns_changed.connect(self.arrange)
        self._read()
        self.arrange()

    def set_presentation(self, presentation: Presentation) -> None:
        """Takes the columns of the server; further ones that the user has chosen come with them."""
        self._presentation = presentation
        more = [name for name, (_, shown) in self._kept.items() if shown and name in presentation.properties]
        self.wanted.emit(presentation.with_columns(more))

    def show_found_in(self, shown: bool) -> None:
        """Shows or hides the column that says by what a row was found; it stands beside the name."""
        self._found_in = shown
        self._table.setColumnHidden(self._model.place(FOUND_IN), not shown)
        self.fit()

    def arrange(self) -> None:
        """Gives the columns places, widths and visibility: those of the user, else those of the server."""
        self._busy = True
        header = self._table.horizontalHeader()
        names = [column.name for column in self._model.columns]
        order = [name for name in self._kept if name in names]
        order += [name for name in names if name not in order]
        if FOUND_IN in order and FOUND_IN not in self._kept:
            order.remove(FOUND_IN)
            order.insert(1, FOUND_IN)
        for visual, name in enumerate(order):
            place = names.index(name)
            width, shown = self._kept.get(name, (0, True))
            width = width or self._character * (_width(place, self._model.columns[place]) + 2)
            header.moveSection(header.visualIndex(place), visual)
            self._table.setColumnHidden(place, not (self._found_in if name == FOUND_IN else shown))
            header.resizeSection(place, width)
        name_is_sized = bool(names) and self._kept.get(names[0], (0, True))[0] > 0
        self._fitted = -1 if name_is_sized else self._table.columnWidth(0)
        self._busy = False
        self.fit()

    def fit(self) -> None:
        """Gives the name the room beside the first columns, until the user sets its width."""
        if self._table.columnWidth(0) != self._fitted:
            return
        header = self._table.horizontalHeader()
        beside = [header.logicalIndex(visual) for visual in range(1, header.count())]
        seen = [place for place in beside if not self._table.isColumnHidden(place)][: _FIRST + self._found_in]
        room = self._table.viewport().width() - sum(self._table.columnWidth(place) for place in seen)
        self._busy = True
        self._fitted = max(16 * self._character, min(room, _LONGEST_NAME * self._character))
        self._table.setColumnWidth(0, self._fitted)
        self._busy = False

    def reset(self) -> None:
        """Goes back to the columns of the server."""
        self._kept = {}
        if self._settings is not None:
            self._settings.set_json(self._key, [])
        if self._presentation is not None:
            self.set_presentation(self._presentation)
        self.arrange()

    def fill(self, menu: QMenu) -> None:
        """Fills a menu with the columns to choose from."""
        if self._presentation is None:
            return
        listed = self._presentation.listed()
        for column in listed:
            self._add(menu, column)
        more = menu.addMenu(self.tr("More columns"))
        for group, properties in self._presentation.grouped():
            rest = [each for each in properties if each not in listed]
            if rest and group:
                more.addSection(group)
            for each in rest:
                self._add(more, each)
        menu.addSeparator()
        menu.addAction(self.tr("Columns as at first")).triggered.connect(lambda _checked=False: self.reset())

    def show_column(self, name: str, shown: bool) -> None:
        """Shows or hides a column."""
        self._keep()
        place = self._model.place(name)
        self._kept[name] = (self._kept.get(name, (0, True))[0], shown)
        if place < 0 and self._presentation is not None:
            self.set_presentation(self._presentation)
        else:
            self.arrange()
        self._write()

    def _add(self, menu: QMenu, column: Property) -> None:
        action = menu.addAction(column.title)
        action.setToolTip(column.description)
        action.setCheckable(True)
        place = self._model.place(column.name)
        action.setChecked(place >= 0 and not self._table.isColumnHidden(place))
        # The name says what a row is, and whether it is a sample.
        action.setEnabled(place != 0)
        action.triggered.connect(lambda checked, name=column.name: self.show_column(name, checked))

    def _ask(self, at: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setToolTipsVisible(True)
        self.fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.horizontalHeader().mapToGlobal(at))

    def _on_change(self, *_what: object) -> None:
        if not self._busy:
            self._pause.start()

    def _keep(self) -> None:
        """Remembers what the header shows now."""
        self._pause.stop()
        header = self._table.horizontalHeader()
        before = self._kept
        self._kept = {}
        for visual in range(header.count()):
            place = header.logicalIndex(visual)
            name, hidden = self._model.columns[place].name, self._table.isColumnHidden(place)
            width = before.get(name, (0, True))[0] if hidden else self._table.columnWidth(place)
            if place == 0 and width == self._fitted:
                # It goes on to fit.
                width = 0
            if name != FOUND_IN:
                self._kept[name] = (width, not hidden)
        self._write()

    def _write(self) -> None:
        if self._settings is not None:
            self._settings.set_json(self._key, [[name, *kept] for name, kept in self._kept.items()])

    def _read(self) -> None:
        kept: List[object] = self._settings.json_list(self._key) if self._settings is not None else []
        for each in kept:
            if isinstance(each, list) and len(each) == 3 and isinstance(each[0], str) and isinstance(each[1], int):
                self._kept[each[0]] = (min(max(0, each[1]), 2000), bool(each[2]))


def _width(place: int, column: Property) -> int:
    """Width of a column in characters."""
    if place == 0:
        return _NAME
    if column.is_number:
        return _NUMBER
    if column.code_style == SHORT:
        return _CODES
    return _LABELS if column.type == LIST else _TEXT
