"""Where editions lie: one folder each, ``current`` pointing to the one that is served."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.errors import AtlasError, NotFound, nearest

CURRENT = "current"
GEOPACKAGE = "edition.gpkg"
FACTS = "edition.json"
_NEEDED = {"id", "created", "samples", "counts", "fingerprint"}
_WORKSPACE = ".building-"


@dataclass(frozen=True, slots=True)
class Edition:
    """A published or publishable edition; ``facts`` is the content of its ``edition.json``."""

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


def load(folder: Path) -> Edition:
    """The edition in ``folder``.

    :raises AtlasError: when files are missing or broken
    """
    try:
        facts = json.loads((folder / FACTS).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise AtlasError(f"{folder} is not an edition: {FACTS} cannot be read ({error}).") from error
    if not isinstance(facts, dict) or not facts.keys() >= _NEEDED or facts["id"] != folder.name:
        raise AtlasError(f"{folder} is not an edition: {FACTS} is not complete or names another id. Remove the folder.")
    if not (folder / GEOPACKAGE).is_file():
        raise AtlasError(f"{folder} is not an edition: {GEOPACKAGE} is missing. Remove the folder.")
    return Edition(folder, facts)


def list_editions(root: Path) -> list[Edition]:
    """All editions below ``root``, oldest first. Folders that are none (of killed builds) are left out."""
    if not root.is_dir():
        return []
    found = []
    for folder in root.iterdir():
        if folder.name.startswith(".") or folder.is_symlink() or not (folder / FACTS).is_file():
            continue
        found.append(load(folder))
    return sorted(found, key=lambda e: (str(e.facts["created"]), e.id))


def find(root: Path, id_: str) -> Edition:
    """The edition with that id, or whose id alone starts with it.

    :raises NotFound: naming the nearest ids
    """
    editions = list_editions(root)
    alike = [e for e in editions if e.id.startswith(id_)] if id_ else []
    exact = [e for e in alike if e.id == id_]
    if len(exact or alike) != 1:
        ids = [e.id for e in editions]
        raise NotFound(f"edition '{id_}' in {root}", [e.id for e in alike] or nearest(id_, ids) or ids)
    return (exact or alike)[0]


def current(root: Path) -> Edition | None:
    """The edition that is served, or ``None`` before the first was published."""
    link = root / CURRENT
    if not link.is_symlink():
        return None
    return load(root / os.readlink(link))


def sync(path: Path) -> None:
    """Bring a file or folder to the disk, so that a crash after a switch cannot lose what was switched to."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def workspace(root: Path) -> Iterator[Path]:
    """A folder beside the editions for one build; removed at the end, if it is still there.

    It is locked while the build runs. The lock dies with the process, so that the leftovers of killed builds can
    be told from builds that still run; they are removed here.
    """
    root.mkdir(parents=True, exist_ok=True)
    clean(root)
    while True:
        folder = root / f"{_WORKSPACE}{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir()
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if folder.is_dir():  # another build may have cleaned it up before it was locked
            break
        os.close(handle)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # it is gone after a rename
        os.close(handle)


def discard(folder: Path) -> None:
    """Remove an edition: first out of the list in one step, then its files, which a later build may finish."""
    leftover = folder.with_name(f"{_WORKSPACE}{os.getpid()}-{secrets.token_hex(4)}")
    folder.rename(leftover)
    shutil.rmtree(leftover)


def clean(root: Path) -> list[Path]:
    """Remove the folders that killed builds left behind."""
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
