"""OGC API - Features Part 3 (19-079r2), Part 5 (23-058r2) and CQL2 (21-065r2): every class that is declared works.

For each declared class at least one request, compared with a plain Python filter over the published features.
Test names follow the conformance classes and abstract tests.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
import shapely
from ogc_documents import CRS84, GEOJSON, ApiUnderTest, api, with_rel
from running_server import COLLECTIONS
from shapely.geometry import shape

__all__ = ["api"]

FILTER = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{}"
SCHEMAS = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/{}"
CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/{}"
REL = "http://www.opengis.net/def/rel/ogc/1.0/{}"
EPSG4326 = "http://www.opengis.net/def/crs/EPSG/0/4326"

#: Square over Sicily, its shape in WKT and as GeoJSON.
SICILY = shapely.box(12.4, 36.6, 15.7, 38.3)
WKT = "POLYGON((12.4 36.6,15.7 36.6,15.7 38.3,12.4 38.3,12.4 36.6))"
LINE = shapely.LineString([(12.0, 37.5), (16.0, 37.5)])

Properties = dict[str, Any]
Oracle = Callable[[Properties, Any], bool]


def folded(text: str) -> str:
    """Without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def known(value: Any, check: Callable[[Any], bool]) -> bool:
    """SQL's logic for absent values: a comparison with them is not true."""
    return value is not None and check(value)


#: class: filters in CQL2 text, each with what it means, on `programmes`
CASES: dict[str, list[tuple[str, Oracle]]] = {
    "basic-cql2": [
        ("country = 'IT'", lambda p, g: p["country"] == "IT"),
        ("NOT (country = 'IT' OR period = '2014-2020')",
         lambda p, g: p["country"] != "IT" and p["period"] != "2014-2020"),
        ("n_regions > 20 AND n_regions <= 60", lambda p, g: 20 < p["n_regions"] <= 60),
        ("eu_amount >= 1e9", lambda p, g: known(p["eu_amount"], lambda v: v >= 1e9)),
        ("objectives_complete = TRUE", lambda p, g: p["objectives_complete"] is True),
        ("period_start < DATE('2020-01-01')", lambda p, g: p["period_start"] < "2020-01-01"),
        ("eu_amount IS NULL", lambda p, g: p["eu_amount"] is None),
        ("eu_amount IS NOT NULL", lambda p, g: p["eu_amount"] is not None),
        ("country <> 'IT'", lambda p, g: p["country"] != "IT"),
    ],
    "advanced-comparison-operators": [
        ("title LIKE '%Si%l%'", lambda p, g: "Si" in p["title"] and "l" in p["title"].split("Si", 1)[1]),
        ("country IN ('IT','EL','MT')", lambda p, g: p["country"] in ("IT", "EL", "MT")),
        ("country NOT IN ('IT','EL')", lambda p, g: p["country"] not in ("IT", "EL")),
        ("n_regions BETWEEN 5 AND 9", lambda p, g: 5 <= p["n_regions"] <= 9),
        ("n_regions NOT BETWEEN 1 AND 9", lambda p, g: not 1 <= p["n_regions"] <= 9),
    ],
    "case-insensitive-comparison": [
        ("CASEI(title) LIKE CASEI('%SICIL%')", lambda p, g: "sicil" in p["title"].casefold()),
        ("CASEI(country_name) = CASEI('iTaLy')", lambda p, g: p["country_name"] == "Italy"),
    ],
    "accent-insensitive-comparison": [
        ("ACCENTI(CASEI(title)) LIKE ACCENTI(CASEI('%ILE-DE-FRANCE%'))",
         lambda p, g: "ile-de-france" in folded(p["title"])),
    ],
    "basic-spatial-functions": [
        (f"S_INTERSECTS(geometry,{WKT})", lambda p, g: g.intersects(SICILY)),
        ("S_INTERSECTS(geometry,BBOX(12.4,36.6,15.7,38.3))", lambda p, g: g.intersects(SICILY)),
        ("S_INTERSECTS(geometry,POINT(14.0 37.5))", lambda p, g: g.intersects(shapely.Point(14, 37.5))),
    ],
    "basic-spatial-functions-plus": [
        ("S_INTERSECTS(geometry,LINESTRING(12 37.5,16 37.5))", lambda p, g: g.intersects(LINE)),
        ("S_INTERSECTS(geometry,MULTIPOINT((14 37.5),(2.35 48.85)))",
         lambda p, g: g.intersects(shapely.MultiPoint([(14, 37.5), (2.35, 48.85)]))),
    ],
    "spatial-functions": [
        ("S_WITHIN(geometry,BBOX(11.5,35,16.5,39.5))", lambda p, g: g.within(shapely.box(11.5, 35, 16.5, 39.5))),
        (f"S_DISJOINT(geometry,{WKT})", lambda p, g: g.disjoint(SICILY)),
        ("S_CONTAINS(geometry,POINT(14.0 37.5))", lambda p, g: g.contains(shapely.Point(14, 37.5))),
        (f"S_OVERLAPS(geometry,{WKT})", lambda p, g: g.overlaps(SICILY)),
        (f"S_EQUALS(geometry,{WKT})", lambda p, g: g.equals(SICILY)),
        (f"S_TOUCHES(geometry,{WKT})", lambda p, g: g.touches(SICILY)),
        ("S_CROSSES(geometry,LINESTRING(12 37.5,16 37.5))", lambda p, g: g.crosses(LINE)),
    ],
    "temporal-functions": [
        ("T_AFTER(period_start,DATE('2020-06-01'))", lambda p, g: p["period_start"] > "2020-06-01"),
        ("T_BEFORE(period_start,TIMESTAMP('2020-06-01T00:00:00Z'))", lambda p, g: p["period_start"] < "2020-06-01"),
        ("T_EQUALS(period_start,DATE('2021-01-01'))", lambda p, g: p["period_start"] == "2021-01-01"),
        ("T_INTERSECTS(INTERVAL(period_start,period_end),INTERVAL('2015-01-01','2016-01-01'))",
         lambda p, g: p["period"] == "2014-2020"),
        ("T_DURING(INTERVAL(period_start,period_end),INTERVAL('2020-12-01','2028-01-01'))",
         lambda p, g: p["period"] == "2021-2027"),
        ("T_DISJOINT(INTERVAL(period_start,period_end),INTERVAL('..','2020-12-30'))",
         lambda p, g: p["period"] == "2021-2027"),
    ],
    "array-functions": [
        ("A_CONTAINS(funds,('ERDF'))", lambda p, g: known(p["funds"], lambda v: "ERDF" in v)),
        ("A_CONTAINS(funds,('ERDF','ESF+'))", lambda p, g: known(p["funds"], lambda v: {"ERDF", "ESF+"} <= set(v))),
        ("A_CONTAINEDBY(funds,('ERDF','CF'))", lambda p, g: known(p["funds"], lambda v: set(v) <= {"ERDF", "CF"})),
        ("A_OVERLAPS(topics,('RSO1.1','RSO2.1'))",
         lambda p, g: known(p["topics"], lambda v: {"RSO1.1", "RSO2.1"} & set(v))),
        ("A_EQUALS(funds,('ERDF'))", lambda p, g: known(p["funds"], lambda v: set(v) == {"ERDF"})),
    ],
    "property-property": [
        ("n_offers < n_needs", lambda p, g: p["n_offers"] < p["n_needs"]),
        ("period_start < source_date", lambda p, g: p["period_start"] < p["source_date"]),
    ],
    "arithmetic": [
        ("n_offers + n_needs * 2 >= 3", lambda p, g: p["n_offers"] + p["n_needs"] * 2 >= 3),
        ("eu_amount / 1000000 > 500", lambda p, g: known(p["eu_amount"], lambda v: v / 1e6 > 500)),
        ("n_regions % 2 = 1", lambda p, g: p["n_regions"] % 2 == 1),
        ("n_regions div 10 = 2", lambda p, g: p["n_regions"] // 10 == 2),
    ],
}  # fmt: skip
#: Classes that are shown by the tests below rather than by a filter in CQL2 text.
ELSEWHERE = {"cql2-text", "cql2-json"}


@pytest.fixture(params=COLLECTIONS)
def described(request: pytest.FixtureRequest, api: ApiUnderTest) -> dict[str, Any]:
    """A collection as `/collections` describes it."""
    return next(c for c in api.collections if c["id"] == request.param)


@pytest.fixture(scope="module")
def programmes(api: ApiUnderTest) -> dict[str, tuple[Properties, shapely.Geometry]]:
    """Properties and geometry of every programme."""
    found = api.json(f"{api.url}/collections/programmes/items", GEOJSON, limit=20_000)["features"]
    return {f["id"]: (f["properties"], shape(f["geometry"])) for f in found}


def found(api: ApiUnderTest, collection: str = "programmes", **query: Any) -> set[str]:
    document = api.json(
        f"{api.url}/collections/{collection}/items", GEOJSON, **{"limit": 20_000, "skipGeometry": "true"} | query
    )
    ids = {f["id"] for f in document["features"]}
    assert len(ids) == document["numberMatched"]
    return ids


def country_of(described: dict[str, Any]) -> str:
    """The property with a country that the features of a collection have."""
    return "country_a" if described["id"] == "neighbours" else "country"


def test_every_class_that_is_declared_is_shown_to_work(api: ApiUnderTest):
    prefix = CQL2.format("")
    declared = {uri.removeprefix(prefix) for uri in api.conforms if uri.startswith(prefix)}
    assert declared == set(CASES) | ELSEWHERE


def test_classes_that_qgis_needs_are_declared(api: ApiUnderTest):
    """Without all four of them QGIS does not push filters down."""
    assert {FILTER.format("filter"), FILTER.format("features-filter")} <= api.conforms
    assert {CQL2.format("cql2-text"), CQL2.format("basic-cql2")} <= api.conforms


@pytest.mark.parametrize(("name", "number"), [(name, i) for name, cases in CASES.items() for i in range(len(cases))])
def test_cql2_class_works(
    api: ApiUnderTest, programmes: dict[str, tuple[Properties, shapely.Geometry]], name: str, number: int
):
    assert CQL2.format(name) in api.conforms
    text, means = CASES[name][number]
    expected = {id_ for id_, (properties, geometry) in programmes.items() if means(properties, geometry)}
    assert found(api, filter=text, **{"filter-lang": "cql2-text"}) == expected
    if not text.startswith(("S_EQUALS", "S_TOUCHES")):
        assert expected, "a filter that finds nothing shows little"


# --- Part 3 -------------------------------------------------------------------------------------------------


def test_queryables_get_queryables(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/queryables: linked from the collection, a JSON Schema under its own address."""
    assert FILTER.format("queryables") in api.conforms
    link = with_rel(described["links"], REL.format("queryables"), "application/schema+json")[0]
    answer = api.get(link["href"], "application/schema+json")
    schema = answer.json()
    assert answer.headers["content-type"] == "application/schema+json"
    assert schema["$schema"] in (
        "https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2020-12/schema",
    )  # fmt: skip
    assert schema["$id"] == link["href"].split("?")[0]
    assert schema["type"] == "object" and schema["properties"]


def test_queryables_query_parameters(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/queryables-query-parameters: a queryable as parameter is the equality of CQL2."""
    assert FILTER.format("queryables-query-parameters") in api.conforms
    country = country_of(described)
    assert found(api, described["id"], **{country: "IT"}) == found(api, described["id"], filter=f"{country} = 'IT'")
    everything = api.json(api.items(described), GEOJSON, limit=20_000, skipGeometry="true")["features"]
    name = "name" if "name" in everything[0]["properties"] else "country_name"
    value = everything[-1]["properties"][name]
    asked = {name: value.replace(",", "\\,")}
    literal = value.replace("'", "''")
    assert found(api, described["id"], **asked) == found(api, described["id"], filter=f"{name} = '{literal}'")


def test_filter_filter_param(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/filter/filter-param and filter-lang-param: declared, with their languages; both give the same."""
    assert api.parameter(described, "filter")["schema"]["type"] == "string"
    languages = api.parameter(described, "filter-lang")["schema"]
    assert languages["enum"] == ["cql2-text", "cql2-json"] and languages["default"] == "cql2-text"
    country = country_of(described)
    text = found(api, described["id"], filter=f"{country} IN ('IT','FR')")
    assert text == found(api, described["id"], filter=f"{country} IN ('IT','FR')", **{"filter-lang": "cql2-text"})
    asked = json.dumps({"op": "in", "args": [{"property": country}, ["IT", "FR"]]})
    assert text == found(api, described["id"], filter=asked, **{"filter-lang": "cql2-json"})
    assert text


def test_filter_filter_crs_wgs84_and_param(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/filter/filter-crs-param: coordinates of the filter are CRS84 by default, else in the axis order named."""
    plain = found(api, described["id"], filter="S_INTERSECTS(geometry,LINESTRING(13.0 37.0,15.0 38.0))")
    named = {"filter": "S_INTERSECTS(geometry,LINESTRING(13.0 37.0,15.0 38.0))", "filter-crs": CRS84}
    swapped = {"filter": "S_INTERSECTS(geometry,LINESTRING(37.0 13.0,38.0 15.0))", "filter-crs": EPSG4326}
    assert found(api, described["id"], **named) == found(api, described["id"], **swapped) == plain
    assert plain
    answer = api.get(api.items(described), **named | {"filter-crs": "http://www.opengis.net/def/crs/EPSG/0/2154"})
    assert answer.status_code == 400


def test_filter_mixing_expressions(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/filter/mixing-expressions: filter and other parameters are joined by AND."""
    text = f"{country_of(described)} = 'IT'"
    both = found(api, described["id"], filter=text, bbox="12.4,36.6,15.7,38.3")
    first = found(api, described["id"], filter=text)
    assert both == first & found(api, described["id"], bbox="12.4,36.6,15.7,38.3")
    assert both


@pytest.mark.parametrize(
    "text",
    [
        "unknown_property = 1",
        "country = ",
        "country == 'IT'",
        "S_INTERSECTS(geometry)",
        "country = 5",
        "f(country) = 1",
    ],
)
def test_features_filter_response_to_invalid_filters(api: ApiUnderTest, described: dict[str, Any], text: str):
    """/conf/features-filter: a filter that is not understood is a 400."""
    answer = api.get(api.items(described), filter=text)
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "filter"


def test_basic_cql2_comparisons_of_every_queryable(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/basic-cql2: the abstract tests compare every text with 'foo', also where a code list rules it."""
    schema = api.json(f"{api.url}/collections/{described['id']}/queryables", "application/schema+json")
    texts = [name for name, told in schema["properties"].items() if told.get("type") == "string" and "enum" in told]
    assert texts
    everything = api.json(api.items(described), GEOJSON, limit=20_000, skipGeometry="true")["features"]
    for name in texts:
        if schema["properties"][name].get("format"):
            continue
        present = {f["id"] for f in everything if f["properties"][name] is not None}
        assert found(api, described["id"], filter=f"{name} = 'foo'") == set()
        assert found(api, described["id"], filter=f"{name} <> 'foo'") == present
        below = {f["id"] for f in everything if (f["properties"][name] or "foo") < "foo"}
        assert found(api, described["id"], filter=f"{name} < 'foo'") == below
        assert found(api, described["id"], filter=f"{name} NOT IN ('foo', 'bar')") == present


def test_cql2_text_white_space(api: ApiUnderTest):
    """/conf/cql2-text: every white space of the grammar separates."""
    plain = found(api, filter="country = 'IT' AND n_regions < 5")
    assert plain
    assert found(api, filter="\tcountry\n=\r\n'IT'\v AND\fn_regions <\u00a05\n") == plain


def test_cql2_json_as_text_and_as_body(api: ApiUnderTest, programmes: dict[str, tuple[Properties, Any]]):
    """/conf/cql2-json: each operator in its JSON form, in the URL and as a body."""
    assert CQL2.format("cql2-json") in api.conforms and CQL2.format("cql2-text") in api.conforms
    expressions: list[tuple[dict[str, Any], Oracle]] = [
        ({"op": "=", "args": [{"property": "country"}, "IT"]}, lambda p, g: p["country"] == "IT"),
        ({"op": "not", "args": [{"op": "isNull", "args": [{"property": "eu_amount"}]}]},
         lambda p, g: p["eu_amount"] is not None),
        ({"op": "like", "args": [{"op": "casei", "args": [{"property": "title"}]},
                                 {"op": "casei", "args": ["%SICIL%"]}]}, lambda p, g: "sicil" in p["title"].casefold()),
        ({"op": "between", "args": [{"property": "n_regions"}, 5, 9]}, lambda p, g: 5 <= p["n_regions"] <= 9),
        ({"op": "a_overlaps", "args": [{"property": "funds"}, ["ERDF", "JTF"]]},
         lambda p, g: known(p["funds"], lambda v: {"ERDF", "JTF"} & set(v))),
        ({"op": "s_intersects", "args": [{"property": "geometry"}, shapely.geometry.mapping(SICILY)]},
         lambda p, g: g.intersects(SICILY)),
        ({"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": [12.4, 36.6, 15.7, 38.3]}]},
         lambda p, g: g.intersects(SICILY)),
        ({"op": "t_after", "args": [{"property": "period_start"}, {"date": "2020-06-01"}]},
         lambda p, g: p["period"] == "2021-2027"),
        ({"op": ">", "args": [{"op": "+", "args": [{"property": "n_offers"}, 1]}, {"property": "n_needs"}]},
         lambda p, g: p["n_offers"] + 1 > p["n_needs"]),
    ]  # fmt: skip
    url = f"{api.url}/collections/programmes/items"
    for expression, means in expressions:
        answer = api.client.post(url, json=expression, params={"limit": 20_000, "skipGeometry": "true"})
        assert answer.status_code == 200, answer.text[:300]
        ids = {f["id"] for f in answer.json()["features"]}
        assert ids == {id_ for id_, (properties, geometry) in programmes.items() if means(properties, geometry)}
        assert ids, expression


def test_cql2_text_quotes_and_names(api: ApiUnderTest, programmes: dict[str, tuple[Properties, Any]]):
    """/conf/cql2-text: quotes are doubled, names may stand in double quotes."""
    title = next(p["title"] for p, _ in programmes.values() if "'" in p["title"])
    literal = title.replace("'", "''")
    expected = {id_ for id_, (p, _) in programmes.items() if p["title"] == title}
    assert found(api, filter=f"title = '{literal}'") == found(api, filter=f"\"title\" = '{literal}'") == expected


def test_what_qgis_sends_is_understood(api: ApiUnderTest, programmes: dict[str, tuple[Properties, Any]]):
    """The form in which QGIS 3.40 and later push a filter down, spaces as %20 and plus signs as they stand."""
    sent = quote("(CASEI(title) LIKE CASEI('%esf+%'))", safe="()+'")
    url = f"{api.url}/collections/programmes/items?filter={sent}&filter-lang=cql2-text&limit=1000"
    ids = {f["id"] for f in api.client.get(url).json()["features"]}
    assert ids == {id_ for id_, (p, _) in programmes.items() if "esf+" in p["title"].casefold()}


# --- Part 5 -------------------------------------------------------------------------------------------------


def test_schemas_and_core_roles(api: ApiUnderTest, described: dict[str, Any]):
    """/conf/schemas, /conf/core-roles-features, /conf/returnables-and-receivables."""
    for name in ("schemas", "core-roles-features", "returnables-and-receivables"):
        assert SCHEMAS.format(name) in api.conforms
    link = with_rel(described["links"], REL.format("schema"), "application/schema+json")[0]
    schema = api.json(link["href"], "application/schema+json")
    roles = [declared["x-ogc-role"] for declared in schema["properties"].values() if "x-ogc-role" in declared]
    assert roles.count("id") == 1 and roles.count("primary-geometry") == 1
    feature = api.json(api.items(described), GEOJSON, limit=1)["features"][0]
    assert set(feature["properties"]) == set(schema["properties"]) - {"geometry"}
    order = [schema["properties"][name]["x-ogc-propertySeq"] for name in feature["properties"]]
    assert order == sorted(order)


def test_schemas_know_no_property_beyond(api: ApiUnderTest, described: dict[str, Any]):
    """Sortables are the same properties: each can be sorted by, another cannot."""
    schema = api.json(f"{api.url}/collections/{described['id']}/schema", "application/schema+json")
    names = [name for name in schema["properties"] if name != "geometry"]
    for name in names:
        assert api.get(api.items(described), sortby=f"-{name}", limit=1, skipGeometry="true").status_code == 200, name
    assert api.get(api.items(described), sortby="geometry").status_code == 400
