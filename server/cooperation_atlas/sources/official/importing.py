"""An import from the first byte to the staged tables; nothing that is read changes before ``Prepared.publish``."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...model.errors import AtlasError
from ..files import Unreadable, opened
from ..findings import BadSources, Finding, has_errors
from ..row import Row
from ..schema import CODELISTS
from ..tables import read_table
from . import kept, tables
from .changes import Changes, changes
from .dataset import FINANCES, SOURCE, check_known
from .facts import Counts, FactReader
from .folder import exchange, staging
from .reading import MOST_BYTES, Progress, Report, records
from .state import State, working_state
from .words import Words

#: The portal gives as many rows where a request does not say how many.
_DEFAULT_LIMIT = 1000
_CHUNK = 1 << 20
_LISTS = (
    "objectives", "programme_statuses", "countries", "intervention_fields", "forms_of_support", "territorial_focus",
    "esf_secondary_themes", "gender_equality",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from.

    :param name: address, or name of the file, as the list of imports has it
    :param day: the day that the facts are of
    """

    path: Path
    name: str
    day: dt.date
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import that is ready to be published.

    :param folder: the staged tables
    :param findings: doubts; errors would have ended the import
    """

    folder: Path
    changes: Changes
    counts: Counts
    programmes: int
    findings: list[Finding]

    def publish(self) -> None:
        """Make the staged tables the ones that are read."""
        exchange(self.folder)


@contextmanager
def prepared(
    table: str, origin: Origin, data: Path, progress: Progress = lambda _step, _done, _total: None,
    *, rows: int | None = None, complete: bool = False,
) -> Iterator[Prepared]:  # fmt: skip
    """Read, check and stage a file.

    :param rows: number of rows that the file must have
    :param complete: whether it is the whole table: then it replaces everything, and what it has is complete
    :raises BadSources: with all findings, where one is an error
    :raises AtlasError: for a data set that cannot be imported, or another number of rows
    """
    check_known(table)
    if complete and rows is None:
        raise AtlasError("A whole table needs the number of its rows (--rows), as the portal states it.")
    report = Report(origin.name)
    lists = _lists(data)
    words = Words(lists)
    known = kept.codes(data)
    reader = FactReader(words, lists["countries"], report)
    with staging(data) as folder:
        old = kept.programmes(data)
        earlier = kept.imports(data)
        with working_state(folder) as state:
            state.add_new(reader.facts(records(origin.path, report, progress)), origin.day.isoformat())
            _check_rows(report, state, reader.counts, rows)
            if has_errors(report.findings):
                raise BadSources(report.findings)
            progress("join", 0, 4)
            if not complete:
                state.add_old(kept.rows(data))
            else:
                state.add_old(_readable_rows(data))
            state.merge(complete=complete)
            programmes = kept.merged(old, reader.programmes.values(), origin.day.isoformat(), complete=complete)
            progress("write", 1, 4)
            tables.write_facts(folder, state, programmes)
            progress("write", 2, 4)
            kept.write_rows(folder / kept.ROWS, state.kept())
            found = changes(old, programmes, state)
            progress("write", 4, 4)
        day = origin.day.isoformat()
        added = {key: (new, day) for key, new in words.new.items()}
        tables.write_codes(folder, (added if complete else added | known).values())
        tables.write_imports(folder, [*earlier, _entry(origin, reader.counts, len(earlier) + 1, complete)])
        yield Prepared(folder, found, reader.counts, len(reader.programmes), report.findings)


def _lists(data: Path) -> dict[str, dict[str, Row]]:
    lists = {}
    findings: list[Finding] = []
    for name in _LISTS:
        source, in_table = read_table(data, CODELISTS[name])
        findings += in_table
        lists[name] = {row.raw["code"]: row for row in source.rows}
    if has_errors(findings):
        raise BadSources(findings)
    return lists


def _readable_rows(data: Path) -> Iterator[tuple[object, ...]]:
    """The old rows for the differences; a whole table replaces them, so that lost ones do not matter."""
    try:
        yield from kept.rows(data)
    except AtlasError:
        return


def _check_rows(report: Report, state: State, counts: Counts, rows: int | None) -> None:
    counted = rows == counts.rows
    for number, first in state.repeated():
        advice = (
            "both count" if counted else "get the file again in one piece, or confirm its number of rows with --rows"
        )
        report.add(f"repeats row {first}, cell by cell; {advice}", number, warning=counted)
        if report.is_enough:
            return
    if report.errors:
        return
    if counts.rows == 0:
        report.add("the file has no rows")
    elif rows is not None and rows != counts.rows:
        report.add(f"the file has {counts.rows} rows, but should have {rows}; it is cut off, or not the one counted")
    elif rows is None and counts.rows == _DEFAULT_LIMIT:
        reason = f"the file has exactly {_DEFAULT_LIMIT} rows, as many as the portal gives unless $limit asks for more"
        report.add(reason, warning=True)


def _entry(origin: Origin, counts: Counts, number: int, complete: bool) -> dict[str, str]:
    try:
        digest = hashlib.sha256()
        with opened(origin.path, MOST_BYTES) as (file, size):
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except Unreadable as error:
        raise BadSources([Finding(origin.name, str(error))]) from error
    return {
        "number": str(number),
        "dataset": FINANCES,
        "read_from": origin.name,
        "bytes": str(size),
        "sha256": digest.hexdigest(),
        "etag": origin.etag,
        "last_modified": origin.last_modified,
        "rows": str(counts.rows),
        "rows_left_out": str(counts.left_out.total()),
        "complete": "yes" if complete else "no",
        "source": SOURCE,
        "source_date": origin.day.isoformat(),
    }
