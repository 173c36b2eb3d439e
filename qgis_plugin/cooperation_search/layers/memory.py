"""Layers in memory, whose features a project file does not hold: saving warns, opening fetches them."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Set, Tuple, Union

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..api.errors import ApiError
from ..context import Context
from ..settings import MEMORY, Settings
from . import origin
from .asked.inquiry import Inquiry
from .asked.job import AskedJob, Loaded
from .asked.origin import Asked, Kind
from .consortia.inquiry import ConsortiumInquiry
from .consortia.origin import CONSORTIA
from .distribution.inquiry import DistributionInquiry
from .distribution.origin import DISTRIBUTIONS
from .load_job import LoadedSearch
from .loader import LayerLoader
from .partners.inquiry import PartnersInquiry
from .partners.origin import PARTNERS

#: Layers that answer questions other than searches, and how these are put again: from what a layer was made from, that
#: layer, and the settings.
_ASKED: Tuple[Tuple[Kind, Callable[[Asked, QgsVectorLayer, Settings], Inquiry]], ...] = (
    (PARTNERS, lambda made, _layer, _settings: PartnersInquiry(made.question)),
    (CONSORTIA, lambda made, _layer, _settings: ConsortiumInquiry(made.question, made.role)),
    (
        DISTRIBUTIONS,
        lambda made, layer, settings: DistributionInquiry(made.question, made.role, layer.name(), settings),
    ),
)


class MemoryLayers(QObject):
    """Watches the project."""

    def __init__(self, context: Context, loader: LayerLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._loader = loader
        #: Searches of which it was said already that the project does not hold them.
        self._warned: Set[str] = set()
        #: Partners, consortia and distributions that are being fetched again.
        self._jobs: List[AskedJob] = []
        QgsProject.instance().readProject.connect(self._read)
        QgsProject.instance().writeProject.connect(self._write)

    def close(self) -> None:
        """Lets go of the project."""
        for job in list(self._jobs):
            job.cancel()
        QgsProject.instance().readProject.disconnect(self._read)
        QgsProject.instance().writeProject.disconnect(self._write)

    def _write(self, _document: Any = None) -> None:
        project = QgsProject.instance()
        groups = {*in_memory(project), *(group for kind, _ in _ASKED for group in kind.groups(project))}
        if groups <= self._warned:
            return
        self._warned |= groups
        self._say(
            self.tr(
                "Memory layers are saved empty; opening the project fetches them again. To keep them, use a GeoPackage "
                "file."
            ),
            Qgis.MessageLevel.Warning,
            15,
        )

    def _read(self, _document: Any = None) -> None:
        self._warned.clear()
        self._context.when_ready(self._refill)

    def _refill(self) -> None:
        elsewhere: Set[str] = set()
        for group, layers in in_memory(QgsProject.instance()).items():
            if any(layer.featureCount() for layer in layers):
                continue
            server = origin.read(layers[0]).server
            if server != self._context.client.url:
                elsewhere.add(server)
                continue
            job = self._loader.refresh(group)
            job.finished.connect(self._filled)
            job.failed.connect(self._failed)
        for kind, inquiry in _ASKED:
            for asked in kind.groups(QgsProject.instance()).values():
                first = next(iter(asked.values()))
                made = kind.read(first)
                if any(layer.featureCount() for layer in asked.values()):
                    continue
                if made.server != self._context.client.url:
                    elsewhere.add(made.server)
                    continue
                self._again(inquiry(made, first, self._context.settings), asked)
        if elsewhere:
            text = self.tr(
                "Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, "
                "then “Refresh cooperation search” in the menu of a layer."
            )
            self._say(text.format(servers=", ".join(sorted(elsewhere))), Qgis.MessageLevel.Warning, 0)

    def _again(self, inquiry: Inquiry, layers: Dict[Any, QgsVectorLayer]) -> None:
        job = AskedJob(self._context, inquiry, self)
        job.finished.connect(self._filled)
        job.failed.connect(self._failed)
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))
        job.start(layers)

    def _filled(self, loaded: Union[LoadedSearch, Loaded]) -> None:
        if loaded.offline:
            text = self.tr(
                "The server cannot be reached: layers in memory hold its last known answers, edition {edition}."
            )
            self._say(text.format(edition=loaded.edition), Qgis.MessageLevel.Warning, 15)
        else:
            text = self.tr("Layers in memory were fetched from the server again: edition {edition}.")
            self._say(text.format(edition=loaded.edition), Qgis.MessageLevel.Success, 8)

    def _failed(self, error: ApiError) -> None:
        text = self.tr("Layers in memory are empty and could not be fetched again: {reason}").format(reason=error.text)
        advice = self.tr("Later: “Refresh cooperation search” in the menu of a layer.")
        self._say(f"{text} {advice}", Qgis.MessageLevel.Critical, 0)

    def _say(self, text: str, level: Qgis.MessageLevel, seconds: int) -> None:
        iface = self._context.iface
        if iface is not None:
            iface.messageBar().pushMessage(self.tr("Cooperation search"), text, level, seconds)


def in_memory(project: QgsProject) -> Dict[str, List[QgsVectorLayer]]:
    """The layers in memory that came from searches, by search."""
    by_group: Dict[str, List[QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        source = origin.read(layer)
        if source is not None and source.kind == MEMORY and layer.providerType() == "memory":
            by_group.setdefault(source.group, []).append(layer)
    return by_group
