"""All tiles of a collection as one file (PMTiles 3), of which clients read parts by range requests."""

from __future__ import annotations

import gzip
import io
import threading
from typing import Any
from weakref import WeakKeyDictionary

from ...model.collections import Collection
from ...store.contract import Store
from .grid import MAX_ZOOM, MIN_ZOOM
from .metadata import said
from .tiles import all_tiles

MEDIA_TYPE = "application/vnd.pmtiles"
#: PMTiles has degrees as whole numbers of this part.
_E7 = 10_000_000
_ARCHIVES: WeakKeyDictionary[Store, dict[str, bytes]] = WeakKeyDictionary()
#: One is made at a time: it takes seconds, and whoever waits for it need not make it again.
_LOCK = threading.Lock()


def archive(store: Store, collection: Collection) -> bytes:
    """The file, made at the first call and kept for as long as the edition is: one to three megabytes."""
    with _LOCK:
        kept = _ARCHIVES.setdefault(store, {})
        if collection.id not in kept:
            kept[collection.id] = _made(store, collection)
        return kept[collection.id]


def _made(store: Store, collection: Collection) -> bytes:
    from pmtiles.tile import Compression, TileType, zxy_to_tileid
    from pmtiles.writer import Writer

    out = io.BytesIO()
    writer: Any = Writer(out)  # type: ignore[no-untyped-call]
    tiles = {zxy_to_tileid(tile.zoom, tile.column, tile.row): data for tile, data in all_tiles(store, collection)}
    # In the order of their ids, so that tiles near each other are near in the file; an archive needs at least one.
    for id_ in sorted(tiles) or [0]:
        writer.write_tile(id_, gzip.compress(tiles.get(id_, b""), mtime=0))
    west, south, east, north = (round(side * _E7) for side in store.spatial_extent(collection.id))
    header: dict[str, Any] = {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": west,
        "min_lat_e7": south,
        "max_lon_e7": east,
        "max_lat_e7": north,
        "center_zoom": min(max(4, MIN_ZOOM), MAX_ZOOM),
        "center_lon_e7": (west + east) // 2,
        "center_lat_e7": (south + north) // 2,
    }
    writer.finalize(header, dict(said(store, collection)))
    return out.getvalue()
