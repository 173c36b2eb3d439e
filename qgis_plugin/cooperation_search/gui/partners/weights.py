"""How much each part counts: a preset, or weights of one's own by sliders; and how many partners are shown."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...api.comparison import Comparison
from ..section import ElidedLabel
from .model import locale

#: Steps of a slider for a weight of 1, and the largest weight that sliders offer.
_STEPS, _LARGEST = 2, 10


class WeightsPanel(QWidget):
    """Presets and sliders. What entries declare is no part of the score, and has no slider."""

    #: Something changed: True while a slider is still held.
    changed = pyqtSignal(bool)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._comparison: Optional[Comparison] = None
        self._weights: Dict[str, float] = {}
        self.presets = QComboBox(self)
        self.presets.setAccessibleName(self.tr("Weights"))
        self.presets.setToolTip(self.tr("What counts most; the sliders below show and change it"))
        self.presets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.presets.setMinimumContentsLength(10)
        self.presets.activated[int].connect(self._on_preset)
        self.sliders: Dict[str, QSlider] = {}
        self._numbers: Dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self.note = QLabel(self.tr("All weights are 0: at least one part must count."), self)
        self.note.setWordWrap(True)
        self.note.hide()
        self.limits: Dict[str, QSpinBox] = {}
        form = QFormLayout()
        form.setVerticalSpacing(2)
        for name, title in (
            ("limit", self.tr("Show at most")),
            ("per_country", self.tr("From one country")),
            ("per_area", self.tr("With the same area")),
        ):
            box = QSpinBox(self)
            box.setMinimum(1)
            box.setAccessibleName(title)
            box.valueChanged.connect(lambda _value: self.changed.emit(True))
            self.limits[name] = box
            form.addRow(title, box)
        self.within = QCheckBox(self.tr("Only programmes of the search"), self)
        self.within.setToolTip(self.tr("Partners must meet the criteria of the search, too"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(3)
        layout.addWidget(self.presets)
        layout.addLayout(self._grid)
        layout.addWidget(self.note)
        layout.addLayout(form)
        layout.addWidget(self.within)

    def set_comparison(self, comparison: Comparison) -> None:
        """Offers the parts and presets of a server; weights that were chosen stay where it has the parts."""
        if comparison == self._comparison:
            return
        first = self._comparison is None
        self._comparison = comparison
        usual = comparison.weights_of(comparison.preset)
        self._weights = usual if first else {name: self._weights.get(name, usual[name]) for name in usual}
        self.presets.clear()
        for preset in comparison.presets:
            self.presets.addItem(preset.title, preset.name)
        self._make_sliders(comparison)
        for name, box in self.limits.items():
            box.blockSignals(True)
            box.setMaximum(max(1, comparison.most[name]))
            if first:
                box.setValue(comparison.defaults[name])
            box.blockSignals(False)
        self._show_weights()

    def weights(self) -> Tuple[Tuple[str, float], ...]:
        """The weight of each part."""
        return tuple(self._weights.items())

    def preset(self) -> str:
        """The preset with these weights; empty where they are one's own."""
        return self._comparison.preset_of(self._weights) if self._comparison else ""

    def counts(self) -> bool:
        """Whether any part counts."""
        return any(self._weights.values())

    def most(self) -> Tuple[Tuple[str, int], ...]:
        """The limits that are not those of the server, and can be chosen now."""
        if self._comparison is None:
            return ()
        usual = self._comparison.defaults
        return tuple((n, b.value()) for n, b in self.limits.items() if b.isEnabled() and b.value() != usual[n])

    def summary(self) -> str:
        """The choice in a few words."""
        if self._comparison is None:
            return ""
        titles = {each.name: each.title for each in self._comparison.presets}
        return titles.get(self.preset(), self.tr("Weights of your own"))

    def _make_sliders(self, comparison: Comparison) -> None:
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        self.sliders, self._numbers = {}, {}
        before: QWidget = self.presets
        for row, part in enumerate(comparison.weighted):
            title = ElidedLabel(self)
            title.setText(part.title)
            title.setToolTip(f"{part.title}\n{part.description}")
            title.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
            title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            slider = QSlider(Qt.Orientation.Horizontal, self)
            slider.setRange(0, _LARGEST * _STEPS)
            slider.setPageStep(_STEPS)
            slider.setMinimumWidth(60)
            slider.setAccessibleName(self.tr("Weight of “{part}”").format(part=part.title))
            slider.setAccessibleDescription(part.description)
            slider.setToolTip(part.description)
            slider.valueChanged.connect(lambda value, name=part.name: self._on_slider(name, value))
            slider.sliderReleased.connect(self._on_released)
            number = QLabel(self)
            number.setMinimumWidth(self.fontMetrics().horizontalAdvance("10.0"))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((title, slider, number)):
                self._grid.addWidget(widget, row, column)
            self.sliders[part.name], self._numbers[part.name] = slider, number
            self.setTabOrder(before, slider)
            before = slider

    def _show_weights(self) -> None:
        """Brings sliders, numbers and the name of the preset to the weights."""
        for name, slider in self.sliders.items():
            slider.blockSignals(True)
            slider.setValue(min(slider.maximum(), round(self._weights[name] * _STEPS)))
            slider.blockSignals(False)
            self._numbers[name].setText(locale().toString(self._weights[name], "g", 4))
        own = self.presets.findData("")
        preset = self.preset()
        if not preset and own < 0:
            self.presets.addItem(self.tr("Weights of your own"), "")
        elif preset and own >= 0:
            self.presets.removeItem(own)
        self.presets.setCurrentIndex(self.presets.findData(preset))
        self.note.setVisible(not self.counts())

    def _on_preset(self, _index: int) -> None:
        name = str(self.presets.currentData())
        if name and self._comparison is not None:
            self._weights = self._comparison.weights_of(name)
            self._show_weights()
            self.changed.emit(False)

    def _on_slider(self, name: str, value: int) -> None:
        self._weights[name] = value / _STEPS
        self._show_weights()
        self.changed.emit(True)

    def _on_released(self) -> None:
        self.changed.emit(False)
