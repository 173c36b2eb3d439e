"""Text comparison without accents and case."""

from __future__ import annotations

import re
from collections.abc import Callable

from anyascii import anyascii

from ..model.remembered import remembered

_WORD = re.compile(r"[0-9a-z]+")


@remembered(entries=16384, longest=256)
def fold(text: str) -> str:
    """``text`` in lower-case ASCII: ``Małopolska`` and ``MALOPOLSKA`` fold to the same, ``Κρήτη`` to ``kriti``."""
    return anyascii(text).casefold()


def unaccent(text: str) -> str:
    """``text`` in ASCII with its case kept, as CQL2 ``ACCENTI`` compares."""
    return anyascii(text)


def words(text: str) -> list[str]:
    """The folded words of ``text``; punctuation separates."""
    # Not by `fold`: the words of whole tables would push everything else out of its cache.
    plain = text if text.isascii() else anyascii(text)
    return _WORD.findall(plain.casefold())


def wildcard(pattern: str) -> Callable[[str], bool]:
    """A matcher of whole folded texts for a pattern in which ``*`` stands for any text, even none.

    Each part is taken where it first occurs, and never looked for again, so that a pattern of many wildcards costs
    no more than its length times that of the text. It is no regular expression: ``re`` keeps compiled ones, and those
    of long patterns are many times their length.
    """
    first, *rest = fold(pattern).split("*")
    if not rest:
        return first.__eq__
    *middle, last = rest

    def fits(text: str) -> bool:
        at, end = len(first), len(text) - len(last)
        if at > end or not text.startswith(first) or not text.endswith(last):
            return False
        for part in middle:
            start = text.find(part, at, end)
            if start < 0:
                return False
            at = start + len(part)
        return True

    return fits
