"""The programmes found, as a table."""

from __future__ import annotations

from typing import Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QSortFilterProxyModel, Qt

from ...api.answers import Feature
from ..text import alignment, fold

#: Gives the words for a code of a code list: (list id, code) → label.
Labels = Callable[[str, str], str]

#: Properties that the table shows, to ask the server for no more than these.
PROPERTIES = (
    "cci", "title", "country", "country_name", "scopes", "scopes_basis", "topics", "topics_basis", "period",
    "n_offers", "n_needs", "counts_basis", "n_regions", "matched_in_text",
)  # fmt: skip


class Column(NamedTuple):
    """A column: its key, and where its codes are explained."""

    key: str
    codelist: str = ""
    #: Property that states whether the values are based on samples.
    basis: str = ""


COLUMNS: Tuple[Column, ...] = (
    Column("title"),
    Column("country", "countries"),
    Column("scopes", "scopes", "scopes_basis"),
    Column("topics", "topics", "topics_basis"),
    Column("period"),
    Column("entries", "", "counts_basis"),
    Column("n_regions"),
    Column("matched_in_text"),
)


def header(key: str) -> str:
    """Name of a column in the user's language."""
    return {
        "title": QCoreApplication.translate("ResultModel", "Title"),
        "matched_in_text": QCoreApplication.translate("ResultModel", "Found in"),
        "country": QCoreApplication.translate("ResultModel", "Country"),
        "scopes": QCoreApplication.translate("ResultModel", "Scope"),
        "topics": QCoreApplication.translate("ResultModel", "Topics"),
        "period": QCoreApplication.translate("ResultModel", "Period"),
        "entries": QCoreApplication.translate("ResultModel", "Offers / needs"),
        "n_regions": QCoreApplication.translate("ResultModel", "Regions"),
    }[key]


class ResultModel(QAbstractTableModel):
    """Programmes in rows. What rests on sample entries is marked in the cell itself, in words and with an icon."""

    SORT_ROLE = Qt.ItemDataRole.UserRole + 1
    CCI_ROLE = Qt.ItemDataRole.UserRole + 2

    def __init__(self, labels: Labels, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._features: List[Feature] = []
        #: Sort keys by row and column: sorting asks for each of them many times.
        self._keys: Dict[Tuple[int, int], object] = {}

    def set_features(self, features: Sequence[Feature]) -> None:
        """Shows these programmes instead of those before."""
        self.beginResetModel()
        self._features = list(features)
        self._keys.clear()
        self.endResetModel()

    def feature(self, row: int) -> Feature:
        """The programme of a row."""
        return self._features[row]

    def row_of(self, cci: str) -> int:
        """The row of a programme, -1 where it is not among the results."""
        return next((row for row, feature in enumerate(self._features) if feature.id == cci), -1)

    def found_in(self, cci: str) -> str:
        """Where the words of the search were found in a programme; empty where it is not among the results."""
        row = self.row_of(cci)
        return self._features[row].text("matched_in_text") if row >= 0 else ""

    def relabel(self) -> None:
        """Code lists have come: words instead of codes."""
        self._keys.clear()
        if self._features:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._features) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(self._features)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: D102, N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return header(COLUMNS[section].key)
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[section].key == "entries":
            return QCoreApplication.translate(
                "ResultModel", "Number of cooperation entries that offer / that seek a partner"
            )
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if not index.isValid():
            return None
        feature, column = self._features[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(feature, column)
        if role == self.SORT_ROLE:
            place = (index.row(), index.column())
            if place not in self._keys:
                self._keys[place] = self._sort_key(feature, column)
            return self._keys[place]
        if role == self.CCI_ROLE:
            return feature.id
        if role == Qt.ItemDataRole.TextAlignmentRole and column.key in ("n_regions", "entries"):
            return alignment(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._explained(feature, column)
        if role == Qt.ItemDataRole.DecorationRole and self._rests_on_samples(feature, column):
            return QgsApplication.getThemeIcon("/mIconWarning.svg")
        return None

    def _text(self, feature: Feature, column: Column) -> str:
        if column.key == "entries":
            offers, needs = feature.properties.get("n_offers"), feature.properties.get("n_needs")
            return "" if offers is None and needs is None else f"{offers or 0} / {needs or 0}"
        if column.key == "topics":
            # Codes: a programme can have twenty topics; the tooltip says them in words.
            return ", ".join(feature.values("topics"))
        if column.codelist:
            return ", ".join(self._labels(column.codelist, code) for code in feature.values(column.key))
        return feature.text(column.key)

    def _sort_key(self, feature: Feature, column: Column) -> object:
        if column.key == "n_regions":
            return int(feature.properties.get("n_regions") or 0)
        if column.key == "entries":
            return int(feature.properties.get("n_offers") or 0) * 1000 + int(feature.properties.get("n_needs") or 0)
        return fold(self._text(feature, column))

    def _explained(self, feature: Feature, column: Column) -> str:
        text = self._text(feature, column)
        if column.key == "topics":
            text = "\n".join(f"{code} {self._labels('topics', code)}" for code in feature.values("topics"))
        if self._rests_on_samples(feature, column):
            note = QCoreApplication.translate("ResultModel", "SAMPLE: based on entries made up to show the service")
            text = f"{text}\n{note}"
        return text or QCoreApplication.translate("ResultModel", "not known")

    @staticmethod
    def _rests_on_samples(feature: Feature, column: Column) -> bool:
        return bool(column.basis) and feature.properties.get(column.basis) == "sample"


class ResultOrder(QSortFilterProxyModel):
    """The order of the rows: by number or by name without accents, as the column needs it."""

    def __init__(self, model: ResultModel, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setSortRole(ResultModel.SORT_ROLE)
        self.setDynamicSortFilter(True)
