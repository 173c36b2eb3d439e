"""The OpenAPI document: valid, complete, referring to nothing outside itself, and as clients need it."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator
from running_server import COLLECTIONS, RunningServer

#: Parameters that every list of features takes, beside criteria and properties.
COMMON = {
    "f", "lang", "limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "q", "filter", "filter-lang", "filter-crs",
    "sortby", "properties", "skipGeometry", "resulttype",
}  # fmt: skip
CRITERIA = {"title", "country", "nuts3", "topic", "scope", "period", "fund", "kind", "status", "strategy"}


@pytest.fixture(scope="module")
def document(server: RunningServer) -> dict[str, Any]:
    answer = httpx.get(f"{server.url}/openapi", timeout=60)
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    return answer.json()


def resolved(document: dict[str, Any], declared: dict[str, Any]) -> dict[str, Any]:
    """A declaration, looked up where it is a reference."""
    if "$ref" not in declared:
        return declared
    found: Any = document
    for part in declared["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found


def parameters(document: dict[str, Any], path: str, method: str = "get") -> dict[str, dict[str, Any]]:
    declared = [resolved(document, p) for p in document["paths"][path][method]["parameters"]]
    assert len({p["name"] for p in declared}) == len(declared)
    return {p["name"]: p for p in declared}


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
    assert limit["schema"]["default"] == 100 and limit["schema"]["maximum"] == 10_000


def test_every_parameter_is_described(document: dict[str, Any], server: RunningServer, collection: str):
    found = parameters(document, f"/collections/{collection}/items")
    properties = httpx.get(f"{server.url}/collections/{collection}/queryables", timeout=60).json()["properties"]
    assert set(found) >= COMMON | CRITERIA | (set(properties) - {"geometry"})
    for name, declared in found.items():
        assert declared["in"] == "query" and declared["required"] is False, name
        assert declared["description"] and declared["schema"]["type"], name
    for name in CRITERIA - {"title", "nuts3"}:
        assert found[name]["schema"]["items"]["enum"], name


def test_what_is_not_described_is_refused(document: dict[str, Any], server: RunningServer, collection: str):
    """A client that sends a parameter of another resource is told so."""
    items, facets = (parameters(document, f"/collections/{collection}/{part}") for part in ("items", "facets"))
    for name in set(items) - set(facets):
        answer = httpx.get(f"{server.url}/collections/{collection}/facets", params={name: "1"}, timeout=60)
        assert answer.status_code == 400 and answer.json()["parameter"] == name


def test_every_path_can_be_got(document: dict[str, Any], server: RunningServer):
    with httpx.Client(base_url=server.url, timeout=60) as client:
        for path, operations in document["paths"].items():
            if "featureId" in path:
                listed = client.get(path.removesuffix("/{featureId}"), params={"limit": 1, "skipGeometry": "true"})
                path = path.replace("{featureId}", listed.json()["features"][0]["id"])
            answer = client.get(path.replace("{codelistId}", "topics"))
            assert answer.status_code == 200, path
            declared = operations["get"]["responses"]["200"]["content"]
            # The version parameter stands in both; other parameters (charset) are the answer's own.
            assert answer.headers["content-type"].split(";")[0] in {d.split(";")[0] for d in declared}, path


def test_every_operation_has_an_id_of_its_own(document: dict[str, Any]):
    ids = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert len(set(ids)) == len(ids)
    for collection in COLLECTIONS:
        assert {"get", "post"} == set(document["paths"][f"/collections/{collection}/items"])
