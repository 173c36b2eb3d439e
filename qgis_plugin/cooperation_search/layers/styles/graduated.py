"""The style by number of programmes."""

from __future__ import annotations

from typing import List, Tuple

from qgis.core import (
    QgsFeatureRenderer,
    QgsGraduatedSymbolRenderer,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ...api.texts import tr
from . import palette
from .categories import small_on_top
from .present import values

_FIELD = "n_programmes"


def by_number(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """Areas in classes by the number of programmes that cover them; programmes, of which each is one, as outlines."""
    if layer.fields().lookupField(_FIELD) < 0:
        renderer = QgsSingleSymbolRenderer(palette.outline_only())
        small_on_top(layer, renderer)
        return renderer
    numbers = sorted(map(int, values(layer, _FIELD)))
    ranges = [
        QgsRendererRange(low - 0.5, high + 0.5, palette.fill(layer, colour), _text(low, high))
        for (low, high), colour in zip(classes([n for n in numbers if n > 0]), palette.SEQUENCE)
    ]
    if 0 in numbers:
        # None is something else than few.
        ranges.insert(0, QgsRendererRange(-0.5, 0.5, palette.fill(layer, None), tr("Styles", "No programme")))
    return QgsGraduatedSymbolRenderer(_FIELD, ranges)


def classes(numbers: List[int]) -> List[Tuple[int, int]]:
    """At most five classes of whole numbers, each with about as many of the different numbers, without gaps.

    :param numbers: the different numbers, ascending
    """
    count = min(len(palette.SEQUENCE), len(numbers))
    starts = [numbers[i * len(numbers) // count] for i in range(count)]
    ends = [start - 1 for start in starts[1:]] + numbers[-1:]
    return list(zip(starts, ends))


def _text(low: int, high: int) -> str:
    if low == high == 1:
        return tr("Styles", "1 programme")
    numbers = str(low) if low == high else f"{low}–{high}"
    return tr("Styles", "{} programmes").format(numbers)
