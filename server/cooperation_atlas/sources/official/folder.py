"""The folder ``data/official/``: its tables are exchanged together, so that nobody reads some old and some new ones.

New tables are written into a folder beside the old ones. Renaming it to ``.next`` is the one step that counts: from
then on its tables are the ones that are read. They are moved to their places afterwards, and whoever comes next
finishes that where a kill left it undone.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..files import locked

FOLDER = "official"
_NEXT, _STAGING = ".next", ".staging-"


def located(data: Path, path: str) -> Path:
    """Where a table below the data folder is: an official one that was exchanged and not moved yet is in ``.next``."""
    folder, _, name = path.rpartition("/")
    if folder == FOLDER:
        waiting = data / FOLDER / _NEXT / name
        if os.path.lexists(waiting):
            return waiting
    return data / path


@contextmanager
def staging(data: Path) -> Iterator[Path]:
    """An empty folder for new tables, removed at the end unless ``exchange`` took it. One import at a time has one.

    :raises OSError: where the data folder cannot be written
    """
    official = data / FOLDER
    with locked(data):
        official.mkdir(exist_ok=True)
        _finish(official)
        for leftover in official.glob(f"{_STAGING}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        folder = official / f"{_STAGING}{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)  # it is gone after the exchange
            if not any(official.iterdir()):
                official.rmdir()


def exchange(folder: Path) -> None:
    """Make the tables in a staging folder the ones that are read, all in one step."""
    official = folder.parent
    for file in folder.iterdir():
        _sync(file)
    _sync(folder)
    os.rename(folder, official / _NEXT)
    _sync(official)
    _finish(official)


def _finish(official: Path) -> None:
    """Move the tables of an exchange to their places."""
    waiting = official / _NEXT
    if not waiting.is_dir():
        return
    for file in sorted(waiting.iterdir()):
        os.replace(file, official / file.name)
    _sync(official)
    waiting.rmdir()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
