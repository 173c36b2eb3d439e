"""Errors that a client or a maintainer can mend: they name the place, the reason and the nearest valid choices."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class AtlasError(Exception):
    """Base of all errors with a message meant for people."""


class NotFound(AtlasError):
    """A collection, feature or code list that does not exist.

    :param what: what was looked for, in words ("collection 'nuts4'")
    :param nearest: names that exist and look alike
    """

    #: URI of the kind of problem, where a standard has one (RFC 9457, 3.1.1).
    kind = "about:blank"

    def __init__(self, what: str, nearest: Iterable[str] = ()) -> None:
        self.what = what
        self.nearest = tuple(nearest)
        super().__init__(f"There is no {what}.{suggestion(self.nearest)}")


class InvalidValue(AtlasError):
    """A value that a parameter, a property or a part of a query does not take.

    :param place: name of the parameter, property or part. Whoever translates a request sets it to the name that the
        client used
    :param reason: full sentence without the place
    :param nearest: nearest valid names or values
    """

    def __init__(self, place: str, reason: str, nearest: Iterable[str] = ()) -> None:
        self.place = place
        self.reason = reason
        self.nearest = tuple(nearest)
        super().__init__(place, reason)

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}{suggestion(self.nearest)}"


#: Least similarity of two names that look alike (``difflib``: twice the matching characters by all characters).
_CUTOFF = 0.6


def nearest(value: str, choices: Iterable[str], count: int = 5) -> tuple[str, ...]:
    """The choices that look most like ``value``, best first; case is ignored.

    Codes share prefixes more often than they resemble each other as words, so the choices with the longest
    common prefix fill the places that similarity leaves empty.
    """
    by_fold = {choice.casefold(): choice for choice in choices}
    folded = value.casefold()
    # A choice much shorter than the value cannot reach the cutoff; comparing it anyway would cost seconds for values
    # of thousands of characters. The least bit more: 7 · 0.6 is above 3 · 1.4 in floating point.
    comparable = [c for c in by_fold if len(folded) * _CUTOFF <= len(c) * (2 - _CUTOFF) + 1e-9]
    alike = get_close_matches(folded, comparable, n=count, cutoff=_CUTOFF)
    longest = max(map(len, by_fold), default=0)
    for length in range(min(len(folded) - 1, longest), 1, -1):
        if len(alike) >= count:
            break
        alike += sorted(c for c in by_fold if c.startswith(folded[:length]) and c not in alike)[: count - len(alike)]
    return tuple(by_fold[choice] for choice in alike)


def suggestion(choices: Iterable[str]) -> str:
    """`` Did you mean a, b or c?``, or an empty text without choices."""
    names = list(choices)
    if not names:
        return ""
    head, last = ", ".join(names[:-1]), names[-1]
    return f" Did you mean {head} or {last}?" if head else f" Did you mean {last}?"
