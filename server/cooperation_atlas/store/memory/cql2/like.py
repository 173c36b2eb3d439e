"""LIKE (OGC 21-065r2, /req/advanced-comparison-operators/like-predicate): ``%``, ``_`` and the escape ``\\``."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np

from ..table import PropertyColumn
from .like_pattern import STEPS, Pattern
from .values import Operand, Text, Truth
from .work import Work

_SEARCHED = 32  # characters that are searched in the time of one step
_SIGN = 50  # steps to read a wildcard or an escape, and to keep what stands before it

#: For the texts of a column, under CASEI and ACCENTI or not: how many characters they have, and the longest.
_sizes: WeakKeyDictionary[PropertyColumn, dict[tuple[bool, bool], tuple[int, int]]] = WeakKeyDictionary()


def like(value: Operand, pattern: Operand, work: Work) -> Truth:
    """``value LIKE pattern``; unknown where the value is NULL.

    :raises InvalidValue: for other than text, and for a pattern that is no literal
    """
    if not isinstance(value, Text):
        raise work.error(f"takes text, not {value.label}", _twin(value))
    if not isinstance(pattern, Text) or pattern.literal is None:
        raise work.error(f"takes a text literal as its pattern, not {pattern.label}")
    written = pattern.literal
    signs = sum(map(written.count, "%_\\"))
    size, longest = _size(value)
    # CASEI never makes a text shorter; ACCENTI may leave out what has no place in ASCII.
    if len(written) - written.count("%") - written.count("\\") > longest and not pattern.accenti:
        return Truth.of(False, ~np.asarray(value.missing()))
    work.spend(len(written) + _SIGN * signs)
    matcher = Pattern(written, pattern.transform, work.spend)
    if value.column is None:
        work.spend(matcher.search_steps)
        return Truth.of(matcher.matches(value.value), True)
    present = value.column.present
    if matcher.min_length > longest:
        return Truth.of(False, present)
    matches = matcher.test
    work.spend_by_row(STEPS + matcher.search_steps)
    work.spend(size / _SEARCHED)
    if not (value.casei or value.accenti) and 2 * len(value.column.postings) < work.rows:
        hits = [rows for text, rows in value.column.postings.items() if matches(text)]
        return Truth.among(np.concatenate(hits) if hits else np.empty(0, np.int64), present)
    matching = np.fromiter((v is not None and matches(v) for v in value.values), bool, work.rows)
    return Truth.of(matching, present)


def _twin(value: Operand) -> str:
    column = getattr(value, "column", None)
    return f"Use its plain-text twin '{column.field.name}_text'." if column is not None else ""


def _size(text: Text) -> tuple[int, int]:
    """The characters of all texts of a property together, and those of the longest."""
    if text.column is None:
        return len(text.value), len(text.value)
    known = _sizes.setdefault(text.column, {})
    key = (text.casei, text.accenti)
    if key not in known:
        lengths = [len(v) for v in text.values if v is not None]
        known[key] = (sum(lengths), max(lengths, default=0))
    return known[key]
