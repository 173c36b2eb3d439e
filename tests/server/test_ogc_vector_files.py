"""GeoPackage and FlatGeobuf: the features of GeoJSON, typed, with what is needed to use them alone."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import time
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import made_store
import pytest
import vector_files
from feature_documents import BASE, feature_document, list_document
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.attribution import ATTRIBUTION, LICENCES, SAMPLES_NOTICE
from cooperation_atlas.model.collections import COLLECTIONS, NEIGHBOURS, NUTS3, PROGRAMMES, Collection
from cooperation_atlas.ogc.formats import fgb, geojson, gpkg
from cooperation_atlas.ogc.formats.document import Words
from cooperation_atlas.ogc.formats.registry import FORMATS
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.open import open_store
from cooperation_atlas.web.translations.catalogue import catalogue

WRITERS = {"gpkg": gpkg.write, "fgb": fgb.write}
every_file = pytest.mark.parametrize("f", WRITERS)
every_collection = pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=lambda one: one.id)
NO_AREAS = [made_store.AREAS[3]] * 4


@pytest.fixture(scope="module")
def store(small_edition: EditionFolder) -> Store:
    return open_store(small_edition.folder)


def compared(store: Store, collection: Collection, f: str, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    """The features of a file, found to be those of GeoJSON."""
    document = list_document(store, collection, f, asked)
    made = vector_files.read(WRITERS[f](document))
    listed = json.loads(geojson.write_list(document))["features"]
    wanted = [vector_files.wanted(collection, feature, f, document.request.crs) for feature in listed]
    shown = set(wanted[0]) if wanted else set()
    found = [{name: value for name, value in feature.items() if name in shown} for feature in made.features]
    if f == "fgb":  # in the order of its index
        found, wanted = (sorted(each, key=repr) for each in (found, wanted))
    assert found == wanted
    return made.features


@every_file
@every_collection
@pytest.mark.parametrize("crs", OFFERED)
def test_every_collection_has_the_features_of_geojson(store: Store, collection: Collection, f: str, crs: str) -> None:
    assert len(compared(store, collection, f, {"crs": crs, "limit": "1000"})) == store.counts[collection.id]


SEARCHES = st.fixed_dictionaries(
    {},
    optional={
        "country": st.sampled_from(["IT", "EL", "IT,NO", "UK"]),
        "exclude_country": st.sampled_from(["IT", "NO"]),
        "topic": st.sampled_from(["PO1", "RSO1.1", "RSO2.1", "PO2"]),
        "scope": st.sampled_from(["cross_border", "transnational"]),
        "bbox": st.sampled_from(["10,40,11,41", "-10,50,0,60", "0,0,1,1"]),
        "include": st.just("unknown"),
        "exclude": st.just("samples"),
        "limit": st.sampled_from(["1", "3", "100"]),
        "offset": st.sampled_from(["0", "1"]),
        "crs": st.sampled_from(list(OFFERED)),
        "skipGeometry": st.sampled_from(["true", "false"]),
        "columns": st.integers(1, 12),
    },
)


@every_file
@given(collection=st.sampled_from([COLLECTIONS[id_] for id_ in ("programmes", "nuts3", "cooperation")]), asked=SEARCHES)
def test_any_search_has_the_features_of_geojson(
    store: Store, f: str, collection: Collection, asked: dict[str, Any]
) -> None:
    asked = {name: value for name, value in asked.items() if name != "columns"} | (
        {"properties": ",".join(list(collection.by_name)[:: asked["columns"]])} if "columns" in asked else {}
    )
    compared(store, collection, f, asked)


@every_file
def test_values_of_each_type_come_back(f: str) -> None:
    records = [
        {"cci": "1", "title": "Łódź \"and\" 'so'\nnew", "funds": ["ERDF", "ESF+"], "eu_amount": 0.1 + 0.2},
        {"cci": "2", "title": None, "funds": [], "eu_amount": None, "n_offers": None, "objectives_complete": True},
        {"cci": "3", "title": "", "funds": None, "objectives_complete": False, "period_start": "1899-12-31"},
    ]  # fmt: skip
    for areas in (made_store.AREAS, NO_AREAS):
        assert len(compared(made_store.store([*records, {"cci": "4"}], areas), PROGRAMMES, f, {})) == 4


@every_file
def test_types_are_those_of_the_model(store: Store, f: str) -> None:
    types = {
        "string": {("OFTString", "OFSTNone")},
        "integer": {("OFTInteger64", "OFSTNone")},
        "number": {("OFTReal", "OFSTNone")},
        "boolean": {("OFTInteger", "OFSTBoolean")},
        "date": {("OFTDateTime" if f == "fgb" else "OFTDate", "OFSTNone")},
        "array": {("OFTString", "OFSTNone" if f == "fgb" else "OFSTJSON")},
    }
    info = vector_files.read(WRITERS[f](list_document(store, PROGRAMMES, f))).info
    found = zip(info["fields"], info["ogr_types"], info["ogr_subtypes"], strict=True)
    for name, *type_ in found:
        assert tuple(type_) in types[str(PROGRAMMES.by_name[name].type)], name


@every_file
@pytest.mark.parametrize("asked", [{"offset": "1000"}, {"offset": "1000", "skipGeometry": "true"}])
def test_without_features_there_are_the_columns(store: Store, f: str, asked: dict[str, str]) -> None:
    made = vector_files.read(WRITERS[f](list_document(store, NUTS3, f, asked)))
    assert made.features == [] and list(made.info["fields"]) == list(NUTS3.by_name)
    assert f == "fgb" or (made.info["geometry_type"] is None) == ("skipGeometry" in asked)


@every_file
@pytest.mark.parametrize("crs", OFFERED)
def test_the_crs_is_the_one_asked_for(store: Store, f: str, crs: str) -> None:
    made = vector_files.read(WRITERS[f](list_document(store, NEIGHBOURS, f, {"crs": crs, "limit": "5"})))
    assert made.info["crs"] == ("EPSG:4326" if crs == CRS84 else f"EPSG:{OFFERED[crs].code}")
    assert made.info["geometry_type"] == "LineString"


@every_file
def test_what_rests_on_samples_says_so_whatever_was_asked_for(store: Store, f: str) -> None:
    (entries,) = (c for c in COLLECTIONS.values() if c.is_entry)
    made = vector_files.read(WRITERS[f](list_document(store, entries, f, {"properties": "summary"})))
    assert {entries.id_field, entries.sample_field} <= set(made.info["fields"])
    assert {feature[entries.sample_field] for feature in made.features} <= {True, False}


def test_the_index_of_flatgeobuf_is_there_unless_a_feature_has_no_place(store: Store) -> None:
    for collection in (NUTS3, PROGRAMMES):
        data = fgb.write(list_document(store, collection, "fgb"))
        places = [feature["geometry"] for feature in vector_files.read(data).features]
        fast = vector_files.read(data).info["capabilities"]["fast_spatial_filter"]
        assert fast == (None not in places)
    nowhere = made_store.store()  # its programme C covers nothing
    info = vector_files.read(fgb.write(list_document(nowhere, PROGRAMMES, "fgb"))).info
    assert not info["capabilities"]["fast_spatial_filter"]


@every_file
def test_a_single_feature(store: Store, f: str) -> None:
    (id_, *_) = store.search(list_document(store, NUTS3, f, {"limit": "1"}).request.query).ids
    made = vector_files.read(WRITERS[f](feature_document(store, NUTS3, f, id_)))
    assert [feature["nuts_code"] for feature in made.features] == [id_]


@every_file
def test_the_same_content_gives_the_same_bytes_whenever_it_is_written(store: Store, f: str) -> None:
    document = list_document(store, NUTS3, f)
    first = WRITERS[f](document)
    time.sleep(1.1)  # a clock in the file would show
    assert WRITERS[f](document) == first


@every_file
def test_the_file_says_where_it_is_from(store: Store, f: str) -> None:
    document = list_document(store, NUTS3, f, {"country": "IT"})
    said = vector_files.read(WRITERS[f](document)).info["layer_metadata"]
    assert (said["EDITION"], said["ATTRIBUTION"]) == (store.edition["id"], ATTRIBUTION)
    assert said["SOURCE"] == f"{BASE}/collections/nuts3/items?country=IT&f={f}"
    assert all(licence.url in said["LICENCES"] for licence in LICENCES)
    assert said["SAMPLES"] == SAMPLES_NOTICE
    plain = dataclasses.replace(document, edition={**store.edition, "samples": False})
    assert "SAMPLES" not in vector_files.read(WRITERS[f](plain)).info["layer_metadata"]


# --- GeoPackage: what is in it beside the features -----------------------------------------------------------------


def tables(data: bytes, *queries: str) -> list[list[tuple[Any, ...]]]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return [connection.execute(query).fetchall() for query in queries]


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_columns_have_headings_and_meanings_in_the_language(store: Store, language: str) -> None:
    words = Words(store.codelists, language, catalogue(language).translate)
    document = dataclasses.replace(list_document(store, NUTS3, "gpkg"), words=words)
    (columns,) = tables(
        gpkg.write(document), "SELECT column_name, title, description, mime_type FROM gpkg_data_columns"
    )
    assert [name for name, *_ in columns] == list(NUTS3.by_name)
    for name, title, description, mime_type in columns:
        field = NUTS3.by_name[name]
        assert title.startswith(words.translate(field.title))
        assert description == words.translate(field.description).replace("`", "")
        assert (mime_type == "application/json") == (field.type == "array")


def test_every_table_of_a_geopackage_is_announced(store: Store) -> None:
    contents, names, references = tables(
        gpkg.write(list_document(store, NUTS3, "gpkg")),
        "SELECT table_name, data_type FROM gpkg_contents",
        "SELECT name FROM sqlite_master WHERE type = 'table'",
        "SELECT md_standard_uri, mime_type FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id",
    )
    assert contents == [("nuts3", "features"), ("layer_styles", "attributes")]
    assert {("gpkg_data_columns",), ("rtree_nuts3_geom",), ("gpkg_metadata",)} <= set(names)
    assert ("http://mrcc.com/qgis.dtd", "text/xml") in references


@every_collection
def test_styles_name_columns_that_are_there(store: Store, collection: Collection) -> None:
    data = gpkg.write(list_document(store, collection, "gpkg"))
    ((name, qml, sld, default),) = tables(
        data, "SELECT f_table_name, styleQML, styleSLD, useAsDefault FROM layer_styles"
    )[0]
    assert (name, default) == (collection.id, 1)
    ogc = "{http://www.opengis.net/ogc}"
    used = {each.text for each in ElementTree.fromstring(sld).iter(f"{ogc}PropertyName")}
    assert used <= set(collection.by_name)
    rules = ElementTree.fromstring(qml).findall(".//rules/rule")
    symbols = ElementTree.fromstring(qml).findall(".//symbols/symbol")
    assert rules and [rule.get("symbol") for rule in rules] == [symbol.get("name") for symbol in symbols]
    assert len(ElementTree.fromstring(sld).findall(".//{http://www.opengis.net/sld}Rule")) == len(rules)


def test_each_area_is_in_one_class(store: Store) -> None:
    data = gpkg.write(list_document(store, NUTS3, "gpkg"))
    (style,) = tables(data, "SELECT styleQML FROM layer_styles")[0]
    rules = [rule.get("filter") for rule in ElementTree.fromstring(style[0]).findall(".//rules/rule")]
    ranges = [rule for rule in rules if "BETWEEN" in rule]
    counted = " + ".join(f"({each})" for each in ranges)
    (classes,) = tables(data, f"SELECT DISTINCT {counted} FROM nuts3")
    assert classes == [(1,)]


def test_what_a_file_costs_grows_with_what_it_holds() -> None:
    for f in WRITERS:
        format_ = FORMATS[f]
        assert format_.cost(1, PROGRAMMES) < format_.cost(1000, PROGRAMMES)
        assert format_.geometry_steps > 0
