"""A row of a source table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .declarations import Value


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    :param number: as a spreadsheet counts rows; the header is row 1
    :param values: typed; ``None`` for an empty cell and for one that cannot be read
    :param raw: as in the file
    :param file: path of the table as shown to people
    """

    number: int
    values: dict[str, Value | None]
    raw: dict[str, str]
    file: str

    def text(self, column: str) -> str | None:
        """The value of a text column."""
        value = self.values[column]
        return value if value is None else str(value)

    def date(self, column: str) -> dt.date | None:
        """The value of a date column."""
        value = self.values[column]
        return value if isinstance(value, dt.date) else None

    def number_of(self, column: str) -> float | None:
        """The value of a number column."""
        value = self.values[column]
        return float(value) if isinstance(value, int | float) else None
