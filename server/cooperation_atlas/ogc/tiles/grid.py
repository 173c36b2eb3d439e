"""Places of tiles in WebMercatorQuad (OGC 17-083r4, annex D.1): squares in the plane of EPSG:3857."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ...model.errors import InvalidValue, NotFound
from ...store.crs import OFFERED

MATRIX_SET = "WebMercatorQuad"
CRS = "http://www.opengis.net/def/crs/EPSG/0/3857"
#: Tile matrices that there are tiles of. In the last one a unit of a tile is 76 m at the equator, less than outlines of
#: 1:3 million can show; clients enlarge its tiles beyond.
MIN_ZOOM, MAX_ZOOM = 0, 7
#: Units of a side of a tile, and those beyond it that a tile also holds: clients draw no outline along its side then.
EXTENT, BUFFER = 4096, 64
#: Half the side of the plane, in metres.
_HALF = math.pi * 6378137


@dataclass(frozen=True)
class Tile:
    """One tile.

    :param zoom: number of its tile matrix
    """

    zoom: int
    row: int
    column: int

    @property
    def unit(self) -> float:
        """Metres of a unit."""
        return unit(self.zoom)

    @property
    def corner(self) -> tuple[float, float]:
        """Its west and its north."""
        side = self.unit * EXTENT
        return self.column * side - _HALF, _HALF - self.row * side

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what it holds, in metres."""
        west, north = self.corner
        margin, side = BUFFER * self.unit, EXTENT * self.unit
        return west - margin, north - side - margin, west + side + margin, north + margin


def unit(zoom: int) -> float:
    """Metres of a unit of the tiles of a matrix."""
    return 2 * _HALF / (1 << zoom) / EXTENT


def tile_of(matrix: str, row: str, column: str) -> Tile:
    """The tile that a path names.

    :raises InvalidValue: for what is no number
    :raises NotFound: for a tile that cannot be
    """
    for name, text in (("tileMatrix", matrix), ("tileRow", row), ("tileCol", column)):
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise InvalidValue(name, f"'{text}' is not a whole number.")
    tile = Tile(int(matrix), int(row), int(column))
    if not MIN_ZOOM <= tile.zoom <= MAX_ZOOM:
        raise NotFound(f"tile matrix {tile.zoom}: there are tiles of {MIN_ZOOM} to {MAX_ZOOM}")
    last = (1 << tile.zoom) - 1
    if max(tile.row, tile.column) > last:
        raise NotFound(
            f"tile {tile.row}/{tile.column}: rows and columns of tile matrix {tile.zoom} go from 0 to {last}"
        )
    return tile


@dataclass(frozen=True)
class Limits:
    """The rows and columns of a matrix in which there can be features, the last ones included."""

    zoom: int
    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @classmethod
    def of(cls, zoom: int, bounds: tuple[float, float, float, float]) -> Limits:
        """The limits of a box (west, south, east, north in degrees of CRS84); buffers of tiles count, too."""
        side, margin, last = unit(zoom) * EXTENT, unit(zoom) * BUFFER, (1 << zoom) - 1

        def place(metres: float) -> int:
            return min(max(int((metres + _HALF) // side), 0), last)

        # Neither axis depends on the other.
        west, south, east, north = OFFERED[CRS].from_crs84(np.reshape(bounds, (2, 2))).ravel().tolist()
        return cls(zoom, place(-north - margin), place(-south + margin), place(west - margin), place(east + margin))

    @property
    def tiles(self) -> list[Tile]:
        """All of them."""
        rows, columns = range(self.first_row, self.last_row + 1), range(self.first_column, self.last_column + 1)
        return [Tile(self.zoom, row, column) for row in rows for column in columns]
