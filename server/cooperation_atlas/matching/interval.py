"""Intervals inside 0 to 1: what is known of a part of the comparison, and what may be.

Rules that hold for every part, and that the tests check: a further fact in common never lowers the low end; knowing
more never lets an interval grow beyond what it was; whether a part applies depends on the asker alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Interval:
    """A part of the comparison of one programme with all of its period.

    :param low: one number a programme
    :param high: one number a programme, not less than ``low``
    :param applies: whether the part means anything for the asker
    """

    low: np.ndarray
    high: np.ndarray
    applies: bool = True

    @classmethod
    def known(cls, values: np.ndarray, applies: bool = True) -> Interval:
        """What is known: nothing lies between low and high."""
        return cls(values, values, applies)


def ratio(part: np.ndarray, whole: np.ndarray, empty: float) -> np.ndarray:
    """Part by whole, at most 1.

    :param empty: where the whole is nothing
    """
    divided = np.divide(part, whole, out=np.full(np.broadcast(part, whole).shape, empty), where=whole > 0)
    at_most_one: np.ndarray = np.minimum(divided, 1.0)
    return at_most_one
