"""Resources as blocks: everything that lists resources follows from what their blocks say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from in_process import Application, serving

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.ogc.openapi import ApiPart
from cooperation_atlas.ogc.service_links import link
from cooperation_atlas.store.loaded_editions import LoadedEditions
from cooperation_atlas.store.open import open_store
from cooperation_atlas.web.resources.block import Block
from cooperation_atlas.web.resources.blocks import BLOCKS
from cooperation_atlas.web.resources.document import Document
from cooperation_atlas.web.service import Service

CLASS = "http://www.opengis.net/spec/ogcapi-moons/1.0/conf/core"


def moons() -> Block:
    """A resource of its own and one of each collection."""
    listed = Document("/moons", "codelists.html", lambda view, request: {"codelists": [], "edition": view.id})
    phases = Document(
        "/collections/{collection_id}/moons",
        "codelists.html",
        lambda view, request, collection_id: {"codelists": [], "of": collection_id},
        examples=lambda view: ({"collection_id": "nuts3"},),
    )
    return Block(
        routes=(listed.route, phases.route),
        conformance=lambda _: (CLASS,),
        api=lambda _: ApiPart(
            paths={
                "/moons": listed.operation("Moons", "moons"),
                "/collections/nuts3/moons": phases.operation("Moons above", "moonsNuts3", "nuts3"),
            },
            relations={"moons": "The moons."},
        ),
        links=lambda view, kept: (link(f"{view.base_url}/openapi#moons", f"{view.base_url}/moons", "Moons"),),
        collection_links=lambda view, kept, id_, count: (
            link(f"{view.base_url}/openapi#moons", f"{view.base_url}/collections/{id_}/moons", "Moons above"),
        ),
    )


@pytest.fixture
def application(small_edition: EditionFolder) -> Iterator[Application]:
    BLOCKS.append(moons())
    try:
        yield Application(serving(small_edition))
    finally:
        BLOCKS.pop()


def test_a_resource_that_is_added_by_its_block_alone_is_everywhere(application: Application):
    assert application.get("/moons").json()["codelists"] == []
    assert application.get("/collections/nuts3/moons").json()["of"] == "nuts3"
    assert application.get("/moons", f="html").headers["content-type"].startswith("text/html")
    assert application.get("/moons", f="csv").status_code == 400
    assert application.get("/moons", moon="1").json()["parameter"] == "moon"
    document = application.get("/openapi").json()
    assert {"/moons", "/collections/nuts3/moons"} <= set(document["paths"])
    assert document["x-link-relations"]["moons"]["uri"] == f"{application.url}/openapi#moons"
    assert CLASS in application.get("/conformance").json()["conformsTo"]
    assert f"{application.url}/moons" in [each["href"] for each in application.get("/").json()["links"]]
    links = application.get("/collections/nuts3").json()["links"]
    assert f"{application.url}/collections/nuts3/moons" in [each["href"] for each in links]
    assert "/moons" in application.get("/moonz").json()["nearest"]
    assert "/collections/nuts3/moons" in application.get("/collections/nuts3/moonz").json()["nearest"]
    allowed = application.request("DELETE", "/moons")
    assert allowed.status_code == 405 and allowed.headers["allow"] == "GET, HEAD, OPTIONS"


def test_an_example_that_fails_keeps_an_edition_from_being_served(small_edition: EditionFolder):
    def fails(*_: object) -> dict[str, object]:
        raise RuntimeError("no moon tonight")

    BLOCKS.append(Block(routes=(Document("/moons", "codelists.html", fails).route,)))
    try:
        answer = Application(serving(small_edition)).get("/conformance")
    finally:
        BLOCKS.pop()
    assert answer.status_code == 503 and "no moon tonight" in answer.json()["detail"]


def patterns() -> Iterator[str]:
    """The patterns of all routes that are there whatever is configured, arguments without their names."""
    for block in BLOCKS:
        for route in block.routes:
            if route.of_core:
                continue
            yield re.sub(r"\{[^}]*\}", "*", route.path)


def test_every_route_is_described_once_and_every_description_has_a_route(small_edition: EditionFolder):
    assert len(set(patterns())) == len(list(patterns()))
    application = Application(serving(small_edition))
    document = application.get("/openapi").json()
    collections = {each["id"] for each in application.get("/collections").json()["collections"]}
    described = set()
    for path in document["paths"]:
        parts = ["*" if part.startswith("{") else part for part in path.split("/")]
        if parts[1] == "collections" and len(parts) > 2 and parts[2] in collections:
            parts[2] = "*"
        described.add("/".join(parts))
    assert described == set(patterns())


def test_every_route_has_an_example_but_the_state_of_the_service(small_edition: EditionFolder):
    """What the probe does not try would fail before a client's eyes."""
    settings = serving(small_edition)
    view = Service(settings, LoadedEditions(settings.editions, open_store), settings.config).view()
    # What is configured has its own test (test_configured_resources).
    routes = [route for block in BLOCKS for route in block.routes if not route.of_core]
    without = {route.path for route in routes if not list(route.examples(view))}
    # A file of all tiles takes seconds to be made.
    assert without == {"/healthz", "/feedback", *(route.path for route in routes if route.ranged)}
