"""Partners on the map: one group with what the server answers, drawn, explained, and kept with the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.comparison import Comparison
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.api.partners import Asker, Question, Wish
from cooperation_search.api.search import Search
from cooperation_search.layers import origin
from cooperation_search.layers.asked.job import AskedJob, Loaded
from cooperation_search.layers.pages import BuildTask
from cooperation_search.layers.partners.features import middle
from cooperation_search.layers.partners.inquiry import PartnersInquiry
from cooperation_search.layers.partners.origin import AREAS, LINES, OWN, PARTNERS
from cooperation_search.layers.styles import partners as styles
from faulty import outcome
from panel import click, connected, opened, wait_until
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from running_server import RunningServer
from test_layers_styles import shown

SICILY, MALTA = "2021IT16RFPR016", "2021MT16FFPR001"
QUESTION = Question(Asker(SICILY, "Sicilia"), Wish())


@pytest.fixture
def context(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    QgsProject.instance().clear()
    with connected(server.url) as made:
        yield made


def load(context: Any, question: Question = QUESTION) -> dict[str, QgsVectorLayer]:
    loaded = outcome_of(AskedJob(context, PartnersInquiry(question), context))
    assert isinstance(loaded, Loaded), loaded
    return {role: QgsProject.instance().mapLayer(id_) for role, id_ in loaded.layers.items()}


def outcome_of(job: AskedJob) -> Any:
    job.start()
    return outcome(job, 60)


def answered(server: RunningServer, **query: object) -> list[dict[str, Any]]:
    return server.json("/partners", **{"programme": SICILY, **query})["features"]


def test_the_group_holds_partners_lines_and_the_own_area(context: Any, server: RunningServer):
    layers = load(context)
    found = answered(server)
    assert [feature["cci"] for feature in layers[AREAS].getFeatures()] == [each["id"] for each in found]
    assert [feature["cci"] for feature in layers[OWN].getFeatures()] == [SICILY]
    root = QgsProject.instance().layerTreeRoot()
    (group,) = root.children()
    assert group.name() == "Partners of Sicilia"
    assert [node.layer() for node in group.children()] == [layers[role] for role in (LINES, OWN, AREAS)]


def test_lines_lead_from_inside_the_own_area_into_that_of_each_partner(context: Any):
    layers = load(context)
    (own,) = (feature.geometry() for feature in layers[OWN].getFeatures())
    areas = {feature["cci"]: feature.geometry() for feature in layers[AREAS].getFeatures()}
    lines = list(layers[LINES].getFeatures())
    assert {line["cci"] for line in lines} == set(areas)
    for line in lines:
        ((begin, end),) = line.geometry().asMultiPolyline()
        assert own.contains(QgsGeometry.fromPointXY(begin))
        assert areas[line["cci"]].contains(QgsGeometry.fromPointXY(end))
        assert 0 <= line["score_low"] <= line["score_high"] <= 1


def test_the_middle_lies_in_the_largest_part():
    ring = QgsGeometry.fromWkt(
        "MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 9, 9 9, 9 1, 0 1, 0 0)), ((50 50, 51 50, 51 51, 50 50)))"
    )
    point = middle(ring)
    assert ring.contains(QgsGeometry.fromPointXY(point)) and point.x() <= 10
    assert middle(QgsGeometry()) is None


def test_every_partner_and_line_has_a_class_of_the_legend(context: Any, server: RunningServer):
    layers = load(context)
    comparison = Comparison.read(server.json("/partners/schema"))
    words = {styles._of_tier(tier.title) for tier in comparison.tiers}
    for role in (AREAS, LINES):
        assert {label for _, label in shown(layers[role])} <= words
        assert all(label for _, label in shown(layers[role]))
    colours = [styles.tier_colour(place, 4) for place in range(4)]
    assert len(set(colours)) == 4


def test_tips_have_reasons_and_name_samples(context: Any, server: RunningServer):
    layers = load(context, Question(Asker(SICILY, "Sicilia"), Wish(most=(("limit", 100), ("per_country", 100)))))
    by_id = {each["id"]: each["properties"] for each in answered(server, limit=100, per_country=100)}
    layer = layers[AREAS]
    expressions = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    samples = 0
    for feature in layer.getFeatures():
        expressions.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), expressions)
        assert "[%" not in tip and feature["title"].replace("&", "&amp;") in tip
        of_samples = by_id[feature["cci"]]["entries_basis"] == "sample"
        assert ("SAMPLES" in tip) == of_samples
        samples += of_samples
    assert samples, "the samples have entries that meet those of Sicily"
    assert "sample" in layer.name()


def test_metadata_name_source_rights_and_edition(context: Any, server: RunningServer):
    for layer in load(context).values():
        metadata = layer.metadata()
        assert metadata.rights() and metadata.licenses() and metadata.links()[0].url.startswith(server.url)
        kept = PARTNERS.read(layer)
        assert kept.question == QUESTION and kept.edition in metadata.history()[0]
        assert origin.read(layer) is None, "searches leave layers of partners alone"


def test_the_same_asker_replaces_its_group_and_another_one_adds_its_own(context: Any):
    project = QgsProject.instance()
    first = load(context)
    project.layerTreeRoot().children()[0].setName("Ours")
    again = load(context, Question(QUESTION.asker, Wish("unusual")))
    (group,) = project.layerTreeRoot().children()
    assert group.name() == "Ours" and len(project.mapLayers()) == 3
    assert PARTNERS.read(again[AREAS]).question.wish.order == "unusual" and first != again
    load(context, Question(Asker(MALTA, "Malta"), Wish()))
    assert [node.name() for node in project.layerTreeRoot().children()] == ["Partners of Malta", "Ours"]
    assert PARTNERS.read(PARTNERS.latest(project)[AREAS]).question.asker.cci == MALTA


@pytest.mark.parametrize(
    ("needs", "own"),
    [
        ((("need_topic", "PO2"), ("need_nuts3", "ITG1")), 9),
        ((("need_topic", "PO2"), ("need_nuts3", "ITG1"), ("need_period", "2014-2020")), 9),
        ((("need_country", "IT"),), 1),
        ((("need_topic", "PO2"),), 0),
    ],
)
def test_a_need_has_lines_where_it_says_where_it_is(context: Any, needs: tuple, own: int):
    layers = load(context, Question(Asker("", "A need", needs), Wish()))
    areas = layers[AREAS].featureCount()
    assert areas
    assert (layers[OWN].featureCount() if own else 0) == own
    assert (layers[LINES].featureCount() if own else areas) == areas
    assert set(layers) == ({AREAS, OWN, LINES} if own else {AREAS})
    (group,) = QgsProject.instance().layerTreeRoot().children()
    assert group.name() == "Partners for: A need"


def test_nobody_and_a_closed_project_leave_nothing_behind(context: Any):
    nobody = Question(Asker(SICILY, "Sicilia", (), (("q", "nowhere"),)), Wish())
    assert isinstance(outcome_of(AskedJob(context, PartnersInquiry(nobody), context)), ApiError)
    job = AskedJob(context, PartnersInquiry(QUESTION), context)
    failed: list[Any] = []
    job.failed.connect(failed.append)
    job.start()
    QgsProject.instance().clear()
    assert failed and not QgsProject.instance().mapLayers()
    job = AskedJob(context, PartnersInquiry(QUESTION), context)
    ended: list[int] = []
    job.ended.connect(lambda: ended.append(1))
    job.start()
    job.cancel()
    assert ended and not QgsProject.instance().mapLayers()


def test_cancel_in_the_task_manager_ends_a_load(context: Any, monkeypatch: pytest.MonkeyPatch):
    attempt = BuildTask._attempt

    def cancelled(task: BuildTask, build: Any) -> bool:
        task.cancel()
        return attempt(task, build)

    monkeypatch.setattr(BuildTask, "_attempt", cancelled)
    error = outcome_of(AskedJob(context, PartnersInquiry(QUESTION), context))
    assert isinstance(error, ApiError) and error.kind is ErrorKind.CANCELLED
    assert not QgsProject.instance().mapLayers()


def test_a_layer_that_is_removed_while_it_is_filled_again_ends_that(context: Any):
    layers = load(context)
    before = {role: layer.featureCount() for role, layer in layers.items() if role != LINES}
    job = AskedJob(context, PartnersInquiry(QUESTION), context)
    failed: list[Any] = []
    job.failed.connect(failed.append)
    job.start(layers)
    QgsProject.instance().removeMapLayer(layers.pop(LINES).id())
    assert [error.text for error in failed] == ["A layer was removed while it was being filled."]
    for layer in layers.values():
        layer.dataProvider().truncate()
    # Those that are left can be filled.
    again = AskedJob(context, PartnersInquiry(QUESTION), context)
    again.start(layers)
    assert set(outcome(again, 60).layers) == set(layers)
    assert {role: layer.featureCount() for role, layer in layers.items()} == before


def test_list_and_map_share_the_selection(qgis_app: Any, server: RunningServer):
    QgsProject.instance().clear()
    with connected(server.url) as context, opened(context) as dock:
        dock.partners_tab.find(SICILY, "Sicilia")
        ranked = dock.partners.ranked
        wait_until(lambda: ranked.answer is not None)
        click(ranked.on_map)
        wait_until(lambda: "On the map: 10 partners" in ranked.remarks.told.text())
        layers = PARTNERS.latest(QgsProject.instance())
        second, third = (ranked.model.partner(row).cci for row in (1, 2))
        ranked.list.rows.selectionModel().select(
            ranked.model.index(1), ranked.list.rows.selectionModel().SelectionFlag.ClearAndSelect
        )
        for role in (AREAS, LINES):
            assert [feature["cci"] for feature in layers[role].selectedFeatures()] == [second]
        layers[LINES].selectByExpression(f"\"cci\" = '{third}'")
        assert ranked.list.selected_ccis() == [third]
        # Layers of partners are no layers of a search: loading a search does not touch them.
        dock.map_work.load(Search.of(nuts3=["ITG1"]))
        # Two of each period.
        wait_until(lambda: len(QgsProject.instance().mapLayers()) == 3 + 4)
        assert len(PARTNERS.latest(QgsProject.instance())) == 3


def test_a_project_that_is_opened_again_fetches_its_partners(qgis_app: Any, server: RunningServer, tmp_path: Path):
    from cooperation_search.layers.loader import LayerLoader
    from cooperation_search.layers.memory import MemoryLayers

    project = QgsProject.instance()
    project.clear()
    with connected(server.url) as context:
        loader = LayerLoader(context)
        memory = MemoryLayers(context, loader, context)
        before = {role: layer.featureCount() for role, layer in load(context).items()}
        load_style = PARTNERS.latest(project)[AREAS].renderer().dump()
        path = str(tmp_path / "partners.qgz")
        assert project.write(path)
        project.clear()
        assert project.read(path)
        wait_until(lambda: {r: x.featureCount() for r, x in PARTNERS.latest(project).items()} == before)
        assert PARTNERS.latest(project)[AREAS].renderer().dump() == load_style
        memory.close()
        loader.close()
