"""HTML map tips."""

from __future__ import annotations

import json
from typing import List, Mapping, Optional, Tuple

from qgis.core import QgsExpression, QgsVectorLayer

from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES
from ..api.texts import tr
from . import matching
from .fields import SAMPLE

#: Tells that a record rests on samples.
BANNER = '<div style="background:#ffe08a;color:#3d2c00;padding:3px 5px;margin:0 0 4px 0"><b>{}</b></div>'
#: What a tip says of an entry.
_OF_ENTRIES = (
    "kind", "title", "country_name", "status", "topics_text", "scopes_text", "sought_countries_text",
    "sought_strategies_text", "open_from", "open_to", "contact",
)  # fmt: skip


def set_tip(layer: QgsVectorLayer, collection: str, categories: Optional[Mapping[str, str]] = None) -> None:
    """Gives a layer its map tip; records that rest on samples carry a banner.

    :param categories: labels of the categories of region by code
    """
    makers = {NEIGHBOURS: of_lines, COOPERATION: of_entries}
    maker = makers.get(collection, lambda layer: template(layer, collection == PROGRAMMES, categories))
    layer.setMapTipTemplate(maker(layer))


def of_lines(layer: QgsVectorLayer) -> str:
    """The HTML of a map tip of a pair of neighbours."""
    names = [f.name() for f in layer.fields()]
    kinds = {
        "land": tr("Styles", "Shared border"),
        "point": tr("Styles", "Touch in a point"),
        "sea": tr("Styles", "By sea"),
    }
    rows = [
        row(tr("Tips", "Neighbours"), "neighbour_kind", kinds) if "neighbour_kind" in names else "",
        *(
            row(text, name)
            for text, name in (
                (tr("Tips", "Common border (km)"), "border_km"),
                (tr("Tips", "Distance (km)"), "distance_km"),
            )
            if name in names
        ),
    ]
    return f'<div style="max-width:320px"><div><b>{safe("name")}</b></div>{"".join(rows)}</div>'


def of_entries(layer: QgsVectorLayer) -> str:
    """The HTML of a map tip of an offer or need; the titles of its properties are those of the server."""
    fields = layer.fields()
    names = [f.name() for f in fields]
    banner = BANNER.format(tr("Tips", "SAMPLE: made up, states no fact")).replace("'", "''")
    head = f"[% CASE WHEN \"{SAMPLE}\" THEN '{banner}' ELSE '' END %]<div><b>{safe('summary')}</b></div>"
    rows = [
        row(fields.field(name).alias() or fields.field(name.replace("_text", "")).alias(), name)
        for name in _OF_ENTRIES
        if name in names
    ]
    return f'<div style="max-width:320px">{head}{"".join(rows)}</div>'


def template(layer: QgsVectorLayer, programmes: bool, categories: Optional[Mapping[str, str]] = None) -> str:
    """The HTML of a map tip, with QGIS expressions in it."""
    names = [f.name() for f in layer.fields()]
    head = safe("title") if programmes else f"{safe('name')} ({safe('nuts_code')})"
    lines = [_sample_banner(names), f"<div><b>{head}</b></div>"]
    rows = [
        (tr("Tips", "Country"), "country_name"),
        (tr("Tips", "Period"), "period"),
        (tr("Tips", "Programmes"), "titles_text"),
        (tr("Tips", "Funds"), "funds_text"),
        (tr("Tips", "Topics"), "topics_text"),
        (tr("Tips", "Scope of partnership"), "scopes_text"),
        (tr("Tips", "Managing authority"), "managing_authority"),
    ]
    number = matching.column(layer, matching.NUMBER)
    if number:
        rows = [
            rows[0],
            (tr("Tips", "Topics found"), matching.column(layer, f"{matching.TOPICS}_text")),
            (tr("Tips", "Scopes found"), matching.column(layer, f"{matching.SCOPES}_text")),
            (tr("Tips", "Offers or needs found"), matching.column(layer, f"{matching.KINDS}_text")),
            (tr("Tips", "All programmes here"), "titles_text"),
        ]
        of = tr("Tips", "Programmes found: {number} of {whole}")
        of = of.format(number=safe(number), whole=safe(matching.WHOLE_NUMBER))
        lines.append(f"<div>{of}</div>")
    if matching.column(layer, matching.OFFERS):
        text = tr("Tips", "Offers / needs found")
        shown = (safe(matching.column(layer, name)) for name in (matching.OFFERS, matching.NEEDS))
        lines.append(f"<div>{text}: {' / '.join(shown)}</div>")
    elif "n_offers" in names and "n_needs" in names:
        text = tr("Tips", "Offers / needs")
        numbers = '[% coalesce("n_offers", 0) %] / [% coalesce("n_needs", 0) %]'
        lines.append(f"<div>{text}: {numbers}</div>")
    lines += [row(text, name) for text, name in rows if name in names]
    lines += [row(text, name, labels) for text, name, labels in _facts(categories or {}) if name in names]
    if programmes and "source_date" in names:
        text = tr("Tips", "Date of the sources")
        lines.append(f"<div><small>{text}: {safe('source_date')}</small></div>")
    return f'<div style="max-width:320px">{"".join(lines)}</div>'


def _facts(categories: Mapping[str, str]) -> List[Tuple[str, str, Mapping[str, str]]]:
    """Facts that not every server has: their title, their column, and labels of its codes."""
    return [
        (tr("Tips", "Category of region"), "category_of_region", categories),
        (tr("Tips", "Land border with"), "borders_on_text", {}),
        (tr("Tips", "By sea, at most 150 km"), "sea_neighbours_in_text", {}),
        (tr("Tips", "Interreg projects 2014-2020 (keep.eu)"), "interreg_projects", {}),
    ]


def _sample_banner(names: list) -> str:
    bases = [f"\"{n}\" = 'sample'" for n in ("topics_basis", "scopes_basis", "counts_basis") if n in names]
    if not bases:
        return ""
    banner = BANNER.format(tr("Tips", "Based on SAMPLE entries: made up, not facts")).replace("'", "''")
    return f"[% CASE WHEN {' OR '.join(bases)} THEN '{banner}' ELSE '' END %]"


def row(text: str, name: str, labels: Optional[Mapping[str, str]] = None) -> str:
    """A line that is left out where the value is not known; long lists are cut.

    :param labels: what is shown for a code
    """
    title = text.replace("'", "''")
    if labels:
        literal = QgsExpression.quotedString(json.dumps(dict(labels), ensure_ascii=False))
        shown = escaped(f'coalesce(map_get(from_json({literal}), "{name}"), "{name}")')
        return f"[% CASE WHEN \"{name}\" IS NOT NULL THEN '<div>{title}: ' || {shown} || '</div>' ELSE '' END %]"
    value = escaped(f"left(\"{name}\", 300) || CASE WHEN length(\"{name}\") > 300 THEN '…' ELSE '' END")
    return f"[% CASE WHEN \"{name}\" IS NOT NULL THEN '<div>{title}: ' || {value} || '</div>' ELSE '' END %]"


def safe(name: str) -> str:
    """The value of a field; an empty text where there is none."""
    return f"[% {escaped(_text_of(name))} %]"


def _text_of(name: str) -> str:
    return f"coalesce(to_string(\"{name}\"), '')"


def escaped(expression: str) -> str:
    """Text of the data must not become HTML."""
    return f"replace(replace({expression}, '&', '&amp;'), '<', '&lt;')"
