"""An edition without cooperation entries (samples off, none real yet): every question has an answer, an empty one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import small_data
from conftest import settings_for
from feature_documents import list_document
from made_store import records

from cooperation_atlas.editions.build import build
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.csv import write
from cooperation_atlas.ogc.formats.geojson import collection_bytes
from cooperation_atlas.ogc.requests import parse_facets, parse_items
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.open import open_store

COOPERATION = COLLECTIONS["cooperation"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("empty")
    data = small_data.write(folder / "data")
    for table in ("entries", "entry_values"):
        path = data / "cooperation" / f"{table}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    return open_store(build(settings_for(data, folder / "editions", samples=False)).folder)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "5"), ("country", "IT"), ("nuts3", "ITG1"), ("topic", "PO1"), ("title", "*"), ("q", "a"),
        ("bbox", "0,0,90,90"), ("sample", "true"), ("kind", "offer"), ("status", "planned"), ("sortby", "-title"),
        ("sortby", "open_from"), ("datetime", "2024-01-01"), ("scopes", "cross_border"), ("updated", "2024-01-01"),
        ("filter", "country = 'IT' AND S_INTERSECTS(geometry, POINT(1 1))"), ("offset", "10"),
        ("crs", "http://www.opengis.net/def/crs/EPSG/0/3035"),
    ],
)  # fmt: skip
def test_nothing_is_found(store: Store, name: str, value: str) -> None:
    asked = parse_items(COOPERATION, [(name, value)])
    page = store.search(asked.query)
    assert (page.matched, len(page)) == (0, 0)
    document = json.loads(collection_bytes(page, asked, [], store.edition, {}))
    assert (document["numberMatched"], document["features"]) == (0, [])
    assert write(list_document(store, COOPERATION, "csv")).decode("utf-8-sig").startswith("id,sample,")


def test_nothing_is_counted(store: Store) -> None:
    matched, facets, _ = store.facets(parse_facets(COOPERATION, [("country", "IT")]).query)
    assert matched == 0
    assert {count for facet in facets for count in facet.counts.values()} == {0}


def test_programmes_have_no_scopes_and_topics_only_from_objectives(store: Store) -> None:
    programmes = records(store, "programmes").values()
    assert {programme["scopes"] for programme in programmes} == {None}
    assert {programme["sample_topics"] for programme in programmes} == {None}
    assert {programme["topics_basis"] for programme in programmes} == {"stated", None}
    assert store.search(parse_items(COLLECTIONS["nuts3"], [("scope", "cross_border")]).query).matched == 0


def test_extents_are_those_of_what_is_there(store: Store) -> None:
    assert store.spatial_extent("nuts3") == (10, 38, 21, 61)
    assert store.spatial_extent("cooperation") == (-6, 38, 21, 61)
