"""Another edition is published while clients read: no request fails, and every answer is of one edition."""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path

import httpx
import pytest
from conftest import settings_for
from http_client import get, items, page
from running_server import LOGS, RunningServer, start

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.layout import Edition
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
def editions(tmp_path_factory: pytest.TempPathFactory, real_data: Path) -> tuple[Path, Edition, Edition]:
    """A folder with two editions of the repository's data, with and without samples; the first is published."""
    folder = tmp_path_factory.mktemp("swapped")
    with_samples = build(settings_for(real_data, folder, samples=True))
    without = build(settings_for(real_data, folder, samples=False))
    publish(folder, with_samples.id)
    return folder, with_samples, without


@pytest.fixture(scope="module")
def swapped(editions: tuple[Path, Edition, Edition]):
    running = start(editions=editions[0], build=False, name="hot-swap")
    if running.process is None:
        pytest.skip("the server under test was started elsewhere and serves editions of its own")
    yield running
    running.stop()


def served(server: RunningServer, id_: str, seconds: float = 30) -> bool:
    """Whether the edition is served within that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if get(server, "/healthz").headers["atlas-edition"] == id_:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_no_request_fails_while_editions_change(swapped: RunningServer, editions: tuple[Path, Edition, Edition]):
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
            assert served(swapped, edition.id), f"{edition.id} was published and is not served"
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
def test_answers_change_with_the_edition(swapped: RunningServer, editions: tuple[Path, Edition, Edition]):
    """Nothing is answered from the cache of another edition, and no ETag outlives its edition."""
    folder, first, second = editions
    publish(folder, first.id)
    assert served(swapped, first.id)
    before = get(swapped, items("cooperation"))
    assert before.json()["numberMatched"] > 0
    tag = {"If-None-Match": before.headers["etag"]}
    assert get(swapped, items("cooperation"), headers=tag).status_code == 304
    publish(folder, second.id)
    assert served(swapped, second.id)
    after = get(swapped, items("cooperation"), headers=tag)
    assert after.status_code == 200 and after.json()["numberMatched"] == 0
    assert page(swapped, "/collections")["edition"] == second.id
    assert "x-edition" in page(swapped, "/openapi")["info"]


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["empty", "cut", "other"])
def test_an_edition_that_cannot_be_read_is_not_served(
    swapped: RunningServer, editions: tuple[Path, Edition, Edition], damage: str
):
    """The old one stays; when a whole one is published, that one is served."""
    folder, first, second = editions
    publish(folder, first.id)
    assert served(swapped, first.id)
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
    assert served(swapped, second.id)


def _link(folder: Path, id_: str) -> Path:
    link = folder / ".switch"
    link.symlink_to(id_, target_is_directory=True)
    return link


@pytest.mark.slow
def test_an_edition_with_samples_is_not_taken_up_where_they_are_off(editions: tuple[Path, Edition, Edition]):
    folder, with_samples, without = editions
    publish(folder, without.id)
    running = start(editions=folder, build=False, name="samples-off", environment={"COOPERATION_ATLAS_SAMPLES": "off"})
    if running.process is None:
        pytest.skip("the server under test was started elsewhere and serves editions of its own")
    try:
        assert page(running, "/healthz")["edition"]["samples"] is False
        publish(folder, with_samples.id)
        assert not served(running, with_samples.id, seconds=4)
        assert page(running, items("cooperation"), limit=1)["numberMatched"] == 0
    finally:
        running.stop()
    log = max(LOGS.glob("test-samples-off-*.log"), key=lambda path: path.stat().st_mtime).read_text()
    assert log.count(f"Edition {with_samples.id} holds samples, but samples are off.") == 1
