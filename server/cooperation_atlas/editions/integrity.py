"""Whether an edition is undamaged: the file is the one that was built, SQLite can read it, and its contents are those
that were hashed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model.errors import AtlasError
from ..model.fields import FieldType
from .layout import MEASURED, Damaged, EditionFolder

if TYPE_CHECKING:
    from .geopackage import Sheet

#: Length in bytes of the envelope of a GeoPackage geometry by its indicator (OGC 12-128r19, table 6).
_ENVELOPES = (0, 32, 48, 48, 64)
#: "GPKG" (OGC 12-128r19, requirement 2).
_APPLICATION = 0x47504B47


def measured(path: Path) -> dict[str, Any]:
    """Size and hash of a GeoPackage, as in the facts of its edition."""
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def check(edition: EditionFolder) -> None:
    """Check that the GeoPackage is, byte for byte, the one that was built.

    :raises Damaged: where it is not. Editions from before the hash was recorded are checked as a database instead
    """
    recorded = edition.facts.get(MEASURED)
    if recorded is None:
        check_database(edition.geopackage)
    elif measured(edition.geopackage) != recorded:
        raise Damaged(edition.folder, f"{edition.geopackage.name} is not the file that was built")


def is_whole(edition: EditionFolder) -> bool:
    """Whether ``check`` finds no damage."""
    try:
        check(edition)
    except AtlasError:
        return False
    return True


def check_database(path: Path) -> None:
    """Check that the file is a GeoPackage without damage.

    :raises Damaged: where it is not
    """
    try:
        with closing(_read_only(path)) as db:
            results = [row[0] for row in db.execute("PRAGMA integrity_check(1)")]
            application = db.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error as error:
        raise Damaged(path.parent, f"{path.name} cannot be read ({error})") from error
    if results != ["ok"]:
        raise Damaged(path.parent, f"{path.name} is damaged ({results[0]})")
    if application != _APPLICATION:
        raise Damaged(path.parent, f"{path.name} is not a GeoPackage")


def check_contents(path: Path, sheets: Sequence[Sheet]) -> None:
    """Check cell by cell that the GeoPackage contains the tables that were to be written.

    The id of an edition is the hash of its tables; this is what ties the file to them.

    :raises Damaged: naming the first table that differs
    """
    from .geopackage import wkb

    check_database(path)
    with closing(_read_only(path)) as db:
        for sheet in sheets:
            try:
                stored = list(_stored(db, sheet))
            except (sqlite3.Error, ValueError, TypeError) as error:
                raise Damaged(path.parent, f"table {sheet.name} cannot be read back ({error})") from error
            shapes: Sequence[bytes | None] = [None] * len(sheet.rows) if sheet.geometry is None else wkb(sheet.geometry)
            types = [field.type for field in sheet.fields]
            expected = [(*map(_comparable, types, row), shape) for row, shape in zip(sheet.rows, shapes, strict=True)]
            if stored != expected:
                raise Damaged(path.parent, f"table {sheet.name} differs from what was to be written")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _stored(db: sqlite3.Connection, sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    """The rows of a table in the order of writing, each with its geometry at the end."""
    names = ", ".join(f'"{sheet.name}"."{field.name}"' for field in sheet.fields)
    shape = f'"{sheet.name}"."geom"' if sheet.geometry is not None else "NULL"
    # Names come from the model and the table declarations, never from outside.
    for *cells, blob in db.execute(f'SELECT {names}, {shape} FROM "{sheet.name}" ORDER BY rowid'):  # noqa: S608
        values = (
            json.loads(value) if field.type is FieldType.ARRAY and value is not None else value
            for field, value in zip(sheet.fields, cells, strict=True)
        )
        yield (*values, None if blob is None else blob[8 + _ENVELOPES[blob[3] >> 1 & 7] :])


def _comparable(type_: FieldType, value: Any) -> Any:
    """A cell that was to be written, as it is read back."""
    if value is None:
        return None
    match type_:
        case FieldType.ARRAY:
            return list(value)
        case FieldType.DATE:
            return str(value)
        case _:
            return value
