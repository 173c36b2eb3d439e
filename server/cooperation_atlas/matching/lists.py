"""Theme and funds: codes that two programmes have in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .arrays import Listed, Lists
from .interval import Interval, ratio


def rarity_of(stated: np.ndarray) -> np.ndarray:
    """How rare each code is: the natural logarithm of (programmes that state any) by (programmes that state it)."""
    any_ = max(1, int(stated.any(axis=1).sum()))
    rarity: np.ndarray = np.log(any_ / np.maximum(1, stated.sum(axis=0)))
    return rarity


def theme(lists: Lists, rarity: np.ndarray, own: Listed, most: int, full: float) -> Interval:
    """The rarest shared objectives: the sum of their rarities by ``full``, at most 1.

    The high end is 1 as long as they may share a further objective: absence says nothing where a list is not complete.

    :param most: how many objectives count
    """
    both = lists.stated & own.stated
    shared = both * rarity
    if shared.shape[1] > most:
        shared = np.partition(shared, -most, axis=1)[:, -most:]
    low = np.minimum(1.0, shared.sum(axis=1) / full)
    possible = lists.possible & own.possible
    # Beyond the objectives that programmes of the period state there are others.
    further = (possible & ~both).any(axis=1) | (possible.any(axis=1) & ~lists.complete & (not own.complete))
    return Interval(low, np.where(further, 1.0, low))


def wanted_theme(lists: Lists, wanted: Sequence[np.ndarray], further: float) -> Interval:
    """What is needed: the mean over the topics and objectives that a need names.

    Of the objectives that belong to a topic, the first counts most and each further one ``further`` times what the one
    before it does; all of them make 1. A single objective is there or not. The high end counts what may be stated.

    :param wanted: for each topic or objective that is needed, the columns of the objectives that belong to it
    """
    low, high = np.zeros(len(lists.stated)), np.zeros(len(lists.stated))
    for columns in wanted:
        all_ = (1.0 - further ** max(1, len(columns))) * len(wanted)
        low += (1.0 - further ** lists.stated[:, columns].sum(axis=1)) / all_
        # What no programme of the period states is no column: of that, only incomplete lists may hold something.
        most = lists.possible[:, columns].sum(axis=1) if len(columns) else ~lists.complete
        high += (1.0 - further**most) / all_
    return Interval(np.minimum(1.0, low), np.clip(high, low, 1.0))


def funds(lists: Lists, listed: Listed) -> Interval:
    """The share of the asker's funds that the partner has, too: further funds of a partner make it no worse.

    What a list may still hold counts against the low end and for the high end.
    """
    own, own_most = listed.stated, listed.possible
    low = ratio((lists.stated & own).sum(axis=1), own_most.sum(), 0.0)
    return Interval(low, ratio((lists.possible & own_most).sum(axis=1), own.sum(), 1.0))
