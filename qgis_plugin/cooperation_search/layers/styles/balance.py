"""The diverging style: offers against needs, of the entries that were found."""

from __future__ import annotations

from typing import List, Tuple

from qgis.core import QgsExpression, QgsFeatureRenderer, QgsRendererCategory, QgsVectorLayer

from ...api.texts import tr
from .. import matching
from . import palette
from .categories import categorised, unknown
from .graduated import by_outline
from .present import values


def by_balance(layer: QgsVectorLayer) -> QgsFeatureRenderer:
    """Which are more, and by how many: two classes on each side of as many offers as needs."""
    columns = [matching.column(layer, name) for name in (matching.OFFERS, matching.NEEDS)]
    if not all(columns):
        return by_outline(layer)
    most = max((int(n) for name in columns for n in values(layer, name)), default=0)
    few = max(1, most // 3)
    offers, needs = (f"coalesce({QgsExpression.quotedColumnRef(name)}, 0)" for name in columns)
    expression = (
        f"with_variable('more', {offers} - {needs}, CASE WHEN {offers} + {needs} = 0 THEN NULL "
        f"WHEN @more < -{few} THEN 'needs many' WHEN @more < 0 THEN 'needs few' WHEN @more = 0 THEN 'even' "
        f"WHEN @more <= {few} THEN 'offers few' ELSE 'offers many' END)"
    )
    by_few = "1" if few == 1 else f"1–{few}"
    by_many = tr("Styles", "{} or more").format(few + 1)
    more_offers, more_needs = (
        tr("Styles", "More offers than needs, by {}"),
        tr("Styles", "More needs than offers, by {}"),
    )
    classes: List[Tuple[str, str]] = [
        ("offers many", more_offers.format(by_many)),
        ("offers few", more_offers.format(by_few)),
        ("even", tr("Styles", "As many offers as needs")),
        ("needs few", more_needs.format(by_few)),
        ("needs many", more_needs.format(by_many)),
    ]
    colours = dict(zip((value for value, _ in classes), palette.DIVERGING))
    if palette.is_programmes(layer):
        # A line as pale as the class of areas between would not be seen.
        colours["even"] = palette.EVEN_LINE
    # A difference is never larger than the larger number.
    shown = [each for each in classes if most > few or not each[0].endswith("many")]
    listed = [QgsRendererCategory(value, palette.fill(layer, colours[value]), text) for value, text in shown]
    listed.append(unknown(layer, tr("Styles", "No offer or need found")))
    return categorised(layer, expression, listed)
