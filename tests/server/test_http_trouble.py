"""What is published or configured cannot be used: what was served stays, a new worker finds it, and it is said."""

from __future__ import annotations

import copy
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import settings_for
from http_client import get, items, page
from running_server import LOGS, REPOSITORY, RunningServer, ServerDidNotStart, start
from waiting import wait_until

from cooperation_atlas.editions import history
from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.ogc.pygeoapi.config import ConfigError, read_config
from cooperation_atlas.settings import Settings
from cooperation_atlas.store.loaded_editions import EditionError, LoadedEditions
from cooperation_atlas.store.open import open_store
from cooperation_atlas.web.probe import probe
from cooperation_atlas.web.service import ServedEdition, Service

CONFIG = REPOSITORY / "config" / "pygeoapi.yml"


@pytest.fixture(scope="module")
def made(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[EditionFolder, EditionFolder]:
    """Two editions, with and without samples."""
    folder = tmp_path_factory.mktemp("trouble")
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
    return Path(shutil.copy(CONFIG, tmp_path / "pygeoapi.yml"))


def begin(folder: Path, config: Path, name: str, **more: str) -> RunningServer:
    variables = {"COOPERATION_ATLAS_CONFIG": str(config)} | more
    return start(editions=folder, build=False, name=name, environment=variables)


def log(name: str) -> str:
    return max(LOGS.glob(f"test-{name}-*.log"), key=lambda path: path.stat().st_mtime).read_text()


def status(server: RunningServer) -> str:
    return str(page(server, "/healthz")["status"])


# --- the configuration --------------------------------------------------------------------------------------------

BROKEN: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "a folder": lambda path: path.unlink() or path.mkdir(),
    "a pipe": lambda path: path.unlink() or os.mkfifo(path),
    "empty": lambda path: path.write_text(""),
    "no YAML": lambda path: path.write_text("server: [\n"),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00server"),
    "a list": lambda path: path.write_text("- 1\n"),
    "no metadata": lambda path: path.write_text(path.read_text().replace("metadata:", "matadata:")),
    "no licence URL": lambda path: path.write_text(
        path.read_text().replace("non-commercial reuse with attribution (Eurostat/GISCO)\n    url:", "\n    link:")
    ),
    "a variable without value": lambda path: path.write_text(
        path.read_text().replace("level: ERROR", "level: ${NOT_SET_HERE}")
    ),
}


def mend(config: Path) -> None:
    config.rmdir() if config.is_dir() else config.unlink(missing_ok=True)
    config.write_text(CONFIG.read_text().replace("title: Cooperation Atlas", "title: Mended"))


@pytest.mark.parametrize("how", BROKEN)
def test_whatever_is_wrong_with_the_configuration_the_old_one_stays(
    folder: Path, config: Path, made: tuple[EditionFolder, EditionFolder], settings: Settings, how: str
):
    service = Service(settings, LoadedEditions(folder, open_store), config, probe)
    assert service.refresh() is True
    before = service.view()
    publish(folder, made[0].id)
    BROKEN[how](config)
    for _ in range(2):
        with pytest.raises(EditionError, match="cannot be"):
            service.refresh()
        assert service.view() is before
        assert service.health(service.view())["status"] == "degraded"
    mend(config)
    assert service.refresh() is True
    assert (service.view().id, service.view().title) == (made[0].id, "Mended")
    assert service.health(before)["edition"]["id"] == before.id != made[0].id, (
        "a request keeps the edition it began with"
    )
    assert service.health(service.view())["status"] == "ok"


@pytest.mark.slow
@pytest.mark.parametrize("how", ["missing", "no licence URL"])
def test_a_configuration_that_is_broken_at_a_switch_changes_nothing(
    folder: Path, config: Path, made: tuple[EditionFolder, EditionFolder], how: str
):
    first, second = made
    name = f"config-{list(BROKEN).index(how)}"
    server = begin(folder, config, name)
    try:
        before = get(server, "/?f=json").content
        assert status(server) == "ok"
        BROKEN[how](config)
        publish(folder, first.id)
        wait_until(lambda: status(server) == "degraded")
        health = page(server, "/healthz")
        assert health["edition"]["id"] == second.id
        assert str(config) in health["problem"]["detail"]
        assert health["problem"]["since"].endswith("Z")
        time.sleep(2.5)  # the server looks once a second
        assert page(server, "/healthz")["problem"] == health["problem"]
        assert get(server, "/?f=json").content == before
        for path in ("/collections", "/openapi?f=html", f"{items()}?f=html", "/conformance", "/codelists/topics"):
            answer = get(server, path)
            assert answer.status_code == 200 and answer.headers["atlas-edition"] == second.id
        # Mended, the edition published is taken up.
        mend(config)
        wait_until(lambda: status(server) == "ok")
        assert page(server, "/healthz")["edition"]["id"] == first.id
        assert page(server, "/")["title"] == "Mended"
    finally:
        server.stop()
    assert log(name).count("cannot be served") <= 2 and log(name).count("cannot be used") <= 2, log(name)
    assert "Traceback" not in log(name)


@pytest.mark.slow
def test_a_server_does_not_start_without_a_configuration(folder: Path, tmp_path: Path):
    with pytest.raises(ServerDidNotStart, match=r"(?s)ended with status 1.*Error: The configuration .* cannot be used"):
        begin(folder, tmp_path / "missing.yml", "no-config")


def places(tree: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in tree.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from places(value, (*above, key))


def test_a_configuration_that_is_taken_makes_every_document(folder: Path, config: Path, settings: Settings):
    """Whatever is taken out of it or put in its place: it is refused, or everything works."""
    editions = LoadedEditions(folder, open_store)
    whole = yaml.safe_load(CONFIG.read_text())
    taken = 0
    for place in places(whole):
        for value in ("out", None, 3, "x", [], {}):
            changed = copy.deepcopy(whole)
            at = changed
            for step in place[:-1]:
                at = at[step]
            if value == "out":
                del at[place[-1]]
            else:
                at[place[-1]] = value
            config.write_text(yaml.safe_dump(changed))
            try:
                view = ServedEdition(editions.store, settings, read_config(config, settings))
                probe(view)
            except ConfigError as error:
                assert str(config) in str(error)
            except Exception:  # noqa: BLE001 - what the probe meets keeps the old configuration served
                continue
            else:
                taken += 1
                probe(view.without_samples)
    assert taken > 20


# --- the edition --------------------------------------------------------------------------------------------------


def cut(edition: Path) -> None:
    os.truncate(edition / "edition.gpkg", 100_000)


def gone(edition: Path) -> None:
    shutil.rmtree(edition)


def facts(edition: Path) -> None:
    (edition / "edition.json").write_text("{")


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "workers"), [(cut, "2"), (gone, "1"), (facts, "1")])
def test_a_server_that_starts_on_damage_serves_the_edition_before(
    folder: Path, config: Path, made: tuple[EditionFolder, EditionFolder], damage: Callable[[Path], None], workers: str
):
    first, second = made
    damage(folder / second.id)
    name = f"damage-{damage.__name__}-{workers}"
    server = begin(folder, config, name, COOPERATION_ATLAS_WORKERS=workers)
    try:
        health = page(server, "/healthz")
        assert health["status"] == "degraded" and health["edition"]["id"] == first.id
        assert second.id in health["problem"]["detail"]
        assert page(server, items("cooperation"))["numberMatched"] == 3
        time.sleep(2.5)
        wait_until(lambda: log(name).count(f"edition {first.id} is served instead") == int(workers))
        # Mended, it is taken up.
        shutil.rmtree(folder / second.id, ignore_errors=True)
        shutil.copytree(second.folder, folder / second.id)
        wait_until(lambda: status(server) == "ok")
        assert page(server, "/healthz")["edition"]["id"] == second.id
    finally:
        server.stop()


@pytest.mark.slow
def test_a_link_that_is_gone_is_said_and_the_edition_stays(
    folder: Path, config: Path, made: tuple[EditionFolder, EditionFolder]
):
    server = begin(folder, config, "gone-link")
    try:
        (folder / "current").unlink()
        wait_until(lambda: status(server) == "degraded")
        health = page(server, "/healthz")
        assert health["edition"]["id"] == made[1].id
        assert "No edition is published" in health["problem"]["detail"]
    finally:
        server.stop()


def test_a_worker_falls_back_by_the_order_of_publication(folder: Path, made: tuple[EditionFolder, EditionFolder]):
    first, second = made
    for edition in (folder / first.id, folder / second.id):
        told = json.loads((edition / "edition.json").read_text())
        (edition / "edition.json").write_text(json.dumps(told | {"created": "2001-01-01T00:00:00Z"}))
    history.remember(folder, "f" * 16, second.id)
    (folder / "current").unlink()
    (folder / "current").symlink_to("f" * 16)
    editions = LoadedEditions(folder, open_store)
    assert editions.refresh() is True
    assert editions.store.edition["id"] == second.id
    assert editions.trouble is not None and "which is not there" in editions.trouble.reason
    since = editions.trouble.since
    assert editions.refresh() is False
    assert editions.trouble.since == since, "the same trouble is not a new one"
    cut(folder / second.id)
    fresh = LoadedEditions(folder, open_store)
    assert fresh.store.edition["id"] == first.id
    cut(folder / first.id)
    with pytest.raises(EditionError, match="which is not there"):
        LoadedEditions(folder, open_store).refresh()


def test_what_is_damaged_is_not_loaded_again_and_again(
    folder: Path, made: tuple[EditionFolder, EditionFolder], monkeypatch: pytest.MonkeyPatch
):
    from cooperation_atlas.store import loaded_editions as current

    editions = LoadedEditions(folder, open_store)
    assert editions.store.edition["id"] == made[1].id
    publish(folder, made[0].id)
    cut(folder / made[0].id)
    looked: list[Path] = []
    real = current.check_samples
    monkeypatch.setattr(current, "check_samples", lambda path, samples: looked.append(path) or real(path, samples))
    for _ in range(3):
        with pytest.raises(EditionError, match="100000 bytes"):
            editions.refresh()
    assert len(looked) == 1
    shutil.rmtree(folder / made[0].id)
    shutil.copytree(made[0].folder, folder / made[0].id)
    assert editions.refresh() is True


def test_samples_stay_off_for_a_service_that_begins_by_a_request(
    folder: Path, made: tuple[EditionFolder, EditionFolder], small_data_folder: Path
):
    """Also where the lifespan did not come to load an edition: the first request must not load what is switched off."""
    publish(folder, made[0].id)
    off = settings_for(small_data_folder, folder, samples=False)
    service = Service(off, LoadedEditions(folder, open_store), off.config)
    assert service.view().id == made[1].id, "the one published before, which has none"
    assert service.health(service.view())["status"] == "degraded"
    gone(folder / made[1].id)
    with pytest.raises(EditionError, match="samples are off"):
        Service(off, LoadedEditions(folder, open_store), off.config).view()


@pytest.mark.slow
def test_without_any_edition_that_can_be_served_a_worker_says_so(
    folder: Path, config: Path, made: tuple[EditionFolder, EditionFolder]
):
    """A worker that is started anew finds what the others still have in memory gone from the disk."""
    server = begin(folder, config, "all-gone", COOPERATION_ATLAS_WORKERS="2")
    try:
        for edition in made:
            shutil.rmtree(folder / edition.id)
        wait_until(lambda: status(server) == "degraded")
        assert page(server, items())["numberMatched"] == 7
    finally:
        server.stop()
    with pytest.raises(ServerDidNotStart, match=r"(?s)ended with status 1.*Error: .*current leads to"):
        begin(folder, config, "all-gone")
