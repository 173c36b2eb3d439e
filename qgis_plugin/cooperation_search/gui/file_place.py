"""The place of a GeoPackage while the project has no folder: the user is asked for it."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QStandardPaths
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..layers.export.options import GPKG, with_suffix

translate = QCoreApplication.translate


def must_be_asked() -> bool:
    """Whether the project has no folder yet."""
    return not QgsProject.instance().absolutePath()


def ask(parent: QWidget, chosen: Callable[[Path], None], nothing: Callable[[], None]) -> QFileDialog:
    """Opens the dialog; one of the two functions is called when it closes."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = str(Path(documents or Path.home()) / f"cooperation-search{GPKG}")
    dialog = QFileDialog(parent, translate("MapWork", "GeoPackage for the layers"), start, f"GeoPackage (*{GPKG})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # A file that is there is refused afterwards: nothing is ever replaced here.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, True)
    dialog.selectFile(start)
    dialog.fileSelected.connect(lambda name: chosen(with_suffix(Path(name), GPKG)))
    dialog.rejected.connect(nothing)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog
