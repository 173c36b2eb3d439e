"""The table of what is known, as text for a terminal and as Markdown for ``data/README.md``."""

from __future__ import annotations

from ..model.completeness import KNOWN_LISTS, Known
from ..model.errors import AtlasError
from .coverage import Coverage, sums

#: Between these lines a document has the table.
BEGIN, END = "<!-- coverage: `make coverage` writes what stands between these lines -->", "<!-- end of coverage -->"
_HEAD = ("period", "list", "known", "partial", "not known", "can be filled in")


def _rows(coverage: Coverage) -> list[tuple[str, ...]]:
    rows = []
    for (period,), sum_ in sums(coverage.counts, "period").items():
        for one in KNOWN_LISTS:
            states = sum_.states[one.code]
            numbers = (str(states[known]) for known in Known)
            rows.append((period, one.title, *numbers, f"{one.table}, {one.column}"))
    return rows


def _sentence(coverage: Coverage) -> str:
    every = sums(coverage.counts, "period").items()
    numbers = " and ".join(f"{sum_.programmes} of {period}" for (period,), sum_ in every)
    return f"Programmes: {numbers}. {len(coverage.missing)} more are known to exist (programmes/missing.csv)."


def text(coverage: Coverage) -> str:
    """Columns for a terminal."""
    rows = [_HEAD, *_rows(coverage)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join([*lines, "", _sentence(coverage), ""])


def markdown(coverage: Coverage) -> str:
    """A table of Markdown, and the sentence below it."""
    rows = [_HEAD, ("---", "---", "---:", "---:", "---:", "---"), *_rows(coverage)]
    return "\n".join([*(f"| {' | '.join(row)} |" for row in rows), "", _sentence(coverage), ""])


def put_into(document: str, coverage: Coverage, name: str) -> str:
    """The document with the table of today.

    :param name: of the document, for the error
    :raises AtlasError: where it has no place for the table
    """
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise AtlasError(f"{name} has no place for the table: a line {BEGIN}, and a line {END} below it.")
    return f"{before}{BEGIN}\n{markdown(coverage)}{END}{after}"
