"""The search for words: which rows have them all, which of these is best, and where the words are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from threading import Lock

import numpy as np

from ...model.errors import InvalidValue
from ..budget import Budget, at_once
from ..query import MOST_CHARACTERS, MOST_WORDS
from ..text import words
from .lexicon import MISS, SCORE_BITS, Scores
from .table import Mask, Rows
from .word_sources import REGION, Source, WordSources

#: Hits of one kind that are named for a row.
_NAMED = 3
#: Hits among which regions that lie in others are left out before they are named.
_COMPARED = 50
_RANK_BITS = 3
#: Steps (``store.budget``) for each row before the first search, and to say of a row where it has the words.
_ROW, DESCRIBING = 100, 400
#: Operations of numpy for each word, on the rows and on what they are linked with.
_CALLS = 30


class WordIndex:
    """The words of one collection, brought in order when they are first searched.

    :param id_: collection id
    """

    def __init__(self, sources: WordSources, id_: str, size: int) -> None:
        self._all = sources
        self._id = id_
        self._size = size
        self._last: tuple[str, WordHits] | None = None
        self._in_order: list[Source] | None = None
        self._ordering = Lock()

    @property
    def _sources(self) -> list[Source]:
        if self._in_order is None:
            # Threads that search at once wait for the first: scores belong to the lexicons of one and the same list.
            with self._ordering:
                if self._in_order is None:
                    self._in_order = self._all.of(self._id)
        return self._in_order

    def search(self, text: str, budget: Budget | None, place: str) -> WordHits:
        """The rows that have every word of a text, or one that it begins.

        :param budget: what pays for the search, and for bringing the words in order before the first one
        :param place: the criterion or part of the query that the text belongs to
        :raises InvalidValue: where there is no word, and where there are too many
        :raises OverBudget: where it costs more than is left
        """
        last = self._last
        if last is not None and last[0] == text:
            return last[1]
        given = _checked(text, place)
        distinct = list(dict.fromkeys(given))
        if budget is not None:
            self._spend(budget, len(distinct), place)
        by_lexicon: dict[int, Scores] = {}
        for source in self._sources:
            if id(source.lexicon) not in by_lexicon:
                by_lexicon[id(source.lexicon)] = source.lexicon.search(distinct)
        scores = [by_lexicon[id(source.lexicon)] for source in self._sources]
        hits = WordHits(self._sources, scores, len(distinct), self._size)
        hits.notes = tuple(self._notes(given, hits.mask))
        self._last = text, hits
        return hits

    def _spend(self, budget: Budget, count: int, place: str) -> None:
        if self._in_order is None:
            budget.spend(self._size * _ROW + self._all.cost, "bringing words in order", place)
        values = self._size + sum(source.links.size for source in self._sources)
        budget.spend(at_once(values, count * _CALLS), f"{count} words in {self._size} features", place)

    def _notes(self, given: Sequence[str], mask: Mask) -> Iterator[str]:
        """A sentence for each name in the query that stands for several regions among the hits."""
        ambiguous = self._all.regions.ambiguous
        begin = 0
        while begin < len(given):
            # The longest name that begins here: "South Holland" is not ambiguous for a "Holland" in it.
            ends = range(len(given), begin, -1)
            end = next((end for end in ends if tuple(given[begin:end]) in ambiguous), None)
            if end is not None:
                name = tuple(given[begin:end])
                regions = [number for number in ambiguous[name] if self._has(number, mask)]
                if len(regions) > 1:
                    yield self._all.regions.ambiguity_note(name, regions)
            begin = end or begin + 1

    def _has(self, region: int, mask: Mask) -> bool:
        rows = (s.links.rows(np.array([region])) for s in self._sources if s.regions is not None)
        return any(mask[having].any() for having in rows)


def _checked(text: str, place: str) -> list[str]:
    if len(text) > MOST_CHARACTERS:
        raise InvalidValue(place, f"has {len(text)} characters; a search takes at most {MOST_CHARACTERS}.")
    given = words(text)
    if not given:
        raise InvalidValue(place, "has no letter or digit to search for.")
    if len(different := set(given)) > MOST_WORDS:
        raise InvalidValue(place, f"has {len(different)} different words; a search takes at most {MOST_WORDS}.")
    return given


class WordHits:
    """The rows that have all the words.

    A row ranks by the number of words that only stand for its whole country; then by whether one text has all the
    words; then by the kind of text (``Source.rank``); then whole words come before beginnings of words, and early
    words before late ones; then a small area before a large one, where a region has the words or several texts.

    :param mask: the rows
    :param notes: remarks on the query as a whole: names that stand for several regions
    """

    def __init__(self, sources: Sequence[Source], scores: Sequence[Scores], count: int, size: int) -> None:
        self._sources = sources
        self._scores = scores
        near = [i for i, source in enumerate(sources) if not source.whole_country]
        far = [i for i, source in enumerate(sources) if source.whole_country]
        #: By source, the best score of one text of each row that has all the words.
        self._together = [s.links.best(own.together) for s, own in zip(sources, scores, strict=True)]
        self._one_near = _best(size, [self._ranked(i, self._together[i]) for i in near])
        self._one_far = _best(size, [self._ranked(i, self._together[i]) for i in far])
        #: By word, the best rank and score of each row; in texts that say more than the country, and in others.
        self._near, self._far = [self._one_near], [self._one_far]
        if count > 1:
            self._near = [_best(size, [self._word(i, word) for i in near]) for word in range(count)]
            self._far = [_best(size, [self._word(i, word) for i in far]) for word in range(count)]
        missing = [word == MISS for word in self._near]
        self._missing = np.sum(missing, axis=0)
        self.mask: Mask = ~np.logical_or.reduce([m & (w == MISS) for m, w in zip(missing, self._far, strict=True)])
        self.notes: tuple[str, ...] = ()

    def _ranked(self, source: int, scores: np.ndarray) -> np.ndarray:
        return np.where(scores < MISS, scores + np.int32(self._sources[source].rank << SCORE_BITS), MISS)

    def _word(self, source: int, word: int) -> np.ndarray:
        return self._ranked(source, self._sources[source].links.best(self._scores[source].words[word]))

    @cached_property
    def _keys(self) -> np.ndarray:
        """The lower, the better is a row."""
        best = [np.minimum(near, np.where(near < MISS, MISS, far))
                for near, far in zip(self._near, self._far, strict=True)]  # fmt: skip
        ranks = np.max([word >> SCORE_BITS for word in best], axis=0).astype(np.int64)
        sums = np.sum([word & ((1 << SCORE_BITS) - 1) for word in best], axis=0)
        one = np.where(self._missing > 0, self._one_far, self._one_near)
        spread = one == MISS
        key = np.where(spread, (ranks << SCORE_BITS) + sums, one)
        return np.asarray(key + ((self._missing.astype(np.int64) * 2 + spread) << (SCORE_BITS + _RANK_BITS)))

    def order(self, rows: Rows) -> Rows:
        """Rows that match, best first; equally good ones in the order of their ids."""
        keys = self._keys[rows]
        spread = keys >> (SCORE_BITS + _RANK_BITS) & 1 == 1
        of_regions = keys >> SCORE_BITS & (1 << _RANK_BITS) - 1 == REGION
        sizes = np.where(spread | of_regions, self._sizes[rows], 0)
        return np.asarray(rows[np.lexsort((rows, sizes, keys))])

    @cached_property
    def _sizes(self) -> np.ndarray:
        """By row, the number of regions in its area."""
        sizes = [source.links.counts for source in self._sources if source.rank == REGION]
        return np.sum([np.zeros(len(self.mask), dtype=np.int64), *sizes], axis=0)

    def where(self, row: int) -> tuple[tuple[str, ...], str]:
        """Where a row has the words: the kinds of text, best first, and the texts for readers."""
        first: dict[str, int] = {}
        for number in self._having(row):
            first.setdefault(self._sources[number].kind, number)
        return tuple(first), "; ".join(text for number in first.values() for text in self._named(number, row))

    def _having(self, row: int) -> list[int]:
        """The sources in which a row has the words: those that have them all in one text, else the best for each."""
        if not self.mask[row]:
            return []
        whole = bool(self._missing[row])
        one = [i for i, source in enumerate(self._sources) if source.whole_country == whole
               and self._together[i][row] < MISS]  # fmt: skip
        if one:
            return sorted(one, key=lambda i: (self._sources[i].rank, i))
        having = set()
        for number, (near, far) in enumerate(zip(self._near, self._far, strict=True)):
            best = near[row] if near[row] < MISS else far[row]
            having.add(next(i for i in range(len(self._sources)) if self._score(i, number, row) == best))
        return sorted(having, key=lambda i: (self._sources[i].rank, i))

    def _score(self, source: int, word: int, row: int) -> int:
        """Rank and score of one word in one source."""
        owners = self._sources[source].links.of(row)
        best = int(self._scores[source].words[word][owners].min(initial=MISS))
        return best + (self._sources[source].rank << SCORE_BITS) if best < MISS else int(MISS)

    def _named(self, number: int, row: int) -> list[str]:
        source, scores = self._sources[number], self._scores[number]
        owners = source.links.of(row)
        together = scores.together[owners]
        best = together if (together < MISS).any() else np.min([word[owners] for word in scores.words], axis=0)
        hits = owners[np.argsort(best, kind="stable")][: min(int((best < MISS).sum()), _COMPARED)].tolist()
        if source.regions is not None:
            hits = source.regions.tops(hits)
        return [source.describe(row, owner, source.lexicon.best(owner, scores)) for owner in hits[:_NAMED]]


def _best(size: int, scores: Sequence[np.ndarray]) -> np.ndarray:
    return np.asarray(np.minimum.reduce([np.full(size, MISS), *scores]))
