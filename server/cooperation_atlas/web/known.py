"""What is known of a feature and of all of them, as pages show it: list by list, with a way to the gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.collections import PROGRAMMES
from ..model.completeness import KNOWN_LISTS, SHARES, Known, KnownList
from .records import Record

#: Length of a bar, in units of its own.
BAR = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """The lengths of the parts of a bar: what is known, and what is partly known."""

    known: float
    partial: float


def bar(states: Mapping[str, int]) -> Bar:
    """The bar of numbers by state."""
    total = sum(states.values()) or 1
    return Bar(*(round(BAR * states[known] / total, 2) for known in (Known.KNOWN, Known.PARTIAL)))


@dataclass(frozen=True, slots=True)
class JudgedList:
    """A list of a programme, and what is known of it."""

    about: KnownList
    known: Known


def judged_lists(record: Record) -> list[JudgedList]:
    """The lists of a programme."""
    return [JudgedList(one, one.judged(record.values)) for one in KNOWN_LISTS]


def judged_bar(lists: list[JudgedList]) -> Bar:
    """The bar of the lists of a programme, whose length is its completeness."""
    total = sum(one.about.weight for one in lists)
    whole, half = (
        sum(one.about.weight for one in lists if one.known is known) for known in (Known.KNOWN, Known.PARTIAL)
    )
    return Bar(round(BAR * whole / total, 2), round(BAR * half * SHARES[Known.PARTIAL] / total, 2))


def gap_search(code: str, known: str, **place: str) -> tuple[str, dict[str, str]]:
    """Path and parameters of the list of programmes with a gap.

    :param code: code of the list
    :param known: ``partial`` or ``unknown``
    :param place: further parameters
    """
    return f"/collections/{PROGRAMMES.id}/items", {**place, "missing": f"{code}_{known}"}
