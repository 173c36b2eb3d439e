"""Findings of reading and validation: one for each place that is wrong or doubtful."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from ..model.errors import AtlasError
from .characters import visible

#: Characters of a value that are shown; the whole of it is in ``value``.
_SHOWN = 200
#: A word or a code, as opposed to punctuation.
_WORD = re.compile(r"[\w.+-]*[\w+]")


class Severity(StrEnum):
    """``ERROR`` stops a build, ``WARNING`` does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    :param file: path as shown to people, e.g. ``data/programmes/areas.csv``
    :param row: row as a spreadsheet counts it (the header is row 1); ``None`` for the file as a whole
    :param column: column name, or ``None`` for the row as a whole
    :param value: the value there, or ``None``
    :param reason: what is wrong, starting with the value where there is one; invisible characters are
        written as ``<U+200E>``, and a long value is shortened
    :param nearest: valid values that look most like it, or that replace it
    """

    file: str
    reason: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    nearest: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        reason = self.reason
        if self.value is not None and len(self.value) > _SHOWN:
            reason = reason.replace(self.value, _shortened(self.value))
        # Contents of the file go to terminals and pages: none may move the cursor or change the direction of the line.
        object.__setattr__(self, "reason", visible(reason))
        object.__setattr__(self, "file", visible(self.file))
        if self.column is not None:
            object.__setattr__(self, "column", visible(_shortened(self.column)))

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f" row {self.row}"
        if self.column is not None:
            place += f" {self.column}"
        # A reason may name the replacements already ("split into …").
        words = _WORD.findall(self.reason)
        near = [visible(_shortened(value)) for value in self.nearest if value not in words]
        advice = f" (nearest: {', '.join(near)})" if near else ""
        prefix = "warning: " if self.severity is Severity.WARNING else ""
        return f"{prefix}{place}: {self.reason}{advice}"

    def as_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values."""
        return asdict(self) | {"severity": str(self.severity), "nearest": list(self.nearest)}

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Sort key: by place."""
        return (self.file, self.row or 0, self.column or "", self.reason)


class BadSources(AtlasError):
    """Sources that cannot be used; ``findings`` say where and why, and so does the message."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops a build."""
    return any(f.severity is Severity.ERROR for f in findings)


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """Number of errors and warnings."""
    counts = Counter(f.severity for f in findings)
    return {"errors": counts[Severity.ERROR], "warnings": counts[Severity.WARNING]}


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
