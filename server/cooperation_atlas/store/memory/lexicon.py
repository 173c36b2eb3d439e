"""Texts that are searched by the beginnings of their words, with a score for how well each matches."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..text import words

#: Score of what does not match: higher than any that does.
MISS = np.int32(2**29)
#: Added for a word that only begins a word of the text. Below it, the place of the word, from 0, counts.
_BEGINNING = 1 << 13
_LAST_PLACE = 255
#: The score of up to twenty words stays below 2 to this power.
SCORE_BITS = 18
#: After every character of a word, which are digits and letters from a to z.
_AFTER = "~"
#: Letters that are also written with a second one: Muenchen, Aarhus.
_DOUBLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)


def spellings(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text without accents and case, each with its place, from 0; those with ä, ö, ü, ø or å twice."""
    plain = words(text)
    yield from enumerate(plain)
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text)
        doubled = composed.translate(_DOUBLED)
        if doubled != composed:
            yield from enumerate(words(doubled))


@dataclass(frozen=True, slots=True)
class Scores:
    """How well each owner matches; ``MISS`` where it does not.

    :param words: for each word of the query, the best score of any text of each owner
    :param together: the best score of one text that has all the words, by owner
    :param texts: the same by text
    """

    words: list[np.ndarray]
    together: np.ndarray
    texts: np.ndarray


class Lexicon:
    """Texts by owner (a region, a topic, a title): owners are numbers from 0, and may have any number of texts.

    :param texts: the texts of each owner
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self.texts: list[str] = [text for own in texts for text in own]
        self.size = len(texts)
        counts = np.fromiter((len(own) for own in texts), np.int64, len(texts))
        self._starts = np.concatenate([[0], np.cumsum(counts)])
        self._owners = np.repeat(np.arange(len(texts), dtype=np.int32), counts)
        known: dict[str, int] = {}
        occurrences, numbers, places = array("i"), array("i"), array("B")
        for number, text in enumerate(self.texts):
            for place, word in spellings(text):
                occurrences.append(known.setdefault(word, len(known)))
                numbers.append(number)
                places.append(min(place, _LAST_PLACE))
        #: All words in order; the texts of a word lie between its start and the next.
        self._words = sorted(known)
        rank = np.empty(len(known), dtype=np.int64)
        rank[[known[word] for word in self._words]] = np.arange(len(known))
        ranks = rank[np.frombuffer(occurrences, np.int32)] if len(occurrences) else rank
        order = np.argsort(ranks, kind="stable")
        self._word_starts = np.searchsorted(ranks[order], np.arange(len(known) + 1))
        self._texts = np.frombuffer(numbers, np.int32)[order] if len(occurrences) else np.empty(0, np.int32)
        self._places = np.frombuffer(places, np.uint8)[order].astype(np.int32) if len(occurrences) else self._texts

    def search(self, words: Sequence[str]) -> Scores:
        """The scores of all owners for words that are written without accents and case."""
        by_word, together = [], np.zeros(len(self.texts), dtype=np.int32)
        for word in words:
            low, high = bisect_left(self._words, word), bisect_left(self._words, word + _AFTER)
            begin, end = self._word_starts[low], self._word_starts[high]
            texts, scores = self._texts[begin:end], self._places[begin:end] + np.int32(_BEGINNING)
            if low < high and self._words[low] == word:
                scores[: self._word_starts[low + 1] - begin] -= _BEGINNING
            by_word.append(_least(self.size, self._owners[texts], scores))
            # Two misses are more than one, yet fit the type: what has missed stays at MISS.
            together = np.minimum(together + _least(len(self.texts), texts, scores), MISS)
        hits = np.flatnonzero(together < MISS)
        return Scores(by_word, _least(self.size, self._owners[hits], together[hits]), together)

    def best(self, owner: int, scores: Scores) -> str:
        """The text of an owner that matches all the words best."""
        own = slice(self._starts[owner], self._starts[owner + 1])
        return self.texts[int(self._starts[owner]) + int(np.argmin(scores.texts[own]))]


class Links:
    """Which rows of a table have which owners of a lexicon.

    :param owners: the owners of each row, in any order
    """

    def __init__(self, owners: Sequence[np.ndarray], size: int) -> None:
        #: The number of owners of each row.
        self.counts = counts = np.fromiter((len(own) for own in owners), np.int64, len(owners))
        #: The number of links.
        self.size = int(counts.sum())
        self._owners = np.concatenate([*owners, np.empty(0, np.int32)]).astype(np.int32)
        self._starts = np.concatenate([[0], np.cumsum(counts)])
        rows = np.repeat(np.arange(len(owners), dtype=np.int32), counts)
        self._rows = rows[np.argsort(self._owners, kind="stable")]
        self._sharing = np.bincount(self._owners, minlength=size)
        self._row_starts = np.cumsum(self._sharing) - self._sharing

    def of(self, row: int) -> np.ndarray:
        """The owners of a row."""
        return self._owners[self._starts[row] : self._starts[row + 1]]

    def rows(self, owners: np.ndarray) -> np.ndarray:
        """The rows that have any of the owners, owner by owner."""
        counts = self._sharing[owners]
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        return self._rows[np.repeat(self._row_starts[owners] - (ends - counts), counts) + np.arange(total)]

    def best(self, scores: np.ndarray) -> np.ndarray:
        """For each row the best score of any of its owners."""
        hits = np.flatnonzero(scores < MISS)
        return _least(len(self._starts) - 1, self.rows(hits), np.repeat(scores[hits], self._sharing[hits]))


def _least(size: int, places: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """The least score at each place; ``MISS`` where there is none."""
    least = np.full(size, MISS, dtype=np.int32)
    np.minimum.at(least, places, scores)
    return least


def numbered(values: Sequence[str | None]) -> tuple[Mapping[str, int], list[np.ndarray]]:
    """The distinct values, numbered from 0, and the numbers of each row: none where the value is absent."""
    numbers: dict[str, int] = {}
    by_row = [numbers.setdefault(value, len(numbers)) if value else -1 for value in values]
    single = np.arange(len(numbers), dtype=np.int32)
    none = np.empty(0, dtype=np.int32)
    return numbers, [none if number < 0 else single[number : number + 1] for number in by_row]
