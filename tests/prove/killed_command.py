"""Runs commands of ``cooperation-atlas`` that tell the lines they go through, or die at one of them.

The lines are those of the modules that make, switch and remove editions. A process that is killed leaves what
``kill -9`` would leave at that very line. Each command is a fork of a process in which everything is imported, so that
it takes as long as its work; that process runs nothing else, as a fork of one with threads may hang.
"""

from __future__ import annotations

import importlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import NoReturn, Self

from disk_states import DiskStates

import cooperation_atlas

PACKAGE = Path(cooperation_atlas.__file__).parent
#: What is killed: everything that writes below the folder of the editions, and what leads there; also inside the
#: standard library, which removes a folder file by file.
KILLED_IN = (
    str(PACKAGE / "editions"),
    str(PACKAGE / "cli" / "editions.py"),
    *(module.__file__ for module in (shutil, tempfile, pathlib)),
)
#: Seconds that a command may take.
LIMIT = 120.0
_TOOL = 4
#: Names of files in the scratch folder.
SAID, TRACE, IMPORTED = "said", "trace.json", "imported"


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    :param status: exit status; negative where a signal ended it
    :param said: what it wrote to stdout and stderr
    """

    status: int
    said: str

    @property
    def killed(self) -> bool:
        """Whether it died of SIGKILL."""
        return self.status == -signal.SIGKILL


class Commands:
    """The process whose forks run commands; ends with the block that it is opened by.

    :param scratch: folder for what commands write; exists
    """

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(scratch)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=2 * LIMIT)

    def run(
        self, arguments: list[str], environment: dict[str, str], *, die_at: int | None = None, trace: bool = False
    ) -> Ended:
        """Run a command as the console script does.

        :param environment: settings; all others of the project are unset
        :param die_at: number of the line, counted as it is reached, at which it kills itself
        :param trace: keep the lines it goes through for ``moments``
        """
        asked = {"arguments": arguments, "environment": environment, "die_at": die_at, "trace": trace}
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        told = self._process.stdout.readline()
        if not told:
            raise RuntimeError("the process that runs commands has ended; its stderr says why")
        return Ended(int(told), (self._scratch / SAID).read_text("utf-8", "replace"))

    def moments(self) -> list[tuple[str, int]]:
        """The lines of the last traced command in the order it reached them, each with the state of the disk then.

        A line is a file (of the package by its path there) and a number; a state is a number (``DiskStates``).
        """
        reached = json.loads((self._scratch / TRACE).read_text())
        return [(f"{file}:{number}", state) for file, number, state in reached]


# --- in the other process


def _serve(scratch: Path) -> None:
    """Fork for each command that is asked for on stdin; the status goes to stdout."""
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            _child(scratch, **asked)
        print(_wait(child), flush=True)
        _import_what_it_imported(scratch / IMPORTED)


def _child(
    scratch: Path, arguments: list[str], environment: dict[str, str], die_at: int | None, trace: bool
) -> NoReturn:
    try:
        _become(arguments, environment, scratch / SAID)
        states = DiskStates(Path(environment["COOPERATION_ATLAS_EDITIONS"]))
        _watch(die_at, scratch / TRACE if trace else None, states)
        status = _command()
        (scratch / IMPORTED).write_text("\n".join(sys.modules))
    except BaseException as error:  # noqa: BLE001 - the copy must not go on as what it was copied from
        print(f"outside the command: {error!r}", file=sys.stderr, flush=True)
        status = 70
    sys.stdout.flush()
    os._exit(status)


def _become(arguments: list[str], environment: dict[str, str], output: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
    for name in [n for n in os.environ if n.startswith("COOPERATION_ATLAS_")]:
        del os.environ[name]
    os.environ |= environment
    sys.argv = ["cooperation-atlas", *arguments]


def _command() -> int:
    from cooperation_atlas.cli import main

    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    finally:
        sys.monitoring.set_events(_TOOL, 0)
        if _seen and _trace_file:
            _trace_file.write_text(json.dumps(_seen))
    return 0


#: Lines as they are reached: file below the package, number, state of the disk.
_seen: list[tuple[str, int, int]] = []
_trace_file: Path | None = None


def _watch(die_at: int | None, trace: Path | None, states: DiskStates) -> None:
    global _trace_file
    _trace_file = trace
    reached = 0

    def line(code: CodeType, number: int) -> object:
        nonlocal reached
        if not code.co_filename.startswith(KILLED_IN):
            return sys.monitoring.DISABLE
        if reached == die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        reached += 1
        if trace is not None:
            _seen.append((_name(code.co_filename), number, states.now()))
        return None

    sys.monitoring.use_tool_id(_TOOL, "prove")
    sys.monitoring.register_callback(_TOOL, sys.monitoring.events.LINE, line)
    sys.monitoring.set_events(_TOOL, sys.monitoring.events.LINE)


def _name(file: str) -> str:
    """A file of the package by its path in it, another one by its name."""
    path = Path(file)
    return str(path.relative_to(PACKAGE)) if path.is_relative_to(PACKAGE) else path.name


def _wait(child: int) -> int:
    until = time.monotonic() + LIMIT
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(child, signal.SIGTERM)
            until += LIMIT
        time.sleep(0.001)


def _import_what_it_imported(names: Path) -> None:
    """Import what a command imported when it ran, so that the next ones need not."""
    if not names.is_file():
        return
    for name in names.read_text().split():
        if name not in sys.modules:
            # Some modules are no files, or only want to be imported by others.
            with suppress(ImportError):
                importlib.import_module(name)
    names.unlink()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
