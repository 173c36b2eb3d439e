"""Pages of lists: what their tables show, and what they advise where nothing was found."""

from __future__ import annotations

import re
from html import unescape

import pytest
from http_client import get, items, page
from running_server import RunningServer

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.limits import PAGE_ITEMS


def labels(text: str) -> list[str]:
    """The headings of the cells in the table of a list with one feature."""
    return [unescape(label) for label in re.findall(r'data-label="([^"]*)"', text)]


def test_a_row_begins_with_its_feature_and_shows_what_was_asked_for(server: RunningServer, collection: str):
    """The first cell is the link to the feature, so that a property never stands there in place of its own values."""
    declared = COLLECTIONS[collection]
    for field in declared.stored:
        text = get(server, items(collection), f="html", lang="en", properties=field.name, limit=1).text
        head = declared.by_name[field.name if field.name == declared.id_field else declared.presentation.name]
        assert labels(text)[0] == head.title and field.title in labels(text), field.name


@pytest.mark.parametrize("name", ["nuts3", "nuts3-2016"])
def test_where_nothing_is_found_the_region_around_is_offered(server: RunningServer, name: str):
    """The one that the classification puts there; UKN10 lies in UKN0, though its code begins otherwise."""
    areas = page(server, items(name), skipGeometry="true", limit=10_000, properties="nuts_code,nuts2,nuts2_name")
    facts = [area["properties"] for area in areas["features"]]
    odd = [f for f in facts if not f["nuts_code"].startswith(f["nuts2"])]
    assert odd or name == "nuts3"
    for fact in [*odd[:3], facts[0], facts[-1]]:
        elsewhere = "MT" if fact["nuts_code"][:2] != "MT" else "IT"
        query = {"nuts3": fact["nuts_code"], "country": elsewhere}
        text = get(server, items(name), f="html", lang="en", **query).text
        (link,) = re.findall(r'<li><a href="([^"]*)">\s*(Larger region[^<]*?)\s*</a>', text)
        href, shown = map(unescape, link)
        assert f"nuts3={fact['nuts2']}&" in f"{href}&"
        assert shown == f"Larger region: {fact['nuts2_name']} ({fact['nuts2']})"
        assert get(server, href).status_code == 200


def test_around_a_country_there_is_nothing_to_offer(server: RunningServer):
    assert "Larger region" not in get(server, items(), f="html", lang="en", nuts3="IT", country="FR").text


def test_a_page_has_few_rows_and_each_of_them_one_link(server: RunningServer, collection: str):
    """Whoever goes through it by keyboard has one stop for each row; where more is wanted, ``limit`` says so."""
    answer = get(server, items(collection), f="html", lang="en")
    rows = re.findall(r'<tr role="row"[^>]*>(.*?)</tr>', answer.text.partition("<tbody")[2], re.DOTALL)
    assert (
        len(rows)
        == int(answer.headers["ogc-numberreturned"])
        == min(PAGE_ITEMS, int(answer.headers["ogc-numbermatched"]))
    )
    assert {len(re.findall("<a |<summary|<button|tabindex", row)) for row in rows} == {1}
    first = get(server, items(collection), f="html", lang="en", limit=PAGE_ITEMS + 1)
    assert int(first.headers["ogc-numberreturned"]) >= len(rows)


def test_other_formats_of_a_page_have_the_same_features(server: RunningServer, collection: str):
    # Without an order, GeoJSON begins with features that have most properties (``typical_first``).
    text = get(server, items(collection), f="html", sortby=COLLECTIONS[collection].id_field).text
    shown = re.findall(r'<th scope="row".*?<code>([^<]*)</code>', text, re.DOTALL)
    same = [unescape(href) for href in re.findall(r'href="([^"]*)"[^>]*>This page as GeoJSON', text)]
    # The map that moves shows this page, too, or all that match.
    (source,) = re.findall(r'data-source="([^"]*)"', text)
    drawn = [feature["id"] for feature in get(server, unescape(source)).json()["features"]]
    assert drawn[: len(shown)] == list(map(unescape, shown))
    same += [
        unescape(href)
        for href in re.findall(r'<link rel="alternate" type="application/geo\+json" href="([^"]*)"', text)
    ]
    assert len(same) == 2
    for href in same:
        assert [feature["id"] for feature in get(server, href).json()["features"]] == list(map(unescape, shown))
