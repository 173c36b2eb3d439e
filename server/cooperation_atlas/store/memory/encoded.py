"""Encoded fragments of rows, made when they are first needed, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Encoded:
    """Bytes by row.

    :param size: number of rows
    :param make: encodes rows; gives one fragment for each, in their order
    """

    def __init__(self, size: int, make: Callable[[Sequence[int]], Sequence[bytes]]) -> None:
        self._kept: list[bytes | None] = [None] * size
        self._make = make

    def __call__(self, rows: Sequence[int]) -> list[bytes]:
        """The fragments of ``rows``, in their order."""
        kept = self._kept
        missing = [row for row in rows if kept[row] is None]
        if missing:
            for row, fragment in zip(missing, self._make(missing), strict=True):
                kept[row] = fragment
        return [kept[row] or b"" for row in rows]
