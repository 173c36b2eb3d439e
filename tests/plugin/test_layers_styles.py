"""Styles: ordinary renderers that classify every feature, several values honestly, colours that can be told apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.answers import CodeList
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.layers import tips, tree
from cooperation_search.layers.load_job import LoadedSearch
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.styles import CODELISTS, STYLES, apply_style
from cooperation_search.layers.styles.classing import LABELS, MOST, classes
from cooperation_search.layers.styles.palette import BEST, CATEGORIES, SEQUENCE, SEVERAL
from faulty import outcome
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFontUtils,
    QgsLayerTreeModel,
    QgsMapLayerStyle,
    QgsProject,
    QgsRenderContext,
    QgsSymbol,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtGui import QColor
from running_server import RunningServer

IDS = [style.id for style in STYLES]


@pytest.fixture(scope="module")
def codelists(qgis_app: Any, server: RunningServer) -> dict[str, CodeList]:
    return {name: CodeList.read(server.json(f"/codelists/{name}", f="json")) for name in CODELISTS}


@pytest.fixture(scope="module")
def loaded(qgis_app: Any, server: RunningServer) -> Iterator[LoadedSearch]:
    QgsProject.instance().clear()
    context = Context()
    context.use_server(server.url)
    loader = LayerLoader(context)
    yield outcome(loader.load(Search(), kind="memory"), 60)
    loader.close()
    context.close()
    QgsProject.instance().clear()


@pytest.fixture(params=["programmes_id", "areas_id"])
def layer(request: pytest.FixtureRequest, loaded: LoadedSearch) -> QgsVectorLayer:
    return QgsProject.instance().mapLayer(getattr(loaded, request.param))


def shown(layer: QgsVectorLayer) -> list[tuple[QgsFeature, str]]:
    """Each feature with the label of its legend entry."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    expressions = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setExpressionContext(expressions)
    renderer.startRender(context, layer.fields())
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    found = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        assert len(keys) <= 1
        found.append((feature, labels[next(iter(keys))] if keys else ""))
    renderer.stopRender(context)
    return found


@pytest.mark.parametrize("style", IDS)
def test_every_feature_is_shown(layer: QgsVectorLayer, codelists: dict, style: str):
    apply_style(layer, style, codelists, "en", Search())
    found = shown(layer)
    assert found and all(label or layer.renderer().type() == "singleSymbol" for _, label in found)
    assert layer.renderer().type() in ("categorizedSymbol", "graduatedSymbol", "singleSymbol")
    settings = layer.labeling().settings()
    assert layer.labelsEnabled() and (settings.scaleVisibility or "@map_scale" in settings.fieldName)


def test_topics_by_hand(loaded: LoadedSearch, codelists: dict):
    layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    apply_style(layer, "topic", codelists, "en", Search())
    topics = codelists["topics"]
    parent = {t.code: t.parent for t in topics.items}
    labels = {t.code: t.label for t in topics.items}
    several = {2: "Two of them", 3: "Three of them"}
    seen = set()
    for feature, label in shown(layer):
        codes = [c for c in str(feature["topics"] or "").split("; ") if c in parent]
        tops = {parent[c] or c for c in codes}
        expected = "None of them known" if not tops else labels[min(tops)] if len(tops) == 1 else None
        assert label == (expected or several.get(len(tops), "Four or more of them")), feature["cci"]
        seen.add(min(len(tops), 4))
    assert {0, 1, 2} <= seen, "the data no longer proves anything"


def test_only_chosen_topics_are_told_apart(loaded: LoadedSearch, codelists: dict):
    layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    search = Search.of(topic=["RSO1.1", "PO2"])
    apply_style(layer, "topic", codelists, "en", search)
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    by_code = codelists["topics"].by_code
    best, hatched = "All of them (best match)", "Dashed white: rests on sample entries"
    chosen = [by_code["RSO1.1"].label, by_code["PO2"].label]
    assert labels == [best, *chosen, "By the mapping of an objective", hatched]
    below = {"PO2", *(c.code for c in codelists["topics"].children("PO2"))}
    for feature, label in shown(layer):
        codes = set(str(feature["topics"] or "").split("; "))
        found = ("RSO1.1" in codes) + bool(below & codes)
        assert (label == best) == (found == 2)
        assert (label == "By the mapping of an objective") == (found == 0)


@pytest.mark.parametrize("style", ["topic", "scope", "kind", "country", "category"])
def test_live_layers_look_the_same(loaded: LoadedSearch, codelists: dict, server: RunningServer, style: str):
    context = Context()
    context.use_server(server.url)
    loader = LayerLoader(context)
    search = Search.of(country=["IT", "EL"])
    live = outcome(loader.load(search, style=style, kind="live"), 60)
    found = {f["cci"]: label for f, label in shown(QgsProject.instance().mapLayer(live.programmes_id))}
    areas = {f["nuts_code"]: label for f, label in shown(QgsProject.instance().mapLayer(live.areas_id))}
    loader.close()
    context.close()
    layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    apply_style(layer, style, codelists, "en", search)
    expected = {f["cci"]: label for f, label in shown(layer) if f["country"] in search.values("country")}
    assert found == expected and len(set(found.values())) > 1
    if style == "category":
        layer = QgsProject.instance().mapLayer(loaded.areas_id)
        apply_style(layer, style, codelists, "en", search)
        assert areas == {f["nuts_code"]: label for f, label in shown(layer) if f["nuts_code"] in areas}
        assert len(set(areas.values())) > 3


def test_offers_against_needs(layer: QgsVectorLayer, codelists: dict):
    apply_style(layer, "kind", codelists, "en", Search())
    for feature, label in shown(layer):
        offers, needs = int(feature["n_offers"] or 0), int(feature["n_needs"] or 0)
        expected = {(True, True): "Offer and need", (True, False): "Offer", (False, True): "Need"}
        assert label == expected.get((offers > 0, needs > 0), "No cooperation entry known")


def test_number_of_programmes(loaded: LoadedSearch, codelists: dict):
    layer = QgsProject.instance().mapLayer(loaded.areas_id)
    apply_style(layer, "programmes", codelists, "en", Search())
    for feature, label in shown(layer):
        if feature["n_programmes"] == 0:
            assert label == "No programme"
            continue
        low, _, high = label.split(" ")[0].partition("–")
        assert int(low) <= feature["n_programmes"] <= int(high or low)


def test_category_of_region_of_every_area(loaded: LoadedSearch, codelists: dict):
    layer = QgsProject.instance().mapLayer(loaded.areas_id)
    apply_style(layer, "category", codelists, "en", Search())
    words = {code.code: code.label for code in codelists["categories_of_region"].items}
    seen = set()
    for feature, label in shown(layer):
        code, basis = feature["category_of_region"], feature["category_of_region_basis"]
        if code:
            assert label == words[code] + ("" if basis == "stated" else ", not read in a source")
        else:
            assert label == ("No category: not EU" if basis == "outside_union" else "Not known")
        seen.add(label)
    assert len(seen) >= 8, "three categories, read and not read; none outside the Union; not known"


def test_projects_of_every_area(loaded: LoadedSearch, codelists: dict):
    layer = QgsProject.instance().mapLayer(loaded.areas_id)
    apply_style(layer, "interreg", codelists, "en", Search())
    for feature, label in shown(layer):
        projects = feature["interreg_projects"]
        if not projects:
            assert label == "None known (keep.eu)"
            continue
        low, _, high = label.split(" ")[0].partition("–")
        assert int(low) <= projects <= int(high or low) and "keep.eu" in label
    assert "keep.eu" in layer.metadata().rights()[0]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], []), ([3], [(3, 3)]), ([0, 1, 2, 3, 4], [(n, n) for n in range(5)]),
        ([1, 2, 3, 10, 20, 30], [(1, 1), (2, 2), (3, 9), (10, 19), (20, 30)]),
    ],
)  # fmt: skip
def test_classes(numbers: list[int], expected: list[tuple[int, int]]):
    assert classes(numbers) == expected


@pytest.mark.parametrize("method", LABELS)
@pytest.mark.parametrize(
    "numbers",
    [
        [], [0], [7], [1, 2], [1, 2, 3, 4, 5, 6], list(range(1, 80)), [1, 2, 3, 50, 51, 900, 901],
        [1, 10, 100, 1_000, 10_000, 100_000], [5, 6, 7, 8, 9, 1_000_000],
    ],
)  # fmt: skip
def test_classes_hold_every_number_by_every_method(method: str, numbers: list[int]):
    made = classes(numbers, method)
    assert len(made) <= MOST and (bool(made) == bool(numbers))
    for number in numbers:
        assert sum(low <= number <= high for low, high in made) == 1
    assert all(before[1] + 1 == after[0] for before, after in itertools.pairwise(made)) or len(numbers) <= MOST
    if method in ("quantiles", "natural"):
        assert all(any(low <= number <= high for number in numbers) for low, high in made)


def test_methods_differ():
    numbers = [1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 22, 70, 93]
    made = {method: tuple(classes(numbers, method)) for method in LABELS}
    assert len(set(made.values())) == len(made)
    assert [low for low, _ in made["pretty"]] == [1, 21, 41, 61, 81]


def test_natural_breaks_are_the_best_of_all():
    def inside(numbers: list[int]) -> float:
        mean = sum(numbers) / len(numbers)
        return sum((number - mean) ** 2 for number in numbers)

    numbers = [1, 2, 4, 7, 8, 15, 16, 23, 42, 108, 110]
    every = ([0, *cuts, len(numbers)] for cuts in itertools.combinations(range(1, len(numbers)), MOST - 1))
    least = min(sum(inside(numbers[a:b]) for a, b in itertools.pairwise(places)) for places in every)
    found = [[n for n in numbers if low <= n <= high] for low, high in classes(numbers, "natural")]
    assert sum(map(inside, found)) == pytest.approx(least)


def test_no_other_method():
    with pytest.raises(ValueError, match="magic"):
        classes([1, 2], "magic")


@pytest.mark.parametrize("method", LABELS)
@pytest.mark.parametrize("style", [style.id for style in STYLES if style.numbers])
def test_every_area_has_a_class_by_every_method(loaded: LoadedSearch, codelists: dict, style: str, method: str):
    layer = QgsProject.instance().mapLayer(loaded.areas_id)
    apply_style(layer, style, codelists, "en", Search(), method=method)
    assert all(label for _, label in shown(layer))


def test_a_country_has_one_colour_everywhere(loaded: LoadedSearch, codelists: dict):
    colours: dict[str, set[str]] = {}
    for layer_id in (loaded.programmes_id, loaded.areas_id):
        layer = QgsProject.instance().mapLayer(layer_id)
        apply_style(layer, "country", codelists, "en", Search())
        for category in layer.renderer().categories():
            symbol = category.symbol().symbolLayer(0)
            full = layer_id == loaded.areas_id
            colours.setdefault(category.value(), set()).add(
                (symbol.fillColor() if full else symbol.strokeColor()).name()
            )
    assert all(len(c) == 1 for c in colours.values())
    assert len({next(iter(c)) for c in colours.values()}) == len(colours) > 25


def test_unknown_style(layer: QgsVectorLayer, codelists: dict):
    with pytest.raises(ValueError, match="rainbow"):
        apply_style(layer, "rainbow", codelists, "en", Search())


@pytest.mark.parametrize("style", IDS)
def test_styles_can_be_saved_and_reapplied(layer: QgsVectorLayer, codelists: dict, style: str, tmp_path: Any):
    apply_style(layer, style, codelists, "en", Search())
    before = [
        (i.label(), i.symbol().color().name() if i.symbol() else "") for i in layer.renderer().legendSymbolItems()
    ]
    path = str(tmp_path / "style.qml")
    assert layer.saveNamedStyle(path)[1]
    kept = QgsMapLayerStyle()
    kept.readFromLayer(layer)
    apply_style(layer, "country" if style != "country" else "kind", codelists, "en", Search())
    assert layer.loadNamedStyle(path)[1]
    assert legend(layer) == before and kept.isValid()


def legend(layer: QgsVectorLayer) -> list[tuple[str, str]]:
    items = layer.renderer().legendSymbolItems()
    return [(item.label(), item.symbol().color().name() if item.symbol() else "") for item in items]


def seen_by(colour: str, kind: str) -> tuple[float, float, float]:
    """A colour as people with a colour vision deficiency see it (Machado, Oliveira and Fernandes 2009, severity 1)."""
    matrices = {
        "deuteranopia": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
        "protanopia": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
    }
    c = QColor(colour)
    linear = [((v + 0.055) / 1.055) ** 2.4 if v > 0.04045 else v / 12.92 for v in (c.redF(), c.greenF(), c.blueF())]
    mixed = [max(0.0, min(1.0, sum(m * v for m, v in zip(row, linear, strict=True)))) for row in matrices[kind]]
    return tuple(1.055 * v ** (1 / 2.4) - 0.055 if v > 0.0031308 else 12.92 * v for v in mixed)


@pytest.mark.parametrize("kind", ["deuteranopia", "protanopia"])
def test_colours_can_be_told_apart(kind: str):
    for colours in (CATEGORIES[:7], SEQUENCE):
        points = [seen_by(c, kind) for c in colours]
        distances = [
            sum((a - b) ** 2 for a, b in zip(points[i], points[j], strict=True)) ** 0.5
            for i in range(len(points)) for j in range(i)
        ]  # fmt: skip
        assert min(distances) > 0.08


def evaluated(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_map_tip_flags_samples(layer: QgsVectorLayer):
    kinds = set()
    for feature in layer.getFeatures():
        sample = "sample" in (feature["topics_basis"], feature["scopes_basis"], feature["counts_basis"])
        tip = evaluated(layer, feature)
        assert "[%" not in tip and ("SAMPLE" in tip) == sample
        kinds.add(sample)
    assert kinds == {True, False} or layer.name().startswith("NUTS")


def test_map_tip_escapes_html(loaded: LoadedSearch):
    layer = QgsProject.instance().mapLayer(loaded.programmes_id)
    feature = QgsFeature(layer.fields())
    feature["title"] = "<script>alert(1)</script> & co"
    tip = evaluated(layer, feature)
    assert "<script>" not in tip and "&lt;script>" in tip and "&amp; co" in tip
    assert tips.template(layer, True) == layer.mapTipTemplate()


def hatching(layer: QgsVectorLayer) -> QgsExpression:
    """The expression that is true for what a styled layer hatches."""
    # Each of them is kept: QGIS deletes what belongs to an object with it.
    renderer = layer.renderer()
    items = renderer.legendSymbolItems()
    symbol = items[0].symbol()
    over = symbol.symbolLayer(symbol.symbolLayerCount() - 1)
    properties = over.dataDefinedProperties()
    (expression,) = [properties.property(key).expressionString() for key in properties.propertyKeys()]
    return QgsExpression(expression)


@pytest.mark.parametrize(("style", "basis"), [("scope", "scopes_basis"), ("kind", "counts_basis")])
def test_samples_are_hatched(layer: QgsVectorLayer, codelists: dict, style: str, basis: str):
    apply_style(layer, style, codelists, "en", Search())
    assert "rests on sample entries" in legend(layer)[-1][0]
    expression = hatching(layer)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    seen = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        assert (expression.evaluate(context) != "no") == (feature[basis] == "sample")
        seen.add(feature[basis] == "sample")
    assert seen == {True, False}
    # A legend draws its symbols without any feature.
    assert expression.evaluate(QgsExpressionContext()) == "no"


def test_topics_of_samples_are_hatched(layer: QgsVectorLayer, codelists: dict):
    chosen = "RSO2.3"
    apply_style(layer, "topic", codelists, "en", Search.of(topic=[chosen]))
    expression = hatching(layer)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    for feature in layer.getFeatures():
        context.setFeature(feature)
        sample, shown_ = (str(feature[n] or "").split("; ") for n in ("sample_topics", "topics"))
        # This layer was loaded without a search: nothing of its areas matches one.
        expected = chosen in sample if "cci" in layer.fields().names() else bool(set(sample) & matched(feature))
        assert (expression.evaluate(context) != "no") == expected, shown_


def matched(feature: QgsFeature) -> set[str]:
    return {code for code in str(feature["matching_topics"] or "").split("; ") if code}


@pytest.mark.parametrize("style", ["country", "category", "interreg", "known", "programmes"])
def test_facts_are_not_hatched(layer: QgsVectorLayer, codelists: dict, style: str):
    apply_style(layer, style, codelists, "en", Search())
    assert not any("sample" in label for label, _ in legend(layer))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_best_match_is_the_strongest(layer: QgsVectorLayer, codelists: dict, count: int):
    chosen = ["RSO1.1", "RSO2.1", "RSO2.6", "RSO1.2"][:count]
    apply_style(layer, "topic", codelists, "en", Search.of(topic=chosen))
    items = layer.renderer().legendSymbolItems()
    assert items[0].label() == "All of them (best match)"
    colours = [palette_colour(layer, item.symbol()).lightnessF() for item in items[:-1]]
    assert colours[0] == min(colours)
    labels = [item.label() for item in items]
    by_code = codelists["topics"].by_code
    patterns = [f"{by_code[a].label} + {by_code[b].label}" for a, b in itertools.combinations(chosen, 2)]
    assert [label for label in labels if label in patterns] == (patterns if count == 3 else [])
    assert ("Two of them" in labels, "Three of them" in labels) == (count == 4, count == 4)


def palette_colour(layer: QgsVectorLayer, symbol: QgsSymbol) -> QColor:
    first = symbol.symbolLayer(0)
    return first.strokeColor() if "cci" in layer.fields().names() else first.fillColor()


@pytest.mark.parametrize("kind", ["deuteranopia", "protanopia"])
def test_the_best_match_is_seen_by_everyone(kind: str):
    best = seen_by(BEST, kind)
    for other in (*CATEGORIES[:7], *SEVERAL, "#c8c8c8"):
        assert sum((a - b) ** 2 for a, b in zip(best, seen_by(other, kind), strict=True)) ** 0.5 > 0.2, other


@pytest.mark.parametrize("is_open", [True, False])
def test_legends_stay_open_or_closed(loaded: LoadedSearch, codelists: dict, is_open: bool):
    project = QgsProject.instance()
    model, view = QgsLayerTreeModel(project.layerTreeRoot()), QgsLayerTreeView()
    model.setFlag(QgsLayerTreeModel.Flag.ShowLegend)
    # As in QGIS's window.
    model.setAutoCollapseLegendNodes(10)
    view.setModel(model)
    layers = [project.mapLayer(i) for i in (loaded.programmes_id, loaded.areas_id)]
    for style in ("kind", "country", "programmes"):
        nodes = [project.layerTreeRoot().findLayer(layer.id()) for layer in layers]
        for node in nodes:
            node.setExpanded(is_open)
        with tree.legends_kept(project, layers):
            for layer in layers:
                apply_style(layer, style, codelists, "en", Search())
        assert [node.isExpanded() for node in nodes] == [is_open, is_open]
    view.setModel(None)


def test_fonts_of_labels_are_on_the_system(loaded: LoadedSearch):
    """QGIS looks on the internet for a font that is not, and tells the user that it failed."""
    usual = QgsTextFormat().font().family()
    for layer_id in (loaded.programmes_id, loaded.areas_id):
        labeling = QgsProject.instance().mapLayer(layer_id).labeling()
        for provider in labeling.subProviders():
            family = labeling.settings(provider).format().font().family()
            assert family == usual or QgsFontUtils.fontFamilyMatchOnSystem(family)[0], family
