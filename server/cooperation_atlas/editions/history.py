"""The order in which editions were published: one line for each switch, time and edition id.

A line is written before its switch, so the last one may name an edition that was never served, because its publish was
killed in between. The next publish then records again what was served; readers pass in what is served now.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from ..model.errors import AtlasError
from ..sources.files import Unreadable, read_whole

HISTORY = "history"
#: Most bytes that are read: a switch takes 38.
_LARGEST = 1 << 26
_LINE = re.compile(r"\S+ (\S+)")


def published(root: Path) -> list[str]:
    """The ids in the order of their switches; one that was published several times is named several times.

    Lines that a full disk or a kill left unfinished are skipped.

    :raises AtlasError: where the file cannot be read
    """
    path = root / HISTORY
    if not path.exists() and not path.is_symlink():
        return []
    try:
        text = read_whole(path, _LARGEST).decode("utf-8", "replace")
    except Unreadable as error:
        raise AtlasError(f"{path}: {error}.") from error
    lines = text.split("\n")[:-1]  # what follows the last line feed was not written to its end
    return [match[1] for line in lines if (match := _LINE.fullmatch(line))]


def before(root: Path, served: str | None) -> list[str]:
    """The other editions in the order in which they were last published before the one served, the latest first.

    What was rolled back from is one of them: it was served until then.

    :param served: ``None`` where nothing is: all that were published
    """
    ids = published(root)
    if served in ids:
        ids = ids[: len(ids) - ids[::-1].index(served)]
    return [id_ for id_ in dict.fromkeys(reversed(ids)) if id_ != served]


def way_back(root: Path, served: str) -> list[str]:
    """The editions to roll back to, the nearest first: going back to an earlier one forgets what came after it."""
    stack: list[str] = []
    for id_ in published(root):
        if id_ in stack:
            del stack[stack.index(id_) :]
        stack.append(id_)
    # A publish killed before its switch is in the history, but was never served.
    return (stack[: stack.index(served)] if served in stack else stack)[::-1]


def remember(root: Path, id_: str, served: str | None) -> None:
    """Record the switch from ``served`` to ``id_``, flushed to the disk."""
    path, ids = root / HISTORY, published(root)
    # Only where the last line is of a switch that never happened, or somebody else set the link.
    repeated = [served] if served is not None and ids and ids[-1] != served else []
    moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    lines = "".join(f"{moment} {each}\n" for each in (*repeated, id_))
    try:
        with path.open("a+b") as history:
            if history.seek(0, os.SEEK_END):
                history.seek(-1, os.SEEK_END)
                if history.read(1) != b"\n":  # a full disk or a kill left a line unfinished
                    lines = "\n" + lines
            history.write(lines.encode())
            history.flush()
            os.fsync(history.fileno())
    except OSError as error:  # errors of writing do not name the file
        raise OSError(error.errno, error.strerror, str(path)) from error
