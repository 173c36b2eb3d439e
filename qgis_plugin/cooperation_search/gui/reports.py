"""Reports by country from the map section: which countries, the layout designer, and the PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Mapping, Optional, Tuple

from qgis.core import QgsApplication, QgsFeedback, QgsLayoutExporter, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QObject, QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QProgressDialog, QToolButton, QWidget

from ..layers import origin, tree
from ..layers.export import place
from ..layers.export.options import ExportError
from ..layouts.country_pages import selected_in
from ..layouts.country_report import country_report
from ..layouts.map_sheet import NothingToPrint

_PDF = ".pdf"


class ReportButton(QToolButton):
    """Offers a report of all countries found, and of those in which something is selected.

    :param selected: gives the codes of these countries
    """

    #: A report is wanted: whether of the selection only, and whether as PDF.
    wanted = pyqtSignal(bool, bool)

    def __init__(self, selected: Callable[[], Tuple[str, ...]], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._selected = selected
        self.setText(self.tr("Report"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionNewReport.svg"))
        self.setToolTip(
            self.tr("Report by country: a page for each, with map, programmes found, numbers, legend and sources")
        )
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda _checked=False: self.wanted.emit(False, False))
        menu = QMenu(self)
        self.whole = menu.addAction(self.tr("All countries found"))
        self.few = menu.addAction("")
        menu.addSeparator()
        self.whole_pdf = menu.addAction(self.tr("All countries found, as PDF…"))
        self.few_pdf = menu.addAction("")
        for action, of_selection, as_pdf in (
            (self.whole, False, False), (self.few, True, False), (self.whole_pdf, False, True),
            (self.few_pdf, True, True),
        ):  # fmt: skip
            action.triggered.connect(
                lambda _checked=False, selection=of_selection, pdf=as_pdf: self.wanted.emit(selection, pdf)
            )
        menu.aboutToShow.connect(self.prepare)
        self.setMenu(menu)

    def prepare(self) -> None:
        """Offers what there is."""
        listed = ", ".join(self._selected())
        self.few.setText(self.tr("Countries of the selection: {}").format(listed or "–"))
        self.few_pdf.setText(self.tr("Countries of the selection, as PDF: {}…").format(listed or "–"))
        for action in (self.few, self.few_pdf):
            action.setEnabled(bool(listed))


class Reports(QObject):
    """Makes reports of the search loaded last.

    :param names: gives the names of countries in the user's language by code
    """

    #: Something to say, in words.
    told = pyqtSignal(str)

    def __init__(self, iface: Any, window: QWidget, names: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(window)
        self._names = names
        self._iface = iface
        self._window = window
        self.file_dialog: Optional[QFileDialog] = None

    def make(self, of_selection: bool, as_pdf: bool) -> None:
        """Makes a report, and opens it in QGIS's layout designer or writes it to a file."""
        project = QgsProject.instance()
        try:
            only = selected() if of_selection else ()
            layout = country_report(project, origin.latest_group(project), only, self._names())
        except NothingToPrint:
            self.told.emit(self.tr("Load a search on the map first that finds something."))
            return
        self.told.emit(self.tr("Print layout: {name}").format(name=layout.name()))
        if as_pdf:
            self._ask_place(layout.name())
        elif self._iface is not None:
            designer = self._iface.openLayoutDesigner(layout)
            # Without its preview the designer shows an atlas without any country.
            if designer is not None and hasattr(designer, "setAtlasPreviewEnabled"):
                designer.setAtlasPreviewEnabled(True)

    def _ask_place(self, name: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(QgsProject.instance().absolutePath() or documents or Path.home())
        dialog = QFileDialog(self._window, self.tr("Report by country"), str(folder), f"PDF (*{_PDF})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_PDF[1:])
        dialog.selectFile("cooperation-report.pdf")
        dialog.fileSelected.connect(lambda path: self._chosen(name, Path(path)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        self.file_dialog = dialog
        dialog.open()

    def _chosen(self, name: str, path: Path) -> None:
        # Looked for again: the user may have removed it while the dialog was open.
        layout = QgsProject.instance().layoutManager().layoutByName(name)
        if isinstance(layout, QgsPrintLayout):
            self.write(layout, path)

    def write(self, layout: QgsPrintLayout, path: Path) -> None:
        """Writes a report as PDF, with its progress; a cancelled one leaves no file, and the one that was there."""
        atlas = layout.atlas()
        progress = QProgressDialog(self.tr("Writing {}").format(path.name), self.tr("Cancel"), 0, 100, self._window)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(0)
        feedback = QgsFeedback()
        feedback.progressChanged.connect(lambda percent: progress.setValue(min(99, int(percent))))
        progress.canceled.connect(feedback.cancel)
        progress.setValue(0)
        try:
            place.check(path)
            with place.beside(path) as part:
                settings = QgsLayoutExporter.PdfExportSettings()
                result, error = QgsLayoutExporter.exportToPdf(atlas, str(part), settings, feedback)
                if feedback.isCanceled():
                    raise _Cancelled
                if result != QgsLayoutExporter.ExportResult.Success:
                    raise ExportError(error or self.tr("{} could not be written.").format(path))
        except _Cancelled:
            self.told.emit(self.tr("Cancelled; no file was written."))
        except ExportError as error:
            self.told.emit(str(error))
        else:
            pages = atlas.count()
            self.told.emit(self.tr("Written to {path}: {count} countries.").format(path=path, count=pages))
        finally:
            progress.canceled.disconnect(feedback.cancel)
            progress.close()
            progress.deleteLater()


class _Cancelled(Exception):
    """The user has cancelled the export."""


def selected() -> Tuple[str, ...]:
    """The countries in which something of the search loaded last is selected."""
    project = QgsProject.instance()
    return selected_in(tree.shown(project, origin.latest_group(project)))
