"""One load of a search into one layer group: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QStandardPaths, pyqtSignal

from ..api.answers import CodeList
from ..api.criteria import Criteria
from ..api.errors import ApiError, ErrorKind
from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES, Search
from ..api.texts import tr
from ..api.wording import Wording
from ..context import Context
from ..own import Own
from ..settings import GEOPACKAGE, LIVE, MEMORY, language
from . import matching, origin, tips, tree
from .changes import Changes, Update
from .fetch import Fetch, Fetched
from .ids import ids, keep_lines_at
from .live import LiveLayers
from .load import Load
from .names import layer_name
from .parts import Part, by_period
from .sink import GeoPackageLayers, Stored, memory_layer
from .styles import CODELISTS, DEFAULT, apply_style, own
from .styles.known import completeness_of, keep
from .styles.labels import count_here


@dataclass(frozen=True)
class LoadedSearch:
    """A search that is on the map. Of one over several periods, the layers named are those that are shown first.

    :param offline: True when the server could not be reached and these are its last known answers
    :param path: the GeoPackage that holds it, empty without one
    :param entries_id: the layer of offers and needs, empty without one
    :param has_areas: whether areas were found; asking a live layer would be asking the server
    :param changes: what is new, changed and gone after a refresh, by name of the part
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
        parts: Tuple[Part, ...],
        style: str,
        kind: str,
        title: str,
        parent: QObject,
    ) -> None:
        super().__init__(context, parent)
        self.search = search
        self._style = style or context.settings.style or DEFAULT
        self._kind = kind or context.settings.layer_kind
        self._title = title
        self._refreshed: Optional[str] = None
        self._codelists: Dict[str, CodeList] = {}
        self._wording = Wording()
        self._fetched: Optional[Dict[Part, Fetched]] = None
        self._missing = 0
        self._place: Optional[Path] = None
        self._path: Optional[Path] = None
        self._fetch = Fetch(context.client, parts, self._kind != LIVE, self)
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

    def _on_fetched(self, fetched: Dict[Part, Fetched]) -> None:
        for part, each in fetched.items():
            if part.collection == NEIGHBOURS:
                keep_lines_at(each, ids(fetched[part.beside(part.areas)]))
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
        if self._kind == GEOPACKAGE:
            self._store()
            return
        stored = {part: each for part, each in self._fetched.items() if self._kind_of(part) != LIVE}
        made = (partial(self._make, part, fetched) for part, fetched in stored.items())
        features = {part: fetched.features() for part, fetched in stored.items()}
        then = self._open_live if self._kind == LIVE else self._dress
        self._take_turns(chain(made, [partial(self._fill, features, then)]))

    def _make(self, part: Part, fetched: Fetched) -> None:
        self._layers[part] = memory_layer(self._name(part), fetched)

    def _name(self, part: Part) -> str:
        """The name of a layer in the tree."""
        return layer_name(part.collection, self._fetched[part].samples, part.period)

    def _store(self) -> None:
        """Writes a GeoPackage in a thread."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(QgsProject.instance().absolutePath() or documents or Path.home())
        path = self._place or folder / f"cooperation-search-{self._group[:8]}.gpkg"
        stored = {part: Stored(part.table, self._name(part), fetched) for part, fetched in self._fetched.items()}
        task = GeoPackageLayers(path, stored)
        task.made.connect(partial(self._stored, task, path))
        self._run(task)

    def _stored(self, task: GeoPackageLayers, path: Path, made: Any) -> None:
        if isinstance(made, dict) and not self._over:
            # From here on it is this load's file, which goes again if the load fails.
            task.taken = True
            self._path = path
        self._opened(made)

    def _kind_of(self, part: Part) -> str:
        """Where a layer is kept. QGIS's provider knows the areas of entries only, and not their middles."""
        return MEMORY if self._kind == LIVE and part.collection == COOPERATION else self._kind

    def _open_live(self) -> None:
        live = {part: each for part, each in self._fetched.items() if self._kind_of(part) == LIVE}
        names = {part: self._name(part) for part in live}
        task = LiveLayers(self._context.client, live, names)
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
        for part, layer in self._layers.items():
            known = self._known(part)
            if self._kind_of(part) == LIVE:
                steps.append(partial(matching.compute, layer, self._fetched[part], part.search))
            steps += [
                partial(self._write_origin, layer, part),
                partial(self._apply_style, layer, part, known),
                partial(tips.set_tip, layer, part.collection, self._words("categories_of_region")),
                partial(matching.arrange, layer),
            ]
            if part.collection == PROGRAMMES:
                steps.append(partial(keep, layer, known))
                steps.append(partial(count_here, layer, self._fetched[part].features()))
        self._take_turns([*steps, self._add_to_project])

    def _known(self, part: Part) -> Dict[str, float]:
        """How complete the programmes are that were found with a part."""
        return completeness_of(self._fetched[part.beside(PROGRAMMES)].features())

    def _apply_style(self, layer: QgsVectorLayer, part: Part, known: Dict[str, float]) -> None:
        method = self._context.settings.classes
        apply_style(layer, self._style, self._codelists, language(), part.search, known, method)
        own.mark(layer, Own.read(self._context.settings))

    def _words(self, codelist: str) -> Dict[str, str]:
        """The labels of a code list by code."""
        return {code.code: code.text(language()) for code in self._codelists[codelist].items}

    def _add_to_project(self) -> None:
        title = self._title or tr("Layers", "Cooperation: {}").format(self._wording.describe(self.search))
        layers, self._layers = self._layers, {}
        # From top to bottom, as the parts are.
        ordered = {part: layers[part] for part in self._fetched}
        first = self._shown_first()
        tree.add(QgsProject.instance(), self._group, title[: tree.LONGEST_NAME], ordered, first)
        self._tell(self._group, ordered)

    def _shown_first(self) -> str:
        """The period whose layers are seen first: the current one, unless areas were found in another one only."""
        periods = by_period((part.period, part) for part in self._fetched)
        for period, parts in periods.items():
            if self._fetched[parts[0].beside(parts[0].areas)].count:
                return period
        return next(iter(periods))

    def _update(self) -> None:
        """Brings layers of the project up to date with the server: compares, then writes, both in steps."""
        updates = {part: Update(layer, self._fetched[part], part.search) for part, layer in self._refreshable().items()}
        compared = [update.compare() for update in updates.values()]
        self._take_turns(chain(*compared, [partial(self._apply, updates)]))

    def _refreshable(self) -> Dict[Part, QgsVectorLayer]:
        """The layers to be refreshed.

        :raises ApiError: where one of them was removed
        """
        layers = {origin.read(x).part: x for x in origin.layers_of(QgsProject.instance(), self._refreshed)}
        if set(layers) != set(self._fetched):
            message = tr("Layers", "A layer of this search was removed. Please load the search again.")
            raise ApiError(ErrorKind.CANCELLED, message)
        return layers

    def _apply(self, updates: Dict[Part, Update]) -> None:
        written = chain(*(chain(update.write(), [partial(self._renew, part)]) for part, update in updates.items()))
        self._take_turns(chain((partial(self._if_there, step) for step in written), [partial(self._updated, updates)]))

    def _if_there(self, step: Callable[[], object]) -> None:
        """Takes a step of writing. The window is alive between them, and its user may remove a layer."""
        try:
            self._refreshable()
            step()
        except ApiError as error:
            self._fail(error)

    def _renew(self, part: Part) -> None:
        """Brings what is kept of the features of a layer, and what it says of itself, up to date."""
        layer = self._refreshable()[part]
        made = origin.read(layer)
        self._group, self._kind = made.group, made.kind
        self._write_origin(layer, part)
        layer.setName(self._name(part))
        if part.collection == PROGRAMMES:
            keep(layer, self._known(part))
            count_here(layer, self._fetched[part].features())
        layer.triggerRepaint()

    def _updated(self, updates: Dict[Part, Update]) -> None:
        try:
            layers = self._refreshable()
        except ApiError as error:
            self._fail(error)
            return
        self._tell(self._refreshed, layers, {part.table: update.changes for part, update in updates.items()})

    def _write_origin(self, layer: QgsVectorLayer, part: Part) -> None:
        fetched = self._fetched[part]
        made = origin.Origin(
            self._group,
            part.collection,
            self.search,
            self._context.client.url,
            self._fetch.edition,
            self._kind_of(part),
            fetched.attribution,
            origin.LICENCE,
            fetched.samples,
            part.period,
        )
        origin.write(layer, made, layer.name(), self._wording.describe(part.narrowed))

    def _tell(
        self, group: str, layers: Dict[Part, QgsVectorLayer], changes: Optional[Dict[str, Changes]] = None
    ) -> None:
        period = self._shown_first()
        shown = {part.collection: layer.id() for part, layer in layers.items() if part.period == period}
        areas = next(part for part in self._fetched if part.period == period)
        areas = areas.beside(areas.areas)
        ids = [shown[PROGRAMMES], shown[areas.collection]]
        path = str(self._path or "")
        about = (self._fetch.edition, self._fetch.offline, changes, path, shown.get(COOPERATION, ""))
        has_areas = bool(self._fetched[areas].count)
        # Now the file is the project's.
        self._path = None
        self._succeed(LoadedSearch(group, *ids, *about, has_areas))

    def _clear(self) -> None:
        super()._clear()
        self._fetched = None
        # The file of layers that never reached the project goes with them.
        if self._path is not None:
            self._path.unlink(missing_ok=True)
