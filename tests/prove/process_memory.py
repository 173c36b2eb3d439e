"""Memory of a process and of all that descend from it."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

_PSS = re.compile(r"^Pss:\s+(\d+)", re.MULTILINE)


def family(pid: int) -> set[int]:
    """The process and its descendants."""
    found = {pid}
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found |= family(int(child))
    return found


def memory(pid: int) -> float:
    """Proportional set size of the family in megabytes: pages that they share are counted once."""
    total = 0
    for each in family(pid):
        with suppress(OSError):
            found = _PSS.search(Path(f"/proc/{each}/smaps_rollup").read_text())
            total += int(found[1]) if found else 0
    return total / 1024
