"""Text comparison without accents and case."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[0-9a-z]+")


@lru_cache(maxsize=65536)
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


def wildcard(pattern: str) -> re.Pattern[str]:
    """A matcher of folded texts for a pattern in which ``*`` stands for any text, even none.

    Each part is taken where it is first found, and never looked for again (atomic groups): a pattern of many
    wildcards costs no more than its length times that of the text.
    """
    first, *rest = (re.escape(part) for part in fold(pattern).split("*"))
    if not rest:
        return re.compile(first)
    *middle, last = rest
    return re.compile(first + "".join(f"(?>.*?{part})" for part in middle) + f".*{last}", re.DOTALL)
