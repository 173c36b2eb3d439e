"""Declared: whether what entries of one side need is what the other side offers, or is. Never part of the score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .facts import Entry, Topics
from .need import Need
from .windows import together, window_of

#: The scope of an entry that answers to every scope, and the type of partner that is every type.
_ANY_SCOPE, _ANY_PARTNER = "open", "any"
#: The scope that needs a border.
_CROSS_BORDER = "cross_border"
#: A pair of low and high.
Bounds = tuple[float, float]
_UNKNOWN: Bounds = (0.0, 1.0)
_KNOWN: Bounds = (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How the entries of two programmes meet.

    :param met: how far the entries meet in both directions; a direction in which nothing is declared may be anything
    :param window: whether those that meet are open together; ``None`` for a need, which has no dates
    :param entries: ids of the entries of both sides of which something is known to meet
    :param sample: whether any of these entries is a sample
    """

    met: Bounds
    window: Bounds | None
    entries: tuple[str, ...]
    sample: bool


def meeting(
    own: Iterable[Entry], theirs: Iterable[Entry], own_country: str, their_country: str, topic_only: float
) -> Meeting | None:
    """How entries meet; ``None`` where no need of one side faces an offer of the other.

    :param topic_only: how far two entries meet that have a topic in common and miss every other point
    """
    own, theirs = tuple(own), tuple(theirs)
    there = [(n, o, _met(n, o, their_country, topic_only)) for n in own if n.needs for o in theirs if o.offers]
    back = [(n, o, _met(n, o, own_country, topic_only)) for n in theirs if n.needs for o in own if o.offers]
    pairs = there + back
    if not pairs:
        return None
    ways = [_best([met for _, _, met in way]) if way else _UNKNOWN for way in (there, back)]
    meeting_pairs = [(n, o) for n, o, met in pairs if met[1] > 0.0]
    window = _best([_together(n, o) for n, o in meeting_pairs]) if meeting_pairs else (0.0, 0.0)
    known = {entry for n, o, met in pairs if met[0] > 0.0 for entry in (n, o)}
    return Meeting(
        (_harmonic(ways[0][0], ways[1][0]), _harmonic(ways[0][1], ways[1][1])),
        window,
        tuple(sorted(entry.id for entry in known)),
        any(entry.sample for entry in known),
    )


def entries_meet(
    own: Entry, theirs: Entry, own_country: str, their_country: str, topic_only: float
) -> tuple[Bounds, frozenset[str]] | None:
    """How far two entries meet, in the better direction, and the topics by which they do; ``None`` where neither needs
    what the other may offer."""
    ways = []
    if own.needs and theirs.offers:
        ways.append(_met(own, theirs, their_country, topic_only))
    if theirs.needs and own.offers:
        ways.append(_met(theirs, own, own_country, topic_only))
    return (_best(ways), own.topics & theirs.broader | theirs.topics & own.broader) if ways else None


def facing(
    need: Need, topics: Topics, countries: frozenset[str], theirs: Iterable[Entry], topic_only: float
) -> Meeting | None:
    """How entries of a programme meet a described need; ``None`` where none is of the kind that is needed.

    Only what the need says counts: its topic, and beside that the mean of scope, type of partner and own country.

    :param topics: of the need, and of its objectives
    :param countries: of who describes the need
    """
    found: list[tuple[Entry, Bounds]] = []
    for entry in theirs:
        if (need.kind != "need" and entry.offers) or (need.kind != "offer" and entry.needs):
            points = list(_points(need, countries, entry))
            rest = [sum(point[end] for point in points) / len(points) if points else 1.0 for end in (0, 1)]
            if topics.own:
                shares = entry.topics & topics.broader or topics.own & entry.broader
                topic = _common(shares, entry.topics)
                rest = [topic[end] * (topic_only + (1.0 - topic_only) * rest[end]) for end in (0, 1)]
            found.append((entry, (rest[0], rest[1])))
    if not found:
        return None
    known = [entry for entry, met in found if met[0] > 0.0]
    best = _best([met for _, met in found])
    return Meeting(best, None, tuple(sorted(entry.id for entry in known)), any(entry.sample for entry in known))


def _points(need: Need, countries: frozenset[str], entry: Entry) -> Iterator[Bounds]:
    """What a need says of entries beside their topic, and whether one meets it."""
    if need.scope is not None:
        yield _common(need.scope in entry.scopes or _ANY_SCOPE in {need.scope, *entry.scopes}, entry.scopes)
    if need.partner_types:
        wanted = {*need.partner_types, _ANY_PARTNER}
        yield _common(entry.partner_types & wanted or _ANY_PARTNER in need.partner_types, entry.partner_types)
    if countries:
        yield _common(entry.countries & countries, entry.countries)


@dataclass(frozen=True, slots=True)
class Sought:
    """How far needs of a programme are for one like another.

    :param entries: ids of the needs of which the topic or the country is known to be that
    """

    met: Bounds
    entries: tuple[str, ...]
    sample: bool


def sought(
    needs: Iterable[Entry], topics: Topics | None, countries: frozenset[str], reached: bool, topic_only: float
) -> Sought | None:
    """How far needs are for a programme of these topics; ``None`` where no need names its topic or its country.

    :param topics: ``None`` where they do not matter, but the countries alone
    :param countries: of the programme that is sought
    :param reached: whether it has a border with those that need
    """
    found: list[tuple[Entry, Bounds]] = []
    for need in needs:
        shares = topics is not None and bool(need.topics & topics.broader or topics.own & need.broader)
        if need.needs and (shares or countries & need.countries):
            topic = _common(shares, need.topics and (shares or topics.complete)) if topics is not None else _KNOWN
            only_near = need.scopes == {_CROSS_BORDER}
            scope = _common(reached or not only_near, need.scopes)
            wanted = _common(countries & need.countries, need.countries)
            rest = [topic_only + (1.0 - topic_only) * (scope[end] + wanted[end]) / 2.0 for end in (0, 1)]
            found.append((need, (topic[0] * rest[0], topic[1] * rest[1])))
    if not found:
        return None
    entries = tuple(sorted(need.id for need, _ in found))
    return Sought(_best([met for _, met in found]), entries, any(need.sample for need, _ in found))


def _best(bounds: list[Bounds]) -> Bounds:
    return max(low for low, _ in bounds), max(high for _, high in bounds)


def _harmonic(a: float, b: float) -> float:
    return 2.0 * a * b / (a + b) if a + b > 0.0 else 0.0


def _met(need: Entry, offer: Entry, country: str, topic_only: float) -> Bounds:
    """A topic in common, and beside it scope and country sought."""
    topic = _common(need.topics & offer.broader or offer.topics & need.broader, need.topics and offer.topics)
    any_scope = _ANY_SCOPE in need.scopes | offer.scopes
    scope = _common(any_scope or need.scopes & offer.scopes, any_scope or (need.scopes and offer.scopes))
    sought = _common(country in need.countries, need.countries)
    rest = [topic_only + (1.0 - topic_only) * (scope[end] + sought[end]) / 2.0 for end in (0, 1)]
    return topic[0] * rest[0], topic[1] * rest[1]


def _common(met: object, known: object) -> Bounds:
    """Met or not, where it is known."""
    if not known:
        return _UNKNOWN
    return _KNOWN if met else (0.0, 0.0)


def _together(a: Entry, b: Entry) -> Bounds:
    """Whether two entries are open on one day."""
    window = together(window_of(a), window_of(b))
    if window is None:
        return 0.0, 0.0
    return _KNOWN if window.stated else _UNKNOWN
