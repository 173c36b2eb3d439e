"""Criterion "NUTS III region": a tree with search, picking on the map, and regions below one's own layer."""

from __future__ import annotations

from typing import Iterable, List, Mapping, Optional, Sequence, Set, Tuple

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsProjectionSelectionDialog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ...api.criteria import NUTS
from ...api.errors import ApiError
from ...api.search import NUTS3, Search
from ..text import fold, shortened
from .base import CriterionWidget, Values
from .boundaries import Boundaries
from .choice_box import ChoiceBox
from .choices import Choice, ChoiceModel
from .region_data import RegionData
from .region_layer import LayerRegionsForm, LayerRegionsTask
from .region_pick import RegionPickTool

#: Length of a NUTS code of level 3; each level above has one character less.
_NUTS3_LENGTH = 5
#: Least width of a button, pixels.
_NARROW = 60


class RegionCriterion(CriterionWidget):
    """NUTS regions of any level.

    :param data: asked for the tree when it is first shown, and for boundaries when they are first needed
    :param canvas: map to click on; without one there is no picking
    """

    def __init__(
        self, data: RegionData, canvas: Optional[QgsMapCanvas] = None, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._canvas = canvas
        self._tool: Optional[RegionPickTool] = None
        self._task: Optional[LayerRegionsTask] = None
        self._boundaries: Optional[Boundaries] = None
        #: Layer id, feature ids and distance that wait for the boundaries.
        self._waiting: Optional[Tuple[str, Optional[List[int]], float]] = None
        self._failure = ""
        self.crs_dialog: Optional[QgsProjectionSelectionDialog] = None
        self._collection = NUTS3
        self._names: Mapping[str, str] = {}
        self.model = ChoiceModel(self, show_codes=True)
        self.box = ChoiceBox(self.model, self.tr("NUTS III region"), rows=9, parent=self)
        self.setFocusProxy(self.box)

        self.pick = self._button("/mActionIdentify.svg", self.tr("Pick on the map"))
        self.pick.setToolTip(self.tr("Click regions on the map to choose or deselect them; press Escape to stop"))
        self.pick.setEnabled(canvas is not None)
        self.pick.toggled.connect(self._on_pick)
        self.level = QComboBox(self)
        for level, name in (
            (3, self.tr("NUTS III")), (2, self.tr("NUTS II")), (1, self.tr("NUTS I")), (0, self.tr("Country"))
        ):  # fmt: skip
            self.level.addItem(name, level)
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.level.setMinimumContentsLength(4)
        self.level.setToolTip(self.tr("Level of the region that a click on the map chooses"))
        self.level.setAccessibleName(self.tr("Level of the region that a click on the map chooses"))
        self.from_layer = self._button("/mActionSelectRectangle.svg", self.tr("From my layer"))
        self.from_layer.setToolTip(self.tr("Choose the regions that features of one of your layers touch"))
        self.form = LayerRegionsForm(self)
        self.form.hide()
        self.from_layer.toggled.connect(self.form.setVisible)
        self.form.layer_chosen.connect(self._on_layer)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.hide()

        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.pick)
        line.addWidget(self.level, 1)
        second = QHBoxLayout()
        second.addWidget(self.from_layer)
        second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addLayout(line)
        layout.addLayout(second)
        layout.addWidget(self.form)
        layout.addWidget(self.note)

        self.model.chosen_changed.connect(self.changed)
        self.model.chosen_changed.connect(self._outline)
        data.tree.connect(self._on_tree)
        data.counts.connect(self.model.set_counts)
        data.boundaries.connect(self._on_boundaries)
        data.failed.connect(self._on_failed)

    # --- the criterion

    def values(self) -> Values:  # noqa: D102
        return {NUTS: tuple(self.model.chosen())}

    def set_search(self, search: Search) -> None:  # noqa: D102
        self.model.set_chosen(search.values(NUTS))

    def summary(self) -> str:  # noqa: D102
        return shortened([self.model.label(code) for code in self.model.chosen()])

    def set_lists(self, lists: Mapping[str, Sequence[Choice]]) -> None:  # noqa: D102
        self._names = {choice.code: choice.label for choice in lists.get("countries", ())}

    def show_tree(self, collection: str) -> None:
        """Shows the regions of a collection of areas: those of another NUTS version when the period changes."""
        if collection != self._collection:
            self._collection = collection
            self._boundaries = None
            if self.pick.isChecked():
                self._data.ask_boundaries(collection)
        self._data.ask_tree(collection)

    def stop(self) -> None:
        """Disconnects from the map and the layers."""
        self.pick.setChecked(False)
        self.form.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._tool is not None:
            self._tool.remove()
            self._tool = None

    # --- what comes from the server

    def _on_tree(self, choices: Iterable[Choice]) -> None:
        # Countries by their name in the user's language; the regions inside them in the order of their codes.
        named = [
            choice._replace(label=self._names.get(choice.code, choice.label)) if choice.parent is None else choice
            for choice in choices
        ]
        countries = [choice for choice in named if choice.parent is None]
        inside = [choice for choice in named if choice.parent is not None]
        self.model.set_choices(sorted(countries, key=lambda choice: fold(choice.label)) + inside)

    def _on_boundaries(self, collection: str, boundaries: Boundaries) -> None:
        if collection != self._collection:
            return
        self._boundaries = boundaries
        self._say("")
        self._outline()
        waiting, self._waiting = self._waiting, None
        layer = QgsProject.instance().mapLayer(waiting[0]) if waiting else None
        if waiting and layer is not None:
            self._compare(layer, *waiting[1:])

    def _on_failed(self, error: ApiError) -> None:
        self._waiting = None
        self._failure = error.text
        self._say(error.text)
        self.pick.setChecked(False)

    def forget_failure(self) -> None:
        """Drops the last failure: the server answers again."""
        if self._failure and self.note.text() == self._failure:
            self._say("")
        self._failure = ""

    # --- on the map

    def _on_pick(self, is_on: bool) -> None:
        if self._canvas is None:
            return
        if not is_on:
            if self._tool is not None:
                self._tool.end()
                self._tool.show_regions([])
                self._tool.show_boundaries(QgsGeometry())
            return
        if self._tool is None:
            self._tool = RegionPickTool(self._canvas)
            self._tool.picked.connect(self._on_picked)
            self._tool.left.connect(lambda: self.pick.setChecked(False))
            # Another tool was taken: the button must not claim that clicks still choose regions.
            self._tool.deactivated.connect(lambda: self.pick.setChecked(False))
        self._tool.begin()
        if self._tool.is_map_empty():
            self._tool.show_europe()
        if self._boundaries is None:
            self._say(self.tr("Fetching the boundaries…"))
            self._data.ask_boundaries(self._collection)
        if self.model.is_empty():
            self._data.ask_tree(self._collection)
        self._outline()

    def _on_picked(self, point: QgsPointXY) -> None:
        if self._boundaries is None:
            self._say(self.tr("The boundaries are still being loaded."))
            return
        code = self._boundaries.at(point)
        if not code:
            self._say(self.tr("There is no NUTS III region at this place."))
            return
        code = code[: _NUTS3_LENGTH - 3 + int(self.level.currentData())]
        self.model.toggle(code)
        self.box.show_code(code)
        self._say(self.model.label(code))

    def _outline(self) -> None:
        if self._tool is not None and self.pick.isChecked() and self._boundaries is not None:
            self._tool.show_regions(self._boundaries.below(self.model.chosen()))
            if self._tool.is_map_empty():
                self._tool.show_boundaries(self._boundaries.lines)

    # --- below a layer

    def _on_layer(self, layer: QgsVectorLayer, only: Optional[List[int]], km: float) -> None:
        if layer.crs().isValid():
            self._compare(layer, only, km)
            return
        dialog = QgsProjectionSelectionDialog(self)
        dialog.setMessage(self.tr("The layer “{name}” has no CRS. Which one is it in?").format(name=layer.name()))
        layer_id = layer.id()

        def chosen() -> None:
            again = QgsProject.instance().mapLayer(layer_id)
            if again is not None and dialog.crs().isValid():
                again.setCrs(dialog.crs())
                self._compare(again, only, km)

        dialog.accepted.connect(chosen)
        dialog.rejected.connect(lambda: self._say(self.tr("Without a CRS the layer cannot be placed on the map.")))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        self.crs_dialog = dialog
        dialog.open()

    def _compare(self, layer: QgsVectorLayer, only: Optional[List[int]], km: float) -> None:
        if self.model.is_empty():
            self._data.ask_tree(self._collection)
        if self._boundaries is None:
            self._waiting = (layer.id(), only, km)
            self._say(self.tr("Fetching the boundaries…"))
            self._data.ask_boundaries(self._collection)
            return
        self._say(self.tr("Comparing with the layer…"))
        self._task = LayerRegionsTask(layer, self._boundaries, only, km, self.tr("NUTS III regions of a layer"))
        self._task.done.connect(self._on_layer_done)
        QgsApplication.taskManager().addTask(self._task)

    def _on_layer_done(self, codes: Optional[Set[str]]) -> None:
        unplaced = self._task.unplaced if self._task is not None else 0
        self._task = None
        if not codes:
            self._say(self.tr("These features touch no NUTS III region."))
            return
        self.model.add_chosen(codes)
        text = self.tr("Regions touched: {count}.").format(count=len(codes))
        if unplaced:
            text += " " + self.tr("Features that cannot be placed on the map: {count}.").format(count=unplaced)
        self._say(text)

    # --- small things

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Long words of a language are cut off rather than making the panel wider.
        button.setMinimumWidth(_NARROW)
        return button
