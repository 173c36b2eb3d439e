"""Loads searches into layers, restyles them, and keeps table and map selection together."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ..api.errors import ApiError
from ..api.search import COOPERATION, NEIGHBOURS, NUTS3, NUTS3_2016, PROGRAMMES, Search
from ..context import Context
from ..layers import origin, tree
from ..layers.background import Background
from ..layers.live import extent_of
from ..layers.load_job import LoadedSearch, LoadJob
from ..layers.loader import LayerLoader
from ..layers.styles import CODELISTS, KNOWN, apply_style
from ..layers.styles.known import completeness_in
from ..layers.styles.own import mark
from ..layouts.map_sheet import NothingToPrint, View, map_sheet
from ..own import Own
from ..settings import GEOPACKAGE, MEMORY, language
from . import file_place
from .criteria.boundaries import Boundaries
from .criteria.region_data import RegionData
from .criteria.region_pick import WGS84
from .exporting import Exporting
from .first_look import PlacesMenu, at_first, look_at
from .kept_sheets import KeptSheets
from .lists import Lists
from .map_panel import MapPanel
from .own.marks import OwnMarks
from .reports import Reports
from .results.row_menu import RowMenu
from .results.selection import ENTRIES, MapSelection


def _nothing() -> None:
    """Nothing more is to be shown."""


class MapWork(QObject):
    """What the map section of the panel does."""

    #: Layers of a search were refreshed: a ``LoadedSearch``.
    refreshed = pyqtSignal(object)

    def __init__(
        self,
        context: Context,
        panel: MapPanel,
        lists: Lists,
        regions: RegionData,
        canvas: Optional[QgsMapCanvas],
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._lists = lists
        self._canvas = canvas
        # Shared with the layers' menu; a panel without the plugin makes one.
        self._loader = getattr(context, "loader", None) or LayerLoader(context, self)
        self._loader.refreshed.connect(self.refreshed)
        self._job: Optional[LoadJob] = None
        self._failure = ""
        #: Whether the entries are to be exported once they are loaded.
        self._export_entries = False
        self._settings = context.settings
        self._iface = context.iface
        #: QGIS itself shows everything of the first layers of a project, in the turn of the event loop after they came.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._look_at_areas)
        self._shown_first = ""
        #: What is shown after the first look at what was loaded.
        self._shown_next: Callable[[], None] = _nothing
        self.place_dialog: Optional[QFileDialog] = None
        self._search = Search()
        self._regions = regions
        self._target_region = ("", "")
        regions.boundaries.connect(self._on_boundaries)
        self.selection = MapSelection(canvas, self)
        self.entries = MapSelection(canvas, self, ENTRIES)
        panel.cancelled.connect(self._on_cancelled)
        panel.style_chosen.connect(self.restyle)
        panel.export_requested.connect(self.export)
        panel.print_requested.connect(self.print_map)
        self.reports = Reports(context.iface, panel, self._country_names)
        self.reports.told.connect(panel.show_idle)
        panel.report.wanted.connect(self.reports.make)
        self.background = Background(context, self)
        self._marks = OwnMarks(context, self)
        self.background.failed.connect(panel.show_idle)
        panel.background_toggled.connect(lambda on: self.background.ask_for() if on else self.background.hide())
        self._mapped = context.mapped
        panel.overseas.setMenu(PlacesMenu(canvas, panel.overseas))
        self.exporting = Exporting(context, self)
        self.exporting.written.connect(panel.show_idle)
        self.exporting.failed.connect(panel.show_idle)
        QgsProject.instance().readProject.connect(self.follow_latest)
        self._sheets = KeptSheets(self._loader, self)
        self._loader.refreshed.connect(self._on_refreshed)
        self.follow_latest()

    def load(self, search: Search) -> None:
        """Loads a search; a GeoPackage that would have no place beside a project gets one first."""
        if self._settings.layer_kind == GEOPACKAGE and file_place.must_be_asked():
            nothing = self.tr("No file was chosen, so nothing was loaded.")
            self.place_dialog = file_place.ask(
                self._panel, lambda path: self._load(search, path), lambda: self._panel.show_idle(nothing)
            )
        else:
            self._load(search, None)

    def _load(self, search: Search, place: Optional[Path]) -> None:
        """Loads a search; one that is still being loaded is given up."""
        if self._job is not None:
            self._job.cancel()
        self._panel.show_progress(0, 0)
        self._search = search
        job = self._loader.load(
            search,
            style=self._panel.style_id(),
            place=place,
            with_neighbours=self._panel.with_neighbours(),
            with_entries=self._panel.entries.isChecked(),
        )
        self._job = job
        job.progressed.connect(self._panel.show_progress)
        job.finished.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: self._on_ended(job))

    def restyle(self, style: str) -> None:
        """Draws the layers of the search loaded last in another style."""
        project = QgsProject.instance()
        lists = self._lists.wording.codelists
        if not all(name in lists for name in CODELISTS):
            return
        layers = origin.layers_of(project, origin.latest_group(project))
        # Areas show what is known of their programmes.
        programmes = [layer for layer in layers if style == KNOWN and origin.read(layer).collection == PROGRAMMES]
        known = {cci: each for layer in programmes for cci, each in completeness_in(layer).items()}
        with tree.legends_kept(project, layers):
            for layer in layers:
                search = origin.search_of(layer)
                if search is not None:
                    apply_style(layer, style, lists, language(), search, known, self._settings.classes)
                    mark(layer, Own.read(self._settings))

    def follow_latest(self, *_what: object) -> None:
        """Shares the selection with the layers of the search that the project has on top."""
        project = QgsProject.instance()
        by_collection: Dict[str, List[str]] = {}
        for layer in origin.layers_of(project, origin.latest_group(project)):
            by_collection.setdefault(origin.read(layer).collection, []).append(layer.id())
        entries = by_collection.pop(COOPERATION, [])
        by_collection.pop(NEIGHBOURS, None)
        self.selection.set_layers(*(id_ for ids in by_collection.values() for id_ in ids))
        self.entries.set_layers(*entries)

    def export(self, place: int) -> None:
        """Exports a layer of the search loaded last: opens the dialog and shows the outcome.

        Areas are those of the period that is shown: two NUTS versions are not put into one table.

        :param place: 0 for the programmes, 1 for the NUTS III regions, 2 for offers and needs
        """
        project = QgsProject.instance()
        layers = tree.shown(project, origin.latest_group(project))
        wanted = [*layers[:2], origin.entries_among(layers)] if layers else []
        layer = wanted[place] if place < len(wanted) else None
        if layer is not None:
            # The programmes and entries of another period, which has a layer of its own.
            everything = origin.layers_of(project, origin.read(layer).group)
            same = [each for each in everything if origin.read(each).collection == origin.read(layer).collection]
            self.exporting.ask(layer, self._panel, [each for each in same if each is not layer])
        elif layers:
            self._panel.show_idle(self.tr("Load the search with its offers and needs first."))
        else:
            self._panel.show_idle(self.tr("Load the search on the map first."))

    def serve(self, menu: RowMenu, selection: MapSelection, load: Callable[[], None]) -> None:
        """Does on the map what a menu of rows asks for.

        :param load: loads the current search
        """

        def zoom(ids: List[str]) -> None:
            selection.select(ids)
            selection.zoom()

        def show(ids: List[str]) -> None:
            self._shown_next = lambda: zoom(ids)
            load()

        menu.on_map = selection.shows
        menu.zoom_requested.connect(zoom)
        menu.flash_requested.connect(selection.flash)
        menu.select_requested.connect(selection.select)
        menu.map_requested.connect(show)

    def load_entries(self, search: Search) -> None:
        """Loads a search with its offers and needs."""
        self._panel.entries.setChecked(True)
        self.load(search)

    def export_entries(self, search: Search) -> None:
        """Exports the offers and needs of a search, which is loaded first where it is not on the map."""
        project = QgsProject.instance()
        layers = origin.layers_of(project, origin.latest_group(project))
        if origin.entries_among(layers) is not None and origin.search_of(layers[0]) == search:
            self.export(2)
            return
        self._export_entries = True
        self.load_entries(search)

    def print_map(self) -> None:
        """Makes a map sheet of the search loaded last, and opens it in QGIS's layout designer."""
        project = QgsProject.instance()
        view = View(self._canvas.extent(), self._canvas.mapSettings().destinationCrs()) if self._canvas else None
        try:
            layout = map_sheet(project, origin.latest_group(project), view)
        except NothingToPrint:
            self._panel.show_idle(self.tr("Load the search on the map first."))
            return
        self._panel.show_idle(self.tr("Print layout: {name}").format(name=layout.name()))
        if self._iface is not None:
            self._iface.openLayoutDesigner(layout)

    def _country_names(self) -> Dict[str, str]:
        countries = self._lists.wording.codelists.get("countries")
        return {code.code: code.text(language()) for code in countries.items} if countries is not None else {}

    def _on_refreshed(self, *_what: object) -> None:
        for selection in (self.selection, self.entries):
            selection.renew()

    def show_region(self, code: str, nuts_version: str) -> None:
        """Brings a NUTS region into view and lets it flash, once its boundaries have come."""
        collection = NUTS3_2016 if nuts_version == "2016" else NUTS3
        self._target_region = (collection, code)
        self._regions.ask_boundaries(collection)

    def _on_boundaries(self, collection: str, boundaries: Boundaries) -> None:
        target, code = self._target_region
        if collection != target:
            return
        self._target_region = ("", "")
        areas = boundaries.below([code])
        if not areas or self._canvas is None:
            return
        crs = QgsCoordinateReferenceSystem(WGS84)
        extent = QgsRectangle()
        for area in areas:
            extent.combineExtentWith(area.boundingBox())
        transform = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        try:
            extent = transform.transformBoundingBox(extent)
        except QgsCsException:
            # The map's projection cannot show this place.
            return
        extent.scale(1.2)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
        self._canvas.flashGeometries(areas, crs)

    def stop(self) -> None:
        """Ends loading and disconnects from the project."""
        self._look.stop()
        self._loader.close()
        self._loader.refreshed.disconnect(self.refreshed)
        self.background.stop()
        self._marks.stop()
        self.selection.stop()
        self.entries.stop()
        QgsProject.instance().readProject.disconnect(self.follow_latest)
        self._sheets.stop()
        self._loader.refreshed.disconnect(self._on_refreshed)

    def _on_loaded(self, loaded: LoadedSearch) -> None:
        self.follow_latest()
        self._sheets.renew()
        if self._export_entries:
            self._export_entries = False
            self.export(2)
        text = self.tr("On the map: edition {edition}.").format(edition=loaded.edition)
        if loaded.offline:
            text = self.tr("The server cannot be reached: this is its last known answer, edition {edition}.").format(
                edition=loaded.edition
            )
        if loaded.path:
            text += " " + self.tr("File: {path}.").format(path=loaded.path)
        elif self._settings.layer_kind == MEMORY:
            text += " " + self.tr("Kept in memory: a saved project fetches it again when it is opened.")
        if len(self._search.periods()) > 1:
            # A map never shows two NUTS versions at once.
            text += " " + self.tr("Each period has its own group in the layer tree; one of them is shown at a time.")
        self._panel.show_idle(text)
        self._mapped.emit()
        if loaded.has_areas:
            self._shown_first = loaded.areas_id
            self._look.start()

    def _look_at_areas(self) -> None:
        """Brings the areas that were loaded into view."""
        areas = QgsProject.instance().mapLayer(self._shown_first)
        if areas is None or self._canvas is None:
            return
        look_at(self._canvas, areas, at_first(extent_of(areas)))
        self._shown_next()
        self._shown_next = _nothing

    def _on_failed(self, error: ApiError) -> None:
        self._shown_next = _nothing
        self._export_entries = False
        self._failure = error.text
        self._panel.show_idle(error.text)

    def forget_failure(self) -> None:
        """The server answers (again): why loading failed before is of no interest any more."""
        if self._failure and self._panel.note.text() == self._failure:
            self._panel.show_idle("")
        self._failure = ""

    def _on_cancelled(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._panel.show_idle(self.tr("Cancelled; nothing was added to the map."))

    def _on_ended(self, job: LoadJob) -> None:
        if self._job is job:
            self._job = None
