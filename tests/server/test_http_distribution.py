"""Distributions through HTTP: what a client asks, what it gets in every form, and what is refused with a reason."""

from __future__ import annotations

import csv
import html
import io
import re
from typing import Any

import pytest
from http_client import CRS84, EPSG, get, page, refusal
from in_process import Application, serving
from running_server import RunningServer

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.dimensions import dimensions_of
from cooperation_atlas.model.periods import PERIODS
from cooperation_atlas.store.memory import places
from cooperation_atlas.web.resources import distribution

LANGUAGES = ("en", "de", "es", "fr", "it", "pl")


def path(collection: str = "programmes") -> str:
    return f"/collections/{collection}/distribution"


def told(server: RunningServer, by: str, collection: str = "programmes", **query: object) -> dict[str, Any]:
    return page(server, path(collection), by=by, **query)


def counts(server: RunningServer, by: str, collection: str = "programmes", **query: object) -> dict[str, int]:
    (dimension,) = told(server, by, collection, **query)["dimensions"]
    return {value["code"]: value["count"] for value in dimension["values"]}


def rows(server: RunningServer, by: str, collection: str = "programmes", **query: object) -> list[dict[str, str]]:
    answer = get(server, path(collection), by=by, f="csv", **query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def matched(server: RunningServer, href: str) -> int:
    """How many features a link of this server finds."""
    answer = get(server, f"{href.removeprefix(server.url)}&limit=1&skipGeometry=true&f=json")
    assert answer.status_code == 200, (href, answer.text)
    return int(answer.json()["numberMatched"])


@pytest.mark.parametrize(
    ("collection", "by", "query"),
    [
        ("programmes", "country,topic", {"period": "2021-2027", "country": "IT,AT,MT"}),
        ("programmes", "topic", {"topic": "PO2", "scope": "cross_border"}),
        ("programmes", "scope,kind", {"q": "region"}),
        ("programmes", "level,fund", {"include": "unknown", "category": "LD"}),
        ("programmes", "completeness", {"filter": "n_regions > 5"}),
        ("programmes", "missing,period", {"exclude": "samples"}),
        ("programmes", "nuts2", {"nuts3": "ITG1", "open": "today"}),
        ("nuts3", "urban,scope", {"country": "IT"}),
        ("nuts3", "topic,fund", {"nuts3": "ITG"}),
        ("nuts3-2016", "strategy", {"bbox": "10,36,16,42"}),
        ("countries", "sought_country", {"kind": "need"}),
        ("cooperation", "kind,status", {"topic": "PO1", "include": "unknown"}),
        ("cooperation", "sample", {}),
        ("programme-areas", "basis,country", {"period": "2014-2020"}),
        ("neighbours", "neighbour_kind,across_border", {"country": "AT"}),
    ],
)
def test_every_number_leads_to_as_many_features(
    server: RunningServer, collection: str, by: str, query: dict[str, str]
) -> None:
    found = told(server, by, collection, **query)
    (items,) = [link["href"] for link in found["links"] if link["rel"] == "items"]
    assert matched(server, items + ("" if "?" in items else "?")) == found["numberMatched"] > 0
    for dimension in found["dimensions"]:
        assert dimension["stated"] + dimension["unknown"] + dimension["none"] == found["numberMatched"]
        for value in dimension["values"]:
            assert matched(server, value["href"]) == value["count"], value
    for cell in found.get("cells", []):
        assert matched(server, cell["items"]) == cell["count"] > 0, cell


def test_counts_are_those_of_facets(server: RunningServer) -> None:
    query = {"period": "2021-2027", "country": "ES,PT,FR"}
    facets = page(server, "/collections/programmes/facets", **query)
    for name in ("topic", "fund", "scope", "strategy"):
        assert counts(server, name, **query) == facets["facets"][name]


def test_shares_are_intervals(server: RunningServer) -> None:
    for query in ({}, {"include": "unknown"}):
        found = told(server, "topic", period="2021-2027", **query)
        (dimension,) = found["dimensions"]
        assert dimension["several"]
        for value in dimension["values"]:
            assert 0 <= value["share_low"] <= value["share_high"] <= 1
            sure = value["count"] - (value["unknown"] if query else 0)
            most = value["count"] + (0 if query else value["unknown"])
            assert value["share_low"] == pytest.approx(sure / found["numberMatched"], abs=1e-4)
            assert value["share_high"] == pytest.approx(most / found["numberMatched"], abs=1e-4)
        assert any("several values" in note for note in found["notes"])
        assert any("is not known for" in note for note in found["notes"])


def test_a_cell_is_a_share_of_both_its_values(server: RunningServer) -> None:
    found = told(server, "country,fund", period="2021-2027")
    totals = [{value["code"]: value["count"] for value in each["values"]} for each in found["dimensions"]]
    for cell in found["cells"]:
        assert cell["count_country"] == totals[0][cell["country"]]
        assert cell["count_fund"] == totals[1][cell["fund"]]
        assert cell["share_country"] == pytest.approx(cell["count"] / cell["count_country"], abs=1e-4)


@pytest.mark.parametrize("by", ["country", "topic,country", "nuts2,level"])
def test_the_table_has_the_same_numbers(server: RunningServer, by: str) -> None:
    found, table = told(server, by, period="2021-2027"), rows(server, by, period="2021-2027")
    names = by.split(",")
    if len(names) == 1:
        expected = {(value["code"],): value["count"] for value in found["dimensions"][0]["values"]}
    else:
        expected = {tuple(cell[name] for name in names): cell["count"] for cell in found["cells"]}
    assert {tuple(row[name] for name in names): int(row["count"]) for row in table} == expected
    assert all(row[f"{names[0]}_text"] and row["items"].startswith("http") for row in table)


@pytest.mark.parametrize(
    ("by", "version"), [("country", None), ("nuts1", "2021"), ("nuts2", "2021"), ("nuts3", "2021")]
)
def test_areas_for_a_map(server: RunningServer, by: str, version: str | None) -> None:
    answer = get(server, path(), by=by, period="2021-2027", f="geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-crs"] == f"<{CRS84}>"
    features = answer.json()["features"]
    expected = counts(server, by, period="2021-2027")
    assert {feature["id"]: feature["properties"]["count"] for feature in features} == expected
    for feature in features:
        if feature["properties"]["count"]:
            assert feature["geometry"]["type"] in ("Polygon", "MultiPolygon")
            assert feature["properties"]["nuts_version"] == version
            assert feature["properties"][f"{by}_text"] != feature["id"]


def test_areas_have_a_count_for_each_value_of_another_dimension(server: RunningServer) -> None:
    features = page(server, path(), by="topic,country", period="2021-2027", f="geojson")["features"]
    cells = {
        (cell["country"], cell["topic"]): cell["count"]
        for cell in told(server, "topic,country", period="2021-2027")["cells"]
    }
    assert cells
    for (country, topic), count in cells.items():
        (feature,) = [one for one in features if one["id"] == country]
        assert feature["properties"][f"topic_{topic.replace('.', '_').lower()}"] == count
    assert sum(
        value for feature in features for name, value in feature["properties"].items() if name.startswith("topic_")
    ) == sum(cells.values())


def test_areas_in_another_crs_or_without_geometry(server: RunningServer) -> None:
    moved = page(server, path(), by="nuts2", nuts3="ITG", f="geojson", crs=EPSG.format(3035))["features"]
    first = moved[0]["geometry"]["coordinates"]
    while isinstance(first[0], list):
        first = first[0]
    assert min(first) > 10_000
    bare = page(server, path(), by="nuts2", nuts3="ITG", f="geojson", skipGeometry="true")["features"]
    assert [feature["geometry"] for feature in bare] == [None] * len(moved)


def test_periods_side_by_side(server: RunningServer) -> None:
    found = told(server, "topic", compare="period")
    assert [one["period"] for one in found["periods"]] == list(PERIODS)
    for one in found["periods"]:
        assert matched(server, one["href"]) == one["numberMatched"]
    broad = {code["code"] for code in page(server, "/codelists/topics")["items"] if not code.get("parent")}
    assert {cell["topic"] for cell in found["cells"]} == broad
    seen = 0
    for cell in found["cells"]:
        for period in PERIODS:
            end = period.replace("-", "_")
            if f"items_{end}" in cell:
                assert matched(server, cell[f"items_{end}"]) == cell[f"count_{end}"]
                seen += 1
        if cell["change_low"] is not None:
            assert -1 <= cell["change_low"] <= cell["change_high"] <= 1
    # No thematic objective means a Europe closer to citizens: nothing is said, and not 0.
    (closer,) = [cell for cell in found["cells"] if cell["topic"] == "PO5"]
    assert closer.get("count_2014_2020") is None and closer["change_low"] is None
    assert len(found["cells"]) < seen < 2 * len(found["cells"])
    table = rows(server, "topic", compare="period")
    assert [row["count_2021_2027"] for row in table] == [str(cell["count_2021_2027"]) for cell in found["cells"]]


def test_without_samples_nothing_rests_on_them(server: RunningServer) -> None:
    assert sum(counts(server, "scope").values()) > sum(counts(server, "scope", exclude="samples").values()) == 0


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "query", [{"by": "topic"}, {"by": "country,kind"}, {"by": "fund", "compare": "period"}, {"by": "island"}]
)
def test_pages_have_every_number_with_a_link(server: RunningServer, lang: str, query: dict[str, str]) -> None:
    collection = "nuts3" if query["by"] == "island" else "programmes"
    answer = get(server, path(collection), f="html", lang=lang, **query)
    assert answer.status_code == 200 and answer.headers["content-language"] == lang
    assert not re.search(r"%\(\w+\)s|None|%%", re.sub(r"<[^>]*>", "", answer.text))
    found = page(server, path(collection), lang=lang, **query)
    hrefs = {html.unescape(href) for href in re.findall(r'href="([^"]*)"', answer.text)}
    assert all(not href.startswith(server.url) for href in hrefs if "/items" in href)
    for dimension in found["dimensions"]:
        for value in dimension.get("values", []):
            if value["count"]:
                assert any(f"{dimension['parameter']}={value['code']}" in href for href in hrefs), value
    downloads = re.findall(r'href="([^"]*)" download=', answer.text)
    assert len(downloads) >= 2
    for href in downloads:
        assert get(server, html.unescape(href)).status_code == 200


def test_titles_and_labels_are_in_the_language(server: RunningServer) -> None:
    (english,), (german,) = (told(server, "country", lang=lang)["dimensions"] for lang in ("en", "de"))
    assert (english["title"], german["title"]) == ("Country", "Land")
    assert "Österreich" in {value["label"] for value in german["values"]}
    assert [value["count"] for value in english["values"]] == [value["count"] for value in german["values"]]


def test_lists_lead_to_their_distribution(server: RunningServer) -> None:
    text = get(server, "/collections/programmes/items", f="html", topic="PO2", sortby="title", limit=5).text
    (href,) = re.findall(r'href="(/collections/programmes/distribution[^"]*)"', text)
    answer = get(server, html.unescape(href), headers={"Accept": "text/html"})
    assert answer.status_code == 200 and "topic=PO2" in href and "sortby" not in href
    links = page(server, "/collections/programmes")["links"]
    (link,) = [one["href"] for one in links if one["rel"].endswith("#distribution")]
    assert get(server, link.removeprefix(server.url)).status_code == 200


def test_every_dimension_of_every_collection_answers(server: RunningServer) -> None:
    for collection in COLLECTIONS:
        for name in dimensions_of(COLLECTIONS[collection]):
            found = told(server, name, collection)
            assert found["numberMatched"] == page(server, f"/collections/{collection}/items", limit=1)["numberMatched"]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({}, "by: is missing"),
        ({"by": ""}, "by: has an empty value"),
        ({"by": "contry"}, "by: 'contry' is no dimension"),
        ({"by": "title"}, "by: 'title' is no dimension"),
        ({"by": "country,topic,fund"}, "by: has 3 dimensions; the limit is 2"),
        ({"by": "nuts1,nuts2"}, "by: nuts1 and nuts2 are both asked for by nuts3"),
        ({"by": "nuts1", "nuts3": "ITG12"}, "by: 'nuts1' has no area inside nuts3=ITG12"),
        ({"by": "country", "limit": "5"}, "limit: is not a parameter"),
        ({"by": "country", "crs": CRS84}, "crs: is about the areas of f=geojson"),
        ({"by": "country", "compare": "fund"}, "compare: 'fund' is not one of period"),
        ({"by": "country,fund", "compare": "period"}, "compare: takes one dimension"),
        ({"by": "objective", "compare": "period"}, "compare: 'objective' cannot be compared between periods"),
        ({"by": "nuts2", "compare": "period"}, "compare: 'nuts2' cannot be compared between periods"),
        ({"by": "period", "compare": "period"}, "compare: 'period' cannot be compared"),
        ({"by": "country", "compare": "period", "period": "2014-2020"}, "compare: is given beside period=2014-2020"),
        ({"by": "topic", "topic": "RSO2.6", "compare": "period"}, "compare: only the broadest values of topic"),
        ({"by": "topic", "f": "geojson"}, "f: 'geojson' needs a dimension of areas"),
        ({"by": "topic", "f": "jsonld"}, "f: 'jsonld' is not a format"),
        ({"by": "topic", "country": "XX"}, "country: 'XX' is not in the code list"),
        ({"by": "topic", "filter": "nothing ="}, "filter: "),
        ({"by": "topic", "lang": "tlh"}, "lang: "),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_reason(
    server: RunningServer, query: dict[str, str], reason: str
) -> None:
    problem = refusal(get(server, path(), **query))
    assert problem["detail"].startswith(reason), problem["detail"]


def test_areas_have_programmes_of_one_period(server: RunningServer) -> None:
    problem = refusal(get(server, path("nuts3"), by="topic", compare="period"))
    assert "all programmes of 'nuts3' are of 2021-2027" in problem["detail"]
    problem = refusal(get(server, path("neighbours"), by="country", compare="period"))
    assert "have no period" in problem["detail"]


def test_too_many_cells_are_refused(server: RunningServer) -> None:
    problem = refusal(get(server, path("neighbours"), by="nuts3,country"))
    assert "cells; the limit is" in problem["detail"] or "too much work" in problem["detail"]
    for collection in ("programmes", "nuts3"):
        detail = refusal(get(server, path(collection), by="nuts3,objective"))["detail"]
        assert detail.startswith("by: ") and detail.endswith("Choose a dimension with fewer values, or add a filter.")


def test_pairs_of_values_without_features_are_paid_for_where_they_are_written(
    small_edition: EditionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distribution, "_SQUARE", 100_000_000)
    application = Application(serving(small_edition))
    for f, status in {"html": 400, "geojson": 400, "json": 200, "csv": 200, "xlsx": 200}.items():
        assert application.get(path(), by="country,fund", f=f).status_code == status, f
        assert application.get(path(), by="country", f=f).status_code == 200, f


def test_areas_that_cost_too_much_are_told_by_the_parameter(
    small_edition: EditionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_VERTEX", 100_000_000)
    problem = Application(serving(small_edition)).get(path(), by="country", f="geojson").json()
    assert problem["parameter"] == "by" and "the shape of" in problem["detail"]


def test_answers_are_kept_by_entity_tag(server: RunningServer) -> None:
    first = get(server, path(), by="country")
    assert get(server, path(), headers={"If-None-Match": first.headers["etag"]}, by="country").status_code == 304
    assert get(server, path(), by="fund").headers["etag"] != first.headers["etag"]
    assert (
        get(server, path(), headers={"Accept": "text/csv"}, by="country").headers["content-type"].startswith("text/csv")
    )
