"""Links of the resources about the service, followed one by one, and the relations that they have."""

from __future__ import annotations

from typing import Any

import pytest
from http_client import follow, get, page
from running_server import COLLECTIONS, RunningServer

from cooperation_atlas.model.collections import collection as declared
from cooperation_atlas.ogc.formats.registry import downloads

#: Of IANA's registry of link relations, those that are used.
REGISTERED = {
    "about", "alternate", "collection", "describedby", "enclosure", "license", "next", "prev",
    "privacy-policy", "self", "service-desc", "service-doc", "status", "up",
}  # fmt: skip
#: Short names that 17-069r4 requires; the OGC has registered them.
OF_FEATURES = {"conformance", "data", "items"}
_REGISTERED_BY_OGC = (
    "schema", "queryables", "processes", "execute", "ogc-catalog", "tiling-schemes", "tilesets-vector",
)  # fmt: skip
OGC = {f"http://www.opengis.net/def/rel/ogc/1.0/{name}" for name in _REGISTERED_BY_OGC}

DOCUMENTS = [
    "/", "/conformance", "/collections", "/codelists", "/codelists/topics", "/coverage", "/processes",
    *(f"/collections/{c}" for c in COLLECTIONS), *(f"/collections/{c}/items" for c in COLLECTIONS),
]  # fmt: skip


def all_links(document: Any) -> list[dict[str, Any]]:
    """The links of a document and of what is in it."""
    if isinstance(document, list):
        return [link for part in document for link in all_links(part)]
    if not isinstance(document, dict):
        return []
    found = list(document.get("links", ()))
    return found + [link for name, part in document.items() if name != "links" for link in all_links(part)]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_relations_are_registered_or_uris(server: RunningServer, path: str):
    own = {f"{server.url}/openapi#{name}" for name in page(server, "/openapi")["x-link-relations"]}
    links = all_links(page(server, path, f="json"))
    assert links
    assert {link["rel"] for link in links} <= REGISTERED | OF_FEATURES | OGC | own


def test_relations_of_our_own_are_explained_where_their_uris_lead(server: RunningServer):
    relations = page(server, "/openapi", f="json")["x-link-relations"]
    text = get(server, "/openapi", f="html").text
    assert relations
    for name, told in relations.items():
        assert told["uri"] == f"{server.url}/openapi#{name}"
        assert f'id="{name}"' in text and told["description"] in text


@pytest.mark.parametrize("path", DOCUMENTS)
def test_links_lead_to_what_they_say(server: RunningServer, path: str):
    links = all_links(page(server, path, f="json", **({"limit": 3} if path.endswith("/items") else {})))
    own = [link for link in links if link["href"].startswith(server.url)]
    assert own
    for link in own:
        if link["rel"].endswith("/execute"):  # takes POST only (test_http_processes)
            continue
        answer = follow(link["href"])
        assert answer.headers["content-type"].split(";")[0] == link["type"].split(";")[0], link
        assert link["title"]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_the_address_of_the_service_ends_with_a_slash(server: RunningServer, path: str):
    links = all_links(page(server, path, f="json"))
    assert not [link for link in links if link["href"] == server.url or link["href"].startswith(f"{server.url}?")]


@pytest.mark.parametrize("path", ["/", "/collections", *(f"/collections/{c}" for c in COLLECTIONS)])
def test_documents_link_to_themselves_in_every_format(server: RunningServer, path: str):
    links = page(server, path, f="json")["links"]
    found = {(link["rel"], link["type"]) for link in links if link["rel"] in ("self", "alternate")}
    assert found == {
        ("self", "application/json"), ("alternate", "text/html"), ("alternate", "application/ld+json"),
        ("alternate", "text/turtle"),
    }  # fmt: skip


def test_one_link_brings_all_features(server: RunningServer, collection: str, features: list[dict]):
    links = page(server, f"/collections/{collection}")["links"]
    linked = {link["type"]: link["href"] for link in links if link["rel"] == "enclosure"}
    if declared(collection).is_tiled:
        del linked["application/vnd.pmtiles"]
    assert set(linked) == {format_.media_type for format_ in downloads(declared(collection))}
    assert len(follow(linked["application/geo+json"]).json()["features"]) == len(features)
    for media_type in set(linked) - {"application/geo+json"}:
        assert follow(linked[media_type]).headers["ogc-numberreturned"] == str(len(features))


def test_extent_in_time_holds_every_day_of_every_feature(server: RunningServer, collection: str, features: list[dict]):
    described = page(server, f"/collections/{collection}")
    properties = page(server, f"/collections/{collection}/schema")["properties"]
    roles = {p["x-ogc-role"]: name for name, p in properties.items() if "x-ogc-role" in p}
    if "primary-interval-start" not in roles:
        assert "temporal" not in described["extent"]
        return
    ((begin, end),) = described["extent"]["temporal"]["interval"]
    days = [[f["properties"][roles[f"primary-interval-{part}"]] for part in ("start", "end")] for f in features]
    assert begin == f"{min(first for first, _ in days if first)}T00:00:00Z"
    assert end == f"{max(last for _, last in days if last)}T23:59:59Z", "the last day is part of it"
