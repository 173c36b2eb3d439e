"""Windows: the days on which partners can answer to a cooperation entry, and to two of them."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Entry


@dataclass(frozen=True, slots=True)
class Window:
    """Days (ISO 8601). An end that is not stated, beside one that is, is open; without both, nothing is known.

    :param begin: the first day
    :param end: the last day
    """

    begin: str | None
    end: str | None

    @property
    def stated(self) -> bool:
        """Whether anything of it is known."""
        return bool(self.begin or self.end)

    def meets(self, begin: str | None, end: str | None) -> bool:
        """Whether a day of it lies between these, as far as is known; ``None`` for an open end."""
        return not ((end and self.begin and self.begin > end) or (begin and self.end and self.end < begin))


#: Of which no source states a day.
NOT_STATED = Window(None, None)


def window_of(entry: Entry) -> Window:
    """The window of an entry."""
    return Window(entry.open_from, entry.open_to)


def together(a: Window, b: Window) -> Window | None:
    """The days on which both are open; ``None`` where there are none, ``NOT_STATED`` where one of them is not known."""
    if not a.stated or not b.stated:
        return NOT_STATED
    begin = max(filter(None, (a.begin, b.begin)), default=None)
    end = min(filter(None, (a.end, b.end)), default=None)
    return None if begin and end and begin > end else Window(begin, end)
