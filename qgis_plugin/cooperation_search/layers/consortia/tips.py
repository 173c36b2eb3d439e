"""Map tips of the members of a set."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...api.comparison import Comparison
from ...api.consortium import ROLES
from ...api.texts import tr
from ..styles.consortia import role
from ..tips import escaped, row, safe


def set_tip(layer: QgsVectorLayer, comparison: Comparison) -> None:
    """Gives a layer its map tip."""
    titles = {field.name(): comparison.presentation[field.name()].title for field in layer.fields()}
    roles = {name: role(name) for name in ROLES}
    tiers = {each.name: each.title for each in comparison.tiers}
    score = escaped('format_number("score_low", 2) || \'–\' || format_number("score_high", 2)')
    lines = [
        f"<div><b>{safe('title')}</b></div>",
        row(tr("Consortia", "Role"), "role", roles),
        row(titles["country_name"], "country_name"),
        row(tr("Consortia", "Stands for"), "stands_for"),
        row(titles["tier"], "tier", tiers),
        f"[% CASE WHEN \"score_low\" IS NULL THEN '' ELSE '<div>{tr('Tips', 'Score')}: ' || {score} || '</div>' END %]",
        row(titles["for_you_text"], "for_you_text"),
    ]
    layer.setMapTipTemplate(f'<div style="max-width:320px">{"".join(lines)}</div>')
