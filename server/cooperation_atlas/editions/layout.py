"""The folder of editions: one folder for each, and the link ``current`` to the one that is served."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.errors import AtlasError, NotFound, nearest
from ..sources.files import Unreadable, read_whole

CURRENT = "current"
GEOPACKAGE = "edition.gpkg"
FACTS = "edition.json"
#: An id: the first digits of a hash (``fingerprint.content_id``).
ID = re.compile("[0-9a-f]{16}")
#: The fact with size and hash of the GeoPackage.
MEASURED = "geopackage"
_NEEDED: dict[str, type] = {"id": str, "created": str, "samples": bool, "counts": dict, "fingerprint": str}
#: Most bytes of facts.
_MOST_FACTS = 1 << 20
_WORKSPACE = ".building-"


class Damaged(AtlasError):
    """A damaged edition.

    :param reason: what is wrong, without a full stop
    """

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(f"{folder} is a damaged edition: {reason}.")


@dataclass(frozen=True, slots=True)
class EditionFolder:
    """The folder of an edition; ``facts`` is the content of its ``edition.json``."""

    folder: Path
    facts: dict[str, Any]

    @property
    def id(self) -> str:
        """The content hash that names it."""
        return self.folder.name

    @property
    def geopackage(self) -> Path:
        """Its GeoPackage."""
        return self.folder / GEOPACKAGE


def load(folder: Path) -> EditionFolder:
    """The edition in ``folder``. Whether its GeoPackage is undamaged inside is for ``integrity.check``.

    :raises Damaged: when files are missing, cannot be read or are cut short
    """
    try:
        facts = json.loads(read_whole(folder / FACTS, _MOST_FACTS))
    except (Unreadable, ValueError, RecursionError) as error:
        raise Damaged(folder, f"{FACTS} cannot be read ({error})") from error
    if not isinstance(facts, dict) or not all(isinstance(facts.get(name), kind) for name, kind in _NEEDED.items()):
        raise Damaged(folder, f"{FACTS} is incomplete")
    if facts["id"] != folder.name:
        raise Damaged(folder, f"{FACTS} names another id")
    if not _is_time(facts["created"]) or not all(isinstance(count, int) for count in facts["counts"].values()):
        raise Damaged(folder, f"{FACTS} has a time or a count that cannot be read")
    package = folder / GEOPACKAGE
    if not package.is_file():
        raise Damaged(folder, f"{GEOPACKAGE} is missing")
    size, recorded = package.stat().st_size, facts.get(MEASURED)
    if recorded is not None and (not isinstance(recorded, dict) or recorded.get("bytes") != size):
        raise Damaged(folder, f"{GEOPACKAGE} has {size} bytes, which is not what was built")
    return EditionFolder(folder, facts)


def _is_time(text: str) -> bool:
    try:
        return dt.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def list_editions(root: Path) -> list[EditionFolder]:
    """The editions below ``root``, oldest first. Damaged ones are left out, and so are folders of killed builds."""
    return sorted(
        (e for e in _all(root) if isinstance(e, EditionFolder)), key=lambda e: (str(e.facts["created"]), e.id)
    )


def list_damaged(root: Path) -> list[Damaged]:
    """The folders that have the name or the facts of an edition, but are damaged."""
    return sorted((e for e in _all(root) if isinstance(e, Damaged)), key=lambda e: e.folder.name)


def _all(root: Path) -> Iterator[EditionFolder | Damaged]:
    if not root.is_dir():
        return
    for folder in root.iterdir():
        if folder.name.startswith(".") or folder.is_symlink() or not folder.is_dir():
            continue
        if not ID.fullmatch(folder.name) and not (folder / FACTS).is_file():
            continue
        try:
            yield load(folder)
        except Damaged as damaged:
            yield damaged


def find(root: Path, id_: str) -> EditionFolder:
    """The edition with that id, or whose id alone starts with it.

    :raises NotFound: naming the nearest ids
    :raises Damaged: where it is damaged
    """
    editions, damaged = list_editions(root), list_damaged(root)
    ids = [e.id for e in editions] + [d.folder.name for d in damaged]
    candidates = [name for name in ids if name.startswith(id_)] if id_ else []
    matches = [id_] if id_ in candidates else candidates
    if len(matches) != 1:
        raise NotFound(f"edition '{id_}' in {root}", candidates or nearest(id_, ids) or ids)
    return load(root / matches[0])


def current(root: Path) -> EditionFolder | None:
    """The edition that is served, or ``None`` before the first was published.

    :raises AtlasError: where ``current`` does not lead to one
    """
    id_ = current_id(root)
    return None if id_ is None else load(root / id_)


def current_id(root: Path) -> str | None:
    """The id that ``current`` names, damaged or not; ``None`` where it is not a link to a place in this folder."""
    link = root / CURRENT
    if not link.is_symlink():
        return None
    target = Path(os.path.normpath(root / os.readlink(link)))
    return target.name if os.path.realpath(target.parent) == os.path.realpath(root) else None


def sync(path: Path) -> None:
    """Flush a file or folder to the disk, so that a crash after a switch cannot lose what was switched to."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def workspace(root: Path) -> Iterator[Path]:
    """A working folder beside the editions for one build, removed at the end unless it was renamed.

    It is locked while the build runs, also after it was renamed to an edition. The lock ends with the process, which is
    how leftovers of killed builds are told from running builds; leftovers are removed here.
    """
    root.mkdir(parents=True, exist_ok=True)
    clean(root)
    while True:
        folder = root / f"{_WORKSPACE}{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir()
        try:  # until it is locked, another build may clean it up
            handle = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:
            continue
        fcntl.flock(handle, fcntl.LOCK_EX)
        if folder.is_dir():
            break
        os.close(handle)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # it is gone after a rename
        os.close(handle)


@contextmanager
def protected(folder: Path) -> Iterator[None]:
    """Protect an edition from removal, so that whoever built or found it can publish it.

    :raises NotFound: where it was removed already
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        raise NotFound(f"edition '{folder.name}' in {folder.parent} any more") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        if not _same(handle, folder):
            raise NotFound(f"edition '{folder.name}' in {folder.parent} any more")
        yield
    finally:
        os.close(handle)


def discard(folder: Path) -> bool:
    """Remove an edition: in one step from the list, then its files; a later build removes what a kill leaves of them.

    :returns: whether it was removed; one that is being built or published is not
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        leftover = folder.with_name(f"{_WORKSPACE}{os.getpid()}-{secrets.token_hex(4)}")
        folder.rename(leftover)
        shutil.rmtree(leftover)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def clean(root: Path) -> list[Path]:
    """Remove the working folders that killed builds left behind."""
    removed = []
    for folder in root.glob(f"{_WORKSPACE}*"):
        try:
            handle = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:  # its build ended meanwhile
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        else:
            shutil.rmtree(folder, ignore_errors=True)
            removed.append(folder)
        finally:
            os.close(handle)
    return removed


def _same(handle: int, path: Path) -> bool:
    """Whether the open folder is still the one of that name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
