"""Searches over several periods: a sub-group for each, with its own NUTS version, and never both at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.gui.results.selection import MapSelection
from cooperation_search.layers import origin, tree
from cooperation_search.layers.load_job import LoadedSearch
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layouts import kept
from cooperation_search.layouts.map_sheet import map_sheet
from faulty import outcome
from qgis.core import QgsLayoutItemMap, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from running_server import RunningServer

CURRENT, EARLIER = "2021-2027", "2014-2020"
AREAS = {CURRENT: "nuts3", EARLIER: "nuts3-2016"}
SICILY = Search.of(nuts3=["ITG1"])
KINDS = ("memory", "geopackage", "live")


@pytest.fixture
def project(qgis_app: Any, tmp_path: Path) -> Iterator[QgsProject]:
    made = QgsProject.instance()
    made.clear()
    made.setFileName(str(tmp_path / "project.qgz"))
    yield made
    made.clear()


@pytest.fixture
def loader(project: QgsProject, server: RunningServer) -> Iterator[LayerLoader]:
    context = Context()
    context.use_server(server.url)
    made = LayerLoader(context)
    yield made
    made.close()
    context.close()


def load(loader: LayerLoader, search: Search = SICILY, **more: Any) -> LoadedSearch:
    loaded = outcome(loader.load(search, **more), 60)
    assert isinstance(loaded, LoadedSearch), loaded
    return loaded


def parts(project: QgsProject, group: str) -> dict[tuple[str, str], QgsVectorLayer]:
    made = {}
    for layer in origin.layers_of(project, group):
        about = origin.read(layer)
        made[about.period, about.collection] = layer
    return made


def shown(project: QgsProject) -> list[str]:
    """The periods whose layers are on the map."""
    root = project.layerTreeRoot()
    layers = [node.layer() for node in root.findLayers() if node.isVisible()]
    return sorted({origin.read(layer).period for layer in layers})


@pytest.mark.parametrize(
    "search", [SICILY, SICILY.with_values(period=[EARLIER, CURRENT]), Search.of(topic=["RSO2.6"], country=["IT", "SI"])]
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_sub_group_for_each_period(
    loader: LayerLoader, project: QgsProject, server: RunningServer, search: Search, kind: str
):
    loaded = load(loader, search, kind=kind)
    (group,) = project.layerTreeRoot().children()
    assert [sub.name() for sub in group.children()] == [f"{CURRENT} (NUTS 2021)", f"{EARLIER} (NUTS 2016)"]
    found = parts(project, loaded.group_id)
    for period, sub in zip((CURRENT, EARLIER), group.children(), strict=True):
        layers = [node.layer() for node in sub.findLayers()]
        assert layers == [found[period, "programmes"], found[period, AREAS[period]]]
        for layer, collection, id_ in ((layers[0], "programmes", "cci"), (layers[1], AREAS[period], "nuts_code")):
            asked = {**search.to_params(collection), **({"period": period} if collection == "programmes" else {})}
            expected = {f["id"] for f in server.features(collection, **asked)}
            assert {f[id_] for f in layer.getFeatures()} == expected != set()
            assert origin.read(layer).search == search
            assert collection != "programmes" or f"period={period}" in origin.read(layer).url
    # Both together are what the panel lists.
    both = {f["cci"] for period in AREAS for f in found[period, "programmes"].getFeatures()}
    assert both == {f["id"] for f in server.features("programmes", **search.to_params("programmes"))}


@pytest.mark.parametrize("kind", KINDS)
def test_one_period_is_shown_at_a_time(loader: LayerLoader, project: QgsProject, kind: str):
    loaded = load(loader, kind=kind)
    found = parts(project, loaded.group_id)
    assert shown(project) == [CURRENT] and loaded.areas_id == found[CURRENT, "nuts3"].id()
    tree.show(project, found[EARLIER, "programmes"])
    assert shown(project) == [EARLIER]
    assert tree.shown(project, loaded.group_id) == [found[EARLIER, "programmes"], found[EARLIER, "nuts3-2016"]]
    # What is loaded again takes the place of what was there, as the user had it.
    again = load(loader, kind="memory")
    assert shown(project) == [EARLIER] and len(project.mapLayers()) == 4 == len(project.layerTreeRoot().findLayers())
    (group,) = project.layerTreeRoot().children()
    assert len(group.children()) == 2
    assert outcome(loader.refresh(again.group_id), 60).group_id == again.group_id
    assert shown(project) == [EARLIER]


def test_a_period_alone_has_no_sub_groups(loader: LayerLoader, project: QgsProject):
    load(loader, SICILY.with_values(period=[EARLIER]), kind="memory")
    (group,) = project.layerTreeRoot().children()
    assert [origin.read(node.layer()).collection for node in group.children()] == ["programmes", "nuts3-2016"]


@pytest.mark.parametrize("kind", ["memory", "geopackage"])
def test_lines_and_entries_belong_to_their_period(loader: LayerLoader, project: QgsProject, kind: str):
    loaded = load(loader, kind=kind, with_neighbours=True, with_entries=True)
    found = parts(project, loaded.group_id)
    (group,) = project.layerTreeRoot().children()
    for sub, period in zip(group.children(), (CURRENT, EARLIER), strict=True):
        order = [origin.read(node.layer()).collection for node in sub.children()]
        assert order == ["cooperation", "programmes", "neighbours", AREAS[period]]
        areas = {f["nuts_code"] for f in found[period, AREAS[period]].getFeatures()}
        lines = list(found[period, "neighbours"].getFeatures())
        assert lines and all(areas & {f["nuts_code_a"], f["nuts_code_b"]} for f in lines)
        ccis = {f["cci"] for f in found[period, "programmes"].getFeatures()}
        assert {f["cci"] for f in found[period, "cooperation"].getFeatures()} <= ccis
    assert {period for period, _ in found} == {CURRENT, EARLIER} and len(found) == 8
    changes = outcome(loader.refresh(loaded.group_id), 60).changes
    assert len(changes) == 8 and not any(c.new or c.changed or c.gone for c in changes.values())


def test_a_sub_group_that_was_removed_stays_away(loader: LayerLoader, project: QgsProject):
    loaded = load(loader, kind="memory")
    found = parts(project, loaded.group_id)
    project.removeMapLayers([found[EARLIER, name].id() for name in ("programmes", "nuts3-2016")])
    again = outcome(loader.refresh(loaded.group_id), 60)
    assert isinstance(again, LoadedSearch) and len(project.mapLayers()) == 2
    project.removeMapLayer(found[CURRENT, "nuts3"].id())
    assert "removed" in outcome(loader.refresh(loaded.group_id), 60).text


def test_layers_of_both_periods_in_one_are_refreshed(loader: LayerLoader, project: QgsProject):
    """Earlier versions of the plugin made them."""
    loaded = load(loader, SICILY.with_values(period=[CURRENT]), kind="memory")
    for layer in origin.layers_of(project, loaded.group_id):
        made = origin.read(layer)
        old = origin.Origin(made.group, made.collection, SICILY, made.server, made.edition, made.kind, "", "", False)
        origin.write(layer, old, "", "")
    again = outcome(loader.refresh(loaded.group_id), 60)
    assert isinstance(again, LoadedSearch), again
    assert len(again.changes["programmes"].new) > 3 and len(project.mapLayers()) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_saved_and_opened_again(loader: LayerLoader, project: QgsProject, kind: str):
    loaded = load(loader, kind=kind)
    before = parts(project, loaded.group_id)
    counts = {part: len(list(layer.getFeatures())) for part, layer in before.items()}
    tree.show(project, before[EARLIER, "programmes"])
    assert project.write()
    path = project.fileName()
    project.clear()
    assert project.read(path)
    assert shown(project) == [EARLIER]
    (group,) = project.layerTreeRoot().children()
    assert group.isMutuallyExclusive()
    again = outcome(loader.refresh(loaded.group_id), 60)
    assert isinstance(again, LoadedSearch), again
    now = parts(project, loaded.group_id)
    assert {part: len(list(layer.getFeatures())) for part, layer in now.items()} == counts


def test_a_sheet_shows_one_period(loader: LayerLoader, project: QgsProject):
    loaded = load(loader, kind="memory")
    found = parts(project, loaded.group_id)
    for period in (CURRENT, EARLIER):
        tree.show(project, found[period, "programmes"])
        layout = map_sheet(project, loaded.group_id)
        (main,) = [i for i in layout.items() if isinstance(i, QgsLayoutItemMap) and i.id() == "map"]
        assert {origin.read(layer).period for layer in main.layers()} == {period}
    # Loaded again, each sheet follows its own period.

    def follow(ids: list[str]) -> None:
        kept.follow(project, ids)

    project.layersWillBeRemoved.connect(follow)
    again = load(loader, kind="memory")
    project.layersWillBeRemoved.disconnect(follow)
    now = set(parts(project, again.group_id).values())
    for layout, period in zip(project.layoutManager().printLayouts(), (CURRENT, EARLIER), strict=True):
        (main,) = [i for i in layout.items() if isinstance(i, QgsLayoutItemMap) and i.id() == "map"]
        assert set(main.layers()) <= now and {origin.read(layer).period for layer in main.layers()} == {period}


def test_rows_select_in_their_period(loader: LayerLoader, project: QgsProject):
    loaded = load(loader, kind="memory")
    found = parts(project, loaded.group_id)
    canvas = QgsMapCanvas()
    selection = MapSelection(canvas)
    selection.set_layers(*(layer.id() for layer in found.values()))
    cci = next(found[EARLIER, "programmes"].getFeatures())["cci"]
    assert selection.shows(cci)
    selection.select([cci])
    assert shown(project) == [CURRENT], "looking at a row does not change the map"
    selection.zoom()
    assert shown(project) == [EARLIER] and found[EARLIER, "nuts3-2016"].selectedFeatureCount()
    selection.stop()
