"""Results of functions of one text, kept within a bound in bytes.

``functools.lru_cache`` counts entries: a client that sends ever new long texts fills the memory with them. Here long
texts are worked out each time, so that entries times length is the bound.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps


def remembered[T](entries: int, longest: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Keep the results for the texts used last.

    :param entries: most results that are kept
    :param longest: longest text, in characters, whose result is kept
    """

    def decorate(function: Callable[[str], T]) -> Callable[[str], T]:
        kept = lru_cache(maxsize=entries)(function)

        @wraps(function)
        def result(text: str) -> T:
            return kept(text) if len(text) <= longest else function(text)

        return result

    return decorate
