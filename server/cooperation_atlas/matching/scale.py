"""Scale: whether two programmes are of a kind, by level, size, lead and the sector that the title names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import numpy as np

from .asker import Asker
from .facts import Facts
from .interval import Interval


def scale(facts: Facts, asker: Asker, numbers: Mapping[str, float]) -> Interval:
    """Level x size x lead x sector, divided by the best that the country of the programme has.

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


class Sectors(StrEnum):
    """How the sectors that two titles name stand to each other."""

    NONE = "none"  #: neither names one
    SAME = "same"
    OTHER = "other"
    ONE = "one"  #: only one of them names one


def sectors_of(facts: Facts, asker: Asker, row: int) -> Sectors:
    """How the sectors of a programme stand to those of the asker. A need has none, and may be for any."""
    if asker.sectors is None:
        return Sectors.NONE
    has, own = bool(facts.sectors[row].any()), bool(asker.sectors.any())
    if (facts.sectors[row] & asker.sectors).any():
        return Sectors.SAME
    return Sectors.OTHER if has and own else Sectors.ONE if has != own else Sectors.NONE


def _alike(facts: Facts, asker: Asker, numbers: Mapping[str, float]) -> np.ndarray:
    level = np.where(facts.national == asker.national, 1.0, numbers["scale_other_level"])
    # The number of NUTS III areas stands for people: each has 150,000 to 800,000 (Reg. (EC) No 1059/2003, Art. 3).
    people = alike_in_size(facts.covers.counts, asker.size)
    land = alike_in_size(facts.km2, asker.km2)
    lead = np.where((asker.lead is None) | (facts.lead == asker.lead), 1.0, numbers["scale_other_lead"])
    alike: np.ndarray = level * (people + land) / 2.0 * lead * _sector(facts, asker, numbers)
    return alike


def alike_in_size(sizes: np.ndarray, own: float) -> np.ndarray:
    """The root of the smaller by the larger one; what is less than 1 counts as 1."""
    sizes, own = np.maximum(1.0, sizes), max(1.0, own)
    alike: np.ndarray = np.sqrt(np.minimum(sizes, own) / np.maximum(sizes, own))
    return alike


def _sector(facts: Facts, asker: Asker, numbers: Mapping[str, float]) -> np.ndarray:
    if asker.sectors is None:
        return np.ones(len(facts))
    has, own = facts.sectors.any(axis=1), bool(asker.sectors.any())
    same = (facts.sectors & asker.sectors).any(axis=1)
    return np.select(
        [same, has & own, has != own], [1.0, numbers["scale_other_sector"], numbers["scale_one_sector"]], 1.0
    )
