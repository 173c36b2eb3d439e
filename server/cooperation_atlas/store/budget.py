"""How much work one request may cost: before doing much, pay for it here.

The unit is a step: what Python needs to look at one value in a loop, about 0.1 µs. Steps are counted from what is
there (rows, members, characters, vertices), so that a request is refused before its work is done, not after. A deadline
catches what the count does not know, such as a machine that is busy with something else.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from ..model.errors import InvalidValue
from .query import Part

#: What a search may cost where nobody is kept waiting but its client.
LARGE = 20_000_000

STEPS_A_SECOND = 10_000_000

#: Values that numpy handles in the time of one step, and the steps of a call to it.
_AT_ONCE, _CALL = 32, 15


Result = TypeVar("Result")

#: What to ask for instead of a search that costs too much.
LESS = "Ask for less: fewer operators, values and wildcards, or shorter ones; split it into several requests."
#: The same where what costs too much is a number of features.
FEWER = "Ask for fewer."


class OverBudget(InvalidValue):
    """A request that would cost too much; the client can ask for less.

    :param what: the part that is too costly, in words, with its place where it has one
    :param place: the criterion or part of the query that it belongs to
    :param late: True where the time was up, False where the work was too much
    :param advice: what to ask for instead
    """

    def __init__(self, what: str, place: str = Part.FILTER, *, late: bool = False, advice: str = LESS) -> None:
        self.what = what
        self.late = late
        trouble = "the time of one request was up at" if late else "this is too much work for one request:"
        super().__init__(place, f"{trouble} {what}. {advice}")


class Budget:
    """What is left for one request.

    :param limit: steps in all
    :param deadline: time by ``time.monotonic`` after which nothing more is begun; ``None`` for no end
    """

    def __init__(self, limit: float = LARGE, deadline: float | None = None) -> None:
        self.limit = limit
        self.deadline = deadline
        self.spent = 0.0

    def spend(self, cost: float, what: object, place: str = Part.FILTER, advice: str = LESS) -> None:
        """Take ``cost`` steps. To be called before the work is done.

        :param what: the part that costs it; turned into text only for the message
        :param place: the criterion or part of the query that it belongs to
        :param advice: what to ask for instead
        :raises OverBudget: where less is left, or the deadline has passed
        """
        self.spent += cost
        if self.spent > self.limit:
            raise OverBudget(str(what), place, advice=advice)
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OverBudget(str(what), place, late=True, advice=advice)

    def pay(
        self, most: float, what: object, work: Callable[[], Result], place: str = Part.FILTER, advice: str = LESS
    ) -> Result:
        """Do work of which only the greatest cost is known beforehand; in the end its time is paid.

        :param most: steps that it may take; they must be there
        :raises OverBudget: as ``spend`` does, with nothing done
        """
        self.spend(most, what, place, advice)
        started = time.thread_time()
        result = work()
        self.spent += (time.thread_time() - started) * STEPS_A_SECOND - most
        return result


def at_once(values: int, calls: int = 1) -> float:
    """The steps of ``calls`` operations of numpy on so many values each."""
    return calls * (_CALL + values / _AT_ONCE)
