"""One load of a search into one layer group: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QStandardPaths, pyqtSignal

from ..api.answers import CodeList
from ..api.criteria import Criteria
from ..api.errors import ApiError, ErrorKind
from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES, Search
from ..api.texts import tr
from ..api.wording import Wording
from ..context import Context
from ..settings import GEOPACKAGE, LIVE, MEMORY, language
from . import matching, origin, tips, tree
from .changes import Changes, Update
from .fetch import Fetch, Fetched
from .ids import ids, keep_lines_at
from .live import LiveLayers
from .load import Load
from .names import layer_name
from .sink import check_place, geopackage_layer, memory_layer
from .styles import CODELISTS, DEFAULT, apply_style
from .styles.known import completeness_of, keep


@dataclass(frozen=True)
class LoadedSearch:
    """A search that is on the map.

    :param offline: True when the server could not be reached and these are its last known answers
    :param path: the GeoPackage that holds it, empty without one
    :param entries_id: the layer of offers and needs, empty without one
    :param has_areas: whether areas were found; asking a live layer would be asking the server
    :param changes: what is new, changed and gone after a refresh, by collection
    """

    group_id: str
    programmes_id: str
    areas_id: str
    edition: str
    offline: bool
    changes: Optional[Dict[str, Changes]] = None
    path: str = ""
    entries_id: str = ""
    has_areas: bool = False


class LoadJob(Load):
    """One load under way."""

    progressed = pyqtSignal(int, int)

    def __init__(
        self,
        context: Context,
        search: Search,
        style: str,
        kind: str,
        title: str,
        parent: QObject,
        with_neighbours: bool = False,
        with_entries: bool = False,
    ) -> None:
        super().__init__(context, parent)
        self.search = search
        self._style = style or context.settings.style or DEFAULT
        self._kind = kind or context.settings.layer_kind
        self._title = title
        self._refreshed: Optional[str] = None
        self._codelists: Dict[str, CodeList] = {}
        self._wording = Wording()
        self._fetched: Optional[Dict[str, Fetched]] = None
        self._missing = 0
        self._place: Optional[Path] = None
        self._path: Optional[Path] = None
        more = [name for name, is_wanted in ((NEIGHBOURS, with_neighbours), (COOPERATION, with_entries)) if is_wanted]
        collections = (*search.collections(), *more)
        self._fetch = Fetch(context.client, search, collections, self._kind != LIVE, self)
        self._fetch.progressed.connect(self.progressed)
        self._fetch.finished.connect(self._on_fetched)
        self._fetch.failed.connect(self._fail)
        self._busy.append(self._fetch)

    def start(self, refreshed: Optional[str] = None, place: Optional[Path] = None) -> None:
        """Begins.

        :param refreshed: id of the group whose layers get the features; a new group is made without it
        :param place: the GeoPackage that is made, where the features go into one
        """
        self._place = place
        self._refreshed = refreshed
        self._missing = 1
        self._follow(self._context.client.criteria(), self._described)
        self._fetch.start()

    def _described(self, criteria: Criteria) -> None:
        self._wording = Wording(criteria, self._codelists, language())
        names = dict.fromkeys((*CODELISTS, *criteria.codelists(self.search.names())))
        self._missing = len(names)
        for name in names:
            self._follow(self._context.client.codelist(name), self._listed)

    def _listed(self, codelist: CodeList) -> None:
        self._codelists[codelist.id] = codelist
        self._missing -= 1
        self._make_layers()

    def _on_fetched(self, fetched: Dict[str, Fetched]) -> None:
        if NEIGHBOURS in fetched:
            keep_lines_at(fetched[NEIGHBOURS], ids(fetched[self.search.areas_collection()]))
        self._fetched = fetched
        self._make_layers()

    def _make_layers(self) -> None:
        if self._over or self._missing or self._fetched is None:
            return
        self._busy.clear()
        try:
            if self._refreshed:
                self._update()
                return
        except ApiError as error:
            self._fail(error)
            return
        stored = {name: each for name, each in self._fetched.items() if self._kind_of(name) != LIVE}
        # A table of a GeoPackage takes its time, too.
        made = (partial(self._make, collection, fetched) for collection, fetched in stored.items())
        features = {collection: fetched.features() for collection, fetched in stored.items()}
        then = self._open_live if self._kind == LIVE else self._dress
        self._take_turns(chain(made, [partial(self._fill, features, then)]))

    def _make(self, collection: str, fetched: Fetched) -> None:
        try:
            self._layers[collection] = self._layer(collection, fetched)
        except ApiError as error:
            self._fail(error)

    def _kind_of(self, collection: str) -> str:
        """Where a layer is kept. QGIS's provider knows the areas of entries only, and not their middles."""
        return MEMORY if self._kind == LIVE and collection == COOPERATION else self._kind

    def _layer(self, collection: str, fetched: Fetched) -> QgsVectorLayer:
        name = layer_name(collection, fetched.samples)
        if self._kind == GEOPACKAGE:
            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            folder = Path(QgsProject.instance().absolutePath() or documents or Path.home())
            if self._path is None:
                target = self._place or folder / f"cooperation-search-{self._group[:8]}.gpkg"
                check_place(target)
                # From here on it is this load's file, which goes again if the load fails.
                self._path = target
            return geopackage_layer(self._path, collection, name, fetched)
        return memory_layer(name, fetched)

    def _open_live(self) -> None:
        live = {name: each for name, each in self._fetched.items() if self._kind_of(name) == LIVE}
        names = {collection: layer_name(collection, fetched.samples) for collection, fetched in live.items()}
        task = LiveLayers(self._context.client, self.search, live, names)
        task.made.connect(self._opened)
        self._run(task)

    def _opened(self, made: Any) -> None:
        self._busy.clear()
        if isinstance(made, ApiError):
            self._fail(made)
        elif not self._over:
            self._layers.update(made)
            self._dress()

    def _dress(self) -> None:
        """Styles and describes the layers, one thing in each turn of the event loop."""
        steps: List[Callable[[], None]] = []
        known = completeness_of(self._fetched[PROGRAMMES].features())
        for collection, layer in self._layers.items():
            if self._kind_of(collection) == LIVE:
                steps.append(partial(matching.compute, layer, self._fetched[collection], self.search))
            steps += [
                partial(self._write_origin, layer, collection, self._fetched[collection]),
                partial(self._apply_style, layer, known),
                partial(tips.set_tip, layer, collection, self._words("categories_of_region")),
                partial(matching.arrange, layer),
            ]
            if collection == PROGRAMMES:
                steps.append(partial(keep, layer, known))
        self._take_turns([*steps, self._add_to_project])

    def _apply_style(self, layer: QgsVectorLayer, known: Dict[str, float]) -> None:
        method = self._context.settings.classes
        apply_style(layer, self._style, self._codelists, language(), self.search, known, method)

    def _words(self, codelist: str) -> Dict[str, str]:
        """The labels of a code list by code."""
        return {code.code: code.text(language()) for code in self._codelists[codelist].items}

    def _add_to_project(self) -> None:
        title = self._title or tr("Layers", "Cooperation: {}").format(self._wording.describe(self.search))
        layers, self._layers = self._layers, {}
        found = [layers[name] for name in self.search.collections()]
        # Points are drawn above all, lines between the outlines of programmes and the areas.
        above, between = ([layers[name]] if name in layers else [] for name in (COOPERATION, NEIGHBOURS))
        tree.add(QgsProject.instance(), self._group, title[: tree.LONGEST_NAME], [*above, found[0], *between, found[1]])
        self._tell(self._group, [*found, *above])

    def _update(self) -> None:
        """Brings layers of the project up to date with the server: compares in steps, then writes all in one turn."""
        updates = {name: Update(layer, self._fetched[name], self.search) for name, layer in self._refreshable().items()}
        compared = [update.compare() for update in updates.values()]
        self._take_turns(chain(*compared, [partial(self._apply, updates)]))

    def _refreshable(self) -> Dict[str, QgsVectorLayer]:
        """The layers to be refreshed, by collection.

        :raises ApiError: where one of them was removed
        """
        layers = {origin.read(x).collection: x for x in origin.layers_of(QgsProject.instance(), self._refreshed)}
        if set(layers) != set(self._fetched):
            message = tr("Layers", "A layer of this search was removed. Please load the search again.")
            raise ApiError(ErrorKind.CANCELLED, message)
        return layers

    def _apply(self, updates: Dict[str, Update]) -> None:
        try:
            # Looked at again: the window was alive while they were compared.
            layers = self._refreshable()
            for name, update in updates.items():
                update.apply()
                self._group = origin.read(layers[name]).group
                self._kind = origin.read(layers[name]).kind
                self._write_origin(layers[name], name, self._fetched[name])
                layers[name].setName(layer_name(name, self._fetched[name].samples))
                layers[name].triggerRepaint()
            keep(layers[PROGRAMMES], completeness_of(self._fetched[PROGRAMMES].features()))
        except ApiError as error:
            self._fail(error)
            return
        ordered = [layers[name] for name in self.search.collections()]
        ordered += [layers[COOPERATION]] if COOPERATION in layers else []
        self._tell(self._refreshed, ordered, {name: update.changes for name, update in updates.items()})

    def _write_origin(self, layer: QgsVectorLayer, collection: str, fetched: Fetched) -> None:
        made = origin.Origin(
            self._group,
            collection,
            self.search,
            self._context.client.url,
            self._fetch.edition,
            self._kind_of(collection),
            fetched.attribution,
            origin.LICENCE,
            fetched.samples,
        )
        origin.write(layer, made, layer.name(), self._wording.describe(self.search))

    def _tell(self, group: str, layers: List[QgsVectorLayer], changes: Optional[Dict[str, Changes]] = None) -> None:
        ids = [*(layer.id() for layer in layers), ""]
        path = str(self._path or "")
        about = (self._fetch.edition, self._fetch.offline, changes, path, ids[2])
        has_areas = bool(self._fetched[self.search.areas_collection()].count)
        # Now the file is the project's.
        self._path = None
        self._succeed(LoadedSearch(group, *ids[:2], *about, has_areas))

    def _clear(self) -> None:
        super()._clear()
        self._fetched = None
        # The file of layers that never reached the project goes with them.
        if self._path is not None:
            self._path.unlink(missing_ok=True)
