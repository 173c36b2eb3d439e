"""Checks of the categorisation, and of the official tables beside those made by hand: where both differ.

What was made by hand stands (``sources.joined``). A title is not compared: the official one is a short form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.errors import nearest
from ..sources.findings import Finding, Severity
from ..sources.joined import fund_of
from ..sources.row import Row
from ..sources.schema import CODELISTS, DIMENSIONS
from ..sources.tables import Sources
from .check_tables import finding

#: Single values of a programme that both tables may state.
_SINGLE = ("period", "goal", "country", "programme_status", "version", "adopted")
#: Sums that differ by less, in euro, were rounded differently.
_ROUNDING = 1.0


def check_official(sources: Sources) -> Iterator[Finding]:
    """Findings of the categorisation and of the official tables."""
    yield from _dimensions(sources)
    for row in sources.tables["official_codes"].rows:
        if row.raw["codelist"] not in CODELISTS:
            yield finding(row, "codelist", "is not a code list", nearest(row.raw["codelist"], CODELISTS, 3))
        elif (parent := row.text("parent")) and parent not in sources.codes[row.raw["codelist"]]:
            yield finding(row, "parent", f"is not in the code list {row.raw['codelist']}")
    official = {row.raw["cci"]: row for row in sources.tables["official_programmes"].rows}
    for row in sources.tables["programmes_programmes"].rows:
        if other := official.get(row.raw["cci"]):
            yield from _differing(row, other)
    yield from _amounts(sources)


def _dimensions(sources: Sources) -> Iterator[Finding]:
    for table in ("programmes_categorisation", "official_categorisation"):
        for row in sources.tables[table].rows:
            dimension, code = row.text("dimension"), row.text("code")
            if dimension is None or code is None:
                continue
            if dimension not in DIMENSIONS:
                near = nearest(dimension, DIMENSIONS, 1) or DIMENSIONS
                yield finding(row, "dimension", "is not a dimension of the categorisation", near)
            elif code not in sources.codes[dimension] and sources.tables[CODELISTS[dimension].name].complete:
                near = nearest(code, sources.codes[dimension], 3)
                yield finding(row, "code", f"is not in the code list {dimension}", near)


def _differing(row: Row, official: Row) -> Iterator[Finding]:
    for column in _SINGLE:
        here, there = row.values[column], official.values[column]
        if here is not None and there is not None and here != there:
            yield _conflict(row, column, str(here), official, str(there))


def _amounts(sources: Sources) -> Iterator[Finding]:
    """Funds of programmes of which both tables state amounts, with sums that differ."""
    made, official = (_by_fund(sources.tables[f"{name}_amounts"].rows) for name in ("programmes", "official"))
    for fund, rows in made.items():
        others = official.get(fund, [])
        for column in ("eu_amount", "total_amount"):
            here, there = _sum(rows, column), _sum(others, column)
            if here is not None and there is not None and abs(here - there) > _ROUNDING:
                yield _conflict(rows[0], column, _written(here, len(rows)), others[0], _written(there, len(others)))


def _by_fund(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    by_fund: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_fund.setdefault(fund_of(row), []).append(row)
    return by_fund


def _sum(rows: Iterable[Row], column: str) -> float | None:
    amounts = [row.number_of(column) for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _written(amount: float, rows: int) -> str:
    return f"{amount:.2f}" + (f" (sum of {rows} rows)" if rows > 1 else "")


def _conflict(row: Row, column: str, value: str, official: Row, other: str) -> Finding:
    reason = f"{value} stands; {official.file} row {official.number} says {other}"
    return Finding(row.file, reason, row.number, column, row.raw[column] or None, severity=Severity.WARNING)
