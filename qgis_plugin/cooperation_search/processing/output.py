"""What the outputs carry: rights, licence, edition, the search as a link, and a style."""

from __future__ import annotations

from dataclasses import dataclass
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
from ..api.comparison import Comparison
from ..api.partners import Question
from ..api.search import Search
from ..api.texts import tr
from ..layers import origin, tips
from ..layers.consortia import tips as consortium_tips
from ..layers.export.options import GPKG
from ..layers.export.writers import save_metadata
from ..layers.partners import tips as partner_tips
from ..layers.styles import DEFAULT, apply_style, choropleth
from ..layers.styles import consortia as of_consortia
from ..layers.styles import partners as of_partners
from ..layers.styles.overlay import by_relation
from ..settings import language


@dataclass
class Output:
    """Where the features of an output came from. Features of the user's own keep the style that QGIS gives them."""

    url: str
    edition: str
    attribution: str
    samples: bool

    def dress(self, id_: str, title: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Gives the layer of an output its metadata and style, and a GeoPackage its metadata for later."""
        layer = QgsProcessingUtils.mapLayerFromString(id_, context)
        if not isinstance(layer, QgsVectorLayer):
            return
        origin.describe(layer, self.link(), self.url, self.edition, self.attribution, self.samples, title)
        self.style(layer)
        if layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            path = Path(str(parts.get("path") or ""))
            if path.suffix.lower() == GPKG:
                text = save_metadata(path, parts.get("layerName") or path.stem, layer.metadata())
                if text:
                    warning = tr("Processing", "The rights could not be written into the file: {}")
                    feedback.pushWarning(warning.format(text))

    def link(self) -> str:
        """The same features on the server."""
        return self.url

    def style(self, layer: QgsVectorLayer) -> None:
        """Gives the layer a style and map tips."""


@dataclass
class SearchOutput(Output):
    """Features of a collection.

    :param codelists: those that the styles need
    """

    collection: str
    search: Search
    codelists: Dict[str, CodeList]

    def link(self) -> str:  # noqa: D102
        return self.search.to_url(self.url, self.collection)

    def style(self, layer: QgsVectorLayer) -> None:  # noqa: D102
        apply_style(layer, DEFAULT, self.codelists, language(), self.search)
        tips.set_tip(layer, self.collection)


@dataclass
class PartnersOutput(Output):
    """Partners, lines to them, or the own area.

    :param role: one of those of a group of partners
    """

    role: str
    question: Question
    comparison: Comparison

    def link(self) -> str:  # noqa: D102
        return self.question.to_url(self.url)

    def style(self, layer: QgsVectorLayer) -> None:  # noqa: D102
        of_partners.apply(layer, self.role, self.comparison)
        partner_tips.set_tip(layer, self.role, self.comparison)


@dataclass
class OverlayOutput(Output):
    """Pairs of the user's features and areas."""

    def style(self, layer: QgsVectorLayer) -> None:  # noqa: D102
        layer.setRenderer(by_relation())


@dataclass
class ConsortiumOutput(Output):
    """Members of sets of partners.

    :param address: of the same question on the server
    """

    address: str
    comparison: Comparison

    def link(self) -> str:  # noqa: D102
        return self.address

    def style(self, layer: QgsVectorLayer) -> None:  # noqa: D102
        of_consortia.apply(layer)
        consortium_tips.set_tip(layer, self.comparison)


@dataclass
class DistributionOutput(Output):
    """Counts, by areas or as a table.

    :param address: of the same question on the server
    :param place: the property with the code of an area; empty for a table
    """

    address: str
    place: str

    def link(self) -> str:  # noqa: D102
        return self.address

    def style(self, layer: QgsVectorLayer) -> None:  # noqa: D102
        if self.place:
            choropleth.apply(layer, self.place)
