"""Gates: what a partner must be before anything is compared, each with its reason."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from .asker import Asker
from .facts import Facts


class Gate(StrEnum):
    """Why a programme is no partner, in the order in which they are asked."""

    SELF = "self"  #: the asker itself
    COUNTRY = "country"  #: cooperation is with another country (Reg. (EU) 2021/1060 Art. 22(3)(d)(vi))
    TECHNICAL = "technical_assistance"
    FOOD_AID = "food_aid"  #: only one of the two is for food aid
    FUNDS = "funds"  #: both lists are complete and share no fund
    THEME = "theme"  #: what is needed is known not to be among its objectives
    SCOPE = "scope"  #: the scope asked for is not possible between the two


#: Scopes that ask for more than another country.
CROSS_BORDER, MACRO_REGIONAL = "cross_border", "macro_regional"
#: These, which cannot be judged for a need that names no area.
NEAR = (CROSS_BORDER, MACRO_REGIONAL)
OPEN = ""


def gates(
    facts: Facts, asker: Asker, scope: str | None, theme: np.ndarray, reached: np.ndarray, shared: np.ndarray
) -> np.ndarray:
    """For each programme of the period the first gate that is closed, or ``OPEN``.

    A gate that asks for something that a need does not say is open.

    :param scope: code of the scope of partnership that is needed
    :param theme: whether the partner may state what is needed
    :param reached: whether a land border, or at most 150 km of sea, lies between the areas
    :param shared: whether both lie in the same strategy
    """
    closed = {
        Gate.SELF: np.arange(len(facts)) == (-1 if asker.row is None else asker.row),
        Gate.COUNTRY: np.isin(facts.country, asker.countries),
        Gate.TECHNICAL: facts.technical,
        Gate.FOOD_AID: facts.food_aid != asker.food_aid,
        Gate.FUNDS: np.zeros(len(facts), dtype=bool),
        Gate.THEME: np.zeros(len(facts), dtype=bool) if asker.wanted is None else ~theme,
        Gate.SCOPE: np.zeros(len(facts), dtype=bool),
    }
    if asker.funds is not None:
        closed[Gate.FUNDS] = ~(facts.funds.possible & asker.funds.possible).any(axis=1)
    if asker.is_placed and scope == CROSS_BORDER:  # Reg. (EU) 2021/1059 Art. 4
        closed[Gate.SCOPE] = ~reached
    elif asker.is_placed and scope == MACRO_REGIONAL:
        closed[Gate.SCOPE] = ~shared
    result = np.full(len(facts), OPEN, dtype=object)
    for gate, mask in closed.items():
        result[mask & (result == OPEN)] = gate
    return result
