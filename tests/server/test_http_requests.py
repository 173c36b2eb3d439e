"""Paths, methods, bodies and headers of requests: what is not understood is refused, never a server error."""

from __future__ import annotations

import httpx
import orjson
import pytest
from http_client import SICILY, get, ids, items, page, raw, refusal, request
from running_server import RunningServer

JSON = {"Content-Type": "application/json"}
IN_ITALY = {"op": "=", "args": [{"property": "country"}, "IT"]}


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("/collectons", "/collections"),
        ("/conformence", "/conformance"),
        ("/collections/programms", "programmes"),
        ("/collections/programms/items", "programmes"),
        ("/collections/nuts-3/schema", "nuts3"),
        ("/collections/nuts/queryables", "nuts3"),
        ("/collections/programes/facets", "programmes"),
        ("/collections/programmes/itms", "/collections/programmes/items"),
        ("/codelists/topic", "topics"),
        ("/collections/programmes/items/2021IT16RFPR019999", None),
        ("/nothing/like/this", "/collections"),
        ("/xoo", "/collections"),
        ("//", "/"),
        ("/static/no-such-file.css", None),
    ],
)
def test_unknown_path_is_a_404_with_the_nearest_one(server: RunningServer, path: str, nearest: str | None):
    problem = refusal(raw(server, path), 404)
    assert isinstance(problem["nearest"], list)
    assert nearest is None or nearest in problem["nearest"]


def test_unknown_feature_names_those_that_look_alike(server: RunningServer):
    problem = refusal(get(server, f"{items()}/2021IT16RFPR01"), 404)
    assert "2021IT16RFPR01" in problem["detail"]
    assert SICILY in problem["nearest"]


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/static/../app.py",
        "/static/../../../../pyproject.toml",
        "/static/..%2f..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/..%5c..%5capp.py",
        "/static//etc/passwd",
        "/collections/..%2f..%2fetc/items",
        "/collections/programmes/items/..%2f..%2f..%2fedition.json",
        "/collections/programmes/items/../../../../etc/passwd",
        "/codelists/..%2ftopics.csv",
        "/codelists/%00",
        "/collections/%00/items",
        "/collections/%ff/items",
        "/collections/programmes/items/%00",
        "/collections/programmes/items/%0d%0aSet-Cookie:%20a=b",
        "/%ff%fe",
        "/" + "a" * 8000,
    ],
)
def test_path_traversal_and_odd_bytes_find_nothing(server: RunningServer, path: str):
    answer = raw(server, path)
    refusal(answer, 404)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/collections", items(), f"{items()}/{SICILY}", "/healthz", "/codelists/topics"])
def test_other_methods_are_refused_with_those_allowed(server: RunningServer, method: str, path: str):
    answer = request(server, method, path)
    refusal(answer, 405)
    assert {"GET", "HEAD"} <= {m.strip() for m in answer.headers["allow"].split(",")}


@pytest.mark.parametrize("path", ["/", "/collections", f"{items()}/{SICILY}", "/collections/programmes/facets"])
def test_post_is_for_lists_of_features(server: RunningServer, path: str):
    assert "POST" not in request(server, "POST", path, json=IN_ITALY).headers["allow"]
    refusal(request(server, "POST", path, json=IN_ITALY), 405)


@pytest.mark.parametrize("path", ["/", "/conformance", items(), f"{items()}/{SICILY}", "/healthz"])
def test_head_is_get_without_the_body(server: RunningServer, path: str):
    full, head = get(server, path), request(server, "HEAD", path)
    assert head.status_code == 200 and head.content == b""
    for name in ("content-type", "etag", "atlas-edition"):
        assert head.headers.get(name) == full.headers.get(name)


def test_preflight_allows_scripts_of_other_sites(server: RunningServer):
    asked = {
        "Origin": "https://portal.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = request(server, "OPTIONS", items(), headers=asked)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"].lower()


@pytest.mark.parametrize("path", [items(), f"{items()}?limit=0", "/nothing", "/healthz"])
def test_scripts_of_other_sites_may_read_answers_and_refusals(server: RunningServer, path: str):
    answer = get(server, path, headers={"Origin": "https://portal.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    exposed = answer.headers["access-control-expose-headers"].lower()
    assert "content-crs" in exposed and "link" in exposed and "atlas-edition" in exposed


@pytest.mark.parametrize("query", ["z{}=1", "country={}", "limit={}", "f={}", "sortby={}", "properties={}", "lang={}"])
def test_problems_stay_short_whatever_was_sent(server: RunningServer, query: str):
    answer = raw(server, f"{items()}?{query.format('x' * 60_000)}")
    problem = refusal(answer)
    assert len(answer.content) < 5000
    assert problem["detail"].startswith(query.split("=")[0].format("xxx")) and problem["detail"].endswith((".", "?"))


# --- bodies -------------------------------------------------------------------------------------------------


def post(server: RunningServer, body: bytes, headers: dict[str, str] | None = None, **query: str) -> httpx.Response:
    return request(server, "POST", items(), content=body, headers=JSON if headers is None else headers, params=query)


def test_posted_filter_is_the_filter_of_the_url(server: RunningServer):
    answer = post(server, orjson.dumps(IN_ITALY), limit="1000", skipGeometry="true")
    assert answer.status_code == 200
    assert [f["id"] for f in answer.json()["features"]] == ids(server, "programmes", country="IT")


def test_posted_filter_and_parameters_are_joined(server: RunningServer):
    answer = post(server, orjson.dumps(IN_ITALY), period="2021-2027", resulttype="hits")
    assert answer.json()["numberMatched"] == len(ids(server, "programmes", country="IT", period="2021-2027"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"not json",
        b"{",
        b"[]",
        b"null",
        b"1",
        b"true1",
        b'"text"',
        b"{}",
        b'{"op": "="}',
        b'{"op": 5, "args": []}',
        b'{"op": "=", "args": {}}',
        b'{"op": "nothing", "args": [1, 2]}',
        b'{"op": "=", "args": [{"property": "cuontry"}, "IT"]}',
        b'{"op": "=", "args": [{"property": "eu_amount"}, NaN]}',
        b'{"op": "=", "args": [{"property": "eu_amount"}, 1e999]}',
        b'{"op": "=", "args": [{"property": "country"}, "\xe9"]}',
        b"\xff\xfe{\x00}\x00",
        b"[" * 100_000,
        b'{"op":"not","args":[' * 3_000 + b"true" + b"]}" * 3_000,
        b'{"op":"and","args":[' + b",".join([b"true"] * 60_000) + b"," * 3 + b"]}",
    ],
    ids=range(22),
)
def test_bad_body_is_refused(server: RunningServer, body: bytes):
    problem = refusal(post(server, body))
    assert problem["parameter"] == "filter"


def test_posted_filter_names_the_nearest_property(server: RunningServer):
    problem = refusal(post(server, b'{"op": "=", "args": [{"property": "cuontry"}, "IT"]}'))
    assert "country" in problem["nearest"]


@pytest.mark.parametrize("headers", [{}, {"Content-Type": "text/plain"}, {"Content-Type": "application/xml"}])
def test_body_of_another_type_is_refused(server: RunningServer, headers: dict[str, str]):
    refusal(post(server, orjson.dumps(IN_ITALY), headers), 415)


def test_oversized_body_is_refused(server: RunningServer):
    refusal(post(server, b'{"op": "' + b"x" * 1_100_000 + b'"}'), 413)


def test_filter_in_url_and_body_is_refused(server: RunningServer):
    assert "both" in refusal(post(server, orjson.dumps(IN_ITALY), filter="country = 'IT'"))["detail"]
    assert refusal(post(server, orjson.dumps(IN_ITALY), **{"filter-lang": "cql2-text"}))["parameter"] == "filter-lang"


# --- what a client accepts ----------------------------------------------------------------------------------

GEOJSON, PLAIN = "application/geo+json", "application/json"


@pytest.mark.parametrize(
    ("accept", "path", "media_type"),
    [
        ("*/*", items(), GEOJSON),
        ("", items(), GEOJSON),
        ("application/geo+json", items(), GEOJSON),
        ("application/json", items(), GEOJSON),
        ("application/*", items(), GEOJSON),
        ("text/csv", items(), "text/csv"),
        ("application/ld+json", items(), "application/ld+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", items(), "text/html"),
        ("application/json;q=0.5, text/html;q=0.4", items(), GEOJSON),
        ("text/html;q=0.3, text/csv;q=0.8", items(), "text/csv"),
        ("image/png, */*;q=0.1", items(), GEOJSON),
        ("application/json", "/", PLAIN),
        ("text/html", "/", "text/html"),
        ("text/html", "/collections", "text/html"),
        ("application/vnd.oai.openapi+json;version=3.0", "/openapi", "application/vnd.oai.openapi+json"),
        ("application/schema+json", "/collections/nuts3/schema", "application/schema+json"),
        ("application/json", "/collections/nuts3/queryables", "application/schema+json"),
        ("application/json", "/collections/programmes/facets", PLAIN),
    ],
)
def test_accept_chooses_the_format(server: RunningServer, accept: str, path: str, media_type: str):
    answer = get(server, path, headers={"Accept": accept}, **({"limit": 1} if path == items() else {}))
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media_type


@pytest.mark.parametrize("path", ["/", "/collections", items(), f"{items()}/{SICILY}"])
@pytest.mark.parametrize("accept", ["image/png", "application/xml", "*/*;q=0", "application/geo+json;q=0, text/x-y"])
def test_format_that_is_not_to_be_had_is_a_406_with_those_that_are(server: RunningServer, accept: str, path: str):
    problem = refusal(get(server, path, headers={"Accept": accept}), 406)
    assert "application/json" in problem["detail"] and "text/html" in problem["detail"]


def test_f_goes_before_accept(server: RunningServer):
    answer = get(server, items(), headers={"Accept": "text/html"}, f="csv", limit=1)
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    "accept", ["garbage", ",,,", ";;;", "text/html;q=abc", "a/b/c", "\x7f", "*/*" + ",a/b" * 2000, "en;q=1e9"]
)
def test_odd_accept_headers_are_no_server_error(server: RunningServer, accept: str):
    for name in ("Accept", "Accept-Language", "Accept-Encoding", "If-None-Match"):
        answer = raw(server, "/collections", headers=f"{name}: {accept}")
        assert answer.status_code in (200, 400, 406), f"{name}: {accept[:30]}"


def test_browsers_get_problems_as_pages(server: RunningServer):
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    for path, status, words in (
        (f"{items()}?cuontry=IT", 400, "country"),
        ("/collections/programms", 404, "programmes"),
        ("/nothing", 404, "nothing"),
    ):
        answer = get(server, path, headers=browser)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert words in answer.text
    assert get(server, items(), f="html", limit="abc").headers["content-type"].startswith("text/html")


def test_pages_show_what_was_sent_as_text_only(server: RunningServer):
    """What stands in the address must not become markup, in problems or in forms."""
    attack = '"><script>alert(1)</script>'
    for path, query in ((items(), {"country": attack}), (items(), {"title": attack}), (items(), {attack: "1"})):
        answer = get(server, path, f="html", **query)
        assert "<script>alert" not in answer.text
    assert "<script>alert" not in get(server, "/%3Cscript%3Ealert(1)", headers={"Accept": "text/html"}).text


def test_language_is_negotiated(server: RunningServer):
    assert get(server, "/", headers={"Accept-Language": "xx, en;q=0.1"}).status_code == 200
    assert get(server, "/", headers={"Accept-Language": "xx"}).status_code == 200
    assert page(server, "/", lang="en-GB")["title"]
