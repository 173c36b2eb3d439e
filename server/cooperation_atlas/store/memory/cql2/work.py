"""The work of an operation: how many rows it is done on, and who pays for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...budget import Budget, Result, at_once


@dataclass(frozen=True, slots=True)
class Work:
    """What an operation needs to know to pay for itself.

    :param rows: rows of the table
    :param budget: what is left of the request's budget
    :param part: the part of the filter that is worked on; its text is shown where it is too costly
    """

    rows: int
    budget: Budget
    part: object

    def spend(self, steps: float) -> None:
        """Pays for ``steps`` before they are done.

        :raises OverBudget: naming the part
        """
        self.budget.spend(steps, self.part)

    def spend_at_once(self, operations: int = 1) -> None:
        """Pays for operations of numpy on all rows."""
        self.budget.spend(at_once(self.rows, operations), self.part)

    def spend_by_row(self, steps: float = 1) -> None:
        """Pays for ``steps`` in each row."""
        self.budget.spend(steps * self.rows, self.part)

    def pay(self, most: float, do: Callable[[], Result]) -> Result:
        """Does what takes ``most`` steps at most, and pays for the time it took."""
        return self.budget.pay(most, self.part, do)
