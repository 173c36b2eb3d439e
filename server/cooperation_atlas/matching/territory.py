"""Strategies, structure and categories of region: how alike two areas divide among classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .arrays import Divided, Shares
from .asker import Asker
from .interval import Interval, ratio

#: Programmes that are compared with each other to see what likeness is to be expected.
_SAMPLE = 300


def strategies(territories: Shares, own: Divided) -> Interval:
    """The strategy of which the two areas share most: the product of the shares that lie inside it.

    Not applicable for who lies in none. Membership is stated area by area, so that nothing is unknown here.
    """
    shared = (territories.known * own.known).max(axis=1, initial=0.0)
    return Interval.known(shared, applies=bool(own.known.any()))


def class_weights(shares: np.ndarray) -> np.ndarray:
    """How much each class counts: -ln of its share among all areas, so that what nearly all have counts for little.

    :param shares: share of each class among the areas that have any
    """
    return np.where(shares > 0, -np.log(np.clip(shares, 1e-9, 0.999)), 0.0)


def likeness(typologies: Sequence[Shares], weights: Sequence[np.ndarray], own: Sequence[Divided]) -> Interval:
    """Likeness in all typologies together: Σ w·min / Σ w·max of the shares of each class (a weighted Jaccard index).

    Where a class is not known, the low end takes it to be another one, and the high end the same.
    """
    size = len(typologies[0].known)
    same, either, most_same, most_either = (np.zeros(size) for _ in range(4))
    for shares, weight, divided in zip(typologies, weights, own, strict=True):
        known, possible, heaviest = divided.known, divided.possible, float(weight.max())
        same += np.minimum(shares.known, known) @ weight
        either += np.maximum(shares.known, known) @ weight
        # Shares sum to 1 on either side: there is a bound, however little is known.
        most_same += np.minimum(heaviest, np.minimum(shares.possible, possible) @ weight)
        most_either += np.minimum(2 * heaviest, np.maximum(shares.possible, possible) @ weight)
    return Interval(ratio(same, most_either, 0.0), ratio(most_same, either, 1.0))


def chance_of(typologies: Sequence[Shares], weights: Sequence[np.ndarray]) -> float:
    """The mean likeness of two programmes: what chance gives."""
    known = np.all([shares.known.sum(axis=1) > 0 for shares in typologies], axis=0)
    rows = np.flatnonzero(known)
    rows = rows[:: max(1, len(rows) // _SAMPLE)]
    if len(rows) < 2:
        return 0.0
    sample = [Shares(shares.name, shares.codes, shares.known[rows]) for shares in typologies]
    sums = [likeness(sample, weights, [s.row(row) for s in sample]).low.sum() - 1.0 for row in range(len(rows))]
    return float(np.clip(sum(sums) / (len(rows) * (len(rows) - 1)), 0.0, 0.99))


def structure(
    typologies: Sequence[Shares], weights: Sequence[np.ndarray], chance: float, own: Sequence[Divided], applies: bool
) -> Interval:
    """Likeness beyond what chance gives.

    :param own: of the area that asks
    :param applies: whether it is known which area that is
    """
    alike = likeness(typologies, weights, own)
    low, high = (np.maximum(0.0, end - chance) / (1.0 - chance) for end in (alike.low, alike.high))
    return Interval(low, high, applies)


def complement(categories: Shares, asker: Asker) -> Interval:
    """How different the categories of region are: 1 less the share that both divide in the same way.

    Not applicable for a need that names no area.
    """
    own = asker.area.categories
    same = np.minimum(categories.known, own.known).sum(axis=1)
    most = np.minimum(categories.possible, own.possible).sum(axis=1)
    return Interval(1.0 - np.minimum(1.0, most), 1.0 - np.minimum(1.0, same), asker.is_placed)
