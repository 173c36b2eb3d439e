"""Processes of the service, from outside: described, executed, and refused with a reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from api_definition import resolved
from http_client import get, page, refusal, request
from owslib.ogcapi.processes import Processes
from running_server import RunningServer

from cooperation_atlas.model.partner_parts import POTENTIAL
from cooperation_atlas.model.processes import PROCESSES
from cooperation_atlas.ogc.formats.registry import FORMATS

MATCH, NEIGHBOURS = "partner-match", "neighbours"
SICILY = "2021IT16RFPR016"
EACH = pytest.mark.parametrize("id_", PROCESSES)
#: What a schema of an input or an output may say (18-062r2, ``schema.yaml``).
KEYWORDS = {
    "title", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
    "pattern", "maxItems", "minItems", "uniqueItems", "maxProperties", "minProperties", "required", "enum", "type",
    "not", "allOf", "oneOf", "anyOf", "items", "properties", "additionalProperties", "description", "format", "default",
    "nullable", "readOnly", "writeOnly", "example", "deprecated", "contentMediaType", "contentEncoding",
    "contentSchema",
}  # fmt: skip


def execute(server: RunningServer, id_: str, body: Any, **more: Any) -> httpx.Response:
    return request(server, "POST", f"/processes/{id_}/execution", json=body, **more)


def described(server: RunningServer, id_: str) -> dict[str, Any]:
    return page(server, f"/processes/{id_}")


# --- what is there ----------------------------------------------------------------------------------------------


def test_the_service_says_that_it_has_processes(server: RunningServer):
    classes = page(server, "/conformance")["conformsTo"]
    parts = {uri.rsplit("/", 1)[1] for uri in classes if "ogcapi-processes-1/1.0" in uri}
    assert parts == {"core", "json", "oas30", "ogc-process-description"}
    relation = "http://www.opengis.net/def/rel/ogc/1.0/processes"
    assert [link["href"] for link in page(server, "/")["links"] if link["rel"] == relation] == [
        f"{server.url}/processes"
    ]


def test_the_list_has_a_summary_of_each(server: RunningServer):
    listed = page(server, "/processes")["processes"]
    assert [one["id"] for one in listed] == list(PROCESSES)
    for one in listed:
        assert one["title"] and one["description"] and one["version"] and one["keywords"]
        assert (one["jobControlOptions"], one["outputTransmission"]) == (["sync-execute"], ["value"])
        assert {"self", "alternate", "http://www.opengis.net/def/rel/ogc/1.0/execute"} == {
            link["rel"] for link in one["links"]
        }
        assert "inputs" not in one
    assert len(page(server, "/processes", limit=1)["processes"]) == 1
    for wrong in ("0", "-1", "many", "10001"):
        assert "limit" in refusal(get(server, "/processes", limit=wrong))["detail"]


@EACH
def test_a_description_is_one_that_clients_can_read(server: RunningServer, id_: str):
    document = described(server, id_)
    for put in (document["inputs"], document["outputs"]):
        assert put
        for one in put.values():
            for schema in schemas(one["schema"]):
                assert schema.keys() <= KEYWORDS and isinstance(schema.get("type", ""), str)
    for name, one in document["inputs"].items():
        assert one["description"], name
        assert one["minOccurs"] in (0, 1) and (one["maxOccurs"] == "unbounded" or one["maxOccurs"] >= 1)


def schemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for below in (*schema.get("oneOf", ()), *schema.get("properties", {}).values()):
        yield from schemas(below)
    if isinstance(schema.get("items"), dict):
        yield from schemas(schema["items"])


@EACH
def test_its_inputs_are_the_parameters_of_its_resource(server: RunningServer, id_: str):
    """All of them but those that say what is answered, and how."""
    process, document = PROCESSES[id_], page(server, "/openapi")
    inputs = described(server, id_)["inputs"]
    choices = inputs[process.choice]["schema"]["enum"] if process.choice else [""]
    paths = [process.path.format(collection_id=choice) for choice in choices] if process.path else []
    names = {resolved(document, one)["name"] for path in paths for one in document["paths"][path]["get"]["parameters"]}
    unlike = {"f", "edition", "resulttype", "bbox-crs"}
    assert set(inputs) - {process.choice} == names - unlike or not process.path


@EACH
def test_the_example_works_in_every_format(server: RunningServer, id_: str):
    document = described(server, id_)
    (output,) = document["outputs"].items()
    forms = output[1]["schema"].get("oneOf", [output[1]["schema"]])
    usual = execute(server, id_, document["example"])
    assert usual.headers["content-type"].startswith(forms[0]["contentMediaType"])
    for form in forms:
        wanted = {output[0]: {"format": {"mediaType": form["contentMediaType"]}}}
        answer = execute(server, id_, {**document["example"], "outputs": wanted})
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].startswith(form["contentMediaType"])
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
        whole = execute(server, id_, {**document["example"], "outputs": wanted, "response": "document"})
        assert whole.headers["content-type"] == "application/json"
        assert whole.json()[output[0]]["mediaType"] == form["contentMediaType"]
        kept = whole.json()[output[0]]["value"]
        if form["contentMediaType"].endswith("json"):
            assert kept == answer.json()
        elif "contentEncoding" not in form:
            assert kept == answer.content.decode()


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pl"])
def test_descriptions_and_pages_are_translated(server: RunningServer, language: str):
    for id_ in PROCESSES:
        english, other = described(server, id_), page(server, f"/processes/{id_}", lang=language)
        assert english["title"] != other["title"] and english["description"] != other["description"]
        same = [n for n, one in other["inputs"].items() if one["description"] == english["inputs"][n]["description"]]
        assert not same
        shown = get(server, f"/processes/{id_}", f="html", lang=language).text
        assert other["title"] in shown and "<footer" in shown
        assert all(f"<code>{name}</code>" in shown for name in other["inputs"])
    assert page(server, "/processes", lang=language)["processes"][0]["title"] in (
        get(server, "/processes", f="html", lang=language).text
    )


# --- one way to one answer --------------------------------------------------------------------------------------

ASKED: list[tuple[str, dict[str, Any], str]] = [
    (MATCH, {"programme": SICILY}, f"/partners?programme={SICILY}"),
    (
        MATCH,
        {"programme": SICILY, "weights": ["theme:3", "border:1.5"], "country": ["EL", "MT"], "limit": 5, "lang": "it"},
        f"/partners?programme={SICILY}&weights=theme:3,border:1.5&country=EL,MT&limit=5&lang=it",
    ),
    (MATCH, {"seeks": SICILY, "exclude": "samples"}, f"/partners?seeks={SICILY}&exclude=samples"),
    (
        MATCH,
        {"programme": SICILY, "title": "Program, with a comma", "include": "unknown"},
        f"/partners?programme={SICILY}&title=Program%5C%2C with a comma&include=unknown",
    ),
    (
        "similar-regions",
        {"nuts3": "ITG13", "abroad": True, "limit": 3},
        "/similar-regions?nuts3=ITG13&abroad=true&limit=3",
    ),
    ("consortium", {"programme": SICILY, "preset": "i3-1"}, f"/consortium?programme={SICILY}&preset=i3-1"),
    (
        NEIGHBOURS,
        {"nuts3": "AT34", "across_border": True, "nuts_version": "2021"},
        "/collections/neighbours/items?nuts3=AT34&across_border=true&nuts_version=2021",
    ),
    (
        NEIGHBOURS,
        {"bbox": {"bbox": [47, 9, 48, 10], "crs": "http://www.opengis.net/def/crs/EPSG/0/4326"}, "limit": 20},
        "/collections/neighbours/items?bbox=47,9,48,10&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326&limit=20",
    ),
    (NEIGHBOURS, {"bbox": [9, 47, 10, 48], "skipGeometry": True}, "/collections/neighbours/items?bbox=9,47,10,48"),
    (
        NEIGHBOURS,
        {"filter": "border_km > 100", "sortby": ["-border_km"], "distance_km": [0, 5.5], "limit": 5.0},
        "/collections/neighbours/items?filter=border_km > 100&sortby=-border_km&distance_km=0,5.5&limit=5",
    ),
]


@pytest.mark.parametrize(("id_", "inputs", "address"), ASKED, ids=lambda part: str(part)[:40])
def test_a_process_answers_as_its_resource(server: RunningServer, id_: str, inputs: dict[str, Any], address: str):
    done = execute(server, id_, {"inputs": inputs})
    assert done.status_code == 200, done.text
    read = httpx.get(f"{server.url}{address}", timeout=60).json()
    got = done.json()
    assert got["numberMatched"] == read["numberMatched"]
    assert [f["properties"] for f in got["features"]] == [f["properties"] for f in read["features"]]
    assert ("samples" in got) == ("samples" in read)
    # Whoever wants to pass the result on finds the address of the same answer in it.
    own = next(link["href"] for link in got["links"] if link["rel"] == "self")
    assert httpx.get(own, timeout=60).json()["features"] == got["features"]


DISTRIBUTED: list[tuple[dict[str, Any], str, str]] = [
    (
        {"by": "country", "topic": ["PO1", "PO2"]},
        "application/json",
        "programmes/distribution?by=country&topic=PO1,PO2",
    ),
    (
        {"collection": "cooperation", "by": ["country", "kind"]},
        "text/csv",
        "cooperation/distribution?by=country,kind&f=csv",
    ),
    ({"collection": "nuts3", "by": "country"}, "application/geo+json", "nuts3/distribution?by=country&f=geojson"),
    ({"by": "topic", "compare": "period"}, "application/json", "programmes/distribution?by=topic&compare=period"),
]


@pytest.mark.parametrize(("inputs", "media_type", "address"), DISTRIBUTED, ids=lambda part: str(part)[:40])
def test_a_distribution_is_that_of_the_collection_chosen(
    server: RunningServer, inputs: dict[str, Any], media_type: str, address: str
):
    wanted = {"distribution": {"format": {"mediaType": media_type}}}
    done = execute(server, "distribution", {"inputs": inputs, "outputs": wanted})
    assert done.status_code == 200, done.text
    read = httpx.get(f"{server.url}/collections/{address}", timeout=60)
    assert done.headers["content-type"] == read.headers["content-type"]
    if media_type == "text/csv":
        assert done.content == read.content
    else:
        got, expected = ({k: v for k, v in one.json().items() if k != "links"} for one in (done, read))
        assert got == expected


def test_one_value_may_stand_alone_where_several_are_possible(server: RunningServer):
    alone, listed = (
        execute(server, NEIGHBOURS, {"inputs": {"nuts3": codes, "limit": 3}}).json() for codes in ("AT34", ["AT34"])
    )
    assert alone["features"] == listed["features"]


def test_language_and_samples_are_chosen_by_address_header_or_input(server: RunningServer):
    path, body = f"/processes/{MATCH}/execution", {"inputs": {"programme": SICILY, "limit": 1}}
    german = request(server, "POST", path, json={"inputs": {**body["inputs"], "lang": "de"}})
    assert german.headers["content-language"] == "de"
    assert request(server, "POST", f"{path}?lang=de", json=body).json()["features"] == german.json()["features"]
    by_header = request(server, "POST", path, json=body, headers={"Accept-Language": "de"})
    assert by_header.json()["features"] == german.json()["features"]
    without = request(server, "POST", f"{path}?exclude=samples", json=body)
    assert "samples" not in without.json() and "samples" in german.json()
    both = request(server, "POST", f"{path}?lang=fr", json={"inputs": {**body["inputs"], "lang": "de"}})
    assert "inputs.lang" in refusal(both)["detail"]


def test_the_format_is_negotiated_where_the_request_names_none(server: RunningServer):
    body = {"inputs": {"nuts3": "AT34", "limit": 1}}
    for f in ("csv", "json"):
        answer = execute(server, NEIGHBOURS, body, headers={"Accept": FORMATS[f].media_type})
        assert answer.headers["content-type"].startswith(FORMATS[f].media_type)
    refusal(execute(server, NEIGHBOURS, body, headers={"Accept": "image/png"}), 406)
    document = execute(server, NEIGHBOURS, {**body, "response": "document"}, headers={"Accept": "application/json"})
    assert document.headers["content-type"] == "application/json"


def test_a_preference_for_a_job_is_answered_at_once(server: RunningServer):
    """There are no jobs, and then the standard has the server answer synchronously; it says nothing of having applied
    the preference (18-062r2, /req/core/process-execute-auto-execution-mode)."""
    answer = execute(server, NEIGHBOURS, {"inputs": {"nuts3": "AT34", "limit": 1}}, headers={"Prefer": "respond-async"})
    assert answer.status_code == 200 and answer.json()["features"]
    assert "preference-applied" not in answer.headers and "location" not in answer.headers


def test_owslib_lists_describes_and_executes(server: RunningServer):
    client = Processes(server.url)
    assert [one["id"] for one in client.processes()] == list(PROCESSES)
    for id_ in PROCESSES:
        example = client.process(id_)["example"]["inputs"]
        for response in ("document", "raw"):
            done = client.execute(id_, inputs=example, response=response)
            found = done[PROCESSES[id_].output]["value"] if response == "document" else done
            assert found["edition"] == page(server, f"/processes/{id_}")["edition"]


# --- mistakes ---------------------------------------------------------------------------------------------------

OK = {"programme": SICILY}
DEEP: Any = "x"
for _ in range(900):
    DEEP = [DEEP]

REFUSED: list[tuple[str, Any, str]] = [
    (MATCH, [], "JSON object"),
    (MATCH, "text", "JSON object"),
    (MATCH, {"inputs": []}, "inputs: is not a JSON object"),
    (MATCH, {"inputs": {}}, "inputs.programme"),
    (MATCH, {}, "inputs.programme"),
    (MATCH, {"inputs": {"program": SICILY}}, "Did you mean programme"),
    (MATCH, {"inputs": {"f": "csv", **OK}}, "no such input"),
    (MATCH, {"inputs": {"programme": "2021IT16RFPR099"}}, "Did you mean 2021IT16RFPR0"),
    (MATCH, {"inputs": {"programme": 5}}, "inputs.programme: is a number, but must be a text"),
    (MATCH, {"inputs": {"programme": ""}}, "inputs.programme"),
    (MATCH, {"inputs": {"programme": None}}, "inputs.programme: is null"),
    (MATCH, {"inputs": {"programme": [SICILY]}}, "inputs.programme"),
    (MATCH, {"inputs": {"programme": {"value": SICILY}}}, "inputs.programme"),
    (MATCH, {"inputs": {"programme": {"href": "http://127.0.0.1:1/cci"}}}, "no other address is called"),
    (MATCH, {"inputs": {"programme": {"href": "file:///etc/passwd", "type": "text/plain"}}}, "Write the value itself"),
    (MATCH, {"inputs": {**OK, "country": [{"href": "http://127.0.0.1:1/cci"}]}}, "inputs.country: is a reference"),
    (MATCH, {"inputs": {**OK, "bbox": {"href": "http://127.0.0.1:1/cci"}}}, "inputs.bbox: is a reference"),
    (MATCH, {"inputs": {"programme": "a\x01b"}}, "control character"),
    (MATCH, {"inputs": {**OK, "seeks": SICILY}}, "inputs.seeks"),
    (MATCH, {"inputs": {**OK, "weights": ["theme:-1"]}}, "inputs.weights: '-1'"),
    (MATCH, {"inputs": {**OK, "weights": [f"{part}:0" for part in POTENTIAL]}}, "are all 0"),
    (MATCH, {"inputs": {**OK, "weights": ["team:1"]}}, "theme"),
    (MATCH, {"inputs": {**OK, "weights": []}}, "empty list"),
    (MATCH, {"inputs": {**OK, "weights": {"theme": 1}}}, "inputs.weights"),
    (MATCH, {"inputs": {**OK, "weights": "theme:1", "preset": "learn"}}, "inputs.weights"),
    (MATCH, {"inputs": {**OK, "preset": "lern"}}, "learn"),
    (MATCH, {"inputs": {**OK, "limit": 0}}, "inputs.limit"),
    (MATCH, {"inputs": {**OK, "limit": "5"}}, "inputs.limit"),
    (MATCH, {"inputs": {**OK, "limit": True}}, "inputs.limit"),
    (MATCH, {"inputs": {**OK, "limit": 1e300}}, "inputs.limit"),
    (MATCH, {"inputs": {**OK, "country": "XX"}}, "inputs.country"),
    (MATCH, {"inputs": {**OK, "country": ["IT", 5]}}, "inputs.country"),
    (MATCH, {"inputs": {**OK, "title": ["a\\", "b"]}}, "backslash"),
    (MATCH, {"inputs": {**OK, "bbox": [1, 2, 3]}}, "inputs.bbox"),
    (MATCH, {"inputs": {**OK, "bbox": {"bbox": [1, 2, 3, 4], "crs": "EPSG:4326"}}}, "EPSG/0/4326"),
    (MATCH, {"inputs": {**OK, "bbox": {"bbox": [3, 4, 1, 2], "srs": "x"}}}, "inputs.bbox"),
    (MATCH, {"inputs": {**OK, "filter": "country ="}}, "inputs.filter"),
    (MATCH, {"inputs": {**OK, "title": DEEP}}, "inputs.title"),
    (MATCH, {"inputs": OK, "outputs": []}, "outputs: is not an object"),
    (MATCH, {"inputs": OK, "outputs": {"partner": {}}}, "Did you mean partners"),
    (MATCH, {"inputs": OK, "outputs": {"partners": "csv"}}, "outputs.partners"),
    (MATCH, {"inputs": OK, "outputs": {"partners": {"form": {}}}}, "outputs.partners.form"),
    (MATCH, {"inputs": OK, "outputs": {"partners": {"format": {"mediaType": "text/html"}}}}, "text/csv"),
    (MATCH, {"inputs": OK, "outputs": {"partners": {"format": {"encoding": "gzip"}}}}, "encoding"),
    (MATCH, {"inputs": OK, "outputs": {"partners": {"transmissionMode": "reference"}}}, "transmissionMode"),
    (MATCH, {"inputs": OK, "response": "postcard"}, "document"),
    (MATCH, {"inputs": OK, "mode": "async"}, "mode: is not a member"),
    (MATCH, {"inputs": OK, "subscriber": {"successUri": "http://127.0.0.1:1/"}}, "calls no address"),
    ("distribution", {"inputs": {}}, "inputs.by: is missing"),
    ("distribution", {"inputs": {"by": "colour"}}, "inputs.by"),
    ("distribution", {"inputs": {"by": ["country", "topic", "fund"]}}, "inputs.by"),
    ("distribution", {"inputs": {"by": "country", "collection": "nuts4"}}, "Did you mean nuts3"),
    ("distribution", {"inputs": {"by": "country", "collection": 5}}, "inputs.collection"),
    ("distribution", {"inputs": {"by": "country", "collection": "neighbours", "topic": "PO2"}}, "inputs.topic"),
    ("similar-regions", {"inputs": {}}, "inputs.nuts3"),
    ("similar-regions", {"inputs": {"nuts3": "ITG99"}}, "inputs.nuts3"),
    ("consortium", {"inputs": {}}, "inputs.programme"),
    ("consortium", {"inputs": {**OK, "partners": 3, "partners_most": 2}}, "inputs.partners_most"),
    ("consortium", {"inputs": {**OK, "preset": "i3"}}, "inputs.preset"),
    ("consortium", {"inputs": {**OK, "partners": 10**6}}, "inputs.partners"),
    (NEIGHBOURS, {"inputs": {"across_border": "yes"}}, "inputs.across_border"),
    (NEIGHBOURS, {"inputs": {"neighbour_kind": "see"}}, "sea"),
    (NEIGHBOURS, {"inputs": {"distance_km": ["far"]}}, "inputs.distance_km"),
]


@pytest.mark.parametrize(("id_", "body", "reason"), REFUSED, ids=lambda part: str(part)[:50])
def test_mistakes_are_refused_with_place_and_reason(server: RunningServer, id_: str, body: Any, reason: str):
    assert reason in refusal(execute(server, id_, body))["detail"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "is not JSON"),
        (b" ", "empty"),
        (b'{"inputs": {"programme": NaN}}', "is not JSON"),
        (b'{"inputs": {"programme": "\xff"}}', "is not JSON"),
        (b'{"inputs": {"limit": 1e999, "programme": "x"}}', "infinity"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"inputs": {"programme": "\\ud800"}}', "no low surrogate"),
    ],
)
def test_what_is_no_json_is_refused(server: RunningServer, content: bytes, reason: str):
    path = f"/processes/{MATCH}/execution"
    answer = request(server, "POST", path, content=content, headers={"Content-Type": "application/json"})
    assert reason in refusal(answer)["detail"]


def test_other_methods_media_types_and_sizes(server: RunningServer):
    path = f"/processes/{MATCH}/execution"
    assert "an execution request" in refusal(request(server, "POST", path, content=b"x"), 415)["detail"]
    assert get(server, path).status_code == 405 and get(server, path).headers["allow"] == "POST, OPTIONS"
    large = json.dumps({"inputs": {**OK, "title": "x" * 1_000_001}}).encode()
    answer = request(server, "POST", path, content=large, headers={"Content-Type": "application/json"})
    refusal(answer, 413)
    for name in ("inputs", "f"):
        problem = refusal(request(server, "POST", f"{path}?{name}=csv", json={"inputs": OK}))
        assert problem["detail"].startswith(f"{name}: is not a parameter")


def test_a_process_that_is_not_there_is_named_as_the_standard_has_it(server: RunningServer):
    missing = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process"
    for answer in (get(server, "/processes/partner-mach"), execute(server, "partner-mach", {"inputs": {}})):
        problem = refusal(answer, 404)
        assert problem["type"] == missing and MATCH in problem["nearest"]
    assert refusal(get(server, "/processes/neighbours/jobs"), 404)
