"""Another edition is published while clients read: no request fails, and every answer is of one edition."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import settings_for
from http_client import get, items, page, refusal, request
from running_server import LOGS, RunningServer, start
from waiting import wait_until

from cooperation_atlas.editions import history
from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish

PATHS = (
    "/healthz",
    "/collections",
    f"{items()}?limit=3",
    f"{items('nuts3')}?country=IT&limit=5&f=csv",
    f"{items('nuts3')}?country=IT&limit=5&crs=http://www.opengis.net/def/crs/EPSG/0/3035",
    "/collections/programmes/facets",
    "/codelists/topics?f=html",
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory, real_data: Path) -> tuple[Path, EditionFolder, EditionFolder]:
    """A folder with two editions of the repository's data, with and without samples; the first is published."""
    folder = tmp_path_factory.mktemp("swapped")
    with_samples = build(settings_for(real_data, folder, samples=True))
    without = build(settings_for(real_data, folder, samples=False))
    publish(folder, with_samples.id)
    return folder, with_samples, without


@pytest.fixture(scope="module")
def swapped(editions: tuple[Path, EditionFolder, EditionFolder]):
    running = start(editions=editions[0], build=False, name="hot-swap")
    if running.process is None:
        pytest.skip("the server under test was started elsewhere and serves editions of its own")
    yield running
    running.stop()


def wait_until_served(server: RunningServer, id_: str, seconds: float = 30) -> None:
    wait_until(lambda: get(server, "/healthz").headers["atlas-edition"] == id_, seconds)


@pytest.mark.slow
def test_no_request_fails_while_editions_change(
    swapped: RunningServer, editions: tuple[Path, EditionFolder, EditionFolder]
):
    folder, first, second = editions
    ended = threading.Event()
    answers: list[tuple[str, int, str, str]] = []
    failures: list[str] = []

    def read(path: str) -> None:
        with httpx.Client(base_url=swapped.url, timeout=30) as client:
            while not ended.is_set():
                try:
                    answer = client.get(path)
                except httpx.HTTPError as error:
                    failures.append(f"{path}: {error!r}")
                    return
                told = answer.json()["edition"] if "csv" not in path and "html" not in path else ""
                id_ = told["id"] if isinstance(told, dict) else told
                answers.append((path, answer.status_code, answer.headers.get("atlas-edition", ""), id_))

    readers = [threading.Thread(target=read, args=(path,)) for path in PATHS]
    for reader in readers:
        reader.start()
    try:
        for edition in (second, first, second, first):
            publish(folder, edition.id)
            wait_until_served(swapped, edition.id)
            time.sleep(0.3)
    finally:
        ended.set()
        for reader in readers:
            reader.join(30)
    assert not failures
    assert {status for _, status, _, _ in answers} == {200}
    assert {header for _, _, header, _ in answers} == {first.id, second.id}
    mixed = [each for each in answers if each[3] and each[3] != each[2]]
    assert not mixed, "header and body tell different editions"
    assert len(answers) > 100


@pytest.mark.slow
def test_answers_change_with_the_edition(swapped: RunningServer, editions: tuple[Path, EditionFolder, EditionFolder]):
    """Nothing is answered from the cache of another edition, and no ETag outlives its edition."""
    folder, first, second = editions
    publish(folder, first.id)
    wait_until_served(swapped, first.id)
    before = get(swapped, items("cooperation"))
    assert before.json()["numberMatched"] > 0
    tag = {"If-None-Match": before.headers["etag"]}
    assert get(swapped, items("cooperation"), headers=tag).status_code == 304
    publish(folder, second.id)
    wait_until_served(swapped, second.id)
    after = get(swapped, items("cooperation"), headers=tag)
    assert after.status_code == 200 and after.json()["numberMatched"] == 0
    assert page(swapped, "/collections")["edition"] == second.id
    assert "x-edition" in page(swapped, "/openapi")["info"]


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["empty", "cut", "other"])
def test_an_edition_that_cannot_be_read_is_not_served(
    swapped: RunningServer, editions: tuple[Path, EditionFolder, EditionFolder], damage: str
):
    """The old one stays; when a whole one is published, that one is served."""
    folder, first, second = editions
    publish(folder, first.id)
    wait_until_served(swapped, first.id)
    broken = folder / f"broken-{damage}"
    shutil.copytree(second.folder, broken)
    told = broken / "edition.json"
    told.chmod(0o644)
    told.write_text(told.read_text().replace(second.id, broken.name))
    package = broken / second.geopackage.name
    package.chmod(0o644)
    whole = package.read_bytes()
    package.write_bytes({"empty": b"", "cut": whole[: len(whole) // 2], "other": b"no GeoPackage" * 1000}[damage])
    link = folder / ".broken"
    link.symlink_to(broken.name, target_is_directory=True)
    os.replace(link, folder / "current")
    time.sleep(2.5)  # the server looks once a second
    for path in PATHS:
        answer = get(swapped, path)
        assert answer.status_code == 200 and answer.headers["atlas-edition"] == first.id
    os.replace(_link(folder, second.id), folder / "current")
    shutil.rmtree(broken)
    wait_until_served(swapped, second.id)


def _link(folder: Path, id_: str) -> Path:
    link = folder / ".switch"
    link.symlink_to(id_, target_is_directory=True)
    return link


#: Many pages in an order that differs between the two editions: without samples no programme has offers.
LISTED = f"{items()}?limit=25&sortby=-n_offers,title&properties=cci,n_offers&skipGeometry=true"


def next_link(document: dict[str, Any]) -> str | None:
    return next((each["href"] for each in document["links"] if each["rel"] == "next"), None)


def told(document: dict[str, Any]) -> list[tuple[str, int]]:
    return [(f["id"], f["properties"]["n_offers"]) for f in document["features"]]


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_paging_across_switches_gives_every_feature_of_one_edition(
    editions: tuple[Path, EditionFolder, EditionFolder], workers: str
):
    folder, first, second = editions
    publish(folder, first.id)
    variables = {"COOPERATION_ATLAS_WORKERS": workers}
    running = start(editions=folder, build=False, name=f"paging-{workers}", environment=variables)
    whole: dict[str, list[tuple[str, int]]] = {}
    walks: list[tuple[set[str], list[tuple[str, int]]]] = []
    failures: list[str] = []
    ended = threading.Event()

    def walk() -> None:
        """From the first page to the last, each page on a connection of its own, so that any worker may answer."""
        while not ended.is_set():
            address: str | None = running.url + LISTED
            seen: set[str] = set()
            found: list[tuple[str, int]] = []
            while address is not None:
                answer = httpx.get(address, timeout=60, headers={"Connection": "close"})
                if answer.status_code != 200:
                    failures.append(f"{address}: {answer.status_code} {answer.text}")
                    return
                document = answer.json()
                seen |= {document["edition"], answer.headers["atlas-edition"]}
                found += told(document)
                address = next_link(document)
                time.sleep(0.02)
            walks.append((seen, found))

    readers = [threading.Thread(target=walk) for _ in range(3)]
    try:
        for edition in (second, first):
            publish(folder, edition.id)
            wait_until_served(running, edition.id)
            whole[edition.id] = told(page(running, f"{LISTED.replace('limit=25', 'limit=10000')}&edition={edition.id}"))
        assert whole[first.id] != whole[second.id]
        for reader in readers:
            reader.start()
        for turn in range(60):
            publish(folder, (second, first)[turn % 2].id)
            time.sleep((0.4, 1.7)[turn // 2 % 2])  # also so fast that a worker never serves the one between
            if turn > 8 and {id_ for seen, _ in walks for id_ in seen} >= {first.id, second.id}:
                break
    finally:
        ended.set()
        for reader in readers:
            reader.join(60)
        running.stop()
    assert not failures
    assert {id_ for seen, _ in walks for id_ in seen} == {first.id, second.id}
    for seen, found in walks:
        assert len(seen) == 1, "pages of two editions"
        assert found == whole[seen.pop()]


@pytest.mark.slow
def test_a_worker_started_after_the_switch_answers_from_the_previous_edition(
    editions: tuple[Path, EditionFolder, EditionFolder],
):
    folder, first, second = editions
    publish(folder, first.id)
    publish(folder, second.id)
    running = start(editions=folder, build=False, name="late")
    try:
        answer = get(running, f"{LISTED}&offset=25&edition={first.id}")
        assert answer.status_code == 200
        assert answer.headers["atlas-edition"] == answer.json()["edition"] == first.id
        assert get(running, LISTED).headers["atlas-edition"] == second.id
    finally:
        running.stop()


@pytest.mark.slow
def test_a_named_edition_has_its_own_tag_header_and_links(
    swapped: RunningServer, editions: tuple[Path, EditionFolder, EditionFolder]
):
    folder, first, second = editions
    publish(folder, first.id)
    wait_until_served(swapped, first.id)
    address = next_link(page(swapped, LISTED)) or ""
    assert f"edition={first.id}" in address
    path = address.removeprefix(swapped.url)
    before = get(swapped, path)
    publish(folder, second.id)
    wait_until_served(swapped, second.id)
    for _ in range(2):  # worked out, then from the cache
        after = get(swapped, path)
        assert after.status_code == 200 and after.content == before.content
        assert after.headers["etag"] == before.headers["etag"]
        assert after.headers["atlas-edition"] == first.id
    unchanged = get(swapped, path, headers={"If-None-Match": before.headers["etag"]})
    assert unchanged.status_code == 304 and unchanged.headers["atlas-edition"] == first.id
    links = after.json()["links"]
    pinned = {each["rel"] for each in links if "edition=" in each["href"]}
    assert pinned == {"next"}, "self, alternates and the first page lead to what is served when they are followed"
    assert page(swapped, next(each["href"] for each in links if each["rel"] == "self").removeprefix(swapped.url))
    # The same address without the edition is another document now.
    other = get(swapped, path.replace(f"&edition={first.id}", ""))
    assert other.headers["atlas-edition"] == second.id and other.headers["etag"] != after.headers["etag"]
    html = get(swapped, path.replace("f=json", "f=html").replace("&skipGeometry=true", ""))
    assert html.headers["atlas-edition"] == first.id
    assert html.text.count(f"edition={first.id}") == 2, "next page and map stay with the edition, nothing else does"


@pytest.mark.slow
def test_an_edition_that_is_gone_names_the_first_page(
    swapped: RunningServer, editions: tuple[Path, EditionFolder, EditionFolder]
):
    folder, first, second = editions
    third = "0123456789abcdef"
    shutil.copytree(second.folder, folder / third)
    (folder / third / "edition.json").write_text(json.dumps(second.facts | {"id": third}))
    try:
        for id_ in (first.id, second.id, third):
            history.remember(folder, id_, None)
            os.replace(_link(folder, id_), folder / "current")
            wait_until_served(swapped, id_)
        for headers in ({}, {"If-None-Match": "*"}):
            gone = get(swapped, f"{LISTED}&country=IT&offset=25&edition={first.id}", headers=headers)
            problem = refusal(gone, 410)
            address = problem["first"]
            assert gone.headers["link"] == f'<{address}>; rel="first"' and address in problem["detail"]
            start_again = httpx.get(address).json()
            assert start_again["edition"] == third and start_again["numberReturned"] == 25
            assert "country=IT" in address and "edition=" not in address and "offset=" not in address
        shown = get(swapped, f"{LISTED}&edition={first.id}", headers={"Accept": "text/html"})
        assert shown.status_code == 410 and 'rel="first"' in shown.text
        assert get(swapped, f"{LISTED}&edition={second.id}").headers["atlas-edition"] == second.id
    finally:
        publish(folder, second.id)
        wait_until_served(swapped, second.id)
        shutil.rmtree(folder / third)


@pytest.mark.slow
@pytest.mark.parametrize(
    "id_", ["", "x", "0123456789ABCDEF", "0123456789abcdef0", "../../etc/passwd", "current", "%00"]
)
def test_what_is_no_id_of_an_edition_is_refused(swapped: RunningServer, id_: str):
    assert refusal(get(swapped, f"{items()}?limit=1&edition={id_}"))["parameter"] == "edition"


@pytest.mark.slow
def test_only_lists_take_an_edition_and_only_one(swapped: RunningServer):
    id_ = get(swapped, "/healthz").headers["atlas-edition"]
    item = page(swapped, items(), limit=1)["features"][0]["id"]
    for path in ("/", "/collections", f"{items()}/{item}", "/collections/programmes/facets", "/healthz"):
        refusal(get(swapped, f"{path}?edition={id_}"))
    refusal(get(swapped, f"{items()}?edition={id_}&edition={id_}"))
    assert get(swapped, f"{items()}?limit=1&%65dition={id_}").headers["atlas-edition"] == id_
    assert get(swapped, f"/collections/nothing/items?edition={'0' * 16}").status_code == 404
    posted = request(
        swapped, "POST", f"{items()}?limit=1&edition={id_}", json={"op": "=", "args": [{"property": "country"}, "IT"]}
    )
    assert posted.status_code == 200 and posted.headers["atlas-edition"] == id_


@pytest.mark.slow
def test_an_edition_with_samples_is_not_taken_up_where_they_are_off(
    editions: tuple[Path, EditionFolder, EditionFolder],
):
    folder, with_samples, without = editions
    publish(folder, without.id)
    running = start(editions=folder, build=False, name="samples-off", environment={"COOPERATION_ATLAS_SAMPLES": "off"})
    try:
        assert page(running, "/healthz")["edition"]["samples"] is False
        publish(folder, with_samples.id)
        with pytest.raises(TimeoutError):
            wait_until_served(running, with_samples.id, seconds=4)
        assert page(running, items("cooperation"), limit=1)["numberMatched"] == 0
    finally:
        running.stop()
    log = max(LOGS.glob("test-samples-off-*.log"), key=lambda path: path.stat().st_mtime).read_text()
    assert log.count(f"Edition {with_samples.id} holds samples, but samples are off.") == 1
