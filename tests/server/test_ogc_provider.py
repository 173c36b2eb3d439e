"""The provider and the formatter as plugins of a stock pygeoapi: any pygeoapi can publish an edition with them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import vector_files
import xlsx_files
import yaml
from feature_documents import list_document
from pygeoapi.provider.base import ProviderInvalidQueryError, ProviderItemNotFoundError

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.formats.geojson import MEDIA_TYPE, numbered_escapes
from cooperation_atlas.ogc.formats.registry import BINARY, TEXT, Format, downloads
from cooperation_atlas.ogc.pygeoapi.config import PROVIDER
from cooperation_atlas.ogc.pygeoapi.formatter import FeatureFormatter
from cooperation_atlas.ogc.pygeoapi.provider import CooperationAtlasProvider
from cooperation_atlas.ogc.requests import parse_items
from cooperation_atlas.store.crs import CRS84, OFFERED
from cooperation_atlas.store.open import open_editions

#: The formatter as a configuration names it.
FORMATTER = f"{FeatureFormatter.__module__}.{FeatureFormatter.__qualname__}"

LAEA = "http://www.opengis.net/def/crs/EPSG/0/3035"
#: Path below ``/collections``, query parameters and, for a POST request, the body.
Requests = Sequence[tuple[str, dict[str, str]] | tuple[str, dict[str, str], Any]]
Ask = Callable[[Requests], list[tuple[int, str, Any]]]

#: Parameters that a stock pygeoapi and our own items resource take alike.
ALIKE: list[tuple[str, dict[str, str]]] = [
    ("programmes", {}),
    ("programmes", {"offset": "3"}),
    ("programmes", {"country": "IT"}),
    ("programmes", {"nuts3": "ITG11", "topic": "PO1"}),
    ("programmes", {"title": "*sicil*"}),
    ("programmes", {"q": "sicilia"}),
    ("programmes", {"period": "2021-2027", "sortby": "-title"}),
    ("programmes", {"funds": "ERDF"}),
    ("programmes", {"n_offers": "2"}),
    ("programmes", {"eu_amount": "1100.0"}),
    ("programmes", {"objectives_complete": "true"}),
    ("programmes", {"period_start": "2021-01-01"}),
    ("programmes", {"datetime": "2015-01-01/2016-01-01"}),
    ("programmes", {"datetime": "2020-06-01"}),
    ("programmes", {"datetime": "2021-01-01/.."}),
    ("nuts3", {"scope": "cross_border", "country": "EL"}),
    ("nuts3", {"bbox": "10.5,40.5,10.6,40.6"}),
    ("nuts3", {"bbox": "40.5,10.5,40.6,10.6", "bbox-crs": "http://www.opengis.net/def/crs/EPSG/0/4326"}),
    ("nuts3-2016", {"nuts3": "UKN0"}),
    ("countries", {"eu_member": "false"}),
    ("cooperation", {"kind": "need", "sample": "false"}),
    ("cooperation", {"status": "planned"}),
    ("programme-areas", {"strategy": "EUSAIR"}),
]


@pytest.fixture(scope="module")
def editions(small_edition: EditionFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the small edition is published."""
    folder = tmp_path_factory.mktemp("published")
    (folder / small_edition.id).symlink_to(small_edition.folder)
    (folder / "current").symlink_to(small_edition.id)
    return folder


@pytest.fixture(scope="module")
def ask(editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks a stock pygeoapi for items; JSON is read."""
    folder = tmp_path_factory.mktemp("stock")
    config = {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 5000}, "url": "http://localhost:5000", "mimetype": "application/json",
            "encoding": "utf-8", "languages": ["en-US"], "pretty_print": False,
            "limits": {"default_items": 1000, "max_items": 1000}, "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {"title": "Stock", "description": "Stock", "keywords": ["a"], "keywords_type": "theme",
                               "terms_of_service": "none", "url": "http://localhost"},
            "license": {"name": "none", "url": "http://localhost"},
            "provider": {"name": "none", "url": "http://localhost"},
            "contact": {"name": "none", "url": "http://localhost"},
        },
        "resources": {
            id_: {
                "type": "collection", "title": id_, "description": id_, "keywords": ["a"], "links": [],
                "extents": {
                    "spatial": {"bbox": [-180, -90, 180, 90], "crs": CRS84},
                    "temporal": {"begin": datetime(2014, 1, 1, tzinfo=UTC), "end": datetime(2027, 12, 31, tzinfo=UTC)},
                },
                "providers": [
                    {"type": "feature", "name": PROVIDER, "data": str(editions),
                     "options": {"collection": id_}, "id_field": collection.id_field, "crs": list(OFFERED),
                     "storage_crs": CRS84},
                ],
                "formatters": [{"name": FORMATTER, "f": format_.id} for format_ in downloads(collection)],
            }
            for id_, collection in COLLECTIONS.items()
        },
    }  # fmt: skip
    (folder / "config.yml").write_text(yaml.safe_dump(config))
    pygeoapi = [sys.executable, "-c", "from pygeoapi import cli; cli()"]
    generate = ["openapi", "generate", str(folder / "config.yml"), "--format", "json"]
    generate += ["--output-file", str(folder / "openapi.json")]
    made = subprocess.run([*pygeoapi, *generate], capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stderr

    def run(requests: Requests) -> list[tuple[int, str, Any]]:
        paths = [
            (f"/collections/{path}?{urlencode({'f': 'json'} | given)}", *(body or [None]))
            for path, given, *body in requests
        ]
        script = Path(__file__).with_name("stock_pygeoapi.py")
        done = subprocess.run(
            [sys.executable, str(script), str(folder)],
            input=json.dumps(paths),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        answers = json.loads((folder / "answers.json").read_text())
        return [(status, type_, json.loads(body)) for status, type_, body in answers]

    return run


@pytest.mark.slow
def test_a_stock_pygeoapi_gives_the_same_features(ask: Ask, editions: Path) -> None:
    store = open_editions(editions, numbered_escapes).store
    answers = ask([(f"{id_}/items", given) for id_, given in ALIKE])
    counts = []
    for (id_, given), (status, type_, body) in zip(ALIKE, answers, strict=True):
        assert (status, type_) == (200, MEDIA_TYPE), (id_, given, body)
        page = store.search(parse_items(COLLECTIONS[id_], list(given.items())).query)
        assert [f["id"] for f in body["features"]] == list(page.ids), (id_, given)
        assert (body["numberMatched"], body["numberReturned"]) == (page.matched, len(page))
        for feature, own in zip(body["features"], page.features(), strict=True):
            assert feature["properties"] == json.loads(own)["properties"]
        counts.append(page.matched)
    assert min(counts) > 0, dict(zip(map(str, ALIKE), counts, strict=True))


def prop(name: str) -> dict[str, str]:
    return {"property": name}


def op(name: str, *args: Any) -> dict[str, Any]:
    return {"op": name, "args": list(args)}


BOX = [[[10.5, 40.5], [10.6, 40.5], [10.6, 40.6], [10.5, 40.6], [10.5, 40.5]]]
#: Collection, filter in CQL2 text as pygeofilter reads it, and the same in CQL2 JSON; ``None`` where it reads none.
FILTERS: list[tuple[str, str | None, Any]] = [
    ("programmes", "country = 'IT'", op("=", prop("country"), "IT")),
    ("programmes", "country <> 'IT' AND n_offers >= 1",
     op("and", op("<>", prop("country"), "IT"), op(">=", prop("n_offers"), 1))),
    ("programmes", "country = 'IT' OR country = 'FR'",
     op("or", op("=", prop("country"), "IT"), op("=", prop("country"), "FR"))),
    ("programmes", "NOT (country = 'IT')", op("not", op("=", prop("country"), "IT"))),
    ("programmes", "country IN ('IT','FR')", op("in", prop("country"), ["IT", "FR"])),
    ("programmes", "country NOT IN ('IT','FR')", op("not", op("in", prop("country"), ["IT", "FR"]))),
    ("programmes", "title LIKE '%Sicil%'", op("like", prop("title"), "%Sicil%")),
    ("programmes", "CASEI(title) LIKE CASEI('%SICIL%')",
     op("like", op("casei", prop("title")), op("casei", "%SICIL%"))),
    ("programmes", "title NOT LIKE '%Sicil%'", op("not", op("like", prop("title"), "%Sicil%"))),
    ("programmes", "eu_amount IS NULL", op("isNull", prop("eu_amount"))),
    ("programmes", "eu_amount IS NOT NULL", op("not", op("isNull", prop("eu_amount")))),
    ("programmes", "n_offers BETWEEN 1 AND 2", None),
    ("programmes", "n_offers + 1 = 2", op("=", op("+", prop("n_offers"), 1), 2)),
    ("programmes", "period_start >= DATE('2021-01-01')", op(">=", prop("period_start"), {"date": "2021-01-01"})),
    ("programmes", None, op("t_after", prop("period_start"), {"date": "2020-01-01"})),
    ("programmes", None, op("t_before", prop("period_end"), {"date": "2021-01-01"})),
    ("programmes", None, op("a_contains", prop("funds"), ["ERDF"])),
    ("programmes", None, op("a_overlaps", prop("funds"), ["ERDF", "JTF"])),
    ("nuts3", "S_INTERSECTS(geometry,POLYGON((10.5 40.5,10.6 40.5,10.6 40.6,10.5 40.6,10.5 40.5)))",
     op("s_intersects", prop("geometry"), {"type": "Polygon", "coordinates": BOX})),
    ("nuts3", "S_WITHIN(geometry,POLYGON((0 30,50 30,50 70,0 70,0 30)))", None),
    ("cooperation", "sample = TRUE", op("=", prop("sample"), True)),
]  # fmt: skip


@pytest.mark.slow
def test_a_stock_pygeoapi_filters_as_our_own_server_does(ask: Ask, editions: Path) -> None:
    store = open_editions(editions, numbered_escapes).store
    requests: list[Any] = []
    expected: list[list[str]] = []
    for id_, text, document in FILTERS:
        forms = [(f"{id_}/items", {"filter": text}, None)] if text else []
        forms += [(f"{id_}/items", {}, document)] if document else []
        requests += forms
        for _, query, body in forms:
            encoded = None if body is None else json.dumps(body).encode()
            own = parse_items(COLLECTIONS[id_], list(query.items()), encoded).query
            expected.append(list(store.search(replace(own, limit=1000)).ids))
    answers = ask(requests)
    for request, (status, _, body), ids in zip(requests, answers, expected, strict=True):
        assert status == 200, (request, body)
        assert [f["id"] for f in body["features"]] == ids, request
        assert body["numberMatched"] == len(ids)
    assert sum(map(bool, expected)) > len(expected) * 0.8, "filters that find nothing show nothing"


@pytest.mark.slow
def test_a_stock_pygeoapi_refuses_filters_that_its_parser_misreads(ask: Ask) -> None:
    filters = {
        "country = 'IT' OR country = 'FR' AND n_offers = 1": "from left to right",
        "title BETWEEN 'a' AND 'b'": "BETWEEN with texts",
        "period_start T_INTERSECTS DATE('2021-01-01')": "T_DISJOINT",
        "S_INTERSECTS(geometry,ENVELOPE(1 2 3 4))": "polygon",
        "contry = 'IT'": "contry",
        "strlen(title) = 5": "no function",
    }
    answers = ask([("programmes/items", {"filter": text}) for text in filters])
    for (text, reason), (status, _, body) in zip(filters.items(), answers, strict=True):
        assert status == 400 and reason in body["description"], (text, body)


@pytest.mark.slow
def test_a_stock_pygeoapi_takes_geometries_of_a_filter_in_another_system(ask: Ask) -> None:
    north_first = "S_INTERSECTS(geometry,POLYGON((40.5 10.5,40.6 10.5,40.6 10.6,40.5 10.6,40.5 10.5)))"
    crs = "http://www.opengis.net/def/crs/EPSG/0/4326"
    east_first, other = ask(
        [
            ("nuts3/items", {"filter": FILTERS[-3][1] or ""}),
            ("nuts3/items", {"filter": north_first, "filter-crs": crs}),
        ]
    )
    assert other[2]["numberMatched"] == east_first[2]["numberMatched"] > 0


@pytest.mark.slow
def test_a_stock_pygeoapi_shows_fields_single_features_other_systems_and_counts(ask: Ask) -> None:
    asked: list[tuple[str, dict[str, str]]] = [
        ("programmes/queryables", {}),
        ("nuts3/items/ITG11", {}),
        ("nuts3/items/ITG11", {"crs": LAEA}),
        ("nuts3/items", {"crs": LAEA, "nuts3": "ITG11"}),
        ("nuts3/items", {"resulttype": "hits"}),
        ("nuts3/items", {"properties": "name", "skipGeometry": "true", "nuts3": "ITG11"}),
        ("nuts3/items/XX", {}),
        ("nuts3/schema", {}),
    ]
    queryables, item, projected, listed, hits, part, missing, schema = (body for _, _, body in ask(asked))
    assert queryables["properties"]["funds"]["type"] == "array"
    assert item["properties"]["name"] == "Trapani"
    assert item["geometry"]["coordinates"][0][0][0] == [11, 40]
    # EPSG:3035 is written north first; pygeoapi must not transform a second time.
    assert projected["geometry"] == listed["features"][0]["geometry"]
    north, east = projected["geometry"]["coordinates"][0][0][0]
    assert 1.8e6 < north < 2.1e6
    assert 4.2e6 < east < 4.5e6
    assert (hits["numberMatched"], hits["features"]) == (5, [])
    assert part["features"][0]["properties"] == {"name": "Trapani"}
    assert part["features"][0]["geometry"] is None
    assert missing["code"] == "NotFound"
    assert schema["properties"]["nuts_code"]["x-ogc-role"] == "id"


@pytest.mark.slow
def test_a_stock_pygeoapi_refuses_what_is_not_understood(ask: Ask) -> None:
    asked = [
        ("programmes/items", {"country": "XX"}),
        ("programmes/items", {"contry": "IT"}),
        ("programmes/items", {"nuts3": "ITX"}),
        ("programmes/items", {"n_offers": "many"}),
        ("countries/items", {"datetime": "2020-01-01"}),
        ("programmes/items", {"country": ""}),
    ]
    for (path, given), (status, _, body) in zip(asked, ask(asked), strict=True):
        assert status == 400, (path, given, body)
        assert next(iter(given)) in body["description"]


# --- without an application ----------------------------------------------------------------------------------


@pytest.fixture
def provider(editions: Path) -> CooperationAtlasProvider:
    definition = {"name": PROVIDER, "type": "feature", "data": str(editions)}
    return CooperationAtlasProvider({**definition, "options": {"collection": "programmes"}})


def test_fields_are_those_of_the_collection(provider: CooperationAtlasProvider) -> None:
    assert list(provider.fields) == list(COLLECTIONS["programmes"].by_name)
    assert provider.id_field == "cci"
    media_type, schema = provider.get_schema()
    assert media_type == "application/geo+json"
    assert list(schema["properties"])[-1] == "geometry"


def test_features_can_be_changed_without_harm(provider: CooperationAtlasProvider) -> None:
    """pygeoapi's core transforms and adds to what a provider hands out."""
    feature = provider.get("2021IT16RFPR001")
    whole = json.loads(json.dumps(feature))
    feature["geometry"]["coordinates"].clear()
    feature["properties"]["funds"].append("JTF")
    feature["properties"].clear()
    assert provider.get("2021IT16RFPR001") == whole
    assert next(f for f in provider.query(limit=100)["features"] if f["id"] == "2021IT16RFPR001") == whole


def test_errors_are_those_that_pygeoapi_answers_with_400_and_404(provider: CooperationAtlasProvider) -> None:
    with pytest.raises(ProviderItemNotFoundError) as missing:
        provider.get("2021IT16RFPR00X")
    assert "2021IT16RFPR001" in missing.value.message
    assert missing.value.http_status_code == 404
    with pytest.raises(ProviderInvalidQueryError) as invalid:
        provider.query(properties=[("countri", "IT")])
    assert "Did you mean" in invalid.value.message
    assert invalid.value.http_status_code == 400


def formatter(f: str) -> FeatureFormatter:
    return FeatureFormatter({"name": FORMATTER, "f": f})


def handed_back(provider: CooperationAtlasProvider, editions: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What pygeoapi gives a formatter for a list of all features: its options, and the features."""
    definition = {"data": str(editions), "options": {"collection": "programmes"}}
    here = "http://localhost:5000/collections/programmes/items"
    links = [{"rel": "self", "type": MEDIA_TYPE, "title": "This document", "href": f"{here}?f=json"}]
    return {"provider_def": definition, "content_crs": None}, {**provider.query(limit=100), "links": links}


@pytest.mark.parametrize("format_", downloads(COLLECTIONS["programmes"]), ids=lambda format_: format_.id)
def test_every_download_is_a_formatter(provider: CooperationAtlasProvider, editions: Path, format_: Format) -> None:
    made = formatter(format_.id)
    assert (made.f, made.mimetype, made.extension) == (format_.id, format_.content_type, format_.extension)
    assert made.attachment == format_.attachment
    options, data = handed_back(provider, editions)
    body = made.write(options, data)
    own = list_document(provider.store, COLLECTIONS["programmes"], format_.id, {"limit": "100"})
    if format_.schema == TEXT:
        assert body == format_.write_list(own)
    elif format_.geometry and format_.schema == BINARY:
        wanted = vector_files.read(format_.write_list(own))
        assert vector_files.read(body).features == wanted.features and wanted.features
    elif format_.schema == BINARY:  # its address, which it holds, is another one
        read, wanted = xlsx_files.read(body), xlsx_files.read(format_.write_list(own))
        assert (read.rows, read.book.sheetnames) == (wanted.rows, wanted.book.sheetnames)
    else:
        assert json.loads(body)["features"] == json.loads(format_.write_list(own))["features"]
        assert json.loads(body)["bbox"] == json.loads(format_.write_list(own))["bbox"]
        assert json.loads(body)["links"] == data["links"]


def test_geojson_is_the_formatter_without_a_format_and_utf_8(
    provider: CooperationAtlasProvider, editions: Path
) -> None:
    options, data = handed_back(provider, editions)
    data["features"][0]["properties"]["title"] = "Łódź <&>"
    body = FeatureFormatter({"name": FORMATTER}).write(options, data)
    assert '"Łódź <&>"'.encode() in body


def test_pages_are_made_by_pygeoapi_itself() -> None:
    with pytest.raises(ValueError, match="pygeoapi makes pages itself"):
        formatter("html")
