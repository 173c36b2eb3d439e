"""What was tried and what came of it, in one table."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

#: Violations that are told in full; further ones are counted.
SHOWN = 40


@dataclass
class Tally:
    """Counts by name, figures, and what must not happen.

    Threads may share it.
    """

    counts: Counter[str] = field(default_factory=Counter)
    figures: dict[str, str] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, name: str, many: int = 1) -> None:
        """Count something."""
        with self._lock:
            self.counts[name] += many

    def figure(self, name: str, value: str) -> None:
        """State a figure that is no count."""
        with self._lock:
            self.figures[name] = value

    def violation(self, what: str) -> None:
        """Something that must not happen: what, where, and how to see it again."""
        with self._lock:
            self.violations.append(what)

    def table(self) -> str:
        """Everything as one Markdown table."""
        lines = ["| what | count |", "|---|---:|"]
        lines += [f"| {name} | {many:,} |" for name, many in sorted(self.counts.items())]
        lines += [f"| {name} | {value} |" for name, value in self.figures.items()]
        return "\n".join([*lines, f"| violations | {len(self.violations):,} |"])

    def told(self) -> str:
        """The violations, one a line; empty without any."""
        shown = [f"violation: {what}" for what in self.violations[:SHOWN]]
        more = len(self.violations) - len(shown)
        return "\n".join([*shown, *([f"… and {more} more"] if more > 0 else [])])
