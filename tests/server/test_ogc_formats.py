"""Formats: what each entry of the registry promises, and a format that is added by its entry alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from api_definition import resolved
from feature_documents import list_document
from http_client import CRS84, EPSG
from in_process import Application, serving

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS, PROGRAMMES
from cooperation_atlas.ogc.formats import geojson
from cooperation_atlas.ogc.formats.document import FeatureDocument
from cooperation_atlas.ogc.formats.registry import FORMATS, TEXT, Format, downloads, formats_of
from cooperation_atlas.store.open import open_store

SEQUENCE = "application/geo+json-seq"
LIST = "/collections/programmes/items"


def lines(document: FeatureDocument) -> bytes:
    """Newline-delimited GeoJSON."""
    return b"".join(b"%b\n" % feature for feature in geojson.feature_bytes(document.page, document.request))


GEOJSONL = Format(
    "geojsonl",
    "GeoJSON, one feature a line",
    SEQUENCE,
    "geojsonl",
    lines,
    lines,
    steps=40,
    accepted=("application/x-ndjson",),
    schema=TEXT,
)


@pytest.fixture(scope="module")
def application(small_edition: EditionFolder) -> Iterator[Application]:
    """The application with one more format."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(FORMATS, GEOJSONL.id, GEOJSONL)
        yield Application(serving(small_edition))


@pytest.fixture(params=[*formats_of(PROGRAMMES), GEOJSONL.id])
def format_(application: Application, request: pytest.FixtureRequest) -> Format:
    """A format; a test that asks for it runs once for each."""
    return FORMATS[request.param]


@pytest.fixture
def one(application: Application) -> str:
    """The path of a feature."""
    (feature,) = application.get(LIST, limit=1, f="json").json()["features"]
    return f"{LIST}/{feature['id']}"


def parsed(answer: httpx.Response) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer.text.splitlines()]


def linked(answer: httpx.Response, rel: str) -> dict[str, str]:
    """Addresses by media type."""
    return {link["type"]: link["href"] for link in answer.json()["links"] if link["rel"] == rel}


# --- what every entry promises ------------------------------------------------------------------------------------


def test_lists_and_features_are_what_the_entry_says(application: Application, format_: Format, one: str):
    for path, name in ((LIST, "programmes"), (one, f"programmes-{one.rpartition('/')[2]}")):
        answer = application.get(path, f=format_.id)
        assert answer.status_code == 200 and answer.content
        assert answer.headers["content-type"] == format_.content_type
        assert answer.headers.get("content-crs") == (f"<{CRS84}>" if format_.geometry else None)
        disposition = f'attachment; filename="{name}.{format_.extension}"' if format_.attachment else None
        assert answer.headers.get("content-disposition") == disposition
        assert ("content-security-policy" in answer.headers) == format_.is_page


def test_accept_chooses_the_format_by_each_of_its_types(application: Application, format_: Format, one: str):
    for media_type in format_.media_types:
        for path in (LIST, one):
            answer = application.get(path, headers={"Accept": media_type})
            assert answer.headers["content-type"] == format_.content_type, media_type


def test_counts_are_in_the_headers_whatever_the_format(application: Application, format_: Format):
    matched = application.get(LIST).json()["numberMatched"]
    for parameters, returned in (({"limit": 2}, 2), ({"resulttype": "hits"}, 0), ({"offset": 10_000}, 0)):
        answer = application.get(LIST, f=format_.id, **parameters)
        assert answer.headers["ogc-numbermatched"] == str(matched)
        assert answer.headers["ogc-numberreturned"] == str(returned)


def test_the_next_page_has_the_same_format(application: Application, format_: Format):
    answer = application.get(LIST, f=format_.id, limit=2)
    (following,) = re.findall('<([^>]*)>; rel="next"; type="([^"]*)"', answer.headers["link"])
    assert following[1] == format_.media_type
    again = application.get(following[0])
    assert again.headers["content-type"] == format_.content_type and again.content != answer.content


def test_documents_about_the_data_lead_to_the_format(application: Application, format_: Format, one: str):
    collection = application.get("/collections/programmes", f="json")
    for answer, rel in (
        (application.get(LIST, f="json"), "self" if format_.id == "json" else "alternate"),
        (application.get(one, f="json"), "self" if format_.id == "json" else "alternate"),
        (collection, "items"),
    ):
        address = linked(answer, rel)[format_.media_type]
        assert application.get(address).headers["content-type"] == format_.content_type
    assert (format_.media_type in linked(collection, "enclosure")) != format_.is_page
    catalogue = application.get("/collections/programmes", f="jsonld").text
    assert (f"media-types/{format_.media_type}" in catalogue) != format_.is_page


def test_pages_offer_every_download(application: Application, format_: Format, one: str):
    for path in (LIST, one):
        assert (f"f={format_.id}" in application.get(path, f="html").text) or format_.is_page


def test_the_api_definition_describes_it(application: Application, format_: Format):
    document = application.get("/openapi", f="json").json()
    for path in (LIST, f"{LIST}/{{featureId}}"):
        operation = document["paths"][path]["get"]
        (f,) = (p for each in operation["parameters"] if (p := resolved(document, each))["name"] == "f")
        assert format_.id in f["schema"]["enum"]
        assert format_.media_type in operation["responses"]["200"]["content"]


def test_documents_about_the_service_are_in_the_formats_that_have_them(application: Application, format_: Format):
    for path in ("/", "/collections", "/collections/programmes"):
        answer = application.get(path, f=format_.id)
        if format_.objects is None:
            assert answer.status_code == 400 and format_.id not in answer.json()["nearest"]
        else:
            assert answer.headers["content-type"].split(";")[0] == format_.objects.media_type
            links = application.get(path, f="json").json()["links"]
            assert format_.objects.media_type in {
                link["type"] for link in links if link["rel"] in ("self", "alternate")
            }


# --- a format that is added by its entry alone --------------------------------------------------------------------


def test_features_are_one_a_line(application: Application, one: str):
    expected = application.get(LIST, f="json", limit=3, sortby="cci").json()["features"]
    assert parsed(application.get(LIST, f="geojsonl", limit=3, sortby="cci")) == expected
    (feature,) = parsed(application.get(one, f="geojsonl"))
    assert feature["properties"] == application.get(one, f="json").json()["properties"]
    laea = application.get(LIST, f="geojsonl", limit=1, crs=EPSG.format(3035))
    assert laea.headers["content-crs"] == f"<{EPSG.format(3035)}>"
    assert application.get(LIST, f="geojsonl", resulttype="hits").content == b""
    assert parsed(application.get(LIST, f="geojsonl", skipGeometry="true", limit=1))[0]["geometry"] is None


def test_a_body_is_answered_in_it(application: Application):
    body = {"op": "=", "args": [{"property": "country"}, "IT"]}
    answer = application.request("POST", LIST, json=body, headers={"Accept": SEQUENCE})
    assert answer.headers["content-type"] == SEQUENCE
    assert {feature["properties"]["country"] for feature in parsed(answer)} == {"IT"}


def test_mistakes_are_problems_as_in_every_format(application: Application):
    assert application.get(LIST, f="geojsonx").json()["nearest"][0] == "geojsonl"
    refused = application.get(LIST, f="geojsonl", limit="x")
    assert refused.status_code == 400 and refused.headers["content-type"] == "application/problem+json"
    assert application.get(f"{LIST}/nothing", f="geojsonl").status_code == 404
    facets = application.get("/collections/programmes/facets", headers={"Accept": SEQUENCE})
    assert facets.status_code == 406
    other = application.get(LIST, headers={"Accept": "image/png"})
    assert other.status_code == 406 and SEQUENCE in other.json()["detail"]


def test_the_cost_of_writing_is_what_the_entry_says(small_edition: EditionFolder, monkeypatch: pytest.MonkeyPatch):
    costly = Format("geojsonl", "Costly", SEQUENCE, "geojsonl", lines, lines, steps=100_000_000)
    monkeypatch.setitem(FORMATS, "geojsonl", costly)
    answer = Application(serving(small_edition)).get(LIST, f="geojsonl")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "limit" and "as geojsonl" in answer.json()["detail"]


def test_fewer_properties_cost_less_where_each_is_paid_for(
    small_edition: EditionFolder, monkeypatch: pytest.MonkeyPatch
):
    by_property = Format("geojsonl", "Costly", SEQUENCE, "geojsonl", lines, lines, steps=1, property_steps=1_000_000)
    monkeypatch.setitem(FORMATS, "geojsonl", by_property)
    application = Application(serving(small_edition))
    assert application.get(LIST, f="geojsonl", limit=1).status_code == 400
    assert application.get(LIST, f="geojsonl", limit=1, properties="cci").status_code == 200
    assert FORMATS["xlsx"].cost(0, PROGRAMMES) > 0


def test_writers_do_not_change_what_they_are_given(small_edition: EditionFolder):
    """A page is written in several formats in turn; none may see what another did."""
    store = open_store(small_edition.folder)
    document = list_document(store, COLLECTIONS["cooperation"], "json")
    first = {each.id: each.write_list(document) for each in downloads(document.collection)}
    assert {each.id: each.write_list(document) for each in downloads(document.collection)} == first
