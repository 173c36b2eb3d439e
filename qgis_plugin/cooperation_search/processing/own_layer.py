"""What algorithms over a layer of the user's share: the layer, its CRS, and what becomes of invalid geometries."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from .base import CRS, AtlasAlgorithm
from .placed import Placed, unchecked


class OwnLayerAlgorithm(AtlasAlgorithm):
    """An algorithm whose input is a layer of the user's."""

    def add_own_layer(self) -> None:
        """Adds the parameters of the layer."""
        any_geometry = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", self.tr("My layer"), any_geometry))
        crs = self.tr("CRS of my layer, if it has none of its own")
        self.addParameter(QgsProcessingParameterCrs("CRS", crs, None, True))

    def add_invalid(self, left_out: str) -> None:
        """Adds the choice of what becomes of invalid geometries, and the output with their number.

        :param left_out: what becomes of those that are not repaired
        """
        options = [self.tr("Use a repaired copy"), left_out]
        invalid = QgsProcessingParameterEnum("INVALID", self.tr("Invalid geometries"), options, False, 0)
        self.addParameter(self.advanced(invalid))
        self.addOutput(QgsProcessingOutputNumber("INVALID_COUNT", self.tr("Number of invalid geometries")))

    def checkParameterValues(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """Asks for the CRS of a layer that has none (called by QGIS)."""
        good, text = super().checkParameterValues(parameters, context)
        source = self.parameterAsSource(parameters, "INPUT", context) if good else None
        if source is not None and not self.crs_of(source, parameters, context).isValid():
            return False, self._without_crs()
        return good, text

    def crs_of(
        self, source: QgsProcessingFeatureSource, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> QgsCoordinateReferenceSystem:
        """The CRS of the layer; the one in ``CRS`` where it has none."""
        own = source.sourceCrs()
        return own if own.isValid() else self.parameterAsCrs(parameters, "CRS", context)

    def own_layer(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        """The layer.

        :raises QgsProcessingException: for one that cannot be read, or has no CRS
        """
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "INPUT"))
        # In models, nobody has checked the values before.
        if not self.crs_of(source, parameters, context).isValid():
            raise QgsProcessingException(self._without_crs())
        return source

    def placed(
        self, source: QgsProcessingFeatureSource, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> Placed:
        """What brings geometries of the layer to the CRS of the server."""
        own, theirs = self.crs_of(source, parameters, context), QgsCoordinateReferenceSystem(CRS)
        repair = self.parameterAsEnum(parameters, "INVALID", context) == 0
        return Placed(QgsCoordinateTransform(own, theirs, context.transformContext()), repair)

    def own_features(
        self, source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback
    ) -> Iterator[Tuple[int, QgsFeature]]:
        """The features of the layer, numbered from 1; fewer when the user cancels."""
        # Otherwise QGIS stops at the first geometry that is not valid.
        for number, feature in enumerate(source.getFeatures(QgsFeatureRequest(), unchecked()), 1):
            if feedback.isCanceled():
                return
            yield number, feature

    def _without_crs(self) -> str:
        return self.tr("My layer has no CRS. Choose it in “CRS of my layer”.")
