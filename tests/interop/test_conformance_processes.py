"""OGC API - Processes, Part 1 (18-062r2), Annex A: its abstract tests by name, as far as they hold without jobs.

The name of a test is that of the abstract test. Inputs by reference (part B of /conf/core/process-execute-inputs) are
resources of this service: the server calls no address that a client names.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator
from running_server import RunningServer

from cooperation_atlas.model.processes import PROCESSES

EXCEPTION = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process"
EACH = pytest.mark.parametrize("id_", PROCESSES)
SQUARE = {"type": "Polygon", "coordinates": [[[9, 47], [10, 47], [10, 48], [9, 48], [9, 47]]]}


@pytest.fixture(scope="module")
def client(server: RunningServer) -> httpx.Client:
    return httpx.Client(base_url=server.url, timeout=60)


def execute(client: httpx.Client, id_: str, body: Any, **headers: str) -> httpx.Response:
    return client.post(f"/processes/{id_}/execution", json=body, headers=headers)


def described(client: httpx.Client, id_: str) -> dict[str, Any]:
    answer = client.get(f"/processes/{id_}")
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
    document: dict[str, Any] = answer.json()
    return document


# --- core -------------------------------------------------------------------------------------------------------


def test_core_landingpage_op_and_success(client: httpx.Client):
    relations = {link["rel"] for link in client.get("/").json()["links"]}
    assert {"service-desc", "conformance", "http://www.opengis.net/def/rel/ogc/1.0/processes"} <= relations


def test_core_conformance_success(client: httpx.Client):
    classes = set(client.get("/conformance").json()["conformsTo"])
    for name in ("core", "json", "oas30", "ogc-process-description"):
        assert f"http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/{name}" in classes
    for name in ("job-list", "dismiss", "callback", "html"):  # not promised
        assert f"http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/{name}" not in classes


def test_core_process_list_and_success(client: httpx.Client):
    document = client.get("/processes").json()
    assert {"processes", "links"} <= document.keys()
    for one in document["processes"]:
        assert one.keys() >= {"id", "version", "title", "jobControlOptions", "outputTransmission", "links"}
        assert any(link["rel"] == "self" for link in one["links"])
    assert {"self", "alternate"} <= {link["rel"] for link in document["links"]}


def test_core_pl_limit_definition_and_response(client: httpx.Client):
    parameters = client.get("/openapi").json()["paths"]["/processes"]["get"]["parameters"]
    (limit,) = (one for one in parameters if one.get("name") == "limit")
    assert limit["in"] == "query" and limit["required"] is False and limit["explode"] is False
    assert limit["schema"]["type"] == "integer" and limit["schema"]["minimum"] == 1
    for count in range(1, len(PROCESSES) + 2):
        assert len(client.get("/processes", params={"limit": count}).json()["processes"]) == min(count, len(PROCESSES))


@EACH
def test_core_process_description_success(client: httpx.Client, id_: str):
    assert described(client, id_)["id"] == id_


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_core_process_exception_no_such_process(client: httpx.Client, method: str):
    path = "/processes/no-such-process"
    answer = client.get(path) if method == "GET" else execute(client, "no-such-process", {"inputs": {}})
    assert answer.status_code == 404 and answer.json()["type"] == EXCEPTION


@EACH
def test_core_process_execute_op_and_request(client: httpx.Client, id_: str):
    document = described(client, id_)
    links = {link["rel"]: link["href"] for link in document["links"]}
    address = links["http://www.opengis.net/def/rel/ogc/1.0/execute"]
    assert client.post(address, json=document["example"]).status_code == 200


def test_core_process_execute_input_array(client: httpx.Client):
    one = {"features": SQUARE, "country": ["DE"], "collection": "nuts3"}
    alone, several = {**one, "country": "DE"}, {**one, "country": ["DE", "AT"]}
    found = [execute(client, "overlay", {"inputs": each}).json()["numberMatched"] for each in (one, alone, several)]
    assert 0 < found[0] == found[1] < found[2]


def test_core_process_execute_input_inline_object(client: httpx.Client):
    """As a qualified value, and as it stands."""
    plain = execute(client, "overlay", {"inputs": {"features": SQUARE}})
    qualified = {"value": SQUARE, "mediaType": "application/geo+json"}
    assert execute(client, "overlay", {"inputs": {"features": qualified}}).content == plain.content


def test_core_process_execute_input_inline_bbox(client: httpx.Client):
    crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    boxes: list[Any] = [{"bbox": [9, 47, 10, 48], "crs": crs84}, {"bbox": [9, 47, 10, 48]}, [9, 47, 10, 48]]
    found = [execute(client, "neighbours", {"inputs": {"bbox": box}}).json()["features"] for box in boxes]
    assert found[0] == found[1] == found[2] and found[0]


@EACH
def test_core_process_execute_input_validation(client: httpx.Client, id_: str):
    """Each input refuses what its schema does not allow: an object where a text is needed, and the other way round."""
    document = described(client, id_)
    for name, one in document["inputs"].items():
        wrong: Any = "text" if one["schema"].get("type") == "object" else {"an": "object"}
        inputs = {**document["example"]["inputs"], name: wrong}
        answer = execute(client, id_, {"inputs": inputs})
        assert answer.status_code == 400 and f"inputs.{name}" in answer.json()["detail"], name


def test_core_process_execute_inputs(client: httpx.Client):
    """By value, and by reference to a resource of the service; ``test_http_references`` has what is refused."""
    address = f"{client.base_url}/collections/nuts3/items/AT342"
    inputs = {"collection": "nuts3-2016", "features": client.get(address).json()}
    by_value = execute(client, "overlay", {"inputs": inputs})
    for media_type in ({}, {"type": "application/geo+json"}, {"type": "application/json"}):
        by_reference = execute(client, "overlay", {"inputs": {**inputs, "features": {"href": address, **media_type}}})
        assert by_reference.status_code == 200 and by_reference.content == by_value.content


@EACH
def test_core_process_execute_default_outputs(client: httpx.Client, id_: str):
    document = described(client, id_)
    (name,) = document["outputs"]
    given: list[dict[str, Any]] = [{}, {"outputs": {name: {}}}, {"outputs": {name: {"transmissionMode": "value"}}}]
    answers = [execute(client, id_, {**document["example"], **outputs}) for outputs in given]
    assert len({answer.content for answer in answers}) == 1


@EACH
def test_core_process_execute_sync_raw_value_one(client: httpx.Client, id_: str):
    """The default media type is that of the first schema of ``oneOf``."""
    document = described(client, id_)
    (output,) = document["outputs"].values()
    usual = output["schema"]["oneOf"][0]["contentMediaType"]
    for response in ({}, {"response": "raw"}):
        answer = execute(client, id_, {**document["example"], **response})
        assert answer.status_code == 200 and answer.headers["content-type"] == usual


@EACH
def test_core_process_execute_sync_document(client: httpx.Client, id_: str):
    """``results.yaml``: outputs by their ids, an object as a qualified value."""
    document = described(client, id_)
    answer = execute(client, id_, {**document["example"], "response": "document"})
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
    results = answer.json()
    assert results.keys() == document["outputs"].keys()
    assert all(one.keys() == {"value", "mediaType"} for one in results.values())


@pytest.mark.parametrize("prefer", ["respond-async", "respond-async, wait=10", "wait=5", "return=minimal", None])
def test_core_process_execute_default_and_auto_execution_mode(client: httpx.Client, prefer: str | None):
    """Processes that are only synchronous are answered synchronously, whatever is preferred."""
    headers = {"Prefer": prefer} if prefer else {}
    answer = execute(client, "neighbours", {"inputs": {"limit": 1}}, **headers)
    assert answer.status_code == 200 and answer.json()["features"] and "location" not in answer.headers


# --- json, oas30, ogc-process-description -----------------------------------------------------------------------


def test_json_definition(client: httpx.Client):
    for path in ("/", "/conformance", "/processes", *(f"/processes/{id_}" for id_ in PROCESSES)):
        answer = client.get(path, headers={"Accept": "application/json"})
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/json"), path


def test_oas30_completeness(client: httpx.Client):
    document = client.get("/openapi").json()
    OpenAPIV30SpecValidator(document).validate()
    for id_ in PROCESSES:
        operation = document["paths"][f"/processes/{id_}/execution"]["post"]
        assert operation["responses"].keys() >= {"200", "400", "406", "408", "413", "415", "503"}
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        assert schema["properties"]["inputs"]["properties"].keys() == described(client, id_)["inputs"].keys()


@EACH
def test_ogc_process_description_json_encoding(client: httpx.Client, id_: str):
    document = described(client, id_)
    assert isinstance(document["version"], str) and isinstance(document["keywords"], list)
    for one in (*document["inputs"].values(), *document["outputs"].values()):
        assert isinstance(one["schema"], dict)
        types = [each.get("type") for each in one["schema"].get("oneOf", [one["schema"]])]
        assert set(types) <= {"array", "boolean", "integer", "number", "object", "string"}
