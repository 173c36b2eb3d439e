"""What the region criterion needs from the server: the tree of regions, their boundaries, and their live counts."""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api import resources
from ...api.answers import Feature, FeaturePage
from ...api.call import Call
from ...api.client import Client
from ...api.criteria import NUTS
from ...api.search import NUTS3, PROGRAMMES, Search
from ...context import Context
from .boundaries import Boundaries, BoundariesTask
from .choices import Choice

_TREE_PROPERTIES = "nuts_code,name,country,country_name,nuts1,nuts1_name,nuts2,nuts2_name"
#: The server's largest page: all areas fit into one.
_LARGEST_PAGE = 10_000


class RegionData(QObject):
    """Asks for regions in the NUTS version of a search, once each."""

    #: The regions as choices, each below the one around it (a list).
    tree = pyqtSignal(object)
    #: The boundaries of a collection of areas: its id, ``Boundaries``.
    boundaries = pyqtSignal(str, object)
    #: Number of programmes by NUTS code.
    counts = pyqtSignal(object)
    #: An ``ApiError``.
    failed = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._trees: Dict[str, List[Choice]] = {}
        self._boundaries: Dict[str, Boundaries] = {}
        self._task: Optional[BoundariesTask] = None
        self._reading = ""

    def forget(self) -> None:
        """Drops everything, because there is another server or another edition."""
        self.stop()
        self._trees.clear()
        self._boundaries.clear()

    def stop(self) -> None:
        """Cancels the background task."""
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._reading = ""

    def ask_tree(self, collection: str) -> None:
        """Wants the regions of a collection of areas."""
        if collection in self._trees:
            self.tree.emit(self._trees[collection])
            return
        call = ask_tree(self._context.client, collection, slot="region tree")
        call.finished.connect(lambda page: self._got_tree(collection, page))
        call.failed.connect(self.failed)

    def ask_boundaries(self, collection: str) -> None:
        """Wants the boundaries of a collection of areas."""
        if collection in self._boundaries:
            self.boundaries.emit(collection, self._boundaries[collection])
            return
        if self._reading == collection:
            return
        self.stop()
        self._reading = collection
        page = resources.features_body(collection, {"properties": "nuts_code"}, _LARGEST_PAGE)
        call = self._context.client.get(page, slot="boundaries")
        call.finished.connect(lambda body: self._read(collection, body))
        call.failed.connect(self._on_failed)

    def ask_counts(self, search: Search) -> None:
        """Wants the number of programmes in each region, were it the only one chosen."""
        elsewhere = search.with_values(**{NUTS: ()})
        call = self._context.client.features(PROGRAMMES, elsewhere, {"properties": "nuts_codes"}, slot="region counts")
        call.finished.connect(lambda page: self._count(search.areas_collection(), page))
        call.failed.connect(self.failed)

    def _got_tree(self, collection: str, page: FeaturePage) -> None:
        self._trees[collection] = choices_of(page.features)
        self.tree.emit(self._trees[collection])

    def _read(self, collection: str, body: bytes) -> None:
        self._task = BoundariesTask(body, self.tr("Reading the boundaries of the NUTS III areas"))
        self._task.done.connect(lambda boundaries: self._got_boundaries(collection, boundaries))
        self._task.broken.connect(self._on_failed)
        QgsApplication.taskManager().addTask(self._task)

    def _got_boundaries(self, collection: str, boundaries: Boundaries) -> None:
        self._task = None
        self._reading = ""
        self._boundaries[collection] = boundaries
        self.boundaries.emit(collection, boundaries)

    def _on_failed(self, error: object) -> None:
        self._task = None
        self._reading = ""
        self.failed.emit(error)

    def _count(self, collection: str, page: FeaturePage) -> None:
        codes = [choice.code for choice in self._trees.get(collection, ())]
        self.counts.emit(counts_of([feature.values("nuts_codes") for feature in page.features], codes))


def ask_tree(client: Client, collection: str = NUTS3, slot: str = "") -> Call:
    """Asks for the areas of a collection with the regions around them, as ``choices_of`` needs them."""
    return client.features(collection, params={"properties": _TREE_PROPERTIES, "sortby": "nuts_code"}, slot=slot)


def choices_of(areas: Iterable[Feature]) -> List[Choice]:
    """Country, NUTS I, II and III regions as choices, from the NUTS III areas."""
    choices: Dict[str, Choice] = {}

    def add(code: str, name: str, parent: Optional[str]) -> None:
        if code and code not in choices:
            choices[code] = Choice(code, name or code, parent)

    for area in areas:
        country, nuts1, nuts2 = area.text("country"), area.text("nuts1"), area.text("nuts2")
        add(country, area.text("country_name"), None)
        add(nuts1, area.text("nuts1_name"), country)
        add(nuts2, area.text("nuts2_name"), nuts1)
        add(area.id, area.text("name"), nuts2)
    return list(choices.values())


def counts_of(programmes: Iterable[Sequence[str]], codes: Sequence[str]) -> Dict[str, int]:
    """How many programmes meet each NUTS code: their area contains it or lies inside of it.

    :param programmes: the NUTS codes of each programme's area
    :param codes: the codes that are counted
    """
    below: Dict[str, List[str]] = {}
    for code in codes:
        for length in range(2, len(code) + 1):
            below.setdefault(code[:length], []).append(code)
    counts: Dict[str, int] = {}
    for area in programmes:
        met = {stated[:length] for stated in area for length in range(2, len(stated))}
        for stated in area:
            met.update(below.get(stated, (stated,)))
        for code in met:
            counts[code] = counts.get(code, 0) + 1
    return counts
