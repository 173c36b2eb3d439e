"""Reading an edition: what is read is what was written, and what is broken says so."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import geopandas
import pyogrio
import pytest
import shapely

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.fields import FieldType
from cooperation_atlas.store.loaded_editions import EditionError
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore


@pytest.fixture(scope="module")
def store(small_edition: EditionFolder) -> MemoryStore:
    return load_edition(small_edition.folder)


@pytest.fixture
def folder(small_edition: EditionFolder, tmp_path: Path) -> Path:
    """A copy of the edition, to be damaged; without the size and hash by which damage shows before it is read."""
    copy = Path(shutil.copytree(small_edition.folder, tmp_path / small_edition.id))
    facts = {name: value for name, value in small_edition.facts.items() if name != "geopackage"}
    (copy / "edition.json").write_text(json.dumps(facts))
    return copy


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_gdal_reads_the_same(store: MemoryStore, small_edition: EditionFolder, collection: str) -> None:
    table = store.table(collection)
    frame = pyogrio.read_dataframe(small_edition.geopackage, layer=collection)
    assert list(table.ids) == list(frame[table.collection.id_field])
    for row, shape in enumerate(frame.geometry):
        own = table.geometries().shapes[row]
        assert (own is None) == (shape is None)
        assert own is None or shapely.equals(own, shape)
    for name, column in table.columns.items():
        for row, stored in enumerate(frame[name]):
            value = column.values[row]
            if value is None:
                assert stored is None or stored != stored  # NaN and NaT are unlike themselves
            elif column.field.type is FieldType.ARRAY:
                assert (json.loads(stored) if isinstance(stored, str) else list(stored)) == value
            elif column.field.type is FieldType.DATE:
                assert str(stored)[:10] == value
            else:
                assert stored == value, (name, row)


def test_types_of_the_values(store: MemoryStore) -> None:
    wanted = {FieldType.BOOLEAN: bool, FieldType.INTEGER: int, FieldType.NUMBER: float, FieldType.ARRAY: list}
    for table in store.tables.values():
        for column in table.columns.values():
            type_ = wanted.get(column.field.type, str)
            assert all(value is None or type(value) is type_ for value in column.values), column.field.name


def test_labels_in_other_languages(store: MemoryStore) -> None:
    labels = store.codelists["countries"].codes["EL"].to_dict()["labels"]
    assert (labels["en"], labels["el"], labels["it"]) == ("Greece", "Ελλάς", "Grecia")
    assert store.codelists["topics"].codes["PO1"].to_dict()["labels"] == {"en": "Smarter", "fr": "Plus intelligente"}


def test_a_country_without_region_has_no_geometry_and_no_extent_of_its_own(store: MemoryStore) -> None:
    (feature,) = store.one("countries", "UK").features()
    assert json.loads(feature)["geometry"] is None
    west, south, east, north = store.spatial_extent("countries")
    assert (west, south) == (10, 38)
    assert (east, north) == (21, 41)


# --- what is broken ------------------------------------------------------------------------------------------


def execute(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "edition.gpkg")) as db, db:
        # The triggers of the spatial index call functions that only GDAL brings along.
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute(statement)


def foreign(folder: Path) -> None:
    frame = geopandas.GeoDataFrame({"name": ["a"]}, geometry=[shapely.Point(1, 2)], crs=4326)
    (folder / "edition.gpkg").unlink()
    pyogrio.write_dataframe(frame, folder / "edition.gpkg", layer="programmes")


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "no GeoPackage": (lambda f: (f / "edition.gpkg").unlink(), r"edition\.gpkg is missing"),
    "no facts": (lambda f: (f / "edition.json").unlink(), r"edition\.json"),
    "facts cut off": (lambda f: (f / "edition.json").write_text('{"id": '), r"edition\.json"),
    "facts that are no object": (lambda f: (f / "edition.json").write_text("[]"), r"edition\.json"),
    "no database": (lambda f: (f / "edition.gpkg").write_text("no database at all"), "not a database"),
    "cut off": (lambda f: (f / "edition.gpkg").write_bytes((f / "edition.gpkg").read_bytes()[:20000]), "tables"),
    "empty file": (lambda f: (f / "edition.gpkg").write_bytes(b""), "tables of this version"),
    "another GeoPackage": (foreign, "tables of this version"),
    "a layer less": (lambda f: execute(f, 'DROP TABLE "nuts3-2016"'), "nuts3-2016"),
    "an older version": (
        lambda f: execute(f, "DELETE FROM gpkg_geometry_columns WHERE table_name = 'land'"), "no layer land"
    ),
    "a property less": (lambda f: execute(f, 'ALTER TABLE "nuts3" DROP COLUMN "urban"'), "urban"),
    "no code lists": (lambda f: execute(f, "DROP TABLE codelists"), "codelists"),
    "a geometry cut off": (lambda f: execute(f, 'UPDATE "countries" SET geom = substr(geom, 1, 60)'), "Input buffer"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_broken_says_so(folder: Path, damage: str) -> None:
    break_, message = DAMAGE[damage]
    break_(folder)
    with pytest.raises(EditionError, match=message) as caught:
        load_edition(folder)
    assert "cooperation-atlas build" in str(caught.value)
