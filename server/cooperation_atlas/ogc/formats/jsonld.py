"""JSON-LD: the GeoJSON documents with a context, so that linked-data tools read the same members (GeoJSON-LD)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson

from ...model.collections import Collection
from . import geojson
from .document import FeatureDocument

MEDIA_TYPE = "application/ld+json"
_GEOJSON = (
    "Feature",
    "FeatureCollection",
    "Polygon",
    "MultiPolygon",
    "LineString",
    "features",
    "geometry",
    "properties",
    "bbox",
)
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


def write_list(document: FeatureDocument) -> bytes:
    """A FeatureCollection with its context."""
    return _linked(geojson.write_list(_identified_once(document)), document)


def write_feature(document: FeatureDocument) -> bytes:
    """A feature that stands alone, with its context."""
    return _linked(geojson.write_feature(_identified_once(document)), document)


def _identified_once(document: FeatureDocument) -> FeatureDocument:
    """The document without a property that is called ``id``.

    The feature id is the ``@id`` of the node already; a second one makes a document that no processor may read
    (JSON-LD 1.1, "colliding keywords"). Contexts inside ``@nest`` would help, but are not understood everywhere.
    """
    if "id" not in document.collection.by_name:
        return document
    names = document.request.properties
    names = tuple(document.collection.by_name) if names is None else names
    return replace(
        document, request=replace(document.request, properties=tuple(name for name in names if name != "id"))
    )


def _linked(body: bytes, document: FeatureDocument) -> bytes:
    """A GeoJSON document as JSON-LD."""
    return b'{"@context":' + orjson.dumps(context(document.base, document.collection)) + b"," + body[1:]
