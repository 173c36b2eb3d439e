"""A set of partners as a mixed-integer programme, solved by HiGHS through scipy.

A member stands for one NUTS 2 region of its area: a call counts partners where they are established. So a programme of
a whole country can stand for any of its regions, and two programmes of one region count once. All rules are rows of one
matrix, each with a slack of its own, so that loosening one is a change of bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...store.budget import OverBudget
from ..facts import NO_TOPICS, Facts
from .rules import LOCATED, MOST_MEMBERS, UPPER, Rule, Term

#: Units of the score that count in a sum: what differs by less is equal.
UNITS = 100_000
#: Seconds that one solution may take.
SECONDS = 1.0
#: What to ask for instead of sets that take too long to find.
EASIER = "Ask for fewer members or sets, drop a rule, or filter the candidates, such as by country=ES,PT."
#: What it costs to miss a term, beside by how much: more than all slack together.
_ONE_TERM = 1000.0
#: What scipy says where there is no solution.
_INFEASIBLE = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A region for which a member stands.

    :param category: of the region; empty where it is not known
    """

    region: str
    category: str


@dataclass(frozen=True, eq=False)
class Candidates:
    """Programmes that may be members.

    :param rows: in the facts, by id
    :param value: what each adds to the sum, 0 to 1
    :param open: for each rule of ``GATES`` that is asked for, which of them it lets in
    :param asker: row of whoever seeks partners: a member of each set that adds nothing; ``None`` where nobody is
    """

    rows: np.ndarray
    value: np.ndarray
    open: Mapping[Rule, np.ndarray] = field(default_factory=dict)
    asker: int | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """A set.

    :param members: places in ``Candidates.rows``
    :param slack: by how much each term is missed
    :param proven: whether there is no better one; otherwise the time was up
    """

    members: tuple[int, ...]
    slack: tuple[int, ...]
    proven: bool
    places: Mapping[int, Place] = field(default_factory=dict)


def states(facts: Facts, row: int, term: Term, *, possible: bool) -> bool:
    """Whether a programme states the topic or objective of a term, or one below it.

    :param possible: also where its list is not complete
    """
    (code,) = term.codes
    if term.rule is Rule.OBJECTIVE:
        columns = list(facts.vocabulary.of_objective.get(code, ()))
        stated = bool(facts.objectives.stated[row, columns].any())
        return stated or (possible and not bool(facts.objectives.complete[row]))
    topics = facts.topics[row] if facts.topics else NO_TOPICS
    return code in topics.broader or (possible and not topics.complete)


class Model:
    """The sets of some candidates under some terms.

    :param possible: whether what is not known counts as met
    :param pay: does the work that it is given, and pays for it (``store.budget``)
    """

    def __init__(
        self,
        facts: Facts,
        candidates: Candidates,
        terms: Sequence[Term],
        most: int,
        *,
        possible: bool,
        pay: Callable[[Callable[[], Any]], Any] = lambda work: work(),
    ) -> None:
        self.facts, self.candidates, self.terms, self.most = facts, candidates, tuple(terms), most
        self.possible, self._pay = possible, pay
        n = len(candidates.rows)
        located = any(term.rule in LOCATED for term in terms)
        self._options = [(p, place) for p in range(n) for place in self._few(p)] if located else []
        regions = sorted({place.region for _, place in self._options})
        self._region = {region: column for column, region in enumerate(regions)}
        countries = sorted(set(facts.country[candidates.rows].tolist()))
        self._country = {country: column for column, country in enumerate(countries)}
        sizes = (n, len(self._options), len(regions), len(countries), len(self.terms), len(self.terms))
        self._first = np.cumsum([0, *sizes])
        self._cells: tuple[list[int], list[int], list[float]] = ([], [], [])
        self._low: list[float] = []
        self._high: list[float] = []
        self._upper = np.ones(self._first[-1])
        self._upper[self._first[4] :] = 0.0
        self._whole = np.ones(self._first[-1])
        self._whole[self._first[2] : self._first[4]] = 0.0  # regions and countries follow from members
        self._rows()

    def best(
        self,
        value: np.ndarray,
        slack: Mapping[int, int] | None = None,
        without: Iterable[tuple[int, ...]] = (),
        differ: int = 1,
    ) -> Solution | None:
        """The set with the greatest value; ``None`` where there is none.

        :param value: of each candidate
        :param slack: by how much terms may be missed, by their number
        :param without: sets that are known; others differ from each in ``differ`` members
        """
        cost = np.zeros(self._first[-1])
        cost[: len(value)] = -value
        cuts = [(members, len(members) - differ) for members in without]
        return self._solve(cost, self._bounds(slack or {}), cuts)

    def nearest(self, without: Iterable[Iterable[int]] = ()) -> Solution | None:
        """A set that misses as few terms as possible, and those by as little as possible.

        :param without: numbers of terms that are known to be enough: others are missed
        """
        upper = self._bounds({number: self._most_slack(term) for number, term in enumerate(self.terms)})
        cost = np.zeros(self._first[-1])
        cost[self._first[4] : self._first[5]] = 1.0
        cost[self._first[5] :] = _ONE_TERM
        known = [[int(self._first[5]) + number for number in numbers] for numbers in without]
        return self._solve(cost, upper, [(columns, len(columns) - 1) for columns in known])

    def located(self, members: Sequence[int], prefer: Sequence[int], slack: Mapping[int, int]) -> Solution | None:
        """Where the members of a set stand: in as many regions as possible, the first of ``prefer`` as coordinators.

        :param slack: by how much terms may be missed; the least is taken
        """
        upper = self._bounds(slack)
        upper[: self._first[1]] = 0.0
        upper[list(members)] = 1.0
        cost = np.zeros(self._first[-1])
        cost[self._first[2] : self._first[3]] = -1.0
        cost[self._first[4] : self._first[5]] = len(members) + 1.0
        categories = {code for term in self.terms if term.rule is Rule.COORDINATOR for code in term.codes}
        for number, (p, place) in enumerate(self._options):
            if p in members and self._counts(place, categories):
                cost[self._first[1] + number] = -0.4 / (2.0 + prefer.index(p)) / (len(members) + 1)
        return self._solve(cost, upper, [], least=members)

    def _few(self, p: int) -> list[Place]:
        """As many regions of each category as a set has members: the others hold one less, so one is free for it."""
        kept: dict[str, int] = {}
        few = []
        for region, category in self.facts.regions_of[self.candidates.rows[p]]:
            kept[category] = kept.get(category, 0) + 1
            if kept[category] <= self.most:
                few.append(Place(region, category))
        return few

    def _counts(self, place: Place, categories: Iterable[str]) -> bool:
        return place.category in categories or (self.possible and not place.category)

    def _rows(self) -> None:
        x, u, d, e, s, z = (int(first) for first in self._first[:6])
        n = len(self.candidates.rows)
        of_candidate: dict[int, list[int]] = {p: [] for p in range(n)}
        of_region: dict[int, list[int]] = {region: [] for region in self._region.values()}
        for number, (p, place) in enumerate(self._options):
            of_candidate[p].append(u + number)
            of_region[self._region[place.region]].append(u + number)
        if self._options:
            for p, columns in of_candidate.items():
                self._row([(column, 1.0) for column in columns] + [(x + p, -1.0)], 0.0, 0.0)
            for region, columns in of_region.items():
                self._row([(d + region, 1.0)] + [(column, -1.0) for column in columns], -np.inf, 0.0)
        of_country: dict[int, list[int]] = {column: [] for column in self._country.values()}
        for p, country in enumerate(self.facts.country[self.candidates.rows].tolist()):
            of_country[self._country[country]].append(x + p)
        for country, columns in of_country.items():
            self._row([(e + country, 1.0)] + [(column, -1.0) for column in columns], -np.inf, 0.0)
        self._row([(x + p, 1.0) for p in range(n)], 0.0, self.most)
        if self.candidates.asker is not None:
            (asker,) = np.flatnonzero(self.candidates.rows == self.candidates.asker).tolist()
            self._row([(x + asker, 1.0)], 1.0, 1.0)
        for number, term in enumerate(self.terms):
            self._term(term, s + number, of_country)
            # What is missed is loosened, which counts by itself.
            self._row([(s + number, 1.0), (z + number, -float(self._most_slack(term)))], -np.inf, 0.0)

    def _term(self, term: Term, slack: int, of_country: Mapping[int, list[int]]) -> None:
        x, u, d, e = (int(first) for first in self._first[:4])
        rows = self.candidates.rows.tolist()
        at_least: list[int]
        match term.rule:
            case Rule.PARTNERS:
                at_least = list(range(x, x + len(rows)))
            case Rule.REGIONS:
                at_least = list(range(d, d + len(self._region)))
            case Rule.COUNTRIES:
                at_least = list(range(e, e + len(self._country)))
            case Rule.CATEGORIES | Rule.COORDINATOR:
                at_least = [u + o for o, (_, place) in enumerate(self._options) if self._counts(place, term.codes)]
            case Rule.TOPIC | Rule.OBJECTIVE:
                at_least = [
                    x + p for p, row in enumerate(rows) if states(self.facts, row, term, possible=self.possible)
                ]
            case Rule.WITH:
                at_least = [x + p for p, row in enumerate(rows) if self.facts.ids[row] in term.codes]
            case Rule.PER_COUNTRY:
                for columns in of_country.values():
                    self._row([(column, 1.0) for column in columns] + [(slack, -1.0)], -np.inf, term.number)
                return
            case Rule.PER_AREA:
                of_area: dict[int, list[int]] = {}
                for p, area in enumerate(self.facts.same_area[self.candidates.rows].tolist()):
                    of_area.setdefault(area, []).append(x + p)
                for columns in of_area.values():
                    if len(columns) > 1:
                        self._row([(column, 1.0) for column in columns] + [(slack, -1.0)], -np.inf, term.number)
                return
            case _:
                closed = np.flatnonzero(~self.candidates.open[term.rule]).tolist()
                self._row([(x + p, 1.0) for p in closed] + [(slack, -float(self.most))], -np.inf, 0.0)
                return
        self._row([(column, 1.0) for column in at_least] + [(slack, 1.0)], term.number, np.inf)

    def _row(self, cells: Iterable[tuple[int, float]], low: float, high: float) -> None:
        rows, columns, values = self._cells
        for column, value in cells:
            rows.append(len(self._low))
            columns.append(column)
            values.append(value)
        self._low.append(low)
        self._high.append(high)

    def _most_slack(self, term: Term) -> int:
        if term.rule in UPPER:
            return max(0, self.most - term.number)
        # Two are a partnership, whoever is alone is none.
        return max(0, term.number - 2) if term.rule is Rule.PARTNERS else term.number

    def _bounds(self, slack: Mapping[int, int]) -> np.ndarray:
        """The greatest values, with so much slack."""
        upper = self._upper.copy()
        for number, amount in slack.items():
            upper[self._first[4] + number] = amount
            upper[self._first[5] + number] = amount > 0
        return upper

    def _solve(
        self,
        cost: np.ndarray,
        upper: np.ndarray,
        cuts: Iterable[tuple[Sequence[int], float]],
        least: Sequence[int] = (),
    ) -> Solution | None:
        # Imported here: a worker that is never asked for a consortium does without its memory.
        from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
        from scipy.sparse import coo_array

        def solve() -> OptimizeResult:
            rows, columns, values = (list(cells) for cells in self._cells)
            low, high = list(self._low), list(self._high)
            for members, most in cuts:
                rows += [len(low)] * len(members)
                columns += members
                values += [1.0] * len(members)
                low.append(-np.inf)
                high.append(most)
            lower = np.zeros(len(upper))
            lower[list(least)] = 1.0
            matrix = coo_array((values, (rows, columns)), shape=(len(low), len(upper))).tocsr()
            return milp(
                cost,
                integrality=self._whole,
                bounds=Bounds(lower, upper),
                constraints=LinearConstraint(matrix, low, high),
                options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
            )

        found = self._pay(solve)
        if found.x is None and found.status != _INFEASIBLE:
            raise OverBudget(f"looking for sets of {self.most} members", Rule.PARTNERS, advice=EASIER)
        if found.x is None:
            return None
        x = np.round(found.x).astype(int)
        members = tuple(np.flatnonzero(x[: self._first[1]]).tolist())
        places = {p: place for o, (p, place) in enumerate(self._options) if x[self._first[1] + o]}
        return Solution(members, tuple(x[self._first[4] : self._first[5]].tolist()), found.status == 0, places)


def values_of(candidates: Candidates) -> np.ndarray:
    """What each candidate adds in whole units, and less than a unit in all by which equal ones are told apart: the
    first by id."""
    n = len(candidates.rows)
    whole = np.round(candidates.value * UNITS)
    apart = 0.5 / MOST_MEMBERS * (1.0 - np.sqrt(np.arange(n) / max(1, n)))
    values: np.ndarray = whole + apart
    if candidates.asker is not None:
        values[candidates.rows == candidates.asker] = 0.0
    return values
