"""What search engines and whoever shares a page are told: metadata of pages, robots.txt and sitemaps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from http_client import SICILY, follow, get, page, refusal
from running_server import RunningServer

from cooperation_atlas.model.collections import COLLECTIONS

HTML = {"Accept": "text/html"}
LANGUAGES = ("en", "de", "es", "fr", "it", "pl")
XHTML, MAP = "{http://www.w3.org/1999/xhtml}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = ("/", "/collections", "/collections/nuts3", f"/collections/programmes/items/{SICILY}", "/privacy", "/coverage")
FILTERED = (
    "/collections/programmes/items?country=IT", "/collections/programmes/items?offset=100",
    "/collections?exclude=samples",
    f"/partners?programme={SICILY}", "/collections/programmes/items?f=html&topic=RSO2.6",
)  # fmt: skip


@dataclass
class Head(HTMLParser):
    """The metadata of a page.

    :param metas: by name or property; the last one of several
    :param links: (relation, address)
    :param described: the descriptions for schema.org
    """

    html: str
    metas: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    described: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._data = False
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in values:
            self.metas[values.get("name") or values["property"]] = values["content"]
        if tag == "link":
            self.links.append((values["rel"], values["href"]))
        self._data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._data:
            self.described.append(json.loads(data))
            self._data = False

    def one(self, relation: str) -> str:
        """The only address of a relation."""
        (href,) = (href for rel, href in self.links if rel == relation)
        return href


def head(server: RunningServer, path: str, **query: str) -> Head:
    answer = get(server, path, headers=HTML, **query)
    return Head(answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_address_and_says_what_is_shared(server: RunningServer, path: str):
    for query, canonical in (({}, ""), ({"f": "html"}, ""), ({"lang": "fr"}, "?lang=fr")):
        found = head(server, path, **query)
        assert found.one("canonical") == found.metas["og:url"] == f"{server.url}{path}{canonical}"
        assert "robots" not in found.metas
        assert found.metas["og:title"] and found.metas["og:description"] == found.metas["description"]
        assert found.metas["og:locale"] == ("fr_FR" if "lang" in query else "en_GB")


@pytest.mark.parametrize("path", FILTERED)
def test_a_page_with_parameters_is_not_listed(server: RunningServer, path: str):
    found = head(server, path)
    assert found.metas["robots"] == "noindex, nofollow"
    assert "canonical" not in dict(found.links) and "og:url" not in found.metas
    assert found.described == []


def test_samples_and_refusals_are_not_listed(server: RunningServer):
    (sample, *_) = page(server, "/collections/cooperation/items", sample="true", limit=1)["features"]
    for path in (f"/collections/cooperation/items/{sample['id']}", "/collections/cooperation/items", "/nowhere"):
        found = head(server, path)
        assert found.metas["robots"] == "noindex, nofollow", path
        assert found.described == []


def test_a_data_set_is_described(server: RunningServer, collection: str):
    found = head(server, f"/collections/{collection}", lang="de")
    (described,) = found.described
    told = page(server, f"/collections/{collection}", lang="de")
    assert described["@type"] == "Dataset" and described["@context"] == "https://schema.org"
    assert (described["name"], described["keywords"]) == (told["title"], told["keywords"])
    enclosed = {each["type"] for each in page(server, f"/collections/{collection}/items", limit=1)["links"]}
    assert {each["encodingFormat"] for each in described["distribution"]} <= enclosed
    for each in described["distribution"][:2]:
        assert follow(each["contentUrl"]).headers["content-type"].startswith(each["encodingFormat"])
    assert [href for rel, href in found.links if rel == "describedby"] == [
        f"{server.url}/collections/{collection}?f={f}" for f in ("jsonld", "ttl")
    ]


def test_a_record_is_described_by_what_is_known(server: RunningServer):
    for collection, id_ in (("programmes", SICILY), ("nuts3", "ITG12"), ("countries", "IT")):
        (described,) = head(server, f"/collections/{collection}/items/{id_}").described
        assert described["@type"] == COLLECTIONS[collection].presentation.schema_type
        assert described["identifier"] == id_
        assert described["url"] == f"{server.url}/collections/{collection}/items/{id_}"
        properties = page(server, f"/collections/{collection}/items/{id_}")["properties"]
        assert described.get("sameAs", []) == ([properties["url"]] if "url" in properties else [])


def test_robots_may_read_pages_and_no_files_of_data(server: RunningServer):
    text = get(server, "/robots.txt").text
    assert text.splitlines()[-1] == f"Sitemap: {server.url}/sitemap.xml"
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    assert rules.can_fetch("*", f"{server.url}/collections/programmes/items/{SICILY}?lang=de")
    assert "Disallow: /*?*f=" in text and "Allow: /*?*f=html" in text


def parts(server: RunningServer) -> dict[str, ElementTree.Element]:
    """The sitemaps by address."""
    listed = ElementTree.fromstring(get(server, "/sitemap.xml").content)
    addresses = [each.text or "" for each in listed.iter(f"{MAP}loc")]
    assert len(listed) == len(addresses) == len(set(addresses)) < 50_000
    return {address: ElementTree.fromstring(follow(address).content) for address in addresses}


def test_sitemaps_list_every_real_record_once_and_no_sample(server: RunningServer):
    created = page(server, "/healthz")["edition"]["created"]
    found: list[str] = []
    for root in parts(server).values():
        assert root.tag == f"{MAP}urlset" and 0 < len(root) <= 50_000
        for url in root:
            assert [child.tag for child in url][:2] == [f"{MAP}loc", f"{MAP}lastmod"]
            assert url.findtext(f"{MAP}lastmod") == created
            found.append(url.findtext(f"{MAP}loc") or "")
            others = {each.get("hreflang"): each.get("href") for each in url.iter(f"{XHTML}link")}
            assert others == {code: f"{found[-1]}?lang={code}" for code in LANGUAGES} | {"x-default": found[-1]}
    assert len(set(found)) == len(found)
    for id_, declared in COLLECTIONS.items():
        listed = {each for each in found if each.startswith(f"{server.url}/collections/{id_}/items/")}
        query = {"exclude": "samples", "limit": "20000", "skipGeometry": "true", "properties": declared.id_field}
        real = {
            f"{server.url}/collections/{id_}/items/{each['id']}"
            for each in page(server, f"/collections/{id_}/items", **query)["features"]
        }
        assert listed == (real if declared.presentation.schema_type else set())


def test_pages_of_the_sitemap_are_there_and_may_be_listed(server: RunningServer):
    (pages,) = (root for address, root in parts(server).items() if address.endswith("/pages.xml"))
    addresses = [each.text or "" for each in pages.iter(f"{MAP}loc")]
    assert f"{server.url}/" in addresses and f"{server.url}/accessibility" in addresses
    for address in addresses:
        path = address.removeprefix(server.url)
        answer = get(server, path, headers=HTML)
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html"), path
        assert "robots" not in Head(answer.text).metas, path


def test_a_sitemap_that_is_not_there_names_those_that_are(server: RunningServer):
    assert "programmes-1.xml" in refusal(get(server, "/sitemap/programmes-2.xml"), 404)["nearest"]
    for path in ("/robots.txt", "/sitemap.xml", "/sitemap/pages.xml"):
        assert refusal(get(server, path, lang="de"))["parameter"] == "lang"
