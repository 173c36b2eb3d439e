"""What the outputs carry: rights, licence, edition, the search as a link, and a style."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..api.answers import CodeList
from ..api.search import Search
from ..api.texts import tr
from ..layers import origin, tips
from ..layers.export.options import GPKG
from ..layers.export.writers import save_metadata
from ..layers.styles import DEFAULT, apply_style
from ..settings import language


@dataclass
class Output:
    """Where the features of an output came from.

    :param collection: of the server; empty where the features are the user's own
    :param codelists: those that the styles need
    """

    url: str
    edition: str
    attribution: str
    samples: bool
    collection: str = ""
    search: Search = field(default_factory=Search)
    codelists: Dict[str, CodeList] = field(default_factory=dict)

    def dress(self, id_: str, title: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Gives the layer of an output its metadata and style, and a GeoPackage its metadata for later."""
        layer = QgsProcessingUtils.mapLayerFromString(id_, context)
        if not isinstance(layer, QgsVectorLayer):
            return
        origin.describe(layer, self._link(), self.url, self.edition, self.attribution, self.samples, title)
        if self.collection and self.codelists:
            apply_style(layer, DEFAULT, self.codelists, language(), self.search)
            tips.set_tip(layer, self.collection)
        if layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            path = Path(str(parts.get("path") or ""))
            if path.suffix.lower() == GPKG:
                text = save_metadata(path, parts.get("layerName") or path.stem, layer.metadata())
                if text:
                    warning = tr("Processing", "The rights could not be written into the file: {}")
                    feedback.pushWarning(warning.format(text))

    def _link(self) -> str:
        return self.search.to_url(self.url, self.collection) if self.collection else self.url
