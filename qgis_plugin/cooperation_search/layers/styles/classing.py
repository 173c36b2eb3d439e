"""Classes of whole numbers, by the method that the user chose. The limits are whole as well."""

from __future__ import annotations

import math
from typing import Callable, Dict, List, Sequence, Tuple

from qgis.core import QgsClassificationEqualInterval, QgsClassificationPrettyBreaks

from ...api.texts import tr
from ...settings import EQUAL, NATURAL, PRETTY, QUANTILES
from . import palette

#: Method → its name in the user's language.
LABELS: Dict[str, Callable[[], str]] = {
    QUANTILES: lambda: tr("Styles", "Quantiles"),
    NATURAL: lambda: tr("Styles", "Natural breaks"),
    EQUAL: lambda: tr("Styles", "Equal intervals"),
    PRETTY: lambda: tr("Styles", "Pretty breaks"),
}
_MAKERS = {EQUAL: QgsClassificationEqualInterval, PRETTY: QgsClassificationPrettyBreaks}
#: No style has more classes than its palette has colours.
MOST = len(palette.SEQUENCE)


def classes(numbers: Sequence[int], method: str = QUANTILES) -> List[Tuple[int, int]]:
    """At most ``MOST`` classes without gaps. Those of equal width, or with round limits, may be empty.

    Quantiles have about as many of the different numbers in each class.

    :param numbers: the different numbers, ascending
    :raises ValueError: for a method that does not exist
    """
    if method not in LABELS:
        raise ValueError(method)
    if len(numbers) <= MOST:
        return _between(numbers, numbers)
    if method == QUANTILES:
        return _between(numbers, [numbers[i * len(numbers) // MOST] for i in range(MOST)])
    if method == NATURAL:
        return _between(numbers, _natural(numbers))
    for wanted in range(MOST, 1, -1):
        # Pretty breaks may be more than were asked for.
        uppers = [found.upperBound() for found in _MAKERS[method]().classes([float(n) for n in numbers], wanted)]
        starts = sorted({numbers[0], *(math.floor(upper) + 1 for upper in uppers if upper < numbers[-1])})
        if len(starts) <= MOST:
            return _between(numbers, starts)
    return _between(numbers, numbers[:1])


def _between(numbers: Sequence[int], starts: Sequence[int]) -> List[Tuple[int, int]]:
    """The classes that begin at ``starts``; the last ends with the largest number."""
    return list(zip(starts, [start - 1 for start in starts[1:]] + list(numbers[-1:])))


def _natural(numbers: Sequence[int]) -> List[int]:
    """The starts of the classes with the least squares of differences inside them (Fisher 1958, Jenks 1967).

    QGIS's own put 20 to 22 and 95 into one class, and 96 to 100 into the next.
    """
    sums, squares = [0], [0]
    for number in numbers:
        sums.append(sums[-1] + number)
        squares.append(squares[-1] + number * number)

    def inside(start: int, end: int) -> float:
        return squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start)

    size = len(numbers)
    # For the first ``end`` numbers: the least sum, and the places where the classes start.
    best = [(0.0, [0])] + [(inside(0, end), [0]) for end in range(1, size + 1)]
    for count in range(2, MOST + 1):
        better = best[:count]
        for end in range(count, size + 1):
            least, start = min((best[start][0] + inside(start, end), start) for start in range(count - 1, end))
            better.append((least, [*best[start][1], start]))
        best = better
    return [numbers[place] for place in best[size][1]]
