"""Import of GISCO's NUTS files: all three formats, other CRS and scales, and errors that name the place."""

import contextlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cooperation_atlas.model.errors import AtlasError
from cooperation_atlas.sources.findings import BadSources
from cooperation_atlas.sources.nuts import load_regions
from cooperation_atlas.sources.nuts_files import table_path
from cooperation_atlas.sources.nuts_import import ImportReport, import_gisco
from cooperation_atlas.sources.nuts_topology import is_clean

GISCO_2024 = Path(__file__).parents[3] / "shared" / "reference" / "nuts" / "NUTS_RG_03M_2024_4326.gpkg"
FORMATS = {"geojson": "GeoJSON", "gpkg": "GPKG", "shp": "ESRI Shapefile"}

# A made country of four squares of one degree: XA111 XA112 in a row, XA121 above the first, XA211 above the
# second. The southern pair leaves a gap of about a metre to the northern one.
SQUARES = {
    "XA111": shapely.box(10, 50, 11, 51),
    "XA112": shapely.box(11, 50, 12, 51),
    "XA121": shapely.box(10, 51, 11, 52),
    "XA211": shapely.box(11, 51, 12, 52),
}
GAP = shapely.Polygon([(10.5, 51), (11, 51), (11, 51.000012)])


def features() -> geopandas.GeoDataFrame:
    """All levels of the made country, with GISCO's field names."""
    leaves = SQUARES | {"XA121": SQUARES["XA121"] - GAP}
    shapes = dict(leaves)
    for code in ("XA11", "XA12", "XA21", "XA1", "XA2", "XA"):
        shapes[code] = shapely.union_all([shape for leaf, shape in leaves.items() if leaf.startswith(code)])
    codes = sorted(shapes)
    deep = [len(code) == 5 for code in codes]
    return geopandas.GeoDataFrame(
        {
            "NUTS_ID": codes,
            "LEVL_CODE": [len(code) - 2 for code in codes],
            "CNTR_CODE": "XA",
            "NAME_LATN": [f"Chóra {code}" for code in codes],
            "NUTS_NAME": [f"Χώρα  {code} " for code in codes],
            "MOUNT_TYPE": [4 if leaf else 0 for leaf in deep],
            "URBN_TYPE": [2 if leaf else 0 for leaf in deep],
            "COAST_TYPE": [1 if leaf else 0 for leaf in deep],
        },
        geometry=[shapes[code] for code in codes],
        crs="EPSG:4326",
    )


def reasons(report: ImportReport) -> list[str]:
    return [finding.reason for finding in report.findings]


def written(frame: geopandas.GeoDataFrame, folder: Path, suffix: str = "geojson", name: str = "regions") -> Path:
    path = folder / f"{name}.{suffix}"
    frame.to_file(path, driver=FORMATS[suffix], encoding=None if suffix == "gpkg" else "UTF-8")
    return path


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_regions(tmp_path, suffix):
    report = import_gisco([written(features(), tmp_path, suffix)], "2013", tmp_path)
    assert report.counts == {0: 1, 1: 2, 2: 3, 3: 4}
    assert report.source_crs == ["EPSG:4326"]
    assert report.path == tmp_path / "nuts" / "nuts-2013.geojson.gz"
    regions = load_regions("2013", tmp_path).frame.set_index("nuts_code")
    assert list(regions.index) == ["XA", "XA1", "XA2", "XA11", "XA12", "XA21", "XA111", "XA112", "XA121", "XA211"]
    leaf = regions.loc["XA111"]
    assert (leaf.parent, leaf.country, leaf.level) == ("XA11", "XA", 3)
    assert (leaf.name_latn, leaf.name_national) == ("Chóra XA111", "Χώρα XA111")
    assert (leaf.urban, leaf.coast, leaf.mountain) == ("intermediate", "coastal", "non_mountain")
    assert regions.loc["XA1", "urban"] is None
    # One degree square at 50.5 degrees north, about 71 km by 111 km.
    assert leaf.area_km2 == pytest.approx(71 * 111, rel=0.01)
    assert is_clean(regions.geometry[regions["level"] == 3].to_numpy())
    assert regions.geometry["XA"].equals(shapely.box(10, 50, 12, 52))


@pytest.mark.parametrize("crs", ["EPSG:3035", "EPSG:3857", "EPSG:4258"])
@pytest.mark.parametrize("suffix", ["gpkg", "shp"])
def test_other_crs_become_degrees(tmp_path, crs, suffix):
    report = import_gisco([written(features().to_crs(crs), tmp_path, suffix)], "2013", tmp_path)
    assert report.source_crs == [crs]
    regions = load_regions("2013", tmp_path).frame
    assert regions.crs == "EPSG:4326"
    whole = regions.geometry.iloc[0]
    assert whole.bounds == pytest.approx((10, 50, 12, 52), abs=2e-6)
    assert shapely.symmetric_difference(whole, shapely.box(10, 50, 12, 52)).area < 1e-4


def test_one_file_a_level_and_mixed_formats(tmp_path):
    frame = features()
    paths = [
        written(frame[frame["LEVL_CODE"] == level], tmp_path, suffix, f"NUTS_RG_01M_2013_4326_LEVL_{level}")
        for level, suffix in enumerate(["geojson", "shp", "gpkg", "geojson"])
    ]
    assert import_gisco(paths, "2013", tmp_path).counts == {0: 1, 1: 2, 2: 3, 3: 4}
    with pytest.raises(AtlasError, match="No region of NUTS level 2 is in the files"):
        import_gisco([paths[0], paths[1], paths[3]], "2013", tmp_path)


def test_layers_of_one_geopackage_and_a_zipped_shapefile(tmp_path):
    frame = features()
    path = tmp_path / "levels.gpkg"
    for level in range(4):
        frame[frame["LEVL_CODE"] == level].to_file(path, layer=f"LEVL_{level}")
    geopandas.GeoDataFrame({"note": ["x"]}, geometry=[shapely.Point(0, 0)], crs=4326).to_file(path, layer="about")
    assert import_gisco([path], "2013", tmp_path).counts[3] == 4
    shapefile = written(frame, tmp_path, "shp")
    packed = tmp_path / "NUTS_RG_20M_2016_4326.shp.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for part in tmp_path.glob(f"{shapefile.stem}.*"):
            archive.write(part, part.name)
    assert import_gisco([packed], "2016", tmp_path).counts[3] == 4


def test_importing_again_replaces_and_leaves_other_versions(tmp_path):
    path = written(features(), tmp_path)
    import_gisco([path], "2013", tmp_path)
    first = {file.name: file.read_bytes() for file in (tmp_path / "nuts").iterdir()}
    import_gisco([path], "2013", tmp_path)
    assert {file.name: file.read_bytes() for file in (tmp_path / "nuts").iterdir()} == first
    smaller = features().query("NUTS_ID != 'XA112'")
    report = import_gisco([written(smaller, tmp_path, name="smaller")], "2010", tmp_path)
    assert report.counts[3] == 3
    assert len(load_regions("2013", tmp_path).frame) == 10
    assert len(load_regions("2010", tmp_path).frame) == 9
    # The file's own XA11 is twice its only part.
    assert any("XA11:" in f.reason and "50.0%" in f.reason for f in report.findings)


def test_importing_another_scale_keeps_border_and_island_classes(tmp_path):
    path = written(features(), tmp_path)
    import_gisco([path], "2013", tmp_path)
    table = table_path(tmp_path)
    line = "XA211,2013,3,XA21,XA,Chóra XA211,Χώρα XA211,intermediate,coastal,yes,non_mountain,"
    text = table.read_text(encoding="utf-8")
    assert line + ",," in text
    table.write_text(text.replace(line + ",,", line + "non_border,island,"), encoding="utf-8")
    import_gisco([path], "2013", tmp_path)
    row = load_regions("2013", tmp_path).frame.set_index("nuts_code").loc["XA211"]
    assert (row.border, row.island) == ("non_border", "island")


@pytest.mark.parametrize(
    ("version", "types", "expected"),
    [("2021", [1, 2, 3, 0], ["yes", "no", "no", None]), ("2024", [1, None, 1, None], [None] * 4)],
)
def test_a_shoreline_is_only_what_a_version_says(tmp_path, version, types, expected):
    """The mark of 2024 is that of all coastal regions, of which some have none."""
    frame = features()
    frame["COAST_TYPE"] = frame["NUTS_ID"].map(dict(zip(SQUARES, types, strict=True)))
    frame["MOUNT_TYPE"] = None
    import_gisco([written(frame, tmp_path)], version, tmp_path)
    found = load_regions(version, tmp_path).frame.set_index("nuts_code").shoreline
    assert found[list(SQUARES)].to_list() == expected


def test_a_failed_import_writes_nothing(tmp_path):
    import_gisco([written(features(), tmp_path)], "2013", tmp_path)
    before = {file.name: file.read_bytes() for file in (tmp_path / "nuts").iterdir()}
    broken = features()
    broken.loc[3, "CNTR_CODE"] = "XB"
    with pytest.raises(AtlasError):
        import_gisco([written(broken, tmp_path, name="broken")], "2013", tmp_path)
    assert {file.name: file.read_bytes() for file in (tmp_path / "nuts").iterdir()} == before


def test_a_parent_that_is_not_the_prefix_is_found_by_position(tmp_path):
    frame = features()
    frame["NUTS_ID"] = frame["NUTS_ID"].replace({"XA112": "XA131"})
    report = import_gisco([written(frame, tmp_path)], "2013", tmp_path)
    assert "XA131 lies in XA11; there is no region XA13" in reasons(report)
    regions = load_regions("2013", tmp_path).frame
    assert regions.set_index("nuts_code").parent["XA131"] == "XA11"
    assert load_regions("2013", tmp_path).united(["XA11", "XA131"]).equals(shapely.box(10, 50, 12, 51))


def test_a_country_without_parts_keeps_its_own_polygon(tmp_path):
    frame = features()
    alone = frame.iloc[[0]].assign(NUTS_ID="XB", CNTR_CODE="XB", geometry=[shapely.box(20, 50, 21, 51)])
    frame = geopandas.GeoDataFrame(np.vstack([frame, alone]), columns=frame.columns, crs=frame.crs)
    frame["LEVL_CODE"] = frame["LEVL_CODE"].astype(int)
    report = import_gisco([written(frame, tmp_path)], "2013", tmp_path)
    assert "XB (level 0) has no regions inside it; its own geometry is kept" in reasons(report)
    assert load_regions("2013", tmp_path).frame.set_index("nuts_code").geometry["XB"].area == pytest.approx(1)


def test_an_invalid_polygon_is_repaired_and_reported(tmp_path):
    frame = features()
    row = frame.index[frame["NUTS_ID"] == "XA211"][0]
    bow = shapely.Polygon([(11, 51), (12, 51), (12, 52), (11.5, 52), (11.5, 52.001), (11.501, 52), (11, 52)])
    frame.loc[row, "geometry"] = bow
    report = import_gisco([written(frame, tmp_path)], "2013", tmp_path)
    assert any(f"row {row + 1} geometry: repaired" in str(finding) for finding in report.findings)
    assert load_regions("2013", tmp_path).frame.is_valid.all()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("NUTS_ID", "xa 1", r"regions\.geojson row 4 NUTS_ID: 'xa 1' is not a NUTS code"),
        ("NUTS_ID", None, r"row 4 NUTS_ID: None is not a text"),
        ("NUTS_ID", "XA12", r"row 5 NUTS_ID: XA12 was already read in regions\.geojson row 4"),
        ("NUTS_ID", "XB111", r"row 4 CNTR_CODE: 'XA' is not the country of XB111, which is XB"),
        ("LEVL_CODE", 7, r"row 4 LEVL_CODE: 7 is not the level of XA111, which is 3"),
        ("CNTR_CODE", "GR", r"row 4 CNTR_CODE: 'GR' is not the country of XA111, which is XA"),
        ("NAME_LATN", " ", r"row 4 NAME_LATN: ' ' is not a text"),
        ("NUTS_NAME", "\ufffd\ufffd", r"row 4 NUTS_NAME: .* broken letters"),
        ("URBN_TYPE", 9, r"row 4 URBN_TYPE: 9 is not a class of NUTS 2013; known: 1 \(predominantly_urban\)"),
        ("geometry", None, r"row 4 geometry: is empty"),
        ("geometry", shapely.Point(1, 1), r"row 4 geometry: is a Point; .*NUTS_RG"),
        ("geometry", shapely.box(500, 0, 501, 1), r"row 4 geometry: .* is outside the world"),
        ("geometry", shapely.box(10.2, 50, 12, 51), r"XA11[12]: \d+% of its area lies on other regions"),
    ],
)
def test_wrong_values_name_file_row_and_field(tmp_path, field, value, message):
    frame = features()
    if value == "XA12":
        frame.loc[4, "NUTS_ID"] = "XA12"
        frame.loc[4, "LEVL_CODE"] = 2
        frame = frame.iloc[[0, 1, 2, 5, 4, 3, 6, 7, 8, 9]]
    else:
        frame.loc[3, field] = value
    with pytest.raises(AtlasError, match=message):
        import_gisco([written(frame, tmp_path)], "2013", tmp_path)


def test_missing_fields_name_the_nearest(tmp_path):
    renamed = features().rename(columns={"NUTS_ID": "NUTS_CODE"})
    with pytest.raises(AtlasError, match=r"field NUTS_ID is missing; nearest field: NUTS_CODE"):
        import_gisco([written(renamed, tmp_path)], "2013", tmp_path)


def test_field_names_may_be_lower_case_and_types_absent(tmp_path):
    frame = features().drop(columns=["MOUNT_TYPE", "URBN_TYPE", "COAST_TYPE"]).rename(columns=str.lower)
    import_gisco([written(frame, tmp_path)], "2013", tmp_path)
    assert load_regions("2013", tmp_path).frame["urban"].isna().all()


def test_files_that_do_not_fit_are_refused(tmp_path):
    path = written(features(), tmp_path, name="NUTS_RG_03M_2021_4326")
    with pytest.raises(AtlasError, match="name says NUTS 2021, but NUTS 2024 is being imported"):
        import_gisco([path], "2024", tmp_path)
    with pytest.raises(AtlasError, match=r"the file is missing \(nearest: .*NUTS_RG_03M_2021_4326\.geojson"):
        import_gisco([tmp_path / "NUTS_RG_03M_2021_3035.geojson"], "2021", tmp_path)
    with pytest.raises(AtlasError, match="'21' is not a NUTS version"):
        import_gisco([path], "21", tmp_path)
    with pytest.raises(AtlasError, match="No file"):
        import_gisco([], "2021", tmp_path)
    text = tmp_path / "regions.txt"
    text.write_text("nothing", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"regions\.txt: cannot be read as GeoJSON, GeoPackage or shapefile"):
        import_gisco([text], "2021", tmp_path)
    half = tmp_path / "half.geojson"
    half.write_bytes(path.read_bytes()[:700])
    with pytest.raises(AtlasError, match=r"half\.geojson: cannot be read"):
        import_gisco([half], "2021", tmp_path)
    shapefile = written(features(), tmp_path, "shp")
    shapefile.with_suffix(".prj").unlink()
    with pytest.raises(AtlasError, match=r"regions\.shp: no CRS; .*\.prj"):
        import_gisco([shapefile], "2021", tmp_path)


def test_progress_is_told(tmp_path):
    steps: list[tuple[str, int, int]] = []
    import_gisco([written(features(), tmp_path)], "2013", tmp_path, lambda *step: steps.append(step))
    assert ("read regions.geojson", 10, 10) in steps
    assert steps[-1] == ("done", 4, 4)
    assert all(0 <= done <= total for _, done, total in steps)


@pytest.mark.skipif(not GISCO_2024.exists(), reason="GISCO's NUTS 2024 file is not beside the repository")
def test_nuts_2024_as_published(tmp_path):
    report = import_gisco([GISCO_2024], "2024", tmp_path)
    assert report.counts == {0: 39, 1: 115, 2: 299, 3: 1345}
    regions = load_regions("2024", tmp_path).frame
    assert regions.groupby("level").size().to_dict() == report.counts
    assert regions.is_valid.all()
    leaves = ~regions["nuts_code"].isin(regions["parent"])
    assert is_clean(regions.geometry[leaves].to_numpy())
    source = geopandas.read_file(GISCO_2024).set_index("NUTS_ID").geometry
    for code, shape in zip(regions["nuts_code"], regions.geometry, strict=True):
        assert shapely.symmetric_difference(shape, source[code]).area < 1e-3 * source[code].area, code
    # The codes that replaced PT17 and PT16 of 2021.
    assert {"PT1A0", "PT1B0", "PT19", "PT1C"} <= set(regions["nuts_code"])


def _rewritten(old: bytes, new: bytes) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        content = path.read_bytes()
        assert old in content
        path.write_bytes(content.replace(old, new))

    return change


def _nested(path: Path) -> None:
    path.write_bytes(b'{"type":"FeatureCollection","features":[' + b"[" * 50_000 + b"]" * 50_000 + b"]}")


# Each case: what becomes of the GeoJSON file, and what is said of it.
FAULTS = {
    "a pipe": (lambda p: (p.unlink(), os.mkfifo(p)), "is a named pipe"),
    "a folder": (lambda p: (p.unlink(), p.mkdir()), "is a folder"),
    "a link to itself": (lambda p: (p.unlink(), p.symlink_to(p.name)), "leads back to itself"),
    "empty": (lambda p: p.write_bytes(b""), "cannot be read as GeoJSON"),
    "random bytes": (lambda p: p.write_bytes(bytes(range(256)) * 40), "cannot be read as GeoJSON"),
    "cut off": (lambda p: p.write_bytes(p.read_bytes()[:900]), "cannot be read as GeoJSON"),
    "nested without end": (_nested, "cannot be read as GeoJSON"),
    "no features": (lambda p: p.write_text('{"type":"FeatureCollection","features":[]}'), "field NUTS_ID is missing"),
    "another CRS": (_rewritten(b"crs:OGC:1.3:CRS84", b"crs:EPSG::3035"), "is less than 100 m wide; is the CRS"),
    "a CRS that is none": (
        _rewritten(b"crs:OGC:1.3:CRS84", b"crs:EPSG::1"),
        "the CRS urn:ogc:def:crs:EPSG::1 is not known",
    ),
    "not a number": (_rewritten(b"12.0, 52.0", b"NaN, 52.0"), "geojson"),
    "text for numbers": (_rewritten(b"12.0, 52.0", b'"a", 52.0'), "geojson"),
    "a level in Arabic digits": (_rewritten(b'"LEVL_CODE": 3', '"LEVL_CODE": "٣"'.encode()), "LEVL_CODE: '٣' is not"),
    "a class in Arabic digits": (_rewritten(b'"URBN_TYPE": 2', '"URBN_TYPE": "٢"'.encode()), "URBN_TYPE: '٢' is not"),
    "a code in full-width letters": (_rewritten(b'"XA111"', '"ＸA111"'.encode()), "is not a NUTS code"),
    "a name with a direction mark": (_rewritten("Chóra XA111".encode(), "Ch\u202eóra XA111".encode()), "U+202E"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_file_at_fault_is_told_and_nothing_is_written(tmp_path, case):
    break_it, reason = FAULTS[case]
    path = written(features(), tmp_path)
    break_it(path)
    with pytest.raises(BadSources) as caught:
        import_gisco([path], "2013", tmp_path)
    assert reason in str(caught.value)
    assert str(caught.value).replace("\n", "").isprintable()
    assert not (tmp_path / "nuts").exists()


def test_another_format_is_named(tmp_path):
    path = tmp_path / "regions.fgb"
    features().to_file(path, driver="FlatGeobuf")
    with pytest.raises(BadSources, match=r"regions\.fgb: cannot be read as GeoJSON.*: its format is FlatGeobuf"):
        import_gisco([path], "2013", tmp_path)


def test_everything_wrong_is_told_at_once(tmp_path):
    frame = features()
    frame.loc[3, "CNTR_CODE"] = "XB"
    frame.loc[4, "NUTS_NAME"] = None
    frame.loc[5, "geometry"] = shapely.Point(1, 1)
    other = frame.rename(columns={"NAME_LATN": "NAME", "LEVL_CODE": "LEVEL"})
    with pytest.raises(BadSources) as caught:
        import_gisco([written(frame, tmp_path), written(other, tmp_path, "gpkg", "other")], "2013", tmp_path)
    assert [(f.file, f.column) for f in caught.value.findings] == [
        ("regions.geojson row 4", "CNTR_CODE"), ("regions.geojson row 5", "NUTS_NAME"),
        ("regions.geojson row 6", "geometry"), ("other.gpkg", None), ("other.gpkg", None),
    ]  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_refused_or_read_never_a_crash(tmp_path_factory, capfd, data):
    folder = tmp_path_factory.mktemp("damaged")
    suffix = data.draw(st.sampled_from(sorted(FORMATS)))
    path = written(features(), folder, suffix)
    victim = data.draw(st.sampled_from(sorted(folder.glob("regions.*")))) if suffix == "shp" else path
    content = bytearray(victim.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["turn", "cut", "insert", "repeat"])):
            case "turn":
                content[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del content[max(at, 1) :]
            case "insert":
                content[at:at] = data.draw(st.binary(max_size=20))
            case "repeat":
                content[at:at] = content[at : at + 100]
    victim.write_bytes(content)
    with contextlib.suppress(AtlasError):
        import_gisco([path], "2013", folder)
        load_regions("2013", folder)
    assert "Traceback" not in capfd.readouterr().err
