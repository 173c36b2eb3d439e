"""What the ports of the OGC abstract test suites share: documents of the service under test, and rules on links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from api_definition import resolved
from running_server import RunningServer

GEOJSON = "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
Links = list[dict[str, Any]]


class ApiUnderTest:
    """The service as a client sees it that knows its landing page only.

    :param url: address of the landing page
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.client = httpx.Client(timeout=60, follow_redirects=True)
        self.landing = self.json(url)
        self.conforms = set(self.json(self.link("conformance"))["conformsTo"])
        self.collections: list[dict[str, Any]] = self.json(self.link("data"))["collections"]
        self.definition = self.json(self.link("service-desc"), accept=OPENAPI)

    def get(self, url: str, accept: str = "application/json", **query: Any) -> httpx.Response:
        """A request that may fail."""
        return self.client.get(url, headers={"Accept": accept}, params=query or None)

    def json(self, url: str, accept: str = "application/json", **query: Any) -> Any:
        """The JSON of a request that must succeed."""
        answer = self.get(url, accept, **query)
        assert answer.status_code == 200, f"{answer.status_code} for {answer.url}: {answer.text[:300]}"
        return answer.json()

    def link(self, rel: str) -> str:
        """The address of a link of the landing page."""
        return next(link["href"] for link in self.landing["links"] if link["rel"] == rel)

    def items(self, collection: dict[str, Any]) -> str:
        """The address of the features of a collection, without query."""
        links = with_rel(collection["links"], "items", GEOJSON)
        return links[0]["href"].split("?")[0]

    def parameter(self, collection: dict[str, Any], name: str) -> dict[str, Any]:
        """A parameter of the features of a collection as the API definition has it."""
        operation = self.definition["paths"][f"/collections/{collection['id']}/items"]["get"]
        for declared in operation["parameters"]:
            found = resolved(self.definition, declared)
            if found["name"] == name:
                return found
        raise AssertionError(f"{collection['id']}: no parameter {name} in the API definition")


def with_rel(links: Links, rel: str, media_type: str | None = None) -> Links:
    """The links of a relation, and of a media type."""
    return [link for link in links if link["rel"] == rel and media_type in (None, link.get("type"))]


def assert_self_and_alternates(links: Links, types: set[str]) -> None:
    """One link to the document itself, others to it in every other media type; each with rel and type."""
    itself = with_rel(links, "self")
    assert len(itself) == 1
    assert {link["type"] for link in with_rel(links, "alternate")} >= types - {itself[0]["type"]}
    assert all(link["rel"] and link["type"] and link["href"] for link in links if link["rel"] in ("self", "alternate"))


@pytest.fixture(scope="module")
def api(server: RunningServer) -> Iterator[ApiUnderTest]:
    """The running server, found from its landing page."""
    under_test = ApiUnderTest(server.url)
    yield under_test
    under_test.client.close()
