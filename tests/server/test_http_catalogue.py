"""The catalogue in JSON-LD and Turtle: GeoDCAT-AP, read by processors, with nothing to fetch."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from http_client import follow, get, page, refusal
from pyld import jsonld as processor
from rdflib import RDFS, SH, URIRef
from rdflib import Graph as Statements
from rdflib.compare import isomorphic
from running_server import REPOSITORY, RunningServer

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.registry import downloads

DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
FOAF_NAME = "http://xmlns.com/foaf/0.1/name"


def refused(url: str, _: dict[str, Any]) -> dict[str, Any]:
    raise AssertionError(f"{url} would have to be fetched")


class Graph:
    """The statements of a JSON-LD document.

    :param document: as it was read
    """

    def __init__(self, document: dict[str, Any]) -> None:
        flat = processor.flatten(document, None, {"documentLoader": refused})
        self.nodes: dict[str, dict[str, Any]] = {node["@id"]: node for node in flat}

    def typed(self, kind: str) -> list[str]:
        """Ids of the nodes of a class."""
        return [id_ for id_, node in self.nodes.items() if kind in node.get("@type", ())]

    def values(self, id_: str, property_: str) -> list[Any]:
        """Plain values, or ids, of a property of a node."""
        return [v.get("@value", v.get("@id")) for v in self.nodes[id_].get(property_, ())]

    def one(self, id_: str, property_: str) -> Any:
        """The only value."""
        (value,) = self.values(id_, property_)
        return value

    def said(self, id_: str, property_: str, language: str = "en") -> Any:
        """The only text in a language; what reads there as in English stands once."""
        texts = {v["@language"]: v["@value"] for v in self.nodes[id_][property_]}
        assert len(texts) == len(self.nodes[id_][property_])
        return texts.get(language, texts["en"])


@pytest.fixture(scope="module", params=["/catalogue", "/", "/collections"])
def catalogue(server: RunningServer, request: pytest.FixtureRequest) -> Graph:
    answer = get(server, request.param, f="jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    return Graph(answer.json())


#: Where the SHACL shapes of DCAT-AP are; they are not part of this repository.
SHAPES = Path(os.environ.get("ATLAS_DCAT_SHAPES", REPOSITORY.parent / "shared" / "reference" / "shapes"))


@pytest.fixture
def turtle(server: RunningServer) -> Statements:
    """The catalogue as a harvester reads it."""
    answer = get(server, "/catalogue")
    assert answer.headers["content-type"] == "text/turtle"
    return Statements().parse(data=answer.text, format="turtle")


@pytest.mark.slow
def test_catalogue_is_valid_by_the_shapes_of_dcat_ap(turtle: Statements):
    files = [SHAPES / f"dcat-ap-3.0.1-{part}.ttl" for part in ("shacl", "ranges")]
    if missing := [path for path in files if not path.is_file()]:
        pytest.skip(f"{missing[0]} is not there: set ATLAS_DCAT_SHAPES to the folder with the shapes of DCAT-AP")
    shapes = Statements()
    for path in files:
        shapes.parse(path, format="turtle")
    # The files name a few shapes of properties that neither of them has.
    for shape in set(shapes.objects(None, SH.property)):
        if (shape, SH.path, None) not in shapes:
            shapes.remove((None, SH.property, shape))
    assert len(set(shapes.objects(None, SH.property))) > 250
    # Whatever is named is one (RDF Schema, 2.1), also where nobody says so.
    shapes.remove((None, SH["class"], RDFS.Resource))
    conforms, _, text = pyshacl.validate(turtle, shacl_graph=shapes)
    assert conforms, text
    # The shapes are asked at all: a data set without a title breaks them.
    turtle.remove((None, URIRef(f"{DCT}title"), None))
    assert not pyshacl.validate(turtle, shacl_graph=shapes)[0]


@pytest.mark.parametrize("path", ["/catalogue", "/collections/nuts3"])
@pytest.mark.parametrize("exclude", [{}, {"exclude": "samples"}])
def test_turtle_says_what_json_ld_says(server: RunningServer, path: str, exclude: dict[str, str]):
    one, other = (
        Statements().parse(data=get(server, path, f=f, **exclude).text, format=format_)
        for f, format_ in (("ttl", "turtle"), ("jsonld", "json-ld"))
    )
    assert len(one) > 50
    assert isomorphic(one, other)


def test_catalogue_has_the_formats_of_linked_data_only(server: RunningServer):
    for accept, type_ in (("text/turtle", "text/turtle"), ("application/ld+json", "application/ld+json")):
        assert get(server, "/catalogue", headers={"Accept": accept}).headers["content-type"] == type_
    assert "jsonld" in refusal(get(server, "/catalogue", f="json"))["detail"]
    assert get(server, "/catalogue", headers={"Accept": "text/csv"}).status_code == 406
    assert refusal(get(server, "/catalogue", country="IT"))["parameter"] == "country"
    assert refusal(get(server, "/catalogue", lang="xx"))["parameter"] == "lang"


def test_catalogue_is_linked_from_where_harvesters_begin(server: RunningServer, collection: str):
    links = page(server, "/", f="json")["links"]
    assert {each["type"] for each in links if each["href"].split("?")[0] == f"{server.url}/catalogue"} == {
        "text/turtle", "application/ld+json",
    }  # fmt: skip
    described = page(server, f"/collections/{collection}")["links"]
    metadata = [each["href"] for each in described if each["rel"] == "describedby" and each["type"] == "text/turtle"]
    (statements,) = (Statements().parse(data=follow(href).text, format="turtle") for href in metadata)
    assert any(str(subject) == f"{server.url}/collections/{collection}" for subject in statements.subjects())


def test_catalogue_has_a_dataset_for_each_collection(server: RunningServer, catalogue: Graph):
    (root,) = catalogue.typed(f"{DCAT}Catalog")
    assert root == f"{server.url}/"
    datasets = catalogue.values(root, f"{DCAT}dataset")
    assert datasets == [f"{server.url}/collections/{c}" for c in COLLECTIONS]
    assert set(datasets) == set(catalogue.typed(f"{DCAT}Dataset"))
    service = catalogue.one(root, f"{DCAT}service")
    assert catalogue.one(service, f"{DCAT}endpointURL") == f"{server.url}/"
    assert catalogue.values(service, f"{DCAT}servesDataset") == datasets
    definition = follow(catalogue.one(service, f"{DCAT}endpointDescription")).json()
    assert definition["openapi"]
    conforms = set(page(server, "/conformance")["conformsTo"])
    assert set(catalogue.values(service, f"{DCT}conformsTo")) <= conforms


def test_what_dcat_ap_requires_is_there(server: RunningServer, catalogue: Graph):
    """DCAT-AP 3.0.1, mandatory properties."""
    (root,) = catalogue.typed(f"{DCAT}Catalog")
    for id_ in (root, *catalogue.typed(f"{DCAT}Dataset"), *catalogue.typed(f"{DCAT}DataService")):
        assert catalogue.said(id_, f"{DCT}title") and catalogue.said(id_, f"{DCT}description")
        publisher = catalogue.one(id_, f"{DCT}publisher")
        assert catalogue.one(publisher, FOAF_NAME)
    for id_ in catalogue.typed(f"{DCAT}Distribution"):
        assert catalogue.one(id_, f"{DCAT}accessURL") and catalogue.one(id_, f"{DCT}license")


def test_every_resource_that_is_named_has_a_class(catalogue: Graph):
    """The ranges of DCAT-AP: what a property leads to says what it is, where it is no mere address."""
    addresses = {f"{DCAT}{name}" for name in ("accessURL", "downloadURL", "endpointURL", "endpointDescription")}
    addresses |= {f"http://www.w3.org/2006/vcard/ns#{name}" for name in ("hasURL", "hasEmail")}
    for node in catalogue.nodes.values():
        for property_, values in node.items():
            if property_.startswith("@") or property_ in addresses:
                continue
            for value in values:
                assert "@id" not in value or catalogue.nodes[value["@id"]].get("@type"), (node["@id"], property_)


def test_downloads_are_what_they_say(server: RunningServer, collection: str):
    graph = Graph(page(server, f"/collections/{collection}", f="jsonld"))
    (dataset,) = graph.typed(f"{DCAT}Dataset")
    distributions = graph.values(dataset, f"{DCAT}distribution")
    assert len(distributions) == len(downloads(COLLECTIONS[collection]))
    for id_ in distributions:
        answer = follow(graph.one(id_, f"{DCAT}downloadURL"))
        media_type = answer.headers["content-type"].split(";")[0]
        assert graph.one(id_, f"{DCAT}mediaType").endswith(f"media-types/{media_type}")


def test_dataset_says_what_the_collection_says(server: RunningServer, collection: str):
    dataset = Graph(page(server, f"/collections/{collection}", f="jsonld"))
    id_ = f"{server.url}/collections/{collection}"
    for language in ("en", "fr"):
        described = page(server, f"/collections/{collection}", lang=language)
        assert dataset.said(id_, f"{DCT}title", language) == described["title"]
        assert dataset.said(id_, f"{DCT}description", language) == described["description"]
    described = page(server, f"/collections/{collection}")
    assert dataset.values(id_, f"{DCAT}keyword") == described["keywords"]
    place = dataset.one(id_, f"{DCT}spatial")
    west, south, *_ = described["extent"]["spatial"]["bbox"][0]
    assert dataset.one(place, f"{DCAT}bbox").startswith(f"POLYGON(({west} {south},")
    if "temporal" in described["extent"]:
        ((begin, end),) = described["extent"]["temporal"]["interval"]
        time = dataset.one(id_, f"{DCT}temporal")
        assert (dataset.one(time, f"{DCAT}startDate"), dataset.one(time, f"{DCAT}endDate")) == (begin[:10], end[:10])


def test_datasets_name_the_coordinate_reference_systems_that_are_offered(server: RunningServer, collection: str):
    dataset = Graph(page(server, f"/collections/{collection}", f="jsonld"))
    id_ = f"{server.url}/collections/{collection}"
    offered = page(server, f"/collections/{collection}")["crs"]
    assert dataset.values(id_, f"{DCT}conformsTo") == offered
    assert dataset.values(id_, "http://data.europa.eu/930/referenceSystem") == offered


def test_samples_are_named_wherever_they_may_be_read(server: RunningServer, catalogue: Graph):
    comment = "http://www.w3.org/2000/01/rdf-schema#comment"
    assert page(server, "/healthz")["edition"]["samples"] is True
    for id_ in catalogue.typed(f"{DCAT}Dataset"):
        assert "made up" in catalogue.one(id_, comment)


def test_without_samples_there_is_nothing_to_say_of_them(server: RunningServer):
    """`exclude=samples` is taken by every resource, and this is the edition as it would be without them."""
    document = page(server, "/collections", f="jsonld", exclude="samples")
    assert "made up" not in str(document).replace(COOPERATION, "")


#: The description of the collection is the same in every edition.
COOPERATION = "are made up to show the service and state no fact"


@pytest.mark.parametrize("path", ["/conformance", "/openapi", "/codelists", "/collections/nuts3/schema"])
def test_other_resources_have_no_such_form(server: RunningServer, path: str):
    assert get(server, path, f="jsonld").status_code == 400
    assert get(server, path, headers={"Accept": "application/ld+json"}).status_code == 406


def test_form_is_negotiated(server: RunningServer):
    answer = get(server, "/", headers={"Accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["@type"] == "dcat:Catalog"
