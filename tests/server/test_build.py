"""Building: deterministic, whole or not at all, side by side with other builds, readable by GIS libraries."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import babel
import fiona
import numpy as np
import pyogrio
import pytest
import shapely
import small_data
from conftest import Command, command_line, environment, settings_for

from cooperation_atlas.editions import layout
from cooperation_atlas.editions.build import InvalidSources, build, unchanged
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.model.collections import COLLECTIONS, Collection
from cooperation_atlas.model.fields import FieldType
from cooperation_atlas.settings import Settings

OGR_TYPES = {
    FieldType.STRING: ("OFTString", "OFSTNone"),
    FieldType.ARRAY: ("OFTString", "OFSTNone"),
    FieldType.INTEGER: ("OFTInteger64", "OFSTNone"),
    FieldType.NUMBER: ("OFTReal", "OFSTNone"),
    FieldType.BOOLEAN: ("OFTInteger", "OFSTBoolean"),
    FieldType.DATE: ("OFTDate", "OFSTNone"),
}
FIONA_TYPES = {
    FieldType.STRING: "str", FieldType.ARRAY: "str", FieldType.INTEGER: "int", FieldType.NUMBER: "float",
    FieldType.BOOLEAN: "bool", FieldType.DATE: "date",
}  # fmt: skip
REGION_LAYERS = ("regions-2016", "regions-2021")
LAYERS = (*COLLECTIONS, *REGION_LAYERS)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def folders(root: Path) -> list[str]:
    """Names below the editions folder, leftovers included."""
    return sorted(p.name for p in root.iterdir() if not p.is_symlink() and p.is_dir())


def query(edition: EditionFolder, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{edition.geopackage.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


# --- identity ---------------------------------------------------------------------------------------------------


def test_the_same_sources_give_the_same_id_and_the_same_bytes(small_edition: EditionFolder, settings: Settings) -> None:
    again = build(settings)
    assert again.id == small_edition.id
    assert digest(again.geopackage) == digest(small_edition.geopackage)


@pytest.mark.slow
def test_the_real_sources_give_the_same_bytes_in_another_process(
    real_edition: EditionFolder, real_data: Path, tmp_path: Path, command: Command
) -> None:
    settings = settings_for(real_data, tmp_path / "editions")
    assert command("build", "--no-publish", settings=settings).stdout.strip() == real_edition.id
    assert digest(settings.editions / real_edition.id / "edition.gpkg") == digest(real_edition.geopackage)


def test_another_fact_gives_another_id(small_edition: EditionFolder, settings: Settings) -> None:
    small_data.change(settings.data, "programmes/amounts.csv", "99.5", "99.6")
    assert build(settings).id != small_edition.id


def test_another_label_gives_another_id(small_edition: EditionFolder, settings: Settings) -> None:
    small_data.change(settings.data, "codelists/labels.csv", "Plus intelligente", "Plus verte")
    assert build(settings).id != small_edition.id


def test_without_samples_there_is_no_sample_anywhere_and_another_id(
    small_edition: EditionFolder, small_data_folder: Path, tmp_path: Path
) -> None:
    edition = build(settings_for(small_data_folder, tmp_path, samples=False))
    assert edition.id != small_edition.id
    assert edition.facts["samples"] is False
    assert edition.facts["counts"]["cooperation"] == 1
    tables = [name for (name,) in query(edition, "SELECT table_name FROM gpkg_contents")]
    assert [name for name in tables if "sample" in name] == []
    # What stays is the code "sample" in the list of bases, and the fact that there are none in this edition.
    found = {
        (table, column)
        for table in tables
        for (column,) in query(edition, f"SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'")
        if query(edition, f'SELECT 1 FROM "{table}" WHERE "{column}" LIKE \'%sample%\' LIMIT 1')
    }
    assert found == {("codelists", "code"), ("codelists", "label"), ("edition", "key")}
    assert query(small_edition, "SELECT count(*) FROM cooperation_samples") == [(2,)]


def test_the_facts_of_an_edition(small_edition: EditionFolder) -> None:
    facts = json.loads((small_edition.folder / "edition.json").read_text("utf-8"))
    assert facts == small_edition.facts
    assert facts["id"] == small_edition.folder.name
    assert facts["counts"] == {
        "programmes": 7, "nuts3": 5, "nuts3-2016": 7, "countries": 3, "cooperation": 3, "programme-areas": 8,
        "neighbours": 3,
    }  # fmt: skip
    assert facts["nuts_versions"] == ["2016", "2021"]
    assert facts["findings"] == {"errors": 0, "warnings": 0}
    assert (facts["samples"], facts["data_date"]) == (True, "2026-07-01")
    assert "EuroGeographics" in facts["attribution"]
    age = dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(facts["created"])
    assert dt.timedelta(0) <= age < dt.timedelta(hours=1)
    inside = dict(query(small_edition, "SELECT key, value FROM edition"))
    assert inside["id"] == facts["id"]
    assert inside["samples"] == "on"


# --- what is built when -------------------------------------------------------------------------------------------


def test_errors_stop_the_build_and_leave_nothing(settings: Settings) -> None:
    small_data.change(settings.data, "programmes/areas.csv", "ITG2,2021", "ITX9,2021")
    with pytest.raises(InvalidSources) as caught:
        build(settings)
    assert [f.value for f in caught.value.findings] == ["ITX9"]
    assert not settings.editions.exists() or folders(settings.editions) == []


def test_warnings_do_not_stop_the_build(settings: Settings) -> None:
    small_data.change(settings.data, "programmes/authorities.csv", "2026-06-15", "2999-01-01")
    assert build(settings).facts["findings"] == {"errors": 0, "warnings": 1}


def test_nothing_is_built_where_nothing_changed(settings: Settings) -> None:
    assert unchanged(settings) is None
    edition = build(settings)
    assert unchanged(settings) == edition
    for file in settings.data.rglob("*.csv"):
        os.utime(file, (0, 0))  # other times are no change
    assert unchanged(settings) == edition
    small_data.change(settings.data, "programmes/amounts.csv", "99.5", "99.6")
    assert unchanged(settings) is None


def test_samples_are_part_of_what_may_change(settings: Settings) -> None:
    build(settings)
    assert unchanged(settings_for(settings.data, settings.editions, samples=False)) is None


def test_another_way_to_the_same_content_is_found_unchanged_too(settings: Settings) -> None:
    first = build(settings)
    with (settings.data / "programmes/areas.csv").open("a", encoding="utf-8") as file:
        file.write("\n\n")  # empty lines say nothing
    assert unchanged(settings) is None
    second = build(settings)
    assert (second.id, second.facts["created"]) == (first.id, first.facts["created"])
    assert unchanged(settings) == second


def test_a_newer_nuts_version_becomes_a_layer(settings: Settings) -> None:
    from cooperation_atlas.sources.nuts_files import read_regions, write_version
    from cooperation_atlas.sources.nuts_geometry import read_geometry

    of_2021 = [r.raw for r in read_regions(settings.data).rows if r.raw["nuts_version"] == "2021"]
    rows = [r | {"nuts_version": "2024"} for r in of_2021]
    write_version(settings.data, "2024", rows, read_geometry(settings.data, "2021"))
    edition = build(settings)
    assert edition.facts["nuts_versions"] == ["2016", "2021", "2024"]
    assert query(edition, 'SELECT count(*) FROM "regions-2024" WHERE level = 3') == [(5,)]


# --- the GeoPackage as others read it -----------------------------------------------------------------------------


@pytest.fixture(params=["small_edition", "real_edition"])
def edition(request: pytest.FixtureRequest) -> EditionFolder:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, EditionFolder)
    return found


def test_it_is_a_whole_geopackage(edition: EditionFolder) -> None:
    assert query(edition, "PRAGMA integrity_check") == [("ok",)]
    assert query(edition, "PRAGMA foreign_key_check") == []
    assert query(edition, "PRAGMA application_id") == [(0x47504B47,)]  # "GPKG"
    assert query(edition, "PRAGMA user_version") == [(10300,)]  # 1.3: GDAL 3.6 warns of newer ones


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda c: c.id)
def test_types_crs_and_geometry_as_pyogrio_reads_them(edition: EditionFolder, collection: Collection) -> None:
    info = pyogrio.read_info(edition.geopackage, layer=collection.id)
    assert list(info["fields"]) == [f.name for f in collection.stored]
    found = list(zip(info["ogr_types"], info["ogr_subtypes"], strict=True))
    assert found == [OGR_TYPES[f.type] for f in collection.stored]
    assert (info["crs"], info["geometry_type"]) == ("EPSG:4326", collection.geometry)
    assert info["features"] == edition.facts["counts"][collection.id]
    _, _, geometry, _ = pyogrio.raw.read(edition.geopackage, layer=collection.id, columns=[])
    shapes = shapely.from_wkb(geometry)
    assert all(shapely.is_valid(shapes[~shapely.is_missing(shapes)]))


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda c: c.id)
def test_types_crs_and_geometry_as_fiona_reads_them(edition: EditionFolder, collection: Collection) -> None:
    with fiona.open(edition.geopackage, layer=collection.id) as layer:
        found = {name: type_.split(":")[0].rstrip("0123456789") for name, type_ in layer.schema["properties"].items()}
        assert found == {f.name: FIONA_TYPES[f.type] for f in collection.stored}
        assert layer.schema["geometry"] == collection.geometry
        assert layer.crs.to_epsg() == 4326
        first = next(iter(layer))
        assert first.properties[collection.id_field]


def test_arrays_are_json_and_rows_are_sorted(edition: EditionFolder) -> None:
    for collection in COLLECTIONS.values():
        arrays = [f.name for f in collection.stored if f.type is FieldType.ARRAY]
        columns = ", ".join(f'"{name}"' for name in [collection.id_field, *arrays])
        rows = query(edition, f'SELECT {columns} FROM "{collection.id}" ORDER BY fid')
        assert [row[0] for row in rows] == sorted(row[0] for row in rows)
        for row in rows:
            for value in row[1:]:
                assert value is None or isinstance(json.loads(value), list)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_spatial_index_that_answers(edition: EditionFolder, layer: str) -> None:
    assert query(
        edition, f"SELECT 1 FROM gpkg_extensions WHERE table_name = '{layer}' AND extension_name = 'gpkg_rtree_index'"
    )
    indexed = query(edition, f'SELECT count(*) FROM "rtree_{layer}_geom"')
    assert indexed == query(edition, f'SELECT count(*) FROM "{layer}" WHERE geom IS NOT NULL')
    box = (12.0, 37.0, 15.0, 42.0)
    info = pyogrio.raw.read(edition.geopackage, layer=layer, bbox=box, columns=[])
    whole = shapely.from_wkb(pyogrio.raw.read(edition.geopackage, layer=layer, columns=[])[2])
    assert len(info[2]) == np.count_nonzero(shapely.intersects(whole, shapely.box(*box)))
    assert len(info[2]) > 0 or layer == "neighbours"  # only a pair of the small ones is there, beside the box


def test_layers_have_titles_and_the_date_of_the_data(small_edition: EditionFolder) -> None:
    rows = query(small_edition, "SELECT table_name, identifier, data_type, last_change FROM gpkg_contents")
    by_name = {name: (title, kind, changed) for name, title, kind, changed in rows}
    assert by_name["nuts3"][:2] == ("NUTS III areas (2021)", "features")
    assert by_name["codelists"][1] == "attributes"
    assert {changed[:10] for _, _, changed in by_name.values()} == {"2026-07-01"}


def test_regions_of_all_levels(edition: EditionFolder, real_edition: EditionFolder) -> None:
    for layer in REGION_LAYERS:
        assert {level for (level,) in query(edition, f'SELECT level FROM "{layer}"')} == {0, 1, 2, 3}
    counts = query(real_edition, 'SELECT level, count(*) FROM "regions-2021" GROUP BY level ORDER BY level')
    assert counts == [(0, 37), (1, 125), (2, 334), (3, 1514)]


def test_plain_tables_hold_the_facts_with_their_sources(small_edition: EditionFolder) -> None:
    assert query(small_edition, "SELECT cci, fund, eu_amount, source, source_date FROM programmes_amounts") == [
        ("2014IT16RFOP001", "ERDF", 1000.5, "Made for tests", "2019-04-11"),
        ("2014IT16RFOP001", "ERDF", 99.5, "Made for tests", "2019-04-11"),
    ]
    assert query(small_edition, "SELECT code, parent, label, position FROM codelists WHERE codelist = 'topics'") == [
        ("PO1", None, "Smarter", 1), ("RSO1.1", "PO1", "Research", 2), ("RSO1.2", "PO1", "Digital", 3),
        ("PO2", None, "Greener", 4), ("RSO2.1", "PO2", "Energy efficiency", 5),
    ]  # fmt: skip
    assert query(small_edition, "SELECT codelist, code, lang, label FROM labels WHERE source = 'Made for tests'") == [
        ("countries", "EL", "el", "Ελλάς"), ("topics", "PO1", "fr", "Plus intelligente"),
    ]  # fmt: skip
    assert query(small_edition, "SELECT count(*) FROM objective_topics") == [(5,)]
    assert query(small_edition, "SELECT to_code FROM nuts_changes WHERE from_code = 'PT170'") == [
        ("PT1A0",),
        ("PT1B0",),
    ]


def test_countries_have_names_in_all_languages_of_the_union(small_edition: EditionFolder) -> None:
    """They come from CLDR; one that a table states stands before that of CLDR."""
    names = query(small_edition, "SELECT code, lang, label FROM labels WHERE codelist = 'countries'")
    by_key = {(code, language): label for code, language, label in names}
    assert len(by_key) == len(names)
    union = set("bg cs da de el es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split())  # noqa: SIM905
    for code in ("EL", "IT", "NO", "UK"):
        assert {language for own, language in by_key if own == code} == union | {"is", "mk", "no", "sq", "sr", "tr"}
    assert by_key["EL", "el"] == "Ελλάς"
    assert by_key["EL", "de"] == "Griechenland"
    assert by_key["UK", "fr"] == "Royaume-Uni"
    assert by_key["NO", "no"] == "Norge"
    source = query(small_edition, "SELECT DISTINCT source FROM labels WHERE code = 'NO'")
    assert source == [(f"Unicode CLDR, names of territories, as in Babel {babel.__version__}",)]


# --- killed builds, and builds at once ----------------------------------------------------------------------------

# Builds in a process of its own that kills itself (as kill -9 does) when the given moment comes.
KILLED_BUILD = """
import os, signal, sys
from cooperation_atlas.editions import build, layout
from cooperation_atlas.settings import Settings

moment = sys.argv[1]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if moment == "before the rename":
    os.rename = die
elif moment == "after the rename":
    rename = os.rename
    def os_rename(*a):
        rename(*a)
        die()
    os.rename = os_rename
elif moment == "facts half written":
    def half(folder, facts):
        (folder / "edition.json").write_text('{"id":')
        die()
    build._write_facts = half
build.build(Settings.from_environment(), lambda name: die() if name == moment else None)
"""
MOMENTS = (
    "tables", "NUTS 2021", "checks", "assemble", "content hash", "programmes", "nuts3-2016", "regions-2021", "edition",
    "to disk", "facts half written", "before the rename", "after the rename",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_at_any_step_leaves_the_old_edition_whole(
    small_edition: EditionFolder, settings: Settings, moment: str
) -> None:
    shutil.copytree(small_edition.folder, settings.editions / small_edition.id)
    old = publish(settings.editions, small_edition.id)
    before = digest(old.geopackage)
    small_data.change(settings.data, "programmes/amounts.csv", "99.5", "99.6")
    process = subprocess.run([sys.executable, "-c", KILLED_BUILD, moment], env=environment(settings), timeout=120)
    assert process.returncode == -signal.SIGKILL, "the moment never came"

    assert layout.current(settings.editions) == old
    assert digest(old.geopackage) == before
    # Whatever is listed is whole: the leftovers of the killed build are not taken for an edition.
    for edition in layout.list_editions(settings.editions):
        assert query(edition, "PRAGMA integrity_check") == [("ok",)]
        assert query(edition, "SELECT value FROM edition WHERE key = 'id'") == [(edition.id,)]
    new = build(settings)
    assert folders(settings.editions) == sorted([old.id, new.id])


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.3, 0.8, 1.3, 1.8, 2.3, 2.8])
def test_a_build_of_the_real_data_killed_after_some_time(
    small_edition: EditionFolder, real_data: Path, settings: Settings, delay: float
) -> None:
    """The same without knowledge of the steps: kill -9 from outside, at whatever the build is doing."""
    shutil.copytree(small_edition.folder, settings.editions / small_edition.id)
    old = publish(settings.editions, small_edition.id)
    real = settings_for(real_data, settings.editions)
    process = subprocess.Popen(command_line("build"), env=environment(real), stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.kill()
    process.wait()
    served = layout.current(settings.editions)
    assert served is not None
    assert query(served, "PRAGMA integrity_check") == [("ok",)]
    if process.returncode == -signal.SIGKILL and served.id == old.id:
        assert digest(served.geopackage) == digest(old.geopackage)
    layout.clean(settings.editions)
    assert folders(settings.editions) == sorted(e.id for e in layout.list_editions(settings.editions))


@pytest.mark.slow
def test_two_builds_of_the_same_at_once(settings: Settings) -> None:
    builds = [
        subprocess.Popen(command_line("build"), env=environment(settings), stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    ids = {process.communicate(timeout=120)[0].strip() for process in builds}
    assert [process.returncode for process in builds] == [0, 0]
    assert len(ids) == 1
    assert folders(settings.editions) == sorted(ids)
    served = layout.current(settings.editions)
    assert served is not None and {served.id} == ids
    assert query(served, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.slow
def test_two_different_builds_at_once(settings: Settings) -> None:
    both = [settings, settings_for(settings.data, settings.editions, samples=False)]
    builds = [
        subprocess.Popen(command_line("build"), env=environment(s), stdout=subprocess.PIPE, text=True) for s in both
    ]
    ids = [process.communicate(timeout=120)[0].strip() for process in builds]
    assert [process.returncode for process in builds] == [0, 0]
    assert folders(settings.editions) == sorted(ids)
    assert len(set(ids)) == 2
    for id_ in ids:
        assert query(layout.find(settings.editions, id_), "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.slow
def test_builds_and_prunes_at_once(settings: Settings) -> None:
    """Every build publishes what it built, however often others prune meanwhile."""
    env = environment(settings)
    pruning = "import sys, time, pathlib\nfrom cooperation_atlas.editions.publish import prune\n" + (
        "pathlib.Path(sys.argv[1]).mkdir(exist_ok=True)\nwhile True: prune(pathlib.Path(sys.argv[1]), 0)"
    )
    pruner = subprocess.Popen([sys.executable, "-c", pruning, str(settings.editions)])
    try:
        for turn in range(4):
            small_data.change(
                settings.data,
                "programmes/programmes.csv",
                f"Attica{turn or ''},en",
                f"Attica{turn + 1},en",
            )
            done = subprocess.run(command_line("build"), env=env, capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            assert layout.current_id(settings.editions) == done.stdout.strip()
    finally:
        pruner.kill()
        pruner.wait()


def test_the_folder_of_a_running_build_is_not_cleaned_up(tmp_path: Path) -> None:
    (tmp_path / ".building-1-dead").mkdir()
    with layout.workspace(tmp_path) as running:
        assert folders(tmp_path) == [running.name]  # the dead one is gone
        assert layout.clean(tmp_path) == []
        assert running.is_dir()
    assert folders(tmp_path) == []
