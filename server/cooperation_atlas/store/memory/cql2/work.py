"""The work of an operation: how many rows it is done on, who pays for it, and where it stands in the filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ....model.errors import InvalidValue
from ...budget import Budget, Result, at_once
from ...cql2.nodes import invalid


@dataclass(frozen=True, slots=True)
class Work:
    """What an operation needs to know to pay for itself.

    :param rows: rows of the table
    :param budget: what is left of the request's budget
    :param part: the part of the filter that is worked on; messages begin with its text: ``LIKE at character 7``
    """

    rows: int
    budget: Budget
    part: object

    def error(self, predicate: str, hint: str = "", nearest: Iterable[str] = ()) -> InvalidValue:
        """The error for an operation that cannot be done.

        :param predicate: what is wrong with the part, as a sentence without its subject and full stop
        :param hint: a further sentence
        """
        return invalid(f"{self.part} {predicate}.{hint and ' '}{hint}", nearest)

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
