"""Which areas programmes cover: the way from programmes to areas, and back."""

from __future__ import annotations

import numpy as np

from .table import FeatureTable, Mask, Rows


class Cover:
    """The areas that programmes cover.

    :param areas: table whose collection names the property that lists the programmes of an area
    :param programmes: table of the programmes
    """

    def __init__(self, areas: FeatureTable, programmes: FeatureTable) -> None:
        lists = areas.columns[areas.collection.programmes_field or ""].values
        known = [[programmes.row_of[cci] for cci in ccis or ()] for ccis in lists]
        covering = np.fromiter((row for rows in known for row in rows), np.int64)
        covered = np.repeat(np.arange(len(areas), dtype=np.int32), [len(rows) for rows in known])
        #: Areas of the first programme, then those of the second, and so on, and how many each has.
        self._areas = covered[np.argsort(covering, kind="stable")]
        self._counts = np.bincount(covering, minlength=len(programmes))
        #: Programmes of the first area, in the order of its list, and so on, and where each begins.
        self._covering = covering
        self._begins = np.concatenate([[0], np.cumsum([len(rows) for rows in known], dtype=np.int64)])
        self._size = len(areas)

    def of(self, programmes: Mask) -> Mask:
        """Areas that at least one of the programmes covers."""
        mask = np.zeros(self._size, dtype=bool)
        mask[self._areas[np.repeat(programmes, self._counts)]] = True
        return mask

    @property
    def size(self) -> int:
        """How many pairs of an area and a programme there are."""
        return len(self._areas)

    def count(self, programmes: Mask) -> np.ndarray:
        """How many of the programmes cover each area."""
        return np.bincount(self._areas[np.repeat(programmes, self._counts)], minlength=self._size)

    def covering(self, area: int) -> Rows:
        """The programmes that cover an area, in the order of its list."""
        return self._covering[self._begins[area] : self._begins[area + 1]]
