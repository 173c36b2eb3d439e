"""The best sets of partners; and where there are none, which rules to loosen and what that would give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..facts import Facts
from .model import Candidates, Model, Place, Solution, states, values_of
from .rules import GATES, LOCATED, UNCERTAIN, UPPER, Rule, Term, Terms

#: Most loosened rules of one answer.
MOST_CHANGES = 5
#: Candidates among which the best sets are looked for first, where there are more.
FEW = 400
#: Most choices of rules that are tried.
_MOST_TRIED = 10

Pay = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True, slots=True)
class Met:
    """A term, and what a set has of it.

    :param has: members, regions or countries
    :param certain: whether it is met by what is known
    """

    term: Term
    has: int
    certain: bool


@dataclass(frozen=True)
class MemberSet:
    """A set of partners.

    :param members: rows in the facts: whoever seeks partners, then the others, the best first
    :param partners: the members without whoever seeks them
    :param coordinator: the member that can coordinate, where a category is asked of it
    :param places: the region for which each member stands, where rules ask for regions
    :param proven: whether no other set is better; otherwise the time was up
    """

    members: tuple[int, ...]
    partners: tuple[int, ...]
    coordinator: int | None
    places: Mapping[int, Place]
    met: tuple[Met, ...]
    countries: int
    regions: int
    proven: bool

    @property
    def certain(self) -> bool:
        """Whether it meets all terms by what is known."""
        return all(met.certain for met in self.met)


@dataclass(frozen=True, slots=True)
class Change:
    """A loosened rule.

    :param to: the number in place of the one asked for; 0 where the rule is dropped
    """

    term: Term
    to: int


@dataclass(frozen=True)
class Loosened:
    """What there is where rules are loosened.

    :param best: the best set then
    """

    changes: tuple[Change, ...]
    best: MemberSet


@dataclass(frozen=True)
class Consortia:
    """The answer.

    :param sets: the best first
    :param loosened: where there is no set: the rules to loosen, the best outcome first
    """

    terms: Terms
    sets: tuple[MemberSet, ...]
    loosened: tuple[Loosened, ...] = ()


def consortia(
    facts: Facts,
    candidates: Candidates,
    terms: Terms,
    sets: int,
    differ: int = 1,
    pay: Pay = lambda work: work(),
) -> Consortia:
    """The best sets: those with the greatest sum of the members' values.

    :param sets: how many
    :param differ: in how many members each differs from all that are better
    :param pay: does a piece of work, and pays for it
    """
    search = _Search(facts, candidates, terms, pay)
    found = search.sets(sets, differ)
    return Consortia(terms, found, () if found else search.loosened())


class _Search:
    def __init__(self, facts: Facts, candidates: Candidates, terms: Terms, pay: Pay) -> None:
        self._facts, self._candidates, self._terms, self._pay = facts, candidates, terms, pay
        self._values = values_of(candidates)

    @cached_property
    def _model(self) -> Model:
        return self._made(self._candidates, possible=self._terms.unknown)

    def sets(self, wanted: int, differ: int) -> tuple[MemberSet, ...]:
        """The best sets. Of many candidates those with the greatest values are tried first: whoever could not come
        near their sum, together with the best of all, is in no better set.
        """
        every = np.arange(len(self._values))
        if len(every) <= FEW:
            return self._best(every, wanted, differ)
        first = np.isin(every, np.argsort(-self._values, kind="stable")[:FEW]) | self._fixed()
        found = self._best(np.flatnonzero(first), wanted, differ)
        if len(found) < wanted:
            return self._best(every, wanted, differ)
        partners = self._terms.most - (self._candidates.asker is not None)
        beside = float(np.sort(self._values)[::-1][: partners - 1].sum())
        # A unit less, so that rounding loses nobody.
        promising = self._values + beside >= min(self._sum(one) for one in found) - 1.0
        if not (promising & ~first).any():
            return found
        return self._best(np.flatnonzero(promising | self._fixed()), wanted, differ)

    def _fixed(self) -> np.ndarray:
        """The candidates that are members in any case."""
        rows = self._candidates.rows
        given = {code for term in self._terms.of(Rule.WITH) for code in term.codes}
        ids = np.array([self._facts.ids[row] in given for row in rows.tolist()], dtype=bool)
        return ids if self._candidates.asker is None else ids | (rows == self._candidates.asker)

    def _best(self, among: np.ndarray, wanted: int, differ: int) -> tuple[MemberSet, ...]:
        """The best sets of some candidates."""
        whole = len(among) == len(self._values)
        model = self._model if whole else self._small(among.tolist(), possible=self._terms.unknown)
        found: list[tuple[int, ...]] = []
        sets: list[MemberSet] = []
        while len(sets) < wanted:
            solution = model.best(self._values[among], without=found, differ=differ)
            if solution is None:
                break
            found.append(solution.members)
            members = tuple(among[list(solution.members)].tolist())
            sets.append(self._described(replace(solution, members=members), model, {}))
        return tuple(sets)

    def loosened(self) -> tuple[Loosened, ...]:
        """The fewest rules to loosen, each by as little as possible; every choice among them."""
        found = list(self._known())
        enough: list[tuple[int, ...]] = []
        while len(enough) < _MOST_TRIED:
            nearest = self._model.nearest(enough)
            if nearest is None:
                break
            slack = {number: amount for number, amount in enumerate(nearest.slack) if amount}
            if enough and len(slack) > len(enough[0]):
                break
            enough.append(tuple(slack))
            if solution := self._model.best(self._values, slack):
                changes = tuple(_change(self._model.terms[number], amount) for number, amount in slack.items())
                found.append(Loosened(changes, self._described(solution, self._model, slack)))
        found.sort(key=lambda one: -self._sum(one.best))
        return tuple(found[:MOST_CHANGES])

    def _known(self) -> Iterator[Loosened]:
        """What there is if facts that are not known turn out well."""
        if self._terms.unknown or not self._terms.of(*UNCERTAIN):
            return
        model = self._made(self._candidates, possible=True)
        if solution := model.best(self._values):
            change = Change(Term(Rule.UNKNOWN), 0)
            yield Loosened((change,), self._described(solution, model, {}))

    def _made(self, candidates: Candidates, *, possible: bool) -> Model:
        terms, pay = self._terms, self._pay
        made: Model = pay(lambda: Model(self._facts, candidates, terms.terms, terms.most, possible=possible, pay=pay))
        return made

    def _sum(self, found: MemberSet) -> float:
        rows = {row: place for place, row in enumerate(self._candidates.rows.tolist())}
        return float(sum(self._values[rows[row]] for row in found.members))

    def _described(self, solution: Solution, model: Model, slack: Mapping[int, int]) -> MemberSet:
        """A set with what it has of each term."""
        candidates, facts = self._candidates, self._facts
        order = sorted(solution.members, key=lambda p: (candidates.rows[p] != candidates.asker, -self._values[p], p))
        missed = self._missed(solution.members, order, slack)
        places = self._located(model, solution.members, order, slack)
        rows = [int(candidates.rows[p]) for p in order]
        at = {int(candidates.rows[p]): place for p, place in places.items()}
        met = tuple(
            Met(term, self._has(term, rows, at), certain=not missed.get(number, 0) > slack.get(number, 0))
            for number, term in enumerate(model.terms)
        )
        return MemberSet(
            members=tuple(rows),
            partners=tuple(row for row in rows if row != candidates.asker),
            coordinator=_coordinator(model.terms, rows, at, unknown=self._terms.unknown),
            places=at,
            met=met,
            countries=len({int(facts.country[row]) for row in rows}),
            regions=len({place.region for place in at.values()}),
            proven=solution.proven,
        )

    def _missed(self, members: Sequence[int], order: Sequence[int], slack: Mapping[int, int]) -> dict[int, int]:
        """By how much a set misses its terms if what is not known turns out badly."""
        if not self._terms.unknown:
            return {}
        known = self._small(members, possible=False)
        soft = {n: term.number for n, term in enumerate(known.terms) if term.rule in UNCERTAIN}
        worst = known.located(range(len(members)), _places(members, order), {**slack, **soft})
        return dict(enumerate(worst.slack)) if worst else {}

    def _located(
        self, model: Model, members: Sequence[int], order: Sequence[int], slack: Mapping[int, int]
    ) -> dict[int, Place]:
        """Where the members stand."""
        if not any(term.rule in LOCATED for term in model.terms):
            return {}
        small = self._small(members, possible=model.possible)
        found = small.located(range(len(members)), _places(members, order), slack)
        return {members[p]: place for p, place in found.places.items()} if found else {}

    def _small(self, members: Sequence[int], *, possible: bool) -> Model:
        """The same model of the members alone."""
        candidates = self._candidates
        chosen = list(members)
        few = replace(
            candidates,
            rows=candidates.rows[chosen],
            value=candidates.value[chosen],
            open={rule: mask[chosen] for rule, mask in candidates.open.items()},
        )
        return self._made(few, possible=possible)

    def _has(self, term: Term, rows: Sequence[int], places: Mapping[int, Place]) -> int:
        """What a set has of a term, unknown facts counted if they are wanted."""
        facts, unknown = self._facts, self._terms.unknown
        match term.rule:
            case Rule.PARTNERS:
                return len(rows)
            case Rule.COUNTRIES:
                return len({int(facts.country[row]) for row in rows})
            case Rule.REGIONS:
                return len({place.region for place in places.values()})
            case Rule.CATEGORIES | Rule.COORDINATOR:
                return sum(_counts(place, term.codes, unknown=unknown) for place in places.values())
            case Rule.TOPIC | Rule.OBJECTIVE:
                return sum(states(facts, row, term, possible=unknown) for row in rows)
            case Rule.WITH:
                return sum(facts.ids[row] in term.codes for row in rows)
            case Rule.PER_COUNTRY:
                return int(np.unique(facts.country[rows], return_counts=True)[1].max())
            case Rule.PER_AREA:
                return int(np.unique(facts.same_area[rows], return_counts=True)[1].max())
            case _:
                of_row = {int(row): p for p, row in enumerate(self._candidates.rows)}
                return int(all(self._candidates.open[term.rule][of_row[row]] for row in rows))


def _places(members: Sequence[int], order: Sequence[int]) -> list[int]:
    """The order in a model of the members alone."""
    return [list(members).index(p) for p in order]


def _counts(place: Place, categories: Sequence[str], *, unknown: bool) -> bool:
    return place.category in categories or (unknown and not place.category)


def _coordinator(
    terms: Sequence[Term], rows: Sequence[int], places: Mapping[int, Place], *, unknown: bool
) -> int | None:
    """The first member that stands for a region of a category that a coordinator must have."""
    categories = [code for term in terms if term.rule is Rule.COORDINATOR for code in term.codes]
    if not categories:
        return None
    known = [row for row in rows if places[row].category in categories]
    may = [row for row in rows if _counts(places[row], categories, unknown=unknown)]
    return next(iter(known or may), None)


def _change(term: Term, amount: int) -> Change:
    if term.rule in GATES:
        return Change(term, 0)
    return Change(term, term.number + amount if term.rule in UPPER else term.number - amount)
