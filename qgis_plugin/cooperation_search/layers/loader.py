"""Loads searches into layer groups, and refreshes those that are there."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES, Search
from ..context import Context
from . import origin
from .load_job import LoadJob
from .parts import Part, by_period, parts_of


class LayerLoader(QObject):
    """Starts loads; a new one does not disturb those under way."""

    #: Layers were brought up to date with the server: a ``LoadedSearch``.
    refreshed = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs: List[LoadJob] = []

    def load(
        self,
        search: Search,
        style: str = "",
        kind: str = "",
        title: str = "",
        place: Optional[Path] = None,
        with_neighbours: bool = False,
        with_entries: bool = False,
    ) -> LoadJob:
        """Loads a search into a new group at the top of the layer tree, or in place of the group it has there already.

        :param style: id of a style, see ``layers.styles.STYLES``; the one in the settings without it
        :param kind: ``memory``, ``geopackage`` (beside the project's file, or among the user's documents) or
            ``live``; the one in the settings without it
        :param title: name of the group; the search in words without it
        :param place: the GeoPackage that is made, in place of the one beside the project or among the documents
        :param with_neighbours: also loads lines between neighbours across borders, which not every server has
        :param with_entries: also loads the offers and needs that the search finds
        """
        job = LoadJob(self._context, search, parts_of(search, with_neighbours, with_entries), style, kind, title, self)
        return self._start(job, None, place)

    def refresh(self, group_id: str) -> LoadJob:
        """Brings the layers of a group up to date with the server; styles stay.

        :raises ValueError: where the project has no such group
        """
        layers = origin.layers_of(QgsProject.instance(), group_id)
        if not layers:
            raise ValueError(group_id)
        source = origin.read(layers[0])
        there = by_period((made.period, made.part) for made in map(origin.read, layers))
        parts = tuple(part for each in there.values() for part in _whole(each))
        job = LoadJob(self._context, source.search, parts, "", source.kind, "", self)
        job.finished.connect(self.refreshed)
        return self._start(job, group_id)

    def close(self) -> None:
        """Cancels all loads."""
        for job in list(self._jobs):
            job.cancel()

    def _start(self, job: LoadJob, refreshed: Optional[str], place: Optional[Path] = None) -> LoadJob:
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))
        job.start(refreshed, place)
        return job


def _whole(there: List[Part]) -> List[Part]:
    """The parts that a group, or the sub-group of a period, must have, and those of the others that it has."""
    further = [part for part in there if part.collection in (NEIGHBOURS, COOPERATION)]
    return [there[0].beside(PROGRAMMES), there[0].beside(there[0].areas), *further]
