"""Partner sheets from the list of partners: which pages, the layers that they need, and the layout designer."""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...api.comparison import Comparison
from ...api.partners import Question
from ...context import Context
from ...layers.asked.job import Loaded
from ...layers.background import layer_of
from ...layers.partners.origin import AREAS, PARTNERS
from ...layouts.map_sheet import NothingToPrint
from ...layouts.pairs import pairs_of
from ...layouts.partner_sheet import MOST, partner_sheets
from .on_map import PartnersOnMap

#: How often is looked for the land, and milliseconds between two looks.
_MOST_WAITS, _WAIT = 20, 100


class SheetButton(QToolButton):
    """Offers a sheet of the partner at hand, and an atlas.

    :param current: gives the CCI of the partner at hand; empty without one
    :param ticked: gives those that are ticked
    """

    #: Sheets are wanted: the CCI of the partners, none for the best of them.
    wanted = pyqtSignal(list)

    def __init__(
        self, current: Callable[[], str], ticked: Callable[[], List[str]], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._current, self._ticked = current, ticked
        self.setAccessibleName(self.tr("Print partner sheets"))
        self.setToolTip(self.tr("Lays partners out on pages, with map, reasons and sources, to print or as PDF"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionNewLayout.svg"))
        # Without its words: beside it two buttons have theirs, and a panel is narrow.
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        self.one = menu.addAction(self.tr("Sheet of this partner"))
        self.chosen = menu.addAction("")
        self.best = menu.addAction(self.tr("Atlas of the best {count}").format(count=MOST))
        self.one.triggered.connect(lambda _checked=False: self.wanted.emit([self._current()]))
        self.chosen.triggered.connect(lambda _checked=False: self.wanted.emit(self._ticked()))
        self.best.triggered.connect(lambda _checked=False: self.wanted.emit([]))
        menu.aboutToShow.connect(self.prepare)
        self.setMenu(menu)

    def prepare(self) -> None:
        """Offers what there is."""
        ticked = self._ticked()
        self.one.setEnabled(bool(self._current()))
        self.chosen.setText(self.tr("Atlas of the ticked partners ({count})").format(count=len(ticked)))
        self.chosen.setVisible(bool(ticked))


class PartnerSheets(QObject):
    """Makes sheets of partners that are on the map; those that are not yet are put there first."""

    #: Something to say, in words.
    told = pyqtSignal(str)

    def __init__(self, context: Context, on_map: PartnersOnMap, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._on_map = on_map

    def make(self, question: Question, comparison: Comparison, ccis: Sequence[str]) -> None:
        """Makes the sheets and opens them in QGIS's layout designer.

        :param ccis: of the partners; none for the best of them
        """
        group = self._group(question)
        if group:
            self._open(group, comparison, ccis)
            return
        self._on_map.load(question)
        job = self._on_map.job
        if job is not None:
            job.finished.connect(lambda loaded: self._on_loaded(loaded, comparison, ccis))

    def _on_loaded(self, loaded: Loaded, comparison: Comparison, ccis: Sequence[str]) -> None:
        self._when_land_is_there(lambda: self._open(loaded.group, comparison, ccis), _MOST_WAITS)

    def _when_land_is_there(self, then: Callable[[], None], waits: int) -> None:
        """Does something once the land in the background has come, which begins when layers are on the map."""
        wanted = self._context.settings.with_background
        if not wanted or waits == 0 or layer_of(QgsProject.instance()) is not None:
            then()
            return
        # A child, so that it ends with this.
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(timer.deleteLater)
        timer.timeout.connect(lambda: self._when_land_is_there(then, waits - 1))
        timer.start(_WAIT)

    def _group(self, question: Question) -> str:
        """The group that shows just this question, of the edition at hand."""
        for group, layers in PARTNERS.groups(QgsProject.instance()).items():
            made = PARTNERS.read(next(iter(layers.values())))
            same = made is not None and (made.question, made.server) == (question, self._context.client.url)
            if same and AREAS in layers and layers[AREAS].featureCount():
                return group
        return ""

    def _open(self, group: str, comparison: Comparison, ccis: Sequence[str]) -> None:
        project = QgsProject.instance()
        pairs = pairs_of(project, group, comparison)
        try:
            if pairs is None:
                raise NothingToPrint(group)
            layout = partner_sheets(project, pairs, ccis)
        except NothingToPrint:
            self.told.emit(self.tr("The partners are not on the map any more: show them there again."))
            return
        self.told.emit(self.tr("Print layout: {name}").format(name=layout.name()))
        if self._context.iface is not None:
            designer = self._context.iface.openLayoutDesigner(layout)
            # Without its preview the designer shows an atlas without any partner.
            if designer is not None and hasattr(designer, "setAtlasPreviewEnabled"):
                designer.setAtlasPreviewEnabled(True)
