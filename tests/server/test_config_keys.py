"""Every key of the configuration has an effect, or is refused by its name when the server starts."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from configured_resources import CONFIG
from in_process import Application, serving
from pygeoapi.config import load_schema
from running_server import ServerDidNotStart, start

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.ogc.pygeoapi.config import ConfigError, read_config
from cooperation_atlas.ogc.pygeoapi.keys import EFFECTS, without_effect
from cooperation_atlas.settings import Settings

WHOLE = yaml.safe_load(CONFIG.read_text("utf-8"))


def changed(path: str, value: Any) -> dict[str, Any]:
    """The configuration of the repository with one key changed."""
    config = copy.deepcopy(WHOLE)
    at = config
    *sections, key = path.split(".")
    for section in sections:
        at = at.setdefault(section, {})
    at[key] = value
    return config


def written(folder: Path, config: dict[str, Any]) -> Path:
    path = folder / "pygeoapi.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return path


def application(edition: EditionFolder, folder: Path, path: str, value: Any, **environment: str) -> Application:
    """The application with one key of its configuration changed."""
    settings = serving(edition)
    given = {"EDITIONS": str(settings.editions), "CONFIG": str(written(folder, changed(path, value))), **environment}
    return Application(Settings.from_environment({f"COOPERATION_ATLAS_{k}": v for k, v in given.items()}))


REFUSED: list[tuple[str, Any, str]] = [
    ("server.limit", 10, "server.limits"),
    ("server.language", "en-US", "server.languages"),
    ("server.templates", {"path": "templates"}, "Remove the key"),
    ("server.manager", {"name": "TinyDB", "connection": "x", "output_dir": "y"}, "no jobs"),
    ("server.admin", True, "must be False"),
    ("server.gzip", True, "must be False"),
    ("server.encoding", "latin-1", "must be 'utf-8'"),
    ("server.map.url", "https://tile.example/{z}/{x}/{y}.png", "must be ''"),
    ("server.api_rules", {"strict_slashes": True}, "server.url"),
    ("server.prety_print", True, "Did you mean pretty_print"),
    ("server.limits.max_item", 10, "Did you mean max_items"),
    ("server.limits.max_distance_x", 10, "coverages"),
    ("server.languages", ["en-US"], "two letters"),
    ("server.url", "atlas", "absolute"),
    ("server.limits.default_items", 30_000, "default_items"),
    ("logging.logfile", "atlas.log", "standard error"),
    ("metadata.identification.keywords_type", "theme", "Remove the key"),
    ("metadata.identification.titel", "Atlas", "Did you mean title"),
    ("metadata.contact.hours", "9 to 5", "Remove the key"),
    ("servers", {}, "Did you mean server"),
    ("pubsub", {"name": "MQTT", "broker": {"url": "mqtt://127.0.0.1"}}, "broker"),
    ("resources.programmes", {"type": "process", "processor": {"name": "Echo"}}, "own model"),
    ("resources.overlay", {"type": "process", "processor": {"name": "HelloWorld"}}, "process of the server itself"),
    ("resources.hello/world", {"type": "process", "processor": {"name": "HelloWorld"}}, "another id"),
    ("resources.hello", {"type": "process", "processor": {"name": "HelloWorlds"}}, "resources.hello"),
    ("resources.hello", {"type": "process", "processor": {"name": "HelloWorld"}, "templates": {}}, "templates"),
]


@pytest.mark.parametrize(("path", "value", "reason"), REFUSED, ids=lambda part: str(part)[:40])
def test_a_key_without_effect_is_refused_with_its_name(
    tmp_path: Path, settings: Settings, path: str, value: Any, reason: str
):
    file = written(tmp_path, changed(path, value))
    with pytest.raises(ConfigError) as refused:
        read_config(file, settings)
    assert path.split(".")[-1] in str(refused.value) and reason in str(refused.value)
    assert str(file) in str(refused.value)


COLLECTION = {
    "type": "collection", "title": "Lakes", "description": "Lakes", "keywords": ["lakes"], "links": [],
    "extents": {"spatial": {"bbox": [0, 0, 1, 1]}},
    "providers": [{"type": "feature", "name": "GeoJSON", "data": str(CONFIG.parent / "missing"), "id_field": "id"}],
}  # fmt: skip
UNUSABLE: list[tuple[dict[str, Any], str]] = [
    ({"providers": [{"type": "coverage", "name": "rasterio", "data": "x"}]}, "coverage are not served"),
    ({"providers": [{"type": "feature", "name": "TinyDB", "data": "missing", "id_field": "id"}]}, "cannot be used"),
    ({"providers": [{"type": "feature", "name": "GeoJSONN", "data": "x", "id_field": "id"}]}, "cannot be used"),
    ({"providers": [{**COLLECTION["providers"][0], "editable": True}]}, "only reads"),
    ({"links": [{"type": "text/csv", "rel": "enclosure", "title": "x", "href": "http://127.0.0.1:1/x"}]}, "length"),
    ({"type": "stac-collection"}, "stac-collection are not served"),
]


@pytest.mark.parametrize(("keys", "reason"), UNUSABLE, ids=lambda part: str(part)[:30])
def test_a_resource_that_cannot_be_served_is_refused(
    tmp_path: Path, settings: Settings, keys: dict[str, Any], reason: str
):
    file = written(tmp_path, changed("resources.lakes", COLLECTION | keys))
    with pytest.raises(ConfigError, match=r"resources\.lakes") as refused:
        read_config(file, settings)
    assert reason in str(refused.value)


def leaves(schema: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[str]:
    for name, part in schema.get("properties", {}).items():
        below = list(leaves(part, (*above, name)))
        yield from below or [".".join((*above, name))]


def test_every_key_of_pygeoapi_is_known():
    """A newer pygeoapi may have more: each is given an effect, or a reason why it has none."""
    schema = load_schema()["properties"]
    keys = [
        key for section in ("server", "logging", "metadata", "pubsub") for key in leaves(schema[section], (section,))
    ]
    assert len(keys) > 60
    unknown = []
    for key in keys:
        node: Any = "x"
        for name in reversed(key.split(".")):
            node = {name: node}
        unknown += [key for _, reason in without_effect(node) if "is not a key that has an effect" in reason]
    assert not unknown


def test_every_key_with_an_effect_says_which():
    assert all(text.endswith((".", ")")) for text in EFFECTS.values())
    assert not list(without_effect(WHOLE))


@pytest.mark.slow
def test_the_server_does_not_start_with_a_key_without_effect(tmp_path: Path):
    file = written(tmp_path, changed("server.gzip", True))
    with pytest.raises(ServerDidNotStart, match=r"(?s)ended with status 1.*row \d+ server\.gzip: has no effect here"):
        start(name="no-effect", environment={"COOPERATION_ATLAS_CONFIG": str(file)})


# --- effects ----------------------------------------------------------------------------------------------------


def test_limits(small_edition: EditionFolder, tmp_path: Path):
    limits = {"default_items": 2, "max_items": 3, "on_exceed": "throttle"}
    atlas = application(small_edition, tmp_path, "server.limits", limits)
    items = "/collections/programmes/items"
    assert atlas.get(items).json()["numberReturned"] == 2
    assert atlas.get(items, limit=9).json()["numberReturned"] == 3
    declared = atlas.get("/openapi").json()["components"]["parameters"]["limit"]["schema"]
    assert (declared["default"], declared["maximum"]) == (2, 3)
    pages = "".join(atlas.get(path, f="html").text for path in ("/", "/collections", items, "/collections/programmes"))
    assert "limit=10000" not in pages and "limit=3" in pages
    assert "limit=10000" not in atlas.get("/", f="jsonld").text
    assert "limit=10000" not in atlas.get("/collections").text


def test_more_than_the_limit_is_refused_where_that_is_configured(small_edition: EditionFolder, tmp_path: Path):
    atlas = application(small_edition, tmp_path, "server.limits", {"max_items": 3, "on_exceed": "error"})
    items = "/collections/programmes/items"
    assert atlas.get(items).json()["numberReturned"] == 3
    refused = atlas.get(items, limit=4)
    assert refused.status_code == 400 and "more than 3" in refused.json()["detail"]


def fields_of_other_sites(atlas: Application) -> dict[str, set[str]]:
    """The CORS header fields by what was asked."""
    requests: list[tuple[str, str, dict[str, str]]] = [
        ("GET", "/", {}),
        ("GET", "/collections/programmes/items", {}),
        ("GET", "/nowhere", {}),
        ("GET", "/collections/", {}),
        ("GET", "/static/icon.svg", {}),
        ("GET", "/conformance", {"If-None-Match": "*"}),
        ("GET", "/", {"Accept": "x" * 9000}),
        ("OPTIONS", "/collections/programmes/items", {}),
    ]
    answers = [(method, path, atlas.request(method, path, headers=headers)) for method, path, headers in requests]
    return {
        f"{method} {path} {answer.status_code}": {n for n in answer.headers if n.startswith("access-control-")}
        for method, path, answer in answers
    }


def test_cors(small_edition: EditionFolder, tmp_path: Path):
    assert all(fields_of_other_sites(application(small_edition, tmp_path, "server.cors", True)).values())
    closed = fields_of_other_sites(application(small_edition, tmp_path, "server.cors", False))
    assert len(closed) == 8 and not any(closed.values()), closed


def test_pretty_print(small_edition: EditionFolder, tmp_path: Path):
    atlas = application(small_edition, tmp_path, "server.pretty_print", True)
    plain = application(small_edition, tmp_path, "server.pretty_print", False)
    for path in ("/", "/collections/programmes/items?limit=1", "/collections/programmes/items/none", "/openapi"):
        indented, other = atlas.get(path), plain.get(path)
        assert re.match(r'\{\n  "', indented.text) and "\n" not in other.text
        assert indented.json() == other.json() and indented.status_code == other.status_code
    assert atlas.get("/", f="html").text == plain.get("/", f="html").text


def test_languages(small_edition: EditionFolder, tmp_path: Path):
    atlas = application(small_edition, tmp_path, "server.languages", ["fr", "en"])
    assert atlas.get("/", f="html").headers["content-language"] == "fr"
    assert atlas.get("/", lang="de").status_code == 400
    declared = atlas.get("/openapi").json()["components"]["parameters"]["lang"]["schema"]
    assert declared["enum"] == ["fr", "en"]
    english = application(small_edition, tmp_path, "server.languages", ["fr", "en"], LANGUAGES="en")
    assert english.get("/", f="html").headers["content-language"] == "en"


def test_texts_by_language(small_edition: EditionFolder, tmp_path: Path):
    title = {"en": "Atlas of cooperation", "fr": "Atlas de la coopération"}
    atlas = application(small_edition, tmp_path, "metadata.identification.title", title, LANGUAGES="en,fr")
    assert atlas.get("/").json()["title"] == title["en"]
    assert atlas.get("/", lang="fr").json()["title"] == title["fr"]
    assert atlas.get("/openapi").json()["info"]["title"] == title["en"]
    assert title["en"] in atlas.get("/conformance", f="html").text


def test_the_public_address(small_edition: EditionFolder, tmp_path: Path):
    atlas = application(small_edition, tmp_path, "server.url", "https://atlas.example/eu/")
    links = {link["href"] for link in atlas.get("/").json()["links"]}
    assert "https://atlas.example/eu/collections" in links
    other = application(small_edition, tmp_path, "server.url", "https://atlas.example", URL="https://other.example")
    assert "https://other.example/collections" in {link["href"] for link in other.get("/").json()["links"]}
    bound = application(small_edition, tmp_path, "server.bind", {"host": "0.0.0.0", "port": 8080})
    assert bound.get("/openapi").json()["servers"][0]["url"] == "http://localhost:8080"


def test_the_contact(small_edition: EditionFolder, tmp_path: Path):
    contact = {"name": "Desk", "email": "desk@atlas.example", "city": "Brussels", "phone": "+32 2 000"}
    contact["url"] = "https://atlas.example/desk"
    atlas = application(small_edition, tmp_path, "metadata.contact", contact)
    shown = atlas.get("/openapi").json()["info"]["contact"]
    assert (shown["name"], shown["email"]) == ("Desk", "desk@atlas.example")
    assert shown["x-ogc-serviceContact"]["addresses"] == [{"city": "Brussels"}]
    assert shown["x-ogc-serviceContact"]["phones"] == [{"type": "main", "value": "+32 2 000"}]


def test_who_has_no_address_is_found_at_that_of_the_service(small_edition: EditionFolder, tmp_path: Path):
    """A contact by name alone is all that pygeoapi asks for; without an address the catalogue could not be made."""
    port = {"host": "127.0.0.1", "port": 8123}
    for path, value in (("server.bind", port), ("metadata.contact", {"name": "Desk"})):
        atlas = application(small_edition, tmp_path, path, value)
        definition = atlas.get("/openapi").json()
        url = definition["servers"][0]["url"]
        assert definition["info"]["contact"]["url"] == url
        assert {"@id": url} in [point["vcard:hasURL"] for point in points(atlas.get("/", f="jsonld").json())]


def points(document: Any) -> Iterator[dict[str, Any]]:
    """The contact points in a document."""
    if isinstance(document, dict):
        if "vcard:hasURL" in document:
            yield document
        document = list(document.values())
    if isinstance(document, list):
        for part in document:
            yield from points(part)
