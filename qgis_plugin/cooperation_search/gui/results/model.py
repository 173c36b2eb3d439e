"""What a search found, as a table."""

from __future__ import annotations

from typing import Callable, Dict, FrozenSet, List, Optional, Sequence, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QFont

from ...api.answers import Feature
from ...api.presentation import FOUND_IN, MATCH, Presentation, Property, usual
from ...own import Own
from ..text import alignment, fold
from .values import Labels, cell, explained, sample_word, samples_among

#: Stands before the name of what is the user's own.
_OWN = "★"


class ResultModel(QAbstractTableModel):
    """Features in rows.

    What rests on sample entries is marked in the cell itself, in words and with an icon. Where a whole feature is a
    sample, the mark is at its name.
    """

    ID_ROLE = Qt.ItemDataRole.UserRole + 1

    #: The columns are others now.
    columns_changed = pyqtSignal()

    def __init__(self, labels: Labels, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._features: List[Feature] = []
        #: The ranks of the rows by column: sorting compares each of them many times.
        self._ranks: Dict[int, List[int]] = {}
        self._name = usual().name
        self._own = Own()
        self._on_top: FrozenSet[str] = frozenset()
        self._by_rank = self._descending = False
        #: Says by what a feature was found, for the column of that.
        self.found_by: Callable[[Feature], str] = lambda feature: feature.text(FOUND_IN)
        #: The texts of rows and cells without accents, for filters.
        self._texts: Dict[Tuple[int, int], str] = {}
        self.columns: Tuple[Property, ...] = _columns(usual())

    def set_presentation(self, presentation: Presentation) -> None:
        """Shows the columns that the server names, in its order and with its titles."""
        columns = _columns(presentation)
        self._name = presentation.name
        if columns == self.columns:
            return
        self.beginResetModel()
        self.columns = columns
        self._forget()
        self.endResetModel()
        self.columns_changed.emit()

    def sort_for(self, by_rank: bool, descending: bool) -> bool:
        """How rows are going to be sorted: in the order of the server or by a column, and in which direction.

        :returns: whether that is another order than before
        """
        if (by_rank, descending) == (self._by_rank, self._descending):
            return False
        self._by_rank, self._descending = by_rank, descending
        self._ranks.clear()
        return True

    def set_on_top(self, ids: Sequence[str]) -> None:
        """Features that come before all others, however rows are sorted."""
        self._on_top = frozenset(ids)
        self._ranks.clear()

    def ranks(self, number: int) -> List[int]:
        """The rank of each row by a column; rows that are alike have the same."""
        if number not in self._ranks:
            keys = [self._sort_key(row, self.columns[number]) for row in range(len(self._features))]
            places = {key: place for place, key in enumerate(sorted(set(keys)))}
            self._ranks[number] = [places[key] for key in keys]
        return self._ranks[number]

    def text_of(self, row: int, column: int) -> str:
        """The text of a cell without accents and capitals; of all cells of the row where there is no such column."""
        place = (row, column)
        if place not in self._texts:
            columns = [column] if column >= 0 else range(len(self.columns))
            self._texts[place] = fold(" ".join(str(self.index(row, each).data() or "") for each in columns))
        return self._texts[place]

    def _forget(self) -> None:
        self._ranks.clear()
        self._texts.clear()

    def set_own(self, own: Own) -> None:
        """Marks what belongs to the programme or country that the user works for."""
        self._own = own
        self.relabel()

    def place(self, name: str) -> int:
        """The number of the column of a property, -1 where there is none."""
        return next((number for number, column in enumerate(self.columns) if column.name == name), -1)

    def set_features(self, features: Sequence[Feature]) -> None:
        """Shows these features instead of those before."""
        self.beginResetModel()
        self._features = list(features)
        self._forget()
        self.endResetModel()

    def feature(self, row: int) -> Feature:
        """The feature of a row."""
        return self._features[row]

    def row_of(self, id_: str) -> int:
        """The row of a feature, -1 where it is not among the results."""
        return next((row for row, feature in enumerate(self._features) if feature.id == id_), -1)

    def found_in(self, cci: str) -> str:
        """By what a search found a programme; empty where it is not among the results."""
        row = self.row_of(cci)
        return self.found_by(self._features[row]) if row >= 0 else ""

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self._forget()
        if self._features:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._features) - 1, len(self.columns) - 1))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(self._features)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: D102, N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (self.columns[section].title, self.columns[section].description)))
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid():
            return None
        feature, column = self._features[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            text = self.found_by(feature) if column.name == FOUND_IN else cell(feature, column, self._labels)
            if column.name == self._name:
                text = f"[{sample_word()}] {text}" if feature.properties.get("sample") is True else text
                text = f"{_OWN} {text}" if self._own.has(feature.properties) else text
            return text
        if role == self.ID_ROLE:
            return feature.id
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return alignment(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._explained(feature, column)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(feature)
        if role == Qt.ItemDataRole.DecorationRole and self._is_marked(feature, column):
            return QgsApplication.getThemeIcon("/mIconWarning.svg")
        return None

    def _font(self, feature: Feature) -> Optional[QFont]:
        """Slanted where it is not known whether it meets the search, bold where it is the user's own."""
        slanted, bold = feature.properties.get(MATCH) == "unknown", self._own.has(feature.properties)
        if not (slanted or bold):
            return None
        made = QFont()
        made.setItalic(slanted)
        made.setBold(bold)
        return made

    def _is_marked(self, feature: Feature, column: Property) -> bool:
        """Whether a cell has the mark of samples: where the whole feature is one, only its name has."""
        if feature.properties.get("sample") is True:
            return column.name == self._name
        return _rests_on_samples(feature, column)

    def _sort_key(self, row: int, column: Property) -> Tuple[bool, float, str]:
        """What is wanted on top is there in either direction; numbers have a number, all others a text."""
        feature = self._features[row]
        below = (feature.id in self._on_top) == self._descending
        if self._by_rank:
            return below, float(row), ""
        if column.is_number:
            value = feature.properties.get(column.name)
            # What is not known comes before nought.
            return below, float(value) if isinstance(value, (int, float)) else -1.0, ""
        if column.format == "date":
            # As the server writes days; those of the user's language have no order.
            return below, 0.0, feature.text(column.name)
        text = self.found_by(feature) if column.name == FOUND_IN else cell(feature, column, self._labels)
        return below, 0.0, fold(text)

    def _explained(self, feature: Feature, column: Property) -> str:
        text = self.found_by(feature) if column.name == FOUND_IN else explained(feature, column, self._labels)
        if _rests_on_samples(feature, column):
            note = QCoreApplication.translate("ResultModel", "SAMPLE: based on entries made up to show the service")
            text = f"{text}\n{note}"
        text = text or QCoreApplication.translate("ResultModel", "not known")
        if column.name == self._name and self._own.has(feature.properties):
            note = QCoreApplication.translate("ResultModel", "Of the programme or country that you work for")
            text = f"{text}\n{note}"
        if feature.properties.get(MATCH) == "unknown":
            note = QCoreApplication.translate("ResultModel", "May match: no source says whether it meets the search")
            text = f"{text}\n{note}"
        return text


def _columns(presentation: Presentation) -> Tuple[Property, ...]:
    """The columns of a presentation, and last the one with the texts in which the words of a search were found."""
    found_in = Property(FOUND_IN, QCoreApplication.translate("ResultModel", "Found in"))
    return (*(each for each in presentation.listed() if each.name != FOUND_IN), found_in)


def _rests_on_samples(feature: Feature, column: Property) -> bool:
    """Whether a cell is to be marked: some of its values are made up, or it counts what is."""
    value = feature.properties.get(column.name)
    return bool(value) and bool(samples_among(feature, column))
