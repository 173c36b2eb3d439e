"""Theme and funds: codes that two programmes have in common."""

from __future__ import annotations

import numpy as np

from .facts import Lists
from .interval import Interval, ratio


def rarity_of(stated: np.ndarray) -> np.ndarray:
    """How rare each code is: the natural logarithm of (programmes that state any) by (programmes that state it)."""
    any_ = max(1, int(stated.any(axis=1).sum()))
    rarity: np.ndarray = np.log(any_ / np.maximum(1, stated.sum(axis=0)))
    return rarity


def theme(lists: Lists, rarity: np.ndarray, asker: int, most: int, full: float) -> Interval:
    """The rarest shared objectives: the sum of their rarities by ``full``, at most 1.

    The high end is 1 as long as one of the two lists is not complete: absence says nothing then.

    :param most: how many objectives count
    """
    shared = (lists.stated & lists.stated[asker]) * rarity
    if shared.shape[1] > most:
        shared = np.partition(shared, -most, axis=1)[:, -most:]
    low = np.minimum(1.0, shared.sum(axis=1) / full)
    known = lists.complete & lists.complete[asker]
    return Interval(low, np.where(known, low, 1.0))


def funds(lists: Lists, asker: int) -> Interval:
    """The share of the asker's funds that the partner has, too: further funds of a partner make it no worse.

    What a list may still hold counts against the low end and for the high end.
    """
    own, own_most = lists.stated[asker], lists.possible[asker]
    low = ratio((lists.stated & own).sum(axis=1), own_most.sum(), 0.0)
    return Interval(low, ratio((lists.possible & own_most).sum(axis=1), own.sum(), 1.0))
