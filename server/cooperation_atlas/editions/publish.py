"""Publishing: one atomic switch of ``current``; earlier editions are kept and can be served again."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path

from ..model.errors import AtlasError
from ..sources.files import locked
from .history import before, remember, way_back
from .integrity import check, is_whole
from .layout import CURRENT, FACTS, Damaged, EditionFolder, clean, current_id, discard, find, list_editions, sync


def publish(root: Path, id_: str) -> EditionFolder:
    """Serve the edition ``id_`` (or its unambiguous beginning) from now on.

    If this is killed at any moment, either the old edition is current or the new one, and neither is damaged.

    :raises NotFound: when there is no such edition
    :raises Damaged: when it is damaged; the current edition stays
    """
    find(root, id_)
    with _alone(root):
        edition = find(root, id_)
        check(edition)
        served = current_id(root)
        if served != edition.id:
            _switch(root, edition, served)
    return edition


def rollback(root: Path, id_: str | None = None, report: Callable[[str], None] = lambda _text: None) -> EditionFolder:
    """Serve the edition that was served before the current one, or the one named.

    The edition served now may be damaged or gone. Damaged ones before it are skipped.

    :param report: called with a sentence about each edition that is skipped
    :raises AtlasError: when there is no edition to go back to
    """
    if id_ is not None:
        return publish(root, id_)
    served = current_id(root)
    if served is None:
        last = next((f" The last one published was {each}." for each in before(root, None)), "")
        raise AtlasError(f"No edition in {root} is published, so there is nothing to roll back from.{last}")
    for before_it in way_back(root, served):
        if not (root / before_it).exists():
            continue
        try:
            return publish(root, before_it)
        except Damaged as damaged:
            report(f"Edition {before_it} is skipped: {damaged.reason}.")
    raise AtlasError(
        f"No edition was published in {root} before {served}. `cooperation-atlas editions` lists those that you can "
        "publish."
    )


def prune(root: Path, keep: int) -> list[EditionFolder]:
    """Remove editions, those published longest ago first, and return what was removed.

    The order of publication counts, not the clock, which is wrong after a backup was restored or on a machine with a
    wrong time. These are always kept: the edition served, the one before it (clients page through it, and it is the way
    back), and any that is being built or published. If the edition served is damaged, the last two undamaged ones are
    kept.

    If this is killed at any moment, each edition is either undamaged or gone from the list.

    :param keep: number of editions to keep besides the one served
    """
    with _alone(root):
        clean(root)
        editions = {e.id: e for e in list_editions(root)}
        served = current_id(root)
        published = [id_ for id_ in before(root, served) if id_ in editions]  # the latest first
        latest = [served, *published] if served in editions else published
        needed = {served, *islice((id_ for id_ in latest if is_whole(editions[id_])), 2)}
        # Those never published may still be: they count as newer than all that were.
        unpublished = [id_ for id_ in editions if id_ != served and id_ not in published]
        others = [*reversed(published), *unpublished]
        surplus = others[: max(len(others) - keep, 0)]
        return [editions[id_] for id_ in surplus if id_ not in needed and discard(editions[id_].folder)]


def _alone(root: Path) -> AbstractContextManager[None]:
    """Allow only one publish at a time."""
    if not root.is_dir():
        raise AtlasError(f"There is no folder {root}. `cooperation-atlas build` makes it.")
    return locked(root)


def _switch(root: Path, edition: EditionFolder, served: str | None) -> None:
    """Point ``current`` at the edition; a file in the place of the link is replaced."""
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
