"""The catalogue of the service in JSON-LD: DCAT 3 with what DCAT-AP 3 and GeoDCAT-AP 3 ask for, where a fact is there.

One catalogue with a dataset for each collection, its distributions, and the service that serves them all. All of it
follows from what is declared: collections, formats, coordinate reference systems, the configuration. Nothing remote
has to be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.attribution import ATTRIBUTION, BOUNDARIES_LICENCE, FACTS_LICENCE, SAMPLES_NOTICE
from ..model.collections import COLLECTIONS, Collection
from ..store.contract import Store
from ..store.crs import OFFERED
from .formats.registry import Format, downloads
from .limits import Limits
from .rdf_terms import (
    AUTHORITY,
    BOUNDARIES,
    DATASET,
    DOWNLOAD_SERVICE,
    ECONOMY,
    IRREGULAR,
    MEDIA_TYPES,
    PREFIXES,
    REGIONS,
    SERVICE,
    STATISTICAL_UNITS,
    Node,
    day,
    english,
    languages,
    standard,
    typed,
)

_STANDARDS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-{part}/1.0/conf/{name}"
    for part, name in ((1, "core"), (2, "crs"), (3, "features-filter"))
)
#: How the data came about; each record says more of itself.
PROVENANCE = (
    "Made from tables of facts that each name their source and its date. The sources, their age and what is not known "
    "are listed at {address}"
)


@dataclass(frozen=True)
class Described:
    """What the catalogue is about.

    :param base: public URL of the service
    :param config: pygeoapi's configuration with the collections
    :param store: the edition
    :param translations: what translates an English text of the service, by the code of the language, preferred first
    """

    base: str
    config: Mapping[str, Any]
    store: Store
    translations: Mapping[str, Callable[[str], str]]

    def texts(self, text: str) -> list[Node]:
        """The text in English, and in each language in which it reads otherwise."""
        translated = {code: translate(text) for code, translate in self.translations.items() if code != "en"}
        others = [{"@value": each, "@language": code} for code, each in translated.items() if each != text]
        return [english(text), *others]

    def address(self, collection: Collection) -> str:
        """The address of a collection, which is the name of its dataset, too."""
        return f"{self.base}/collections/{collection.id}"


def catalogue(about: Described) -> Node:
    """The catalogue, whole."""
    identification = about.config["metadata"]["identification"]
    return {
        "@context": PREFIXES,
        "@id": f"{about.base}/",
        "@type": "dcat:Catalog",
        **_said(about, identification["title"], identification["description"]),
        **_common(about),
        "foaf:homepage": {"@id": f"{about.base}/", "@type": "foaf:Document"},
        "dct:license": typed(FACTS_LICENCE.url, "dct:LicenseDocument"),
        "dcat:dataset": [_dataset(about, c) for c in COLLECTIONS.values()],
        "dcat:service": {
            **_service(about),
            "dct:description": about.texts(identification["description"]),
            **_common(about),
            "dct:type": SERVICE,
            "geodcatap:resourceType": SERVICE,
            "geodcatap:serviceType": DOWNLOAD_SERVICE,
            "dcat:endpointDescription": {"@id": f"{about.base}/openapi"},
            "dct:conformsTo": [standard(uri) for uri in _STANDARDS],
            "geodcatap:referenceSystem": [standard(uri) for uri in OFFERED],
            "dct:license": typed(FACTS_LICENCE.url, "dct:LicenseDocument"),
            "dcat:servesDataset": [{"@id": about.address(c)} for c in COLLECTIONS.values()],
        },
    }


def dataset(about: Described, collection: Collection) -> Node:
    """One collection as a dataset, with what is needed to understand it alone."""
    return {"@context": PREFIXES, **_dataset(about, collection)}


def _dataset(about: Described, collection: Collection) -> Node:
    here = about.address(collection)
    extents = about.config["resources"][collection.id]["extents"]
    is_statistical = collection.period is not None
    return {
        "@id": here,
        "@type": "dcat:Dataset",
        **_said(about, collection.title, collection.description),
        **_common(about),
        "dct:identifier": {"@value": here, "@type": "xsd:anyURI"},
        "dcat:keyword": [english(word) for word in collection.keywords],
        "dcat:theme": [REGIONS, *([STATISTICAL_UNITS] if is_statistical else [])],
        "geodcatap:topicCategory": BOUNDARIES if collection.is_area else ECONOMY,
        "dct:type": DATASET,
        "geodcatap:resourceType": DATASET,
        "dcat:landingPage": {"@id": here, "@type": "foaf:Document"},
        "foaf:page": {"@id": f"{about.base}/coverage", "@type": "foaf:Document"},
        "dct:spatial": _place(extents),
        **({"dct:temporal": _time(extents["temporal"])} if "temporal" in extents else {}),
        # Editions are published when sources change, at no fixed interval.
        "dct:accrualPeriodicity": IRREGULAR,
        "dct:conformsTo": [standard(uri) for uri in OFFERED],
        "geodcatap:referenceSystem": [standard(uri) for uri in OFFERED],
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": english(PROVENANCE.format(address=f"{about.base}/coverage")),
        },
        "dcat:distribution": [_distribution(about, collection, each) for each in downloads(collection)],
    }


def _distribution(about: Described, collection: Collection, format_: Format) -> Node:
    items = f"{about.address(collection)}/items?f={format_.id}"
    # What has the boundaries in it stands under the stricter terms of those.
    licence = BOUNDARIES_LICENCE if format_.geometry else FACTS_LICENCE
    title = format_.title if format_.geometry else f"{format_.title}, without geometry"
    maximum = Limits.of(about.config).max_items
    distribution: Node = {
        "@id": f"{about.address(collection)}#{format_.id}",
        "@type": "dcat:Distribution",
        "dct:title": english(f"{collection.title}: {title}"),
        "dct:description": english(f"Up to {maximum} features; more by the links to the next page."),
        "dcat:accessURL": {"@id": items},
        "dcat:downloadURL": {"@id": f"{items}&limit={maximum}"},
        "dcat:mediaType": typed(f"{MEDIA_TYPES}{format_.media_type}", "dct:MediaType"),
        "dct:license": typed(licence.url, "dct:LicenseDocument"),
        "dct:rights": _rights(),
        "dcat:accessService": _service(about),
    }
    if format_.file_type:
        distribution["dct:format"] = typed(f"{AUTHORITY}file-type/{format_.file_type}", "dct:MediaTypeOrExtent")
    return distribution


def _service(about: Described) -> Node:
    return {
        "@id": f"{about.base}/#service",
        "@type": "dcat:DataService",
        "dct:title": about.texts(about.config["metadata"]["identification"]["title"]),
        "dcat:endpointURL": {"@id": f"{about.base}/"},
    }


def _common(about: Described) -> Node:
    """What catalogue, service and datasets have in common."""
    provider, contact = about.config["metadata"]["provider"], about.config["metadata"]["contact"]
    edition = about.store.edition
    common = {
        "dct:publisher": {
            "@id": f"{about.base}/#publisher",
            "@type": "foaf:Agent",
            "foaf:name": provider["name"],
            "foaf:homepage": {"@id": provider["url"], "@type": "foaf:Document"},
        },
        "dcat:contactPoint": {
            "@id": f"{about.base}/#contact",
            "@type": "vcard:Kind",
            "vcard:fn": contact["name"],
            "vcard:hasURL": {"@id": contact["url"]},
            **({"vcard:hasEmail": {"@id": f"mailto:{contact['email']}"}} if contact.get("email") else {}),
        },
        "dct:language": languages(about.translations),
        "dct:modified": {"@value": edition["created"], "@type": "xsd:dateTime"},
        "dcat:version": edition["id"],
        "dct:rights": _rights(),
    }
    return common | {"rdfs:comment": english(SAMPLES_NOTICE)} if edition.get("samples") else common


def _place(extents: Mapping[str, Any]) -> Node:
    west, south, east, north = extents["spatial"]["bbox"]
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = ",".join(f"{x} {y}" for x, y in corners)
    box = {"@value": f"POLYGON(({ring}))", "@type": "geosparql:wktLiteral"}
    return {"@type": "dct:Location", "dcat:bbox": box}


def _time(temporal: Mapping[str, str | None]) -> Node:
    ends = {"dcat:startDate": temporal["begin"], "dcat:endDate": temporal["end"]}
    return {"@type": "dct:PeriodOfTime", **{name: day(text[:10]) for name, text in ends.items() if text}}


def _rights() -> Node:
    return {"@type": "dct:RightsStatement", "rdfs:label": english(ATTRIBUTION)}


def _said(about: Described, title: str, description: str) -> Node:
    return {"dct:title": about.texts(title), "dct:description": about.texts(description)}
