"""The style of the areas of a distribution: classes of numbers, none apart from few, names on the larger classes."""

from __future__ import annotations

from qgis.core import QgsGraduatedSymbolRenderer, QgsRendererRange, QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

from ...api.texts import tr
from ...settings import QUANTILES
from ..tips import row, safe
from . import palette
from .classing import classes
from .present import values

#: The property that is shown.
COUNT = "count"


def apply(layer: QgsVectorLayer, place: str, method: str = QUANTILES) -> None:
    """Styles a layer: at most five classes, colour-blind safe.

    :param place: property with the code of an area; that with its name ends in ``_text``
    :param method: how the classes are made
    """
    numbers = sorted(map(int, values(layer, COUNT)))
    found = classes([number for number in numbers if number > 0], method)
    ranges = [
        QgsRendererRange(low - 0.5, high + 0.5, palette.fill(layer, colour), _text(low, high))
        for (low, high), colour in zip(found, palette.spread(palette.SEQUENCE, len(found)))
    ]
    if 0 in numbers:
        ranges.insert(0, QgsRendererRange(-0.5, 0.5, palette.fill(layer, None), tr("Styles", "None")))
    layer.setRenderer(QgsGraduatedSymbolRenderer(COUNT, ranges))
    layer.setDisplayExpression(f'"{place}_text"')
    name = f"{place}_text"
    layer.setMapTipTemplate(f"<b>{safe(name)}</b>{row(tr('Layers', 'Count'), COUNT)}")


def _text(low: int, high: int) -> str:
    numbers = [QLocale().toString(number) for number in (low, high)]
    return numbers[0] if low == high else "–".join(numbers)
