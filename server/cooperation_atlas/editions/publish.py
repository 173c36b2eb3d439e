"""Publishing: one atomic switch of ``current``; earlier editions stay and can be served again."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..model.errors import AtlasError
from .layout import CURRENT, FACTS, Edition, current, discard, find, list_editions, sync

#: Every switch, one line each: time and edition id. It is written before the switch and only read by rollback.
_HISTORY = "history"


def publish(root: Path, id_: str) -> Edition:
    """Serve the edition ``id_`` (or its unambiguous beginning) from now on.

    Killed at any moment, either the old edition is current or the new one, and each is whole.

    :raises NotFound: when there is no such edition
    """
    edition = find(root, id_)
    with _alone(root):
        served = current(root)
        if served is not None and served.id == edition.id:
            return edition
        for path in (edition.geopackage, edition.folder / FACTS, edition.folder, root):
            sync(path)
        _remember(root, edition.id)
        for stale in root.glob(f".{CURRENT}-*"):  # of a publish that was killed between the next two steps
            stale.unlink()
        link = root / f".{CURRENT}-{secrets.token_hex(4)}"
        link.symlink_to(edition.id, target_is_directory=True)
        os.replace(link, root / CURRENT)
        sync(root)
    return edition


def rollback(root: Path, id_: str | None = None) -> Edition:
    """Serve the edition that was served before the current one, or the one named.

    :raises AtlasError: when there is none before
    """
    if id_ is not None:
        return publish(root, id_)
    served = current(root)
    if served is None:
        raise AtlasError(f"No edition in {root} is published, so there is none to roll back from.")
    there = {e.id for e in list_editions(root)}
    before = [i for i in _stack(root, served.id) if i in there]
    if not before:
        raise AtlasError(f"No edition was published in {root} before {served.id}. 'editions' lists those that can be.")
    return publish(root, before[-1])


def prune(root: Path, keep: int) -> list[Edition]:
    """Remove all editions but the one served and the ``keep`` newest of the others; the result is what was removed.

    Killed at any moment, an edition is whole or gone from the list.
    """
    with _alone(root):
        served = current(root)
        others = [e for e in list_editions(root) if served is None or e.id != served.id]
        removed = others[: max(len(others) - keep, 0)]
        for edition in removed:
            discard(edition.folder)
    return removed


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Only one publish at a time; the lock dies with the process."""
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _remember(root: Path, id_: str) -> None:
    path = root / _HISTORY
    moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    with path.open("a", encoding="utf-8") as history:
        history.write(f"{moment} {id_}\n")
        history.flush()
        os.fsync(history.fileno())


def _stack(root: Path, served: str) -> list[str]:
    """Ids published before the one served, oldest first; going back to an earlier one forgets what came after it."""
    path = root / _HISTORY
    stack: list[str] = []
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        id_ = line.rpartition(" ")[2]
        if id_ in stack:
            del stack[stack.index(id_) :]
        stack.append(id_)
    # A publish killed before its switch is in the history, but was never served.
    return stack[: stack.index(served)] if served in stack else stack
