"""The land of the background: damaged files are findings, and every country with areas has land below them."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from http_client import get, items, page
from running_server import RunningServer

from cooperation_atlas.editions.validate import validate
from cooperation_atlas.model.land import LAND_FILE
from cooperation_atlas.sources.land import read_land

PLACE = f"data/{LAND_FILE}"


@pytest.fixture
def with_land(data: Path, real_data: Path) -> Path:
    """The small data folder with the land of the repository."""
    (data / LAND_FILE).parent.mkdir()
    shutil.copy(real_data / LAND_FILE, data / LAND_FILE)
    return data


def found(data: Path) -> list[str]:
    return [str(f).removeprefix(f"{PLACE}: ") for f in validate(data).findings if f.file == PLACE]


def test_a_folder_without_land_has_none(data: Path) -> None:
    assert validate(data).land == [] and found(data) == []


def test_every_piece_names_its_source(with_land: Path) -> None:
    land = read_land(with_land)
    assert [one.id for one in land] == sorted({one.id for one in land})
    assert {one.source for one in land} and all("public domain" in one.source for one in land)
    assert all(shapely.is_valid(one.geometry) for one in land)
    # No ring goes through the whole world: those across the antimeridian are cut there (RFC 7946, 3.1.9).
    widest = max(part.bounds[2] - part.bounds[0] for one in land for part in shapely.get_parts(one.geometry))
    assert widest < 180


def _member(document: dict[str, Any], name: str, value: Any, at: int = 0) -> None:
    document["features"][at][name] = value


#: A ring that crosses itself.
BOW = [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]
DAMAGE: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "no source": (lambda d: d.pop("source"), "the member 'source' is missing"),
    "no id": (lambda d: _member(d, "id", None), "feature 1 has no id or no name"),
    "no name": (lambda d: _member(d, "properties", {}), "feature 1 has no id or no name"),
    "no feature": (lambda d: d["features"].__setitem__(0, None), "feature 1 has no id or no name"),
    "twice": (lambda d: d["features"].append(d["features"][0]), "has the id of an earlier one"),
    "no geometry": (lambda d: _member(d, "geometry", None), "there is no geometry that can be read"),
    "half a geometry": (lambda d: _member(d, "geometry", {"type": "Polygon"}), "there is no geometry that can be read"),
    "a point": (lambda d: _member(d, "geometry", {"type": "Point", "coordinates": [1, 2]}), "is a Point"),
    "off the Earth": (
        lambda d: _member(d, "geometry", {"type": "Polygon", "coordinates": [[[0, 0], [200, 0], [0, 9], [0, 0]]]}),
        "lies outside longitude -180 to 180",
    ),
    "a bow": (
        lambda d: _member(d, "geometry", {"type": "Polygon", "coordinates": [BOW]}),
        "the geometry is not valid",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DAMAGE)
def test_damage_is_a_finding_with_its_place(with_land: Path, case: str) -> None:
    change, reason = DAMAGE[case]
    path = with_land / LAND_FILE
    document = json.loads(gzip.decompress(path.read_bytes()))
    change(document)
    path.write_bytes(gzip.compress(json.dumps(document).encode()))
    [told] = found(with_land)
    assert reason in told and "make_land.py" in told


def test_a_file_that_is_no_gzip(with_land: Path) -> None:
    (with_land / LAND_FILE).write_text("{}")
    [told] = found(with_land)
    assert "is not whole gzip" in told and "make_land.py" in told


def test_land_lies_below_every_country_with_areas(server: RunningServer) -> None:
    """Looked at from a third of each country's area: an outline of 1:50 million is not that of 1:3 million."""
    answer = get(server, "/land")
    assert answer.headers["Content-Type"] == "application/geo+json" and answer.headers["ETag"]
    land = answer.json()
    assert all("Natural Earth" in feature["properties"]["source"] for feature in land["features"])
    below = shapely.union_all([shapely.from_geojson(json.dumps(f["geometry"])) for f in land["features"]])
    for country in page(server, items("countries"), limit=100)["features"]:
        if country["geometry"] is None:
            continue
        area = shapely.from_geojson(json.dumps(country["geometry"]))
        assert area.intersection(below).area > 0.7 * area.area, country["id"]


@pytest.mark.parametrize("query", [{"f": "csv"}, {"f": "html"}, {"limit": "1"}, {"lang": "tlh"}, {"exclude": "all"}])
def test_what_land_does_not_take(server: RunningServer, query: dict[str, str]) -> None:
    assert get(server, "/land", **query).status_code == 400
