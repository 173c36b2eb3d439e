"""A distribution as rows of a table and as a JSON object, with a link from each number to its features."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ..model.collections import Collection
from ..model.dimensions import PERIOD, Dimension
from ..model.distribution import table_of
from ..model.errors import InvalidValue
from ..model.periods import PERIODS, Period
from ..store.budget import Budget
from ..store.contract import Store
from ..store.distribution import SMALLER, Breakdown, Distribution, Value
from ..store.query import Query
from .address import Address
from .distribution_request import DistributionRequest
from .parameter_names import parameters_named
from .search import chosen_query

Record = dict[str, Any]
#: The label of a value of a dimension, in a language.
Label = Callable[[Dimension, str], str]
#: Most cells of one answer.
MOST_CELLS = 20_000
#: Digits of shares: more would be noise.
_DIGITS = 4


@dataclass(frozen=True)
class Counted:
    """What a store says to a request.

    :param whole: of the search; where periods are compared, of both together
    :param periods: by period, where they stand side by side
    :param meant: topics to which any objective of each period is mapped
    """

    whole: Distribution
    periods: Mapping[str, Distribution]
    meant: Mapping[str, frozenset[str]]

    @property
    def rows(self) -> int:
        """The most rows that its table has."""
        return len(self.whole.cells) or len(self.whole.breakdowns[0].values)

    @property
    def squares(self) -> int:
        """With two dimensions, the pairs of their values, also those that no feature has."""
        return math.prod(len(each.values) for each in self.whole.breakdowns) if len(self.whole.breakdowns) > 1 else 0


def count(store: Store, request: DistributionRequest, budget: Budget | None = None) -> Counted:
    """Carry out a request.

    :raises OverBudget: where it costs more than ``budget``
    :raises InvalidValue: for values that do not fit, and for more cells than an answer may have
    """
    with parameters_named():
        query = chosen_query(store, request.query, request.alternatives)
        whole = store.distribution(query, request.dimensions, budget)
        counted = Counted(whole, {}, {})
        if counted.rows > MOST_CELLS:
            raise InvalidValue("by", f"gives {counted.rows} cells; the limit is {MOST_CELLS}. {SMALLER}")
        if not request.compare:
            return counted
        periods = {code: store.distribution(_of_period(query, code), request.dimensions, budget) for code in PERIODS}
    return Counted(whole, periods, {code: _topics_meant(store, period) for code, period in PERIODS.items()})


def _topics_meant(store: Store, period: Period) -> frozenset[str]:
    """The topics that any objective of a period is mapped to, and those above them."""
    topics, (first, last) = store.codelists["topics"], (period.start.isoformat(), period.end.isoformat())
    valid = (one for one in store.codelists["objectives"] if (one.valid_from or "") <= last)
    of_period = (one.code for one in valid if one.valid_to is None or one.valid_to >= first)
    meant = (topic for objective in of_period for topic in store.objective_topics.get(objective, ()))
    return frozenset().union(*(topics.ancestors(topic) for topic in meant))


def _of_period(query: Query, period: str) -> Query:
    return replace(query, criteria=(*query.criteria, (PERIOD, (period,))))


class Told:
    """A distribution with labels and links.

    :param address: of the features that match, without ``by``
    """

    def __init__(
        self, store: Store, request: DistributionRequest, counted: Counted, label: Label, address: Address
    ) -> None:
        self._store = store
        self._label = label
        self._address = address
        self.request = request
        self.counted = counted

    @property
    def matched(self) -> int:
        """Number of features that match."""
        return self.counted.whole.matched

    @cached_property
    def table(self) -> Collection:
        """The table of the rows."""
        return table_of(self.request.dimensions, compare=self.request.compare, possible=self._possible)

    @cached_property
    def rows(self) -> list[Record]:
        """The rows of the table."""
        if self.request.compare:
            return list(self._compared())
        return list(self._cells() if len(self.request.dimensions) > 1 else self._values())

    def dimensions(self) -> list[Record]:
        """What each dimension is, of how many features how much is known, and its values."""
        return [
            self._described(one, breakdown)
            for one, breakdown in zip(self.request.dimensions, self.counted.whole.breakdowns, strict=True)
        ]

    def denominators(self, period: str) -> Record:
        """Of how many features of a period how much is known."""
        distribution = self.counted.periods[period]
        return {
            "period": period,
            "numberMatched": distribution.matched,
            **_known(distribution.breakdowns[0]),
            "href": self.href({PERIOD: period}),
        }

    def href(self, values: Mapping[str, str]) -> str:
        """The address of the search with values put in, by parameter."""
        return self._address.url(**{name: value.replace(",", "\\,") for name, value in values.items()})

    def label(self, dimension: Dimension, code: str) -> str:
        """The label of a value."""
        return self._label(dimension, code)

    @property
    def _possible(self) -> bool:
        return self.request.query.include_unknown

    def _described(self, dimension: Dimension, breakdown: Breakdown) -> Record:
        values = [] if self.request.compare else [self._value(dimension, breakdown, one) for one in breakdown.values]
        return {
            "name": dimension.name,
            "title": dimension.title,
            "description": dimension.description,
            "parameter": dimension.parameter,
            **({"codelist": dimension.codelist} if dimension.codelist else {}),
            "several": dimension.several,
            "places": dimension.is_place,
            **_known(breakdown),
            **({} if self.request.compare else {"values": values}),
        }

    def _value(self, dimension: Dimension, breakdown: Breakdown, value: Value) -> Record:
        return {
            "code": value.code,
            "label": self._label(dimension, value.code),
            **self._numbers(self.matched, breakdown, value),
            "href": self.href({dimension.parameter: value.code}),
        }

    def _numbers(self, matched: int, breakdown: Breakdown, value: Value) -> Record:
        low = value.count - value.unknown if self._possible else value.count
        return {
            "count": value.count,
            "unknown": value.unknown,
            "share_low": _share(low, matched),
            "share_high": _share(value.count + (0 if self._possible else value.unknown), matched),
            # What is not known to match has no place among what is stated.
            "share_of_stated": None if self._possible else _share(value.count, breakdown.stated),
        }

    def _values(self) -> Iterator[Record]:
        (dimension,), (breakdown,) = self.request.dimensions, self.counted.whole.breakdowns
        for value in breakdown.values:
            yield {
                **self._named(dimension, value.code),
                "matched": self.matched,
                "stated": breakdown.stated,
                **self._numbers(self.matched, breakdown, value),
                "items": self.href({dimension.parameter: value.code}),
            }

    def _cells(self) -> Iterator[Record]:
        first, second = self.request.dimensions
        totals = [{one.code: one.count for one in each.values} for each in self.counted.whole.breakdowns]
        for cell in self.counted.whole.cells:
            (one, other), number = cell.codes, cell.count
            low = number - (cell.unknown or 0)
            yield {
                **self._named(first, one),
                **self._named(second, other),
                "count": number,
                "unknown": cell.unknown,
                "matched": self.matched,
                "share_low": _share(low, self.matched),
                f"count_{first.name}": totals[0][one],
                f"share_{first.name}": _share(number, totals[0][one]),
                f"count_{second.name}": totals[1][other],
                f"share_{second.name}": _share(number, totals[1][other]),
                "items": self.href({first.parameter: one, second.parameter: other}),
            }

    def _compared(self) -> Iterator[Record]:
        (dimension,) = self.request.dimensions
        by_period = {
            period: {value.code: value for value in distribution.breakdowns[0].values}
            for period, distribution in self.counted.periods.items()
        }
        for code in self._in_common(dimension):
            record = self._named(dimension, code)
            ends: list[tuple[float | None, float | None]] = []
            for period, distribution in self.counted.periods.items():
                value, (breakdown,) = by_period[period][code], distribution.breakdowns
                numbers: Record = {"matched": distribution.matched, "stated": breakdown.stated}
                if self._is_meant(dimension, code, period) or value.count:
                    numbers |= self._numbers(distribution.matched, breakdown, value)
                    numbers["items"] = self.href({dimension.parameter: code, PERIOD: period})
                record |= {f"{name}_{period.replace('-', '_')}": number for name, number in numbers.items()}
                ends.append((numbers.get("share_low"), numbers.get("share_high")))
            (low, high), (low_now, high_now) = ends
            record["change_low"] = _difference(low_now, high)
            record["change_high"] = _difference(high_now, low)
            yield record

    def _in_common(self, dimension: Dimension) -> Sequence[str]:
        """The values that mean the same in both periods.

        :raises InvalidValue: where the search leaves none of them
        """
        codes = [value.code for value in self.counted.whole.breakdowns[0].values]
        if not dimension.broader_only:
            return codes
        known = self._store.codelists[dimension.codelist or ""].codes
        broad = [code for code in codes if known[code].parent is None]
        if not broad:
            asked = self.request.given.get(dimension.parameter, "")
            reason = f"only the broadest values of {dimension.parameter} are in both periods; '{asked}' is narrower."
            raise InvalidValue("compare", reason)
        return broad

    def _is_meant(self, dimension: Dimension, code: str, period: str) -> bool:
        """Whether a value can be stated in a period at all."""
        return not dimension.broader_only or code in self.counted.meant[period]

    def _named(self, dimension: Dimension, code: str) -> Record:
        return {dimension.name: code, f"{dimension.name}_text": self._label(dimension, code)}


def _known(breakdown: Breakdown) -> Record:
    return {
        "stated": breakdown.stated,
        "partial": breakdown.partial,
        "unknown": breakdown.unknown,
        "none": breakdown.none,
    }


def _share(number: int, of: int) -> float | None:
    return round(number / of, _DIGITS) if of else None


def _difference(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else round(one - other, _DIGITS)
