"""Inputs of processes by reference, from outside: resources of the service itself, and no other address."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from http_client import EPSG, page, refusal, request
from owslib.ogcapi.processes import Processes
from running_server import RunningServer

from cooperation_atlas.web.http.bodies import MAXIMUM_BODY

AREA = "/collections/nuts3/items/AT342"
PLACE = "inputs.features.href: "


def execute(server: RunningServer, features: Any, **inputs: Any) -> httpx.Response:
    body = {"inputs": {"features": features, "collection": "nuts3-2016", "skipGeometry": True, **inputs}}
    return request(server, "POST", "/processes/overlay/execution", json=body)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Another server on this machine, which nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


# --- what a reference stands for ----------------------------------------------------------------------------------

NAMED = [
    AREA,
    f"{AREA}?lang=de&f=json",
    "/collections/programmes/items/2021IT16RFPR016",
    "/collections/nuts3/items?country=MT",
    "/collections/nuts3/items?q=Gozo%20and%20Comino&country=MT&properties=name",
    "/partners?programme=2021IT16RFPR016&limit=2",
    "/consortium?programme=2021IT16RFPR016&preset=i3-1",
]


@pytest.mark.parametrize("path", NAMED)
def test_a_reference_is_what_get_answers(server: RunningServer, path: str):
    named = execute(server, {"href": server.url + path})
    assert named.status_code == 200 and named.json()["features"]
    assert named.json() == execute(server, page(server, path)).json()


def test_a_reference_has_a_type_and_may_say_more_of_itself(server: RunningServer):
    link = {"href": server.url + AREA, "type": "application/geo+json", "rel": "item", "title": "x", "hreflang": "en"}
    assert execute(server, link).json() == execute(server, {"href": server.url + AREA}).json()


def test_a_reference_is_read_in_its_own_crs(server: RunningServer):
    crs = EPSG.format(3035)
    named = execute(server, {"href": f"{server.url}{AREA}?crs={crs}"}, crs=crs)
    assert {one["properties"]["area"] for one in named.json()["features"]} >= {"AT342"}


def test_samples_left_out_are_left_out_of_a_reference(server: RunningServer):
    (sample,) = page(server, "/collections/cooperation/items", limit=1)["features"]
    href = f"{server.url}/collections/cooperation/items/{sample['id']}"
    assert execute(server, {"href": href}).status_code == 200
    for answer in (
        execute(server, {"href": href}, exclude="samples"),
        execute(server, {"href": f"{href}?exclude=samples"}),
    ):
        assert "is answered with 404" in refusal(answer)["detail"]


def test_owslib_executes_by_reference(server: RunningServer):
    client = Processes(server.url)
    inputs = {"features": {"href": server.url + AREA, "type": "application/geo+json"}, "collection": "nuts3"}
    done = client.execute("overlay", inputs=inputs)
    assert done["pairs"]["value"]["features"][0]["properties"]["relation"] == "equals"


# --- what is refused ----------------------------------------------------------------------------------------------

#: Addresses that are not below the public URL, made from it.
ELSEWHERE = [
    "{url}",
    "{url}@127.0.0.1:{port}/x",
    "{url}.example.org/x",
    "{url}0/x",
    "{url}\\@127.0.0.1:{port}/x",
    " {url}/x",
    "//127.0.0.1:{port}/x",
    "http://127.0.0.1:{port}/x",
    "http://127.0.0.1:{port}/?{url}/collections",
    "http://user@{host}/collections/nuts3/items/AT342",
    "http://user:secret@{host}/collections/nuts3/items/AT342",
    "HTTP://{host}/collections/nuts3/items/AT342",
    "https://{host}/collections/nuts3/items/AT342",
    "http://localhost:{port}/x",
    "http://[::1]:{port}/x",
    "http://0x7f000001:{port}/x",
    "http://169.254.169.254/latest/meta-data",
    "http://metadata/x",
    "https://www.example.org/places.geojson",
    "ftp://127.0.0.1:{port}/x",
    "gopher://127.0.0.1:{port}/x",
    "file:///etc/passwd",
    "data:application/geo+json,{{}}",
    "/collections/nuts3/items/AT342",
    "collections/nuts3/items/AT342",
    "",
]


@pytest.mark.parametrize("href", ELSEWHERE)
def test_no_other_address_is_called(server: RunningServer, listener: socket.socket, href: str):
    port = listener.getsockname()[1]
    address = href.format(url=server.url, host=server.url.removeprefix("http://"), port=port)
    detail = refusal(execute(server, {"href": address}))["detail"]
    assert detail.startswith(f"{PLACE}is no address of this service.")
    assert f"{server.url}/collections/" in detail and "write the value itself" in detail
    with pytest.raises(TimeoutError):
        listener.accept()


#: Paths below the public URL that no reference may name, however they are written.
NOT_NAMED = [
    "/processes",
    "/processes/overlay",
    "/processes/overlay/execution",
    "/%70rocesses/overlay",
    "//processes",
    "/collections/../processes/overlay",
    "/collections/nuts3/../../processes",
    "/collections/%2e%2e/processes/overlay",
    "/collections%5c..%5cprocesses",
    "/healthz",
    "/static/style.css",
    "/static/../../../../etc/passwd",
    "/collections/nuts4/items",
    "/no-such-resource",
    "/%00",
    "/%ff",
]


@pytest.mark.parametrize("path", NOT_NAMED)
def test_processes_and_what_is_not_there_cannot_be_named(server: RunningServer, path: str):
    detail = refusal(execute(server, {"href": server.url + path}))["detail"]
    assert detail.startswith(f"{PLACE}leads to nothing that an input can refer to.")


REFUSED: list[tuple[str, str]] = [
    ("/collections/nuts3/items/AT999", "is answered with 404: There is no feature 'AT999'"),
    ("/collections/nuts3/items?countr=AT", "is answered with 400: countr: "),
    ("/collections/nuts3/items?country=XX", "is answered with 400: country: 'XX'"),
    (f"{AREA}?f=csv", "is answered as text/csv, but an input is JSON."),
    (f"{AREA}?f=html", "is answered as text/html"),
    (f"{AREA}?f=xlsx", "is answered as application/vnd"),
    (f"{AREA}#geometry", "fragment"),
    (f"{AREA}?lang=xx", "is answered with 400: lang: "),
    ("/collections/nuts3/items?country=AT&edition=0123456789abcdef", "edition: 0123456789abcdef is not the one"),
    ("/collections/nuts3/items?country=AT&edition=latest", "is answered with 400: edition: "),
    ("/collections/nuts3/items", "is the first page, with 100 of "),
    ("/collections/nuts3-2016/items?limit=2000", f"at most {MAXIMUM_BODY:,} are possible"),
    (f"/collections/nuts3/items?q={'x' * 70_000}", "is longer than 65,535 characters"),
]


@pytest.mark.parametrize(("path", "reason"), REFUSED, ids=lambda part: str(part)[:50])
def test_what_a_resource_refuses_is_said_of_the_reference(server: RunningServer, path: str, reason: str):
    detail = refusal(execute(server, {"href": server.url + path}))["detail"]
    assert detail.startswith("inputs.features.href: ") and reason in detail


def test_an_answer_that_is_no_geojson_is_refused_as_a_value_is(server: RunningServer):
    assert refusal(execute(server, {"href": f"{server.url}/collections"}))["detail"].startswith("inputs.features: ")
    entries = {"href": f"{server.url}/calls?limit=1"}
    assert "Leave out features without a geometry" in refusal(execute(server, entries))["detail"]


def test_a_costly_search_is_refused_as_one(server: RunningServer):
    query = httpx.QueryParams({"filter": f"nuts_code_a IN ({','.join(['nuts_code_b'] * 1500)})", "limit": "1000"})
    path = f"/collections/neighbours/items?{query}"
    assert "too much work" in refusal(request(server, "GET", path))["detail"]
    detail = refusal(execute(server, {"href": server.url + path}))["detail"]
    assert detail.startswith(PLACE) and "too much work" in detail


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ({"href": 5}, "inputs.features.href: is not a text"),
        ({"href": None}, "inputs.features.href: is not a text"),
        ({"href": ["x"]}, "inputs.features.href: is not a text"),
        ({"href": {"href": "x"}}, "inputs.features.href: is not a text"),
        ({"href": "x", "type": 5}, "inputs.features.type: is not a text"),
        ({"href": "x", "method": "POST"}, "inputs.features.method: is not a member of a reference"),
        ({"href": "x", "type": "Point", "coordinates": [9, 47]}, "inputs.features.coordinates: "),
    ],
    ids=str,
)
def test_references_are_read_strictly(server: RunningServer, reference: dict[str, Any], reason: str):
    assert reason in refusal(execute(server, reference))["detail"]


def test_the_type_of_a_reference_chooses_the_format(server: RunningServer):
    for media_type, reason in (("text/csv", "is answered as text/csv"), ("image/png", "is answered with 406")):
        answer = execute(server, {"href": server.url + AREA, "type": media_type})
        assert reason in refusal(answer)["detail"]


def test_the_api_definition_has_references(server: RunningServer):
    operation = page(server, "/openapi")["paths"]["/processes/overlay/execution"]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    (reference,) = (
        one
        for one in schema["properties"]["inputs"]["properties"]["features"]["anyOf"]
        if "required" in one and one["required"] == ["href"]
    )
    assert {"href", "type"} <= reference["properties"].keys()
