"""The catalogue of the service in JSON-LD: DCAT 3 with the properties that DCAT-AP 3 asks for, where a fact is there.

One catalogue with a dataset for each collection, its distributions, and the service that serves them all. Nothing
remote has to be fetched to read it.
"""

from __future__ import annotations

from typing import Any

from ..model.attribution import ATTRIBUTION, BOUNDARIES_LICENCE, FACTS_LICENCE, SAMPLES_NOTICE
from ..model.collections import COLLECTIONS, Collection
from ..store.contract import Store
from .formats.registry import Format, downloads
from .limits import Limits

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Vocabularies of the European Union.
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_STANDARDS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-{part}/1.0/conf/{name}"
    for part, name in ((1, "core"), (2, "crs"), (3, "features-filter"))
)
Node = dict[str, Any]


def catalogue(base: str, config: dict[str, Any], store: Store) -> Node:
    """The catalogue, whole."""
    identification = config["metadata"]["identification"]
    return {
        "@context": _PREFIXES,
        "@id": f"{base}/",
        "@type": "dcat:Catalog",
        **_said(identification["title"], identification["description"]),
        **_common(base, config, store),
        "foaf:homepage": {"@id": f"{base}/", "@type": "foaf:Document"},
        "dct:license": _typed(FACTS_LICENCE.url, "dct:LicenseDocument"),
        "dcat:dataset": [_dataset(base, config, store, c) for c in COLLECTIONS.values()],
        "dcat:service": {
            **_service(base, config),
            "dct:description": _english(identification["description"]),
            **_common(base, config, store),
            "dcat:endpointDescription": {"@id": f"{base}/openapi"},
            "dct:conformsTo": [_typed(uri, "dct:Standard") for uri in _STANDARDS],
            "dcat:servesDataset": [{"@id": _address(base, c)} for c in COLLECTIONS.values()],
        },
    }


def dataset(base: str, config: dict[str, Any], store: Store, collection: Collection) -> Node:
    """One collection as a dataset, with what is needed to understand it alone."""
    return {"@context": _PREFIXES, **_dataset(base, config, store, collection)}


def _dataset(base: str, config: dict[str, Any], store: Store, collection: Collection) -> Node:
    here = _address(base, collection)
    return {
        "@id": here,
        "@type": "dcat:Dataset",
        **_said(collection.title, collection.description),
        **_common(base, config, store),
        "dct:identifier": {"@value": here, "@type": "xsd:anyURI"},
        "dcat:keyword": [_english(word) for word in collection.keywords],
        "dcat:theme": {
            **_typed(f"{_AUTHORITY}data-theme/REGI", "skos:Concept"),
            "skos:prefLabel": _english("Regions and cities"),
        },
        "dcat:landingPage": {"@id": here, "@type": "foaf:Document"},
        **_extents(config["resources"][collection.id]["extents"]),
        "dcat:distribution": [_distribution(base, config, collection, each) for each in downloads(collection)],
    }


def _distribution(base: str, config: dict[str, Any], collection: Collection, format_: Format) -> Node:
    items = f"{_address(base, collection)}/items?f={format_.id}"
    # What has the boundaries in it stands under the stricter terms of those.
    licence = BOUNDARIES_LICENCE if format_.geometry else FACTS_LICENCE
    title = format_.title if format_.geometry else f"{format_.title}, without geometry"
    maximum = Limits.of(config).max_items
    distribution: Node = {
        "@id": f"{_address(base, collection)}#{format_.id}",
        "@type": "dcat:Distribution",
        "dct:title": _english(f"{collection.title}: {title}"),
        "dct:description": _english(f"Up to {maximum} features; more by the links to the next page."),
        "dcat:accessURL": {"@id": items},
        "dcat:downloadURL": {"@id": f"{items}&limit={maximum}"},
        "dcat:mediaType": _typed(f"{_MEDIA_TYPES}{format_.media_type}", "dct:MediaType"),
        "dct:license": _typed(licence.url, "dct:LicenseDocument"),
        "dct:rights": _rights(),
        "dcat:accessService": _service(base, config),
    }
    if format_.file_type:
        file_type = f"{_AUTHORITY}file-type/{format_.file_type}"
        distribution["dct:format"] = _typed(file_type, "dct:MediaTypeOrExtent")
    return distribution


def _service(base: str, config: dict[str, Any]) -> Node:
    return {
        "@id": f"{base}/#service",
        "@type": "dcat:DataService",
        "dct:title": _english(config["metadata"]["identification"]["title"]),
        "dcat:endpointURL": {"@id": f"{base}/"},
    }


def _common(base: str, config: dict[str, Any], store: Store) -> Node:
    """What catalogue, service and datasets have in common."""
    provider, contact = config["metadata"]["provider"], config["metadata"]["contact"]
    common = {
        "dct:publisher": {"@id": f"{base}/#publisher", "@type": "foaf:Agent", "foaf:name": provider["name"]},
        "dcat:contactPoint": {
            "@id": f"{base}/#contact",
            "@type": "vcard:Kind",
            "vcard:fn": contact["name"],
            "vcard:hasURL": {"@id": contact["url"]},
        },
        "dct:language": _typed(f"{_AUTHORITY}language/ENG", "dct:LinguisticSystem"),
        "dct:modified": {"@value": store.edition["created"], "@type": "xsd:dateTime"},
        "dcat:version": store.edition["id"],
        "dct:rights": _rights(),
    }
    return common | {"rdfs:comment": _english(SAMPLES_NOTICE)} if store.edition.get("samples") else common


def _extents(extents: dict[str, Any]) -> Node:
    west, south, east, north = extents["spatial"]["bbox"]
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = ",".join(f"{x} {y}" for x, y in corners)
    box = {"@value": f"POLYGON(({ring}))", "@type": "geosparql:wktLiteral"}
    node: Node = {"dct:spatial": {"@type": "dct:Location", "dcat:bbox": box}}
    if "temporal" in extents:
        ends = {"dcat:startDate": extents["temporal"]["begin"], "dcat:endDate": extents["temporal"]["end"]}
        days = {name: {"@value": day[:10], "@type": "xsd:date"} for name, day in ends.items() if day}
        node["dct:temporal"] = {"@type": "dct:PeriodOfTime", **days}
    return node


def _rights() -> Node:
    return {"@type": "dct:RightsStatement", "rdfs:label": _english(ATTRIBUTION)}


def _said(title: str, description: str) -> Node:
    return {"dct:title": _english(title), "dct:description": _english(description)}


def _english(text: str) -> Node:
    return {"@value": text, "@language": "en"}


def _typed(uri: str, kind: str) -> Node:
    return {"@id": uri, "@type": kind}


def _address(base: str, collection: Collection) -> str:
    return f"{base}/collections/{collection.id}"
