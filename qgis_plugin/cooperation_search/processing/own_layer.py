"""What algorithms over a layer of the user's share: the layer, and its CRS."""

from __future__ import annotations

from typing import Any, Dict, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
)

from .base import AtlasAlgorithm


class OwnLayerAlgorithm(AtlasAlgorithm):
    """An algorithm whose input is a layer of the user's."""

    def add_own_layer(self) -> None:
        """Adds the parameters of the layer."""
        any_geometry = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", self.tr("My layer"), any_geometry))
        crs = self.tr("CRS of my layer, if it has none of its own")
        self.addParameter(QgsProcessingParameterCrs("CRS", crs, None, True))

    def checkParameterValues(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """Asks for the CRS of a layer that has none (called by QGIS)."""
        good, text = super().checkParameterValues(parameters, context)
        source = self.parameterAsSource(parameters, "INPUT", context) if good else None
        if source is not None and not self.crs_of(source, parameters, context).isValid():
            return False, self.tr("My layer has no CRS. Choose it in “CRS of my layer”.")
        return good, text
