"""GeoJSON (RFC 7946; other CRSs as OGC 18-058r1): joined from encoded fragments, not built as objects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from ...model.attribution import ATTRIBUTION, FACTS_LICENCE, SAMPLES_NOTICE
from ...store.contract import Page
from ..requests import ItemsRequest
from .document import FeatureDocument

MEDIA_TYPE = "application/geo+json"


def write_list(document: FeatureDocument) -> bytes:
    """A FeatureCollection."""
    return collection_bytes(document.page, document.request, document.links, document.edition, document.more)


def write_feature(document: FeatureDocument) -> bytes:
    """A feature that stands alone."""
    members = {**document_members(document.edition), "links": document.links}
    return document_bytes(document.page, document.request, members)


#: A quotation mark or backslash as JSON writers escape it.
_ESCAPED = re.compile(rb'\\(["\\])')


def numbered_escapes(text: bytes) -> bytes:
    """The same JSON with ``\\"`` and ``\\\\`` written by their numbers, ``\\u0022`` and ``\\u005c``.

    QGIS 3.44.10 and older drop marks that are escaped by a backslash from the text (qgis/QGIS issue 66700); written by
    their number they are the same text to every JSON reader.
    """
    return _ESCAPED.sub(lambda match: b"\\u%04x" % match[1][0], text)


def feature_bytes(page: Page, request: ItemsRequest) -> Sequence[bytes]:
    """The features of the page, in the form that was asked for."""
    return page.features(request.crs, request.properties, geometry=not request.skip_geometry)


def document_bytes(page: Page, request: ItemsRequest, more: Mapping[str, Any]) -> bytes:
    """The one feature of a page, standing alone; ``more`` are further members of the document (links, attribution)."""
    return feature_bytes(page, request)[0][:-1] + b"," + orjson.dumps(more)[1:]


def collection_bytes(
    page: Page,
    request: ItemsRequest,
    links: Iterable[Mapping[str, Any]],
    edition: Mapping[str, Any],
    more: Mapping[str, Any],
) -> bytes:
    """A page of features as a FeatureCollection.

    :param more: further members
    """
    features = feature_bytes(page, request)
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(features),
        **({"numberUnknown": page.unknown} if page.query.include_unknown else {}),
        "timeStamp": edition["created"],
        **document_members(edition),
        **({"notes": page.notes} if page.notes else {}),
        **more,
        "links": list(links),
    }
    if not request.skip_geometry and (box := page.bounds(request.crs)):
        head["bbox"] = box
    opening, closing = orjson.dumps(head)[:-1] + b',"features":[', b"]}"
    if not features:
        return opening + closing
    # One join for the whole body: it is copied once. The list may be one that is kept.
    return (
        b",".join([opening + features[0], *features[1:-1], features[-1] + closing])
        if len(features) > 1
        else (opening + features[0] + closing)
    )


def document_members(edition: Mapping[str, Any]) -> dict[str, Any]:
    """What every document says of itself: edition, attribution, licence and, where it holds samples, that it does."""
    members = {"edition": edition["id"], "attribution": ATTRIBUTION, "license": FACTS_LICENCE.url}
    return members | {"samples": SAMPLES_NOTICE} if edition.get("samples") else members
