"""Writing of the official tables into a staging folder: plain CSV in the order of their keys."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...model.cci import parse
from ..schema import TABLES
from .dataset import SOURCE
from .kept import KnownProgramme
from .state import State
from .words import NewCode


def write_facts(folder: Path, state: State, programmes: Mapping[str, KnownProgramme]) -> None:
    """Write all tables of facts.

    Amounts of a programme as a whole only where everything on it is known: sums of an extract are not what is planned.
    """
    whole = {cci for cci, programme in programmes.items() if programme.complete_on}
    _write(folder, "programmes", map(_programme, programmes.values()))
    _write(folder, "funds", (_sourced(*row) for row in state.funds()))
    _write(folder, "categories", (_sourced(*row) for row in state.categories()))
    _write(folder, "objectives", (_sourced(*row) for row in state.objectives()))
    _write(folder, "amounts", (_sourced(*_euro(row)) for row in state.amounts() if row[0] in whole))
    _write(folder, "categorisation", (_sourced(*_euro(row)) for row in state.categorisation()))


def write_codes(folder: Path, codes: Iterable[tuple[NewCode, str]]) -> None:
    """Write the codes that the official table uses and the code lists lack."""
    ordered = sorted(codes, key=lambda each: (each[0].codelist, each[0].code))
    rows = ((new.codelist, new.code, new.parent, new.label, new.definition, day) for new, day in ordered)
    _write(folder, "codes", (_sourced(*row) for row in rows))


def write_imports(folder: Path, imports: Iterable[Mapping[str, str]]) -> None:
    """Write the list of imports."""
    names = [column.name for column in TABLES["official_imports"].columns]
    _write(folder, "imports", ([row[name] for name in names] for row in imports))


def _programme(programme: KnownProgramme) -> list[str]:
    cci = parse(programme.cci)
    cells = {
        "cci": programme.cci,
        "title": programme.title,
        "period": cci.period,
        "goal": "IJG",
        "country": cci.country,
        "programme_status": programme.status,
        "version": programme.version,
        "adopted": programme.adopted,
        "complete_on": programme.complete_on,
        "source": SOURCE,
        "source_date": programme.read_on,
    }
    return [cells.get(column.name, "") for column in TABLES["official_programmes"].columns]


def _sourced(*cells: Any) -> Iterator[Any]:
    """A row whose last cell is the day of its source."""
    *facts, day = cells
    yield from (*facts, SOURCE, day)


def _euro(row: tuple[Any, ...]) -> tuple[Any, ...]:
    *about, eu, total, day = row
    return (*about, _amount(eu), _amount(total), day)


def _amount(cents: int | None) -> str:
    """Cents as euro without needless zeros."""
    if cents is None:
        return ""
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") if rest else str(whole)


def _write(folder: Path, name: str, rows: Iterable[Iterable[Any]]) -> None:
    table = TABLES[f"official_{name}"]
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows(rows)
