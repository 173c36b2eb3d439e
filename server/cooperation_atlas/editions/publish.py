"""Publishing: one atomic switch of ``current``; earlier editions stay and can be served again."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from ..model.errors import AtlasError
from .history import before, remember, way_back
from .integrity import check, whole
from .layout import CURRENT, FACTS, Damaged, EditionFolder, clean, current_id, discard, find, list_editions, sync


def publish(root: Path, id_: str) -> EditionFolder:
    """Serve the edition ``id_`` (or its unambiguous beginning) from now on.

    Killed at any moment, either the old edition is current or the new one, and each is whole.

    :raises NotFound: when there is no such edition
    :raises Damaged: when it is not whole; what was served stays
    """
    find(root, id_)
    with _alone(root):
        edition = find(root, id_)
        check(edition)
        served = current_id(root)
        if served != edition.id:
            _switch(root, edition, served)
    return edition


def rollback(root: Path, id_: str | None = None, tell: Callable[[str], None] = lambda _text: None) -> EditionFolder:
    """Serve the edition that was served before the current one, or the one named.

    What is served now may be damaged or gone. Of those before it, damaged ones are passed over.

    :param tell: called with a sentence about each edition that is passed over
    :raises AtlasError: when there is none before
    """
    if id_ is not None:
        return publish(root, id_)
    served = current_id(root)
    if served is None:
        last = next((f" The last one published was {each}." for each in before(root, None)), "")
        raise AtlasError(f"No edition in {root} is published, so there is none to roll back from.{last}")
    for before_it in way_back(root, served):
        if not (root / before_it).exists():
            continue
        try:
            return publish(root, before_it)
        except Damaged as damaged:
            tell(f"Edition {before_it} is passed over: {damaged.reason}.")
    raise AtlasError(f"No edition was published in {root} before {served}. 'editions' lists those that can be.")


def prune(root: Path, keep: int) -> list[EditionFolder]:
    """Remove editions, those first whose publication is longest ago; the result is what was removed.

    The clock decides nothing: after a restored backup, or on a machine whose time was wrong, it would name the wrong
    ones. These always stay: the edition served, the one before it (clients page through it, and it is the way back),
    and one that is being built or published. Where what is served is damaged, the last two that are whole stay.

    Killed at any moment, an edition is whole or gone from the list.

    :param keep: how many editions to keep beside the one served
    """
    with _alone(root):
        clean(root)
        there = {e.id: e for e in list_editions(root)}
        served = current_id(root)
        published = [id_ for id_ in before(root, served) if id_ in there]  # the latest first
        latest = [served, *published] if served in there else published
        needed = {served, *islice((id_ for id_ in latest if whole(there[id_])), 2)}
        # What was never published is to come: it counts as newer than all that was.
        coming = [id_ for id_ in there if id_ != served and id_ not in published]
        others = [*reversed(published), *coming]
        surplus = others[: max(len(others) - keep, 0)]
        return [there[id_] for id_ in surplus if id_ not in needed and discard(there[id_].folder)]


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Only one publish at a time; the lock dies with the process."""
    try:
        handle = os.open(root, os.O_RDONLY)
    except FileNotFoundError:
        raise AtlasError(f"There is no folder {root}. `cooperation-atlas build` makes it.") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _switch(root: Path, edition: EditionFolder, served: str | None) -> None:
    """Let ``current`` lead to the edition; where it is a file instead of a link, that file goes."""
    place = root / CURRENT
    if place.is_dir() and not place.is_symlink():
        raise AtlasError(
            f"{place} is a folder, not a link to an edition. Move it away, then publish {edition.id} again."
        )
    for path in (edition.geopackage, edition.folder / FACTS, edition.folder, root):
        sync(path)
    remember(root, edition.id, served)
    for stale in root.glob(f".{CURRENT}-*"):  # of a publish that was killed between the next two steps
        stale.unlink()
    link = root / f".{CURRENT}-{secrets.token_hex(4)}"
    link.symlink_to(edition.id, target_is_directory=True)
    try:
        os.replace(link, place)
    except OSError:
        link.unlink()
        raise
    sync(root)
