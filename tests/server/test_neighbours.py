"""Neighbours: rules over all pairs of both NUTS versions, other ways to the same answers, and truths known by hand."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely

from cooperation_atlas.editions.neighbours import (
    MOST_BY_SEA_KM,
    Neighbourhood,
    Neighbours,
    area_neighbours,
    label_points,
    programme_neighbours,
)
from cooperation_atlas.model.neighbours import NeighbourKind
from cooperation_atlas.sources.nuts import load_regions
from cooperation_atlas.sources.nuts_files import write_version
from cooperation_atlas.sources.regions import Regions

DATA = Path(__file__).parents[2] / "data"
LAND, POINT, SEA = NeighbourKind.LAND, NeighbourKind.POINT, NeighbourKind.SEA
VERSIONS = ("2016", "2021")
GEOD = pyproj.Geod(ellps="WGS84")

both_versions = pytest.mark.parametrize("version", VERSIONS)


@cache
def loaded(version: str) -> Regions:
    """The regions of a version."""
    return load_regions(version, DATA)


@cache
def pairs(version: str) -> tuple[Neighbours, ...]:
    """All neighbours of a version."""
    return tuple(area_neighbours(loaded(version)))


@cache
def by_codes(version: str) -> dict[tuple[str, str], Neighbours]:
    """The same by both codes."""
    return {(pair.a, pair.b): pair for pair in pairs(version)}


@both_versions
def test_each_pair_is_there_once_in_the_order_of_its_codes(version: str) -> None:
    keys = [(pair.a, pair.b) for pair in pairs(version)]
    assert keys == sorted(set(keys))
    assert all(a < b for a, b in keys)
    country = loaded(version).nuts3["country"].to_dict()
    assert all((pair.country_a, pair.country_b) == (country[pair.a], country[pair.b]) for pair in pairs(version))


@both_versions
def test_lengths_agree_with_the_kind(version: str) -> None:
    for pair in pairs(version):
        assert (pair.border_km > 0) is (pair.kind is LAND), pair
        assert (pair.distance_km > 0) is (pair.kind is SEA), pair
        assert (pair.crosses_land is None) is (pair.kind is not SEA), pair
        assert pair.distance_km <= MOST_BY_SEA_KM


@both_versions
def test_both_sides_of_a_sea_have_a_shoreline(version: str) -> None:
    shoreline = loaded(version).nuts3["shoreline"].to_dict()
    assert {shoreline[code] for pair in pairs(version) if pair.kind is SEA for code in (pair.a, pair.b)} == {"yes"}


@both_versions
def test_who_touches_is_what_the_relations_of_geometry_say(version: str) -> None:
    """Every pair of areas by the DE-9IM matrix of GEOS, which does not know that borders are shared."""
    frame = loaded(version).nuts3
    shapes = np.array([loaded(version).geometry[code] for code in frame.index], dtype=object)
    a, b = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    a, b = a[a < b], b[a < b]
    matrix = shapely.relate(shapes[a], shapes[b])
    expected = {
        (frame.index[i], frame.index[j]): {"1": LAND, "0": POINT}[m[4]] for i, j, m in zip(a, b, matrix, strict=True)
    }
    touching = {key: pair.kind for key, pair in by_codes(version).items() if pair.kind is not SEA}
    assert touching == expected


@both_versions
def test_borders_are_as_long_as_the_line_that_two_areas_have_in_common(version: str) -> None:
    land = [pair for pair in pairs(version) if pair.kind is LAND and pair.across_border]
    for pair in land[::3]:
        common = loaded(version).geometry[pair.a].boundary.intersection(loaded(version).geometry[pair.b].boundary)
        lines = shapely.line_merge(shapely.union_all([p for p in shapely.get_parts(common) if p.length]))
        assert pair.border_km == pytest.approx(GEOD.geometry_length(lines) / 1000, abs=0.0051), pair


@both_versions
def test_borders_of_countries_are_the_sum_of_those_of_their_areas(version: str) -> None:
    """The union of the areas of each country shares exactly what its areas share across the border."""
    regions = loaded(version)
    km: Counter[tuple[str, str]] = Counter()
    for pair in pairs(version):
        if pair.across_border:
            km[pair.country_a, pair.country_b] += pair.border_km
    for one, other in (("ES", "PT"), ("AT", "DE"), ("FR", "NL"), ("HU", "PL"), ("DK", "SE"), ("BE", "LU")):
        common = regions.geometry[one].boundary.intersection(regions.geometry[other].boundary)
        length = sum(GEOD.geometry_length(part) for part in shapely.get_parts(common)) / 1000
        assert km[one, other] == pytest.approx(length, rel=1e-3, abs=0.01)


def nearest_km(version: str, a: str, b: str) -> float:
    """Shortest distance by brute force: each vertex of one outline, and points between, to those of the other."""
    outlines = [shapely.boundary(loaded(version).geometry[code]) for code in (a, b)]
    places = [shapely.get_coordinates(shapely.segmentize(line, 0.02)) for line in outlines]
    space = pyproj.Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
    one, other = (np.column_stack(space.transform(*xy.T, np.zeros(len(xy)))) for xy in places)
    chord = min(np.linalg.norm(other - point, axis=1).min() for point in one)
    return float(chord) / 1000


@pytest.mark.parametrize(("one", "other"), [("DK", "SE"), ("EE", "FI"), ("ES", "PT"), ("EL", "IT")])
def test_distances_by_sea_between_two_countries_are_those_of_brute_force(one: str, other: str) -> None:
    frame = loaded("2021").nuts3
    shores = {c: frame.index[(frame["country"] == c) & (frame["shoreline"] == "yes")] for c in (one, other)}
    bounds = {code: loaded("2021").geometry[code].bounds for c in shores for code in shores[c]}
    for a in shores[one]:
        for b in shores[other]:
            pair = by_codes("2021").get((a, b))
            if pair is not None and pair.kind is not SEA:
                continue
            if shapely.box(*bounds[a]).distance(shapely.box(*bounds[b])) > 3.5:  # degrees, up to 60° north
                assert pair is None
                continue
            km = nearest_km("2021", a, b)
            if pair is None:
                assert km > MOST_BY_SEA_KM - 0.2, (a, b, km)
            else:
                # Points along the outlines are up to 2 km apart: brute force finds a little more, never less.
                assert pair.distance_km - 0.02 <= km <= pair.distance_km + 1.2, (a, b, km)


def test_distance_and_crossed_land_are_those_of_a_map_of_each_pair() -> None:
    """Each pair in a stereographic map of its own by PROJ, in which the other areas between are drawn too."""
    regions = loaded("2021")
    tree = shapely.STRtree(shapes := np.array([regions.geometry[c] for c in regions.nuts3.index], dtype=object))
    across = [p for p in pairs("2021") if p.kind is SEA and p.across_border]
    for pair in across:
        own = [regions.nuts3.index.get_loc(code) for code in (pair.a, pair.b)]
        rough = shapely.shortest_line(shapes[own[0]].boundary, shapes[own[1]].boundary)
        x, y = np.mean(rough.coords, axis=0)
        to_map = pyproj.Proj(proj="stere", lon_0=x, lat_0=y, ellps="WGS84")
        flat = shapely.transform(shapes[own], to_map, interleaved=False)
        line = shapely.shortest_line(flat[0].boundary, flat[1].boundary)
        ends = to_map(*np.array(line.coords).T, inverse=True)
        km = GEOD.line_length(*ends) / 1000
        assert pair.distance_km == pytest.approx(km, rel=2e-4, abs=0.01), pair
        near = tree.query(shapely.box(*shapely.MultiPoint(np.array(ends).T).buffer(0.5).bounds))
        others = shapely.transform(shapes[np.setdiff1d(near, own)], to_map, interleaved=False)
        # A line that runs along a shore crosses nothing, or something, by the last digit.
        drawn = shapely.buffer(others, 200 if pair.crosses_land else -200)
        assert pair.crosses_land is bool(shapely.intersects(drawn, line).any()), pair


@both_versions
def test_what_is_around_an_area_follows_from_its_pairs(version: str) -> None:
    around = Neighbourhood(pairs(version))
    for code, country in loaded(version).nuts3["country"].items():
        own = [p for p in pairs(version) if code in (p.a, p.b) and p.across_border]
        for kind in NeighbourKind:
            abroad = {p.country_b if p.country_a == country else p.country_a for p in own if p.kind is kind}
            assert around.countries([code], kind) == abroad
            assert country not in abroad
        assert len(around.areas([code], LAND, SEA)) == sum(p.kind is not POINT for p in own)


def test_truths_known_by_hand() -> None:
    around = Neighbourhood(pairs("2021"))
    regions = loaded("2021")
    assert around.countries(regions.covered(["AT34"]), LAND) == {"CH", "DE", "LI"}
    assert around.countries(regions.covered(["LI"]), LAND) == {"AT", "CH"}
    assert around.countries(regions.covered(["PT"]), LAND) == {"ES"}
    assert around.countries(regions.covered(["PL"]), LAND) == {"CZ", "DE", "LT", "SK"}, "not Hungary"
    assert around.countries(regions.covered(["DK"]), LAND) == {"DE"}
    assert "SE" in around.countries(regions.covered(["DK"]), SEA)
    assert around.countries(regions.covered(["MT"]), LAND, POINT) == set()
    assert around.countries(regions.covered(["MT"]), SEA) == {"IT"}
    assert around.countries(regions.covered(["CZ", "SK", "LU"]), SEA) == set(), "no sea"
    # Saint-Martin and Sint Maarten lie overseas, as do these: neighbours of nobody here, or of each other.
    assert around.areas(regions.covered(["FRY", "PT20", "PT30", "ES70"]), LAND, SEA) == set()
    assert by_codes("2021")["DK011", "SE224"].kind is SEA
    assert by_codes("2021")["FRY10", "FRY20"].kind is SEA, "Guadeloupe and Martinique"


def test_counts_are_those_of_another_computation() -> None:
    """Counted independently on the same shapes: 408 pairs with a line across countries, 6 with a point, 663 by sea."""
    counts = Counter(pair.kind for pair in pairs("2021") if pair.across_border)
    assert (counts[LAND], counts[POINT]) == (408, 6)
    assert counts[SEA] == pytest.approx(663, abs=2)


#: Areas of Eurostat's class "land border" whose frontier is water.
ACROSS_WATER = {"DK011", "DK013", "SE224", "FRM01", "ITG2D", "EL411", "EL412", "EL413", "EL421"}


def test_eurostats_class_of_border_regions_is_another_thing() -> None:
    """Nine areas of its class "land border" have no land frontier; the others without one here border on what is
    outside NUTS."""
    frame, around = loaded("2021").nuts3, Neighbourhood(pairs("2021"))
    classed = frame.index[frame["border"].isin(["land_border_internal", "land_border_external"])]
    without = {code for code in classed if not around.countries([code], LAND)}
    assert without > ACROSS_WATER
    assert all(around.countries([code], SEA) for code in ACROSS_WATER)
    # Russia, Belarus, Ukraine and Moldova; Gibraltar, Ceuta and Melilla; Saint-Martin and Guyane; Bosnia.
    outside = {code[:2] for code in without - ACROSS_WATER}
    assert outside == {"EE", "ES", "FI", "FR", "HR", "LT", "PL", "RO"}
    internal = frame.index[frame["border"] == "land_border_internal"]
    assert without.intersection(internal) == {code for code in ACROSS_WATER if not code.startswith("EL")}


@both_versions
def test_label_points_lie_inside_their_areas(version: str) -> None:
    codes = loaded(version).nuts3.index
    points = label_points(loaded(version), codes)
    assert list(points) == list(codes)
    inside = shapely.contains_xy([loaded(version).geometry[c] for c in codes], *np.array([points[c] for c in codes]).T)
    assert inside.all()


@pytest.mark.parametrize(("version", "country"), [("2021", "AT"), ("2021", "DK"), ("2016", "SI")])
def test_neighbours_of_programmes_are_those_of_their_areas(version: str, country: str) -> None:
    """Held against each pair of programmes with each pair of their areas."""
    areas = pd.read_csv(DATA / "programmes" / "areas.csv", dtype=str, keep_default_na=False)
    period = "2021" if version == "2021" else "201[456]"
    chosen = areas[areas["cci"].str.match(period) & (areas["nuts_version"] == version)]
    covered = {str(cci): loaded(version).covered(group["nuts_code"]) for cci, group in chosen.groupby("cci")}
    home = {cci: {loaded(version).nuts3.at[code, "country"] for code in codes} for cci, codes in covered.items()}
    found = {(n.a, n.b): n for n in programme_neighbours(pairs(version), covered)}
    assert list(found) == sorted(found)
    for one in (cci for cci in covered if home[cci] == {country}):
        for other in covered:
            if home[other] == home[one]:
                assert (one, other) not in found
                continue
            key = (min(one, other), max(one, other))
            own = [
                p
                for p in pairs(version)
                if (p.a in covered[key[0]] and p.b in covered[key[1]])
                or (p.b in covered[key[0]] and p.a in covered[key[1]])
            ]
            if not own:
                assert key not in found
                continue
            neighbours = found[key]
            kinds = {p.kind for p in own}
            assert neighbours.kind is (LAND if LAND in kinds else SEA if SEA in kinds else POINT)
            assert neighbours.border_km == pytest.approx(sum(p.border_km for p in own), abs=0.01)
            assert neighbours.distance_km == min(p.distance_km for p in own)
            reached = {c for p in own if p.kind is not POINT for c in (p.a, p.b)}
            assert neighbours.areas_a | neighbours.areas_b == reached
            assert neighbours.areas_a <= covered[key[0]]
            assert neighbours.areas_b <= covered[key[1]]


def made(folder: Path, version: str, squares: dict[str, tuple[shapely.Polygon, str, str]]) -> Regions:
    """Regions with these areas, each with its class of coast and whether it has a shoreline."""
    rows = []
    for code in sorted({code[:n] for code in squares for n in (2, 3, 4, 5)}):
        _, coast, shoreline = squares.get(code, (None, "", ""))
        rows.append(
            {"nuts_code": code, "nuts_version": version, "level": str(len(code) - 2), "country": code[:2],
             "parent": code[:-1] if len(code) > 2 else "", "name_latn": code, "name_national": "", "urban": "",
             "coast": coast, "shoreline": shoreline, "mountain": "", "border": "", "island": "", "area_km2": "1.00"}
        )  # fmt: skip
    write_version(folder, version, rows, {code: square for code, (square, _, _) in squares.items()})
    return load_regions(version, folder)


def test_of_a_version_that_marks_coasts_only_coastal_areas_with_an_edge_of_their_own_have_a_shore(
    tmp_path: Path,
) -> None:
    """NUTS 2024: two rows of three squares in two countries with half a degree of water between them."""

    def row(country: str, west: float) -> dict[str, tuple[shapely.Polygon, str, str]]:
        return {f"{country}11{i}": (shapely.box(west, 50 + i, west + 1, 51 + i), "coastal", "") for i in (1, 2, 3)}

    areas = row("XA", 10) | row("XB", 11.5)
    areas["XB112"] = (areas["XB112"][0], "", "")
    found = {(p.a, p.b): p for p in area_neighbours(made(tmp_path, "2024", areas))}
    assert [key for key, p in found.items() if p.kind is LAND] == [
        ("XA111", "XA112"), ("XA112", "XA113"), ("XB111", "XB112"), ("XB112", "XB113"),
    ]  # fmt: skip
    by_sea = {key for key, p in found.items() if p.kind is SEA and p.across_border}
    assert not any("XB112" in key for key in by_sea), "not coastal"
    assert ("XA111", "XB111") in by_sea
    assert ("XA112", "XB111") in by_sea


def test_a_strait_is_crossed_and_an_island_in_it_is_land(tmp_path: Path) -> None:
    areas = {
        "XA111": (shapely.box(10, 0, 11, 1), "coastal", "yes"),
        "XB111": (shapely.box(12, 0, 13, 1), "coastal", "yes"),
        "XC111": (shapely.box(11.4, -1, 11.6, 2), "coastal", "yes"),
    }
    found = {(p.a, p.b): p for p in area_neighbours(made(tmp_path, "2021", areas))}
    degree = GEOD.inv(11, 0, 12, 0)[2] / 1000
    assert found["XA111", "XB111"].distance_km == pytest.approx(degree * np.cos(np.radians(1)), abs=0.05)
    assert [p.crosses_land for p in found.values()] == [True, False, False]


def test_areas_may_meet_in_a_point_and_none_need_be_there(tmp_path: Path) -> None:
    areas = {
        "XA111": (shapely.box(10, 0, 11, 1), "coastal", "yes"),
        "XB111": (shapely.box(11, 1, 12, 2), "coastal", "yes"),
    }
    assert [p.kind for p in area_neighbours(made(tmp_path, "2021", areas))] == [POINT]
    alone = made(tmp_path / "alone", "2021", {"XA111": areas["XA111"]})
    assert area_neighbours(alone) == []
