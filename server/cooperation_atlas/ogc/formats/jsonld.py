"""JSON-LD: the GeoJSON documents with a context, so that linked-data tools read the same members (GeoJSON-LD)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson

from ...model.collections import Collection
from ..parameters import ItemsRequest

MEDIA_TYPE = "application/ld+json"
_GEOJSON = ("Feature", "FeatureCollection", "Polygon", "MultiPolygon", "features", "geometry", "properties", "bbox")
#: Properties that have a term in schema.org.
_SCHEMA = {"title": "name", "name": "name", "summary": "description"}
#: The same, for those whose value is an address.
_ADDRESSES = ("url", "license")
#: The members of a link: what it leads to is a resource of its own, with a media type and a name.
_LINK = {"href": "@id", "type": "schema:encodingFormat", "title": "schema:name"}


def context(base: str, collection: Collection) -> dict[str, Any]:
    """The context: GeoJSON and schema.org terms, every other property from the schema of the collection.

    Nothing remote has to be fetched to read it. Geometry stays GeoJSON, as a JSON literal (JSON-LD 1.1, 4.2.2),
    because nested coordinate lists lose their meaning as RDF lists.
    """
    here = f"{base}/collections/{collection.id}"
    terms = {name: f"geojson:{name}" for name in _GEOJSON if name not in ("geometry", "properties", "bbox")}
    return {
        "@version": 1.1,
        "@base": f"{here}/items/",
        "@vocab": f"{here}/schema#",
        "geojson": "https://purl.org/geojson/vocab#",
        "schema": "https://schema.org/",
        "id": "@id",
        "type": "@type",
        **terms,
        "geometry": {"@id": "geojson:geometry", "@type": "@json"},
        "bbox": {"@id": "geojson:bbox", "@container": "@list"},
        "properties": "@nest",
        **{name: f"schema:{term}" for name, term in _SCHEMA.items()},
        **{name: {"@id": f"schema:{name}", "@type": "@id"} for name in _ADDRESSES},
        "links": {"@id": f"{here}/schema#links", "@context": _LINK},
    }


def told_once(asked: ItemsRequest, collection: Collection) -> ItemsRequest:
    """The request without a property that is called ``id``.

    The feature id is the ``@id`` of the node already; a second one makes a document that no processor may read
    (JSON-LD 1.1, "colliding keywords"). Contexts inside ``@nest`` would help, but are not understood everywhere.
    """
    if "id" not in collection.by_name:
        return asked
    names = asked.properties if asked.properties is not None else tuple(collection.by_name)
    return replace(asked, properties=tuple(name for name in names if name != "id"))


def jsonld_bytes(document: bytes, base: str, collection: Collection) -> bytes:
    """A GeoJSON document as JSON-LD."""
    return b'{"@context":' + orjson.dumps(context(base, collection)) + b"," + document[1:]
