"""Scale: whether two programmes are of a kind, by level, size and the sector that the title names."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .facts import Facts
from .interval import Interval


def scale(facts: Facts, asker: int, numbers: Mapping[str, float]) -> Interval:
    """Level x size x sector, divided by the best that the country of the programme has.

    A country that has no region like the asker is no worse for it: its nearest programme counts as the best there.
    """
    value = _alike(facts, asker, numbers)
    eligible = ~facts.technical & (facts.food_aid == facts.food_aid[asker])
    best = np.zeros(len(facts.countries))
    np.maximum.at(best, facts.country[eligible], value[eligible])
    of_country = best[facts.country]
    return Interval.known(np.where(of_country > 0, np.minimum(1.0, value / np.maximum(of_country, 1e-12)), 0.0))


def _alike(facts: Facts, asker: int, numbers: Mapping[str, float]) -> np.ndarray:
    level = np.where(facts.national == facts.national[asker], 1.0, numbers["scale_other_level"])
    # The number of NUTS III areas stands for people: each has 150,000 to 800,000 (Reg. (EC) No 1059/2003, Art. 3).
    people = np.sqrt(_smaller_by_larger(np.maximum(1, facts.covers.counts).astype(float), asker))
    land = np.sqrt(_smaller_by_larger(np.maximum(1.0, facts.km2), asker))
    alike: np.ndarray = level * (people + land) / 2.0 * _sector(facts, asker, numbers)
    return alike


def _smaller_by_larger(sizes: np.ndarray, asker: int) -> np.ndarray:
    ratio: np.ndarray = np.minimum(sizes, sizes[asker]) / np.maximum(sizes, sizes[asker])
    return ratio


def _sector(facts: Facts, asker: int, numbers: Mapping[str, float]) -> np.ndarray:
    has = facts.sectors.any(axis=1)
    same = (facts.sectors & facts.sectors[asker]).any(axis=1)
    both, one = has & has[asker], has != has[asker]
    return np.select([same, both, one], [1.0, numbers["scale_other_sector"], numbers["scale_one_sector"]], 1.0)
