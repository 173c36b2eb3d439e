"""What is known of the lists of a programme, declared once: how each is judged, and where a gap can be filled.

A list is *known* where a source states the whole of it (it may be empty then: a technical assistance programme has no
objectives), *partial* where something of it is known, but not that it is all, and *unknown* where nothing is. The first
is the property ``*_complete``, the other two follow from whether the list has values. ``docs/search.md`` says it for
people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Known(StrEnum):
    """What is known of a list of a programme."""

    KNOWN = "known"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


#: What a list counts towards the completeness of its programme: half where something is known.
SHARES = {Known.KNOWN: 1.0, Known.PARTIAL: 0.5, Known.UNKNOWN: 0.0}


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list of facts of a programme.

    :param code: code of the code list ``known_lists``
    :param title: what it is called
    :param values: property of programmes that is the list
    :param complete: boolean property that says whether the whole list is known; ``None`` for the area, whose basis
        says it
    :param table: source table, below the data folder, in which a gap can be filled
    :param column: column of it
    :param rule: how it is judged, for people
    :param samples: property with the values of it that are made up, and no facts
    :param known_by: for a list without ``complete``, the property that says it, and its values where the list is known
    :param weight: what it counts among the lists. All count the same: which of them a search needs depends on the
        search
    """

    code: str
    title: str
    values: str
    complete: str | None
    table: str
    column: str
    rule: str
    samples: str | None = None
    known_by: tuple[str, tuple[str, ...]] = ("", ())
    weight: float = 1.0

    @property
    def properties(self) -> tuple[str, ...]:
        """The properties that the judgement reads."""
        return tuple(name for name in (self.values, self.complete, self.samples, self.known_by[0]) if name)

    def judged(self, programme: Mapping[str, Any]) -> Known:
        """What is known of it.

        :param programme: properties of a programme
        """
        name, known = self.known_by
        if programme[self.complete] if self.complete else programme[name] in known:
            return Known.KNOWN
        values = programme[self.values]
        if self.samples:
            values = set(values or ()) - set(programme[self.samples] or ())
        return Known.UNKNOWN if values is None or values in ((), [], set()) else Known.PARTIAL

    def gap(self, known: Known) -> str | None:
        """The code in ``missing``, ``None`` where the list is known."""
        return None if known is Known.KNOWN else f"{self.code}_{known}"


FUNDS = KnownList(
    "funds",
    "Funds",
    "funds",
    "funds_complete",
    "programmes/funds.csv",
    "fund",
    "Known where the fund part of the CCI stands for one fund, or a source lists all funds of the programme. Titles, "
    "and objectives of an extract, name some.",
)
CATEGORIES = KnownList(
    "categories",
    "Categories of region",
    "categories_of_region",
    "categories_complete",
    "programmes/categories.csv",
    "category_of_region",
    "Known where a source lists all of them, and where all funds are known and none is allocated by category. "
    "What an extract names, or follows from the area, may not be all.",
)
OBJECTIVES = KnownList(
    "objectives",
    "Objectives",
    "objectives",
    "objectives_complete",
    "programmes/objectives.csv",
    "objective",
    "Known where a source lists all of them. In a list from a partial extract presence is a fact, absence says "
    "nothing.",
)
TOPICS = KnownList(
    "topics",
    "Topics",
    "topics",
    "topics_complete",
    "programmes/objectives.csv",
    "objective",
    "Known where the objectives are, from which they follow. Those that rest on samples do not count.",
    samples="sample_topics",
)
AMOUNTS = KnownList(
    "amounts",
    "Amounts",
    "eu_amount",
    "amounts_complete",
    "programmes/amounts.csv",
    "eu_amount",
    "Known where a source states the amounts of the whole programme.",
)
AREA = KnownList(
    "area",
    "Area",
    "nuts_codes",
    None,
    "programmes/areas.csv",
    "nuts_code",
    "Known where a source states it, or the title names it. Where nothing narrower is known, the whole country "
    "stands for it.",
    known_by=("area_basis", ("stated", "title")),
)
#: In the order in which they are shown.
KNOWN_LISTS = (FUNDS, CATEGORIES, OBJECTIVES, TOPICS, AMOUNTS, AREA)
#: All codes of the code list ``known_lists``: the lists, and below each its gaps.
CODES = tuple(
    code for one in KNOWN_LISTS for code in (one.code, one.gap(Known.PARTIAL), one.gap(Known.UNKNOWN)) if code
)


def completeness(programme: Mapping[str, Any]) -> float:
    """How much of the lists of a programme is known, from 0 to 1, rounded to two decimals."""
    total = sum(one.weight for one in KNOWN_LISTS)
    return round(sum(one.weight * SHARES[one.judged(programme)] for one in KNOWN_LISTS) / total, 2)


def missing(programme: Mapping[str, Any]) -> tuple[str, ...]:
    """The lists of a programme that are partial or unknown, as codes of ``known_lists``."""
    gaps = (one.gap(one.judged(programme)) for one in KNOWN_LISTS)
    return tuple(gap for gap in gaps if gap)
