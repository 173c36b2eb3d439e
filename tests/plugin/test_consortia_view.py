"""Consortia in the panel: rules ask the server, looser ones are one click, and sets are on the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.consortium import Consortia, ConsortiumQuestion
from cooperation_search.api.errors import ApiError
from cooperation_search.api.partners import Asker
from cooperation_search.api.resources import base_url
from cooperation_search.layers.asked.job import AskedJob
from cooperation_search.layers.consortia.inquiry import ConsortiumInquiry
from cooperation_search.layers.consortia.origin import CONSORTIA
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layers.memory import MemoryLayers
from faulty import Faulty, outcome
from panel import click, connected, opened, wait_until
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl
from running_server import RunningServer

SICILY = "2021IT16RFPR016"


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    QgsProject.instance().clear()
    with connected(server.url) as context, opened(context) as made:
        made.window().resize(420, 900)
        yield made


def view(dock: Any) -> Any:
    """The mode, with Sicily asking."""
    dock.partners_tab.find(SICILY, "Sicilia")
    wait_until(lambda: dock.partners.ranked.answer is not None)
    modes = dock.partners.modes
    modes.setCurrentIndex(modes.findData("consortia"))
    modes.activated[int].emit(modes.currentIndex())
    found = dock.partners.body.currentWidget()
    wait_until(lambda: found.answer is not None)
    return found


def choose(found: Any, box: Any, data: str) -> None:
    before = found.answer
    box.setCurrentIndex(box.findData(data))
    box.activated[int].emit(box.currentIndex())
    wait_until(lambda: found.answer is not before and found.answer is not None)


def sets(found: Any) -> list[list[str]]:
    return [[member.cci for member in one.members] for one in found.answer.sets]


def answered(server: RunningServer, **query: object) -> list[list[str]]:
    answer = server.json("/consortium", skipGeometry="true", programme=SICILY, **query)
    return [[member["cci"] for member in one["members"]] for one in answer["sets"]]


def test_without_rules_it_asks_for_them_and_offers_the_calls(dock: Any, server: RunningServer):
    found = view(dock)
    assert found.stack.currentWidget() is found.state and not found.on_map_button.isEnabled()
    offered = [found.form.preset.itemData(place) for place in range(found.form.preset.count())]
    presets = server.json("/consortium", programme=SICILY)["presets"]
    assert offered == ["", *(preset["preset"] for preset in presets)]
    assert dock.partners.modes.currentData() == "consortia"


def test_the_sets_of_a_call_are_those_of_the_server(dock: Any, server: RunningServer):
    found = view(dock)
    choose(found, found.form.preset, "i3-1")
    assert sets(found) == answered(server, preset="i3-1")
    assert found.stack.currentWidget() is found.splitter
    assert found.tree.topLevelItemCount() == len(found.answer.sets)
    assert not found.form.check.isHidden() and "href" in found.form.check.text()
    first = found.tree.topLevelItem(0)
    assert first.childCount() == len(found.answer.sets[0].members) > 1
    for number, member in enumerate(found.answer.sets[0].members):
        found.tree.setCurrentItem(first.child(number))
        text = found.page.toPlainText()
        assert member.title in text and all(sentence in text for sentence in member.for_you)
    found.tree.setCurrentItem(first)
    assert all(text in found.page.toPlainText() for text, _has, _certain in found.answer.sets[0].met)


def test_numbers_take_the_place_of_those_of_the_call(dock: Any, server: RunningServer):
    found = view(dock)
    choose(found, found.form.preset, "i3-2a")
    before = found.answer
    found.form.numbers["partners"].setValue(4)
    found.form.members.setValue(2)
    choose(found, found.form.category, "LD")
    choose(found, found.form.coordinator, "MD")
    assert before is not found.answer
    rules = dict(found.answer.question.rules)
    assert rules == {"preset": "i3-2a", "partners": "4", "categories": "LD:2", "coordinator_category": "MD"}
    assert sets(found) == answered(server, **rules)


def test_spin_boxes_go_from_none_to_the_least_number_and_back(dock: Any):
    found = view(dock)
    members = found.form.numbers["partners"]
    members.stepUp()
    assert members.value() == 2
    members.stepDown()
    assert members.value() == 0


def test_a_looser_rule_is_one_click(dock: Any, server: RunningServer):
    found = view(dock)
    found.form.numbers["partners"].setValue(4)
    found.form.numbers["per_country"].setValue(1)
    found.form.members.setValue(4)
    choose(found, found.form.category, "MD")
    wait_until(lambda: found.answer.loosened)
    assert found.stack.currentWidget() is found.help and not found.answer.sets
    proposals = [(place, one) for place, one in enumerate(found.answer.loosened) if one.parameters]
    place, one = next((p, o) for p, o in proposals if found.form.can_apply(dict(o.parameters)))
    assert one.text in found.help.toPlainText()
    found._on_link(QUrl(f"loosen:{place}"))
    wait_until(lambda: found.answer is not None and found.answer.sets)
    titles = [f"{member.title}" for member in found.answer.sets[0].members]
    assert [title.rpartition(" (")[0] for title in one.members] == titles


def test_a_wish_for_what_may_be_asks_for_it(dock: Any, server: RunningServer):
    found = view(dock)
    found.form.numbers["partners"].setValue(5)
    found.form.members.setValue(2)
    choose(found, found.form.category, "TR")
    assert all(one.certain for one in found.answer.sets)
    before = found.answer
    found.form.unknown.setChecked(True)
    wait_until(lambda: found.answer is not before and found.answer is not None)
    assert sets(found) == answered(server, partners=5, categories="TR:2", include="unknown")
    marked = [not found.tree.topLevelItem(n).icon(0).isNull() for n in range(found.tree.topLevelItemCount())]
    assert marked == [not one.certain for one in found.answer.sets] and True in marked


def test_the_sets_are_on_the_map_one_at_a_time(dock: Any):
    found = view(dock)
    choose(found, found.form.preset, "i3-2a")
    click(found.on_map_button)
    wait_until(lambda: CONSORTIA.latest(QgsProject.instance()))
    layers = CONSORTIA.latest(QgsProject.instance())
    assert list(layers) == [1, 2, 3]
    root = QgsProject.instance().layerTreeRoot()
    for number, layer in layers.items():
        members = found.answer.sets[number - 1].members
        features = {feature["cci"]: feature for feature in layer.getFeatures()}
        assert set(features) == {member.cci for member in members}
        assert all(feature.hasGeometry() for feature in features.values())
        assert {feature["role"] for feature in features.values()} == {member.role for member in members}
        classes = {each.value() for each in layer.renderer().categories()}
        assert classes == {member.role for member in members}
        assert layer.metadata().rights() and "preset=i3-2a" in layer.metadata().identifier()

    def visible() -> list[int]:
        return [n for n, layer in layers.items() if root.findLayer(layer.id()).itemVisibilityChecked()]

    assert visible() == [1]
    found.tree.setCurrentItem(found.tree.topLevelItem(1))
    assert visible() == [2]
    assert {feature["cci"] for feature in layers[2].selectedFeatures()} == {
        member.cci for member in found.answer.sets[1].members
    }
    before = {layer.id() for layer in layers.values()}
    click(found.on_map_button)
    wait_until(lambda: not before & set(QgsProject.instance().mapLayers()))
    assert len(CONSORTIA.groups(QgsProject.instance())) == 1


def test_map_tips_say_what_a_member_is(dock: Any):
    found = view(dock)
    choose(found, found.form.preset, "i3-2a")
    click(found.on_map_button)
    wait_until(lambda: CONSORTIA.latest(QgsProject.instance()))
    layer = CONSORTIA.latest(QgsProject.instance())[1]
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        text = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert feature["title"].replace("&", "&amp;") in text and feature["stands_for"] in text and "[%" not in text


def test_a_project_that_is_opened_again_fetches_its_consortia(qgis_app: Any, server: RunningServer, tmp_path: Path):
    project = QgsProject.instance()
    project.clear()

    def members() -> dict[int, set[str]]:
        layers: dict[int, QgsVectorLayer] = CONSORTIA.latest(project)
        return {number: {feature["cci"] for feature in layer.getFeatures()} for number, layer in layers.items()}

    with connected(server.url) as context:
        loader = LayerLoader(context)
        memory = MemoryLayers(context, loader, context)
        question = ConsortiumQuestion(Asker(SICILY, "Sicilia"), (("preset", "i3-2a"),))
        outcome_of(AskedJob(context, ConsortiumInquiry(question, 1), context))
        before = members()
        assert all(before.values()) and list(before) == [1, 2, 3]
        path = str(tmp_path / "consortia.qgz")
        assert project.write(path)
        project.clear()
        assert project.read(path)
        wait_until(lambda: members() == before)
        memory.close()
        loader.close()


def test_a_panel_opens_on_a_project_with_no_search_but_consortia(qgis_app: Any, server: RunningServer):
    QgsProject.instance().clear()
    with connected(server.url) as context:
        outcome_of(
            AskedJob(context, ConsortiumInquiry(ConsortiumQuestion(Asker(SICILY), (("partners", "3"),)), 1), context)
        )
        with opened(context) as dock:
            assert dock.results.model.rowCount()


def test_a_question_survives_a_project_file():
    question = ConsortiumQuestion(Asker(SICILY, "Sicilia", (), (("country", "ES"),)), (("preset", "i3-1"),), False)
    assert ConsortiumQuestion.from_dict(question.to_dict()) == question
    assert question.to_params()["exclude"] == "samples"
    for damaged in (None, {}, {"rules": [1], "asker": {}}, {"rules": [], "asker": None}):
        with pytest.raises(ApiError):
            ConsortiumQuestion.from_dict(damaged)


def test_damaged_answers_are_refused_by_place(server: RunningServer):
    answer = server.json("/consortium", programme=SICILY, preset="i3-2a", skipGeometry="true")
    question = ConsortiumQuestion(Asker(SICILY))
    assert Consortia.read(answer, question).sets
    for place, value in (("sets", None), ("presets", [{}]), ("loosened", [{"text": 1}]), ("categories", "LD")):
        with pytest.raises(ApiError):
            Consortia.read({**answer, place: value}, question)
    for name, value in (("score_low", "much"), ("score_low", 0.9), ("met", None), ("set", -1)):
        damaged = {**answer, "sets": [{**answer["sets"][0], name: value}]}
        with pytest.raises(ApiError):
            Consortia.read(damaged, question)


def test_what_fails_says_so_and_a_second_attempt_helps(qgis_app: Any, server: RunningServer):
    faulty = Faulty(server.url)
    try:
        with connected(faulty.url) as context, opened(context) as dock:
            context.cache = context.client._cache = None
            found = view(dock)
            faulty.fault = lambda path: "500" if path.startswith("/consortium") else None
            found.form.numbers["partners"].setValue(3)
            wait_until(lambda: found.state.button.text() == "Try again" and not found.state.button.isHidden())
            assert found.stack.currentWidget() is found.state
            faulty.fault = lambda path: None
            click(found.state.button)
            wait_until(lambda: found.answer is not None)
            assert sets(found) == answered(server, partners=3)
    finally:
        faulty.stop()


def test_a_load_that_is_cancelled_leaves_nothing(qgis_app: Any, server: RunningServer):
    QgsProject.instance().clear()
    with connected(server.url) as context:
        job = AskedJob(context, ConsortiumInquiry(ConsortiumQuestion(Asker(SICILY), (("partners", "3"),)), 1), context)
        job.start()
        job.cancel()
        assert not QgsProject.instance().mapLayers()
        empty = ConsortiumQuestion(Asker(SICILY))
        error = outcome_of(AskedJob(context, ConsortiumInquiry(empty, 1), context))
        assert isinstance(error, ApiError) and not QgsProject.instance().mapLayers()


def outcome_of(job: AskedJob) -> Any:
    job.start()
    return outcome(job, 60)


def test_an_address_of_consortia_is_cut_to_the_service():
    assert base_url("http://127.0.0.1:5000/consortium?programme=X") == "http://127.0.0.1:5000"
