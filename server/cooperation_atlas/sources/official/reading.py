"""A table as a stream of rows: its format is recognised, its columns are found, each wrong place is named."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from ...model.errors import nearest
from ..files import Unreadable, opened
from ..findings import Finding, Severity
from .dataset import COLUMNS, USED

#: Limits in bytes: of the file, and of what it holds where it is compressed. The full table has about 80 MB.
MOST_BYTES, MOST_UNPACKED = 2 << 30, 4 << 30
#: Findings after which the rest of a file is not read.
ENOUGH = 1000
#: Called with the step, and how much of how much is done.
Progress = Callable[[str, int, int], None]

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


@dataclass(slots=True)
class Report:
    """What is wrong with a file, or doubtful.

    :param file: as shown to people
    """

    file: str
    findings: list[Finding] = field(default_factory=list)
    errors: int = 0

    def add(
        self, reason: str, row: int | None = None, column: str | None = None, value: str | None = None,
        nearest: tuple[str, ...] = (), *, warning: bool = False,
    ) -> None:  # fmt: skip
        """Add a finding, an error unless said otherwise."""
        severity = Severity.WARNING if warning else Severity.ERROR
        self.findings.append(Finding(self.file, reason, row, column, value, nearest, severity))
        self.errors += not warning

    @property
    def is_enough(self) -> bool:
        """Whether nobody would read more findings."""
        return self.errors > ENOUGH


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its number as a spreadsheet counts (of a JSON array, its place), its cells in the order of ``USED``, and
    all of it as one text."""

    number: int
    cells: tuple[str, ...]
    whole: str


def records(path: Path, report: Report, progress: Progress) -> Iterator[Record]:
    """The rows of a file in any of the formats.

    :param report: findings are added here; a broken end ends the rows
    """
    try:
        with opened(path, MOST_BYTES) as (file, size):

            def step() -> None:
                progress("read", min(file.tell(), size), size)

            yield from _recognised(file, report, step)
            progress("read", size, size)
    except Unreadable as error:
        report.add(str(error))


def _recognised(file: IO[bytes], report: Report, step: Callable[[], None]) -> Iterator[Record]:
    from . import delimited, json_array, spreadsheet

    start = file.read(4)
    file.seek(0)
    if start.startswith(_ZIP):
        yield from spreadsheet.records(file, report, step)
        return
    try:
        plain: IO[bytes] = _Unpacked(file) if start.startswith(_GZIP) else file  # type: ignore[assignment]
        head = plain.read(4096)
        plain.seek(0)
        module = json_array if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{") else delimited
        yield from module.records(plain, head, report, step)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        report.add(f"the compressed file is cut off or damaged ({error}); get it again")


class _Unpacked(gzip.GzipFile):
    """A compressed file that ends with an error where it unpacks to more than the limit."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(fileobj=file, mode="rb")

    def read(self, size: int | None = -1) -> bytes:
        """As for any file."""
        self._check()
        return super().read(size)

    def read1(self, size: int = -1) -> bytes:
        """As for any file."""
        self._check()
        return super().read1(size)

    def _check(self) -> None:
        if self.tell() > MOST_UNPACKED:
            raise zlib.error(f"it holds more than {MOST_UNPACKED >> 30} GB")


def normal(name: str) -> str:
    """The name of a column as the portal's interface has it: exports may head it with its title."""
    return "_".join("".join(c if c.isalnum() else " " for c in name.strip().casefold()).split())


def positions(names: Sequence[str], report: Report) -> list[int] | None:
    """Where the used columns are; ``None`` where one is missing or occurs twice.

    :param names: header of the file
    """
    found = [normal(name) for name in names]
    before = report.errors
    for position, name in enumerate(found):
        if name not in COLUMNS:
            shown = names[position].strip() or f"(column {position + 1}, without a name)"
            near = nearest(name, set(COLUMNS) - set(found), 1)
            report.add("the table has no such column; its values are not used", 1, shown, nearest=near, warning=True)
        elif found.index(name) != position:
            report.add("the column occurs twice", 1, name)
    _missing_columns(set(found), report)
    return None if report.errors > before else [found.index(name) for name in USED]


def _missing_columns(found: set[str], report: Report) -> None:
    """A finding for each column that is not there: an error where facts are taken from it."""
    others = found - set(COLUMNS)
    for column in COLUMNS:
        if column not in found:
            near = nearest(column, others, 1)
            used = column in USED
            reason = "the column is missing" if used else "the column is missing; nothing is taken from it"
            report.add(reason, 1, column, nearest=near, warning=not used)
