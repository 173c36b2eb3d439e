"""Damage in the folder of editions: what is not whole is never published, and nothing locks the command line out."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import small_data
from conftest import Command, environment, settings_for

from cooperation_atlas.editions import history, integrity, layout
from cooperation_atlas.editions.build import build, building, unchanged
from cooperation_atlas.editions.layout import Damaged, EditionFolder
from cooperation_atlas.editions.publish import prune, publish, rollback
from cooperation_atlas.model.errors import AtlasError, NotFound
from cooperation_atlas.settings import Settings


@pytest.fixture(scope="module")
def four(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[EditionFolder]:
    """Four editions in one folder, in the order of building."""
    data = Path(shutil.copytree(small_data_folder, tmp_path_factory.mktemp("four") / "data"))
    settings = settings_for(data, data.parent / "editions")
    made = [build(settings)]
    for old, new in (("Attica,en", "Attica 1,en"), ("Attica 1,en", "Attica 2,en"), ("Attica 2,en", "Attica 3,en")):
        small_data.change(data, "programmes/programmes.csv", old, new)
        made.append(build(settings))
    return made


@pytest.fixture
def root(four: list[EditionFolder], tmp_path: Path) -> Path:
    """A copy of the folder with the editions, none published."""
    return Path(shutil.copytree(four[0].folder.parent, tmp_path / "published"))


def cut(folder: Path) -> None:
    os.truncate(folder / "edition.gpkg", 100_000)


def flip(folder: Path) -> None:
    """One bit in the middle: size and form are as they were."""
    path = folder / "edition.gpkg"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def remove(folder: Path) -> None:
    (folder / "edition.gpkg").unlink()


def empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def facts(**changed: object) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        told = json.loads((folder / "edition.json").read_text("utf-8"))
        (folder / "edition.json").write_text(json.dumps(told | changed), "utf-8")

    return change


def no_facts(folder: Path) -> None:
    (folder / "edition.json").write_bytes(b'{"id": "\xff')


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut": cut, "flipped": flip, "no GeoPackage": remove, "empty folder": empty, "facts broken": no_facts,
    "another id": facts(id="0" * 16), "no time": facts(created="yesterday"), "no counts": facts(counts=3),
    "counts of text": facts(counts={"programmes": "7"}), "samples not told": facts(samples="on"),
    "another hash": facts(geopackage={"bytes": 1, "sha256": ""}), "facts are a list": lambda folder: (
        folder / "edition.json"
    ).write_text("[]") and None,
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_never_published(root: Path, four: list[EditionFolder], damage: str) -> None:
    publish(root, four[0].id)
    DAMAGE[damage](root / four[1].id)
    with pytest.raises(Damaged, match=four[1].id):
        publish(root, four[1].id)
    with pytest.raises(Damaged, match=four[1].id):
        rollback(root, four[1].id)
    assert layout.current_id(root) == four[0].id
    assert history.published(root) == [four[0].id], "what was refused leaves no trace"


@pytest.mark.parametrize("damage", DAMAGE)
def test_build_repairs_the_edition_of_the_same_content(
    small_edition: EditionFolder, settings: Settings, damage: str
) -> None:
    there = build(settings)
    publish(settings.editions, there.id)
    DAMAGE[damage](there.folder)
    assert unchanged(settings) is None, "a damaged edition is not up to date"
    again = build(settings)
    assert again.id == there.id == small_edition.id
    integrity.check(again)
    assert layout.current(settings.editions) == again
    assert not list(settings.editions.glob(".*"))


def test_an_edition_of_before_the_hash_was_told_is_looked_through(root: Path, four: list[EditionFolder]) -> None:
    told = {k: v for k, v in four[0].facts.items() if k != "geopackage"}
    (root / four[0].id / "edition.json").write_text(json.dumps(told), "utf-8")
    assert publish(root, four[0].id).id == four[0].id
    for damage in (cut, lambda folder: (folder / "edition.gpkg").write_bytes(b"no GeoPackage" * 1000)):
        damage(root / four[0].id)
        with pytest.raises(Damaged):
            publish(root, four[0].id)


def test_a_geopackage_that_does_not_hold_what_was_hashed_is_noticed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cooperation_atlas.editions import geopackage

    def write(path: Path, sheets: list[geopackage.Sheet], *more: object) -> None:
        first = sheets[0]
        row = tuple(None if field.name == "title" else v for field, v in zip(first.fields, first.rows[0], strict=True))
        kept = first.rows[0]
        first.rows[0] = row
        real(path, sheets, *more)  # type: ignore[arg-type]
        first.rows[0] = kept

    real = geopackage.write
    monkeypatch.setattr(geopackage, "write", write)
    with pytest.raises(AtlasError, match="table programmes differs from what was to be written"):
        build(settings)
    assert list(settings.editions.iterdir()) == []


def test_rollback_passes_over_what_is_damaged(root: Path, four: list[EditionFolder]) -> None:
    for edition in four[:3]:
        publish(root, edition.id)
    flip(root / four[1].id)
    skipped: list[str] = []
    assert rollback(root, report=skipped.append).id == four[0].id
    assert skipped == [f"Edition {four[1].id} is skipped: edition.gpkg is not the file that was built."]


# --- a broken ``current`` -----------------------------------------------------------------------------------------


def dangling(root: Path, id_: str) -> None:
    shutil.rmtree(root / id_)


def a_file(root: Path, id_: str) -> None:
    (root / "current").unlink()
    (root / "current").write_text(id_)


def nothing(root: Path, id_: str) -> None:
    (root / "current").unlink()


def a_loop(root: Path, id_: str) -> None:
    (root / "current").unlink()
    (root / "current").symlink_to("current")


def elsewhere(root: Path, id_: str) -> None:
    (root / "current").unlink()
    (root / "current").symlink_to("/tmp")


BROKEN: dict[str, Callable[[Path, str], None]] = {
    "dangling": dangling, "a file": a_file, "gone": nothing, "a loop": a_loop, "leads elsewhere": elsewhere,
    "cut": lambda root, id_: cut(root / id_), "no GeoPackage": lambda root, id_: remove(root / id_),
    "facts broken": lambda root, id_: no_facts(root / id_),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_current_locks_nobody_out(
    root: Path, four: list[EditionFolder], settings: Settings, command: Command, how: str
) -> None:
    for edition in four[:3]:
        publish(root, edition.id)
    BROKEN[how](root, four[2].id)
    here = settings_for(settings.data, root)
    for arguments in (
        ("editions",), ("editions", "--format", "json"), ("diff", four[0].id[:8], four[1].id[:8]), ("diff", four[0].id),
        ("validate",), ("rollback",), ("publish", four[3].id), ("prune", "--keep", "5"), ("build", "--if-changed"),
    ):  # fmt: skip
        if arguments[0] in ("rollback", "publish", "build"):  # each of them finds it broken
            shutil.rmtree(root)
            shutil.copytree(four[0].folder.parent, root)
            for edition in four[:3]:
                publish(root, edition.id)
            BROKEN[how](root, four[2].id)
        done = command(*arguments, settings=here)
        assert "Traceback" not in done.stderr, arguments
        if done.returncode:
            assert done.stderr.startswith("Error: ") and four[0].id not in done.stdout, arguments
            assert arguments in {("diff", four[0].id), ("rollback",)}, done.stderr
    served = layout.current(root)
    assert served is not None
    integrity.check(served)


def test_a_folder_in_the_place_of_the_link_is_named(root: Path, four: list[EditionFolder]) -> None:
    shutil.copytree(four[0].folder, root / "current")
    with pytest.raises(AtlasError, match=r"current is a folder, not a link to an edition\. Move it away"):
        publish(root, four[0].id)
    assert history.published(root) == []


def test_a_broken_current_is_said_by_the_list(
    root: Path, four: list[EditionFolder], settings: Settings, command: Command
):
    publish(root, four[0].id)
    cut(root / four[0].id)
    done = command("editions", settings=settings_for(settings.data, root))
    assert f"The published edition {four[0].id} cannot be served: edition.gpkg has 100000 bytes" in done.stderr
    assert f"! {four[0].id}  damaged: edition.gpkg has 100000 bytes" in done.stdout


# --- prune --------------------------------------------------------------------------------------------------------


def set_times(root: Path, times: dict[str, str]) -> None:
    for id_, created in times.items():
        facts(created=created)(root / id_)


def test_prune_goes_by_the_order_of_publication_not_by_the_clock(root: Path, four: list[EditionFolder]) -> None:
    a, b, c, d = (e.id for e in four)
    # A clock that ran backwards, and two at the same second.
    set_times(root, {a: "2030-01-01T00:00:00Z", b: "2020-01-01T00:00:00Z", c: "2020-01-01T00:00:00Z"})
    for id_ in (a, b, c, d):
        publish(root, id_)
    assert [e.id for e in prune(root, 2)] == [a]
    assert [e.id for e in prune(root, 1)] == [b]
    assert prune(root, 0) == [], "the one before the one served stays"
    assert rollback(root).id == c


def test_prune_keeps_what_was_served_last_before_a_rollback(root: Path, four: list[EditionFolder]) -> None:
    a, b, c, d = (e.id for e in four)
    for id_ in (a, b, c):
        publish(root, id_)
    rollback(root)
    # Clients that began while c was served page through it; d was never published.
    assert [e.id for e in prune(root, 2)] == [a]
    assert {e.id for e in prune(root, 0)} == {d}
    assert {e.id for e in layout.list_editions(root)} == {b, c}


@pytest.mark.parametrize("how", ["cut", "dangling"])
def test_prune_keeps_what_workers_fall_back_to(root: Path, four: list[EditionFolder], how: str) -> None:
    a, b, c, d = (e.id for e in four)
    for id_ in (a, b, c, d):
        publish(root, id_)
    BROKEN[how](root, d)
    assert [e.id for e in prune(root, 0)] == [a]
    assert {e.id for e in layout.list_editions(root)} == {b, c}
    assert layout.current_id(root) == d


def test_prune_leaves_an_edition_that_is_about_to_be_published(settings: Settings) -> None:
    old = build(settings)
    publish(settings.editions, old.id)
    for mended in (False, True):  # new, and of a content that is there
        small_data.change(
            settings.data, "programmes/programmes.csv", *(("Attica 1", "Attica") if mended else ("Attica", "Attica 1"))
        )
        with building(settings) as made:
            assert prune(settings.editions, 0) == []
            assert publish(settings.editions, made.id).id == made.id


def test_what_was_pruned_cannot_be_kept(root: Path, four: list[EditionFolder]) -> None:
    with layout.protected(four[1].folder):
        assert not layout.discard(four[1].folder)
    assert layout.discard(root / four[1].id)
    with pytest.raises(NotFound), layout.protected(root / four[1].id):
        pass


def test_prune_frees_what_killed_builds_left(root: Path, four: list[EditionFolder]) -> None:
    (root / ".building-1-dead").mkdir()
    publish(root, four[0].id)
    prune(root, 5)
    assert not list(root.glob(".building-*"))


def test_prune_without_a_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="There is no folder"):
        prune(tmp_path / "missing", 1)


# --- a history that is not whole ----------------------------------------------------------------------------------


def test_a_line_that_a_full_disk_left_unfinished_is_passed_over(root: Path, four: list[EditionFolder]) -> None:
    a, b, c, _ = (e.id for e in four)
    publish(root, a)
    with (root / "history").open("a") as file:
        file.write(f"2026-01-01T00:00:00Z {b[:7]}")
    assert history.published(root) == [a]
    publish(root, c)
    assert rollback(root).id == a
    assert history.before(root, a) == [c, b[:7]]


@pytest.mark.parametrize("text", [b"", b"\n\n", b"\xff\xfe\x00", b"no history of ours\n", b"2026-01-01T00:00:00Z\n"])
def test_a_history_that_says_nothing(root: Path, four: list[EditionFolder], text: bytes) -> None:
    (root / "history").write_bytes(text)
    publish(root, four[0].id)
    publish(root, four[1].id)
    assert rollback(root).id == four[0].id


def test_a_switch_that_never_was_is_not_the_one_before(root: Path, four: list[EditionFolder]) -> None:
    a, b, c, _ = (e.id for e in four)
    publish(root, a)
    history.remember(root, b, a)  # and then killed
    publish(root, c)
    assert history.before(root, c)[0] == a
    assert rollback(root).id == a


# --- no room ------------------------------------------------------------------------------------------------------

#: Runs the command with a limit for the size of files, which fails as a full disk does.
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv = ["cooperation-atlas", *sys.argv[2:]]
from cooperation_atlas.cli import main
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize("size", [0, 1, 4096, 40_000, 200_000, 300_000])
def test_a_full_disk_stops_the_build_in_words(settings: Settings, size: int) -> None:
    old = build(settings)
    publish(settings.editions, old.id)
    before = sorted(p.name for p in settings.editions.rglob("*"))
    small_data.change(settings.data, "programmes/programmes.csv", "Attica,en", "Attica 1,en")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(size), "build"], env=environment(settings), capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "could not be written" in done.stderr and "Nothing was built" in done.stderr
    assert len(done.stderr) < 600, "what went wrong, not the statement that it went wrong with"
    assert sorted(p.name for p in settings.editions.rglob("*")) == before
    assert layout.current(settings.editions) == old
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != size


@pytest.mark.slow
def test_a_full_disk_stops_a_publish_in_words(root: Path, four: list[EditionFolder], settings: Settings) -> None:
    a, b, _, _ = (e.id for e in four)
    publish(root, a)
    size = (root / "history").stat().st_size
    for room in (0, size, size + 10):
        done = subprocess.run(
            [sys.executable, "-c", LIMITED, str(room), "publish", b],
            env=environment(settings_for(settings.data, root)),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 1
        assert done.stderr == f"Error: File too large: {root / 'history'}\n"
        assert layout.current_id(root) == a
    assert publish(root, b).id == b
    assert rollback(root).id == a
    assert sorted(p.name for p in root.iterdir()) == sorted([*(e.id for e in four), "current", "history"])
