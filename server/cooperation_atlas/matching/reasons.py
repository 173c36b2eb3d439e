"""Why: the facts behind each part of a pair, as codes and numbers. The sentences are for ``web`` to write."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Divided, Shares
from .asker import Asker
from .border import Reach
from .experience import mean_of
from .facts import Facts
from .scale import Sectors, sectors_of

#: Most names of a kind that a reason gives.
_MOST = 3
#: Least share of both areas at which a class is named.
_NAMED = 0.25
#: The least share where everything that is shared is named.
_NO_LEAST = 0.0


@dataclass(frozen=True, slots=True)
class BorderFacts:
    """The common border.

    :param own: areas of the asker on it, of ``own_of``
    :param theirs: areas of the partner on it, of ``their_of``
    :param km: shortest way over the sea, ``None`` where all links are by land
    :param pairs: names of areas on both sides, the strongest links first
    """

    land: bool
    own: int
    own_of: int
    theirs: int
    their_of: int
    km: float | None
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SharedClass:
    """A class, strategy or territory, with the share of both areas that it has."""

    of: str
    code: str
    own: float
    theirs: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """The facts behind the parts of a pair.

    :param objectives: stated by both, or stated by the partner of those that are needed; the rarest first
    :param objectives_known: whether there is no other, since the lists are complete
    :param wanted: whether they are those of a need
    :param of_need: whether a need asks, which has no level
    :param same_lead: whether one directorate-general leads both; true for a need
    :param sectors: how the sectors that the titles name stand to each other
    :param sizes: NUTS III areas of the asker and of the partner
    :param projects: Interreg projects in an area of each side on the mean, ``None`` where none is known
    :param km: from middle to middle of the areas
    """

    objectives: tuple[str, ...]
    objectives_known: bool
    wanted: bool
    of_need: bool
    same_lead: bool
    sectors: Sectors
    border: BorderFacts | None
    strategies: tuple[SharedClass, ...]
    structure: tuple[SharedClass, ...]
    national: tuple[bool, bool]
    sizes: tuple[int, int]
    funds: tuple[str, ...]
    own_categories: tuple[str, ...]
    their_categories: tuple[str, ...]
    projects: tuple[float | None, float | None]
    km: float | None


def reasons(facts: Facts, asker: Asker, row: int, between: Reach) -> Reasons:
    """The facts behind the parts of a pair."""
    own = _asked_for(facts, asker)
    shared = np.flatnonzero(own & facts.objectives.stated[row])
    rarest = sorted(shared.tolist(), key=lambda column: (-facts.rarity[column], facts.objectives.codes[column]))
    own_complete = asker.wanted is not None or (asker.objectives is not None and asker.objectives.complete)
    funds = np.flatnonzero(asker.funds.stated & facts.funds.stated[row]) if asker.funds else ()
    km = float(facts.km_from(asker.area.centre, slice(row, row + 1))[0])
    return Reasons(
        objectives=tuple(facts.objectives.codes[column] for column in rarest),
        objectives_known=own_complete and bool(facts.objectives.complete[row]),
        wanted=asker.wanted is not None,
        of_need=asker.row is None,
        same_lead=asker.lead is None or asker.lead == int(facts.lead[row]),
        sectors=sectors_of(facts, asker, row),
        border=_border(facts, asker, row, between),
        strategies=_shared(
            facts.territories, np.ones(len(facts.territories.codes)), asker.area.territories, row, _NO_LEAST
        ),
        structure=_structure(facts, asker, row),
        national=(asker.national, bool(facts.national[row])),
        sizes=(asker.size, int(facts.covers.counts[row])),
        funds=tuple(facts.funds.codes[column] for column in funds),
        own_categories=_categories(facts, asker.area.categories),
        projects=(
            mean_of(facts.places.projects, asker.area.numbers),
            mean_of(facts.places.projects, facts.covers.row(row)),
        ),
        their_categories=_categories(facts, facts.categories.row(row)),
        km=None if np.isnan(km) else km,
    )


def _asked_for(facts: Facts, asker: Asker) -> np.ndarray:
    """The objectives that are needed, or that the programme states."""
    if asker.wanted is None and asker.objectives is not None:
        return asker.objectives.stated
    needed = np.zeros(len(facts.objectives.codes), dtype=bool)
    for columns in asker.wanted or ():
        needed[columns] = True
    return needed


def _shared(shares: Shares, weights: np.ndarray, divided: Divided, row: int, least: float) -> tuple[SharedClass, ...]:
    own, theirs = divided.known, shares.known[row]
    both = np.minimum(own, theirs)
    columns = sorted(np.flatnonzero(both > least).tolist(), key=lambda c: (-weights[c] * both[c], shares.codes[c]))
    return tuple(SharedClass(shares.name, shares.codes[c], float(own[c]), float(theirs[c])) for c in columns)


def _structure(facts: Facts, asker: Asker, row: int) -> tuple[SharedClass, ...]:
    """The classes in which both are alike, the rarest and largest first."""
    found = []
    for shares, weights, divided in zip(facts.typologies, facts.weights, asker.area.typologies, strict=True):
        for shared in _shared(shares, weights, divided, row, _NAMED):
            weight = weights[shares.codes.index(shared.code)]
            found.append((weight * min(shared.own, shared.theirs), shared))
    found.sort(key=lambda pair: (-pair[0], pair[1].of, pair[1].code))
    return tuple(shared for _, shared in found[:_MOST])


def _categories(facts: Facts, divided: Divided) -> tuple[str, ...]:
    return tuple(facts.categories.codes[column] for column in np.flatnonzero(divided.known > 0))


def _border(facts: Facts, asker: Asker, row: int, between: Reach) -> BorderFacts | None:
    if not between.own_areas[row]:
        return None
    theirs = set(facts.covers.row(row).tolist())
    links = facts.links
    found = [
        (-links.strength[link], area, int(links.target[link]))
        for area in asker.area.numbers.tolist()
        for link in links.of.row(area).tolist()
        if int(links.target[link]) in theirs
    ]
    km = float(between.km[row])
    return BorderFacts(
        land=bool(between.land[row]),
        own=int(between.own_areas[row]),
        own_of=len(asker.area.numbers),
        theirs=int(between.their_areas[row]),
        their_of=int(facts.covers.counts[row]),
        km=None if between.land[row] or np.isinf(km) else km,
        pairs=tuple((facts.area_names[a], facts.area_names[b]) for _, a, b in sorted(found)[:_MOST]),
    )
