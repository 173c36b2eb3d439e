"""The rules of a set: those of a call by name, and numbers of one's own that take their place."""

from __future__ import annotations

from html import escape
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from ...api.consortium import Consortia, Preset

#: Most members, regions and countries that a server takes.
_MOST = 20


class RulesForm(QWidget):
    """Asks for rules; 0 stands for what the call says, or for nothing."""

    #: The rules are others.
    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._presets: Dict[str, Preset] = {}
        self.preset = self._box(self.tr("Rules of a call"))
        self.preset.addItem(self.tr("No call: rules of your own"), "")
        self.check = QLabel(self)
        self.check.setWordWrap(True)
        self.check.setTextFormat(Qt.TextFormat.RichText)
        self.check.setOpenExternalLinks(True)
        self.check.hide()
        self.numbers: Dict[str, QSpinBox] = {}
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(2)
        for name, title, least in (
            ("partners", self.tr("Members, at least"), 2),
            ("regions", self.tr("NUTS 2 regions, at least"), 1),
            ("countries", self.tr("Countries, at least"), 1),
            ("per_country", self.tr("From one country, at most"), 1),
        ):
            form.addRow(title, self._number(name, title, least))
        self.category = self._box(self.tr("Category of region"))
        self.members = self._number("members", self.tr("Members of this category, at least"), 1)
        line = QHBoxLayout()
        line.addWidget(self.category, 1)
        line.addWidget(self.members)
        self.coordinator = self._box(self.tr("Category of the coordinator’s region"))
        self.unknown = QCheckBox(self.tr("Also sets that may meet the rules"), self)
        self.unknown.setToolTip(self.tr("Facts that are not known count as met; each set says whether it is certain"))
        self.unknown.toggled.connect(lambda _checked: self.changed.emit())
        # Boxes with long words have the whole width: panels are narrow.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(3)
        layout.addWidget(self.preset)
        layout.addWidget(self.check)
        layout.addLayout(form)
        layout.addLayout(line)
        layout.addWidget(self.coordinator)
        layout.addWidget(self.unknown)

    def describe(self, answer: Consortia) -> None:
        """Offers the presets and categories that the server has."""
        self._presets = {preset.id: preset for preset in answer.presets}
        self._offer(self.preset, [(preset.title, preset.id) for preset in answer.presets])
        for box, first in (
            (self.category, self.tr("Members of any category of region")),
            (self.coordinator, self.tr("Coordinator in any region")),
        ):
            if box.count() == 0:
                box.addItem(first, "")
            said = "{}" if box is self.category else self.tr("Coordinator: {}")
            self._offer(box, [(said.format(label), code) for code, label in answer.categories])
        self._show_preset()

    def rules(self) -> Tuple[Tuple[str, str], ...]:
        """The rules as parameters of the server."""
        found: List[Tuple[str, str]] = []
        if self.preset.currentData():
            found.append(("preset", str(self.preset.currentData())))
        found += [(name, str(box.value())) for name, box in self.numbers.items() if name != "members" and box.value()]
        if self.category.currentData() and self.members.value():
            found.append(("categories", f"{self.category.currentData()}:{self.members.value()}"))
        if self.coordinator.currentData():
            found.append(("coordinator_category", str(self.coordinator.currentData())))
        # The limit alone is no rule of a set.
        if not found or [name for name, _ in found] == ["per_country"]:
            return ()
        return (*found, ("include", "unknown")) if self.unknown.isChecked() else tuple(found)

    def apply(self, parameters: Dict[str, Optional[str]]) -> None:
        """Takes over what the server proposes where there is no set."""
        self.blockSignals(True)
        for name, value in parameters.items():
            if name in self.numbers:
                self.numbers[name].setValue(int(value or 0))
            elif name == "categories":
                code, _, number = (value or "").partition(":")
                self.category.setCurrentIndex(max(0, self.category.findData(code)))
                self.members.setValue(int(number) if number.isdigit() else 0)
            elif name == "coordinator_category":
                self.coordinator.setCurrentIndex(max(0, self.coordinator.findData(value or "")))
            elif name == "include":
                self.unknown.setChecked(value == "unknown")
        self.blockSignals(False)
        self._show_preset()
        self.changed.emit()

    def can_apply(self, parameters: Optional[Dict[str, Optional[str]]]) -> bool:
        """Whether the form has a place for everything that the server proposes."""
        known = {*self.numbers, "categories", "coordinator_category", "include"} - {"members"}
        return parameters is not None and all(
            name in known and "," not in (value or "") and "/" not in (value or "")
            for name, value in parameters.items()
        )

    def summary(self) -> str:
        """The rules in a line."""
        parts = [self.preset.currentText()] if self.preset.currentData() else []
        titles = {
            "partners": self.tr("members {n}"),
            "regions": self.tr("regions {n}"),
            "countries": self.tr("countries {n}"),
            "per_country": self.tr("from one country {n}"),
        }
        parts += [titles[name].format(n=self.numbers[name].value()) for name in titles if self.numbers[name].value()]
        if self.category.currentData() and self.members.value():
            parts.append(f"{self.category.currentText()}: {self.members.value()}")
        if self.coordinator.currentData():
            parts.append(self.coordinator.currentText())
        return ", ".join(parts) or self.tr("no rules yet")

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.activated[int].connect(lambda _place: self._on_changed())
        return box

    def _number(self, name: str, title: str, least: int) -> QSpinBox:
        box = QSpinBox(self)
        # One below the least number stands for none.
        box.setRange(0, _MOST)
        box.setSpecialValueText("–")
        # Where the panel is low, the list gives way and not the numbers.
        box.setMinimumHeight(box.sizeHint().height())
        box.setAccessibleName(title)
        box.setProperty("least", least)
        box.valueChanged.connect(lambda value: self._on_number(box, value))
        self.numbers[name] = box
        return box

    def _on_number(self, box: QSpinBox, value: int) -> None:
        least = int(box.property("least"))
        if 0 < value < least:
            # Upwards from none comes the least number; downwards from that, none.
            box.setValue(least if box.property("before") in (None, 0) else 0)
            return
        box.setProperty("before", value)
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_preset()
        self.changed.emit()

    def _show_preset(self) -> None:
        """Shows what the call asks for, and where that was read."""
        preset = self._presets.get(str(self.preset.currentData() or ""))
        for name, box in self.numbers.items():
            asked = preset.parameters.get(name) if preset is not None else None
            box.setSpecialValueText(f"({asked})" if asked else "–")
            box.setToolTip(self.tr("In brackets: what the call asks for") if asked else "")
        self.check.setVisible(preset is not None)
        if preset is not None:
            sources = ", ".join(_link(source, f"{source.split('/')[2]}") for source, _day in preset.sources)
            call = _link(preset.call, self.tr("Check the call"))
            self.check.setText(f"<b>{call}</b>; {self.tr('rules as read in')} {sources}")
            self.check.setToolTip(preset.check)

    @staticmethod
    def _offer(box: QComboBox, offered: Sequence[Tuple[str, str]]) -> None:
        """Fills a box anew below its first entry; what was chosen stays chosen if it is still there."""
        kept = box.currentData()
        while box.count() > 1:
            box.removeItem(1)
        for title, id_ in offered:
            box.addItem(title, id_)
        box.setCurrentIndex(max(0, box.findData(kept)))


def _link(address: str, text: str) -> str:
    return f"<a href='{escape(address, quote=True)}'>{escape(text)}</a>"
