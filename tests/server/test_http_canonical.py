"""Addresses written in another way: where their clients are sent, and what is answered to OPTIONS."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from http_client import SICILY, get, items, raw, refusal, request
from hypothesis import given
from hypothesis import strategies as st
from running_server import RunningServer, start

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.parameters import FACETS, ITEM, ITEMS, names_of
from cooperation_atlas.web.http.canonical import TRACKING, elsewhere
from cooperation_atlas.web.http.request import ResourceRequest

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("query", ["", "?limit=2&country=IT%2CMT"])
@pytest.mark.parametrize(
    ("written", "meant", "location"),
    [
        ("/collections/", "/collections", "../collections"),
        ("/healthz/", "/healthz", "../healthz"),
        (f"{items()}/", items(), "../items"),
        (f"{items()}/{SICILY}/", f"{items()}/{SICILY}", f"../{SICILY}"),
        (f"{items('programme-areas')}/a%20b%2F/", f"{items('programme-areas')}/a%20b%2F", "../a%20b%2F"),
        ("/collections//programmes/items", items(), items()),
        ("//collections", "/collections", "/collections"),
        ("/collections///", "/collections", "/collections"),
        ("//example.org/items", "/example.org/items", "/example.org/items"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "PUT"])
def test_slashes_too_many_are_a_permanent_redirect(
    server: RunningServer, method: str, written: str, meant: str, location: str, query: str
):
    answer = raw(server, written + query, method)
    assert answer.status_code == 308 and answer.content == b""
    assert answer.headers["location"] == location + query
    assert urljoin(f"http://atlas.example{written}{query}", location + query) == f"http://atlas.example{meant}{query}"


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("//", 404), ("///", 404), ("/static/icon.svg", 200), ("/static//icon.svg", 404)]
)
def test_the_root_and_files_are_not_redirected(server: RunningServer, path: str, status: int):
    assert raw(server, path).status_code == status


SEGMENTS = st.lists(st.sampled_from(["", "", "a", "b", "%2F", "..", "x:y"]), min_size=1, max_size=7)


@given(SEGMENTS)
def test_every_redirect_leads_to_the_path_without_empty_segments(segments: list[str]):
    path = "/" + "/".join(segments)
    scope = {"method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"", "headers": []}
    to = elsewhere(scope, ResourceRequest("GET", path))
    kept = [segment for segment in segments if segment]
    if ".." in kept or not kept or kept == segments:
        assert to is None
    else:
        assert to is not None
        assert urljoin(f"http://atlas.example{path}", to.location) == "http://atlas.example/" + "/".join(kept)
        assert not to.location.startswith("//"), "that would be another host"
        if segments == [*kept, ""]:
            assert to.location == f"../{kept[-1]}"


@pytest.mark.parametrize(
    ("path", "written", "clean"),
    [
        (items(), "utm_source=letter&country=IT", "./items?country=IT"),
        (items(), "country=IT%2CMT&fbclid=x&title=*l'%C3%A9*", "./items?country=IT%2CMT&title=*l'%C3%A9*"),
        (items(), "title=&country=IT&nuts3=", "./items?country=IT"),
        (items(), "title=&country=&f=", "./items"),
        (f"{items()}/{SICILY}", "gclid=1", f"./{SICILY}"),
        ("/", "utm_campaign=a&utm%5Fmedium=b", "./"),
        ("/collections", "f=html&mc_eid=1", "./collections?f=html"),
    ],
)
def test_pages_have_clean_addresses(server: RunningServer, path: str, written: str, clean: str):
    answer = get(server, f"{path}?{written}", headers=BROWSER)
    assert answer.status_code == 302
    assert answer.headers["location"] == clean
    assert answer.headers["cache-control"] == "no-store" and "accept" in answer.headers["vary"].lower()
    assert get(server, urljoin(f"{path}?{written}", clean), headers=BROWSER).status_code == 200


@pytest.mark.parametrize("query", ["utm_source=letter", "title=", "country=IT&fbclid=1"])
def test_programs_are_told_of_what_means_nothing(server: RunningServer, query: str):
    for headers in ({}, {"Accept": "application/geo+json"}):
        refusal(get(server, f"{items()}?{query}", headers=headers))
    refusal(get(server, f"{items()}?{query}&f=json", headers=BROWSER))


@pytest.mark.parametrize("query", ["limit=abc", "cuontry=IT", "a=%ff", "f=%20"])
def test_what_means_something_else_is_not_taken_away(server: RunningServer, query: str):
    assert get(server, f"{items()}?{query}", headers=BROWSER).status_code == 400


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS)
def test_no_parameter_of_the_service_looks_like_a_tracking_parameter(collection):
    known = {*names_of(collection, ITEMS), *FACETS, *ITEM}
    for name in TRACKING:
        assert not {each for each in known if each == name or (name[-1] == "*" and each.startswith(name[:-1]))}


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", {"GET", "HEAD", "OPTIONS"}),
        (items(), {"GET", "HEAD", "POST", "OPTIONS"}),
        (f"{items()}/{SICILY}", {"GET", "HEAD", "OPTIONS"}),
        ("/healthz", {"GET", "HEAD", "OPTIONS"}),
        ("/static/icon.svg", {"GET", "HEAD", "OPTIONS"}),
    ],
)
@pytest.mark.parametrize("origin", [{}, {"Origin": "https://portal.example", "Access-Control-Request-Method": "GET"}])
def test_options_tells_the_methods(server: RunningServer, path: str, allowed: set[str], origin: dict[str, str]):
    answer = request(server, "OPTIONS", path, headers=origin)
    assert answer.status_code == 204 and answer.content == b""
    for name in ("allow", "access-control-allow-methods"):
        assert {method.strip() for method in answer.headers[name].split(",")} == allowed
    assert "content-length" not in answer.headers and answer.headers["access-control-allow-origin"] == "*"


def test_options_of_the_server_as_a_whole(server: RunningServer):
    answer = raw(server, "*", "OPTIONS")
    assert answer.status_code == 204 and {"GET", "POST"} <= set(answer.headers["allow"].split(", "))


@pytest.mark.parametrize(("target", "status"), [("http://atlas.example", 400), ("http://", 400), ("?limit=1", 400),
                                                ("*", 404), ("http://atlas.example/conformance#x", 200)])  # fmt: skip
def test_other_forms_of_a_target_are_answered(server: RunningServer, target: str, status: int):
    assert raw(server, target).status_code == status


def test_options_of_nothing_is_a_404(server: RunningServer):
    refusal(request(server, "OPTIONS", "/nothing"), 404)


@pytest.mark.slow
def test_problems_name_the_public_path(server: RunningServer):
    """Behind a proxy that takes the first part of the path away."""
    running = start(build=False, name="prefix", environment={"COOPERATION_ATLAS_URL": "https://portal.example/atlas"})
    try:
        assert refusal(get(running, f"{items()}?limit=0"))["instance"] == f"/atlas{items()}"
        assert refusal(get(running, "/nothing"), 404)["instance"] == "/atlas/nothing"
        assert refusal(raw(running, "/%22%20%C3%A9"), 404)["instance"] == "/atlas/%22%20%C3%A9"
        assert refusal(raw(running, "/x", headers="Accept: " + "a/b," * 4000), 431)["instance"] == "/atlas/x"
        assert refusal(raw(running, "/x", headers="Content-Length: many"), 400)["instance"] == "/atlas/x"
        told = get(running, f"{items()}?limit=0", headers=BROWSER)
        assert told.status_code == 400 and f'href="/atlas{items()}"' in told.text and "/atlas/atlas" not in told.text
    finally:
        running.stop()
