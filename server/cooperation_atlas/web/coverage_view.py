"""The document of what is known as its page shows it: in parts, one for each period, with ways to the gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.collections import PROGRAMMES
from .known import Bar, bar, gap_search

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """A code, and the code list that has its label."""

    codelist: str | None
    code: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How many programmes know a list.

    :param numbers: how many know it whole, in part, and not at all
    :param gaps: for the last two, path and parameters of the list of these programmes
    """

    numbers: tuple[int, int, int]
    gaps: tuple[tuple[str, Mapping[str, str]], ...]
    bar: Bar


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of facts, its day, and how many programmes have facts from it."""

    text: str
    day: str
    number: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list of facts in a period."""

    about: Document
    cell: Cell
    origins: tuple[Origin, ...]
    table: str
    column: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A country in a period: its programmes, how much of their lists is known, and each list."""

    place: Coded
    number: int
    share: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A period."""

    of: Coded
    number: int
    share: float
    rows: tuple[ListRow, ...]
    places: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A programme that is missing altogether."""

    title: str
    place: Coded
    money: str
    regions: str
    evidence: str
    text: str
    day: str


def parts(content: Document) -> list[Part]:
    """The periods of the document."""
    return [_part(content, one) for one in content["periods"]]


def absent(content: Document) -> list[Absent]:
    """The programmes that are missing altogether."""
    return [
        Absent(
            one["title"],
            _coded("country", one["country"]),
            ", ".join(one["funds"]),
            ", ".join(one["nuts_codes"]),
            one["evidence"],
            one["source"],
            one["source_date"],
        )
        for one in content["missing"]
    ]


def _part(content: Document, total: Document) -> Part:
    period = total["period"]
    countries = (row for row in content["countries"] if row["period"] == period)
    return Part(
        _coded("period", period),
        total["programmes"],
        total["completeness"],
        tuple(_list(content, total, one) for one in content["lists"]),
        tuple(_place(content, row) for row in countries),
    )


def _list(content: Document, total: Document, one: Document) -> ListRow:
    origins = (
        Origin(source["source"], source["source_date"], source["programmes"])
        for source in content["sources"]
        if (source["period"], source["list"]) == (total["period"], one["id"])
    )
    cell = _cell(one["id"], total["lists"][one["id"]], period=total["period"])
    return ListRow(one, cell, tuple(origins), one["table"], one["column"])


def _place(content: Document, row: Document) -> PlaceRow:
    place = {"period": row["period"], "country": row["country"]}
    cells = (_cell(one["id"], row["lists"][one["id"]], **place) for one in content["lists"])
    return PlaceRow(_coded("country", row["country"]), row["programmes"], row["completeness"], tuple(cells))


def _cell(code: str, states: Mapping[str, int], **place: str) -> Cell:
    known, *less = states
    gaps = tuple(gap_search(code, state, **place) for state in less)
    return Cell((states[known], states[less[0]], states[less[1]]), gaps, bar(states))


def _coded(name: str, code: str) -> Coded:
    return Coded(PROGRAMMES.by_name[name].codelist, code)
