"""A configuration with stock resources of pygeoapi, and the files that they read."""

from __future__ import annotations

import importlib.util
import json
import sqlite3
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import geopandas
import yaml
from running_server import REPOSITORY
from shapely.geometry import Polygon, mapping

CONFIG = REPOSITORY / "config" / "pygeoapi.yml"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"
#: Lakes of the tests: id, name, depth in metres, west end, south end.
LAKES = (("L1", "Garda", 346, 10.5, 45.4), ("L2", "Bodensee", 251, 9.0, 47.5), ("L3", "Śniardwy", 23, 21.6, 53.7))


def square(west: float, south: float) -> Polygon:
    """Half a degree by half a degree."""
    return Polygon([(west, south), (west + 0.5, south), (west + 0.5, south + 0.5), (west, south + 0.5)])


def has_osgeo() -> bool:
    """Whether GDAL's own Python package is there, which pygeoapi's provider ``OGR`` needs."""
    return importlib.util.find_spec("osgeo") is not None


def has_spatialite() -> bool:
    """Whether this Python loads extensions of SQLite, which pygeoapi's provider ``SQLiteGPKG`` needs."""
    return hasattr(sqlite3.Connection, "enable_load_extension") and find_library("spatialite") is not None


def write(folder: Path, **server: Any) -> Path:
    """The configuration of the repository with stock resources; the path of the file.

    :param server: further keys of ``server``
    """
    config = yaml.safe_load(CONFIG.read_text("utf-8"))
    config["server"] |= server
    config["resources"] = resources(folder)
    path = folder / "pygeoapi.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return path


def resources(folder: Path) -> dict[str, Any]:
    """Stock collections of all kinds, and processes."""
    lakes = geopandas.GeoDataFrame(
        [{"lake": id_, "name": name, "depth": depth} for id_, name, depth, _, _ in LAKES],
        geometry=[square(west, south) for *_, west, south in LAKES],
        crs="OGC:CRS84",
    )
    lakes.to_file(folder / "lakes.gpkg", layer="lakes", driver="GPKG")
    lakes.to_file(folder / "lakes.geojson", driver="GeoJSON")
    _write_records(folder / "records.tinydb")
    tile = folder / "lakes-tiles" / "0" / "0" / "0.pbf"
    tile.parent.mkdir(parents=True)
    tile.write_bytes(b"\x1a\x00")
    (folder / "lakes-tiles" / "metadata.json").write_text(
        json.dumps({"name": "lakes", "json": json.dumps({"vector_layers": [{"id": "lakes", "fields": {}}]})})
    )
    found = {
        "lakes-json": collection(
            "Lakes in GeoJSON", {"type": "feature", "name": "GeoJSON", "data": str(folder / "lakes.geojson")}
        ),
        "catalogue": collection(
            "Records",
            {
                "type": "record",
                "name": "TinyDBCatalogue",
                "data": str(folder / "records.tinydb"),
                "time_field": "surveyed",
                "title_field": "title",
            },
            "id",
        ),
        "hello-world": {"type": "process", "processor": {"name": "HelloWorld"}},
        "shapely-functions": {"type": "process", "processor": {"name": "ShapelyFunctions"}},
    }
    found["lakes-json"]["providers"].append(
        {
            "type": "tile",
            "name": "MVT-tippecanoe",
            "data": str(folder / "lakes-tiles"),
            "options": {"zoom": {"min": 0, "max": 4}, "schemes": ["WebMercatorQuad"]},
            "format": {"name": "pbf", "mimetype": "application/vnd.mapbox-vector-tile"},
        }
    )
    crs = {"crs": [CRS84, LAEA], "storage_crs": CRS84}
    if has_osgeo():
        data = {"source_type": "GPKG", "source": str(folder / "lakes.gpkg"), "source_capabilities": {"paging": True}}
        found["lakes"] = collection("Lakes", {"type": "feature", "name": "OGR", "data": data, "layer": "lakes", **crs})
    if has_spatialite():
        found["lakes-sqlite"] = collection(
            "Lakes by SQLite",
            {"type": "feature", "name": "SQLiteGPKG", "data": str(folder / "lakes.gpkg"), "table": "lakes", **crs},
        )
    return found


def collection(title: str, provider: dict[str, Any], id_field: str = "lake") -> dict[str, Any]:
    """A collection as pygeoapi's documentation writes it."""
    return {
        "type": "collection",
        "title": title,
        "description": f"{title} of the tests",
        "keywords": ["lakes"],
        "links": [],
        "extents": {"spatial": {"bbox": [5, 40, 25, 60], "crs": CRS84}},
        "providers": [{"id_field": id_field, "title_field": "name", **provider}],
    }


def _write_records(path: Path) -> None:
    records = {
        str(number): {
            "id": id_,
            "type": "Feature",
            "geometry": mapping(square(west, south)),
            "properties": {
                "title": f"Survey of {name}",
                "surveyed": f"202{number}-01-01",
                "description": f"Depths up to {depth} m",
                "_metadata-anytext": f"Survey of {name}. Depths up to {depth} m (measured)",
            },
        }
        for number, (id_, name, depth, west, south) in enumerate(LAKES, 1)
    }
    path.write_text(json.dumps({"_default": records}), "utf-8")
