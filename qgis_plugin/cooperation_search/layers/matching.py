"""The columns of areas and programmes for what matches a search, beside those for all that there is.

The server works them out for each answer. QGIS's own provider cannot pass the parameters of a search on, so in a live
layer these columns would be those of no search: there they are hidden, and columns computed from what was fetched
stand in their place.
"""

from __future__ import annotations

import json
from typing import Any, Dict, List

from qgis.core import QgsAttributeTableConfig, QgsEditorWidgetSetup, QgsExpression, QgsField, QgsVectorLayer

from ..api.search import Search
from .fetch import Fetched
from .fields import SEPARATOR, TEXT, WHOLE, field_type
from .ids import id_column

NUMBER, TOPICS, SCOPES, KINDS = "n_matching", "matching_topics", "matching_scopes", "matching_kinds"
OFFERS, NEEDS = "n_matching_offers", "n_matching_needs"
WHOLE_NUMBER = "n_programmes"
#: Start of the names of computed columns.
COMPUTED = "found_"
#: What the server works out for each answer, without the texts of the lists.
_ANSWERED = ("match", "matched_in", NUMBER, "matching", TOPICS, SCOPES, KINDS, OFFERS, NEEDS, "n_unknown")
#: The columns after the name of an area in attribute tables: what matches, then the whole.
_FIRST = (NUMBER, WHOLE_NUMBER, f"{TOPICS}_text", f"{SCOPES}_text", f"{KINDS}_text", OFFERS, NEEDS)


def column(layer: QgsVectorLayer, name: str, instead: str = "") -> str:
    """The column of a layer for what matches; ``instead`` where the layer has none."""
    names = layer.fields().names()
    return next((n for n in (COMPUTED + name, name) if n in names), instead)


def compute(layer: QgsVectorLayer, fetched: Fetched, search: Search) -> None:
    """Adds the columns of what was fetched to a live layer of areas or programmes, or updates them."""
    answered = [c for c in fetched.columns if c.name.replace("_text", "") in _ANSWERED]
    if search.is_empty() or not any(c.name in (NUMBER, OFFERS) for c in answered):
        # The columns of no search are right.
        return
    names = [c.name for c in fetched.columns]
    id_ = id_column(names)
    features = fetched.features()
    for each in answered:
        _hide(layer, each.name)
        position = names.index(each.name)
        pairs = ((str(f.attribute(names.index(id_))), f.attribute(position)) for f in features)
        # QGIS has an object of its own for NULL.
        values = {key: value for key, value in pairs if isinstance(value, (int, str))}
        expression = _lookup(id_, values)
        index = layer.fields().lookupField(COMPUTED + each.name)
        if index >= 0:
            layer.updateExpressionField(index, expression)
        else:
            field = QgsField(COMPUTED + each.name, field_type(each.kind if each.kind == WHOLE else TEXT))
            index = layer.addExpressionField(expression, field)
        layer.setFieldAlias(index, each.title)


def arrange(layer: QgsVectorLayer) -> None:
    """Puts what matches first in the attribute table, after the name of the area, with the whole number beside it."""
    names = layer.fields().names()
    first = [column(layer, name) for name in _FIRST]
    if "name" not in names or not first[0]:
        return
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    by_name: Dict[str, QgsAttributeTableConfig.ColumnConfig] = {c.name: c for c in config.columns()}
    start = [n for n in names if n in ("fid", "id", "nuts_code")]
    order = [*start, "name", *(n for n in first if n)]
    order += [n for n in names if n not in order]
    listed = [by_name[n] for n in order if n in by_name]
    config.setColumns([*listed, *(c for c in config.columns() if c.name not in order)])
    layer.setAttributeTableConfig(config)


def list_text(layer: QgsVectorLayer, name: str) -> str:
    """An expression for the values of a computed list column, which is text, as an array; empty for any other."""
    if not name.startswith(COMPUTED):
        return ""
    return f"string_to_array({QgsExpression.quotedColumnRef(name)}, '{SEPARATOR}')"


def _hide(layer: QgsVectorLayer, name: str) -> None:
    index = layer.fields().lookupField(name)
    if index < 0:
        return
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    columns: List[Any] = config.columns()
    for each in columns:
        if each.name == name:
            each.hidden = True
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)


def _lookup(id_: str, values: Dict[str, Any]) -> str:
    """An expression that gives the value for an id. Both literals are read once for each request, not for each feature.

    Many areas have the same value, so that each different one is written once.
    """
    different = list(dict.fromkeys(values.values()))
    places = {value: place for place, value in enumerate(different)}
    of_id = {key: places[value] for key, value in values.items()}
    if not of_id:
        return "NULL"
    listed, places_of_ids = (QgsExpression.quotedString(json.dumps(x, ensure_ascii=False)) for x in (different, of_id))
    return f"array_get(from_json({listed}), map_get(from_json({places_of_ids}), {QgsExpression.quotedColumnRef(id_)}))"
