"""How the features of a search are distributed over the values of dimensions, as a store tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: What to ask for instead of a distribution that costs too much.
SMALLER = "Choose a dimension with fewer values, or add a filter."


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a dimension.

    :param code: as a search takes it
    :param count: features that the search with this value finds
    :param unknown: features of which it is not known whether they have it: beside ``count``, or where the query
        includes them, among it
    """

    code: str
    count: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The features of a search by one dimension.

    ``stated``, ``unknown`` and ``none`` add up to the features that match.

    :param dimension: its name
    :param values: in the order of their list, also those that no feature has; of areas those that are met
    :param stated: features of which at least one value is known
    :param partial: of these, the ones that may have further values
    :param unknown: features of which no value is known, but that may have one
    :param none: features that have none, such as programmes without entries
    """

    dimension: str
    values: Sequence[Value]
    stated: int
    partial: int
    unknown: int
    none: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Features with a value of each of two dimensions.

    :param unknown: where the query includes what is not known, the part of ``count`` that is not known; else ``None``
    """

    codes: tuple[str, str]
    count: int
    unknown: int | None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The features of a search by one dimension or two.

    :param matched: number of features that match
    :param unknown: of these, the ones of which it is not known; ``None`` where the query does not include them
    :param breakdowns: one for each dimension
    :param cells: with two dimensions, their pairs of values that any feature has
    """

    matched: int
    unknown: int | None
    breakdowns: Sequence[Breakdown]
    cells: Sequence[Cell]
