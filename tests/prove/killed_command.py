"""Runs a command of ``cooperation-atlas`` in a forked process that counts the lines it goes through, or dies at one.

The lines are those of the modules that make, switch and remove editions. A process that is killed leaves what
``kill -9`` would leave at that very line.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import cooperation_atlas

PACKAGE = Path(cooperation_atlas.__file__).parent
#: What is killed: everything that writes below the folder of the editions, and what leads there.
KILLED_IN = (str(PACKAGE / "editions"), str(PACKAGE / "cli" / "editions.py"))
#: Seconds that a command may take.
LIMIT = 120.0
_TOOL = 4


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


def run(
    arguments: list[str], environment: dict[str, str], scratch: Path, *, die_at: int | None = None, trace: bool = False
) -> Ended:
    """Run a command as the console script does.

    :param environment: settings; all others of the project are unset
    :param scratch: folder for what it writes
    :param die_at: number of the line, counted as it is reached, at which it kills itself
    :param trace: write the lines it goes through to ``trace.json`` in ``scratch``
    """
    output = scratch / "said"
    child = os.fork()
    if child == 0:
        try:
            _become(arguments, environment, output)
            _watch(die_at, scratch / "trace.json" if trace else None)
            status = _command()
        except BaseException as error:  # noqa: BLE001 - the copy of the test's process must not go on in any case
            print(f"outside the command: {error!r}", file=sys.stderr, flush=True)
            status = 70
        sys.stdout.flush()
        os._exit(status)
    return Ended(_wait(child), output.read_text("utf-8", "replace"))


def _become(arguments: list[str], environment: dict[str, str], output: Path) -> None:
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


#: Lines as they are reached: file below the package, number.
_seen: list[tuple[str, int]] = []
_trace_file: Path | None = None


def _watch(die_at: int | None, trace: Path | None) -> None:
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
            _seen.append((code.co_filename.removeprefix(str(PACKAGE)).lstrip("/"), number))
        return None

    sys.monitoring.use_tool_id(_TOOL, "prove")
    sys.monitoring.register_callback(_TOOL, sys.monitoring.events.LINE, line)
    sys.monitoring.set_events(_TOOL, sys.monitoring.events.LINE)


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


def preload() -> None:
    """Import what the commands import when they run, so that a forked process need not."""
    import cooperation_atlas.cli
    import cooperation_atlas.editions.assemble
    import cooperation_atlas.editions.geopackage
    import cooperation_atlas.editions.report
    import cooperation_atlas.editions.validate
    import cooperation_atlas.store.load  # noqa: F401
