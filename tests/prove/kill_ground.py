"""The folder in which commands are killed: editions that are known byte for byte, and the state before a command."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import small_data
from killed_command import Commands, Ended

CURRENT, GEOPACKAGE = "current", "edition.gpkg"


@dataclass(frozen=True)
class State:
    """What is there before a command.

    :param editions: names of the editions in the folder
    :param published: names of those that were published, in that order; the last one is served
    :param data: name of the edition that the source tables lead to
    :param damaged: names of those whose GeoPackage is cut off
    """

    editions: str
    published: str
    data: str
    damaged: str = ""


class Ground:
    """Three editions, A to C, made from three states of a small data folder; and one folder that they are put into.

    :param folder: an empty folder
    """

    def __init__(self, folder: Path) -> None:
        self.root = folder / "editions"
        scratch = folder / "scratch"
        self._made = folder / "made"
        self._data = {name: folder / f"data-{name}" for name in "ABC"}
        for made in (self.root, scratch, self._made):
            made.mkdir(parents=True)
        self._commands = Commands(scratch)
        self.ids: dict[str, str] = {}
        self.sums: dict[str, str] = {}
        for name, data in self._data.items():
            small_data.write(data)
            if name != "A":
                small_data.change(data, "programmes/programmes.csv", "Attica,en", f"Attica as in {name},en")
            made = self.run(("build", "--no-publish"), name, root=self._made)
            id_ = next((line for line in reversed(made.said.splitlines()) if line.strip()), "")
            if made.status != 0 or not (self._made / id_).is_dir():
                raise RuntimeError(f"edition {name} could not be built:\n{made.said}")
            self.ids[name] = id_
            self.sums[id_] = _sum(self._made / id_)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._commands.__exit__(*failure)

    def run(
        self,
        arguments: tuple[str, ...],
        data: str,
        *,
        die_at: int | None = None,
        trace: bool = False,
        root: Path | None = None,
    ) -> Ended:
        """Run a command on the folder; ``{A}`` in an argument stands for the id of edition A.

        :param data: name of the edition that the source tables lead to
        :param die_at: number of the line at which it is killed
        """
        named = [argument.format(**self.ids) for argument in arguments]
        environment = {
            "COOPERATION_ATLAS_DATA": str(self._data[data]),
            "COOPERATION_ATLAS_EDITIONS": str(root or self.root),
        }
        return self._commands.run(named, environment, die_at=die_at, trace=trace)

    def moments(self) -> list[tuple[str, int]]:
        """The lines that the last traced command went through, each with the number of the state of the disk then."""
        return self._commands.moments()

    def prepare(self, state: State) -> None:
        """Bring the folder to a state. Whoever reads ``current`` meanwhile finds a whole edition at any moment."""
        wanted = {self.ids[name]: name in state.damaged for name in state.editions}
        for id_, damaged in wanted.items():
            self._put(id_, damaged)
        order = [self.ids[name] for name in state.published]
        if order:
            link = self.root / ".prepared"
            link.unlink(missing_ok=True)
            link.symlink_to(order[-1], target_is_directory=True)
            os.replace(link, self.root / CURRENT)
        for entry in self.root.iterdir():
            if entry.name in wanted or (order and entry.name == CURRENT):
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        history = "".join(f"2026-01-01T00:00:{second:02}Z {id_}\n" for second, id_ in enumerate(order))
        if order:
            (self.root / "history").write_text(history, "utf-8")

    def _put(self, id_: str, damaged: bool) -> None:
        target = self.root / id_
        if not damaged and target.is_dir() and self.whole(id_):
            return
        copy = self.root / f".copy-{id_}"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self._made / id_, copy)
        if damaged:
            package = copy / GEOPACKAGE
            package.chmod(0o644)
            os.truncate(package, package.stat().st_size // 2)
        shutil.rmtree(target, ignore_errors=True)
        copy.rename(target)

    def whole(self, id_: str) -> bool:
        """Whether the edition of that id holds, byte for byte, what it held when it was built undisturbed."""
        return id_ in self.sums and _sum(self.root / id_) == self.sums[id_]

    def served(self) -> str | None:
        """The id that ``current`` leads to."""
        link = self.root / CURRENT
        return os.readlink(link) if link.is_symlink() else None

    def leftovers(self) -> list[str]:
        """What lies in the folder beside editions, the link and the history (names that tell of a version aside)."""
        known = {CURRENT, "history", *self.sums}
        return sorted(entry.name for entry in self.root.iterdir() if entry.name not in known)


def _sum(edition: Path) -> str:
    try:
        return hashlib.sha256((edition / GEOPACKAGE).read_bytes()).hexdigest()
    except OSError:
        return ""
