"""The edition that is served: exchanged whole, and kept when the next one cannot be read."""

from __future__ import annotations

import json
import os
import shutil
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.store.loaded_editions import EditionError, LoadedEditions, Preparation
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.open import open_editions, open_store
from cooperation_atlas.store.query import Query


def publish(root: Path, edition: EditionFolder, id_: str, **facts: object) -> Path:
    """A copy of the edition under another id, published by one switch of the link."""
    folder = Path(shutil.copytree(edition.folder, root / id_))
    (folder / "edition.json").write_text(json.dumps(edition.facts | {"id": id_} | facts))
    switch(root, id_)
    return folder


def switch(root: Path, id_: str) -> None:
    (root / "new").symlink_to(id_)
    os.replace(root / "new", root / "current")


def test_the_edition_is_loaded_at_the_first_call_and_once(small_edition: EditionFolder, tmp_path: Path) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    assert current.served is None
    store = current.store
    assert store.edition["id"] == "one"
    assert current.store is store is current.served
    assert current.refresh() is False
    assert current.store is store


def test_another_edition_replaces_it_when_asked_to(small_edition: EditionFolder, tmp_path: Path) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    before = current.store
    publish(tmp_path, small_edition, "two")
    assert current.store is before
    assert current.refresh() is True
    assert current.store.edition["id"] == "two"
    # A request that began with the old edition ends with it.
    assert before.edition["id"] == "one"
    assert before.search(Query("programmes")).matched == current.store.search(Query("programmes")).matched
    switch(tmp_path, "one")
    assert current.refresh() is True
    assert current.store.edition["id"] == "one"


def test_an_edition_that_is_no_longer_served_is_let_go_of(small_edition: EditionFolder, tmp_path: Path) -> None:
    """What is frozen is not looked at by the garbage collector: nothing of an old edition must stay in there."""
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    gone = weakref.ref(current.store)
    publish(tmp_path, small_edition, "two")
    assert current.refresh() is True
    assert current.held("one") is gone(), "clients that page through it come to its end"
    publish(tmp_path, small_edition, "three")
    assert current.refresh() is True
    assert gone() is None
    assert current.held("one") is None


def remember(root: Path, *ids: str) -> None:
    (root / "history").write_text("".join(f"2026-01-01T00:00:00Z {id_}\n" for id_ in ids))


def test_the_served_and_the_previous_edition_are_held(small_edition: EditionFolder, tmp_path: Path) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    one = current.store
    publish(tmp_path, small_edition, "two")
    current.refresh()
    assert current.held("one") is one and current.held("two") is current.store
    switch(tmp_path, "one")
    current.refresh()
    assert current.store is one, "what is held is not loaded again"
    assert current.held("two") is not None


def test_an_edition_that_another_worker_serves_already_is_looked_for_on_the_disk(
    small_edition: EditionFolder, tmp_path: Path
) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    _ = current.store
    publish(tmp_path, small_edition, "two")
    current.look_for("two")
    assert current.store.edition["id"] == "two" and current.held("one") is not None


def test_a_worker_that_started_after_the_switch_finds_the_previous_edition_on_the_disk(
    small_edition: EditionFolder, tmp_path: Path
) -> None:
    for id_ in ("zero", "one", "two"):
        publish(tmp_path, small_edition, id_)
    remember(tmp_path, "zero", "one", "two")
    current = LoadedEditions(tmp_path, open_store)
    assert current.store.edition["id"] == "two"
    for id_ in ("zero", "nothing", "../one", "current", "history", ""):
        current.look_for(id_)
        assert current.held(id_) is None
    current.look_for("one")
    previous = current.held("one")
    assert previous is not None and previous.edition["id"] == "one"
    assert current.store.edition["id"] == "two"


def test_what_is_not_made_ready_is_not_served(small_edition: EditionFolder, tmp_path: Path) -> None:
    def ready(store: MemoryStore) -> None:
        if store.edition["id"] == "two":
            raise EditionError("no")

    def prepare() -> Callable[[MemoryStore], object]:
        return ready

    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    assert current.refresh(prepare=Preparation(prepare)) is True
    publish(tmp_path, small_edition, "two")
    with pytest.raises(EditionError):
        current.refresh(prepare=Preparation(prepare))
    assert current.store.edition["id"] == "one" and current.held("two") is None


def test_a_broken_edition_does_not_replace_the_one_served(small_edition: EditionFolder, tmp_path: Path) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    store = current.store
    broken = publish(tmp_path, small_edition, "two")
    for file in ("edition.json", "edition.gpkg"):
        whole = (broken / file).read_bytes()
        (broken / file).write_bytes(whole[: len(whole) // 2])
        with pytest.raises(EditionError, match="Run `cooperation-atlas build`"):
            current.refresh()
        assert current.store is store
        (broken / file).write_bytes(whole)
    assert current.refresh() is True


def test_an_edition_with_samples_does_not_replace_one_without_where_they_are_off(
    small_edition: EditionFolder, tmp_path: Path
) -> None:
    publish(tmp_path, small_edition, "one", samples=False)
    current = LoadedEditions(tmp_path, open_store)
    assert current.refresh(samples=False) is True
    publish(tmp_path, small_edition, "two", samples=True)
    with pytest.raises(EditionError, match="two holds samples, but samples are off"):
        current.refresh(samples=False)
    assert current.store.edition["id"] == "one"
    assert current.refresh(samples=True) is True
    assert current.store.edition["id"] == "two"


@pytest.mark.parametrize("how", ["removed", "dangling"])
def test_a_link_that_is_gone_leaves_the_edition_served(small_edition: EditionFolder, tmp_path: Path, how: str) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    store = current.store
    (tmp_path / "current").unlink() if how == "removed" else switch(tmp_path, "nowhere")
    assert current.refresh() is False
    assert current.store is store


def test_without_an_edition_the_error_says_what_to_do(tmp_path: Path) -> None:
    current = LoadedEditions(tmp_path, open_store)
    for _ in range(2):
        with pytest.raises(EditionError, match=r"No edition is published in .*Run `cooperation-atlas build`"):
            _ = current.store
    with pytest.raises(EditionError):
        LoadedEditions(tmp_path / "missing", open_store).refresh()


def test_many_threads_load_one_store(small_edition: EditionFolder, tmp_path: Path) -> None:
    publish(tmp_path, small_edition, "one")
    current = LoadedEditions(tmp_path, open_store)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(current.store)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len({id(store) for store in found}) == 1


def test_switching_while_requests_run_never_shows_half_an_edition(small_edition: EditionFolder, tmp_path: Path) -> None:
    for id_ in ("one", "two"):
        publish(tmp_path, small_edition, id_)
    current = LoadedEditions(tmp_path, open_store)
    count = current.store.search(Query("programme-areas")).matched
    wrong: list[object] = []
    over = threading.Event()

    def ask() -> None:
        while not over.is_set():
            store = current.store
            if store.search(Query("programme-areas")).matched != count or store.edition["id"] not in ("one", "two"):
                wrong.append(store.edition)

    asking = [threading.Thread(target=ask) for _ in range(3)]
    for thread in asking:
        thread.start()
    for id_ in ("one", "two") * 5:
        switch(tmp_path, id_)
        current.refresh()
    over.set()
    for thread in asking:
        thread.join()
    assert wrong == []


def test_one_for_each_folder_of_a_process(tmp_path: Path) -> None:
    assert open_editions(tmp_path) is open_editions(tmp_path)
    assert open_editions(tmp_path) is not open_editions(tmp_path / "other")
