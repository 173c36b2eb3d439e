"""What an export asks: which rows, codes or labels, in which language, which format, which file."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Sequence, Tuple

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale, QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..layers.export import place
from ..layers.export.options import CSV, FORMATS, GPKG, SEPARATORS, ExportError, Options, with_suffix
from ..settings import language


class ExportDialog(QDialog):
    """Asks how a layer is to be written.

    :param further: layers that are written with it
    :param languages: those in which the server has labels; none where it sent no labels
    """

    #: The file is to be written: ``Options``.
    options_chosen = pyqtSignal(object)

    def __init__(
        self,
        layer: QgsVectorLayer,
        languages: Tuple[str, ...],
        parent: Optional[QWidget] = None,
        further: Sequence[QgsVectorLayer] = (),
    ) -> None:
        super().__init__(parent)
        name = ", ".join(each.name() for each in (layer, *further))
        self.setWindowTitle(self.tr("Export “{name}”").format(name=name))
        count = sum(each.featureCount() for each in (layer, *further))
        selected = sum(each.selectedFeatureCount() for each in (layer, *further))
        self.all = QRadioButton(self.tr("All {count} rows").format(count=count), self)
        self.selected = QRadioButton(self.tr("Only the {count} selected").format(count=selected), self)
        self.selected.setEnabled(selected > 0)
        self.labels = QRadioButton(self.tr("Labels, in"), self)
        self.codes = QRadioButton(self.tr("Codes"), self)
        self.language = QComboBox(self)
        for each in languages:
            # Qt would call it American English.
            name = "English" if each == "en" else QLocale(each).nativeLanguageName() or each
            self.language.addItem(f"{name} ({each})", each)
        self.language.setCurrentIndex(max(0, self.language.findData(language()[:2])))
        self.language.setToolTip(self.tr("What has no label in this language is written in English"))
        self.language.setAccessibleName(self.tr("Language of the labels"))
        self.labels.setEnabled(bool(languages))
        for buttons in ((self.all, self.selected), (self.codes, self.labels)):
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
        # Rows are selected by just looking at them in the panel.
        self.all.setChecked(True)
        (self.labels if languages else self.codes).setChecked(True)
        self.labels.toggled.connect(self.language.setEnabled)
        self.language.setEnabled(bool(languages))

        self.format = QComboBox(self)
        for suffix, name in FORMATS.items():
            self.format.addItem(name, suffix)
        self.format.currentIndexChanged.connect(self._on_format)
        self.separator = QComboBox(self)
        for sign, name in zip(SEPARATORS, (self.tr("Comma"), self.tr("Semicolon"), self.tr("Tab"))):
            self.separator.addItem(name, sign)
        if QLocale().decimalPoint() == ",":
            # Excel takes the semicolon where the comma is for decimals.
            self.separator.setCurrentIndex(1)
        self.separator.setAccessibleName(self.tr("Separator"))
        self.mark = QCheckBox(self.tr("Mark as UTF-8 for Excel (BOM)"), self)
        self.mark.setChecked(True)
        self.file = QgsFileWidget(self)
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)
        self.file.lineEdit().setAccessibleName(self.tr("File"))
        self.file.fileChanged.connect(lambda _path: self.note.setText(""))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(QgsProject.instance().absolutePath() or documents or Path.home())
        self.file.setFilePath(str(folder / f"{_plain(layer.name())}{GPKG}"))
        self._replaces: Optional[Path] = None
        self._on_format(0)

    def options(self) -> Options:
        """What is chosen."""
        suffix = str(self.format.currentData())
        return Options(
            with_suffix(self._typed(), suffix),
            suffix,
            self.selected.isChecked(),
            str(self.language.currentData()) if self.labels.isChecked() else "",
            str(self.separator.currentData()),
            self.mark.isChecked(),
        )

    def accept(self) -> None:
        """Closes the dialog, or shows why the file cannot be written."""
        if not self._has_name():
            self.note.setText(self.tr("Choose a file."))
            return
        options = self.options()
        try:
            # A folder is not a name that lacks its suffix: the file would lie beside it.
            place.check_no_folder(self._typed())
            place.check(options.path)
        except ExportError as error:
            self.note.setText(str(error))
            return
        if options.path.exists() and self._replaces != options.path:
            self._replaces = options.path
            text = self.tr("{path} already exists. Press “Save” again to replace it.")
            self.note.setText(text.format(path=options.path))
            return
        super().accept()
        self.options_chosen.emit(options)

    def _typed(self) -> Path:
        return Path(self.file.filePath().strip()).expanduser()

    def _has_name(self) -> bool:
        return self._typed().name not in ("", "..")

    def _on_format(self, _index: int) -> None:
        suffix = str(self.format.currentData())
        self.file.setFilter(f"{FORMATS[suffix]} (*{suffix})")
        if self._has_name() and not self._typed().is_dir():
            self.file.setFilePath(str(with_suffix(Path(self.file.filePath().strip()), suffix)))
        for widget in (self.separator, self.mark):
            widget.setEnabled(suffix == CSV)

    def _lay_out(self) -> None:
        form = QFormLayout()
        groups = (
            (self.tr("Rows"), (self.all, self.selected)),
            (self.tr("Values"), (self.codes, self.labels)),
        )
        for name, buttons in groups:
            line = QHBoxLayout()
            for button in buttons:
                line.addWidget(button)
            if self.labels in buttons:
                line.addWidget(self.language)
            line.addStretch(1)
            form.addRow(name, line)
        form.addRow(self.tr("Format"), self.format)
        line = QHBoxLayout()
        line.addWidget(self.separator)
        line.addWidget(self.mark)
        line.addStretch(1)
        form.addRow(self.tr("CSV"), line)
        form.addRow(self.tr("File"), self.file)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(440)


def _plain(name: str) -> str:
    """A name as that of a file."""
    return "".join(c if c.isalnum() or c in " -_" else "" for c in name).strip() or "export"
