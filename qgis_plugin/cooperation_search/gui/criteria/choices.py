"""A tree of choices that can be ticked, with a live count for each.

One model serves flat lists (countries), hierarchies (topics) and the region tree: a flat list is a tree of one level.
"""

from __future__ import annotations

from typing import Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

from qgis.PyQt.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt, pyqtSignal

from ..text import alignment, fold


class Choice(NamedTuple):
    """One thing that can be chosen: a code, the words for it, and the code above it (None at the top).

    ``also_called``: further words by which it is found, such as those of keep.eu.
    """

    code: str
    label: str
    parent: Optional[str] = None
    definition: str = ""
    also_called: Tuple[str, ...] = ()


class _Node:
    """A choice in its place in the tree."""

    __slots__ = ("children", "choice", "parent", "row", "searched")

    def __init__(self, choice: Optional[Choice], parent: Optional[_Node], row: int) -> None:
        self.choice = choice
        #: What is compared with the words typed: label, code and further words, without accents and capitals.
        self.searched = fold(" ".join((choice.label, choice.code, *choice.also_called))) if choice else ""
        self.parent = parent
        self.row = row
        self.children: List[_Node] = []


class ChoiceModel(QAbstractItemModel):
    """Choices with check boxes; the second column shows how much each would find.

    A ticked choice stands for everything below it, so ``chosen`` holds the fewest codes that say the same. Codes that
    the list does not have (yet) are kept: a search can be restored before its lists have come from the server.
    """

    chosen_changed = pyqtSignal()

    CODE_ROLE = Qt.ItemDataRole.UserRole + 1
    COUNT_ROLE = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: Optional[QObject] = None, show_codes: bool = False) -> None:
        super().__init__(parent)
        self._root = _Node(None, None, 0)
        self._nodes: Dict[str, _Node] = {}
        self._chosen: Set[str] = set()
        self._counts: Optional[Mapping[str, int]] = None
        self._unknown: Mapping[str, int] = {}
        self._show_codes = show_codes

    # --- contents

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Replaces the list; what is chosen stays chosen. A choice whose parent is not in the list goes to the top."""
        listed = list(choices)
        self.beginResetModel()
        self._root = _Node(None, None, 0)
        self._nodes = {c.code: _Node(c, None, 0) for c in listed}
        for choice in listed:
            node = self._nodes[choice.code]
            above = self._nodes.get(choice.parent or "", self._root)
            node.parent = self._root if above is node else above
            node.row = len(node.parent.children)
            node.parent.children.append(node)
        self.endResetModel()

    def set_counts(self, counts: Optional[Mapping[str, int]], unknown: Optional[Mapping[str, int]] = None) -> None:
        """Shows how many results each code would give; None: not known. A code that is not in it would give none.

        :param unknown: of how many more it is not known whether they would be results
        """
        self._counts, self._unknown = counts, unknown or {}
        self._changed_everywhere()

    def label(self, code: str) -> str:
        """The words for a code, or the code itself where the list does not have it."""
        node = self._nodes.get(code)
        return node.choice.label if node and node.choice else code

    def matches(self, words: Sequence[str]) -> Set[str]:
        """The codes that hold every one of these (folded) words in label, code or further words."""
        return {code for code, node in self._nodes.items() if all(word in node.searched for word in words)}

    def around(self, codes: Iterable[str]) -> Set[str]:
        """These codes, what is above them, and what is below them."""
        every = set(codes)
        for code in list(every):
            every.update(self._above(code))
            every.update(self._below(self._nodes[code]))
        return every

    def codes(self) -> List[str]:
        """All codes of the list."""
        return list(self._nodes)

    def is_empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return not self._nodes

    # --- what is chosen

    def chosen(self) -> List[str]:
        """The chosen codes in the order of the list; those that the list does not have come last."""
        order = {code: place for place, code in enumerate(self._nodes)}
        return sorted(self._chosen, key=lambda code: (order.get(code, len(order)), code))

    def set_chosen(self, codes: Iterable[str]) -> None:
        """Chooses exactly these codes (and so everything below them)."""
        every = set(codes)
        smallest = {code for code in every if not every.intersection(self._above(code))}
        if smallest == self._chosen:
            return
        self._chosen = smallest
        self._changed_everywhere()
        self.chosen_changed.emit()

    def add_chosen(self, codes: Iterable[str]) -> None:
        """Chooses these codes as well; where all below one are chosen then, that one stands for them."""
        together = self._chosen.union(codes)
        for code in sorted(self._nodes, key=lambda code: -len(self._above(code))):
            below = [child.choice.code for child in self._nodes[code].children if child.choice]
            if below and together.issuperset(below):
                together = together.difference(below) | {code}
        self.set_chosen(together)

    def toggle(self, code: str) -> None:
        """Chooses the code, or takes it back where it was chosen or meant by one above."""
        self.set_chosen(self._without(code) if self._is_chosen(code) else self._with(code))

    def _above(self, code: str) -> List[str]:
        above: List[str] = []
        node = self._nodes.get(code)
        while node is not None and node.parent is not None and node.parent.choice is not None:
            node = node.parent
            above.append(node.choice.code if node.choice else "")
        return above

    def _below(self, node: _Node) -> List[str]:
        below: List[str] = []
        for child in node.children:
            if child.choice is not None:
                below.append(child.choice.code)
            below += self._below(child)
        return below

    def _is_chosen(self, code: str) -> bool:
        return code in self._chosen or bool(self._chosen.intersection(self._above(code)))

    def _with(self, code: str) -> Set[str]:
        node = self._nodes.get(code)
        return (self._chosen | {code}).difference(self._below(node) if node else ())

    def _without(self, code: str) -> Set[str]:
        """The choice without one code: where one above was chosen, its other branches stay chosen one by one."""
        left = self._chosen - {code}
        path = [code, *self._above(code)]
        chosen_above = next((place for place, above in enumerate(path) if above in left), None)
        if chosen_above is None:
            return left
        left = left - {path[chosen_above]}
        for place in range(chosen_above, 0, -1):
            siblings = self._nodes[path[place]].children
            left |= {n.choice.code for n in siblings if n.choice and n.choice.code != path[place - 1]}
        return left

    # --- Qt's model

    def index_of(self, code: str) -> QModelIndex:
        """The place of a code; invalid where the list does not have it."""
        node = self._nodes.get(code)
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node)

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008, D102
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, child: QModelIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008, D102
        above = self._node(child).parent
        if above is None or above.choice is None:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, D102, N802
        return 2

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # noqa: D102
        node = self._node(index)
        if node.choice is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        # A choice that would give nothing is greyed (unknown is not nothing); one that is chosen can be taken back.
        code = node.choice.code
        if self._count(code) != 0 or self._unknown.get(code) or self._state(node) != Qt.CheckState.Unchecked:
            flags |= Qt.ItemFlag.ItemIsEnabled
        return flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        choice = self._node(index).choice
        if choice is None:
            return None
        if role == self.CODE_ROLE:
            return choice.code
        if role == self.COUNT_ROLE:
            return self._count(choice.code)
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = (f"{choice.label} ({choice.code})", choice.definition, self._in_words(choice.code))
            return "\n".join(part for part in parts if part)
        return self._count_data(choice, role) if index.column() == 1 else self._label_data(index, choice, role)

    def setData(  # noqa: D102, N802
        self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        choice = self._node(index).choice
        if choice is None or role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self.toggle(choice.code)
        return True

    def _label_data(self, index: QModelIndex, choice: Choice, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{choice.label} ({choice.code})" if self._show_codes else choice.label
        if role == Qt.ItemDataRole.CheckStateRole:
            # A number: not every version of PyQt knows an enumeration in this place.
            state = self._state(self._node(index))
            return int(getattr(state, "value", state))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (choice.label, self._in_words(choice.code)) if part)
        return None

    def _in_words(self, code: str) -> str:
        """How many results a code would give; empty where it is not known."""
        count, unknown = self._count(code), self._unknown.get(code, 0)
        if count is None:
            return ""
        text = QCoreApplication.translate("ChoiceModel", "programmes: {count}").format(count=count)
        more = QCoreApplication.translate("ChoiceModel", "and {count} unknown").format(count=unknown)
        return f"{text}, {more}" if unknown else text

    def _count_data(self, choice: Choice, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            count = self._count(choice.code)
            unknown = self._unknown.get(choice.code, 0)
            return "" if count is None else f"{count} + {unknown}" if unknown else str(count)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter)
        return None

    def _state(self, node: _Node) -> Qt.CheckState:
        if node.choice is not None and self._is_chosen(node.choice.code):
            return Qt.CheckState.Checked
        return (
            Qt.CheckState.PartiallyChecked if self._chosen.intersection(self._below(node)) else Qt.CheckState.Unchecked
        )

    def _count(self, code: str) -> Optional[int]:
        return None if self._counts is None else self._counts.get(code, 0)

    def _node(self, index: QModelIndex) -> _Node:
        return index.internalPointer() if index.isValid() else self._root

    def _changed_everywhere(self) -> None:
        """Notifies views, level by level, that any tick or count may have changed."""
        branches = [self._root]
        while branches:
            branch = branches.pop()
            if branch.children:
                first, last = branch.children[0], branch.children[-1]
                self.dataChanged.emit(self.createIndex(0, 0, first), self.createIndex(last.row, 1, last))
            branches += [child for child in branch.children if child.children]
