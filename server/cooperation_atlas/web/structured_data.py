"""What pages are about, in the terms of schema.org, for search engines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from markupsafe import Markup

from ..model.attribution import BOUNDARIES_LICENCE, FACTS_LICENCE
from ..model.collections import COLLECTIONS, Collection
from ..ogc.formats.registry import downloads
from .translations.catalogue import catalogue

if TYPE_CHECKING:
    from .records import Record
    from .service import ServedEdition

Thing = dict[str, Any]
#: Characters that could end the element or begin a comment in it.
_ESCAPES = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"}


@dataclass(frozen=True)
class StructuredData:
    """Descriptions of what the pages of an edition are about.

    :param base: public URL of the service
    :param language: of the texts
    """

    base: str
    view: ServedEdition
    language: str

    def site(self) -> Markup:
        """The service, and how to search in it."""
        items = f"{self.base}/collections/{next(iter(COLLECTIONS))}/items"
        search = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{items}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        return _written({**self._named("WebSite", f"{self.base}/", self.view.title), "potentialAction": search})

    def catalogue(self) -> Markup:
        """All collections."""
        datasets = [self._dataset(one) for one in COLLECTIONS.values()]
        return _written(self._named("DataCatalog", f"{self.base}/collections", self.view.title) | {"dataset": datasets})

    def dataset(self, collection: Collection) -> Markup:
        """A collection with its downloads."""
        here = self._address(collection)
        edition = self.view.store.edition
        west, south, east, north = self.view.store.spatial_extent(collection.id)
        downloaded = [
            {
                "@type": "DataDownload",
                "name": format_.title,
                "encodingFormat": format_.media_type,
                "contentUrl": f"{here}/items?f={format_.id}&limit={self.view.limits.max_items}",
            }
            for format_ in downloads(collection)
        ]
        return _written(
            self._dataset(collection)
            | {
                "keywords": [catalogue(self.language).translate(word) for word in collection.keywords],
                "dateModified": edition["created"],
                "version": edition["id"],
                "spatialCoverage": {
                    "@type": "Place",
                    "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
                },
                "includedInDataCatalog": self._named("DataCatalog", f"{self.base}/collections", self.view.title),
                "distribution": downloaded,
            }
        )

    def record(self, collection: Collection, record: Record, name: str) -> Markup | None:
        """A feature, by what is known of it and rests on no sample; nothing where schema.org has no term for it.

        :param name: what it is called in the language
        """
        term = collection.presentation.schema_type
        if term is None or record.is_sample:
            return None
        here = f"{self._address(collection)}/items/{record.id}"
        pages = [record.values[property_] for property_, _ in collection.presentation.pages]
        return _written(
            self._named(term, here, name)
            | {"identifier": record.id, "subjectOf": {"@id": self._address(collection)}}
            | ({"sameAs": known} if (known := [page for page in pages if page]) else {})
        )

    def _dataset(self, collection: Collection) -> Thing:
        translate = catalogue(self.language).translate
        licences = (FACTS_LICENCE.url, BOUNDARIES_LICENCE.url)
        return self._named("Dataset", self._address(collection), translate(collection.title)) | {
            "description": translate(collection.description).replace("`", ""),
            "license": list(licences),
            "isAccessibleForFree": True,
        }

    def _named(self, term: str, address: str, name: str) -> Thing:
        common = {"@id": address, "name": name, "url": address, "inLanguage": self.language}
        # A place is in no language.
        return {"@type": term} | {k: v for k, v in common.items() if k != "inLanguage" or term not in _WITHOUT_LANGUAGE}

    def _address(self, collection: Collection) -> str:
        return f"{self.base}/collections/{collection.id}"


#: Terms that have no property ``inLanguage``.
_WITHOUT_LANGUAGE = {"Place", "Country", "FundingScheme"}


def _written(thing: Thing) -> Markup:
    """The element with the description. It is data and no script, so that the content security policy lets it be."""
    text = orjson.dumps({"@context": "https://schema.org", **thing}).decode()
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))
