"""Terms of the vocabularies that the catalogue uses: prefixes, concepts of the European Union and INSPIRE, literals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geodcatap": "http://data.europa.eu/930/",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Vocabularies of the Publications Office of the EU, of IANA and of INSPIRE.
AUTHORITY = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_INSPIRE = "http://inspire.ec.europa.eu/"
#: The official languages of the EU in that of languages, by ISO 639-1 code.
_LANGUAGES = {
    "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA", "et": "EST", "fi": "FIN",
    "fr": "FRA", "ga": "GLE", "hr": "HRV", "hu": "HUN", "it": "ITA", "lt": "LIT", "lv": "LAV", "mt": "MLT", "nl": "NLD",
    "pl": "POL", "pt": "POR", "ro": "RON", "sk": "SLK", "sl": "SLV", "sv": "SWE",
}  # fmt: skip


def english(text: str) -> Node:
    """A text in English."""
    return {"@value": text, "@language": "en"}


def day(text: str) -> Node:
    """A day, ``2027-12-31``."""
    return {"@value": text, "@type": "xsd:date"}


def typed(uri: str, kind: str) -> Node:
    """A resource and its class: the ranges of DCAT-AP ask for it."""
    return {"@id": uri, "@type": kind}


def standard(uri: str) -> Node:
    """A standard, or a coordinate reference system."""
    return typed(uri, "dct:Standard")


def languages(codes: Iterable[str]) -> list[Node]:
    """Languages by ISO 639-1 code; one that is no official language of the EU is left out."""
    return [
        typed(f"{AUTHORITY}language/{_LANGUAGES[code]}", "dct:LinguisticSystem") for code in codes if code in _LANGUAGES
    ]


def _concept(uri: str, label: str) -> Node:
    return {**typed(uri, "skos:Concept"), "skos:prefLabel": english(label)}


def _inspire(path: str, label: str) -> Node:
    return _concept(f"{_INSPIRE}{path}", label)


#: Themes of datasets.
REGIONS = _concept(f"{AUTHORITY}data-theme/REGI", "Regions and cities")
STATISTICAL_UNITS = _inspire("theme/su", "Statistical units")
#: Topic categories of ISO 19115.
BOUNDARIES = _inspire("metadata-codelist/TopicCategory/boundaries", "Boundaries")
ECONOMY = _inspire("metadata-codelist/TopicCategory/economy", "Economy")
#: Kinds of resources and of services.
DATASET = _inspire("metadata-codelist/ResourceType/dataset", "Spatial data set")
SERVICE = _inspire("metadata-codelist/ResourceType/service", "Spatial data service")
DOWNLOAD_SERVICE = _inspire("metadata-codelist/SpatialDataServiceType/download", "Download Service")
IRREGULAR = typed(f"{AUTHORITY}frequency/IRREG", "dct:Frequency")
