"""Differences between two editions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from ..model.collections import COLLECTIONS, Collection
from .layout import Damaged, EditionFolder

#: Tables about the edition itself.
_OWN = ("edition",)


@dataclass(frozen=True, slots=True)
class Difference:
    """Feature ids of one collection, sorted."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether both editions have the same features."""
        return not (self.added or self.removed or self.changed)


def diff(old: EditionFolder, new: EditionFolder) -> dict[str, Difference]:
    """Differences by collection id: features added, removed, and changed in a property or in geometry."""
    return {
        collection.id: _compare(_features(old, collection), _features(new, collection))
        for collection in COLLECTIONS.values()
    }


def _compare(old: dict[str, Any], new: dict[str, Any]) -> Difference:
    return Difference(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(sorted(id_ for id_ in new.keys() & old.keys() if new[id_] != old[id_])),
    )


def other_tables(old: EditionFolder, new: EditionFolder) -> tuple[str, ...]:
    """The tables beside the collections (code lists, labels, facts, regions) that differ, or that only one has."""
    before, after = _others(old), _others(new)
    return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))


def _others(edition: EditionFolder) -> dict[str, list[str]]:
    """The rows of each of them, in an order that does not depend on how they were written."""
    try:
        with closing(_opened(edition)) as db:
            names = [name for (name,) in db.execute("SELECT table_name FROM gpkg_contents").fetchall()]
            return {
                name: sorted(repr({k: row[k] for k in row.keys() if k != "fid"}) for row in _all(db, name))  # noqa: SIM118
                for name in names
                if name not in COLLECTIONS and name not in _OWN
            }
    except sqlite3.Error as error:
        raise Damaged(edition.folder, f"{edition.geopackage.name} cannot be read ({error})") from error


def _all(db: sqlite3.Connection, table: str) -> sqlite3.Cursor:
    db.row_factory = sqlite3.Row
    quoted = table.replace('"', '""')
    return db.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 (a name from the edition itself, quoted)


def _opened(edition: EditionFolder) -> sqlite3.Connection:
    return sqlite3.connect(f"{edition.geopackage.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _features(edition: EditionFolder, collection: Collection) -> dict[str, dict[str, Any]]:
    """Rows by feature id. By column name, since an older edition may have other columns.

    :raises Damaged: where the GeoPackage cannot be read
    """
    try:
        return _rows(edition, collection)
    except (sqlite3.Error, LookupError) as error:
        reason = f"table {collection.id} of {edition.geopackage.name} cannot be read ({error})"
        raise Damaged(edition.folder, reason) from error


def _rows(edition: EditionFolder, collection: Collection) -> dict[str, dict[str, Any]]:
    with closing(_opened(edition)) as db:
        exists = db.execute("SELECT 1 FROM gpkg_contents WHERE table_name = ?", [collection.id]).fetchone()
        if exists is None:  # the edition is older than the collection
            return {}
        return {
            row[collection.id_field]: {k: row[k] for k in row.keys() if k != "fid"}  # noqa: SIM118 (Row iterates values)
            for row in _all(db, collection.id)
        }
