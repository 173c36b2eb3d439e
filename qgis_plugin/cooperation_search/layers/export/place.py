"""The file that is written: beside its place first, checked there, and only then put where it belongs."""

from __future__ import annotations

import os
import sqlite3
import uuid
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Iterator

from qgis.core import QgsProject, QgsProviderRegistry

from ...api.texts import tr
from .options import GPKG, ExportError

#: What SQLite leaves beside a database that is open.
_SIDES = ("-wal", "-shm", "-journal")


def check(path: Path) -> None:
    """Looks whether a file can be written here, before any work.

    :raises ExportError: where not, and why
    """
    if not path.parent.is_dir():
        raise ExportError(tr("Export", "There is no folder {}.").format(path.parent))
    check_no_folder(path)
    if not path.exists():
        return
    if _in_project(path):
        text = tr("Export", "{} is in use in this project. Choose another name.")
        raise ExportError(text.format(path))
    if _open_elsewhere(path):
        raise _in_use(path)


def check_no_folder(path: Path) -> None:
    """Looks whether a folder is meant, which is no name of a file, not even without its suffix.

    :raises ExportError: where it is one
    """
    if path.is_dir():
        raise ExportError(tr("Export", "{} is a folder.").format(path))


def check_new(path: Path) -> None:
    """Looks whether a file can be made here, where there must be none yet.

    :raises ExportError: where not, and why
    """
    check(path)
    if path.exists():
        raise ExportError(tr("Export", "{} already exists: choose another name.").format(path))
    _try(path, path)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A file beside another, which it replaces at the end; after a failure the other is as before.

    :raises ExportError: where the place cannot be written to, or has no room for it
    """
    part = path.with_name(f".{uuid.uuid4().hex[:12]}{path.suffix.lower()}")
    try:
        _try(part, path)
        try:
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(part, path)
        except PermissionError as error:
            raise _in_use(path) from error
        except OSError as error:
            raise ExportError(_reason(path, error)) from error
        except ExportError as error:
            # Who writes knows only the file beside.
            raise ExportError(str(error).replace(str(part), str(path))) from error
    finally:
        for end in ("", *_SIDES):
            part.with_name(part.name + end).unlink(missing_ok=True)


def write(path: Path, body: bytes) -> None:
    """Writes a file; after a failure the one that was there is as before.

    :raises ExportError: where it cannot be written, and why
    """
    check(path)
    with beside(path) as part:
        part.write_bytes(body)


def _try(new: Path, path: Path) -> None:
    """Makes a new file for a moment: GDAL would say only that it did not work, and not why."""
    try:
        new.touch()
        new.unlink()
    except OSError as error:
        raise ExportError(_reason(path, error)) from error


def _in_project(path: Path) -> bool:
    for layer in QgsProject.instance().mapLayers().values():
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        used = str(parts.get("path") or "")
        if used and Path(used).exists() and os.path.samefile(used, path):
            return True
    return False


def _open_elsewhere(path: Path) -> bool:
    """Whether another program has it open, as far as that can be seen from outside."""
    # LibreOffice and Excel.
    if any(path.with_name(name).exists() for name in (f".~lock.{path.name}#", f"~${path.name}")):
        return True
    if path.suffix.lower() != GPKG:
        return False
    if any(path.with_name(path.name + end).exists() for end in _SIDES):
        return True
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
            database.execute("BEGIN EXCLUSIVE")
            database.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        # Anything else, such as no database at all, can be replaced.
        return "locked" in str(error)
    return False


def _in_use(path: Path) -> ExportError:
    text = tr("Export", "{} is open in another program, or protected. Close it there, or choose another name.")
    return ExportError(text.format(path))


def _reason(path: Path, error: OSError) -> str:
    return tr("Export", "{0} could not be written: {1}.").format(path, error.strerror or error)
