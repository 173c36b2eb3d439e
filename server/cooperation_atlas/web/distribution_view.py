"""A distribution as its page shows it: choices of dimensions, a table with a link on each number, and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.collections import Collection
from ..model.criteria import criteria_of
from ..model.dimensions import PERIOD, Dimension, dimensions_of
from ..model.distribution import DISTRIBUTION
from ..model.periods import PERIODS
from ..ogc.distribution import Record, Told
from ..store.distribution import Breakdown
from .filters import DISPLAY
from .known import BAR, Bar
from .translations.catalogue import Catalogue

#: A form in which the page can be had: value of ``f``, title, ending of the name of the file.
Form = tuple[str, str, str]
#: Steps of the colours of a table of two dimensions.
_HEATS = 6
SEVERAL = "%(title)s: a feature may have several values, so that shares do not add up to 100 %%."
NOT_KNOWN = "%(title)s is not known for %(count)s: the true shares lie between the two ends."
COMPARED = "Objectives of 2014-2020 are mapped to today's topics; only the broadest topics are compared."


def notes_of(told: Told, catalogue: Catalogue) -> list[str]:
    """What a reader should know of the numbers."""
    notes = []
    for one, breakdown in zip(told.request.dimensions, told.counted.whole.breakdowns, strict=True):
        title = catalogue.translate(one.title)
        if one.several:
            notes.append(catalogue.gettext(SEVERAL) % {"title": title})
        if breakdown.unknown:
            number = catalogue.number(breakdown.unknown)
            notes.append(catalogue.gettext(NOT_KNOWN) % {"title": title, "count": number})
        if told.request.compare and one.broader_only:
            notes.append(catalogue.gettext(COMPARED))
    return notes


@dataclass(frozen=True, slots=True)
class Crossed:
    """A table of two dimensions.

    :param columns: codes and labels of the second one
    :param rows: label of a value of the first, its count, address, and cells by column: number, address, step of colour
    """

    columns: list[tuple[str, str]]
    rows: list[tuple[str, int, str, list[tuple[int, str, int] | None]]]


def page_content(told: Told, notes: Sequence[str], forms: Sequence[Form]) -> dict[str, Any]:
    """The variables of the page."""
    request = told.request
    given = {name: text for name, text in request.given.items() if name not in ("by", "compare", "f")}
    return {
        "collection": request.collection,
        "given": {name: text for name, text in request.given.items() if name != "f"},
        "filters": given,
        "here": f"/collections/{request.collection.id}/{DISTRIBUTION}",
        "forms": forms,
        "matched": told.matched,
        "search": told.href({}),
        "first": request.dimensions[0],
        "second": request.dimensions[1] if len(request.dimensions) > 1 else None,
        "compare": request.compare,
        "comparable": _is_comparable(told),
        "dimensions": list(dimensions_of(request.collection).values()),
        "known": _known(told),
        "periods": [told.denominators(period) for period in told.counted.periods],
        "values": [] if request.compare or len(request.dimensions) > 1 else [_drawn(told, row) for row in told.rows],
        "compared": [_compared(row) for row in told.rows] if request.compare else [],
        "crossed": _crossed(told) if len(request.dimensions) > 1 else None,
        "notes": notes,
    }


def _known(told: Told) -> list[tuple[Dimension, Breakdown, Bar]]:
    """For each dimension, of how many features how much is known."""
    known = []
    for one, breakdown in zip(told.request.dimensions, told.counted.whole.breakdowns, strict=True):
        whole, partial = breakdown.stated - breakdown.partial, breakdown.partial
        known.append((one, breakdown, Bar(_part(whole, told.matched), _part(partial, told.matched))))
    return known


def distribution_path(collection: Collection, given: Mapping[str, str]) -> tuple[str, dict[str, str]] | None:
    """Path and parameters of the distribution of the features that a list shows; ``None`` where there is none."""
    first = next(iter(dimensions_of(collection)), None)
    if first is None:
        return None
    kept = {name: value for name, value in given.items() if name not in DISPLAY or name == "lang"}
    return f"/collections/{collection.id}/{DISTRIBUTION}", {"by": first, **kept}


def _is_comparable(told: Told) -> bool:
    request = told.request
    return (
        len(request.dimensions) == 1
        and request.dimensions[0].across_periods is None
        and PERIOD in criteria_of(request.collection)
        and request.collection.period is None
        and PERIOD not in request.given
    )


def _part(number: int, of: int) -> float:
    return round(BAR * number / of, 2) if of else 0.0


def _drawn(told: Told, row: Record) -> tuple[str, Record, Bar]:
    """A value: its label, its numbers, and the bar of its share."""
    low, high = row["share_low"] or 0.0, row["share_high"] or 0.0
    (dimension,) = told.request.dimensions
    return row[f"{dimension.name}_text"], row, Bar(round(BAR * low, 2), round(BAR * (high - low), 2))


def _compared(row: Record) -> tuple[str, list[Record | None], tuple[float | None, float | None]]:
    """A value: its label, the numbers of each period, ``None`` where it could not be stated, and ends of the change."""
    _, label, *_rest = row.values()
    sides: list[Record | None] = []
    for period in PERIODS:
        end = period.replace("-", "_")
        names = ("count", "share_low", "share_high", "items")
        sides.append({n: row[f"{n}_{end}"] for n in names} if f"items_{end}" in row else None)
    return label, sides, (row["change_low"], row["change_high"])


def _crossed(told: Told) -> Crossed:
    first, second = told.request.dimensions
    rows, columns = ({value.code: value for value in each.values} for each in told.counted.whole.breakdowns)
    cells = {(row[first.name], row[second.name]): row for row in told.rows}
    most = max((row["count"] for row in told.rows), default=1)
    shown = [code for code in columns if columns[code].count]
    return Crossed(
        [(code, told.label(second, code)) for code in shown],
        [
            (
                told.label(first, code),
                value.count,
                told.href({first.parameter: code}),
                [_cell(cells.get((code, other)), most) for other in shown],
            )
            for code, value in rows.items()
            if value.count
        ],
    )


def _cell(row: Record | None, most: int) -> tuple[int, str, int] | None:
    return None if row is None else (row["count"], row["items"], 1 + (row["count"] - 1) * _HEATS // max(most, 1))
