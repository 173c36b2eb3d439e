"""The process ``overlay``, from outside: a client's own features over programmes and areas."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import httpx
import pytest
import shapely
from http_client import ids, page, refusal, request
from owslib.ogcapi.processes import Processes
from running_server import RunningServer
from shapely.geometry import mapping, shape

from cooperation_atlas.model.overlay import OVERLAY, Relation
from cooperation_atlas.ogc.geojson_shapes import MOST_FEATURES, MOST_PARTS, MOST_VERTICES
from cooperation_atlas.store.crs import CRS84, OFFERED

EPSG = "http://www.opengis.net/def/crs/EPSG/0/{}"
#: A place in Palermo, and a square around it.
PALERMO = {"type": "Point", "coordinates": [13.36, 38.12]}
SQUARE = mapping(shapely.box(9, 47, 10, 48))
BOWTIE = {"type": "Polygon", "coordinates": [[[9, 47], [10, 48], [10, 47], [9, 48], [9, 47]]]}


def execute(server: RunningServer, features: Any, **inputs: Any) -> httpx.Response:
    body = {"inputs": {"features": features, **inputs}}
    return request(server, "POST", "/processes/overlay/execution", json=body)


def pairs(server: RunningServer, features: Any, **inputs: Any) -> list[dict[str, Any]]:
    """The properties of all pairs."""
    answer = execute(server, features, **inputs)
    assert answer.status_code == 200, answer.text
    document = answer.json()
    assert document["numberMatched"] == len(document["features"])
    return [one["properties"] for one in document["features"]]


# --- what is found ----------------------------------------------------------------------------------------------


def test_a_place_lies_in_its_region_and_the_programmes_for_it(server: RunningServer):
    (area,) = pairs(server, PALERMO, collection="nuts3")
    assert (area["area"], area["relation"], area["distance_km"]) == ("ITG12", "within", 0)
    found = {one["area"] for one in pairs(server, PALERMO, skipGeometry=True)}
    listed = page(server, "/collections/programmes/items", nuts3="ITG12", limit=1000, skipGeometry="true")
    assert found == {one["id"] for one in listed["features"]}


def test_features_are_told_apart_by_number_and_id(server: RunningServer):
    west, east = {"type": "Point", "coordinates": [9.7, 47.4]}, PALERMO
    sent = [
        {"type": "Feature", "id": "vorarlberg", "properties": {"a": 1}, "geometry": west},
        {"type": "Feature", "properties": None, "geometry": east},
        {"type": "Feature", "id": 7, "properties": {}, "geometry": {"type": "Point", "coordinates": [-40, 30]}},
    ]
    answer = execute(server, {"type": "FeatureCollection", "features": sent}, collection="nuts3").json()
    assert [(f["id"], f["properties"]["feature"], f["properties"]["feature_id"]) for f in answer["features"]] == [
        ("1.AT342", 1, "vorarlberg"),
        ("2.ITG12", 2, None),
    ]
    assert any("3" in note for note in answer["notes"])


def test_areas_of_the_answer_are_those_of_the_collection(server: RunningServer):
    document = execute(server, SQUARE, collection="nuts3", limit=5).json()
    assert document["numberReturned"] == 5 < document["numberMatched"]
    boxes = []
    for feature in document["features"]:
        one = page(server, f"/collections/nuts3/items/{feature['properties']['area']}")
        assert feature["geometry"] == one["geometry"]
        boxes.append(shape(one["geometry"]).bounds)
    west, south, east, north = document["bbox"]
    assert (west, south) == (min(b[0] for b in boxes), min(b[1] for b in boxes))
    assert (east, north) == (max(b[2] for b in boxes), max(b[3] for b in boxes))


def test_relations_are_those_of_shapely(server: RunningServer):
    """Of a square over the areas of 2021, in degrees."""
    items = page(server, "/collections/nuts3/items", bbox="8,46,11,49", limit=1000)["features"]
    square = shape(SQUARE)
    expected = {}
    for item in items:
        area = shape(item["geometry"])
        if square.intersects(area):
            expected[item["id"]] = (
                "contains" if square.contains(area) else "touches" if square.touches(area) else "overlaps"
            )
    assert {one["area"]: one["relation"] for one in pairs(server, SQUARE, collection="nuts3")} == expected


@pytest.mark.parametrize("crs", OFFERED)
def test_every_crs_has_its_axis_order(server: RunningServer, crs: str):
    """An area, read in a CRS and sent back in it, is itself; a place in it lies within."""
    read = page(server, "/collections/nuts3/items/AT342", crs=crs)
    document = execute(server, read["geometry"], collection="nuts3", crs=crs).json()
    first = document["features"][0]
    assert (first["properties"]["area"], first["properties"]["relation"]) == ("AT342", "equals")
    assert first["geometry"] == read["geometry"]
    assert {one["properties"]["relation"] for one in document["features"][1:]} == {"touches"}
    place = shape(read["geometry"]).representative_point()
    (within,) = pairs(server, mapping(place), collection="nuts3", crs=crs)
    assert (within["area"], within["relation"]) == ("AT342", "within")


def test_a_distance_brings_what_is_near(server: RunningServer):
    near = pairs(server, PALERMO, collection="nuts3", distance_km=100, relation="near")
    assert near and {one["relation"] for one in near} == {"near"}
    distances = [one["distance_km"] for one in near]
    assert distances == sorted(distances) and distances[0] > 0 and distances[-1] <= 100
    assert all(one["share_of_feature"] == 0 and one["share_of_area"] is None for one in near)


def test_lines_have_lengths(server: RunningServer):
    road = {"type": "LineString", "coordinates": [[9.6, 47.4], [10.4, 47.4]]}
    found = pairs(server, road, collection="nuts3")
    assert {one["relation"] for one in found} == {"overlaps"}
    assert all(one["shared_km"] > 0 and one["shared_km2"] is None for one in found)
    assert sum(one["share_of_feature"] for one in found) == pytest.approx(1, abs=1e-3)
    assert sum(one["shared_km"] for one in found) == pytest.approx(60.3, abs=0.3)


def test_filters_choose_what_features_are_laid_over(server: RunningServer):
    every = {one["area"]: one for one in pairs(server, SQUARE)}
    german = {one["area"]: one for one in pairs(server, SQUARE, country="DE", period="2021-2027")}
    assert german and all(one["country"] == "DE" for one in german.values())
    assert german.items() <= every.items()
    by_filter = pairs(server, SQUARE, filter="country = 'DE' AND period = '2021-2027'")
    assert {one["area"] for one in by_filter} == set(german)
    words = pairs(server, SQUARE, collection="nuts3", q="Bodensee")
    assert words and len(words) < len(pairs(server, SQUARE, collection="nuts3"))


def test_the_table_has_the_same_pairs(server: RunningServer):
    body = {"inputs": {"features": SQUARE, "collection": "nuts3"}}
    wanted = {"pairs": {"format": {"mediaType": "text/csv"}}}
    answer = request(server, "POST", "/processes/overlay/execution", json={**body, "outputs": wanted})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert list(rows[0]) == [field.name for field in OVERLAY.fields]
    assert [row["area"] for row in rows] == [one["area"] for one in pairs(server, SQUARE, collection="nuts3")]


def test_words_are_in_the_language_asked_for(server: RunningServer):
    english, german = (execute(server, PALERMO, lang=code).json() for code in ("en", "de"))
    assert english["notes"] != german["notes"] and german["notes"][0].startswith("Paare")
    assert [f["properties"]["relation"] for f in english["features"]] == [
        f["properties"]["relation"] for f in german["features"]
    ]


def test_without_samples_facts_are_the_same(server: RunningServer):
    every, without = (pairs(server, PALERMO, **more) for more in ({}, {"exclude": "samples"}))
    assert every == without
    scoped, real = (
        {one["area"] for one in pairs(server, SQUARE, scope="cross_border", **more)}
        for more in ({}, {"exclude": "samples"})
    )
    assert real == scoped & set(ids(server, "programmes", scope="cross_border", exclude="samples")) < scoped


def test_what_lies_elsewhere_gets_a_reason(server: RunningServer):
    swapped = {"type": "Point", "coordinates": [38.12, 13.36]}
    document = execute(server, swapped).json()
    assert document["features"] == [] and "axis order of CRS84" in document["notes"][0]


def test_repair_mends_what_crosses_itself(server: RunningServer):
    document = execute(server, BOWTIE, collection="nuts3", repair=True).json()
    assert document["features"] and any("repaired: 1" in note for note in document["notes"])
    halves = mapping(shapely.make_valid(shape(BOWTIE)))
    assert [f["properties"] for f in document["features"]] == pairs(server, halves, collection="nuts3")


def test_owslib_executes_it(server: RunningServer):
    client = Processes(server.url)
    done = client.execute("overlay", inputs={"features": {"value": PALERMO, "mediaType": "application/geo+json"}})
    assert {f["properties"]["relation"] for f in done["pairs"]["value"]["features"]} == {"within"}
    assert done["pairs"]["mediaType"] == "application/geo+json"


def test_relations_of_model_and_description_are_the_same(server: RunningServer):
    described = page(server, "/processes/overlay")
    assert described["inputs"]["relation"]["schema"]["enum"] == list(Relation)
    assert described["inputs"]["features"]["minOccurs"] == 1


# --- mistakes ---------------------------------------------------------------------------------------------------


def polygon(*places: tuple[float, float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(place) for place in places]]}


def nested(depth: int) -> Any:
    found: Any = [9, 47]
    for _ in range(depth):
        found = [found]
    return found


MISTAKES: list[tuple[Any, dict[str, Any], str]] = [
    (None, {}, "inputs.features: is null"),
    ("POINT (9 47)", {}, "inputs.features: is a text, but must be an object"),
    ([PALERMO], {}, "inputs.features"),
    ({}, {}, "inputs.features"),
    ({"type": "Pont", "coordinates": [9, 47]}, {}, "Did you mean Point"),
    ({"type": "Topology"}, {}, "features.type"),
    ({"href": "http://127.0.0.1:1/x.geojson"}, {}, "is no address of this service"),
    ({"value": PALERMO, "mediaType": "image/png"}, {}, "media type"),
    ({"type": "FeatureCollection"}, {}, "features.features"),
    ({"type": "FeatureCollection", "features": []}, {}, "is empty"),
    ({"type": "FeatureCollection", "features": [5]}, {}, "features.features[0]"),
    ({"type": "FeatureCollection", "features": [PALERMO]}, {}, "not a GeoJSON Feature"),
    ({"type": "FeatureCollection", "features": [{"type": "Feature"}]}, {}, "features.features[0].geometry: is missing"),
    ({"type": "Feature", "geometry": None, "properties": {}}, {}, "Leave out features without a geometry"),
    ({"type": "Feature", "geometry": [], "properties": {}}, {}, "features.geometry"),
    ({"type": "GeometryCollection", "geometries": [PALERMO]}, {}, "GeometryCollection"),
    ({"type": "Point"}, {}, "inputs.features"),
    ({"type": "Point", "coordinates": []}, {}, "no coordinates"),
    ({"type": "MultiLineString", "coordinates": [[[9, 47], [10, 48]], []]}, {}, "a part without any"),
    ({"type": "Polygon", "coordinates": [*SQUARE["coordinates"], []]}, {}, "a part without any"),
    ({"type": "Point", "coordinates": [9]}, {}, "inputs.features"),
    ({"type": "Point", "coordinates": ["9", "47"]}, {}, "cannot be read: type must be number, but is string."),
    ({"type": "Point", "coordinates": [9, None]}, {}, "inputs.features"),
    ({"type": "Point", "coordinates": {"x": 9}}, {}, "inputs.features"),
    ({"type": "Point", "coordinates": nested(500)}, {}, "inputs.features"),
    ({"type": "Polygon", "coordinates": nested(900)}, {}, "inputs.features"),
    ({"type": "Point", "coordinates": [1e300, 47]}, {}, "outside ±180° and ±90°"),
    ({"type": "Point", "coordinates": [47, 95]}, {}, "longitude, latitude"),
    ({"type": "Point", "coordinates": [95, 47]}, {"crs": EPSG.format(4326)}, "latitude, longitude"),
    ({"type": "Point", "coordinates": [1e12, 1e12]}, {"crs": EPSG.format(3035)}, "EPSG:3035"),
    ({"type": "Point", "coordinates": [3e7, 0]}, {"crs": EPSG.format(3857)}, "EPSG:3857, which are metres"),
    (polygon((9, 47), (10, 47), (10, 48)), {}, "inputs.features"),
    (polygon((9, 47), (10, 47), (9, 47)), {}, "inputs.features"),
    (polygon((9, 47), (9, 47), (9, 47), (9, 47)), {}, "not valid"),
    (BOWTIE, {}, "Self-intersection at 9.5, 47.5"),
    (BOWTIE, {"repair": False}, "repair=true"),
    (polygon((9, 47), (10, 48), (11, 49), (9, 47)), {"repair": True}, "Nothing of its kind is left"),
    ({"type": "LineString", "coordinates": [[9, 47], [9, 47]]}, {}, "not valid"),
    ({"type": "LineString", "coordinates": [[5e6, 4e6], [5e6, 4e6]]}, {"crs": EPSG.format(3035)}, "not valid"),
    (polygon((1e6, 6e6), (1e6, 6e6 + 1e-9), (1e6 + 1e-9, 6e6), (1e6, 6e6)), {"crs": EPSG.format(3857)}, "area is 0"),
    (polygon((179, 40), (-179, 40), (-179, 41), (179, 41), (179, 40)), {}, "antimeridian"),
    (polygon((-180, -90), (180, -90), (180, 90), (-180, 90), (-180, -90)), {}, "more than half of the globe"),
    ({**PALERMO, "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3035"}}}, {}, "features.crs"),
    ({**PALERMO, "crs": None}, {}, "features.crs"),
    (PALERMO, {"crs": "EPSG:4326"}, "inputs.crs"),
    (PALERMO, {"collection": "nuts4"}, "Did you mean nuts3"),
    (PALERMO, {"collection": "countries"}, "inputs.collection"),
    (PALERMO, {"relation": "inside"}, "inputs.relation"),
    (PALERMO, {"relation": ["near"]}, "distance_km is missing"),
    (PALERMO, {"relation": ["within"], "distance_km": 5}, "inputs.distance_km"),
    (PALERMO, {"distance_km": -1}, "inputs.distance_km"),
    (PALERMO, {"distance_km": 501}, "inputs.distance_km"),
    (PALERMO, {"distance_km": "5"}, "inputs.distance_km"),
    (PALERMO, {"repair": "yes"}, "inputs.repair"),
    (PALERMO, {"limit": 0}, "inputs.limit"),
    (PALERMO, {"limit": 10**6}, "inputs.limit"),
    (PALERMO, {"properties": ["relations"]}, "Did you mean relation"),
    (PALERMO, {"country": "XX"}, "inputs.country"),
    (PALERMO, {"region_category": "LD"}, "inputs.region_category: is no filter of collection 'programmes'"),
    (PALERMO, {"topic": "RSO9.9"}, "inputs.topic"),
    (PALERMO, {"filter": "colour = 'red'"}, "inputs.filter"),
    (PALERMO, {"period": "2021-2027", "bbox": [1, 2, 3, 4]}, "no such input"),
]


@pytest.mark.parametrize(("features", "inputs", "reason"), MISTAKES, ids=lambda part: str(part)[:50])
def test_mistakes_are_refused_with_place_and_reason(
    server: RunningServer, features: Any, inputs: dict[str, Any], reason: str
):
    detail = refusal(execute(server, features, **inputs))["detail"]
    assert detail.startswith("inputs.") and reason in detail


def test_features_are_needed(server: RunningServer):
    answer = request(server, "POST", "/processes/overlay/execution", json={"inputs": {}})
    assert "inputs.features: is missing" in refusal(answer)["detail"]


def test_the_place_of_a_crossing_is_in_the_axis_order_of_the_crs(server: RunningServer):
    turned = {"type": "Polygon", "coordinates": [[place[::-1] for place in BOWTIE["coordinates"][0]]]}
    assert "at 47.5, 9.5" in refusal(execute(server, turned, crs=EPSG.format(4326)))["detail"]


def rounded(geometry: Any, digits: int) -> dict[str, Any]:
    return json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), digits))


def test_what_is_too_much_is_refused(server: RunningServer):
    point = {"type": "Feature", "properties": None, "geometry": {"type": "Point", "coordinates": [9, 47]}}
    many = {"type": "FeatureCollection", "features": [point] * (MOST_FEATURES + 1)}
    assert f"{MOST_FEATURES:,}" in refusal(execute(server, many))["detail"]
    ring = shapely.Point(9, 47).buffer(1, quad_segs=MOST_VERTICES // 4 + 1)
    assert "vertices" in refusal(execute(server, rounded(ring, 3)))["detail"]
    places = {"type": "MultiPoint", "coordinates": [[9, 47]] * (MOST_PARTS + 1)}
    assert "parts" in refusal(execute(server, places))["detail"]
    body = json.dumps({"inputs": {"features": {**PALERMO, "name": "x" * 1_000_000}}}).encode()
    headers = {"Content-Type": "application/json"}
    refusal(request(server, "POST", "/processes/overlay/execution", content=body, headers=headers), 413)


def test_the_largest_that_is_taken_is_answered_or_refused_in_time(server: RunningServer):
    """Fine outlines over all of Europe, and as many places as are possible, in every relation."""
    comb = [(x / 10, 36 + (x % 2) * 30) for x in range(-100, 300)]
    saw = shapely.LineString(comb).buffer(0.02)
    rings = shapely.MultiPolygon([shapely.Point(9 + k, 47).buffer(0.4, quad_segs=1500) for k in range(6)])
    grid = [[x / 2, y / 2] for x in range(50) for y in range(80, 100)][:MOST_FEATURES]
    places = [{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": p}} for p in grid]
    sent: list[tuple[Any, dict[str, Any]]] = [
        (mapping(saw), {"distance_km": 500}),
        (mapping(saw), {"crs": EPSG.format(4258)}),
        (rounded(rings, 5), {"distance_km": 500}),
        ({"type": "FeatureCollection", "features": places}, {"skipGeometry": True, "limit": 5000}),
        ({"type": "FeatureCollection", "features": places}, {"limit": 5000}),
        ({"type": "FeatureCollection", "features": places}, {"distance_km": 500, "collection": "nuts3"}),
        (mapping(shapely.box(-179, -89, 0, 89)), {"collection": "nuts3", "distance_km": 500}),
        ({"type": "LineString", "coordinates": [[0 + (k % 2) * 30, 35 + k / 1000] for k in range(20_000)]}, {}),
    ]
    for features, inputs in sent:
        answer = execute(server, features, **inputs)
        assert answer.status_code in (200, 400, 503), answer.text[:300]
        if answer.status_code != 200:
            detail = refusal(answer, answer.status_code)["detail"]
            assert "Simplify the features" in detail or "skipGeometry=true" in detail or "Ask again" in detail
        assert len(answer.content) < 60_000_000


def test_the_crs_of_rfc_7946_may_be_named(server: RunningServer):
    """QGIS and GDAL do."""
    named = {**PALERMO, "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}}
    assert pairs(server, named) == pairs(server, PALERMO) and OFFERED[CRS84]
