"""QGIS's own OGC API - Features provider lets the server filter: what it asks for, seen by a proxy in between.

Versions before 3.32 filter in QGIS itself; the result must be the same, only the requests differ.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

import pytest
from faulty import send
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from running_server import RunningServer

#: Since which version the provider sends CQL2, and asks for CRSs that it is told to (3.28.6).
PUSHES_FILTERS = Qgis.QGIS_VERSION_INT >= 33200
ASKS_FOR_CRS = Qgis.QGIS_VERSION_INT >= 32806
SICILY = QgsRectangle(12.4, 35.4, 15.7, 38.9)

#: Collection, expression of QGIS, and the CQL2 that it becomes.
PUSHED = [
    ("programmes", "\"country\" = 'IT'", "(country = 'IT')"),
    ("programmes", "\"country\" IN ('MT','FR')", "country IN ('MT','FR')"),
    ("cooperation", "\"country\" NOT IN ('IT')", "country NOT IN ('IT')"),
    ("programmes", "\"title\" LIKE '%Interreg%'", "(title LIKE '%Interreg%')"),
    ("programmes", "\"title\" ILIKE '%SICIL%'", "(CASEI(title) LIKE CASEI('%SICIL%'))"),
    ("programmes", "\"title\" LIKE '%ESF+%'", "(title LIKE '%ESF+%')"),
    ("programmes", "\"title\" LIKE '%d''%'", "(title LIKE '%d''%')"),
    ("cooperation", "\"topics_text\" ILIKE '%research%'", "(CASEI(\"topics_text\") LIKE CASEI('%research%'))"),
    ("programmes", '"n_regions" > 90', '("n_regions" > 90)'),
    ("programmes", '"n_regions" + 1 > 90', '(("n_regions" + 1) > 90)'),
    ("programmes", '"n_regions" BETWEEN 50 AND 60', '"n_regions" BETWEEN 50 AND 60'),
    ("programmes", '"n_regions" > 10 AND "country" = \'IT\'', "((\"n_regions\" > 10) AND (country = 'IT'))"),
    ("programmes", "\"country\" = 'MT' OR \"country\" = 'EL'", "((country = 'MT') OR (country = 'EL'))"),
    ("cooperation", "NOT \"country\" = 'IT'", "(NOT ((country = 'IT')))"),
    ("nuts3", '"urban" IS NULL', "(urban IS NULL)"),
    (
        "programmes",
        '"objectives_complete" = false AND "country" = \'IT\'',
        "((\"objectives_complete\" = FALSE) AND (country = 'IT'))",
    ),
    ("nuts3", '"area_km2" > 12000.5', '("area_km2" > 12000.5)'),
    ("cooperation", '"sample" = true', "(sample = TRUE)"),
    ("cooperation", "\"open_to\" < '2026-12-01'", "(\"open_to\" < DATE('2026-12-01'))"),
]
if not PUSHES_FILTERS:
    # Expressions know BETWEEN later than 3.22.
    PUSHED = [case for case in PUSHED if "BETWEEN" not in case[1]]
#: Expressions that QGIS evaluates itself, whole: on lists, and with functions.
LOCAL = [
    ("cooperation", "array_contains(\"funds\", 'ERDF')"),
    ("cooperation", 'array_length("sought_countries") > 1'),
    ("nuts3", 'year("period_start") = 2021 AND array_contains("programmes", \'2021IT16RFPR016\')'),
]


@dataclass(frozen=True)
class Asked:
    """A request for items.

    :param query: its parameters
    :param returned: number of features in the answer
    """

    query: dict[str, str]
    status: int
    returned: int


class Recorder:
    """Passes requests on to the server under test and keeps those for items.

    :param page: when given, the size of pages that the OpenAPI document tells clients
    """

    def __init__(self, target: str, page: int | None = None) -> None:
        self.target, self.page = target, page
        self.items: list[Asked] = []
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                recorder.answer(self)

            def log_message(self, *_: Any) -> None:
                """Says nothing on the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = {"Accept": handler.headers.get("Accept", "*/*")}
        with urlopen(Request(self.target + handler.path, headers=wanted), timeout=60) as reply:
            status, body, kind = reply.status, reply.read(), reply.headers["Content-Type"]
        path, query = urlsplit(handler.path).path, urlsplit(handler.path).query
        if path.endswith("/items"):
            # As the server reads it: QGIS writes a space as %20 and leaves a plus sign as it is.
            parameters = {k: v[-1] for k, v in parse_qs(query.replace("+", "%2B"), keep_blank_values=True).items()}
            self.items.append(Asked(parameters, status, len(json.loads(body)["features"])))
        if path == "/openapi" and self.page:
            told = json.loads(body)
            told["components"]["parameters"]["limit"]["schema"] |= {"default": self.page, "maximum": self.page}
            body = json.dumps(told).encode()
        send(handler, status, body.replace(self.target.encode(), self.url.encode()), {"Content-Type": kind})


@pytest.fixture
def recorder(server: RunningServer) -> Iterator[Recorder]:
    between = Recorder(server.url)
    yield between
    between.stop()


def open_layer(recorder: Recorder, collection: str, crs: str = "") -> QgsVectorLayer:
    """A layer of the collection; what was asked to open it is forgotten."""
    srs = f" srsname='{crs}'" if crs else ""
    layer = QgsVectorLayer(f"url='{recorder.url}' typename='{collection}'{srs}", collection, "OAPIF")
    assert layer.isValid(), layer.error().summary() or "the provider gave no reason"
    recorder.items.clear()
    return layer


def id_field(server: RunningServer, collection: str) -> str:
    """The property that identifies the features; every version of QGIS has it as a field."""
    declared = server.declared(collection)
    return next(name for name, declaration in declared.items() if declaration.get("x-ogc-role") == "id")


class Whole:
    """All features of a collection as the provider gives them without a filter, for QGIS to evaluate expressions on."""

    def __init__(self, server: RunningServer, collection: str) -> None:
        layer = QgsVectorLayer(f"url='{server.url}' typename='{collection}'", collection, "OAPIF")
        self.fields, self.features = layer.fields(), list(layer.getFeatures())
        self.id = id_field(server, collection)

    def evaluated(self, text: str) -> set[str]:
        """The ids for which QGIS itself finds the expression true."""
        expression, context = QgsExpression(text), QgsExpressionContext()
        context.setFields(self.fields)
        assert expression.prepare(context), expression.parserErrorString()
        found = set()
        for feature in self.features:
            context.setFeature(feature)
            if expression.evaluate(context):
                found.add(feature[self.id])
            assert not expression.hasEvalError(), expression.evalErrorString()
        return found


@pytest.fixture(scope="module")
def whole(qgis_app: Any, server: RunningServer) -> dict[str, Whole]:
    return {name: Whole(server, name) for name in ("programmes", "nuts3", "cooperation")}


@pytest.mark.parametrize(("collection", "text", "cql2"), PUSHED, ids=[text for _, text, _ in PUSHED])
def test_filter_reaches_the_server(whole: dict[str, Whole], recorder: Recorder, collection: str, text: str, cql2: str):
    id_, expected = whole[collection].id, whole[collection].evaluated(text)

    of_subset: list[Asked] = []
    # Filters of layers on booleans and dates find nothing in 3.22, whatever the server: it compares them as text.
    if PUSHES_FILTERS or not any(word in text for word in ("true", "false", "open_to")):
        subset = open_layer(recorder, collection)
        assert subset.setSubsetString(text)
        recorder.items.clear()
        assert {f[id_] for f in subset.getFeatures()} == expected
        assert subset.featureCount() == len(expected)
        of_subset = [asked for asked in recorder.items if asked.query["limit"] != "1"]
        assert of_subset

    layer = open_layer(recorder, collection)
    request = QgsFeatureRequest().setFilterExpression(text)
    assert {f[id_] for f in layer.getFeatures(request)} == expected
    of_request = [asked for asked in recorder.items if asked.query["limit"] != "1"]

    assert of_request
    for asked in (of_subset, of_request):
        assert all(a.status == 200 for a in asked)
        if PUSHES_FILTERS:
            assert {a.query.get("filter") for a in asked} == {cql2}
            assert {a.query.get("filter-lang") for a in asked} == {"cql2-text"}
            # Nothing travels that is not wanted.
            assert sum(a.returned for a in asked) == len(expected)
        else:
            assert not any("filter" in a.query for a in asked)


def test_the_filters_divide_the_features(whole: dict[str, Whole]):
    """A filter that all or no features meet shows little: most of those above select some and leave some."""
    found = [(len(whole[name].evaluated(text)), len(whole[name].features)) for name, text, _ in PUSHED]
    assert sum(0 < some < total for some, total in found) >= len(PUSHED) - 4


@pytest.mark.parametrize(("collection", "text"), LOCAL, ids=[text for _, text in LOCAL])
def test_lists_and_dates_are_of_use_in_expressions(
    whole: dict[str, Whole], recorder: Recorder, collection: str, text: str
):
    id_, expected = whole[collection].id, whole[collection].evaluated(text)
    assert 0 < len(expected) < len(whole[collection].features)
    layer = open_layer(recorder, collection)
    assert {f[id_] for f in layer.getFeatures(QgsFeatureRequest().setFilterExpression(text))} == expected


def test_half_of_a_filter_reaches_the_server(whole: dict[str, Whole], recorder: Recorder):
    """QGIS sends the part that the server can evaluate and evaluates the rest itself."""
    text = '"country" = \'IT\' AND length("title") > 40'
    expected = whole["programmes"].evaluated(text)
    layer = open_layer(recorder, "programmes")
    found = {f["cci"] for f in layer.getFeatures(QgsFeatureRequest().setFilterExpression(text))}
    assert found == expected != set()
    if PUSHES_FILTERS:
        assert [asked.query.get("filter") for asked in recorder.items] == ["(country = 'IT')"]


def test_pages_of_a_thousand_and_none_too_many(
    qgis_app: Any, recorder: Recorder, published: dict[str, list[dict[str, Any]]]
):
    total = len(published["nuts3"])
    assert total > 1000, "one page proves nothing"
    layer = open_layer(recorder, "nuts3")
    assert len(list(layer.getFeatures())) == total
    assert [asked.query["limit"] for asked in recorder.items] == ["1000"] * -(-total // 1000)
    assert sum(asked.returned for asked in recorder.items) == total
    assert layer.featureCount() == total


def test_a_full_last_page_costs_no_empty_request(
    qgis_app: Any, server: RunningServer, published: dict[str, list[dict[str, Any]]]
):
    sizes = [(name, len(features)) for name, features in published.items()]
    # The largest pages that divide a collection without remainder.
    collection, total, page = max(
        ((name, total, size) for name, total in sizes for size in range(2, total // 2 + 1) if total % size == 0),
        key=lambda found: found[2],
    )
    recorder = Recorder(server.url, page)
    layer = open_layer(recorder, collection)
    assert len(list(layer.getFeatures())) == total
    assert [(asked.query["limit"], asked.returned) for asked in recorder.items] == [(str(page), page)] * (total // page)
    recorder.stop()


def test_every_offered_crs_loads_by_srsname(qgis_app: Any, server: RunningServer, recorder: Recorder):
    """The same features in the same place, in a part of the map too, whatever the CRS."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    offered = server.json("/collections/countries", f="json")["crs"]
    assert len(offered) >= 5
    id_ = id_field(server, "countries")
    places = {f[id_]: f.geometry().boundingBox() for f in open_layer(recorder, "countries").getFeatures()}
    for uri in offered:
        known = QgsCoordinateReferenceSystem.fromOgcWmsCrs(uri)
        layer = open_layer(recorder, "countries", known.authid())
        assert layer.crs() == (known if ASKS_FOR_CRS else degrees)
        back = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
        found = {f[id_]: f.geometry() for f in layer.getFeatures()}
        assert set(found) == set(places)
        for code, geometry in found.items():
            geometry.transform(back)
            box, expected = geometry.boundingBox(), places[code]
            sides = ("xMinimum", "yMinimum", "xMaximum", "yMaximum")
            assert all(abs(getattr(box, s)() - getattr(expected, s)()) < 1e-4 for s in sides), (uri, code)
        if ASKS_FOR_CRS:
            assert {asked.query.get("crs", offered[0]) for asked in recorder.items} == {uri}


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3035", "EPSG:3857"])
def test_the_part_of_the_map_reaches_the_server(whole: dict[str, Whole], recorder: Recorder, crs: str):
    """With "only request features overlapping the view extent" switched on."""
    layer = open_layer(recorder, "nuts3", f"{crs}' restrictToRequestBBOX='1")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    box = QgsCoordinateTransform(degrees, layer.crs(), QgsProject.instance()).transformBoundingBox(SICILY)
    back = QgsCoordinateTransform(layer.crs(), degrees, QgsProject.instance())
    edge = QgsGeometry.fromRect(box).densifyByCount(50)
    edge.transform(back)
    id_ = whole["nuts3"].id
    request = QgsFeatureRequest().setFilterRect(box).setFlags(QgsFeatureRequest.ExactIntersect)
    found = {f[id_] for f in layer.getFeatures(request)}
    assert found == {f[id_] for f in whole["nuts3"].features if f.geometry().intersects(edge)} != set()
    assert recorder.items and all("bbox" in asked.query for asked in recorder.items)
    assert sum(asked.returned for asked in recorder.items) < len(whole["nuts3"].features)
