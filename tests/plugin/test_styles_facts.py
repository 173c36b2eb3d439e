"""Styles of facts that not every server has: category of region, territorial cooperation, what is known, neighbours."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cooperation_search.api.answers import Code, CodeList
from cooperation_search.api.search import Search
from cooperation_search.gui.first_look import at_first
from cooperation_search.layers.styles import STYLES, apply_style, offered
from cooperation_search.layers.styles.known import completeness_of
from cooperation_search.layers.styles.palette import DIVERGING, KNOWN, OUTSIDE, REGION_CATEGORIES, SECOND_SEQUENCE
from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from test_layers_styles import seen_by, shown

NAMES = {
    "LD": "Less developed",
    "TR": "Transition",
    "MD": "More developed",
    "OR": "Outermost",
    "JTF-ART3": "JTF, Art. 3",
}
LISTS = {"categories_of_region": CodeList("categories_of_region", tuple(Code(c, label) for c, label in NAMES.items()))}
AREAS = (
    "name:string", "programmes:string", "category_of_region:string", "category_of_region_basis:string",
    "interreg_projects:integer",
)  # fmt: skip
PROGRAMMES = (
    "cci:string", "title:string", "n_regions:integer", "categories_of_region:string", "categories_basis:string",
    "completeness:double",
)  # fmt: skip


def layer_of(fields: tuple[str, ...], rows: list[tuple[Any, ...]], geometry: str = "MultiPolygon") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326&" + "&".join(f"field={f}" for f in fields), "test", "memory")
    shape = "POLYGON((0 0, 1 0, 1 1, 0 0))" if geometry == "MultiPolygon" else "LINESTRING(0 0, 1 1)"
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(QgsGeometry.fromWkt(shape))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def labels(layer: QgsVectorLayer, style: str, **more: Any) -> list[str]:
    """The legend label of each feature in a style."""
    apply_style(layer, style, LISTS, "en", Search(), **more)
    return [label for _, label in shown(layer)]


@pytest.fixture
def areas(qgis_app: Any) -> QgsVectorLayer:
    rows = [
        ("read", "A", "LD", "stated", 3), ("agrees", "A; B", "MD", "corroborated", None),
        ("Swiss", "", None, "outside_union", 40), ("gap", "C", None, None, 0),
        ("other", "B; C", "LD", "corroborated", 1),
    ]  # fmt: skip
    return layer_of(AREAS, rows)


@pytest.fixture
def programmes(qgis_app: Any) -> QgsVectorLayer:
    rows = [
        ("A", "a", 1, "LD", "stated", 1.0), ("B", "b", 2, "LD; TR", "derived", 0.5), ("C", "c", 3, None, None, None),
        ("D", "d", 4, "JTF-ART3", "stated", 0.17),
    ]  # fmt: skip
    return layer_of(PROGRAMMES, rows)


def test_category_says_what_was_not_read_in_a_source(areas: QgsVectorLayer):
    assert labels(areas, "category") == [
        "Less developed", "More developed, not read in a source", "No category: not EU", "Not known",
        "Less developed, not read in a source",
    ]  # fmt: skip
    items = areas.renderer().legendSymbolItems()
    legend = [item.label() for item in items]
    assert legend[0] == "Less developed" and legend[-1] == "Not known" and "Transition" not in legend
    kinds = [[layer.layerType() for layer in item.symbol().symbolLayers()] for item in items]
    assert kinds[0] == ["SimpleFill"] and "LinePatternFill" in kinds[1]


def test_category_of_areas_that_have_no_basis(qgis_app: Any):
    assert labels(layer_of(AREAS[:3], [("a", "", "TR"), ("b", "", None)]), "category") == ["Transition", "Not known"]


def test_category_of_programmes(programmes: QgsVectorLayer):
    assert labels(programmes, "category") == ["Less developed", "Two of them", "Not known", "Not known"]


def test_projects_are_credited(areas: QgsVectorLayer):
    found = labels(areas, "interreg")
    assert found == [
        "3–39 projects (keep.eu)", "None known (keep.eu)", "40 projects (keep.eu)", "None known (keep.eu)",
        "1–2 projects (keep.eu)",
    ]  # fmt: skip


def test_what_is_known(programmes: QgsVectorLayer, areas: QgsVectorLayer):
    expected = ["Everything is known", "25 to 50 % is known", "Not known", "0 to 25 % is known"]
    assert labels(programmes, "known") == expected
    known = completeness_of(programmes.getFeatures())
    assert known == {"A": 1.0, "B": 0.5, "D": 0.17}
    # An area shows the mean of its programmes of which it is known.
    means = ["Everything is known", "50 to 75 % is known", "Not known", "Not known", "25 to 50 % is known"]
    assert labels(areas, "known", completeness=known) == means


@pytest.mark.parametrize("style", [style.id for style in STYLES if style.needs])
@pytest.mark.parametrize("fields", [AREAS[:2], PROGRAMMES[:3]])
def test_layers_without_the_property_are_drawn(qgis_app: Any, style: str, fields: tuple[str, ...]):
    layer = layer_of(fields, [("x", "y", 1)[: len(fields)]])
    assert labels(layer, style) == [""]
    assert layer.renderer().type() == "singleSymbol"


def test_styles_are_offered_where_the_server_has_what_it_takes():
    always = [style.id for style in offered(())]
    assert always == [style.id for style in STYLES if not style.needs] and "programmes" in always
    assert [style.id for style in offered({"completeness", "title"})] == [*always, "known"]
    assert offered({style.needs for style in STYLES}) == list(STYLES)


@pytest.mark.parametrize("style", [style.id for style in STYLES])
def test_lines_have_a_style_of_their_own(qgis_app: Any, style: str):
    lines = layer_of(("neighbour_kind:string",), [("land",), ("point",), ("sea",), ("odd",)], "LineString")
    assert labels(lines, style) == ["Shared border", "Touch in a point", "By sea", "Other"]
    others = layer_of(("name:string",), [("a",)], "LineString")
    assert labels(others, style) == [""]


@pytest.mark.parametrize("kind", ["deuteranopia", "protanopia"])
@pytest.mark.parametrize("colours", [(*REGION_CATEGORIES, OUTSIDE), SECOND_SEQUENCE, KNOWN, DIVERGING])
def test_colours_can_be_told_apart(kind: str, colours: tuple[str, ...]):
    points = [seen_by(colour, kind) for colour in colours]
    distances = [
        sum((a - b) ** 2 for a, b in zip(points[i], points[j], strict=True)) ** 0.5
        for i in range(len(points)) for j in range(i)
    ]  # fmt: skip
    assert min(distances) > 0.08


def test_names_with_quotes_are_no_code(qgis_app: Any):
    layer = layer_of(AREAS[:2], [("a", "x') DROP")])
    apply_style(layer, "known", LISTS, "en", Search(), {"x') DROP": 1.0, json.dumps("\\'"): 0.2})
    assert [label for _, label in shown(layer)] == ["Everything is known"]


@pytest.mark.parametrize(
    ("extent", "first"),
    [
        ((12.0, 36.0, 16.0, 39.0), (12.0, 36.0, 16.0, 39.0)),
        ((-63.0, -22.0, 56.0, 70.0), (-25.0, 34.0, 45.0, 70.0)),
        ((-63.0, -22.0, 56.0, 6.0), (-63.0, -22.0, 56.0, 6.0)),
        ((55.0, -22.0, 56.0, -20.0), (55.0, -22.0, 56.0, -20.0)),
    ],
)
def test_the_map_begins_with_europe_where_a_search_is_everywhere(qgis_app: Any, extent: Any, first: Any):
    assert at_first(QgsRectangle(*extent)) == QgsRectangle(*first)
