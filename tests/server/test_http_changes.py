"""What is new, changed or gone in a search: two editions compared, and the feed that tells it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as XML

import pytest
import small_data
from conftest import settings_for
from in_process import Application

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.settings import Settings

ATOM = "{http://www.w3.org/2005/Atom}"
#: Searches that both editions answer, some differently.
SEARCHES: tuple[dict[str, str], ...] = (
    {},
    {"country": "IT"},
    {"country": "IT,EL", "period": "2021-2027"},
    {"q": "islands"},
    {"q": "attica"},
    {"nuts3": "ITG25"},
    {"exclude": "samples"},
    {"include": "unknown", "topic": "PO2"},
)


@pytest.fixture(scope="module")
def three(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, list[EditionFolder]]:
    """The small edition, one with a changed title and another area, and one without samples."""
    data = Path(shutil.copytree(small_data_folder, tmp_path_factory.mktemp("changes") / "data"))
    settings = settings_for(data, data.parent / "editions")
    first = build(settings)
    small_data.change(data, "programmes/programmes.csv", "Attica,en", "Attica and the islands,en")
    small_data.append(data, "programmes/areas.csv", "2021IT16RFPR001,ITG2,2021,stated,,Made for tests,2026-06-14")
    second = build(settings)
    return settings, [first, second, build(settings_for(data, settings.editions, samples=False))]


@pytest.fixture
def root(three: tuple[Settings, list[EditionFolder]], tmp_path: Path) -> Path:
    """A copy of the folder of the editions, none published."""
    return Path(shutil.copytree(three[0].editions, tmp_path / "published"))


def served(root: Path, *editions: EditionFolder) -> Application:
    """An application that starts after these were published one after another."""
    for edition in editions:
        publish(root, edition.id)
    return Application(settings_for(root, root))


def features(application: Application, collection: str, search: dict[str, str]) -> dict[str, Any]:
    """All features that a search finds, by id, without what is worked out for each search."""
    given = {**search, "limit": "10000"}
    found = application.get(f"/collections/{collection}/items", **given).json()
    names = [field.name for field in COLLECTIONS[collection].stored]
    return {
        each["id"]: {**{name: each["properties"][name] for name in names}, "geometry": each["geometry"]}
        for each in found["features"]
    }


@pytest.mark.parametrize("pair", [(0, 1), (1, 0), (1, 2), (2, 1)])
def test_changes_are_those_of_the_two_lists(
    three: tuple[Settings, list[EditionFolder]], root: Path, tmp_path: Path, pair: tuple[int, int]
):
    before, now = (three[1][n] for n in pair)
    other = Path(shutil.copytree(root, tmp_path / "other"))
    old, new = served(other, before), served(root, before, now)
    told_something = False
    for collection in COLLECTIONS:
        everything = features(old, collection, {}), features(new, collection, {})
        for search in SEARCHES:
            answer = new.get(f"/collections/{collection}/changes", **search, f="json", limit="10000")
            if answer.status_code == 400:  # no criterion of this collection
                continue
            told = answer.json()
            assert told["previous"] == {"id": before.id, "created": told["previous"]["created"]}
            assert told["edition"] == now.id
            was, found = features(old, collection, search), features(new, collection, search)
            expected = {
                **{i: ("entered" if i in everything[0] else "added", None) for i in found.keys() - was.keys()},
                **{i: ("left" if i in everything[1] else "removed", None) for i in was.keys() - found.keys()},
                **{
                    i: ("changed", [name for name in found[i] if found[i][name] != was[i][name]])
                    for i in found.keys() & was.keys()
                    if found[i] != was[i]
                },
            }
            if "exclude" not in search:
                assert {e["id"]: (e["change"], e.get("properties")) for e in told["changes"]} == expected
            else:
                assert not any(each["sample"] for each in told["changes"])
            assert told["numberMatched"] == len(told["changes"])
            told_something = told_something or bool(expected)
    assert told_something


def feed(application: Application, path: str, **query: str) -> XML.Element:
    """A feed, checked for what RFC 4287 asks of every feed."""
    answer = application.get(path, f="atom", **query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    root = XML.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text
        assert element.find(f"{ATOM}updated").text.endswith("Z")
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")].count("self") == 1
    for entry in root.findall(f"{ATOM}entry"):
        assert entry.find(f"{ATOM}content").text
        assert entry.find(f"{ATOM}id").text.startswith("urn:uuid:")
    ids = [entry.find(f"{ATOM}id").text for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    return root


def test_the_feed_tells_what_json_tells(three: tuple[Settings, list[EditionFolder]], root: Path):
    application = served(root, three[1][0], three[1][1])
    path = "/collections/programmes/changes"
    told = application.get(path, f="json").json()
    assert told["changes"] and told["updated"] == application.get("/healthz").json()["edition"]["created"]
    entries = feed(application, path).findall(f"{ATOM}entry")
    assert [e.find(f"{ATOM}title").text for e in entries] == [e["title"] for e in told["changes"]]
    assert [e.find(f"{ATOM}category").get("term") for e in entries] == [e["change"] for e in told["changes"]]
    for entry, change in zip(entries, told["changes"], strict=True):
        link = entry.find(f"{ATOM}link")
        assert (None if link is None else link.get("href")) == change.get("href")
        if link is not None:
            assert application.get(link.get("href")).status_code == 200
    # Ids stay, whatever the language, the search and the format are.
    ids = [e.find(f"{ATOM}id").text for e in entries]
    german = feed(application, path, lang="de")
    assert [e.find(f"{ATOM}id").text for e in german.findall(f"{ATOM}entry")] == ids
    assert german.find(f"{ATOM}title").text != told["title"]
    assert application.get(path, headers={"Accept": "application/atom+xml"}).content.startswith(b"<?xml")


def test_samples_are_flagged_and_can_be_left_out(three: tuple[Settings, list[EditionFolder]], root: Path):
    """An edition without samples after one with them: they are gone, and with ``exclude=samples`` were never there."""
    application = served(root, three[1][1], three[1][2])
    path = "/collections/cooperation/changes"
    gone = application.get(path, f="json").json()["changes"]
    assert gone and all(e["change"] == "removed" and e["sample"] and "sample" in e["title"] for e in gone)
    assert application.get(path, f="json", exclude="samples").json()["changes"] == []
    assert not feed(application, path, exclude="samples").findall(f"{ATOM}entry")


def test_a_long_list_comes_in_parts(three: tuple[Settings, list[EditionFolder]], root: Path):
    application = served(root, three[1][1], three[1][2])
    path = "/collections/cooperation/changes"
    everything = application.get(path, f="json").json()["changes"]
    assert len(everything) > 1
    url, parts = f"{path}?f=json&limit=1", []
    while url:
        told = application.get(url).json()
        parts += told["changes"]
        assert told["numberReturned"] == 1 and told["numberMatched"] == len(everything)
        url = next((link["href"] for link in told["links"] if link["rel"] == "next"), None)
    assert parts == everything


def test_without_an_earlier_edition_the_feed_is_empty_and_says_so(
    three: tuple[Settings, list[EditionFolder]], root: Path
):
    application = served(root, three[1][0])
    created = application.get("/healthz").json()["edition"]["created"]
    for collection in COLLECTIONS:
        told = application.get(f"/collections/{collection}/changes", f="json").json()
        assert told["previous"] is None and told["changes"] == [] and created[:10] in told["note"]
        empty = feed(application, f"/collections/{collection}/changes")
        assert not empty.findall(f"{ATOM}entry") and created[:10] in empty.find(f"{ATOM}subtitle").text


def test_an_earlier_edition_that_is_gone_is_no_first_one(three: tuple[Settings, list[EditionFolder]], root: Path):
    publish(root, three[1][0].id)
    publish(root, three[1][1].id)
    shutil.rmtree(root / three[1][0].id)
    told = served(root).get("/collections/programmes/changes", f="json").json()
    assert told["previous"] is None and told["changes"] == [] and "not kept" in told["note"]


def test_the_way_back_is_a_change_too(three: tuple[Settings, list[EditionFolder]], root: Path):
    """The same edition answers differently after another one: nothing of it may be kept."""
    first, second, _ = three[1]
    before = served(root, first).get("/collections/programmes/changes", f="json").json()
    after = served(root, second, first).get("/collections/programmes/changes", f="json").json()
    assert before["edition"] == after["edition"] == first.id
    assert before["changes"] == [] and after["changes"] and after["previous"]["id"] == second.id


#: Requests that are refused, and the parameter that is named.
WRONG: tuple[tuple[dict[str, str], str], ...] = (
    ({"country": "XX"}, "country"),
    ({"limit": "0"}, "limit"),
    ({"offset": "-1"}, "offset"),
    ({"f": "csv"}, "f"),
    ({"lang": "xx"}, "lang"),
    ({"exclude": "all"}, "exclude"),
    ({"since": "2026"}, "since"),
    ({"edition": "0123456789abcdef"}, "edition"),
    ({"sortby": "title"}, "sortby"),
    ({"filter": "title ="}, "filter"),
    ({"q": " "}, "q"),
)


@pytest.mark.parametrize("editions", [1, 2])
def test_what_is_wrong_is_refused_by_name(three: tuple[Settings, list[EditionFolder]], root: Path, editions: int):
    application = served(root, *three[1][:editions])
    for query, parameter in WRONG:
        answer = application.get("/collections/programmes/changes", **query)
        assert answer.status_code == 400 and answer.json()["parameter"] == parameter, query


def test_nothing_is_compared_for_collections_without_editions(three: tuple[Settings, list[EditionFolder]], root: Path):
    application = served(root, three[1][0])
    assert application.get("/collections/moons/changes").status_code == 404
    assert application.request("POST", "/collections/programmes/changes").status_code == 405


def test_pages_name_their_feed(three: tuple[Settings, list[EditionFolder]], root: Path):
    """The feed of a list has its search, and what is no part of the search is left out."""
    application = served(root, three[1][0], three[1][1])
    for path in ("/collections/programmes/items", "/"):
        page = application.get(path, country="IT", f="html").text
        (href,) = {part.split('href="')[1].split('"')[0] for part in page.split("<link ") if "atom+xml" in part[:80]}
        answer = application.get(href.replace("&amp;", "&"))
        assert answer.status_code == 200 and "country=IT" in href and answer.content.startswith(b"<?xml")
