"""Runs algorithms as Processing runs them, but without its plugin, and makes layers for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cooperation_search.processing.provider import CooperationAtlasProvider
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from running_server import RunningServer

#: A programme, a square, and a bow tie, which is no valid polygon: all in Sicily.
SICILY = "2021IT16RFPR016"
SQUARE = "POLYGON((12.5 37.2, 14 37.2, 14 38, 12.5 38, 12.5 37.2))"
BOW_TIE = "POLYGON((12.5 37.2, 14 38, 14 37.2, 12.5 38, 12.5 37.2))"


class Heard(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, text: str) -> None:
        self.infos.append(text)

    def pushWarning(self, text: str) -> None:
        self.warnings.append(text)


@dataclass
class Ran:
    """What an algorithm gave: its results by name, with layers in the place of their ids, and what it said."""

    results: dict[str, Any]
    heard: Heard

    @property
    def layer(self) -> QgsVectorLayer:
        return self.results["OUTPUT"]

    def features(self) -> list[QgsFeature]:
        return list(self.layer.getFeatures())


def run(provider: CooperationAtlasProvider, name: str, *, checked: bool = True, **parameters: Any) -> Ran:
    """Runs an algorithm in this thread.

    :param checked: values are checked before, as dialogs and qgis_process do; models do not
    :raises QgsProcessingException: what the algorithm raises, or what is wrong with a value
    """
    algorithm = provider.algorithm(name).create()
    context, heard = QgsProcessingContext(), Heard()
    context.setProject(QgsProject.instance())
    # As QGIS is set from the start: stop at the first geometry that is not valid.
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    parameters = {"OUTPUT": "memory:", **parameters}
    if checked:
        good, text = algorithm.checkParameterValues(parameters, context)
        if not good:
            raise QgsProcessingException(text)
    results, good = algorithm.run(parameters, context, heard, {}, False)
    assert good
    layers = {key: QgsProcessingUtils.mapLayerFromString(str(value), context) for key, value in results.items()}
    taken = {key: context.takeResultLayer(layer.id()) if layer else results[key] for key, layer in layers.items()}
    return Ran(taken, heard)


def layer_of(kind: str, *shapes: str | None, crs: str = "EPSG:4326") -> QgsVectorLayer:
    """A layer of the user's.

    :param shapes: as WKT in degrees; none is a feature without geometry
    :param crs: of the layer; empty: it has none, and degrees stay
    """
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "mine", "memory")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    move = QgsCoordinateTransform(degrees, QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    features = []
    for number, wkt in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        feature["name"] = f"mine {number}"
        if wkt is not None:
            geometry = QgsGeometry.fromWkt(wkt)
            if crs:
                geometry.transform(move)
            feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    if not crs:
        # QGIS gives new layers one, whatever they say.
        layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def assert_credited(layer: QgsVectorLayer, server: RunningServer, samples: bool = True) -> None:
    """An output says whose data they are, under which licence, of which edition, and whether samples are among them.

    A GeoPackage also says so to whoever opens it later.
    """
    edition = server.json("/healthz")["edition"]["id"]
    later = [QgsVectorLayer(layer.source(), "later", "ogr")] if layer.providerType() == "ogr" else []
    for each in (layer, *later):
        about = each.metadata()
        assert any("EuroGeographics" in right for right in about.rights()) and about.licenses()
        assert any(edition in line for line in about.history()) and about.identifier().startswith(server.url)
        assert ("sample entries" in about.abstract()) is samples
