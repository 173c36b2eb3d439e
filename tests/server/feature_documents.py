"""Documents of features as the writers of formats are given them, without a server around them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from cooperation_atlas.model.collections import Collection
from cooperation_atlas.ogc.address import Address
from cooperation_atlas.ogc.formats.document import FeatureDocument, Words
from cooperation_atlas.ogc.formats.registry import FORMATS
from cooperation_atlas.ogc.links import item_links, items_links
from cooperation_atlas.ogc.requests import parse_item, parse_items
from cooperation_atlas.store.contract import Store

BASE = "https://atlas.example"


def list_document(
    store: Store, collection: Collection, f: str, parameters: Mapping[str, str] | None = None
) -> FeatureDocument:
    """The features that a request for a list with these parameters gives."""
    given = list((parameters or {}).items())
    request = parse_items(collection, given)
    page = store.search(request.query)
    address = Address.of(f"{BASE}/collections/{collection.id}/items", given)
    links = items_links(BASE, collection, address, page, FORMATS[f], "small")
    words = Words(store.codelists)
    return FeatureDocument(collection, page, request, address, links, store.edition, BASE, words)


def feature_document(store: Store, collection: Collection, f: str, id_: str) -> FeatureDocument:
    """A single feature."""
    address = Address(f"{BASE}/collections/{collection.id}/items/{quote(id_, safe='')}", ())
    links = item_links(BASE, collection, address, FORMATS[f])
    page = store.one(collection.id, id_)
    return FeatureDocument(
        collection, page, parse_item(collection, []), address, links, store.edition, BASE, Words(store.codelists)
    )
