"""The OpenAPI document: valid, complete, referring to nothing outside itself, and as clients need it."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from api_definition import resolved
from openapi_spec_validator import OpenAPIV30SpecValidator
from running_server import COLLECTIONS, RunningServer
from waiting import answered

from cooperation_atlas.ogc.formats.registry import FORMATS

#: Parameters that every list of features takes, beside criteria and properties.
COMMON = {
    "f", "lang", "limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "q", "filter", "filter-lang", "filter-crs",
    "sortby", "properties", "skipGeometry", "resulttype", "include", "exclude", "edition",
}  # fmt: skip
#: Criteria that every collection takes, with a list of values and without one.
CODED = {
    "country", "exclude_country", "topic", "scope", "period", "fund", "category", "objective", "strategy", "kind",
    "status", "mode", "partner_type", "sought_country", "sought_strategy",
}  # fmt: skip
CRITERIA = CODED | {"title", "nuts3", "open"}
#: Pairs of areas are of no programme.
PAIRS = {"country", "exclude_country", "nuts3", "neighbour_kind", "across_border"}
#: Headers that belong to HTTP, CORS or the connection, and not to one of our answers.
OF_HTTP = {
    "access-control-allow-origin", "access-control-expose-headers", "cache-control", "connection",
    "content-disposition", "content-encoding", "content-language", "content-length", "content-security-policy",
    "content-type", "date", "referrer-policy", "server", "transfer-encoding", "vary", "x-content-type-options",
}  # fmt: skip


@pytest.fixture(scope="module")
def document(server: RunningServer) -> dict[str, Any]:
    answer = httpx.get(f"{server.url}/openapi", timeout=60)
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    return answer.json()


def parameters(document: dict[str, Any], path: str, method: str = "get") -> dict[str, dict[str, Any]]:
    declared = [resolved(document, p) for p in document["paths"][path][method]["parameters"]]
    assert len({p["name"] for p in declared}) == len(declared)
    return {p["name"]: p for p in declared}


def readable(document: dict[str, Any]) -> dict[str, Any]:
    """The paths that can be read: all but those that execute a process."""
    return {path: operations for path, operations in document["paths"].items() if "get" in operations}


def test_document_is_valid_openapi_3_0(document: dict[str, Any]):
    assert document["openapi"].startswith("3.0")
    OpenAPIV30SpecValidator(document).validate()


def test_document_refers_to_nothing_outside_itself(document: dict[str, Any]):
    references = set(re.findall(r'"\$ref": ?"([^"]*)"', httpx.Response(200, json=document).text))
    assert references and all(reference.startswith("#/") for reference in references)


def test_server_address_is_where_the_document_was_read(server: RunningServer, document: dict[str, Any]):
    assert [each["url"] for each in document["servers"]] == [server.url]


def test_page_size_is_where_qgis_reads_it(document: dict[str, Any]):
    """QGIS takes the page size from components.parameters.limit only; without it, it pages by 100."""
    limit = document["components"]["parameters"]["limit"]
    assert limit["name"] == "limit" and limit["in"] == "query"
    assert limit["schema"]["type"] == "integer" and limit["schema"]["minimum"] == 1
    assert limit["schema"]["default"] == 100 and limit["schema"]["maximum"] == 20_000


def test_every_parameter_is_described(document: dict[str, Any], server: RunningServer, collection: str):
    found = parameters(document, f"/collections/{collection}/items")
    properties = httpx.get(f"{server.url}/collections/{collection}/queryables", timeout=60).json()["properties"]
    criteria = PAIRS if collection == "neighbours" else CRITERIA
    assert set(found) >= COMMON | criteria | (set(properties) - {"geometry"})
    for name, declared in found.items():
        assert declared["in"] == "query" and declared["required"] is False, name
        assert declared["description"] and declared["schema"]["type"], name
    for name in CODED & criteria:
        assert found[name]["schema"]["items"]["enum"], name


def test_parameters_that_are_taken_are_those_that_are_described(document: dict[str, Any], server: RunningServer):
    """On every resource, for every name that any of them takes and for the properties that only answers have."""
    described = {path: set(parameters(document, path)) - IN_PATH for path in readable(document)}
    names = set().union(*described.values(), ["limits", "F"])
    for collection in COLLECTIONS:
        names |= set(server.declared(collection))
    with httpx.Client(base_url=server.url, timeout=60) as client:
        for path, known in described.items():
            address = filled(path, client)
            taken = {name for name in names if is_taken(client, address, name)}
            assert taken == known, path


#: Parameters that stand in the path.
IN_PATH = {"codelistId", "featureId", "own", "other", "part", "tileMatrixSetId", "tileMatrix", "tileRow", "tileCol"}


def is_taken(client: httpx.Client, address: str, name: str) -> bool:
    """Whether a resource has the parameter. A control character is refused everywhere, but only by those that have it
    as a value."""
    answer = client.get(f"{address}{'&' if '?' in address else '?'}{urlencode({name: chr(1)})}")
    assert answer.status_code == 400, (address, name)
    detail = answer.json()["detail"]
    refusals = ("is not a parameter of", "worked out for each answer", "is not possible here")
    return not any(refusal in detail for refusal in refusals)


def filled(path: str, client: httpx.Client) -> str:
    """A path whose parts are those of something that is there, with the parameters without which it is nothing."""
    if path in ("/partners", "/consortium") or path.startswith("/partners/{"):
        programmes = {"limit": 2, "skipGeometry": "true", "f": "json", "period": "2021-2027"}
        own, other = (
            f["id"] for f in client.get("/collections/programmes/items", params=programmes).json()["features"]
        )
        return path.format(own=own, other=other) if "{" in path else f"{path}?programme={own}"
    if "featureId" in path:
        first = {"limit": 1, "skipGeometry": "true", "f": "json"}
        listed = client.get(path.removesuffix("/{featureId}"), params=first)
        return path.replace("{featureId}", listed.json()["features"][0]["id"])
    if path == "/similar-regions":
        return f"{path}?nuts3=ITG13"
    if path.startswith("/collections/") and path.endswith("/distribution"):
        return f"{path}?by=country"
    tile = {"{tileMatrixSetId}": "WebMercatorQuad", "{tileMatrix}": "0", "{tileRow}": "0", "{tileCol}": "0"}
    for name, part in ({"{codelistId}": "topics", "{part}": "pages.xml"} | tile).items():
        path = path.replace(name, part)
    return path


#: The format that a client gets, by what it accepts.
FORMAT_OF = {"*/*": "json", "text/html": "html"}


@pytest.mark.parametrize("accept", FORMAT_OF)
def test_headers_that_are_sent_are_those_that_are_described(
    document: dict[str, Any], server: RunningServer, accept: str
):
    with httpx.Client(base_url=server.url, timeout=60) as client:
        for path, operations in readable(document).items():
            described = operations["get"]["responses"]["200"]
            answer = answered(partial(client.get, filled(path, client), headers={"Accept": accept}))
            if answer.status_code == 406:
                assert "text/html" not in described["content"], path
                continue
            assert answer.status_code == 200, path
            sent = {name.lower() for name in answer.headers} - OF_HTTP
            expected = {name.lower() for name in described["headers"]} - {"atlas-hint"}
            if not FORMATS[FORMAT_OF[accept]].geometry:  # nothing there has a CRS
                expected -= {"content-crs"}
            assert sent == expected, path


def test_what_is_described_can_be_read_by_scripts_of_other_sites(document: dict[str, Any], server: RunningServer):
    exposed = httpx.get(f"{server.url}/conformance", timeout=60).headers["Access-Control-Expose-Headers"].split(", ")
    assert set(document["components"]["headers"]) <= set(exposed)


def test_bodies_are_taken_as_every_type_that_is_described(document: dict[str, Any], server: RunningServer):
    path = "/collections/nuts3/items"
    described = document["paths"][path]["post"]["requestBody"]["content"]
    assert len(described) > 1
    for media_type in described:
        sent = b'{"op":"=","args":[{"property":"country"},"MT"]}'
        answer = httpx.post(server.url + path, content=sent, headers={"Content-Type": media_type}, timeout=60)
        assert answer.json()["numberMatched"] == 2


def test_hints_are_described_where_they_are_given(document: dict[str, Any], server: RunningServer, collection: str):
    path = f"/collections/{collection}/items"
    name = "country_a" if collection == "neighbours" else "country"
    answer = httpx.get(server.url + path, params={"filter": f"{name} = 'XX'"}, timeout=60)
    assert "XX" in answer.headers["Atlas-Hint"]
    assert "Atlas-Hint" in document["paths"][path]["get"]["responses"]["200"]["headers"]


@pytest.mark.parametrize(("path", "status"), [("/collections/", 308), ("/collections?f=html&q=", 302)])
def test_redirects_are_described(document: dict[str, Any], server: RunningServer, path: str, status: int):
    answer = httpx.get(server.url + path, timeout=60)
    assert answer.status_code == status and answer.headers["Location"]
    assert "Location" in document["paths"]["/collections"]["get"]["responses"][str(status)]["headers"]


def test_contact_and_terms_are_those_of_the_configuration(document: dict[str, Any], server: RunningServer):
    info = document["info"]
    assert info["contact"]["name"] and info["contact"]["url"].startswith("http")
    assert info["termsOfService"].startswith("https://")
    assert info["license"]["name"] and info["license"]["url"].startswith("https://")


def test_every_path_can_be_got(document: dict[str, Any], server: RunningServer):
    with httpx.Client(base_url=server.url, timeout=60) as client:
        for path, operations in readable(document).items():
            answer = answered(partial(client.get, filled(path, client)))
            assert answer.status_code == 200, path
            declared = operations["get"]["responses"]["200"]["content"]
            # The version parameter stands in both; other parameters (charset) are the answer's own.
            assert answer.headers["content-type"].split(";")[0] in {d.split(";")[0] for d in declared}, path


def test_every_operation_has_an_id_of_its_own(document: dict[str, Any]):
    ids = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert len(set(ids)) == len(ids)
    for collection in COLLECTIONS:
        assert {"get", "post"} == set(document["paths"][f"/collections/{collection}/items"])


def test_members_that_are_promised_are_sent_and_those_that_are_sent_are_promised(
    document: dict[str, Any], server: RunningServer, collection: str
):
    """In features, lists of them and counts, over a few requests that together bring every member there is."""
    here = f"{server.url}/collections/{collection}"
    first = httpx.get(f"{here}/items", params={"limit": 1}, timeout=60).json()["features"][0]["id"]
    requests = {
        f"/collections/{collection}/items": [
            "/items?limit=1",
            "/items?q=sicilia",
            "/items?q=lim&limit=1",
            "/items?include=unknown&limit=1",
        ],
        f"/collections/{collection}/items/{{featureId}}": [f"/items/{first}"],
        f"/collections/{collection}/facets": ["/facets", "/facets?include=unknown"],
    }
    for path, addresses in requests.items():
        content = document["paths"][path]["get"]["responses"]["200"]["content"]
        schema = resolved(document, next(iter(content.values()))["schema"])
        answers = [httpx.get(here + address, timeout=60).json() for address in addresses]
        sent = set().union(*answers)
        assert sent - {"notes"} == set(schema["properties"]) - {"notes"}, path
        assert set(schema["required"]) <= set.intersection(*map(set, answers)), path
        if "features" in schema["properties"]:
            member = resolved(document, schema["properties"]["features"]["items"])
            assert set(answers[0]["features"][0]) == set(member["properties"])
            assert set(answers[0]["features"][0]["properties"]) == set(
                resolved(document, member["properties"]["properties"])["properties"]
            )


def test_notes_are_sent_where_words_name_several_regions(document: dict[str, Any], server: RunningServer):
    answer = httpx.get(f"{server.url}/collections/nuts3/items", params={"q": "limburg", "limit": 1}, timeout=60).json()
    assert "notes" in document["components"]["schemas"]["Nuts3Features"]["properties"]
    assert all(isinstance(note, str) for note in answer["notes"])


def test_what_is_named_in_the_path_may_be_missing_and_nothing_else(document: dict[str, Any]):
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert ("404" in operation["responses"]) == ("{" in path), path


def test_what_several_operations_have_is_told_once(document: dict[str, Any]):
    """A parameter with all codes of its list stands there once: repeated, they were half of the document."""
    seen: dict[str, str] = {}
    for path, item in document["paths"].items():
        for declared in (p for operation in item.values() for p in operation.get("parameters", ())):
            text = json.dumps(declared, sort_keys=True)
            assert "$ref" in declared or text not in seen, f"{path} repeats {declared['name']} of {seen[text]}"
            seen.setdefault(text, path)
