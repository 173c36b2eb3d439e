"""Hashes: of what an edition is made from (to see quickly that nothing changed) and of its contents (its id)."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.land import LAND_FILE
from ..settings import Settings
from ..sources import cldr
from ..sources.files import Unreadable, listed, read_whole
from ..sources.official.folder import located
from ..sources.schema import SAMPLE_TABLES, TABLES

if TYPE_CHECKING:
    from .geopackage import Sheet

_PACKAGE = Path(__file__).parent.parent
#: Subpackages whose code decides what an edition contains.
_SUBPACKAGES = ("model", "sources", "editions")
#: Size limit of a file in bytes: above those of all readers of sources.
_LARGEST = 1 << 30
#: Hexadecimal digits of an edition id: 64 bits, plenty for the editions of one service.
_ID_LENGTH = 16


def source_files(settings: Settings) -> list[Path]:
    """The files an edition is made of, sorted; missing ones are left to validation."""
    tables = [t.path for t in TABLES.values() if settings.samples or t not in SAMPLE_TABLES]
    files = [located(settings.data, path) for path in tables]
    files += [
        settings.data / LAND_FILE,
        settings.data / "nuts" / "regions.csv",
        *listed(settings.data / "nuts", "nuts-*.geojson.gz"),
    ]
    return sorted(f for f in files if os.path.isfile(f))  # Path.is_file raises where a folder may not be entered


def fingerprint(settings: Settings) -> str:
    """Hash of the sources, of the setting for samples, of the version of CLDR, and of the code that makes editions.

    Contents count, not times of files: a fresh clone has new times.
    """
    digest = hashlib.sha256(b"samples" if settings.samples else b"no samples")
    digest.update(cldr.SOURCE.encode())
    for file in source_files(settings):
        _add(digest, file.relative_to(settings.data).as_posix(), file)
    for subpackage in _SUBPACKAGES:
        for file in sorted((_PACKAGE / subpackage).rglob("*.py")):
            _add(digest, file.relative_to(_PACKAGE).as_posix(), file)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, name: str, file: Path) -> None:
    try:
        content = read_whole(file, _LARGEST)
    except Unreadable:  # left to validation, which says where and why
        digest.update(f"\0{name}\0unreadable\0".encode())
        return
    digest.update(f"\0{name}\0{len(content)}\0".encode())
    digest.update(content)


def content_id(sheets: Sequence[Sheet]) -> str:
    """Id of an edition: hash of all tables in canonical form, with their declared fields, so also of the model."""
    from .geopackage import ENCODING, wkb

    digest = hashlib.sha256(_canonical(ENCODING))
    for sheet in sheets:
        declared = [(f.name, f.type, f.title, f.description, f.codelist, f.unit, f.twin_of) for f in sheet.fields]
        head = [sheet.name, sheet.title, sheet.description, declared, len(sheet.rows)]
        digest.update(_canonical(head))
        digest.update(_canonical(sheet.rows))
        for geometry in wkb(sheet.geometry or []):
            digest.update(b"\0" if geometry is None else len(geometry).to_bytes(8, "little") + geometry)
    return digest.hexdigest()[:_ID_LENGTH]


def _canonical(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()
