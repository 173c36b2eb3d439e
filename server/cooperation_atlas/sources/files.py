"""Reading of whole files: what only looks like a file cannot make the process hang, fill the memory or end in a
traceback.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ..model.errors import AtlasError

_CHUNK = 1 << 20
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe (FIFO)"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_REASONS = {
    errno.ENOENT: "the file is missing",
    errno.ENOTDIR: "the file is missing: a part of its path is not a folder",
    errno.EACCES: "this user has no permission to read the file; change its permissions",
    errno.EPERM: "this user has no permission to read the file; change its permissions",
    errno.ELOOP: "the path is a link that leads back to itself; replace it with the file",
}
_CHANGED = "the file changed while it was being read; try again when nothing writes to it any more"


class Unreadable(AtlasError):
    """A file that cannot be read; the message is the reason alone, without the place."""


def check_regular(path: Path) -> None:
    """Make sure that ``path`` is a regular file, without opening it: opening a named pipe would wait for ever.

    :raises Unreadable: saying what it is instead
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise Unreadable(_reason(path, error)) from error
    _refuse_others(mode)


def read_whole(path: Path, most: int) -> bytes:
    """The content of a regular file.

    :param most: size limit in bytes
    :raises Unreadable: when it is missing, not a regular file, too large, or changes while it is read
    """
    check_regular(path)
    try:
        # Not to block: the file may have become a pipe since it was looked at.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Unreadable(_reason(path, error)) from error
    try:
        before = os.fstat(handle)
        _refuse_others(before.st_mode)
        chunks, size = [], 0
        while size <= most and (chunk := os.read(handle, _CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
        after = os.fstat(handle)
    except OSError as error:
        raise Unreadable(_reason(path, error)) from error
    finally:
        os.close(handle)
    if size > most:
        raise Unreadable(_too_large(most))
    if size != after.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable(_CHANGED)
    return b"".join(chunks)


@contextmanager
def opened(path: Path, most: int) -> Iterator[tuple[BinaryIO, int]]:
    """A regular file to be read piece by piece, and its size in bytes.

    :param most: size limit in bytes
    :raises Unreadable: when it is missing, not a regular file, too large, or, at the end, changed while it was read
    """
    check_regular(path)
    try:
        file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
    except OSError as error:
        raise Unreadable(_reason(path, error)) from error
    with file:
        before = os.fstat(file.fileno())
        _refuse_others(before.st_mode)
        if before.st_size > most:
            raise Unreadable(_too_large(most))
        yield file, before.st_size
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable(_CHANGED)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, after waiting for the process that holds it; the lock ends with the process.

    :raises OSError: where the folder cannot be opened
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def listed(folder: Path, pattern: str) -> list[Path]:
    """The paths in a folder that match a pattern, sorted; none where the user may not list it.

    Nothing is hidden by that: reading the files of such a folder says what is wrong.
    """
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _too_large(most: int) -> str:
    return f"the file is larger than the limit of {most >> 20} MB; split or shorten it"


def _refuse_others(mode: int) -> None:
    for is_kind, name in _KINDS:
        if is_kind(mode):
            raise Unreadable(f"the path is {name}, not a regular file; replace it with the file")


def _reason(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT and path.is_symlink():
        return f"the path is a link to {os.readlink(path)}, which does not exist"
    return _REASONS.get(error.errno or 0) or f"the file cannot be read: {error.strerror or error}"
