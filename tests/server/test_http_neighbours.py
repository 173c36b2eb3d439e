"""Neighbours through the front door: pairs, what lies around areas, programmes and countries, and their criteria."""

from __future__ import annotations

import csv
import io
from collections import defaultdict

import pytest
from http_client import get, items, page
from running_server import RunningServer

VERSIONS = {"nuts3": "2021", "nuts3-2016": "2016"}
Row = dict[str, str]


def rows(server: RunningServer, collection: str, properties: str) -> list[Row]:
    """All features of a collection, from CSV."""
    found: list[Row] = []
    while True:
        query = {"f": "csv", "limit": 10_000, "offset": len(found), "properties": properties}
        answer = get(server, items(collection), **query)
        assert answer.status_code == 200, answer.text
        found += csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
        if len(found) >= int(answer.headers["OGC-NumberMatched"]):
            return found


@pytest.fixture(scope="module")
def pairs(server: RunningServer) -> list[Row]:
    """All pairs of neighbours."""
    names = "id,nuts_version,neighbour_kind,distance_km,border_km,across_border"
    return rows(server, "neighbours", f"{names},nuts_code_a,country_a,nuts_code_b,country_b,countries,nuts_codes")


def several(cell: str) -> list[str]:
    """The values of an array in CSV."""
    return cell.split("; ") if cell else []


def matched(server: RunningServer, collection: str, **query: str) -> int:
    """How many features a search finds."""
    found: int = page(server, items(collection), limit=1, skipGeometry="true", **query)["numberMatched"]
    return found


def test_each_pair_is_there_once(pairs: list[Row]) -> None:
    keys = [(row["nuts_version"], *several(row["nuts_codes"])) for row in pairs]
    assert len(set(keys)) == len(keys)
    assert all(a < b for _, a, b in keys)
    assert [row["id"] for row in pairs] == [".".join(key) for key in keys]


def test_a_pair_says_the_same_in_all_its_properties(pairs: list[Row]) -> None:
    for row in pairs:
        countries = {row["country_a"], row["country_b"]}
        assert set(several(row["countries"])) == countries
        assert row["across_border"] == str(len(countries) == 2).lower()
        km = float(row["border_km"]), float(row["distance_km"])
        assert {"land": km[0] > 0 == km[1], "point": km == (0, 0), "sea": km[0] == 0 < km[1] <= 150}[
            row["neighbour_kind"]
        ]


@pytest.mark.parametrize("collection", VERSIONS)
def test_what_lies_around_an_area_is_what_its_pairs_say(
    server: RunningServer, pairs: list[Row], collection: str
) -> None:
    land, sea, areas = defaultdict(set), defaultdict(set), defaultdict(set)
    for row in pairs:
        if row["nuts_version"] == VERSIONS[collection] and row["across_border"] == "true":
            for own, other in (("a", "b"), ("b", "a")):
                code, country = row[f"nuts_code_{own}"], row[f"country_{other}"]
                if row["neighbour_kind"] != "point":
                    (land if row["neighbour_kind"] == "land" else sea)[code].add(country)
                    areas[code].add(row[f"nuts_code_{other}"])
    for area in rows(server, collection, "nuts_code,n_neighbours,borders_on,sea_neighbours_in"):
        code = area["nuts_code"]
        assert set(several(area["borders_on"])) == land[code]
        assert set(several(area["sea_neighbours_in"])) == sea[code]
        assert int(area["n_neighbours"]) == len(areas[code])


def test_neighbours_of_programmes_are_those_of_their_areas(server: RunningServer, pairs: list[Row]) -> None:
    around: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    neighbours: dict[str, set[str]] = defaultdict(set)
    for collection, version in VERSIONS.items():
        covering = {}
        for area in rows(server, collection, "nuts_code,programmes,borders_on,sea_neighbours_in"):
            covering[area["nuts_code"]] = several(area["programmes"])
            for cci in covering[area["nuts_code"]]:
                around[cci][0].update(several(area["borders_on"]))
                around[cci][1].update(several(area["sea_neighbours_in"]))
        for row in pairs:
            if row["nuts_version"] == version and row["across_border"] == "true" and row["neighbour_kind"] != "point":
                here, there = covering[row["nuts_code_a"]], covering[row["nuts_code_b"]]
                for cci in here:
                    neighbours[cci].update(there)
                for cci in there:
                    neighbours[cci].update(here)
    for programme in rows(server, "programmes", "cci,country,n_neighbours,borders_on,sea_neighbours_in"):
        cci, own = programme["cci"], {programme["country"]}
        assert set(several(programme["borders_on"])) == around[cci][0] - own
        assert set(several(programme["sea_neighbours_in"])) == around[cci][1] - own
        assert int(programme["n_neighbours"]) == len(neighbours[cci])


def test_borders_of_countries_are_mutual(server: RunningServer) -> None:
    countries = {
        row["country"]: row
        for row in rows(server, "countries", "country,n_regions,n_neighbours,borders_on,sea_neighbours_in")
    }
    for code, row in countries.items():
        for name in ("borders_on", "sea_neighbours_in"):
            for other in several(row[name]):
                assert other != code
                assert other not in countries or code in several(countries[other][name])
        if row["n_regions"]:
            assert int(row["n_neighbours"]) == len({*several(row["borders_on"]), *several(row["sea_neighbours_in"])})


@pytest.mark.parametrize("collection", ["programmes", *VERSIONS, "countries", "programme-areas", "cooperation"])
def test_the_criterion_finds_what_has_the_property(server: RunningServer, collection: str) -> None:
    facets = page(server, f"/collections/{collection}/facets", facets="borders_on")["facets"]["borders_on"]
    assert sum(count > 0 for count in facets.values()) > 20
    for country in ("DE", "LI", "IE", "MT"):
        count = matched(server, collection, borders_on=country)
        assert count == facets[country]
        # Where the area is known, so is that nothing lies on that border.
        assert matched(server, collection, borders_on=country, include="unknown") == count
        if collection != "cooperation":
            assert matched(server, collection, filter=f"A_CONTAINS(borders_on, ('{country}'))") == count
    assert facets["MT"] == 0


def test_pairs_are_found_by_either_side(server: RunningServer, pairs: list[Row]) -> None:
    vorarlberg = [row for row in pairs if any(c.startswith("AT34") for c in several(row["nuts_codes"]))]
    assert matched(server, "neighbours", nuts3="AT34") == len(vorarlberg) > 10
    abroad = {c for row in vorarlberg if row["neighbour_kind"] == "land" for c in several(row["countries"])}
    assert abroad == {"AT", "CH", "DE", "LI"}
    for country in ("AT", "LI", "UK"):
        with_it = [row for row in pairs if country in several(row["countries"])]
        assert matched(server, "neighbours", country=country) == len(with_it)
        assert matched(server, "neighbours", exclude_country=country) == len(pairs) - len(with_it)
    for query in ({"neighbour_kind": "sea"}, {"across_border": "true"}, {"neighbour_kind": "point,land"}):
        ((name, values),) = query.items()
        expected = sum(row[name] in values.split(",") for row in pairs)
        assert matched(server, "neighbours", **query) == expected
    assert matched(server, "neighbours", q="Liechtenstein") == matched(server, "neighbours", country="LI")


@pytest.mark.parametrize("name", ["neighbour_kind", "across_border"])
def test_other_collections_do_not_take_criteria_of_pairs(server: RunningServer, name: str) -> None:
    for collection in ("programmes", "nuts3", "cooperation"):
        assert get(server, items(collection), **{name: "true"}).status_code == 400
    assert get(server, items("neighbours"), topic="PO2").status_code == 400


def test_truths_known_by_hand(server: RunningServer) -> None:
    around = {row["country"]: row for row in rows(server, "countries", "country,borders_on,sea_neighbours_in")}
    assert "HU" not in several(around["PL"]["borders_on"])
    assert "SE" not in several(around["DK"]["borders_on"])
    assert "SE" in several(around["DK"]["sea_neighbours_in"])
    assert several(around["PT"]["borders_on"]) == ["ES"]
    assert several(around["CZ"]["sea_neighbours_in"]) == []


def test_features_are_lines_between_points_inside_the_areas(server: RunningServer) -> None:
    document = page(server, items("neighbours"), nuts3="AT34", nuts_version="2021")
    kinds = {feature["geometry"]["type"] for feature in document["features"]}
    assert kinds == {"LineString"}
    schema = page(server, "/collections/neighbours/schema")
    assert schema["properties"]["geometry"]["format"] == "geometry-linestring"
    for feature in document["features"]:
        assert len(feature["geometry"]["coordinates"]) == 2
        for code, (x, y) in zip(feature["properties"]["nuts_codes"], feature["geometry"]["coordinates"], strict=True):
            box = f"{x - 1e-6},{y - 1e-6},{x + 1e-6},{y + 1e-6}"
            assert matched(server, "nuts3", bbox=box, nuts3=code) == 1


@pytest.mark.parametrize("f", ["html", "jsonld", "csv", "json"])
def test_a_pair_has_every_form(server: RunningServer, f: str) -> None:
    for language in ("en", "pl"):
        answer = get(server, f"{items('neighbours')}/2021.AT341.LI000", f=f, lang=language)
        assert answer.status_code == 200
        assert "Liechtenstein" in answer.text
