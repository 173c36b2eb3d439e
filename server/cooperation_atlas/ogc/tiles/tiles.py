"""Tiles of searches in a collection."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary, ref

import numpy as np

from ...model.collections import Collection
from ...store.budget import Budget
from ...store.contract import Page, Store
from ...store.query import Query
from ..parameters import FACETS, Parameters
from ..query_parameters import query_of
from ..requests import ItemsRequest, alternatives_of, search_parameters, shown_properties
from ..search import search
from .grid import CRS, MAX_ZOOM, MIN_ZOOM, Limits, Tile
from .mvt import encode, value
from .pyramid import Pyramid

#: Parameters of a tile besides the criteria and the properties.
TILE = (*(name for name in FACETS if name != "facets"), "properties")
#: What a property of a feature costs to write (``store.budget``).
_PROPERTY = 20


def tile_properties(collection: Collection) -> tuple[str, ...]:
    """The properties that tiles have where none are asked for: what a map shows and colours."""
    shown = collection.presentation
    names = (collection.id_field, collection.title_field, *shown.lead, *shown.columns, *(shown.matching or ()))
    return tuple(dict.fromkeys((*names, *shown.colours, *collection.bases)))


def parse_tile(collection: Collection, given: Parameters, today: date | None = None) -> ItemsRequest:
    """The search of which a tile is asked for.

    :raises InvalidValue: for anything that is not understood
    """
    parameters = search_parameters(collection, given, TILE, f"the tiles of '{collection.id}'")
    return ItemsRequest(
        query=query_of(collection, parameters, None, today),
        alternatives=alternatives_of(collection, parameters),
        properties=shown_properties(collection, parameters.get("properties")),
    )


def check_search(store: Store, request: ItemsRequest, budget: Budget | None = None) -> None:
    """Refuse a search that its tiles would be refused for: the documents about them repeat it in their addresses.

    :raises InvalidValue: for what only the search itself finds out, such as too many words
    :raises OverBudget: where that costs more than ``budget``
    """
    search(store, replace(request, query=replace(request.query, limit=0, offset=0)), budget)


def everything(collection: Collection) -> ItemsRequest:
    """The search that finds all features."""
    return ItemsRequest(Query(collection.id))


class Tiles:
    """The tiles of one collection of one edition; several threads ask for them at once."""

    def __init__(self, store: Store, collection: Collection) -> None:
        # What is kept by edition must not hold it: it would never be let go of.
        self._edition = ref(store)
        self._collection = collection

    def tile(self, tile: Tile, request: ItemsRequest, budget: Budget | None = None) -> bytes | None:
        """A tile of the features that match, ``None`` where it has none.

        :raises OverBudget: where it costs more than ``budget``
        """
        names = request.properties or tile_properties(self._collection)
        if request == everything(self._collection):
            found, cells = None, self._all_cells
        else:
            page = self._matching(request, budget)
            found, cells = self._rows(page), None
        cut = self.pyramid.cut(tile, None if found is None else found.mask, budget)
        if not cut:
            return None
        if budget:
            budget.spend(_PROPERTY * len(names) * len(cut), f"the properties of {len(cut)} features", "properties")
        if cells is None:
            assert found is not None
            cells = found.cells(names)
        features = (
            (row + 1, area, {n: value(v) for n, v in zip(names, cells[row], strict=True) if v is not None})
            for row, area in cut
        )
        return encode(self._collection.id, features)

    @property
    def _store(self) -> Store:
        store = self._edition()
        assert store is not None, "whoever asks for tiles holds the edition"
        return store

    @cached_property
    def pyramid(self) -> Pyramid:
        """The areas."""
        return Pyramid(*self._store.shapes(self._collection.id, CRS))

    @cached_property
    def _all_cells(self) -> dict[int, tuple[Any, ...]]:
        page = self._matching(everything(self._collection), None)
        return self._rows(page).cells(tile_properties(self._collection))

    def _matching(self, request: ItemsRequest, budget: Budget | None) -> Page:
        query = replace(request.query, limit=len(self.pyramid.ids), offset=0)
        return search(self._store, replace(request, query=query), budget)

    def _rows(self, page: Page) -> _Found:
        return _Found(page, np.array([self.pyramid.row_of[id_] for id_ in page.ids], dtype=int), len(self.pyramid.ids))


@dataclass(frozen=True)
class _Found:
    """What a search found.

    :param rows: of the collection
    :param count: number of all of them
    """

    page: Page
    rows: np.ndarray
    count: int

    @property
    def mask(self) -> np.ndarray:
        """One boolean a row of the collection."""
        mask = np.zeros(self.count, dtype=bool)
        mask[self.rows] = True
        return mask

    def cells(self, names: tuple[str, ...]) -> dict[int, tuple[Any, ...]]:
        """The values by row."""
        return dict(zip(self.rows.tolist(), self.page.cells(names), strict=True))


_TILES: WeakKeyDictionary[Store, dict[str, Tiles]] = WeakKeyDictionary()
_LOCK = threading.Lock()


def tiles_of(store: Store, collection: Collection) -> Tiles:
    """The tiles of a collection; what is worked out for them is kept for as long as the edition is."""
    with _LOCK:
        kept = _TILES.setdefault(store, {})
        if collection.id not in kept:
            kept[collection.id] = Tiles(store, collection)
        return kept[collection.id]


def all_tiles(store: Store, collection: Collection) -> Iterator[tuple[Tile, bytes]]:
    """Every tile that has features, by matrix."""
    tiles, request = tiles_of(store, collection), everything(collection)
    bounds = store.spatial_extent(collection.id)
    for zoom in range(MIN_ZOOM, MAX_ZOOM + 1):
        for place in Limits.of(zoom, bounds).tiles:
            if (data := tiles.tile(place, request)) is not None:
                yield place, data
