"""What a folder holds at each moment, so that only those moments need a kill that leave something else behind."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

#: The clock of the file system may stand still this long, in nanoseconds: a file that was changed more recently may be
#: changed again without its time telling.
_STILL = 50_000_000


class DiskStates:
    """Numbers the states of a folder as they occur; the same state has the same number whenever it comes back.

    A state is everything below the folder by path: kind, permissions, and content or target. ``kill -9`` leaves just
    this behind (with the locks of the process released), so two moments in one state cannot be told apart afterwards.

    :param root: the folder; need not exist
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._numbers: dict[str, int] = {}
        self._sums: dict[tuple[int, int, int], str] = {}

    def now(self) -> int:
        """The number of the present state."""
        state = hashlib.sha256()
        self._add(str(self._root), state)
        return self._numbers.setdefault(state.hexdigest(), len(self._numbers))

    def _add(self, folder: str, state: hashlib._Hash) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        for entry in entries:
            status = entry.stat(follow_symlinks=False)
            state.update(f"{entry.path}\0{status.st_mode:o}\0".encode())
            if entry.is_symlink():
                state.update(os.readlink(entry.path).encode())
            elif entry.is_dir(follow_symlinks=False):
                self._add(entry.path, state)
            else:
                state.update(self._sum(entry.path, status).encode())

    def _sum(self, path: str, status: os.stat_result) -> str:
        key = (status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._sums.get(key)
        if known is None:
            known = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            if time.time_ns() - status.st_mtime_ns > _STILL:
                self._sums[key] = known
        return known
