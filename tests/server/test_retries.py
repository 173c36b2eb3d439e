"""What cannot be served is loaded once, not every second, and nothing of it is kept; nothing of old editions either."""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
import sys
import weakref
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import settings_for
from in_process import Application
from running_server import REPOSITORY

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.settings import Settings
from cooperation_atlas.store import loaded_editions
from cooperation_atlas.store import open as store_open
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.failures import FIRST_PAUSE, LONGEST_PAUSE, Failures, may_pass
from cooperation_atlas.store.loaded_editions import EditionError, LoadedEditions
from cooperation_atlas.store.open import open_store
from cooperation_atlas.web.probe import probe
from cooperation_atlas.web.service import Service


class Clock:
    """Seconds that a test lets pass."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Loads:
    """Loads editions, counts them, and knows which of them somebody still holds."""

    def __init__(self) -> None:
        self.all: list[weakref.ref[Store]] = []
        self.fails: Exception | None = None

    def __call__(self, folder: Path) -> Store:
        if self.fails:
            self.all.append(weakref.ref(Clock))
            raise self.fails
        store = open_store(folder)
        self.all.append(weakref.ref(store))
        return store

    @property
    def held(self) -> int:
        gc.collect()
        return sum(one() is not None for one in self.all)


@pytest.fixture(scope="module")
def made(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[EditionFolder, EditionFolder]:
    """Two editions, with and without samples."""
    folder = tmp_path_factory.mktemp("retries")
    return build(settings_for(small_data_folder, folder)), build(settings_for(small_data_folder, folder, samples=False))


@pytest.fixture
def folder(made: tuple[EditionFolder, EditionFolder], tmp_path: Path) -> Path:
    """A copy of the two; both were published, the second one is served."""
    copied = Path(shutil.copytree(made[0].folder.parent, tmp_path / "editions"))
    for edition in made:
        publish(copied, edition.id)
    return copied


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A copy of the configuration."""
    return Path(shutil.copy(REPOSITORY / "config" / "pygeoapi.yml", tmp_path / "pygeoapi.yml"))


@pytest.fixture
def without_a_module(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The library that encodes tiles cannot be imported."""
    for name in [name for name in sys.modules if name.split(".")[0] == "mapbox_vector_tile"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mapbox_vector_tile", None)
    return monkeypatch


# --- what cannot be served ----------------------------------------------------------------------------------------


def test_a_hundred_looks_at_what_cannot_be_served_cost_one_load_of_each_edition_and_no_memory(
    folder: Path, config: Path, settings: Settings, without_a_module: pytest.MonkeyPatch
):
    loads = Loads()
    service = Service(settings, LoadedEditions(folder, loads), config, probe)
    objects: list[int] = []
    for _ in range(100):
        with pytest.raises(EditionError, match="mapbox_vector_tile"):
            service.refresh()
        objects.append(len(gc.get_objects()) if len(objects) in (9, 99) and gc.collect() >= 0 else 0)
    assert len(loads.all) == 2, "the edition published, and the one before it"
    assert loads.held <= 1, "one waits to be made ready by another configuration"
    assert objects[99] - objects[9] < 100, "a traceback of the exception that is raised again grows by its frames"


def test_it_is_tried_again_when_the_configuration_or_the_tables_changed(
    folder: Path, config: Path, tmp_path: Path, without_a_module: pytest.MonkeyPatch
):
    tables = Path(shutil.copytree(REPOSITORY / "config" / "matching", tmp_path / "tables"))
    settings = Settings.from_environment(
        {"COOPERATION_ATLAS_MATCHING": str(tables)} | {"COOPERATION_ATLAS_EDITIONS": str(folder)}
    )
    tried: list[str] = []

    def counting(view: object) -> None:
        tried.append(str(view))
        probe(view)  # type: ignore[arg-type]

    service = Service(settings, LoadedEditions(folder, open_store), config, counting)

    def look() -> int:
        tried.clear()
        for _ in range(3):
            with pytest.raises(EditionError):
                service.refresh()
        return len(tried)

    assert look() == 2
    assert look() == 0
    config.write_text(config.read_text() + "\n# another size\n")
    assert look() == 2
    (tables / "numbers.csv").write_text((tables / "numbers.csv").read_text() + "\n")
    assert look() == 2
    without_a_module.undo()
    config.write_text(config.read_text() + "# mended\n")
    assert service.refresh() is True


def test_it_is_tried_again_when_its_files_or_the_link_changed(
    folder: Path, made: tuple[EditionFolder, EditionFolder], settings: Settings
):
    loads = Loads()
    editions = LoadedEditions(folder, loads)
    assert editions.store.edition["id"] == made[1].id
    publish(folder, made[0].id)
    loads.fails = ValueError("no such thing")
    for _ in range(3):
        with pytest.raises(EditionError, match=r"cannot be read \(ValueError: no such thing\)"):
            editions.refresh()
    assert len(loads.all) == 2
    os.utime(folder / made[0].id / "edition.json")
    with pytest.raises(EditionError):
        editions.refresh()
    assert len(loads.all) == 3
    publish(folder, made[1].id)
    assert editions.refresh() is False
    publish(folder, made[0].id)
    loads.fails = None
    os.utime(folder / made[0].id / "edition.gpkg")
    assert editions.refresh() is True


def passing() -> list[Exception]:
    busy = sqlite3.OperationalError("disk I/O error")
    busy.sqlite_errorcode = sqlite3.SQLITE_IOERR | (2 << 8)
    wrapped = EditionError("it cannot be read")
    wrapped.__cause__ = PermissionError(13, "Permission denied")
    return [PermissionError(13, "Permission denied"), OSError(24, "Too many open files"), MemoryError(), busy, wrapped]


@pytest.mark.parametrize("error", passing(), ids=lambda error: type(error).__name__)
def test_what_may_pass_is_tried_again_after_growing_pauses(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    clock, loads = Clock(), Loads()
    monkeypatch.setattr(loaded_editions, "Failures", lambda: Failures(clock))
    monkeypatch.setattr(loaded_editions, "_before", lambda _: [])
    editions, loads.fails = LoadedEditions(folder, loads), error
    assert may_pass(error)
    times: list[float] = []
    while clock.now < 20 * 60:  # the server looks once a second
        before = len(loads.all)
        with pytest.raises(EditionError):
            editions.refresh()
        if len(loads.all) > before:
            times.append(clock.now)
        clock.now += 1
    pauses = [b - a for a, b in pairwise(times)]
    assert pauses == sorted(pauses) and pauses[0] == FIRST_PAUSE and pauses[-1] == LONGEST_PAUSE
    loads.fails = None
    clock.now += LONGEST_PAUSE
    assert editions.refresh() is True and editions.trouble is None


@pytest.mark.parametrize("error", [ImportError("x"), ValueError("x"), sqlite3.OperationalError("no such table: x")])
def test_what_does_not_pass_is_not_tried_again(error: Exception):
    clock = Clock()
    failures = Failures(clock)
    failures.note("edition", "state", "why", passing=may_pass(error))
    clock.now = 1e9
    assert failures.reason("edition", "state") == "why"
    assert failures.reason("edition", "another state") is None
    assert failures.reason("another edition", "state") is None


def test_clients_and_probes_of_the_health_are_told_why_and_since_when(
    folder: Path, without_a_module: pytest.MonkeyPatch
):
    loads: list[Path] = []
    real = store_open.load_edition

    def load(folder: Path, *more: object) -> Store:
        loads.append(folder)
        return real(folder, *more)  # type: ignore[arg-type]

    without_a_module.setattr(store_open, "load_edition", load)
    application = Application(settings_for(folder, folder))
    told = [application.get(path).json() for path in ("/healthz", "/", "/collections", "/healthz")]
    for problem in told:
        assert problem["status"] == 503 and "mapbox_vector_tile" in problem["detail"]
        assert datetime.fromisoformat(problem["since"]).tzinfo is not None
    assert told[0]["since"] == told[-1]["since"], "since the first time"
    assert len(loads) == 2, "requests do not load it again"


# --- what is served no longer -------------------------------------------------------------------------------------


def test_nothing_that_is_kept_by_edition_holds_it(
    folder: Path, config: Path, made: tuple[EditionFolder, EditionFolder], settings: Settings
):
    """Every resource was asked in every form; then two other editions were published."""
    loads = Loads()
    service = Service(settings, LoadedEditions(folder, loads), config, probe)
    views: list[weakref.ref[object]] = []
    for number in range(6):
        publish(folder, made[number % 2].id)
        if number % 2 == 0:  # as if it had been another one: it is loaded
            service.editions._previous = None
        service.refresh()
        views += [weakref.ref(service.view()), weakref.ref(service.view().without_samples)]
        probe(service.view().without_samples)
    assert len(loads.all) >= 3
    assert loads.held <= 2, "the edition served, and the one before it"
    assert len({id(view()) for view in views if view() is not None}) <= 4
