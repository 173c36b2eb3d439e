"""Map tips of partners, of the lines to them, and of the asker."""

from __future__ import annotations

from typing import List, Mapping

from qgis.core import QgsVectorLayer

from ...api.comparison import Comparison
from ...api.texts import tr
from .. import tips
from ..tips import escaped, row, safe
from .origin import OWN


def set_tip(layer: QgsVectorLayer, role: str, comparison: Comparison) -> None:
    """Gives a layer its map tip; entries that are made up are named as such."""
    names = [field.name() for field in layer.fields()]
    if role == OWN:
        # A programme, NUTS III areas, or a country.
        known = "cci" in names or "nuts_code" in names
        layer.setMapTipTemplate(tips.template(layer, "cci" in names) if known else f"<b>{safe('country_name')}</b>")
        return
    tiers = {each.name: each.title for each in comparison.tiers}
    lines = [_banner() if "entries_basis" in names else "", f"<div><b>{safe('rank')}. {safe('title')}</b></div>"]
    lines += _rows(layer, comparison, names, tiers)
    layer.setMapTipTemplate(f'<div style="max-width:320px">{"".join(lines)}</div>')


def _rows(layer: QgsVectorLayer, comparison: Comparison, names: List[str], tiers: Mapping[str, str]) -> List[str]:
    titles = {name: comparison.presentation[name].title for name in names}
    found = []
    if "country_name" in names:
        found.append(row(titles["country_name"], "country_name"))
    found.append(row(titles["tier"], "tier", tiers))
    score = escaped('format_number("score_low", 2) || \'–\' || format_number("score_high", 2)')
    found.append(f"<div>{tr('Tips', 'Score')}: [% {score} %]</div>")
    for name in ("for_you_text", "not_known_text"):
        if name in names:
            found.append(row(titles[name], name))
    for name in ("sea_km", "distance_km"):
        if name in names:
            found.append(row(f"{titles[name]} (km)", name))
    return found


def _banner() -> str:
    banner = tips.BANNER.format(tr("Tips", "Entries that meet are SAMPLES: made up, not facts")).replace("'", "''")
    return f"[% CASE WHEN \"entries_basis\" = 'sample' THEN '{banner}' ELSE '' END %]"
