"""QGIS's own OGC API - Features provider, without our plugin, reads every collection as it was published."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QVariant
from running_server import RunningServer, json_type

SICILY = QgsRectangle(12.4, 35.4, 15.7, 38.9)

#: Types of fields that are right for a property, by its JSON type.
KINDS = {
    "integer": {QVariant.Int, QVariant.LongLong},
    "number": {QVariant.Double},
    "boolean": {QVariant.Bool},
    "string": {QVariant.String},
    "date": {QVariant.Date},
    "array": {QVariant.List, QVariant.StringList},
}


def open_layer(server: RunningServer, collection: str, crs: str = "") -> QgsVectorLayer:
    srs = f" srsname='{crs}'" if crs else ""
    layer = QgsVectorLayer(f"url='{server.url}' typename='{collection}'{srs}", collection, "OAPIF")
    assert layer.isValid(), layer.error().summary() or "the provider gave no reason"
    return layer


def id_field(layer: QgsVectorLayer, declared: dict[str, dict]) -> str:
    """The field with the features' ids: from 3.44 on there are the fields of the schema, and no ``id`` besides."""
    if "id" in layer.fields().names():
        return "id"
    return next(name for name, declaration in declared.items() if declaration.get("x-ogc-role") == "id")


def plain(value: Any) -> Any:
    """A value of a QGIS attribute as JSON would show it."""
    if value is None or value == NULL:
        return None
    if isinstance(value, (QDate, QDateTime)):
        day = value.date() if isinstance(value, QDateTime) else value
        return day.toString("yyyy-MM-dd")
    return value


def test_all_features_once(
    qgis_app: Any, server: RunningServer, collection: str, features: list[dict], declared: dict[str, dict]
):
    layer = open_layer(server, collection)
    ids = [feature[id_field(layer, declared)] for feature in layer.getFeatures()]
    assert features, "a collection without features proves nothing"
    assert sorted(ids) == sorted(f["id"] for f in features)
    assert layer.featureCount() == len(features)


def test_types(qgis_app: Any, server: RunningServer, collection: str, features: list[dict], declared: dict[str, dict]):
    """QGIS before 3.44 guesses them from values: what no feature has one of (`matched_in` without `q`) may be text."""
    valued = {name for f in features for name, value in f["properties"].items() if value is not None}
    fields = open_layer(server, collection).fields()
    names = {field.name() for field in fields}
    assert set(declared) <= names | {"id"}
    wrong = {}
    for name, declaration in declared.items():
        field = fields.field(name)
        guessed = set() if name in valued else set(KINDS["string"])
        if field.type() not in guessed | set(KINDS[json_type(declaration)]):
            wrong[name] = field.type(), field.typeName()
    assert not wrong


def test_values(qgis_app: Any, server: RunningServer, collection: str, features: list[dict], declared: dict[str, dict]):
    by_id = {f["id"]: f["properties"] for f in features}
    layer = open_layer(server, collection)
    name_of_id = id_field(layer, declared)
    for feature in layer.getFeatures():
        properties = by_id[feature[name_of_id]]
        names = set(feature.fields().names())
        for name, expected in properties.items():
            if name not in names:
                continue
            got = plain(feature[name])
            if isinstance(expected, list):
                got = json.loads(got) if isinstance(got, str) else got
            assert got == expected, (feature[name_of_id], name)


def test_geometry(
    qgis_app: Any, server: RunningServer, collection: str, features: list[dict], declared: dict[str, dict]
):
    layer = open_layer(server, collection)
    name_of_id = id_field(layer, declared)
    assert layer.crs().authid() in {"OGC:CRS84", "EPSG:4326"}
    kind = QgsWkbTypes.LineString if collection == "neighbours" else QgsWkbTypes.MultiPolygon
    assert layer.wkbType() == kind
    by_id = {f["id"]: f["geometry"] for f in features}
    for feature in layer.getFeatures():
        id_ = feature[name_of_id]
        expected = by_id[id_]
        if expected is None:
            assert feature.geometry().isNull(), id_
            continue
        geometry = feature.geometry()
        assert geometry.isGeosValid(), id_
        assert _corners(json.loads(geometry.asJson(9))) == _corners(expected), id_


def _corners(geometry: dict[str, Any]) -> set[tuple[float, float]]:
    """The coordinates of a line, polygon or multipolygon, free of ring starts and directions."""
    nested = {"LineString": [[geometry["coordinates"]]], "Polygon": [geometry["coordinates"]]}
    polygons = nested.get(geometry["type"], geometry["coordinates"])
    return {(round(x, 6), round(y, 6)) for polygon in polygons for ring in polygon for x, y in ring}


def test_map_extent_is_filtered(qgis_app: Any, server: RunningServer, collection: str, declared: dict[str, dict]):
    box = QgsGeometry.fromRect(SICILY)
    layer = open_layer(server, collection)
    name_of_id = id_field(layer, declared)
    request = QgsFeatureRequest().setFilterRect(SICILY).setFlags(QgsFeatureRequest.ExactIntersect)
    found = {feature[name_of_id] for feature in layer.getFeatures(request)}
    whole = {f[name_of_id] for f in open_layer(server, collection).getFeatures() if f.geometry().intersects(box)}
    assert found
    assert found == whole


@pytest.mark.parametrize("crs", ["OGC:CRS84", "EPSG:4326", "EPSG:4258", "EPSG:3035", "EPSG:3857"])
def test_every_crs_loads_where_it_belongs(qgis_app: Any, server: RunningServer, crs: str):
    layer = open_layer(server, "countries", crs)
    # The provider does not ask for other CRSs before 3.28.6: the layer then says so itself.
    assert layer.crs().authid() == (crs if Qgis.QGIS_VERSION_INT >= 32806 else "EPSG:4326")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    back = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
    inside = 0
    for feature in layer.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        geometry.transform(back)
        centre = geometry.boundingBox().center()
        assert -70 < centre.x() < 60 and -25 < centre.y() < 72, (feature["country"], centre.toString())
        inside += 1
    assert inside >= 27
