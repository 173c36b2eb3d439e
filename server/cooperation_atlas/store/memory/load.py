"""Reads one edition (a GeoPackage) into a store.

Read with SQLite rather than GDAL: NULL, integers and JSON text arrive as they are stored, the file is opened
read-only and immutable, and a worker starts without GDAL.
"""

from __future__ import annotations

import gc
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ...editions.coverage import (
    COUNT_FIELDS,
    SOURCE_FIELDS,
    Coverage,
    CoverageCount,
    CoverageSource,
    missing_of,
)
from ...model.collections import COLLECTIONS, Collection
from ...model.drawing import DRAWING_FIELDS, DRAWINGS
from ...model.fields import Field, FieldType
from ...model.land import LAND, LAND_FIELDS
from ...sources.schema import FOREIGN_WORDS
from ..codelists import Code, CodeList, CodeLists
from ..contract import Land, Rewrite
from ..loaded_editions import EditionError, edition_in
from .memory_store import MemoryStore
from .region_names import Region, RegionNames
from .table import FeatureTable

#: Length in bytes of the envelope of a GeoPackage geometry by its indicator (OGC 12-128r19, table 6).
_ENVELOPES = (0, 32, 48, 48, 64)


def load_edition(folder: Path, rewrite: Rewrite | None = None) -> MemoryStore:
    """The store for the edition in ``folder`` (``edition.gpkg`` and ``edition.json``).

    :param rewrite: applied to the JSON of properties that has escapes

    :raises EditionError: where a file is missing, is no GeoPackage of ours, or was written by another model
    """
    edition = edition_in(folder)
    path = edition.geopackage
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with _uncollected(), closing(sqlite3.connect(uri, uri=True)) as db:
        try:
            tables = {id_: _table(db, c) for id_, c in COLLECTIONS.items()}
            regions = _region_names(db)
            facts, known = edition.facts, _coverage(db)
            topics = _objective_topics(db)
            drawings = dict(_select(db, DRAWINGS, [field.name for field in DRAWING_FIELDS], "rowid"))
            return MemoryStore(
                tables, _codelists(db), topics, regions.hierarchy, facts, regions, rewrite, known, _land(db), drawings
            )
        except (sqlite3.Error, shapely.errors.ShapelyError, ValueError, LookupError) as error:
            reason = f"{path} does not have the tables of this version ({error}). Run `cooperation-atlas build`."
            raise EditionError(reason) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Millions of cells that live as long as the edition: looking for garbage among them only costs time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _quoted(name: str) -> str:
    # Names come from the model, never from input; quoting is for the hyphen in nuts3-2016.
    return '"' + name.replace('"', '""') + '"'


def _select(db: sqlite3.Connection, table: str, columns: list[str], order: str) -> Iterator[tuple[Any, ...]]:
    # With the table before it, a column that is not there is an error; alone, SQLite takes its name for a text.
    listed = ", ".join(f"{_quoted(table)}.{_quoted(column)}" for column in columns)
    ordered = f"{_quoted(table)}.{_quoted(order)}"
    return iter(db.execute(f"SELECT {listed} FROM {_quoted(table)} ORDER BY {ordered}"))  # noqa: S608


def _table(db: sqlite3.Connection, collection: Collection) -> FeatureTable:
    geometry = _geometry_column(db, collection.id)
    names = [f.name for f in collection.stored]
    # Editions are written in the order of the feature ids: sorting them again would cost more than reading them.
    rows = list(_select(db, collection.id, [geometry, *names], "rowid"))
    # Without rows there is nothing to turn into columns; `cooperation` is empty where samples are off.
    blobs, *cells = zip(*rows, strict=True) if rows else [()] * (1 + len(names))
    geometries = np.empty(len(blobs), dtype=object)
    geometries[:] = shapely.from_wkb([_wkb(blob) for blob in blobs])
    columns = {f.name: _cells(f, column) for f, column in zip(collection.stored, cells, strict=True)}
    return FeatureTable(collection, columns, geometries)


def _geometry_column(db: sqlite3.Connection, layer: str) -> str:
    """The column with the geometry of a layer.

    :raises sqlite3.DatabaseError: where there is no such layer, as in an edition of an older version
    """
    row = db.execute("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (layer,)).fetchone()
    if row is None:
        raise sqlite3.DatabaseError(f"no layer {layer}")
    return str(row[0])


def _land(db: sqlite3.Connection) -> list[Land]:
    geometry = _geometry_column(db, LAND)
    rows = list(_select(db, LAND, [*(field.name for field in LAND_FIELDS), geometry], "rowid"))
    shapes = shapely.to_geojson(shapely.from_wkb([_wkb(row[-1]) for row in rows]))
    return [Land(id_, name, source, shape.encode()) for (id_, name, source, _), shape in zip(rows, shapes, strict=True)]


def _wkb(blob: bytes | None) -> bytes | None:
    """The WKB inside a GeoPackage geometry (OGC 12-128r19, 2.1.3)."""
    return None if blob is None else blob[8 + _ENVELOPES[blob[3] >> 1 & 7] :]


def _cells(field: Field, stored: Sequence[Any]) -> Sequence[Any]:
    """The cells of a column: SQLite has no booleans; arrays stay JSON text until they are searched."""
    if field.type is FieldType.BOOLEAN:
        return [None if value is None else bool(value) for value in stored]
    return stored


def _codelists(db: sqlite3.Connection) -> CodeLists:
    labels: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for codelist, code, lang, label in _select(db, "labels", ["codelist", "code", "lang", "label"], "codelist"):
        labels[codelist, code][lang] = label
    also = _foreign_words(db)
    codes: defaultdict[str, list[Code]] = defaultdict(list)
    names = ["code", "label", "parent", "definition", "valid_from", "valid_to", "legal_ref", "source", "iso2"]
    for codelist, *values in _select(db, "codelists", ["codelist", *names], "position"):
        members = dict(zip(names, values, strict=True))
        codes[codelist].append(
            Code(**members, labels=labels[codelist, members["code"]], also_called=also[codelist, members["code"]])
        )
    return CodeLists({id_: CodeList(id_, listed) for id_, listed in sorted(codes.items())})


def _foreign_words(db: sqlite3.Connection) -> defaultdict[tuple[str, str], tuple[str, ...]]:
    """The words of other services, by code list and code."""
    named = {
        (list_, code): label for list_, code, label in _select(db, "codelists", ["codelist", "code", "label"], "rowid")
    }
    also: defaultdict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for table in FOREIGN_WORDS:
        (foreign, own), columns = table.columns[:2], [column.name for column in table.columns[:2]]
        for word, code in _select(db, table.name, columns, "rowid"):
            also[own.codelist or "", code] += (named[foreign.codelist or "", word],)
    return also


def _objective_topics(db: sqlite3.Connection) -> dict[str, dict[str, str]]:
    topics: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for objective, topic, relation in _select(db, "objective_topics", ["objective", "topic", "relation"], "objective"):
        topics[objective][topic] = relation
    return topics


def _coverage(db: sqlite3.Connection) -> Coverage:
    counts = _select(db, "coverage", [field.name for field in COUNT_FIELDS], "rowid")
    sources = _select(db, "coverage_sources", [field.name for field in SOURCE_FIELDS], "rowid")
    names = ["country", "title", "fund", "nuts_code", "evidence", "source", "source_date"]
    missing = (dict(zip(names, row, strict=True)) for row in _select(db, "programmes_missing", names, "rowid"))
    return Coverage(
        tuple(CoverageCount(*row) for row in counts),
        tuple(CoverageSource(*row) for row in sources),
        missing_of(missing),
    )


def _region_names(db: sqlite3.Connection) -> RegionNames:
    layers = db.execute("SELECT table_name FROM gpkg_geometry_columns WHERE table_name LIKE 'regions-%'").fetchall()
    columns = ["nuts_code", "parent", "name_latn", "name_national"]
    versions = {
        layer.removeprefix("regions-"): [
            Region(code, parent or None, tuple(name for name in names if name))
            for code, parent, *names in _select(db, layer, columns, "nuts_code")
        ]
        for (layer,) in layers
    }
    return RegionNames(versions, _select(db, "region_names", ["nuts_code", "name"], "rowid"))
