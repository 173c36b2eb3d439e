"""The map section: which style, where the features go, loading with progress and cancel."""

from __future__ import annotations

from typing import Collection, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QWidget,
)

from ..api.search import NEIGHBOURS
from ..layers.styles import offered
from ..layers.styles.classing import LABELS
from ..settings import GEOPACKAGE, LIVE, MEMORY, Settings
from .reports import ReportButton, selected

#: Role of an item of the styles: whether it has classes of numbers.
_HAS_CLASSES = Qt.ItemDataRole.UserRole + 1


class MapPanel(QWidget):
    """Choices for the layers of a search, and their progress while they are loaded."""

    #: "Cancel" was pressed.
    cancelled = pyqtSignal()
    #: Another style was chosen, or other classes for it: its id.
    style_chosen = pyqtSignal(str)
    #: A layer is to be written to a file: 0 the programmes, 1 the NUTS III regions, 2 offers and needs.
    export_requested = pyqtSignal(int)
    #: A map of the loaded results is to be laid out for printing.
    print_requested = pyqtSignal()
    #: Whether land is wanted below the layers.
    background_toggled = pyqtSignal(bool)

    def __init__(self, settings: Settings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.style_box = QComboBox(self)
        self.style_box.setToolTip(self.tr("How the layers are drawn; layers on the map change at once"))
        self.classes = QComboBox(self)
        for method, method_name in LABELS.items():
            self.classes.addItem(method_name(), method)
        self.classes.setToolTip(
            self.tr(
                "How the numbers are put into classes. Quantiles: as many different numbers in each; natural breaks: "
                "where the numbers leave gaps; equal intervals: the same width; pretty breaks: round limits"
            )
        )
        self.classes.setCurrentIndex(self.classes.findData(settings.classes))
        self.classes_label = QLabel(self.tr("Classes"), self)
        self.classes_label.setBuddy(self.classes)
        self.storage = QComboBox(self)
        for kind, name, hint in (
            (
                MEMORY,
                self.tr("Memory"),
                self.tr("Fast; not saved with the project, but fetched again when it is opened"),
            ),
            (GEOPACKAGE, self.tr("GeoPackage file"), self.tr("A file beside the project, for work without the server")),
            (LIVE, self.tr("Live from the server"), self.tr("Asks the server whenever the map is drawn")),
        ):
            self.storage.addItem(name, kind)
            self.storage.setItemData(self.storage.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        self.storage.setToolTip(self.tr("Where the features of the layers are kept"))
        for box in (self.style_box, self.classes, self.storage):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.set_properties(())
        self.storage.setCurrentIndex(max(0, self.storage.findData(settings.layer_kind)))
        self.style_box.activated[int].connect(self._on_style)
        self.classes.activated[int].connect(self._on_classes)
        self.storage.activated[int].connect(self._on_storage)

        self.neighbours = QCheckBox(self.tr("With lines between neighbours"), self)
        self.neighbours.setToolTip(
            self.tr(
                "A third layer: pairs of NUTS III areas of two countries that share a border or face each other across "
                "the sea, in the countries and regions of the search"
            )
        )
        self.entries = QCheckBox(self.tr("With offers and needs"), self)
        self.entries.setToolTip(
            self.tr("A further layer: each cooperation entry that the search finds, as a point in its programme's area")
        )
        self.entries.setChecked(settings.with_entries)
        self.entries.toggled.connect(self._on_entries)
        self.neighbours.setChecked(settings.with_neighbours)
        self.neighbours.toggled.connect(self._on_neighbours)
        self.set_collections(())

        self.background = QCheckBox(self.tr("With land in the background"), self)
        self.background.setToolTip(self.tr("Land of the world at the bottom of the project, from Natural Earth"))
        self.background.setChecked(settings.with_background)
        self.background.toggled.connect(self._on_background)

        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Loading layers"))
        self.cancel = QToolButton(self)
        self.cancel.setIcon(QgsApplication.getThemeIcon("/mTaskCancel.svg"))
        self.cancel.setToolTip(self.tr("Cancel loading; nothing is added to the map"))
        self.cancel.setAccessibleName(self.tr("Cancel loading"))
        self.cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout()
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel)
        self.note = QLabel(self)
        self.note.setWordWrap(True)

        self.export = QToolButton(self)
        self.export.setText(self.tr("Export"))
        self.export.setIcon(QgsApplication.getThemeIcon("/mActionFileSaveAs.svg"))
        self.export.setToolTip(
            self.tr("Export the loaded results to a GeoPackage, Excel or CSV file, with their sources")
        )
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self.export)
        names = (self.tr("Programmes…"), self.tr("NUTS III regions…"), self.tr("Offers and needs…"))
        for place, name in enumerate(names):
            menu.addAction(name).triggered.connect(
                lambda _checked=False, place=place: self.export_requested.emit(place)
            )
        self.export.setMenu(menu)
        self.print_layout = QToolButton(self)
        self.print_layout.setText(self.tr("Print layout"))
        self.print_layout.setIcon(QgsApplication.getThemeIcon("/mActionNewLayout.svg"))
        self.print_layout.setToolTip(
            self.tr("Lay out the loaded results on a page: map, title, legend, overseas areas, scale bar and sources")
        )
        self.print_layout.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.print_layout.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print_layout.clicked.connect(lambda _checked=False: self.print_requested.emit())
        self.report = ReportButton(selected, self)
        self.overseas = QToolButton(self)
        self.overseas.setText(self.tr("Overseas"))
        self.overseas.setIcon(QgsApplication.getThemeIcon("/mActionZoomToLayer.svg"))
        self.overseas.setToolTip(self.tr("Bring Europe, or a region far from it, into view"))
        self.overseas.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.overseas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outputs = QHBoxLayout()
        outputs.addWidget(self.export)
        outputs.addWidget(self.print_layout)
        outputs.addStretch(1)
        more = QHBoxLayout()
        more.addWidget(self.report)
        more.addWidget(self.overseas)
        more.addStretch(1)

        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.addRow(self.tr("Style"), self.style_box)
        layout.addRow(self.classes_label, self.classes)
        layout.addRow(self.tr("Layers"), self.storage)
        layout.addRow("", self.entries)
        layout.addRow("", self.neighbours)
        layout.addRow("", self.background)
        layout.addRow("", outputs)
        layout.addRow("", more)
        layout.addRow(line)
        layout.addRow(self.note)
        self.show_idle("")

    def set_properties(self, names: Collection[str]) -> None:
        """Offers the styles for which the server has what it takes.

        :param names: properties of its programmes and areas
        """
        self.style_box.clear()
        for style in offered(names):
            self.style_box.addItem(style.label(), style.id)
            self.style_box.setItemData(self.style_box.count() - 1, style.numbers, _HAS_CLASSES)
        # One that another server does not have stays in the settings.
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(self._settings.style)))
        self._offer_classes()

    def _offer_classes(self) -> None:
        """Only styles of numbers have classes."""
        offered_now = bool(self.style_box.currentData(_HAS_CLASSES))
        self.classes.setVisible(offered_now)
        self.classes_label.setVisible(offered_now)

    def set_collections(self, ids: Collection[str]) -> None:
        """Offers lines between neighbours where the server has them.

        :param ids: ids of its collections
        """
        self.neighbours.setHidden(NEIGHBOURS not in ids)

    def with_neighbours(self) -> bool:
        """Whether lines between neighbours are wanted, and there are any."""
        return self.neighbours.isChecked() and not self.neighbours.isHidden()

    def style_id(self) -> str:
        """The style that is chosen."""
        return str(self.style_box.currentData())

    def show_progress(self, done: int, of: int) -> None:
        """Shows how many features have come; 0 of 0: not known yet."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.progress.show()
        self.cancel.show()
        self.note.hide()

    def show_idle(self, text: str) -> None:
        """Shows that nothing is being loaded, and how the last load ended."""
        self.progress.hide()
        self.cancel.hide()
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _on_style(self, _index: int) -> None:
        self._settings.style = self.style_id()
        self._offer_classes()
        self.style_chosen.emit(self.style_id())

    def _on_classes(self, _index: int) -> None:
        self._settings.classes = str(self.classes.currentData())
        self.style_chosen.emit(self.style_id())

    def _on_neighbours(self, checked: bool) -> None:
        self._settings.with_neighbours = checked

    def _on_entries(self, checked: bool) -> None:
        self._settings.with_entries = checked

    def _on_background(self, checked: bool) -> None:
        self._settings.with_background = checked
        self.background_toggled.emit(checked)

    def _on_storage(self, _index: int) -> None:
        self._settings.layer_kind = str(self.storage.currentData())
