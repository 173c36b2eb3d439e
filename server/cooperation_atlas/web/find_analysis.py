"""The analysis strip of the page "Find a partner": how its results are distributed over topics and countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.dimensions import dimensions_of
from ..ogc.parameter_names import parameters_named
from ..store.budget import Budget
from ..store.contract import Store
from .find_request import FindRequest

#: What results are counted by: rows and columns of the table. Bars show the columns.
ROWS, COLUMNS = "country", "topic"
#: Steps of the colours of the table.
_HEATS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its bar.

    :param width: from 0 to 100
    """

    code: str
    text: str
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Numbers of results, each of which is a search.

    :param matched: number of all results
    :param stated: of how many a topic is known
    :param cells: by country and topic: number, step of colour
    """

    matched: int
    stated: int
    bars: Sequence[Bar]
    countries: Sequence[Bar]
    cells: dict[tuple[str, str], tuple[int, int]]


def analysis_of(found: FindRequest, store: Store, language: str, budget: Budget | None) -> Analysis:
    """The results by topic, and by country and topic: the numbers of ``/collections/…/distribution``.

    :raises OverBudget: where that costs more than ``budget``
    """
    dimensions = dimensions_of(found.collection)
    with parameters_named():
        counted = store.distribution(found.query(store), [dimensions[ROWS], dimensions[COLUMNS]], budget)
    rows, columns = counted.breakdowns
    codes = store.codelists["topics"]
    several = [value for value in columns.values if value.count]
    # The broad topics, or where the search is inside one of them, those that it has.
    broad = [value for value in several if codes.codes[value.code].parent is None]
    shown = broad if len(broad) > 1 else [v for v in several if codes.codes[v.code].parent is not None] or broad
    most = max((value.count for value in shown), default=1)
    bars = [Bar(v.code, codes.codes[v.code].label_in(language), v.count, round(100 * v.count / most, 1)) for v in shown]
    highest = max((value.count for value in rows.values), default=1) or 1
    countries = [
        Bar(v.code, store.codelists.label("countries", v.code, language), v.count, round(100 * v.count / highest, 1))
        for v in rows.values
        if v.count
    ]
    wanted = {bar.code for bar in bars}
    numbers = {cell.codes: cell.count for cell in counted.cells if cell.codes[1] in wanted}
    top = max(numbers.values(), default=1)
    cells = {pair: (number, 1 + (number - 1) * _HEATS // top) for pair, number in numbers.items()}
    return Analysis(counted.matched, columns.stated, bars, countries, cells)
