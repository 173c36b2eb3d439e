"""Strategies, structure and categories of region: how alike two areas divide among classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .facts import Shares
from .interval import Interval, ratio

#: Programmes that are compared with each other to see what likeness is to be expected.
_SAMPLE = 300


def strategies(territories: Shares, asker: int) -> Interval:
    """The strategy of which the two areas share most: the product of the shares that lie inside it.

    Not applicable for who lies in none. Membership is stated area by area, so that nothing is unknown here.
    """
    shared = (territories.known * territories.known[asker]).max(axis=1, initial=0.0)
    return Interval.known(shared, applies=bool(territories.known[asker].any()))


def class_weights(shares: np.ndarray) -> np.ndarray:
    """How much each class counts: the rarer among all areas, the more.

    :param shares: share of each class among all areas
    """
    total = shares.sum()
    return np.where(shares > 0, 1.0 - np.log(np.maximum(shares, 1e-9) / max(total, 1e-9)), 1.0)


def likeness(shares: Shares, weights: np.ndarray, asker: int) -> Interval:
    """Likeness in one typology: Σ w·min / Σ w·max of the shares of each class (a weighted Jaccard index).

    Where a class is not known, the low end takes it to be another one, and the high end the same.
    """
    own, own_most = shares.known[asker], shares.possible[asker]
    low = ratio(np.minimum(shares.known, own) @ weights, np.maximum(shares.possible, own_most) @ weights, 0.0)
    high = ratio(np.minimum(shares.possible, own_most) @ weights, np.maximum(shares.known, own) @ weights, 1.0)
    return Interval(low, high)


def chance_of(shares: Shares, weights: np.ndarray) -> float:
    """The mean likeness of two programmes in one typology: what chance gives."""
    known = shares.known.sum(axis=1) > 0
    rows = np.flatnonzero(known)
    rows = rows[:: max(1, len(rows) // _SAMPLE)]
    if len(rows) < 2:
        return 0.0
    sample = Shares(shares.name, shares.codes, shares.known[rows])
    sums = [likeness(sample, weights, row).low.sum() - 1.0 for row in range(len(rows))]
    return float(np.clip(sum(sums) / (len(rows) * (len(rows) - 1)), 0.0, 0.99))


def structure(
    typologies: Sequence[Shares], weights: Sequence[np.ndarray], chance: Sequence[float], asker: int
) -> Interval:
    """The mean over the typologies of the likeness beyond chance; each that nobody states is anything from 0 to 1."""
    low, high = np.zeros(len(typologies[0].known)), np.zeros(len(typologies[0].known))
    for shares, weight, expected in zip(typologies, weights, chance, strict=True):
        alike = likeness(shares, weight, asker)
        low += np.maximum(0.0, alike.low - expected) / (1.0 - expected)
        high += np.maximum(0.0, alike.high - expected) / (1.0 - expected)
    return Interval(low / len(typologies), high / len(typologies))


def complement(categories: Shares, asker: int) -> Interval:
    """How different the categories of region are: 1 less the share that both divide in the same way."""
    same = np.minimum(categories.known, categories.known[asker]).sum(axis=1)
    most = np.minimum(categories.possible, categories.possible[asker]).sum(axis=1)
    return Interval(1.0 - np.minimum(1.0, most), 1.0 - np.minimum(1.0, same))
