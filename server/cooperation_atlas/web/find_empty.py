"""What the page "Find a partner" offers where a search finds nothing: only what gives results, with their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..model.criteria import CRITERIA, UNKNOWN, Match
from ..model.periods import PERIODS
from ..store.contract import Store
from .filters import TITLES
from .find_request import ASKER, CRITERIA_TAKEN, OFFSET, FindRequest

#: The criterion that the page gives a value of its own where it is absent.
_PERIOD = "period"
#: Most offers.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A search near one that finds nothing.

    :param title: of the criterion that is changed
    :param value: that it has instead, in words; ``None`` where it is left out
    :param changes: parameters that are changed, ``None`` for those left out
    :param count: results of that search
    """

    title: str
    value: str | None
    changes: Mapping[str, str | None]
    count: int


def offers(found: FindRequest, store: Store, count: Callable[[FindRequest], int], language: str) -> list[Offer]:
    """Searches with one criterion less, or a wider one, that find something; else the whole of the period.

    :param count: number of results of a search
    """
    made: list[Offer] = []
    for title, value, changes in _tried(found, store, language):
        if len(made) == _MOST:
            break
        if number := count(changed(found, changes)):
            made.append(Offer(title, value, changes, number))
    return sorted(made, key=lambda one: one.value is None)


def changed(found: FindRequest, changes: Mapping[str, str | None]) -> FindRequest:
    """The request with some parameters changed, or left out."""
    given = {name: text for name, text in {**found.given, **changes, OFFSET: None}.items() if text is not None}
    return FindRequest(given, found.asker if given.get(ASKER) else None, day=found.day)


def _tried(found: FindRequest, store: Store, language: str) -> Iterator[tuple[str, str | None, dict[str, str | None]]]:
    """What may find more: title of the criterion, its value in words, the changes."""
    for name in CRITERIA_TAKEN:
        criterion, text = CRITERIA[name], found.given.get(name, "")
        if not text:
            continue
        if criterion.match is Match.TREE:
            codes = store.codelists[criterion.codelist or ""]
            parents = {codes.codes[code].parent or code for code in text.split(",")}
            if parents != set(text.split(",")):
                wide = ",".join(sorted(parents))
                yield criterion.title, ", ".join(codes.codes[c].label_in(language) for c in parents), {name: wide}
        if criterion.match is Match.NUTS:
            for region, called in store.regions_around(text.split(",")[0])[:1]:
                yield criterion.title, f"{called} ({region})", {name: region}
    if "include" not in found.given and found.asker is None:
        yield TITLES["include"], None, {"include": UNKNOWN}
    for name in ("q", *CRITERIA_TAKEN):
        if name in found.given and name != _PERIOD:
            yield (CRITERIA[name].title if name in CRITERIA else TITLES[name]), None, {name: None}
    if found.period not in (every := ",".join(PERIODS)) or found.period != every:
        yield CRITERIA[_PERIOD].title, ", ".join(PERIODS), {_PERIOD: every}
