"""What is known from the tables made by hand together with the official ones that ``import-official`` wrote.

Lists (funds, categories of region, objectives, categorisation) are the union of both. Of a single value the one made by
hand stands: a title, a status, and the amounts of a fund of a programme. Validation lists where both differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .row import Row
from .schema import CODELISTS
from .schema_official import OFFICIAL

_LISTS = tuple(name for name in OFFICIAL if name not in {"programmes", "amounts"})


def joined(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    """The rows of those tables that have official counterparts with rows, by name.

    :param rows: the rows of every table as it was read
    """
    found = {name: (*rows[f"programmes_{name}"], *rows[f"official_{name}"]) for name in _LISTS}
    found["programmes"] = _programmes(rows["programmes_programmes"], rows["official_programmes"])
    found["amounts"] = _amounts(rows["programmes_amounts"], rows["official_amounts"])
    with_official = {f"programmes_{name}": found[name] for name in OFFICIAL if rows[f"official_{name}"]}
    return with_official | _codelists(rows)


def _programmes(made: Iterable[Row], official: Iterable[Row]) -> tuple[Row, ...]:
    """One row a programme: cell by cell what was made by hand, else what the official table says."""
    by_cci = {row.raw["cci"]: row for row in official}
    merged = []
    for row in made:
        other = by_cci.pop(row.raw["cci"], None)
        if other is not None:
            values = {name: other.values[name] if value is None else value for name, value in row.values.items()}
            row = replace(row, values=values, raw={n: cell or other.raw.get(n, "") for n, cell in row.raw.items()})
        merged.append(row)
    return (*merged, *by_cci.values())


def _amounts(made: Iterable[Row], official: Iterable[Row]) -> tuple[Row, ...]:
    """Those made by hand, and the official ones of funds of which there are none: they may be split differently."""
    rows = tuple(made)
    stated = {fund_of(row) for row in rows}
    return (*rows, *(row for row in official if fund_of(row) not in stated))


def fund_of(row: Row) -> tuple[str, str]:
    """The programme and the fund that a row of amounts is about."""
    return row.raw["cci"], row.raw["fund"]


def _codelists(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    """The code lists to which an official table adds codes."""
    added: dict[str, list[Row]] = {}
    for row in rows["official_codes"]:
        if row.raw["codelist"] in CODELISTS:
            added.setdefault(row.raw["codelist"], []).append(row)
    found = {}
    for id_, more in added.items():
        table = CODELISTS[id_]
        known = {row.raw["code"] for row in rows[table.name]}
        columns = [column.name for column in table.columns]
        ordered = list(rows[table.name])
        for row in more:
            if row.raw["code"] not in known:
                _insert(ordered, _with_columns(row, columns))
        found[table.name] = tuple(ordered)
    return found


def _insert(ordered: list[Row], new: Row) -> None:
    """Put a code where people look for it: after the codes of the same parent that come before it, else at the end."""
    parent, code = new.raw["parent"], new.raw["code"]
    before = (i for i, row in enumerate(ordered) if row.raw["parent"] == parent and row.raw["code"] < code)
    ordered.insert(max(before, default=len(ordered) - 1) + 1, new)


def _with_columns(row: Row, columns: Iterable[str]) -> Row:
    return replace(
        row,
        values={column: row.values.get(column) for column in columns},
        raw={column: row.raw.get(column, "") for column in columns},
    )
