"""Publishing: one switch, killed or not; the way back; the list; differences."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import small_data
from conftest import command_line, environment, settings_for

from cooperation_atlas.editions import layout
from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.diff import Difference, diff, other_tables
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import prune, publish, rollback
from cooperation_atlas.model.errors import AtlasError, NotFound
from cooperation_atlas.settings import Settings


@pytest.fixture(scope="module")
def three(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[EditionFolder]:
    """Three editions in one folder, oldest first: the small one, one with a changed programme, one without samples."""
    data = Path(shutil.copytree(small_data_folder, tmp_path_factory.mktemp("three") / "data"))
    settings = settings_for(data, data.parent / "editions")
    first = build(settings)
    small_data.change(data, "programmes/programmes.csv", "Attica,en", "Attica and the islands,en")
    small_data.append(data, "programmes/areas.csv", "2021IT16RFPR001,ITG2,2021,stated,,Made for tests,2026-06-14")
    second = build(settings)
    return [first, second, build(settings_for(data, settings.editions, samples=False))]


@pytest.fixture
def root(three: list[EditionFolder], tmp_path: Path) -> Path:
    """A copy of the folder with the three editions, none published."""
    return Path(shutil.copytree(three[0].folder.parent, tmp_path / "published"))


def served(root: Path) -> str | None:
    edition = layout.current(root)
    return edition and edition.id


def test_nothing_is_served_before_the_first(root: Path) -> None:
    assert served(root) is None


def test_current_is_a_relative_link(root: Path, three: list[EditionFolder]) -> None:
    publish(root, three[0].id)
    assert os.readlink(root / "current") == three[0].id  # a moved or mounted folder still works
    assert served(root) == three[0].id


def test_earlier_editions_stay(root: Path, three: list[EditionFolder]) -> None:
    for edition in three:
        publish(root, edition.id)
    assert served(root) == three[2].id
    assert {e.id for e in layout.list_editions(root)} == {e.id for e in three}


def test_the_beginning_of_an_id_is_enough(root: Path, three: list[EditionFolder]) -> None:
    assert publish(root, three[1].id[:8]).id == three[1].id


@pytest.mark.parametrize("id_", ["", "0000000000000000", "../editions", "current"])
def test_an_unknown_edition_names_those_that_are_there(root: Path, three: list[EditionFolder], id_: str) -> None:
    with pytest.raises(NotFound, match=three[0].id):
        publish(root, id_)
    assert served(root) is None


def test_rollback_goes_back_step_by_step(root: Path, three: list[EditionFolder]) -> None:
    first, second, third = (e.id for e in three)
    for id_ in (first, second, third):
        publish(root, id_)
    assert rollback(root).id == second
    assert rollback(root).id == first
    with pytest.raises(AtlasError, match="No edition was published"):
        rollback(root)
    assert served(root) == first
    publish(root, third)
    assert rollback(root).id == first  # the way that was taken, not the order of building


def test_rollback_to_a_named_edition(root: Path, three: list[EditionFolder]) -> None:
    publish(root, three[0].id)
    assert rollback(root, three[2].id).id == three[2].id
    assert rollback(root).id == three[0].id


def test_rollback_skips_what_was_never_published_or_is_gone(root: Path, three: list[EditionFolder]) -> None:
    first, second, third = (e.id for e in three)
    for id_ in (first, second, third):
        publish(root, id_)
    shutil.rmtree(root / second)
    assert rollback(root).id == first


def test_rollback_without_anything_published(root: Path) -> None:
    with pytest.raises(AtlasError, match="nothing to roll back from"):
        rollback(root)


def test_publishing_what_is_served_changes_nothing(root: Path, three: list[EditionFolder]) -> None:
    publish(root, three[0].id)
    publish(root, three[1].id)
    publish(root, three[1].id)
    assert rollback(root).id == three[0].id


def test_a_damaged_edition_is_named(root: Path, three: list[EditionFolder]) -> None:
    whole = {e.id for e in three[1:]}
    (root / three[0].id / "edition.gpkg").unlink()
    [damaged] = layout.list_damaged(root)
    assert str(damaged) == f"{root / three[0].id} is a damaged edition: edition.gpkg is missing."
    (root / three[0].id / "edition.json").write_text("{", "utf-8")
    [damaged] = layout.list_damaged(root)
    assert "edition.json cannot be read" in str(damaged)
    assert {e.id for e in layout.list_editions(root)} == whole, "the others are listed all the same"


def test_prune_keeps_the_one_served_and_the_newest(root: Path, three: list[EditionFolder]) -> None:
    oldest, middle, newest = layout.list_editions(root)
    assert {oldest.id, middle.id, newest.id} == {e.id for e in three}
    publish(root, oldest.id)
    assert prune(root, 2) == []
    assert [e.id for e in prune(root, 1)] == [middle.id]
    assert {e.id for e in layout.list_editions(root)} == {oldest.id, newest.id}
    assert [e.id for e in prune(root, 0)] == [newest.id]
    assert served(root) == oldest.id
    assert sorted(p.name for p in root.iterdir()) == sorted([oldest.id, "current", "history"])


def test_a_reader_never_meets_a_gap(root: Path, three: list[EditionFolder]) -> None:
    """While editions are switched to and fro, ``current`` always leads to a whole edition."""
    publish(root, three[0].id)
    stop, seen, failures = threading.Event(), set(), []

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add(served(root))
            except (AtlasError, OSError) as error:
                failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(60):
        publish(root, three[turn % 3].id)
    stop.set()
    reader.join()
    assert failures == []
    assert None not in seen


# Publishes in a process of its own that kills itself (as kill -9 does) at the given moment.
KILLED_PUBLISH = """
import os, pathlib, signal, sys
from cooperation_atlas.editions import publish

root, id_, moment = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def then_die(function):
    def both(*a, **k):
        function(*a, **k)
        die()
    return both

if moment == "before the history":
    publish.remember = die
elif moment == "after the history":
    publish.remember = then_die(publish.remember)
elif moment == "after the new link":
    pathlib.Path.symlink_to = then_die(pathlib.Path.symlink_to)
elif moment == "before the switch":
    os.replace = die
elif moment == "after the switch":
    os.replace = then_die(os.replace)
publish.publish(root, id_)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "switched"),
    [
        ("before the history", False), ("after the history", False), ("after the new link", False),
        ("before the switch", False), ("after the switch", True),
    ],
)  # fmt: skip
def test_a_publish_killed_at_any_step(root: Path, three: list[EditionFolder], moment: str, switched: bool) -> None:
    first, second, third = (e.id for e in three)
    publish(root, third)
    publish(root, first)
    process = subprocess.run([sys.executable, "-c", KILLED_PUBLISH, str(root), second, moment], timeout=60)
    assert process.returncode == -signal.SIGKILL, "the moment never came"
    assert served(root) == (second if switched else first)
    assert rollback(root).id == (first if switched else third)  # the history is not led astray
    assert publish(root, second).id == served(root) == second
    assert sorted(p.name for p in root.iterdir()) == sorted([first, second, third, "current", "history"])


@pytest.mark.slow
def test_publishes_killed_from_outside(root: Path, three: list[EditionFolder]) -> None:
    """kill -9 at many moments of a process that does nothing but publish."""
    endless = (
        "import itertools, pathlib, sys\n"
        "from cooperation_atlas.editions.publish import publish\n"
        "print('on', flush=True)\n"
        "for id_ in itertools.cycle(sys.argv[2:]): publish(pathlib.Path(sys.argv[1]), id_)"
    )
    ids = [e.id for e in three]
    publish(root, ids[0])
    for turn in range(12):
        process = subprocess.Popen([sys.executable, "-c", endless, str(root), *ids], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.005 + turn * 0.0037)
        process.kill()
        process.communicate()
        assert served(root) in ids
    assert publish(root, ids[0]).id == served(root)


@pytest.mark.slow
def test_publishes_at_once(root: Path, three: list[EditionFolder], settings: Settings) -> None:
    env = environment(settings_for(settings.data, root))
    ids = [e.id for e in three] * 3
    processes = [subprocess.Popen(command_line("publish", id_), env=env, stderr=subprocess.PIPE) for id_ in ids]
    errors = [process.communicate(timeout=60)[1] for process in processes]
    assert [p.returncode for p in processes] == [0] * len(ids), errors
    assert served(root) in ids
    assert sorted(p.name for p in root.iterdir()) == sorted([*set(ids), "current", "history"])


def test_differences_name_what_was_added_removed_and_changed(three: list[EditionFolder]) -> None:
    found = diff(three[0], three[1])
    # Attica has another title; the Sicilian programme another area, and with it the region and both areas of it.
    assert found["programmes"] == Difference((), (), ("2021EL16FFPR001", "2021IT16RFPR001"))
    assert found["nuts3"] == Difference((), (), ("EL301", "ITG2D"))
    assert found["nuts3-2016"].nothing
    assert found["countries"] == Difference((), (), ("EL",))
    assert found["programme-areas"].added == ("2021IT16RFPR001.ITG2",)
    back = diff(three[1], three[0])
    assert back["programme-areas"].removed == ("2021IT16RFPR001.ITG2",)
    samples = diff(three[1], three[2])
    assert samples["cooperation"] == Difference((), ("SAMPLE-0001", "SAMPLE-0002"), ())
    assert all(d.nothing for d in diff(three[2], three[2]).values())


def test_tables_beside_the_collections_are_compared_too(three: list[EditionFolder], settings: Settings) -> None:
    """A label or a source that changes changes the edition, though no feature may tell."""
    assert other_tables(three[0], three[1]) == (
        "coverage", "coverage_sources", "programmes_areas", "programmes_programmes",
    )  # fmt: skip
    assert other_tables(three[1], three[1]) == ()
    assert set(other_tables(three[1], three[2])) >= {"cooperation_samples"}
    before = build(settings)
    small_data.change(settings.data, "codelists/labels.csv", "Plus intelligente", "Plus verte")
    after = build(settings)
    assert all(d.nothing for d in diff(before, after).values())
    assert other_tables(before, after) == ("labels",)
