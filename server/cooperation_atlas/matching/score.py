"""From parts to a score: an interval, an order, a tier; and who is shown where many are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .interval import Interval
from .tables import Tier


def score(parts: Mapping[str, Interval], weights: Mapping[str, float]) -> Interval:
    """The weighted mean of the parts that apply: L = Σ w·low / Σ w, U = Σ w·high / Σ w.

    The denominator is the same for all programmes that are compared. Where no part with a weight applies, nothing is
    known of anybody, and the score does not apply.
    """
    counted = {name: weights[name] for name, part in parts.items() if part.applies and weights.get(name)}
    total = sum(counted.values())
    size = len(next(iter(parts.values())).low)
    if not total:
        return Interval(np.zeros(size), np.ones(size), applies=False)
    # The larger end is summed from the difference, so that rounding never puts it below the other.
    low = sum((weight * parts[name].low for name, weight in counted.items()), np.zeros(size)) / total
    width = sum((weight * (parts[name].high - parts[name].low) for name, weight in counted.items()), np.zeros(size))
    return Interval(low, np.minimum(1.0, low + width / total))


def order_of(scored: Interval, upper: float) -> np.ndarray:
    """What partners are ordered by: the low end, and a little of what may be."""
    value: np.ndarray = scored.low + upper * (scored.high - scored.low)
    return value


def tier_of(value: float, low: float, tiers: Sequence[Tier]) -> str:
    """The tier of a value of the order, and of the low end of its score."""
    return next(tier.name for tier in tiers if value >= tier.least and low >= tier.known)


def ranked(*values: np.ndarray) -> np.ndarray:
    """Rows by falling value of the first, then of the second one, and so on; equal ones in the order of their ids.

    Values are rounded first: what differs in the last bits of the machine is equal.
    """
    return np.lexsort((np.arange(len(values[0])), *(-np.round(value, 9) for value in reversed(values))))


def spread(rows: np.ndarray, country: np.ndarray, area: np.ndarray, per_country: int, per_area: int) -> np.ndarray:
    """The rows in their order, with at most so many of one country and of one area."""
    countries: dict[int, int] = {}
    areas: dict[int, int] = {}
    kept = []
    for row, of_country, of_area in zip(rows.tolist(), country[rows].tolist(), area[rows].tolist(), strict=True):
        if countries.get(of_country, 0) < per_country and areas.get(of_area, 0) < per_area:
            countries[of_country] = countries.get(of_country, 0) + 1
            areas[of_area] = areas.get(of_area, 0) + 1
            kept.append(row)
    return np.array(kept, dtype=np.int64)
