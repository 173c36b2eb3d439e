"""Where a layer comes from: its search, server and edition, kept in the layer itself and in its metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, List, Optional

from qgis.core import QgsAbstractMetadataBase, QgsLayerMetadata, QgsMapLayer, QgsProject, QgsVectorLayer

from ..api.errors import ApiError
from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES, Search
from ..api.texts import tr
from .parts import Part

_PREFIX = "cooperation_search"
#: Of the programme facts, and so of every layer.
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Origin:
    """What a layer was made from.

    :param group: id shared by the layers of one search
    :param search: the whole search, also where the layer holds what it finds of one period only
    :param samples: True where features rest on sample entries
    :param period: the period of its records where the search is over several; empty else
    """

    group: str
    collection: str
    search: Search
    server: str
    edition: str
    kind: str
    attribution: str
    licence: str
    samples: bool
    period: str = ""

    @property
    def part(self) -> Part:
        """What of the search the layer holds."""
        return Part(self.collection, self.search, self.period)

    @property
    def url(self) -> str:
        """The same features as a link on the server."""
        return self.part.search.to_url(self.server, self.collection)


def write(layer: QgsMapLayer, origin: Origin, title: str, abstract: str) -> None:
    """Keeps the origin in a layer and fills its metadata; ``rights`` is what print layouts credit."""
    values = {
        "group": origin.group,
        "collection": origin.collection,
        "search": json.dumps(origin.search.to_dict(), ensure_ascii=False),
        "server": origin.server,
        "edition": origin.edition,
        "kind": origin.kind,
        "attribution": origin.attribution,
        "licence": origin.licence,
        "samples": origin.samples,
        "period": origin.period,
    }
    for name, value in values.items():
        layer.setCustomProperty(f"{_PREFIX}/{name}", value)
    describe(layer, origin.url, origin.server, origin.edition, origin.attribution, origin.samples, title, abstract)


def describe(
    layer: QgsMapLayer,
    url: str,
    server: str,
    edition: str,
    attribution: str,
    samples: bool,
    title: str,
    abstract: str = "",
) -> None:
    """Fills the metadata of a layer.

    :param url: the same features as a link on the server
    """
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(url)
    metadata.setParentIdentifier(server)
    metadata.setType("dataset")
    metadata.setTitle(title)
    sample_note = tr("Layers", "Contains records based on sample entries, which are made up to show the service.")
    metadata.setAbstract("\n".join(filter(None, (abstract, sample_note if samples else ""))))
    metadata.setRights([attribution] if attribution else [])
    metadata.setLicenses([LICENCE])
    link = QgsAbstractMetadataBase.Link(tr("Layers", "This search on the server"), "WWW:LINK", url)
    metadata.setLinks([link])
    metadata.setHistory([tr("Layers", "Edition {}").format(edition)])
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)


def read(layer: Optional[QgsMapLayer]) -> Optional[Origin]:
    """The origin of a layer, or ``None`` where this plugin did not make it (or its record is damaged)."""
    if not isinstance(layer, QgsVectorLayer) or not layer.customProperty(f"{_PREFIX}/search"):
        return None

    def text(name: str) -> str:
        value = layer.customProperty(f"{_PREFIX}/{name}")
        return value if isinstance(value, str) else ""

    try:
        search = Search.from_dict(json.loads(text("search")))
    except (ApiError, ValueError):
        return None
    samples = layer.customProperty(f"{_PREFIX}/samples") in (True, "true")
    names = ("server", "edition", "kind", "attribution", "licence")
    return Origin(text("group"), text("collection"), search, *map(text, names), samples, text("period"))


def search_of(layer: Optional[QgsMapLayer]) -> Optional[Search]:
    """What of a search a layer shows, or ``None``."""
    origin = read(layer)
    return origin.part.search if origin else None


def layers_of(project: QgsProject, group: str) -> List[QgsVectorLayer]:
    """The layers of one search: programmes, areas, and what else was loaded: lines between these, offers and needs.

    Of a search over several periods, those of the current one come first.
    """
    layers = [layer for layer in project.mapLayers().values() if group and _group(layer) == group]
    last = {PROGRAMMES: 0, NEIGHBOURS: 2, COOPERATION: 3}
    ordered = sorted(layers, key=lambda layer: last.get(read(layer).collection, 1))
    return sorted(ordered, key=lambda layer: read(layer).period, reverse=True)


def entries_among(layers: List[QgsVectorLayer]) -> Optional[QgsVectorLayer]:
    """The layer of offers and needs among the layers of a search, if it was loaded."""
    return next((layer for layer in layers if read(layer).collection == COOPERATION), None)


def latest_group(project: QgsProject) -> str:
    """The search that is highest in the layer tree; empty without any."""
    for node in project.layerTreeRoot().findLayers():
        group = _group(node.layer())
        if group:
            return group
    return ""


def _group(layer: Any) -> str:
    origin = read(layer)
    return origin.group if origin else ""
