"""What the application itself decides: unknown paths, pages for browsers, and that one failure ends nothing else."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import pytest
from http_client import get
from in_process import Application, serving
from running_server import RunningServer

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.settings import Settings
from cooperation_atlas.store.loaded_editions import LoadedEditions
from cooperation_atlas.store.open import open_store
from cooperation_atlas.web import app
from cooperation_atlas.web.service import Service


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/healtz", "/healthz"),
        ("/colections/nuts3/items", "/collections/nuts3/items"),
    ],
)
def test_unknown_path_names_the_nearest(server: RunningServer, path: str, near: str):
    answer = get(server, path)
    assert answer.status_code == 404 and near in answer.json()["nearest"]


def test_mistakes_of_clients_leave_nothing_in_the_log(small_edition: EditionFolder, caplog: pytest.LogCaptureFixture):
    application = Application(serving(small_edition))
    paths = ["/nothing", "/collections/nuts4", "/collections/nuts3/items/x", "/codelists/x", "/collections?x=1"]
    for path in paths:
        for method in ("GET", "POST"):
            assert 400 <= application.request(method, path).status_code < 500
    gc.collect()  # asyncio logs the exceptions that nobody looked at when it lets go of them
    assert not caplog.records


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("text/html;q=0,application/json", "application/problem+json"),
        ("*/*", "application/problem+json"),
        ("application/geo+json", "application/problem+json"),
    ],
)
def test_problems_are_pages_for_browsers_only(server: RunningServer, accept: str, media_type: str):
    answer = get(server, "/collections/nuts4", headers={"Accept": accept})
    assert answer.status_code == 404 and answer.headers["content-type"].startswith(media_type)


def test_watcher_survives_whatever_an_edition_does(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    editions = LoadedEditions(tmp_path, open_store)
    looks: list[int] = []

    def refresh(samples: bool, ready: object) -> bool:
        looks.append(len(looks))
        if len(looks) == 1:
            raise MemoryError("no room for the new edition")
        return False

    async def watch() -> None:
        watcher = asyncio.create_task(app._watch(Service(settings, editions, settings.config)))
        async with asyncio.timeout(10):
            while len(looks) < 3:
                await asyncio.sleep(0.01)
        watcher.cancel()

    monkeypatch.setattr(editions, "refresh", refresh)
    monkeypatch.setattr(app, "REFRESH", 0.01)
    asyncio.run(watch())
    assert "cannot be served" in caplog.text
