"""Layers in memory, whose features a project file does not hold: saving warns, opening fetches them."""

from __future__ import annotations

from typing import Any, Dict, List, Set, Union

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ..api.errors import ApiError
from ..context import Context
from ..settings import MEMORY
from . import origin
from .consortia import origin as of_consortia
from .consortia.job import ConsortiumJob, LoadedConsortia
from .distribution import origin as of_distributions
from .distribution.job import DistributionJob, LoadedDistribution
from .load_job import LoadedSearch
from .loader import LayerLoader
from .partners import origin as of_partners
from .partners.job import LoadedPartners, PartnersJob


class MemoryLayers(QObject):
    """Watches the project."""

    def __init__(self, context: Context, loader: LayerLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._loader = loader
        #: Searches of which it was said already that the project does not hold them.
        self._warned: Set[str] = set()
        #: Partners, consortia and distributions that are being fetched again.
        self._jobs: List[Union[PartnersJob, ConsortiumJob, DistributionJob]] = []
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
        distributions = {layer.id() for layer in of_distributions.layers(project)}
        groups = {*in_memory(project), *of_partners.groups(project), *of_consortia.groups(project), *distributions}
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
        for layers in of_partners.groups(QgsProject.instance()).values():
            made = of_partners.read(next(iter(layers.values())))
            if made is None or any(layer.featureCount() for layer in layers.values()):
                continue
            if made.server != self._context.client.url:
                elsewhere.add(made.server)
                continue
            self._again(PartnersJob(self._context, made.question, self), layers)
        for sets in of_consortia.groups(QgsProject.instance()).values():
            kept = of_consortia.read(next(iter(sets.values())))
            if kept is None or any(layer.featureCount() for layer in sets.values()):
                continue
            if kept.server != self._context.client.url:
                elsewhere.add(kept.server)
                continue
            self._again(ConsortiumJob(self._context, kept.question, 1, self), sets)
        for layer in of_distributions.layers(QgsProject.instance()):
            told = of_distributions.read(layer)
            if told is None or layer.featureCount():
                continue
            if told.server != self._context.client.url:
                elsewhere.add(told.server)
                continue
            self._again(DistributionJob(self._context, told.question, told.place, layer.name(), self), layer)
        if elsewhere:
            text = self.tr(
                "Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, "
                "then “Refresh cooperation search” in the menu of a layer."
            )
            self._say(text.format(servers=", ".join(sorted(elsewhere))), Qgis.MessageLevel.Warning, 0)

    def _again(self, job: Union[PartnersJob, ConsortiumJob, DistributionJob], layers: Any) -> None:
        job.finished.connect(self._filled)
        job.failed.connect(self._failed)
        self._jobs.append(job)
        job.ended.connect(lambda: self._jobs.remove(job))
        job.start(layers)

    def _filled(self, loaded: Union[LoadedSearch, LoadedPartners, LoadedConsortia, LoadedDistribution]) -> None:
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
