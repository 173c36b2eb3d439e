"""How a map of a file of features looks: one set of rules, as SLD for GIS programs and as QML for QGIS.

Areas are coloured by the number of programmes that match; what rests on samples is hatched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

import numpy as np

from ...model.collections import Collection
from ...model.fields import Field, FieldType, GeometryType
from ..openapi_texts import message
from .document import FeatureDocument
from .vector_table import VectorTable

#: From few to many; told apart without colours, too (ColorBrewer's YlGnBu, as the panel in QGIS has it).
_SEQUENCE = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
_ONE, _OUTLINE, _HATCH = "#41b6c4", "#4d4d4d", "#1a1a1a"
_SAMPLES = message("Rests on samples")


@dataclass(frozen=True)
class Rule:
    """One entry of the legend.

    :param between: a property with its least and its greatest value
    :param equal: properties with a value that one of them must have
    :param colour: of the fill or the line; ``None`` for a hatch
    """

    label: str
    between: tuple[str, int, int] | None = None
    equal: tuple[tuple[str, str], ...] = ()
    colour: str | None = None


def rules(document: FeatureDocument, table: VectorTable) -> list[Rule]:
    """The legend of the features, the hatch of samples last."""
    words, collection = document.words, document.collection
    names = [field.name for field in table.fields]
    made = []
    counted = next((name for name in collection.presentation.matching or () if name in names), None)
    if counted is not None:
        place = names.index(counted)
        counts = table.columns[place][~table.absent[place]]
        title = words.translate(collection.by_name[counted].title)
        for number, (low, high) in enumerate(_classes(counts)):
            text = f"{low}" if low == high else f"{low} - {high}"
            made.append(Rule(f"{title}: {text}", (counted, low, high), colour=_SEQUENCE[number]))
    if not made:
        made.append(Rule(words.translate(collection.title), colour=_ONE))
    if collection.geometry is GeometryType.AREA and collection.bases:
        made.append(Rule(words.translate(_SAMPLES), equal=tuple(map(_of_samples, _fields(collection)))))
    return made


def _fields(collection: Collection) -> list[Field]:
    return [collection.by_name[basis] for basis in collection.bases]


def _of_samples(basis: Field) -> tuple[str, str]:
    """The value by which a property says that others rest on samples."""
    return basis.name, "true" if basis.type is FieldType.BOOLEAN else "sample"


def _classes(counts: np.ndarray) -> list[tuple[int, int]]:
    """Ranges of whole numbers that hold about as many features each."""
    if not len(counts):
        return []
    steps = np.quantile(counts, np.linspace(0, 1, len(_SEQUENCE) + 1), method="lower").astype(int)
    limits = [*dict.fromkeys(steps.tolist()[:-1]), int(counts.max()) + 1]
    return [(low, high - 1) for low, high in pairwise(limits) if low < high]


# --- SLD 1.0.0 (OGC 02-070) -----------------------------------------------------------------------------------------


def sld(layer: str, legend: Sequence[Rule], geometry: GeometryType) -> str:
    """The rules as a styled layer descriptor."""
    root = Element(
        "StyledLayerDescriptor",
        {"version": "1.0.0", "xmlns": "http://www.opengis.net/sld", "xmlns:ogc": "http://www.opengis.net/ogc"},
    )
    named = SubElement(root, "NamedLayer")
    SubElement(named, "Name").text = layer
    style = SubElement(SubElement(named, "UserStyle"), "FeatureTypeStyle")
    for each in legend:
        rule = SubElement(style, "Rule")
        SubElement(rule, "Name").text = each.label
        _sld_filter(rule, each)
        _sld_symbol(rule, each, geometry)
    return tostring(root, encoding="unicode")


def _sld_filter(place: Element, rule: Rule) -> None:
    if rule.between:
        name, *limits = rule.between
        compared = SubElement(SubElement(place, "ogc:Filter"), "ogc:PropertyIsBetween")
        SubElement(compared, "ogc:PropertyName").text = name
        for side, value in zip(("ogc:LowerBoundary", "ogc:UpperBoundary"), limits, strict=True):
            SubElement(SubElement(compared, side), "ogc:Literal").text = str(value)
    if rule.equal:
        filter_ = SubElement(place, "ogc:Filter")
        either = SubElement(filter_, "ogc:Or") if len(rule.equal) > 1 else filter_
        for name, text in rule.equal:
            compared = SubElement(either, "ogc:PropertyIsEqualTo")
            SubElement(compared, "ogc:PropertyName").text = name
            SubElement(compared, "ogc:Literal").text = text


def _sld_symbol(place: Element, rule: Rule, geometry: GeometryType) -> None:
    if geometry is GeometryType.LINE:
        stroke = SubElement(SubElement(place, "LineSymbolizer"), "Stroke")
        SubElement(stroke, "CssParameter", {"name": "stroke"}).text = rule.colour
        SubElement(stroke, "CssParameter", {"name": "stroke-width"}).text = "1"
        return
    symbol = SubElement(place, "PolygonSymbolizer")
    fill = SubElement(symbol, "Fill")
    if rule.colour is None:
        graphic = SubElement(SubElement(fill, "GraphicFill"), "Graphic")
        mark = SubElement(graphic, "Mark")
        SubElement(mark, "WellKnownName").text = "shape://slash"
        SubElement(SubElement(mark, "Stroke"), "CssParameter", {"name": "stroke"}).text = _HATCH
        SubElement(graphic, "Size").text = "8"
        return
    SubElement(fill, "CssParameter", {"name": "fill"}).text = rule.colour
    SubElement(fill, "CssParameter", {"name": "fill-opacity"}).text = "0.8"
    stroke = SubElement(symbol, "Stroke")
    SubElement(stroke, "CssParameter", {"name": "stroke"}).text = _OUTLINE
    SubElement(stroke, "CssParameter", {"name": "stroke-width"}).text = "0.3"


# --- QML: what QGIS loads by itself ---------------------------------------------------------------------------------


def qml(legend: Sequence[Rule], geometry: GeometryType) -> str:
    """The rules as a style of QGIS (3.22 and newer)."""
    root = Element("qgis", {"version": "3.22.0", "styleCategories": "Symbology"})
    renderer = SubElement(root, "renderer-v2", {"type": "RuleRenderer", "symbollevels": "0", "enableorderby": "0"})
    listed = SubElement(renderer, "rules", {"key": "all"})
    symbols = SubElement(renderer, "symbols")
    for number, each in enumerate(legend):
        known = {"key": f"rule{number}", "symbol": str(number), "label": each.label}
        SubElement(listed, "rule", known | _expression(each))
        _qml_symbol(symbols, str(number), each, geometry)
    return tostring(root, encoding="unicode")


def _expression(rule: Rule) -> dict[str, str]:
    if rule.between:
        name, low, high = rule.between
        return {"filter": f'"{name}" BETWEEN {low} AND {high}'}
    if rule.equal:
        either = (f'"{name}" = {text if text == "true" else repr(text)}' for name, text in rule.equal)
        return {"filter": " OR ".join(either)}
    return {}


def _qml_symbol(place: Element, name: str, rule: Rule, geometry: GeometryType) -> None:
    kind = "line" if geometry is GeometryType.LINE else "fill"
    symbol = SubElement(place, "symbol", {"name": name, "type": kind, "alpha": "1", "clip_to_extent": "1"})
    if kind == "line":
        set_: dict[str, str] = {"line_color": _numbers(rule.colour or _HATCH), "line_width": "0.4"}
        layer = SubElement(symbol, "layer", {"class": "SimpleLine", "enabled": "1", "pass": "0", "locked": "0"})
    else:
        layer = SubElement(symbol, "layer", {"class": "SimpleFill", "enabled": "1", "pass": "0", "locked": "0"})
        set_ = (
            {"color": _numbers(_HATCH), "style": "b_diagonal", "outline_style": "no"}
            if rule.colour is None
            else {"color": _numbers(rule.colour, 204), "outline_color": _numbers(_OUTLINE), "outline_width": "0.1"}
        )
    options = SubElement(layer, "Option", {"type": "Map"})
    for key, value in set_.items():
        SubElement(options, "Option", {"name": key, "value": value, "type": "QString"})
        SubElement(layer, "prop", {"k": key, "v": value})


def _numbers(colour: str, opacity: int = 255) -> str:
    """A colour as QGIS writes it."""
    return ",".join(str(part) for part in (*bytes.fromhex(colour[1:]), opacity))
