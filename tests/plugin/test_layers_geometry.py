"""Geometry: areas and lines, from GeoJSON into layers and files."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.errors import ApiError
from cooperation_search.layers.export.writers import gpkg_table
from cooperation_search.layers.fetch import Fetched
from cooperation_search.layers.fields import columns, qgs_fields
from cooperation_search.layers.geometry import AREAS, LINES, from_json, of_geometries, of_schema
from cooperation_search.layers.pages import build
from cooperation_search.layers.sink import geopackage_layer, memory_layer
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry
from running_server import COLLECTIONS, RunningServer

SCHEMA = {
    "properties": {
        "id": {"type": "string"},
        "geometry": {"format": "geometry-linestring", "x-ogc-role": "primary-geometry"},
    }
}
LINE = {"type": "LineString", "coordinates": [[9.5, 47.2], [10.25, 47.5]]}
TWO = {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[2, 2], [3, 3], [4, 5]]]}


def test_lines_become_multilines(qgis_app: Any):
    assert from_json(LINE).asWkt(3) == "MultiLineString ((9.5 47.2, 10.25 47.5))"
    assert from_json(TWO).asWkt(0) == "MultiLineString ((0 0, 1 1),(2 2, 3 3, 4 5))"
    assert of_geometries([QgsGeometry(), from_json(LINE)]) == LINES
    assert of_geometries([QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))")]) == of_geometries([]) == AREAS


@pytest.mark.parametrize("coordinates", [[[1]], [["a", "b"]], 7, [[1, 2, 3]], None])
def test_damaged_lines_are_refused(coordinates: Any):
    with pytest.raises(ApiError):
        from_json({"type": "LineString", "coordinates": coordinates})


@pytest.mark.parametrize("kind", ["memory", "geopackage"])
def test_a_collection_of_lines_makes_a_layer_of_lines(qgis_app: Any, kind: str, tmp_path: Path):
    features = [
        {"type": "Feature", "id": str(i), "geometry": g, "properties": {"id": str(i)}}
        for i, g in enumerate((LINE, TWO))
    ]
    page = {"type": "FeatureCollection", "features": features, "numberMatched": 2}
    built = build("neighbours", 0, json.dumps(page, separators=(",", ":")).encode(), columns(SCHEMA))
    fetched = Fetched(columns(SCHEMA), of_schema(SCHEMA))
    layer = (
        memory_layer("lines", fetched)
        if kind == "memory"
        else geopackage_layer(tmp_path / "lines.gpkg", "neighbours", "lines", fetched)
    )
    if kind == "geopackage":
        for feature in built.features:
            feature.setAttributes([None, *feature.attributes()])
    assert layer.isValid() and layer.dataProvider().addFeatures(built.features)[0]
    assert [f.geometry().constGet().nCoordinates() for f in layer.getFeatures()] == [2, 5]


def test_collections_of_areas_stay_areas(server: RunningServer):
    for name in ("programmes", "nuts3", "nuts3-2016"):
        assert name in COLLECTIONS and of_schema(server.json(f"/collections/{name}/schema", f="json")) == AREAS
    assert of_schema({"properties": {}}) == of_schema(None) == AREAS


def test_tables_of_both_in_one_file(qgis_app: Any, tmp_path: Path):
    path, crs = tmp_path / "both.gpkg", QgsCoordinateReferenceSystem("EPSG:4326")
    fields = qgs_fields(columns(SCHEMA))
    assert gpkg_table(path, "areas", fields, crs) == gpkg_table(path, "lines", fields, crs, LINES) == ""
    with sqlite3.connect(path) as database:
        found = dict(database.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
    assert found == {"areas": "MULTIPOLYGON", "lines": "MULTILINESTRING"}
