"""The pages of features and documents, as the formats of ``ogc`` ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import orjson

from ..ogc.address import page_addresses
from ..ogc.formats import geojson
from ..ogc.formats.document import FeatureDocument
from .http.request import ResourceRequest
from .pages import rendered
from .service import ServedEdition


@dataclass(frozen=True)
class RequestedPages:
    """Makes pages for a request (``ogc.formats.document.PageWriter``)."""

    view: ServedEdition
    request: ResourceRequest

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of a list: the features, without the weight of their full geometry in the markup."""
        # Links of a page name no host.
        address = replace(document.address, path=urlsplit(document.address.path).path)
        f = self.request.first("f")
        request = replace(document.request, skip_geometry=True)
        features = orjson.loads(geojson.collection_bytes(document.page, request, document.links, document.edition))
        content = {
            "collection": document.collection,
            "list": features,
            "links": document.links,
            "query": document.page.query,
            "given": dict(address.given) | ({"f": f} if f else {}),
            "pages": page_addresses(address, document.page, self.view.id, f),
        }
        return rendered("items.html", content, self.view, self.request)

    def feature_page(self, document: FeatureDocument) -> bytes:
        """The page of a feature."""
        (feature,) = geojson.feature_bytes(document.page, document.request)
        content = {
            "collection": document.collection,
            "feature": orjson.loads(feature),
            "links": document.links,
        }
        return rendered("item.html", content, self.view, self.request)

    def object_page(self, content: Mapping[str, Any], template: str) -> bytes:
        """The page of a JSON object."""
        return rendered(template, {"content": content}, self.view, self.request)
