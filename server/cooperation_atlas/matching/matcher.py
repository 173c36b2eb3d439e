"""One programme against all others: gates, parts, score, order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np

from . import border as borders
from . import territory
from .asker import Asker, programme
from .declared import Meeting, Sought, facing, meeting, sought
from .experience import experience
from .facts import Facts
from .gates import OPEN, Gate, gates
from .interval import Interval
from .lists import funds, theme, wanted_theme
from .reasons import Reasons, reasons
from .scale import scale
from .score import order_of, ranked, score, spread, tier_of
from .tables import DEFAULT, Tables


class Order(StrEnum):
    """How partners are ordered."""

    SCORE = "score"  #: by what is known, and a little of what may be
    UPPER = "upper"  #: by what may be
    SEEKING = "seeking"  #: by how far their needs are for a programme like this one
    UNUSUAL = "unusual"  #: those alike in structure and scale that are far and share neither border nor strategy


@dataclass(frozen=True)
class Wish:
    """What is asked for beside the programme.

    :param weights: by part; a part that is not named has none
    :param scope: code of the scope of partnership needed
    :param candidates: whether each programme may be a partner; ``None`` for all
    :param limit: most partners
    """

    weights: Mapping[str, float]
    order: Order = Order.SCORE
    scope: str | None = None
    per_country: int = 3
    per_area: int = 1
    limit: int = 10
    candidates: np.ndarray | None = None


@dataclass(frozen=True)
class Partner:
    """A programme that was compared with the asker.

    :param row: in the facts
    :param rank: from 1
    :param tier: ``None`` where no part with a weight applies, so that nothing is scored
    :param parts: low and high of each part, ``None`` where it does not apply
    :param weights: by part
    :param meeting: how entries meet, ``None`` where none face each other
    :param sought: how far its needs are for one like the asker, ``None`` where none names its topic or country
    """

    row: int
    rank: int
    low: float
    high: float
    tier: str | None
    parts: Mapping[str, tuple[float, float] | None]
    weights: Mapping[str, float]
    reasons: Reasons
    meeting: Meeting | None
    sought: Sought | None = None


@dataclass(frozen=True)
class Partners:
    """The answer.

    :param found: partners in order, as many as were asked for
    :param matched: how many there are in all, with no more of one country and area than asked for
    :param closed: how many programmes each gate left out
    """

    asker: Asker
    found: tuple[Partner, ...]
    matched: int
    closed: Mapping[Gate, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Comparison:
    """The asker with every programme of its period, before anybody is left out."""

    gate: np.ndarray
    parts: Mapping[str, Interval]
    between: borders.Reach


class Matcher:
    """Finds partners among the programmes of one period."""

    def __init__(self, facts: Facts, tables: Tables) -> None:
        self.facts = facts
        self.tables = tables

    def wish(self, preset: str = DEFAULT, **more: object) -> Wish:
        """A wish with the weights of a preset and the numbers of the tables, some of it changed."""
        numbers = self.tables.numbers
        chosen: dict[str, object] = {
            "weights": self.tables.presets[preset],
            "per_country": int(numbers["per_country"]),
            "per_area": int(numbers["per_area"]),
        }
        return Wish(**(chosen | more))  # type: ignore[arg-type]

    def compare(self, who: int | Asker, scope: str | None = None) -> Comparison:
        """Every part of the asker with every programme.

        :param who: an asker, or the row of a programme
        """
        facts, numbers, asker = self.facts, self.tables.numbers, self._asker(who)
        between = borders.reach(facts, asker)
        shared = territory.strategies(facts.territories, asker.area.territories)
        parts = {
            "theme": self._theme(asker),
            "border": borders.border(facts, asker, between, numbers),
            "strategies": shared,
            "structure": territory.structure(
                facts.typologies, facts.weights, facts.chance, asker.area.typologies, asker.is_placed
            ),
            "scale": scale(facts, asker, numbers),
            "funds": funds(facts.funds, asker.funds) if asker.funds else self._not_applicable,
            "complement": territory.complement(facts.categories, asker),
            "experience": self._experience,
        }
        passing = gates(facts, asker, scope, parts["theme"].high > 0, between.reached, shared.low > 0)
        return Comparison(passing, parts, between)

    def partners(self, who: int | Asker, wish: Wish) -> Partners:
        """The partners of an asker, or of the programme of a row, best first."""
        asker = self._asker(who)
        compared = self.compare(asker, wish.scope)
        scored = score(compared.parts, wish.weights)
        passed = compared.gate == OPEN
        if wish.candidates is not None:
            passed &= wish.candidates
        if wish.order is Order.UNUSUAL:
            passed &= self._unusual(asker, compared)
        keys = self._keys(compared, scored, wish.order)
        if wish.order is Order.SEEKING:
            needs = [self._sought(asker, row, compared) if passed[row] else None for row in range(len(self.facts))]
            passed &= np.array([need is not None for need in needs])
            keys = np.array([sum(need.met) / 2 if need else 0.0 for need in needs]), *keys[1:]
        elif asker.faces_entries and wish.order is not Order.UNUSUAL:
            # Where a need says little that can be scored, many are alike: those whose entries meet it come first.
            keys = keys[0], self._declared(asker, passed), *keys[1:]
        rows = ranked(*keys)
        rows = rows[passed[rows]]
        per_country = wish.per_country
        if wish.order is Order.UNUSUAL:
            per_country = min(per_country, int(self.tables.numbers["unusual_per_country"]))
        rows = spread(rows, self.facts.country, self.facts.same_area, per_country, wish.per_area)
        found = tuple(
            self._partner(asker, row, rank, compared, scored, wish)
            for rank, row in enumerate(rows[: wish.limit].tolist(), start=1)
        )
        closed = {gate: int((compared.gate == gate).sum()) for gate in Gate if gate is not Gate.SELF}
        return Partners(asker, found, len(rows), {gate: count for gate, count in closed.items() if count})

    def pair(self, who: int | Asker, row: int, weights: Mapping[str, float]) -> tuple[Partner, str]:
        """One pair in full, also where a gate is closed; and that gate, or ``OPEN``."""
        asker = self._asker(who)
        compared = self.compare(asker)
        (partner,) = self.chosen(asker, [row], compared, weights)
        return partner, str(compared.gate[row])

    def chosen(
        self, asker: Asker, rows: Iterable[int], compared: Comparison, weights: Mapping[str, float]
    ) -> tuple[Partner, ...]:
        """These of the programmes that were compared, in this order, also where a gate is closed."""
        scored = score(compared.parts, weights)
        return tuple(
            self._partner(asker, row, rank, compared, scored, Wish(weights)) for rank, row in enumerate(rows, start=1)
        )

    def alone(self, who: int | Asker, partner: Partner) -> Partners:
        """One partner as an answer."""
        return Partners(self._asker(who), (partner,), 1)

    def _asker(self, who: int | Asker) -> Asker:
        return who if isinstance(who, Asker) else programme(self.facts, who)

    @property
    def _not_applicable(self) -> Interval:
        nothing = np.zeros(len(self.facts))
        return Interval(nothing, nothing, applies=False)

    @cached_property
    def _experience(self) -> Interval:
        return experience(self.facts.places.projects, self.facts.covers, self.tables.numbers["experience_full"])

    def _theme(self, asker: Asker) -> Interval:
        facts, numbers = self.facts, self.tables.numbers
        if asker.wanted is not None:
            return wanted_theme(facts.objectives, asker.wanted, numbers["need_further"])
        if asker.objectives is None:
            return self._not_applicable
        most, full = int(numbers["theme_objectives"]), numbers["theme_full"]
        return theme(facts.objectives, facts.rarity, asker.objectives, most, full)

    def _keys(self, compared: Comparison, scored: Interval, order: Order) -> tuple[np.ndarray, ...]:
        usual = order_of(scored, self.tables.numbers["order_upper"])
        if order is Order.UPPER:
            return scored.high, scored.low
        if order is Order.UNUSUAL:
            return compared.parts["structure"].low + compared.parts["scale"].low, usual
        return usual, scored.low

    def _unusual(self, asker: Asker, compared: Comparison) -> np.ndarray:
        numbers, parts = self.tables.numbers, compared.parts
        mask: np.ndarray = (
            ~compared.between.reached
            & (parts["strategies"].low < numbers["unusual_strategy"])
            & (self.facts.km_from(asker.area.centre) >= numbers["unusual_km"])
            & (parts["scale"].low >= numbers["unusual_scale"])
            & (parts["structure"].low >= numbers["unusual_structure"])
        )
        return mask

    def _partner(
        self, asker: Asker, row: int, rank: int, compared: Comparison, scored: Interval, wish: Wish
    ) -> Partner:
        facts = self.facts
        value = float(order_of(scored, self.tables.numbers["order_upper"])[row])
        parts = {
            name: (float(part.low[row]), float(part.high[row])) if part.applies else None
            for name, part in compared.parts.items()
        }
        return Partner(
            row,
            rank,
            float(scored.low[row]),
            float(scored.high[row]),
            tier_of(value, float(scored.low[row]), self.tables.tiers) if scored.applies else None,
            parts,
            wish.weights,
            reasons(facts, asker, row, compared.between),
            None if asker.row is None and wish.order is Order.SEEKING else self._meeting(asker, row),
            None if asker.row is None and wish.order is not Order.SEEKING else self._sought(asker, row, compared),
        )

    def _meeting(self, asker: Asker, row: int) -> Meeting | None:
        """How entries of a programme meet the need, or those of the asker."""
        facts, topic_only = self.facts, self.tables.numbers["declared_topic_only"]
        theirs = facts.entries_of.get(row, ())
        countries = self._countries(asker)
        if asker.need is not None and asker.faces_entries:
            return facing(asker.need, asker.topics, countries, theirs, topic_only)
        own = next(iter(countries), "")
        return meeting(asker.entries, theirs, own, facts.countries[facts.country[row]], topic_only)

    def _countries(self, asker: Asker) -> frozenset[str]:
        return frozenset(self.facts.countries[number] for number in asker.countries.tolist() if number >= 0)

    def _declared(self, asker: Asker, passed: np.ndarray) -> np.ndarray:
        """How far entries of each programme meet a need, the middle of what is known; 0 where there is none."""
        middles = np.zeros(len(self.facts))
        for row in self.facts.entries_of:
            if passed[row] and (met := self._meeting(asker, row)):
                middles[row] = sum(met.met) / 2
        return middles

    def _sought(self, asker: Asker, row: int, compared: Comparison) -> Sought | None:
        """How far the needs of a programme are for one like the asker."""
        needs = self.facts.entries_of.get(row)
        if not needs:
            return None
        reached = bool(compared.between.reached[row])
        topics = None if asker.row is None and not asker.topics.own else asker.topics
        return sought(needs, topics, self._countries(asker), reached, self.tables.numbers["declared_topic_only"])
