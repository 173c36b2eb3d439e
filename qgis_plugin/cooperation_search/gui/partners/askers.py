"""Who seeks partners: one's own programme, those asked for before, or the search itself as a need."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...api.partners import Asker

#: Programmes asked for before that stay in the list.
_MOST = 8


class AskerBox(QComboBox):
    """A list of askers: one's own first, the need last."""

    #: Another asker was chosen by hand.
    chosen = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._own: Optional[Asker] = None
        self._before: List[Asker] = []
        self._need: Optional[Asker] = None
        self._current: Optional[Asker] = None
        self.setAccessibleName(self.tr("Partners for"))
        self.setToolTip(self.tr("Whose partners are shown"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated[int].connect(self._on_activated)
        self._fill()

    @property
    def asker(self) -> Optional[Asker]:
        """The one that is chosen."""
        return self._current

    @property
    def own(self) -> Optional[Asker]:
        """The programme or country that the user works for."""
        return self._own

    @property
    def is_need(self) -> bool:
        """Whether the search itself asks."""
        return _same(self._current, self._need)

    def set_own(self, own: Optional[Asker]) -> None:
        """The programme or country that the user works for."""
        self._own = own
        self._fill()

    def set_need(self, need: Optional[Asker]) -> None:
        """The search as a need; ``None`` where the server does not take one, or the search asks for nothing."""
        if self._current is not None and _same(self._current, self._need):
            self._current = need
        self._need = need
        self._fill()

    def choose(self, asker: Asker) -> None:
        """Makes somebody the one who asks."""
        self._current = asker
        if asker.cci and not _same(asker, self._own):
            others = [each for each in self._before if each.cci != asker.cci]
            self._before = [asker, *others][:_MOST]
        self._fill()

    def name(self, cci: str, title: str) -> None:
        """The title of a programme has become known."""
        named = Asker(cci, title)
        self._before = [named if _same(each, named) else each for each in self._before]
        self._own = named if _same(self._own, named) else self._own
        self._current = named if _same(self._current, named) else self._current
        self._fill()

    def _listed(self) -> List[Asker]:
        own = [self._own] if self._own is not None else []
        before = [each for each in self._before if not _same(each, self._own)]
        return [*own, *before, *([self._need] if self._need is not None else [])]

    def _fill(self) -> None:
        self.clear()
        if self._current is None:
            self.addItem(self.tr("Choose a programme"), None)
        for asker in self._listed():
            self.addItem(self._words(asker), asker)
            self.setItemData(self.count() - 1, self._hint(asker), Qt.ItemDataRole.ToolTipRole)
        listed = [self.itemData(place) for place in range(self.count())]
        same = (p for p, each in enumerate(listed) if _same(each, self._current))
        self.setCurrentIndex(next(same, 0))
        self.setEnabled(bool(self._listed()))

    def _words(self, asker: Asker) -> str:
        if _same(asker, self._need):
            mine = self._own is not None and self._own.cci
            return self.tr("My programme, for this search") if mine else self.tr("This search, as a need")
        title = asker.title or asker.key
        if not _same(asker, self._own):
            return title
        text = self.tr("{title} (my programme)") if asker.cci else self.tr("{title} (my country)")
        return text.format(title=title)

    @staticmethod
    def _hint(asker: Asker) -> str:
        return "\n".join(filter(None, (asker.title, asker.cci)))

    def _on_activated(self, place: int) -> None:
        asker = self.itemData(place)
        if isinstance(asker, Asker):
            self.choose(asker)
            self.chosen.emit(asker)


def _same(one: Optional[Asker], other: Optional[Asker]) -> bool:
    """Whether two are the same asker."""
    return one is not None and other is not None and one.key == other.key
