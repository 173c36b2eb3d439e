"""All criteria in one column of sections that open and close."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ..api.criteria import PERIOD, Criteria
from ..api.search import Search
from ..context import Context
from .criteria.base import CriterionWidget
from .criteria.choices import Choice
from .criteria.country import CountryCriterion
from .criteria.list_criterion import ListCriterion
from .criteria.more import MoreCriteria
from .criteria.region import RegionCriterion
from .criteria.region_data import RegionData
from .criteria.scope import ScopeCriterion
from .criteria.title import TitleCriterion
from .criteria.topic import TopicCriterion
from .section import Section


class CriteriaPage(QScrollArea):
    """The search form: the choices made in it are a ``Search``."""

    #: What is looked for changed: a ``Search``.
    search_changed = pyqtSignal(object)

    def __init__(
        self, context: Context, canvas: Optional[QgsMapCanvas] = None, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._setting = False
        self._opened: Optional[Section] = None
        self._search = Search()
        self.regions = RegionData(context, self)
        self.title = TitleCriterion()
        period = Criteria()[PERIOD].title
        self.period = ListCriterion(PERIOD, "periods", period, searchable=False, rows=3)
        self.country = CountryCriterion()
        self.region = RegionCriterion(self.regions, canvas)
        self.topic = TopicCriterion()
        self.scope = ScopeCriterion()
        self.more = MoreCriteria()

        column = QWidget(self)
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(4)
        label = QLabel(self.tr("Programme in words"), column)
        label.setBuddy(self.title.edit)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._layout.addWidget(label)
        self._layout.addWidget(self.title)
        self._sections: List[Tuple[Section, CriterionWidget]] = []
        self._add(period, self.period)
        self._add(self.tr("Country"), self.country)
        self._add(self.tr("NUTS III region"), self.region)
        self._add(self.tr("Topic of cooperation actions"), self.topic)
        self._add(self.tr("Scope of partnership needed"), self.scope)
        self._add(self.tr("More criteria"), self.more)
        self._layout.addStretch(1)
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.title.changed.connect(self._on_changed)
        self.title.suggestions_requested.connect(self._suggest)
        self.section(self.region).toggled.connect(self._on_region_opened)

    def add_above(self, widget: QWidget, place: int = 0) -> None:
        """Puts something above the criteria that is none itself."""
        self._layout.insertWidget(place, widget)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        beside = isinstance(self.parentWidget(), QSplitter)
        # Beside the results there is room for all of it; on a tab the panel must not be kept wide by it.
        content = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(240, content) if beside else 240, 120)

    def section(self, criterion: CriterionWidget) -> Section:
        """The section that a criterion is in."""
        return next(section for section, inside in self._sections if inside is criterion)

    def criteria(self) -> List[CriterionWidget]:
        """All of them, from top to bottom."""
        return [self.title, *(criterion for _section, criterion in self._sections)]

    def search(self) -> Search:
        """What is looked for."""
        values: Dict[str, Any] = {}
        for criterion in self.criteria():
            values.update(criterion.values())
        return Search.of(**values)

    def set_search(self, search: Search) -> None:
        """Shows a search in the widgets of its criteria."""
        self._setting = True
        for criterion in self.criteria():
            criterion.set_search(search)
        self._setting = False
        self._on_changed()

    def set_criteria(self, criteria: Criteria) -> None:
        """Takes the criteria that the server describes."""
        self.title.set_criteria(criteria)
        self.more.set_criteria(criteria)
        self._summarise()

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:
        """Takes the code lists."""
        for criterion in self.criteria():
            criterion.set_lists(lists)
        self._summarise()
        self.updateGeometry()
        if self.section(self.region).is_open():
            self.region.show_tree(self._search.areas_collection())

    def set_counts(
        self, facets: Mapping[str, Mapping[str, int]], unknown: Optional[Mapping[str, Mapping[str, int]]] = None
    ) -> None:
        """Takes the live counts.

        :param unknown: of how many more it is not known
        """
        for criterion in self.criteria():
            criterion.set_counts(facets, unknown)
        if self.section(self.region).is_open():
            self.regions.ask_counts(self._search)

    def stop(self) -> None:
        """Disconnects from map and layers, and ends background tasks."""
        self.region.stop()
        self.regions.stop()

    def _add(self, title: str, criterion: CriterionWidget) -> None:
        section = Section(title, criterion)
        section.cleared.connect(criterion.clear)
        criterion.changed.connect(self._on_changed)
        section.toggled.connect(lambda is_open: self._on_opened(section, is_open))
        self._layout.addWidget(section)
        self._sections.append((section, criterion))

    def _summarise(self) -> None:
        for section, criterion in self._sections:
            section.set_summary(criterion.summary())

    def _on_changed(self) -> None:
        if self._setting:
            return
        self._summarise()
        search = self.search()
        if search == self._search:
            return
        moved = search.areas_collection() != self._search.areas_collection()
        self._search = search
        if moved and self.section(self.region).is_open():
            self.region.show_tree(search.areas_collection())
        self.search_changed.emit(search)

    def _on_opened(self, section: Section, is_open: bool) -> None:
        if is_open:
            # Once it has its new size.
            self._opened = section
            QTimer.singleShot(0, self._show_opened)

    def _show_opened(self) -> None:
        if self._opened is not None:
            # What was opened may be wider.
            self.updateGeometry()
            self.ensureWidgetVisible(self._opened, 0, 0)
            self.horizontalScrollBar().setValue(0)

    def _on_region_opened(self, is_open: bool) -> None:
        if is_open:
            self.region.show_tree(self._search.areas_collection())
            self.regions.ask_counts(self._search)
        else:
            self.region.pick.setChecked(False)

    def _suggest(self, text: str) -> None:
        call = self._context.client.suggest(text)
        call.finished.connect(
            lambda page: self.title.show_suggestions(text, [feature.text("title") for feature in page.features])
        )
        # Suggestions are optional: the words are searched without them, and the counts report the failure.
        call.failed.connect(lambda _error: self.title.show_suggestions(text, []))
