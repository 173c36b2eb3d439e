"""What styles and labels say of what was found: offers against needs, one label for an area, the user's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.answers import CodeList
from cooperation_search.api.search import Search
from cooperation_search.layers import matching, origin
from cooperation_search.layers.load_job import LoadedSearch
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.styles import CODELISTS, STYLES, apply_style
from cooperation_search.layers.styles.own import mark
from cooperation_search.own import Own
from faulty import outcome
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsPointDisplacementRenderer,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)
from running_server import RunningServer
from test_layers_matching import layer_loader
from test_layers_styles import shown

CURRENT = "2021-2027"
SEARCHES = (
    Search.of(period=[CURRENT]),
    Search.of(kind=["need"], period=["2014-2020"]),
    Search.of(topic=["PO2"], country=["IT", "AT"]),
    Search.of(period=[CURRENT], show_samples=False),
)


@pytest.fixture
def loader(server: RunningServer, tmp_path: Path) -> Iterator[LayerLoader]:
    with layer_loader(server.url, tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def codelists(qgis_app: Any, server: RunningServer) -> dict[str, CodeList]:
    return {name: CodeList.read(server.json(f"/codelists/{name}", f="json")) for name in CODELISTS}


def load(loader: LayerLoader, search: Search, kind: str, **more: Any) -> list[QgsVectorLayer]:
    loaded = outcome(loader.load(search, kind=kind, **more), 60)
    assert isinstance(loaded, LoadedSearch), loaded
    return origin.layers_of(QgsProject.instance(), loaded.group_id)


@pytest.mark.parametrize("kind", ["memory", "live"])
@pytest.mark.parametrize("search", SEARCHES)
def test_offers_against_needs_are_those_found(loader: LayerLoader, server: RunningServer, search: Search, kind: str):
    for layer in load(loader, search, kind, style="balance"):
        part = origin.read(layer).part
        answer = server.features(part.collection, skipGeometry="true", **part.search.to_params(part.collection))
        expected = {f["id"]: f["properties"] for f in answer}
        id_ = "cci" if part.collection == "programmes" else "nuts_code"
        seen = {feature[id_]: label for feature, label in shown(layer)}
        assert seen.keys() == expected.keys()
        for key, properties in expected.items():
            offers, needs = properties[matching.OFFERS], properties[matching.NEEDS]
            label = seen[key]
            if offers == needs:
                assert label == ("As many offers as needs" if offers else "No offer or need found"), key
                continue
            assert label.startswith("More offers than needs" if offers > needs else "More needs than offers"), key
            low, high = re.search(r"by (\d+)(?:–(\d+)| or more)?$", label).groups()
            difference = abs(offers - needs)
            last = difference if label.endswith("or more") else int(high or low)
            assert int(low) <= difference <= last, key


def labels(layer: QgsVectorLayer, scale: float) -> dict[str, str]:
    """The labels at a scale by CCI, without those that are empty."""
    expression = QgsExpression(layer.labeling().settings().fieldName)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scope = QgsExpressionContextScope()
    scope.setVariable("map_scale", scale)
    context.appendScope(scope)
    made = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        made[feature["cci"]] = expression.evaluate(context)
        assert not expression.hasEvalError(), expression.evalErrorString()
    return {cci: text for cci, text in made.items() if isinstance(text, str)}


@pytest.mark.parametrize("kind", ["memory", "geopackage", "live"])
def test_one_label_for_an_area_of_programmes(loader: LayerLoader, kind: str):
    layers = load(loader, Search(), kind)
    for layer in (each for each in layers if origin.read(each).collection == "programmes"):
        titles = {f["cci"]: f["title"] for f in layer.getFeatures()}
        areas = Counter(f.geometry().asWkb().data() for f in layer.getFeatures())
        said = labels(layer, 1_000_000)
        several = [int(text.split()[0]) for text in said.values() if re.fullmatch(r"\d+ programmes", text)]
        alone = [cci for cci, text in said.items() if text == titles[cci]]
        assert len(several) + len(alone) == len(said)
        assert sorted([*several, *(1 for _ in alone)]) == sorted(areas.values())
        # On a small map, only where there is room, and no titles.
        small = labels(layer, 30_000_000)
        assert set(small) < set(said) and small and not set(small.values()) & set(titles.values())


def test_areas_and_programmes_have_two_fonts(loader: LayerLoader):
    programmes, areas = load(loader, Search.of(country=["MT"], period=[CURRENT]), "memory")
    fonts = [layer.labeling().settings().format().font() for layer in (programmes, areas)]
    assert fonts[0].italic() and not fonts[1].italic()


def marked(layer: QgsVectorLayer) -> set[str]:
    """The records that are drawn with the mark of the user's own."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsPointDisplacementRenderer):
        renderer = renderer.embeddedRenderer()
    renderer = renderer.clone()
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer.startRender(context, layer.fields())
    found = set()
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context)
        for each in symbol.symbolLayers() if symbol is not None else []:
            for index in each.dataDefinedProperties().propertyKeys():
                expression = each.dataDefinedProperties().property(index).expressionString()
                made = QgsExpression(expression)
                if "#own" in expression and made.evaluate(context.expressionContext()) == "solid":
                    found.add(feature["cci"])
    renderer.stopRender(context)
    return found


def legend(layer: QgsVectorLayer) -> list[str]:
    return [item.label() for item in layer.renderer().legendSymbolItems()]


@pytest.mark.parametrize("style", [style.id for style in STYLES])
def test_own_programme_and_entries_are_marked(loader: LayerLoader, codelists: dict, style: str):
    search = Search.of(country=["AT"], period=[CURRENT])
    layers = load(loader, search, "memory", with_entries=True)
    programmes = layers[0]
    entries = origin.entries_among(layers)
    cci = next(entries.getFeatures())["cci"]
    apply_style(programmes, style, codelists, "en", search)
    before = legend(programmes)
    everything = {f["cci"] for f in programmes.getFeatures()}
    for own, words, expected in (
        (Own(cci, "AT"), "My programme", {cci}),
        (Own("", "AT"), "Programmes of my country", everything),
        (Own("2021XX00", "XX"), "My programme", set()),
    ):
        mark(programmes, own)
        mark(entries, own)
        assert marked(programmes) == expected and legend(programmes).count(words) == 1
        assert marked(entries) == expected & {f["cci"] for f in entries.getFeatures()}
        assert sum(label.startswith("Ringed") for label in legend(entries)) == 1
        assert all(label for _, label in shown(programmes))
    mark(programmes, Own())
    mark(entries, Own())
    assert legend(programmes) == before and not marked(programmes) | marked(entries)
    assert not any(label.startswith("Ringed") for label in legend(entries))
