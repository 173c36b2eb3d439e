"""Rows of the official table as facts: each is checked, those of other programmes are left out and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

from ...model.cci import CCI, parse
from ...model.errors import nearest
from ...model.periods import CURRENT_PERIOD
from ..cells import read_cell
from ..declarations import Kind, SourceColumn
from .dataset import FUNDS, LEFT_OUT_DIRECTORATES, LEFT_OUT_TYPES
from .reading import Record, Report
from .words import Problem, Words

_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]+)?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00:00(\.0+)?)?")
#: Euro by which the part of the Union may exceed the total: both are rounded.
_ROUNDING = 100
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a row says. Amounts are whole cents; ``adopted`` is a day or empty."""

    number: int
    cci: str
    priority: str
    priority_type: str
    objective: str
    dimension: str
    code: str
    fund: str
    category: str
    eu: int | None
    total: int | None
    adopted: str
    whole: str


@dataclass(frozen=True, slots=True)
class Programme:
    """What the rows of a programme say of it, all alike."""

    cci: str
    title: str
    status: str
    version: str
    adopted: str
    number: int


@dataclass(slots=True)
class Counts:
    """How many rows were read, and how many were left out, by what they are about."""

    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


class FactReader:
    """Turns rows into facts; what is wrong goes into the report.

    :param countries: codes of the countries that programmes may be of
    """

    def __init__(self, words: Words, countries: Iterable[str], report: Report) -> None:
        self._words = words
        self._countries = frozenset(countries)
        self._report = report
        self._told: set[Problem] = set()
        self.programmes: dict[str, Programme] = {}
        self.counts = Counts()
        # Words repeat in nearly every row: each combination is looked up once.
        self._cci = cache(self._read_cci)
        self._category = cache(words.category)
        self._objective = cache(words.objective)
        self._dimension = cache(words.dimension)
        self._region = cache(words.category_of_region)
        self._title = cache(_with_plain_spaces)

    def facts(self, records: Iterable[Record]) -> Iterator[Fact]:
        """The facts of all rows that can be used."""
        for record in records:
            self.counts.rows += 1
            fact = self._fact(record)
            if fact is not None:
                yield fact

    def _fact(self, record: Record) -> Fact | None:
        number = record.number
        (
            code, written, status, version, adopted, priority, priority_type, policy, objective, objective_name,
            dimension_name, category, category_title, category_name, fund, region, eu, total,
        ) = record.cells  # fmt: skip
        title = self._title(written)
        cci, kept_apart, problems = self._cci(code)
        if kept_apart:
            self.counts.left_out[kept_apart] += 1
            return None
        if not self._tell(number, problems):
            return None
        day = self._programme(number, code, title, status, version, adopted)
        if cci is None or day is None:
            return None
        fine = True
        if fund not in FUNDS:
            self._wrong(
                number,
                Problem("fund", fund, f"{fund} is not a fund of such programmes", nearest(fund, FUNDS, 1) or FUNDS),
            )
            fine = False
        region_code, problems = self._region(region)
        fine &= self._tell(number, problems)
        objective_code, problems = self._objective(objective, policy, objective_name)
        fine &= self._tell(number, problems)
        dimension, problems = self._dimension(dimension_name)
        fine &= self._tell(number, problems)
        if dimension is not None:
            fine &= self._tell(number, self._category(dimension, category, category_title, category_name))
        elif fine:
            self.counts.left_out[f"dimension {dimension_name}"] += 1
        cents = self._amount(number, "eu_amount", eu), self._amount(number, "total_amount", total)
        if cents[0] is not None and cents[1] is not None and cents[0] > cents[1] + _ROUNDING:
            self._wrong(number, Problem("eu_amount", eu, f"{eu} is more than the total_amount {total}"))
        if not fine or dimension is None:
            return None
        return Fact(
            number, code, priority, priority_type, objective_code, dimension, category, fund, region_code, *cents, day,
            record.whole,
        )  # fmt: skip

    def _read_cci(self, code: str) -> tuple[CCI | None, str, list[Problem]]:
        """The parts of a CCI code, what its programme is where it is left out, and what is wrong."""
        try:
            cci = parse(code)
        except ValueError as error:
            reason = str(error) if code else "the cell is empty, but a value is required"
            return None, "", [Problem("cci", code, reason)]
        if cci.period != CURRENT_PERIOD.code:
            reason = f"{code} is of {cci.period}, but the table is of {CURRENT_PERIOD.code}"
            return None, "", [Problem("cci", code, reason)]
        left_out = LEFT_OUT_DIRECTORATES.get(cci.directorate) or LEFT_OUT_TYPES.get(cci.type) or ""
        if not left_out and cci.country not in self._countries:
            near = nearest(cci.country, self._countries, 3)
            return None, "", [Problem("cci", code, f"{cci.country} is not a country of {code}", near)]
        return cci, left_out, []

    def _programme(
        self, number: int, cci: str, title: str, status: str, version: str, adopted: str
    ) -> str | None:  # fmt: skip
        """The day of adoption, after a check that the row says the same of its programme as the first one."""
        known = self.programmes.get(cci)
        if known is not None and (known.title, known.version, known.adopted, known.status) == (
            title, version, adopted[:10], self._status(number, status),
        ):  # fmt: skip
            return known.adopted
        if known is None:
            return self._first(number, cci, title, status, version, adopted)
        if known.version != version or known.adopted != adopted[:10]:
            reason = (
                f"{version} of {adopted} is another version of {cci} than {known.version} of {known.adopted} in row "
                f"{known.number}; a table has one version of a programme"
            )
            self._wrong(number, Problem("version", version, reason))
            return None
        reason = f"{cci} has another title or status than in row {known.number}, which counts"
        self._tell(number, [Problem("programme_title_short", title, reason, doubt=True)])
        return known.adopted

    def _first(self, number: int, cci: str, title: str, status: str, version: str, adopted: str) -> str | None:
        match = _DAY.fullmatch(adopted)
        problems = [
            *_text_problems("programme_title_short", title, required=True),
            *_text_problems("version", version, required=False),
        ]
        day, _ = read_cell(SourceColumn("adopted", Kind.DATE), match[1]) if match else (None, [])
        if adopted and day is None:
            problems.append(
                Problem("last_adoption_date_ecms", adopted, f"{adopted} is not a date as YYYY-MM-DD")
            )  # fmt: skip
        if not self._tell(number, problems):
            return None
        code = self._status(number, status)
        self.programmes[cci] = Programme(cci, title, code, version, adopted[:10], number)
        return adopted[:10]

    def _status(self, number: int, name: str) -> str:
        code, problems = self._words.status(name)
        self._tell(number, problems)
        return code

    def _amount(self, number: int, column: str, text: str) -> int | None:
        if not text:
            reason = "the cell is empty; the row states that the category is planned, not how much"
            self._tell(number, [Problem(column, "", reason, doubt=True)])
            return None
        if _NUMBER.fullmatch(text):
            whole, _, decimals = text.partition(".")
            if len(decimals) <= 2:
                return int(whole) * 100 + int((decimals + "00")[:2])
            return int(Decimal(text).quantize(_CENT, ROUND_HALF_EVEN) * 100)
        self._wrong(number, Problem(column, text, *_wrong_amount(text)))
        return None

    def _tell(self, number: int, problems: Iterable[Problem]) -> bool:
        """Report problems; the result is whether the row can be used."""
        fine = True
        for problem in problems:
            if not problem.doubt:
                self._wrong(number, problem)
                fine = False
            elif problem not in self._told:
                self._told.add(problem)
                self._report.add(
                    problem.reason, number, problem.column, problem.value or None, problem.nearest, warning=True
                )
        return fine

    def _wrong(self, number: int, problem: Problem) -> None:
        self._report.add(problem.reason, number, problem.column, problem.value or None, problem.nearest)


def _wrong_amount(text: str) -> tuple[str, tuple[str, ...]]:
    if re.fullmatch(r"-[0-9.,]+", text):
        return f"{text} is negative; planned amounts are not", ()
    if re.fullmatch(r"[0-9]{13,}(\.[0-9]+)?", text):
        return f"{text} is more than any budget of the Union", ()
    mended = text.replace(".", "").replace(",", ".") if re.fullmatch(r"[0-9.]+,[0-9]+", text) else ""
    return f"{text} is not a number such as 1234.5", (mended,) if mended else ()


def _with_plain_spaces(text: str) -> str:
    """The text with single plain spaces for any others: the table mixes both within the same titles."""
    return " ".join(text.split())


def _text_problems(column: str, text: str, required: bool) -> Iterator[Problem]:
    _, problems = read_cell(SourceColumn(column, required=required), text)
    for problem in problems:
        yield Problem(column, text, problem.reason, problem.nearest, doubt=problem.severity != "error")
