"""GeoJSON (RFC 7946; other CRSs as OGC 18-058r1): joined from encoded fragments, not built as objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import orjson

from ...model.attribution import ATTRIBUTION, FACTS_LICENCE, SAMPLES_NOTICE
from ...store.crs import CRS84, OFFERED
from ...store.memory.table import FeatureTable, feature
from ...store.query import Page
from ..parameters import ItemsRequest

MEDIA_TYPE = "application/geo+json"


def feature_bytes(page: Page, rows: Sequence[int], asked: ItemsRequest) -> list[bytes]:
    """The features of the rows, in their order."""
    table, answers = page.table, page.answers
    if asked.properties is None and asked.crs == CRS84 and not asked.skip_geometry:
        return answers.features(rows)
    geometries = [b"null"] * len(rows) if asked.skip_geometry else table.geometries(asked.crs).fragments(rows)
    found = []
    for row, geometry, answered in zip(rows, geometries, answers.json(rows, asked.properties), strict=True):
        whole = feature(table.ids[row], geometry, table.properties_json(row, asked.properties))
        comma = b"," if answered and not whole.endswith(b"{}}") else b""
        found.append(b"%b%b%b}}" % (whole[:-2], comma, answered))
    return found


def document_bytes(page: Page, asked: ItemsRequest, more: Mapping[str, Any]) -> bytes:
    """The one feature of a page, standing alone; ``more`` are further members of the document (links, attribution)."""
    return feature_bytes(page, page.rows.tolist(), asked)[0][:-1] + b"," + orjson.dumps(more)[1:]


def collection_bytes(
    page: Page, asked: ItemsRequest, links: Iterable[Mapping[str, Any]], edition: Mapping[str, Any]
) -> bytes:
    """A page of features as a FeatureCollection; without features for ``resulttype=hits``."""
    rows: list[int] = [] if asked.hits else page.rows.tolist()
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "numberMatched": page.matched,
        "numberReturned": len(rows),
        "timeStamp": edition["created"],
        **document_members(edition),
        **({"notes": page.ambiguous} if page.ambiguous else {}),
        "links": list(links),
    }
    if not asked.skip_geometry and (box := bounds(page.table, rows, asked.crs)):
        head["bbox"] = box
    opening, closing = orjson.dumps(head)[:-1] + b',"features":[', b"]}"
    features = feature_bytes(page, rows, asked)
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
    told = {"edition": edition["id"], "attribution": ATTRIBUTION, "license": FACTS_LICENCE.url}
    return told | {"samples": SAMPLES_NOTICE} if edition.get("samples") else told


def bounds(table: FeatureTable, rows: Sequence[int], crs: str = CRS84) -> list[float] | None:
    """The bounding box of the rows in the axis order of the CRS; ``None`` where none has a geometry."""
    every = table.geometries(crs).bounds[list(rows)]
    every = every[~np.isnan(every[:, 0])]
    if not len(every):
        return None
    west, south = every[:, :2].min(axis=0)
    east, north = every[:, 2:].max(axis=0)
    box = (south, west, north, east) if OFFERED[crs].swapped else (west, south, east, north)
    return [round(float(v), OFFERED[crs].decimals) for v in box]
