"""Every response says which edition it is from, under which licences, whose data it is, and what in it is a sample."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote

import httpx
import orjson
import pytest
from http_client import SICILY, get, items, page, refusal
from running_server import COLLECTIONS, RunningServer, start

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
#: Notice that Eurostat asks for; the source of the boundaries.
BOUNDARIES = "© EuroGeographics for the administrative boundaries"

EVERY_RESOURCE = [
    "/",
    "/conformance",
    "/openapi",
    "/collections",
    "/collections/programmes",
    "/collections/nuts3/schema",
    "/collections/nuts3/queryables",
    "/collections/nuts3/facets",
    f"{items()}?limit=2",
    f"{items()}?limit=2&f=csv",
    f"{items()}?limit=2&f=jsonld",
    f"{items()}?limit=2&f=html",
    f"{items()}?resulttype=hits",
    f"{items()}/{SICILY}",
    f"{items()}/{SICILY}?f=csv",
    f"{items()}/{SICILY}?f=jsonld",
    f"{items()}/{SICILY}?f=html",
    "/codelists",
    "/coverage",
    "/codelists/topics",
    "/healthz",
    "/?f=html",
    "/collections/programmes?f=html",
]


def licences(link: str) -> dict[str, str]:
    """Titles of the licence links of a ``Link`` header by address."""
    found = re.findall(r"""<([^>]*)>; rel="license"; title\*=UTF-8''([^,;]*)""", link)
    return {address: unquote(title) for address, title in found}


@pytest.fixture(scope="module")
def edition(server: RunningServer) -> str:
    """Id of the edition that is served."""
    return server.json("/healthz")["edition"]["id"]


@pytest.mark.parametrize("path", EVERY_RESOURCE)
def test_edition_and_licences_are_in_the_headers(server: RunningServer, edition: str, path: str):
    answer = get(server, path)
    assert answer.status_code == 200
    assert answer.headers["atlas-edition"] == edition
    found = licences(answer.headers["link"])
    assert CC_BY in found
    assert any(BOUNDARIES in title for title in found.values())


@pytest.mark.parametrize(
    "path", ["/", "/collections", "/collections/countries", "/codelists", "/codelists/scopes", items(),
             f"{items()}/{SICILY}", "/collections/nuts3/facets"],
)  # fmt: skip
def test_documents_carry_edition_licence_attribution_and_the_word_on_samples(
    server: RunningServer, edition: str, path: str
):
    document = page(server, path, **({"limit": 1} if path == items() else {}))
    assert document["edition"] == edition
    assert document["license"] == CC_BY
    assert BOUNDARIES in document["attribution"] and "European Commission" in document["attribution"]
    assert "made up" in document["samples"]


@pytest.mark.parametrize("path", ["/", "/collections", "/collections/nuts3", items(), f"{items()}/{SICILY}"])
def test_licence_links(server: RunningServer, path: str):
    links = [link for link in page(server, path)["links"] if link["rel"] == "license"]
    assert {CC_BY} < {link["href"] for link in links}
    assert any(BOUNDARIES in link["title"] for link in links)


@pytest.mark.parametrize("path", ["/", "/collections", items(), f"{items()}/{SICILY}", "/codelists/topics"])
def test_pages_say_the_same(server: RunningServer, edition: str, path: str):
    text = get(server, path, f="html").text
    assert BOUNDARIES in text and CC_BY in text and edition in text


@pytest.mark.parametrize("path", ["/", items("cooperation"), f"{items('cooperation')}/SAMPLE-0001"])
def test_pages_with_samples_say_that_they_are_made_up(server: RunningServer, path: str):
    assert "made up" in get(server, path, f="html").text


def test_openapi_names_licence_and_edition(server: RunningServer, edition: str):
    info = page(server, "/openapi")["info"]
    assert info["x-edition"] == edition and info["license"]["url"] == CC_BY


def test_health_tells_edition_counts_and_age(server: RunningServer):
    answer = get(server, "/healthz")
    assert answer.headers["cache-control"] == "no-store"
    state = answer.json()
    assert state["status"] == "ok"
    assert state["edition"]["samples"] is True
    assert state["edition"]["age_seconds"] >= 0
    for collection in COLLECTIONS:
        assert (
            state["edition"]["counts"][collection]
            == page(server, items(collection), resulttype="hits")["numberMatched"]
        )


# --- samples ------------------------------------------------------------------------------------------------


def test_each_sample_entry_is_flagged(published: dict[str, list[dict]]):
    entries = published["cooperation"]
    assert len(entries) >= 100
    for entry in entries:
        told = entry["properties"]
        sample = entry["id"].startswith("SAMPLE-")
        assert told["sample"] is sample
        assert told["summary"].startswith("Sample") is sample
        assert told["contact"] is None or not sample, "samples carry no contact"


@pytest.mark.parametrize("name", ["programmes", "nuts3", "nuts3-2016", "countries", "programme-areas"])
def test_what_rests_on_samples_says_so(published: dict[str, list[dict]], name: str):
    for feature in published[name]:
        told = feature["properties"]
        assert (told["topics_basis"] is None) == (told["topics"] is None), feature["id"]
        assert (told["topics_basis"] == "sample") == bool(told["sample_topics"]), feature["id"]
        assert set(told["sample_topics"] or ()) <= set(told["topics"] or ())
        assert (told["scopes_basis"] is None) == (told["scopes"] is None), feature["id"]
        if told["n_offers"] or told["n_needs"]:
            assert told["counts_basis"] == "sample", "all entries of this repository are samples"


def test_samples_are_flagged_in_every_format(server: RunningServer):
    query = {"limit": 3, "sample": "true"}
    rows = list(csv.DictReader(io.StringIO(get(server, items("cooperation"), f="csv", **query).text.lstrip("\ufeff"))))
    assert [row["sample"] for row in rows] == ["true"] * 3
    linked = orjson.loads(get(server, items("cooperation"), f="jsonld", **query).content)
    assert all(feature["properties"]["sample"] is True for feature in linked["features"])
    assert "sample" in get(server, f"{items('cooperation')}/SAMPLE-0001", f="html").text.lower()


@pytest.mark.parametrize(
    ("name", "chosen", "flag"),
    [
        ("programmes", "topics", "topics_basis"),
        ("programmes", "scopes_text", "scopes_basis"),
        ("nuts3", "n_offers,kinds", "counts_basis"),
        ("cooperation", "summary", "sample"),
    ],
)
def test_chosen_properties_bring_along_what_says_that_they_rest_on_samples(
    server: RunningServer, name: str, chosen: str, flag: str
):
    found = page(server, items(name), properties=chosen, skipGeometry="true", limit=50)["features"]
    assert all(set(f["properties"]) == {*chosen.split(","), flag} for f in found)


def test_sample_criterion(server: RunningServer):
    assert page(server, items("cooperation"), sample="false")["numberMatched"] == 0
    everything = page(server, items("cooperation"), resulttype="hits")["numberMatched"]
    assert page(server, items("cooperation"), sample="true", resulttype="hits")["numberMatched"] == everything


@pytest.mark.slow
def test_edition_without_samples_has_none(server: RunningServer, edition: str, tmp_path: Path):
    if server.process is None:
        pytest.skip("the server under test was started elsewhere, so that a second one cannot be")
    bare = start(editions=tmp_path, environment={"COOPERATION_ATLAS_SAMPLES": "off"}, name="no-samples")
    try:
        state = bare.json("/healthz")["edition"]
        assert state["samples"] is False and state["id"] != edition
        assert bare.features("cooperation") == []
        assert refusal(get(bare, f"{items('cooperation')}/SAMPLE-0001"), 404)
        for path in ("/", "/collections", items(), "/collections/nuts3/facets", "/codelists/topics"):
            document = page(bare, path)
            assert "samples" not in document
            if not path.endswith("facets"):
                assert "with basis sample" not in get(bare, path, f="html").text
        for name in ("programmes", "nuts3", "countries", "programme-areas"):
            found = bare.features(name, skipGeometry="true")
            assert len(found) == state["counts"][name]
            for feature in found:
                told = feature["properties"]
                assert "sample" not in (told["topics_basis"], told["scopes_basis"], told["counts_basis"])
                assert not told["sample_topics"] and not told["scopes"]
                assert not told["n_offers"] and not told["n_needs"]
        topics = {f["id"] for f in bare.features("programmes", skipGeometry="true") if f["properties"]["topics"]}
        assert topics, "topics that follow from stated objectives stay"
    finally:
        bare.stop()


def test_links_of_an_answer_without_samples_lead_to_answers_without_samples(server: RunningServer):
    for path in ("/", "/collections", "/collections/cooperation", "/codelists"):
        document = get(server, path, exclude="samples", f="json").json()
        here = next(link["href"] for link in document["links"] if link["rel"] == "self")
        assert httpx.get(here, timeout=30).json() == document, path
    assert get(server, "/collections/cooperation", exclude="samples", f="json").json()["itemCount"] == 0


@pytest.mark.parametrize("path", ["/", "/collections/countries/items/IT", "/collections/programmes/items?topic=RSO2.6"])
def test_links_of_a_page_without_samples_lead_to_pages_without_samples(server: RunningServer, path: str):
    address = f"{path}{'&' if '?' in path else '?'}exclude=samples&f=html"
    text = get(server, address).text
    links = re.findall(r'<a ([^>]*)href="(/(?:collections[^"]*)?)"', text)
    assert len(links) > 10
    for attributes, href in links:
        assert ("exclude=samples" in href) is ("data-drops" not in attributes), href
