"""The committed NUTS boundaries: complete, valid, clean at every border and small."""

import shutil
from pathlib import Path

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.sources.nuts import load_regions
from cooperation_atlas.sources.nuts_files import COLUMNS, available_versions, geometry_path, table_path
from cooperation_atlas.sources.nuts_topology import SLIVER_WIDTH, clean_coverage, hole_widths, is_clean

DATA = Path(__file__).parents[2] / "data"
VERSIONS = ("2016", "2021")


@pytest.fixture(scope="module")
def loaded():
    return {version: load_regions(version, DATA) for version in VERSIONS}


@pytest.fixture(scope="module")
def versions(loaded):
    return {version: regions.frame for version, regions in loaded.items()}


@pytest.fixture(params=VERSIONS)
def regions(request, versions):
    return versions[request.param]


@pytest.mark.parametrize(
    ("version", "counts"),
    [("2021", {0: 37, 1: 125, 2: 334, 3: 1514}), ("2016", {0: 37, 1: 125, 2: 332, 3: 1522})],
)
def test_every_level_is_complete(versions, version, counts):
    regions = versions[version]
    assert regions.groupby("level").size().to_dict() == counts
    assert regions["nuts_code"].is_unique
    assert set(regions["nuts_version"]) == {version}
    assert list(regions.columns) == [*COLUMNS, "geometry"]
    assert regions.crs == "EPSG:4326"


def test_all_geometry_together_is_small():
    assert set(available_versions(DATA)) >= set(VERSIONS)
    assert sum(geometry_path(DATA, version).stat().st_size for version in VERSIONS) < 8_000_000


def test_geometry_is_valid_longitude_first_and_rounded(regions):
    assert set(regions.geom_type) <= {"Polygon", "MultiPolygon"}
    assert regions.is_valid.all()
    points = shapely.get_coordinates(regions.geometry)
    assert np.array_equal(points, np.round(points, 6))
    # From Guadeloupe in the west to Réunion in the south-east: swapped axes would break each bound.
    assert -64 < points[:, 0].min() < -60 and 55 < points[:, 0].max() < 56
    assert -22 < points[:, 1].min() < -21 and 70 < points[:, 1].max() < 82


def test_rings_follow_the_right_hand_rule(regions):
    parts = shapely.get_parts(regions.geometry)
    assert shapely.is_ccw(shapely.get_exterior_ring(parts)).all()
    holes = np.concatenate([shapely.get_rings(part)[1:] for part in parts])
    assert len(holes) > 0
    assert not shapely.is_ccw(holes).any()


def test_neighbours_share_borders_at_every_level(regions):
    for level in range(4):
        assert is_clean(regions.geometry[regions["level"] == level].to_numpy()), f"level {level}"


def test_a_border_has_the_same_vertices_on_both_sides_and_at_every_level(versions):
    shapes = versions["2021"].set_index("nuts_code").geometry
    for one, other in (("DE", "FR"), ("DE1", "FRF"), ("DE13", "FRF1"), ("DE134", "FRF11")):
        common = shapely.get_coordinates(shapely.intersection(shapes[one], shapes[other]))
        assert len(common) > 10
        for code in (one, other):
            vertices = set(map(tuple, shapely.get_coordinates(shapes[code]).tolist()))
            assert vertices.issuperset(map(tuple, common.tolist()))


def test_a_region_is_exactly_its_children(regions):
    shapes = regions.set_index("nuts_code").geometry
    for parent, group in regions.groupby("parent"):
        whole = shapely.union_all(shapes[group["nuts_code"]].to_numpy())
        assert shapely.symmetric_difference(whole, shapes[parent]).area < 1e-12, parent
        area = regions.set_index("nuts_code")["area_km2"]
        assert area[parent] == pytest.approx(area[group["nuts_code"]].sum(), abs=0.5)


def test_a_country_has_no_hole_that_is_a_sliver(regions):
    for country in regions[regions["level"] == 0].itertuples():
        leaves = regions[(regions["level"] == 3) & (regions["country"] == country.nuts_code)]
        merged = shapely.union_all(leaves.geometry.to_numpy())
        # Real ones are enclaves (San Marino, Büsingen, Llívia …) and lagoons, far wider even the smallest.
        assert all(width > 10 * SLIVER_WIDTH for width in hole_widths(merged)), country.nuts_code


def test_every_region_but_a_country_has_a_parent_one_level_up(regions):
    level = dict(zip(regions["nuts_code"], regions["level"], strict=True))
    for row in regions.itertuples():
        if row.level == 0:
            assert row.parent is None
        else:
            assert level[row.parent] == row.level - 1
        assert row.country == row.nuts_code[:2]


def test_the_parent_of_northern_irish_regions_of_2016_is_not_their_prefix(loaded, versions):
    regions = versions["2016"].set_index("nuts_code")
    assert regions.parent["UKN10"] == "UKN0"
    hierarchy = loaded["2016"].hierarchy
    assert {"UKN06", "UKN16"} <= set(hierarchy.descendants("UKN0"))
    assert len(hierarchy.lineage("UKN06")) == 4 and len(hierarchy.descendants("UKN")) == 12


def test_areas_equal_those_on_the_ellipsoid(regions):
    earth = pyproj.Geod(ellps="GRS80")
    # From the far south-west to the far north: an equal-area projection must hold everywhere.
    for code in ("AT", "EL", "ITG1", "FRY10", "FRY40", "FI1D7", "IS", "LU"):
        row = regions[regions["nuts_code"] == code].iloc[0]
        on_ellipsoid = abs(earth.geometry_area_perimeter(row.geometry)[0]) / 1e6
        assert row.area_km2 == pytest.approx(on_ellipsoid, rel=1e-3), code


def test_attributes_are_words_and_unknown_ones_none(versions):
    known = {
        "urban": {"predominantly_urban", "intermediate", "predominantly_rural", None},
        "coast": {"coastal", "non_coastal", None},
        "mountain": {"mountain", "non_mountain", None},
        "border": {
            "non_border",
            "land_border_internal",
            "land_border_external",
            "border_by_population",
            None,
        },
        "island": {"island", "non_island", None},
    }
    for regions in versions.values():
        for column, words in known.items():
            assert set(regions[column]) <= words
            assert regions[column][regions["level"] < 3].isna().all()
        assert regions["name_latn"].str.len().gt(1).all() and regions["name_national"].str.len().gt(1).all()
    current = versions["2021"].set_index("nuts_code")
    palermo = current.loc["ITG12"]
    assert (palermo.name_latn, palermo.coast, palermo.island) == ("Palermo", "coastal", "island")
    assert current.border["DE134"] == "land_border_internal"
    assert current.name_national["EL431"] == "Ηράκλειο"
    assert versions["2016"].set_index("nuts_code").name_latn["AT1"] == "Ostösterreich"


def test_nuts3_regions_know_the_regions_around_them(loaded):
    for regions in loaded.values():
        frame = regions.nuts3
        assert frame.index.is_monotonic_increasing and len(frame) == (regions.frame["level"] == 3).sum()
        for code, row in frame.iterrows():
            assert [row.nuts2, row.nuts1, row.country] == regions.hierarchy.ancestors(code)
            assert row.nuts1_name == regions.frame.at[row.nuts1, "name_latn"]
            assert row.nuts2_name == regions.frame.at[row.nuts2, "name_latn"]


def test_an_area_covers_the_nuts3_regions_inside_it(loaded):
    regions = loaded["2016"]
    for code in regions.hierarchy:
        leaves = {c for c in (code, *regions.hierarchy.descendants(code)) if regions.frame.at[c, "level"] == 3}
        assert regions.covered([code]) == leaves
    assert regions.covered(["ITG1", "ITG11", "XX"]) == regions.covered(["ITG1"])
    assert regions.meets("UKN10", "UKN0") and regions.meets("UKN0", "UKN10") and not regions.meets("UKN10", "UKM")


def test_a_union_joins_levels_and_ignores_what_is_inside(loaded):
    regions = loaded["2021"]
    assert regions.united(["ITG1", "ITG11", "ITG19"]).equals(regions.geometry["ITG1"])
    assert regions.united(["LV", "LT"]).geom_type in ("Polygon", "MultiPolygon")
    assert not list(shapely.get_rings(regions.united(["LU", "BE34", "FRF3"])))[1:]
    assert regions.united([]) is None


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_union_equals_a_plain_one(loaded, data):
    regions = loaded["2021"]
    country = data.draw(st.sampled_from(["BE", "IE", "PT", "HR", "EL", "UK"]))
    codes = data.draw(st.lists(st.sampled_from(regions.hierarchy.descendants(country)), min_size=1, max_size=8))
    merged = regions.united(codes)
    plain = shapely.union_all([regions.geometry[code] for code in codes])
    assert merged.is_valid
    assert shapely.symmetric_difference(merged, plain).area < 1e-12
    assert shapely.is_ccw(shapely.get_exterior_ring(shapely.get_parts(merged))).all()


def test_unknown_codes_name_the_nearest(loaded):
    with pytest.raises(AtlasError, match=r"PT1700 is not a code of NUTS 2021\. .*PT170, PT17"):
        loaded["2021"].united(["PT11", "PT1700"])


def test_an_unknown_version_names_the_known_ones():
    with pytest.raises(
        AtlasError, match=r"nuts-1999\.geojson\.gz: the file is missing; NUTS versions there: 2016, 2021"
    ):
        load_regions("1999", DATA)


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(DATA / "nuts", tmp_path / "nuts", ignore=shutil.ignore_patterns("*.py", "*2016*"))
    return tmp_path


def test_a_damaged_geometry_file_is_named(copy):
    path = geometry_path(copy, "2021")
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(AtlasError, match=r"nuts-2021\.geojson\.gz: the file is damaged: it is not whole gzip"):
        load_regions("2021", copy)


def test_table_and_geometry_must_belong_together(copy):
    path = table_path(copy)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("ITG12,2021")), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"regions\.csv: a row for ITG12 of NUTS 2021 is missing"):
        load_regions("2021", copy)
    path.write_text("".join(line for line in lines if ",2021," not in line), encoding="utf-8")
    with pytest.raises(AtlasError, match="no rows of NUTS version 2021"):
        load_regions("2021", copy)
    path.write_text(lines[0].replace("parent", "mother"), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"regions\.csv row 1 parent: the column is missing"):
        load_regions("2021", copy)


THIN = SLIVER_WIDTH / 10


@pytest.mark.parametrize(
    "polygons",
    [
        pytest.param([shapely.box(0, 0, 1 + THIN, 1), shapely.box(1, 0, 2, 1)], id="overlap"),
        pytest.param(
            [shapely.box(0, 0, 1, 1) - shapely.box(0.5, 0.5, 1, 0.5 + THIN), shapely.box(1, 0, 2, 1)],
            id="gap between two",
        ),
        pytest.param(
            [shapely.box(0, 0, 1, 1) - shapely.box(0.5, 0.5, 0.7, 0.5 + THIN), shapely.box(1, 0, 2, 1)],
            id="gap in one",
        ),
        pytest.param(
            [shapely.box(0, 0, 1, 1), shapely.Polygon([(1, 0), (2, 0), (2, 1), (1, 1), (1, 0.4)])],
            id="vertex on one side only",
        ),
    ],
)
def test_slivers_are_closed(polygons):
    cleaned = list(clean_coverage(dict(zip("ab", polygons, strict=True))).values())
    assert is_clean(np.array(cleaned))
    assert shapely.area(cleaned) == pytest.approx([1, 1], abs=2 * THIN)
    assert shapely.union_all(cleaned).equals(shapely.box(0, 0, 2, 1))


def test_real_holes_stay_open():
    ring = shapely.box(0, 0, 1, 1) - shapely.box(0.4, 0.4, 0.6, 0.6)
    assert clean_coverage({"a": ring, "b": shapely.box(1, 0, 2, 1)})["a"].equals(ring)


def test_regions_drawn_over_each_other_are_an_error():
    with pytest.raises(AtlasError, match=r"AT2: \d+% of its area lies on other regions"):
        clean_coverage({"AT1": shapely.box(0, 0, 2, 2), "AT2": shapely.box(1, 1, 2, 1.5)})
