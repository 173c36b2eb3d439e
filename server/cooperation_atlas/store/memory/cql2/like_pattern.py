"""Patterns of LIKE, matched in a time that grows with the length of the text, whatever the wildcards."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

STEPS = 3  #: of the budget, for each text and for each part that is searched for in it

_TOKEN = re.compile(r"\\(.)|([%_])|([^\\%_]+)|(\\)", re.DOTALL)


class _Run:
    """What stands between two ``%``: pieces of text at fixed places, any one character at the others.

    :param pieces: each with its place in the run
    :param length: characters in all
    """

    def __init__(self, pieces: Sequence[tuple[int, str]], length: int, spend: Callable[[float], None]) -> None:
        # The longest piece is looked for, the others are then compared.
        self._anchor, self._text = max(pieces, key=lambda piece: len(piece[1]), default=(0, ""))
        self._others = [piece for piece in pieces if piece != (self._anchor, self._text)]
        self.length = length
        #: The whole run, where it is nothing but text.
        self.text = self._text if length == len(self._text) else None
        self._spend = spend

    def fits(self, text: str, place: int) -> bool:
        """Whether the run stands at ``place``; there must be room for it."""
        if not self.length:
            return True
        if not text.startswith(self._text, place + self._anchor):
            return False
        return not self._others or all(text.startswith(piece, place + at) for at, piece in self._others)

    def find(self, text: str, start: int, end: int) -> int:
        """The first place of the run between ``start`` and ``end``, -1 where there is none."""
        last = end - self.length
        if not self._text:
            return start if start <= last else -1
        while start <= last:
            place = text.find(self._text, start + self._anchor, last + self._anchor + len(self._text)) - self._anchor
            if place < start or not self._others:
                return max(place, -1)
            self._spend(STEPS + len(self._others))
            if self.fits(text, place):
                return place
            start = place + 1
        return -1


class Pattern:
    """A pattern of LIKE, its literal parts transformed as CASEI and ACCENTI do.

    Each run between two ``%`` is taken at its first place, which is as good as any, and the search for the next begins
    after it. So however many runs without ``_`` there are, the text is searched once; candidates for a run with ``_``
    are paid for one by one.

    :param transform: what CASEI and ACCENTI do
    :param spend: pays for the steps of a candidate, before they are done
    """

    def __init__(
        self,
        pattern: str,
        transform: Callable[[str], str] = str,
        spend: Callable[[float], None] = lambda steps: None,
    ) -> None:
        runs: list[_Run] = []
        pieces: list[tuple[int, str]] = []
        parts: list[str] = []  # of the piece that is being read
        length = 0  # of the run, up to that piece
        tokens = (match.groups("") for match in _TOKEN.finditer(pattern))
        for escaped, wildcard, plain, lone in chain(tokens, [("", "%", "", "")]):  # the end closes the last run
            if not wildcard:
                # A backslash at the very end escapes nothing and stands for itself.
                parts.append(transform(escaped or plain or lone))
                continue
            if piece := "".join(parts):
                pieces.append((length, piece))
                length += len(piece)
            parts = []
            if wildcard == "%":
                runs.append(_Run(pieces, length, spend))
                pieces, length = [], 0
            else:
                length += 1
        self._first, self._last = runs[0], runs[-1]
        self._middle = [run for run in runs[1:-1] if run.length]
        self._whole = len(runs) == 1
        #: Steps to search one text for all runs.
        self.search_steps = STEPS * len(self._middle)
        #: Characters that a text must have at least.
        self.min_length = sum(run.length for run in runs)

    @property
    def test(self) -> Callable[[str], bool]:
        """``matches``, in the shortest way for the patterns that are usual."""
        if not self._whole:
            first, last = self._first.text, self._last.text
            middle = self._middle[0].text if len(self._middle) == 1 else "" if not self._middle else None
            match first, middle, last:
                case "", str(), "":
                    return lambda text: middle in text
                case str(), "", "":
                    return lambda text: text.startswith(first)
                case "", "", str():
                    return lambda text: text.endswith(last)
        return self.matches

    def matches(self, text: str) -> bool:
        """Whether the whole text fits."""
        first, last = self._first, self._last
        if self._whole:
            return len(text) == first.length and first.fits(text, 0)
        place, end = first.length, len(text) - last.length
        if place > end or not (first.fits(text, 0) and last.fits(text, end)):
            return False
        for run in self._middle:
            start = run.find(text, place, end) if run.text is None else text.find(run.text, place, end)
            if start < 0:
                return False
            place = start + run.length
        return True
