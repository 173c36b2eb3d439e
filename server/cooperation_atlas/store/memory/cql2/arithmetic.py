"""Arithmetic (OGC 21-065r2, requirements class "Arithmetic Expressions")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .values import Number, Operand
from .work import Work

_OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "%": np.fmod,
    "div": lambda a, b: np.trunc(np.divide(a, b)),
    "^": np.float_power,
}


def compute(op: str, left: Operand, right: Operand, work: Work) -> Number:
    """``left op right``: NULL where either is, and where the result is no finite number (a division by zero).

    ``div`` rounds towards zero and ``%`` has the sign of the dividend, as in SQL.

    :raises InvalidValue: for other than numbers
    """
    for operand in (left, right):
        if not isinstance(operand, Number):
            raise work.error(f"takes numbers, not {operand.label}")
    assert isinstance(left, Number) and isinstance(right, Number)
    work.spend_at_once(4)
    with np.errstate(all="ignore"):
        values = _OPERATIONS[op](left.values, right.values)
    return Number("a calculated number", np.where(np.isfinite(values), values, np.nan)[()])
