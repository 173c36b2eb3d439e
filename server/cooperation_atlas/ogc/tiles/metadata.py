"""What is said of a tile set: OGC 17-083r4 (tile set metadata) and TileJSON 3.0.0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.attribution import ATTRIBUTION, FACTS_LICENCE
from ...model.collections import Collection
from ...model.fields import FieldType
from ...store.contract import Store
from ..notices import licence_links
from .grid import CRS, MATRIX_SET, MAX_ZOOM, MIN_ZOOM, Limits
from .mvt import MEDIA_TYPE
from .tiles import tile_properties

MATRIX_SET_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
#: JSON types of values in tiles; a list is its JSON.
_TYPES = {FieldType.INTEGER: "integer", FieldType.NUMBER: "number", FieldType.BOOLEAN: "boolean"}
#: How TileJSON calls them.
_WORDS = {"integer": "Number", "number": "Number", "boolean": "Boolean", "string": "String"}


def address(base: str, collection: Collection) -> str:
    """The address of the tile set."""
    return f"{base}/collections/{collection.id}/tiles/{MATRIX_SET}"


def tile_sets(base: str, collection: Collection) -> dict[str, Any]:
    """The list of the tile sets of a collection: one."""
    here = f"{base}/collections/{collection.id}/tiles"
    own = address(base, collection)
    links = [
        {"rel": "self", "type": "application/json", "title": "This document", "href": f"{here}?f=json"},
        {"rel": "alternate", "type": "text/html", "title": "This document as HTML", "href": f"{here}?f=html"},
        _item(own),
    ]
    listed = {
        "title": collection.title,
        "dataType": "vector",
        "crs": CRS,
        "tileMatrixSetURI": MATRIX_SET_URI,
        "links": [
            {"rel": "self", "type": "application/json", "title": collection.title, "href": f"{own}?f=json"},
            {"rel": "describedby", "type": "application/json", "title": "TileJSON", "href": f"{own}?f=tilejson"},
            _scheme(base),
            _item(own),
        ],
    }
    return {"title": collection.title, "links": [*links, *licence_links()], "tilesets": [listed]}


def _item(own: str) -> dict[str, Any]:
    return {
        "rel": "item",
        "type": MEDIA_TYPE,
        "title": "Tiles",
        "href": f"{own}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}?f=mvt",
        "templated": True,
    }


def _scheme(base: str) -> dict[str, Any]:
    href = f"{base}/TileMatrixSets/{MATRIX_SET}?f=json"
    return {"rel": _SCHEME, "type": "application/json", "title": MATRIX_SET, "href": href}


def tile_set(base: str, store: Store, collection: Collection) -> dict[str, Any]:
    """The tile set as the standard describes it."""
    here = address(base, collection)
    extent = store.spatial_extent(collection.id)
    links = [
        {"rel": "self", "type": "application/json", "title": "This document", "href": f"{here}?f=json"},
        {"rel": "alternate", "type": "application/json", "title": "TileJSON", "href": f"{here}?f=tilejson"},
        _item(here),
        _scheme(base),
        {
            "rel": "http://www.opengis.net/def/rel/ogc/1.0/geodata",
            "type": "application/json",
            "title": collection.title,
            "href": f"{base}/collections/{collection.id}",
        },
    ]
    fields = [collection.by_name[name] for name in tile_properties(collection)]
    properties = {
        field.name: {"title": field.title, "description": _plain(field.description), "type": _type(field.type)}
        for field in fields
    }
    layer = {
        "id": collection.id,
        "title": collection.title,
        "dataType": "vector",
        "geometryDimension": 2,
        "minTileMatrix": str(MIN_ZOOM),
        "maxTileMatrix": str(MAX_ZOOM),
        "propertiesSchema": {"type": "object", "properties": properties},
    }
    return {
        "title": collection.title,
        "description": collection.description,
        "dataType": "vector",
        "crs": CRS,
        "tileMatrixSetURI": MATRIX_SET_URI,
        "tileMatrixSetLimits": limits(store, collection),
        "boundingBox": {"lowerLeft": list(extent[:2]), "upperRight": list(extent[2:])},
        "layers": [layer],
        "attribution": ATTRIBUTION,
        "license": FACTS_LICENCE.url,
        "version": store.edition["id"],
        "updated": store.edition["created"],
        "mediaTypes": [MEDIA_TYPE],
        "links": [*links, *licence_links()],
    }


def limits(store: Store, collection: Collection) -> list[dict[str, Any]]:
    """The rows and columns in which there can be features, for each tile matrix."""
    bounds = store.spatial_extent(collection.id)
    found = (Limits.of(zoom, bounds) for zoom in range(MIN_ZOOM, MAX_ZOOM + 1))
    return [
        {
            "tileMatrix": str(each.zoom),
            "minTileRow": each.first_row,
            "maxTileRow": each.last_row,
            "minTileCol": each.first_column,
            "maxTileCol": each.last_column,
        }
        for each in found
    ]


def tilejson(base: str, store: Store, collection: Collection) -> dict[str, Any]:
    """The tile set as maps in browsers read it."""
    return {
        "tilejson": "3.0.0",
        "tiles": [f"{address(base, collection)}/{{z}}/{{y}}/{{x}}?f=mvt"],
        **said(store, collection),
    }


def said(store: Store, collection: Collection) -> Mapping[str, Any]:
    """What TileJSON and PMTiles say alike."""
    fields = [collection.by_name[name] for name in tile_properties(collection)]
    return {
        "name": collection.title,
        "description": _plain(collection.description),
        "attribution": ATTRIBUTION,
        "scheme": "xyz",
        "minzoom": MIN_ZOOM,
        "maxzoom": MAX_ZOOM,
        "bounds": list(store.spatial_extent(collection.id)),
        "vector_layers": [
            {
                "id": collection.id,
                "description": collection.title,
                "minzoom": MIN_ZOOM,
                "maxzoom": MAX_ZOOM,
                "fields": {field.name: _WORDS[_type(field.type)] for field in fields},
            }
        ],
        "edition": store.edition["id"],
    }


def _type(type_: FieldType) -> str:
    return _TYPES.get(type_, "string")


def _plain(text: str) -> str:
    return text.replace("`", "")
