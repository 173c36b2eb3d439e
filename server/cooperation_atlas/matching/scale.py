"""Scale: whether two programmes are of a kind, by level, size and the sector that the title names."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .asker import Asker
from .facts import Facts
from .interval import Interval


def scale(facts: Facts, asker: Asker, numbers: Mapping[str, float]) -> Interval:
    """Level x size x sector, divided by the best that the country of the programme has.

    A country that has no region like the asker is no worse for it: its nearest programme counts as the best there.
    Not applicable for a need that names no area.
    """
    value = _alike(facts, asker, numbers)
    eligible = ~facts.technical & (facts.food_aid == asker.food_aid)
    best = np.zeros(len(facts.countries))
    np.maximum.at(best, facts.country[eligible], value[eligible])
    of_country = best[facts.country]
    relative = np.where(of_country > 0, np.minimum(1.0, value / np.maximum(of_country, 1e-12)), 0.0)
    return Interval.known(relative, asker.is_placed)


def _alike(facts: Facts, asker: Asker, numbers: Mapping[str, float]) -> np.ndarray:
    level = np.where(facts.national == asker.national, 1.0, numbers["scale_other_level"])
    # The number of NUTS III areas stands for people: each has 150,000 to 800,000 (Reg. (EC) No 1059/2003, Art. 3).
    people = np.sqrt(_smaller_by_larger(np.maximum(1, facts.covers.counts), max(1, asker.size)))
    land = np.sqrt(_smaller_by_larger(np.maximum(1.0, facts.km2), max(1.0, asker.km2)))
    alike: np.ndarray = level * (people + land) / 2.0 * _sector(facts, asker, numbers)
    return alike


def _smaller_by_larger(sizes: np.ndarray, own: float) -> np.ndarray:
    ratio: np.ndarray = np.minimum(sizes, own) / np.maximum(sizes, own)
    return ratio


def _sector(facts: Facts, asker: Asker, numbers: Mapping[str, float]) -> np.ndarray:
    has = facts.sectors.any(axis=1)
    same, own = (facts.sectors & asker.sectors).any(axis=1), bool(asker.sectors.any())
    both, one = has & own, has != own
    return np.select([same, both, one], [1.0, numbers["scale_other_sector"], numbers["scale_one_sector"]], 1.0)
