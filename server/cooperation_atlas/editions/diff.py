"""What differs between two editions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from ..model.collections import COLLECTIONS, Collection
from .layout import Damaged, Edition


@dataclass(frozen=True, slots=True)
class Difference:
    """Feature ids of one collection, sorted."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether both editions hold the same features."""
        return not (self.added or self.removed or self.changed)


def diff(old: Edition, new: Edition) -> dict[str, Difference]:
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


def _features(edition: Edition, collection: Collection) -> dict[str, dict[str, Any]]:
    """Rows by feature id. By column name, since an older edition may have other columns.

    :raises Damaged: where the GeoPackage cannot be read
    """
    try:
        return _rows(edition, collection)
    except (sqlite3.Error, LookupError) as error:
        reason = f"table {collection.id} of {edition.geopackage.name} cannot be read ({error})"
        raise Damaged(edition.folder, reason) from error


def _rows(edition: Edition, collection: Collection) -> dict[str, dict[str, Any]]:
    with closing(sqlite3.connect(f"{edition.geopackage.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        there = connection.execute("SELECT 1 FROM gpkg_contents WHERE table_name = ?", [collection.id]).fetchone()
        if there is None:  # an edition of before the collection
            return {}
        # The layer name comes from the model, not from outside.
        rows = connection.execute(f'SELECT * FROM "{collection.id}"')  # noqa: S608
        return {
            row[collection.id_field]: {k: row[k] for k in row.keys() if k != "fid"}  # noqa: SIM118 (Row iterates values)
            for row in rows
        }
