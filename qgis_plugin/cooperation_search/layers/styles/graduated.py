"""The styles by number of programmes, and by number of Interreg projects."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRenderer,
    QgsGraduatedSymbolRenderer,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ...api.search import Search
from ...api.texts import tr
from ...settings import QUANTILES
from .. import matching
from . import palette
from .categories import small_on_top
from .classing import classes
from .present import values


def by_number(layer: QgsVectorLayer, search: Search, method: str = QUANTILES) -> QgsFeatureRenderer:
    """Areas in classes by the number of programmes found there; programmes, of which each is one, as outlines."""
    field = matching.column(layer, matching.NUMBER, matching.WHOLE_NUMBER)
    if layer.fields().lookupField(field) < 0:
        return by_outline(layer)
    numbers = sorted(map(int, values(layer, field)))
    found = classes([n for n in numbers if n > 0], method)
    ranges = [
        QgsRendererRange(low - 0.5, high + 0.5, palette.fill(layer, colour), _text(low, high, search))
        for (low, high), colour in zip(found, palette.spread(palette.SEQUENCE, len(found)))
    ]
    if 0 in numbers:
        # None is something else than few.
        none = tr("Styles", "Not known whether one matches") if search.include_unknown else tr("Styles", "No programme")
        ranges.insert(0, QgsRendererRange(-0.5, 0.5, palette.fill(layer, None), none))
    return QgsGraduatedSymbolRenderer(field, ranges)


#: Number of projects of territorial cooperation with a partner in an area.
PROJECTS = "interreg_projects"
#: In place of a number that is not known, for which a graduated renderer has no class.
_ABSENT = -1


def by_projects(layer: QgsVectorLayer, method: str = QUANTILES) -> QgsFeatureRenderer:
    """Areas by the number of projects of 2014-2020, which the legend credits to keep.eu; programmes as outlines."""
    if layer.fields().lookupField(PROJECTS) < 0:
        return by_outline(layer)
    numbers = sorted(int(n) for n in values(layer, PROJECTS) if int(n) > 0)
    found = classes(numbers, method)
    ranges = [
        QgsRendererRange(low - 0.5, high + 0.5, palette.fill(layer, colour), _projects(low, high))
        for (low, high), colour in zip(found, palette.spread(palette.SECOND_SEQUENCE, len(found)))
    ]
    none = tr("Styles", "None known (keep.eu)")
    ranges.insert(0, QgsRendererRange(_ABSENT - 0.5, 0.5, palette.fill(layer, None), none))
    return QgsGraduatedSymbolRenderer(f'coalesce("{PROJECTS}", {_ABSENT})', ranges)


def by_outline(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """A layer that does not have what a style is about: outlines of programmes, areas of which it is not known."""
    symbol = palette.outline_only() if palette.is_programmes(layer) else palette.fill(layer, None)
    renderer = QgsSingleSymbolRenderer(symbol)
    small_on_top(layer, renderer)
    return renderer


def _projects(low: int, high: int) -> str:
    if low == high == 1:
        return tr("Styles", "1 project (keep.eu)")
    return tr("Styles", "{} projects (keep.eu)").format(str(low) if low == high else f"{low}–{high}")


def _text(low: int, high: int, search: Search) -> str:
    if low == high == 1:
        return tr("Styles", "1 programme") if search.is_empty() else tr("Styles", "1 programme found")
    numbers = str(low) if low == high else f"{low}–{high}"
    text = tr("Styles", "{} programmes") if search.is_empty() else tr("Styles", "{} programmes found")
    return text.format(numbers)
