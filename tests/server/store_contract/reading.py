"""Reads a store through its contract."""

from __future__ import annotations

import json
from typing import Any

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.store.contract import Page, Store
from cooperation_atlas.store.query import Query

EVERYTHING = 1_000_000


def whole(store: Store, collection: str, **parts: Any) -> Page:
    """All features that match, on one page."""
    return store.search(Query(collection, limit=EVERYTHING, **parts))


def ids(store: Store, collection: str, **parts: Any) -> list[str]:
    """Ids of all features that match, in their order."""
    return list(whole(store, collection, **parts).ids)


def column(store: Store, collection: str, name: str) -> dict[str, Any]:
    """The values of a property by id."""
    page = whole(store, collection)
    return {id_: value for id_, (value,) in zip(page.ids, page.cells([name]), strict=True)}


def features(page: Page, *arguments: Any, **more: Any) -> list[dict[str, Any]]:
    """The features of a page, read."""
    return [json.loads(feature) for feature in page.features(*arguments, **more)]


def stored(collection: str) -> list[str]:
    """Names of the stored properties."""
    return [field.name for field in COLLECTIONS[collection].stored]


def positions(geometry: dict[str, Any] | None) -> list[list[float]]:
    """All positions of a line, polygon or multipolygon, as they stand."""
    if geometry is None:
        return []
    if geometry["type"] == "LineString":
        return list(geometry["coordinates"])
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [position for polygon in polygons for ring in polygon for position in ring]
