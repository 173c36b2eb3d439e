"""The style by what is known: programmes by their completeness, areas by that of the programmes found there."""

from __future__ import annotations

import json
from typing import Dict, Iterable, Mapping

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsRendererRange,
    QgsVectorLayer,
)

from ...api.texts import tr
from .. import matching
from . import palette
from .categories import list_expression, small_on_top
from .graduated import by_outline

#: How much of the lists of a programme is known, from 0 to 1.
COMPLETENESS = "completeness"
#: Upper ends of the classes; the last is for those of which everything is known.
_ENDS = (0.25, 0.5, 0.75, 0.995, 1.0)
_ABSENT = -1
_KEY = "cooperation_search/completeness"


def by_known(layer: QgsVectorLayer, completeness: Mapping[str, float]) -> QgsFeatureRenderer:
    """In five classes, from little to everything.

    :param completeness: of the programmes found, by CCI; for areas, which have none of their own
    """
    if layer.fields().lookupField(COMPLETENESS) >= 0:
        value = f'"{COMPLETENESS}"'
    elif completeness and not palette.is_programmes(layer):
        value = _mean(layer, completeness)
    else:
        return by_outline(layer)
    ranges = [QgsRendererRange(_ABSENT - 0.5, -0.001, palette.fill(layer, None), tr("Styles", "Not known"))]
    low = -0.001
    for end, colour in zip(_ENDS, palette.KNOWN):
        ranges.append(QgsRendererRange(low, end + 0.0001, palette.fill(layer, colour), _text(low, end)))
        low = end + 0.0001
    renderer = QgsGraduatedSymbolRenderer(f"coalesce({value}, {_ABSENT})", ranges)
    small_on_top(layer, renderer)
    return renderer


def completeness_of(programmes: Iterable[QgsFeature]) -> Dict[str, float]:
    """The completeness of programmes, by CCI; empty where they have none."""
    found: Dict[str, float] = {}
    for number, feature in enumerate(programmes):
        if number == 0:
            # They all have the same.
            names = feature.fields().names()
            if COMPLETENESS not in names or "cci" not in names:
                return {}
            value_at, cci_at = names.index(COMPLETENESS), names.index("cci")
        value = feature.attribute(value_at)
        if isinstance(value, (int, float)):
            found[str(feature.attribute(cci_at))] = float(value)
    return found


def keep(layer: QgsVectorLayer, completeness: Mapping[str, float]) -> None:
    """Notes in a live layer how complete its programmes are, so that a style does not wait for the server."""
    if layer.providerType() == "OAPIF":
        layer.setCustomProperty(_KEY, json.dumps(dict(completeness)))


def completeness_in(layer: QgsVectorLayer) -> Dict[str, float]:
    """The completeness of the programmes of a layer, by CCI."""
    kept = layer.customProperty(_KEY)
    if isinstance(kept, str) and layer.providerType() == "OAPIF":
        return dict(json.loads(kept))
    facts = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return completeness_of(layer.getFeatures(facts))


def _mean(layer: QgsVectorLayer, completeness: Mapping[str, float]) -> str:
    """The mean over the programmes of an area, of those that were found."""
    literal = QgsExpression.quotedString(json.dumps(dict(completeness)))
    name = matching.column(layer, "matching", "programmes")
    return (
        f"with_variable('known', from_json({literal}), array_mean(array_filter(array_foreach("
        f"{list_expression(layer, name)}, map_get(@known, @element)), @element IS NOT NULL)))"
    )


def _text(low: float, end: float) -> str:
    if end == 1:
        return tr("Styles", "Everything is known")
    first, last = (str(round(100 * max(0.0, each))) for each in (low, end))
    return tr("Styles", "{0} to {1} % is known").format(first, last)
