"""Windows of entries worked out plainly, pair by pair, from the cooperation entries that the service lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Entry = Mapping[str, Any]
#: Before and after every day that is stated.
FIRST, LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True)
class PlainCalls:
    """The windows.

    :param entries: properties of all cooperation entries
    :param above: for each topic itself and all above it
    :param today: the present day
    """

    entries: list[Entry]
    above: Mapping[str, set[str]]
    today: str

    def single(self, wanted: Iterable[str], begin: str | None, end: str | None) -> dict[str, tuple[Any, ...]]:
        """Window by id of entries with these ids."""
        chosen = set(wanted)
        found = {}
        for entry in self.entries:
            window = (entry["open_from"], entry["open_to"])
            if entry["id"] in chosen and entry["status"] != "completed" and _in(window, begin, end):
                found[entry["id"]] = (*window, self.state(window))
        return found

    def pairs(
        self, programme: str, *, partner: str | None = None, unknown: bool = False, begin: str | None = None
    ) -> dict[str, tuple[Any, ...]]:
        """Window by id of pairs, from ``begin`` or today on."""
        own = [entry for entry in self.entries if entry["cci"] == programme and entry["status"] != "completed"]
        found = {}
        for a in own:
            for b in self.entries:
                if not self._may(a, b, partner):
                    continue
                meets = self.meets(a, b)
                if meets is False or (meets is None and not unknown):
                    continue
                window = together(a, b)
                if window is not None and _in(window, begin or self.today, None):
                    found[f"{a['id']}+{b['id']}"] = (*window, self.state(window))
        return found

    def _may(self, a: Entry, b: Entry, partner: str | None) -> bool:
        if b["status"] == "completed" or b["period"] != a["period"] or b["cci"] == a["cci"]:
            return False
        return b["cci"] == partner if partner else b["country"] != a["country"]

    def meets(self, a: Entry, b: Entry) -> bool | None:
        """Whether one needs what the other offers; ``None`` where a topic is not known."""
        ways = [way for way in ((a, b), (b, a)) if way[0]["kind"] != "offer" and way[1]["kind"] != "need"]
        if not ways:
            return False
        if not a["topics"] or not b["topics"]:
            return None
        pairs = ((x, y) for x in a["topics"] for y in b["topics"])
        return any(x in self.above[y] or y in self.above[x] for x, y in pairs)

    def state(self, window: tuple[str | None, str | None]) -> str:
        begin, end = window
        if begin is None and end is None:
            return "not_stated"
        if (begin or FIRST) > self.today:
            return "opens_later"
        return "closed" if (end or LAST) < self.today else "open"


def together(a: Entry, b: Entry) -> tuple[str | None, str | None] | None:
    """The days on which both are open."""
    ends = [(entry["open_from"], entry["open_to"]) for entry in (a, b)]
    if (None, None) in ends:
        return None, None
    begin, end = max(begin or FIRST for begin, _ in ends), min(end or LAST for _, end in ends)
    return None if begin > end else (None if begin == FIRST else begin, None if end == LAST else end)


def _in(window: tuple[str | None, str | None], begin: str | None, end: str | None) -> bool:
    return max(window[0] or FIRST, begin or FIRST) <= min(window[1] or LAST, end or LAST)


def with_broader(codes: Iterable[Mapping[str, Any]]) -> dict[str, set[str]]:
    """Each code with itself and all above it."""
    parents = {code["code"]: code.get("parent") for code in codes}

    def lineage(code: str | None) -> Iterator[str]:
        while code is not None:
            yield code
            code = parents[code]

    return {code: set(lineage(code)) for code in parents}
