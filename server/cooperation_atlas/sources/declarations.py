"""What a source table is declared with: types, columns, keys. The tables themselves are in ``sources.schema``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | bool | dt.date


class Kind(StrEnum):
    """Type of the values of a column."""

    TEXT = "text"
    CODE = "code"  #: what other tables and requests refer to: letters, digits and . + - _ : only
    NUMBER = "number"  #: decimal number, not negative, point as decimal sign
    DATE = "date"  #: ISO 8601 day, YYYY-MM-DD
    BOOLEAN = "boolean"  #: yes or no, true or false
    URL = "url"  #: absolute http or https URL
    CONTACT = "contact"  #: web page or functional mailbox, never a person
    LANGUAGE = "language"  #: ISO 639-1 code


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column.

    :param codelist: code list whose codes are the only values allowed
    :param references: table and column in which the value must occur
    :param optional: whether a file may lack the column; its cells count as empty then
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    codelist: str | None = None
    references: tuple[str, str] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A source table.

    :param name: name of the plain table in an edition
    :param path: path below the data folder
    :param key: columns whose values occur together only once
    :param codelist: id of the code list that the file contains
    :param optional: whether the file may be missing; the table has no rows then
    """

    name: str
    path: str
    columns: tuple[SourceColumn, ...]
    key: tuple[str, ...]
    codelist: str | None = None
    optional: bool = False

    def column(self, name: str) -> SourceColumn:
        """The column of that name."""
        return next(c for c in self.columns if c.name == name)
