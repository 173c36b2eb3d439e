"""Find partners in the panel: the list is the server's answer, sliders re-rank it, and the last answer wins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.api.answers import FeaturePage
from cooperation_search.api.comparison import Comparison
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.api.partners import SEEKS, SOUGHT, Asker, Partner, Question, Wish
from cooperation_search.api.search import Search
from cooperation_search.own import Own
from faulty import Faulty
from panel import click, connected, opened, press, wait_until
from qgis.PyQt.QtCore import QPoint, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QGuiApplication, QPalette
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import QStyleOptionViewItem
from running_server import RunningServer

SICILY, MALTA = "2021IT16RFPR016", "2021MT16FFPR001"
CHECKED = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def dock(qgis_app: Any, server: RunningServer) -> Iterator[Any]:
    with connected(server.url) as context, opened(context) as made:
        made.window().resize(420, 900)
        yield made


def listed(dock: Any) -> list[str]:
    model = dock.partners.ranked.model
    return [model.partner(row).cci for row in range(model.rowCount())]


def answered(server: RunningServer, **query: object) -> list[str]:
    asked = {name: value for name, value in {"programme": SICILY, **query}.items() if value is not None}
    found = server.json("/partners", skipGeometry="true", **asked)
    return [feature["id"] for feature in found["features"]]


def find(dock: Any, cci: str = SICILY) -> None:
    dock.partners_tab.find(cci, "Sicilia")
    wait_until(lambda: dock.partners.ranked.answer is not None and listed(dock))


def choose(dock: Any, order: str) -> None:
    modes = dock.partners.modes
    modes.setCurrentIndex(modes.findData(order))
    modes.activated[int].emit(modes.currentIndex())


def test_the_list_is_what_the_server_answers(dock: Any, server: RunningServer):
    find(dock)
    assert dock.results.views.currentWidget() is dock.partners
    assert listed(dock) == answered(server)
    assert dock.partners.ranked.stack.currentWidget() is dock.partners.ranked.list
    model = dock.partners.ranked.model
    first = model.index(0)
    assert model.partner(0).title == first.data() and str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    text = dock.partners.ranked.lower.page.toPlainText()
    for sentence in (*model.partner(0).for_you, *model.partner(0).for_them):
        assert sentence in text


def test_each_order_and_the_question_turned_round_is_asked(dock: Any, server: RunningServer):
    find(dock)
    for order in ("upper", "unusual", "score"):
        choose(dock, order)
        wait_until(lambda order=order: listed(dock) == answered(server, sortby=order))
    choose(dock, SEEKS)
    found = server.json("/partners", seeks=SICILY, skipGeometry="true")["features"]
    wait_until(lambda: listed(dock) == [feature["id"] for feature in found])
    assert not dock.partners.ranked.weights.limits["per_country"].isEnabled()
    assert dock.partners.ranked.model.shown[0].name == SOUGHT, "what they are ordered by has a bar"


def test_a_slider_ranks_again_and_names_the_weights(dock: Any, server: RunningServer):
    find(dock)
    weights = dock.partners.ranked.weights
    assert weights.preset() == "default"
    for slider in weights.sliders.values():
        slider.setValue(0)
    assert not weights.note.isHidden(), "a score of nothing is not asked for"
    weights.sliders["structure"].setValue(4)
    weights.sliders["structure"].sliderReleased.emit()
    wait_until(lambda: listed(dock) == answered(server, weights="structure:2"))
    assert weights.preset() == "" and dock.partners.ranked.section.summary.text() == "Weights of your own"
    weights.presets.setCurrentIndex(weights.presets.findData("learn"))
    weights.presets.activated[int].emit(weights.presets.currentIndex())
    wait_until(lambda: listed(dock) == answered(server, preset="learn"))
    assert weights.presets.findData("") < 0, "own weights are offered while there are any"


def test_what_entries_declare_has_no_slider(dock: Any):
    find(dock)
    comparison = dock.partners.ranked.search.comparison
    declared = {part.name for part in comparison.parts if part.declared}
    assert declared and declared.isdisjoint(dock.partners.ranked.weights.sliders)


def test_limits_are_those_of_the_request(dock: Any, server: RunningServer):
    find(dock)
    limits = dock.partners.ranked.weights.limits
    limits["per_country"].setValue(1)
    limits["limit"].setValue(4)
    wait_until(lambda: listed(dock) == answered(server, per_country=1, limit=4))


def test_partners_can_be_kept_to_the_programmes_of_the_search(dock: Any, server: RunningServer):
    find(dock)
    dock.run(dock.live.search.with_values(country=["ES", "PT"]))
    wait_until(lambda: not dock.live.is_busy())
    dock.results.show_view(dock.partners)
    dock.partners.within.setChecked(True)
    wait_until(lambda: listed(dock) == answered(server, country="ES,PT", period="2021-2027"))
    dock.run(dock.live.search.with_values(country=["MT"]))
    wait_until(lambda: listed(dock) == answered(server, country="MT", period="2021-2027") == [MALTA])


def test_samples_that_are_not_shown_do_not_count(dock: Any, server: RunningServer):
    find(dock)
    choose(dock, SEEKS)
    wait_until(lambda: dock.partners.ranked.answer.question.wish.order == SEEKS)
    dock.run(dock.live.search.with_values(show_samples=False))
    wait_until(lambda: not dock.partners.ranked.answer.question.wish.show_samples)
    found = server.json("/partners", seeks=SICILY, skipGeometry="true", exclude="samples")["features"]
    wait_until(lambda: listed(dock) == [feature["id"] for feature in found])


def test_ticked_partners_are_compared_side_by_side(dock: Any):
    find(dock)
    ranked = dock.partners.ranked
    assert not ranked.compare.isEnabled()
    ranked.list.rows.setFocus()
    ranked.list.select([], ranked.model.partner(0).cci)
    press(ranked.list.rows, Qt.Key.Key_Space)
    box = ranked.list.rows.visualRect(ranked.model.index(1)).topLeft() + QPoint(10, 12)
    click(ranked.list.rows.viewport(), box)
    assert [partner.rank for partner in ranked.model.ticked()] == [1, 2]
    click(ranked.compare)
    table = ranked.lower.table.table
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert ranked.lower.currentWidget() is ranked.lower.table and table.columnCount() == 2
    titles = [table.headerData(row, Qt.Orientation.Vertical) for row in range(table.rowCount())]
    assert {part.title for part in ranked.search.comparison.weighted} <= set(titles)
    lines = ranked.lower.table.as_text().split("\n")
    assert len(lines) == table.rowCount() + 1 and all(line.count("\t") == 2 for line in lines)
    ranked.model.untick()
    assert ranked.lower.currentWidget() is ranked.lower.page


def test_ticks_stay_while_weights_change_and_go_with_the_asker(dock: Any):
    find(dock)
    ranked = dock.partners.ranked
    ranked.model.setData(ranked.model.index(0), Qt.CheckState.Checked, CHECKED)
    (ticked,) = ranked.model.ticked()
    before = ranked.answer
    ranked.weights.sliders["theme"].setValue(3)
    wait_until(lambda: ranked.answer is not before)
    assert [partner.cci for partner in ranked.model.ticked()] == [ticked.cci]
    dock.partners_tab.find(MALTA, "Malta")
    wait_until(lambda: ranked.answer.question.asker.cci == MALTA)
    assert ranked.model.ticked() == []


def test_the_details_of_a_programme_lead_to_its_partners_and_back(dock: Any, server: RunningServer):
    dock.results.show_one(SICILY)
    header = dock.results.detail.header
    wait_until(lambda: "Find partners" in header.text())
    header.linkActivated.emit(f"partners:{SICILY}")
    wait_until(lambda: listed(dock) == answered(server))
    assert "Sicilia" in dock.partners.askers.currentText()
    dock.partners.ranked.lower.page.anchorClicked.emit(QUrl(f"programme:{MALTA}"))
    assert dock.results.views.currentWidget() is dock.results.splitter
    wait_until(lambda: "Malta" in header.text())


def test_an_asker_without_a_title_gets_it(dock: Any):
    dock.partners_tab.find(MALTA)
    wait_until(lambda: "smarter" in dock.partners.askers.currentText())


def test_ones_own_programme_asks_as_long_as_nobody_else_does(dock: Any):
    dock.pages.show_page(dock.results)
    dock.results.show_view(dock.partners)
    assert dock.partners.askers.asker is None
    dock.partners.set_own(Own(MALTA, "MT"))
    wait_until(lambda: dock.partners.ranked.answer is not None)
    assert dock.partners.ranked.answer.question.asker.cci == MALTA
    wait_until(lambda: "smarter" in dock.partners.ranked.answer.question.asker.title)
    find(dock)
    dock.partners.set_own(Own())
    assert dock.partners.askers.asker.cci == SICILY


def test_a_hidden_view_asks_when_it_is_shown(dock: Any):
    dock.partners.set_own(Own(MALTA, "MT"))
    assert dock.partners.ranked.answer is None
    dock.pages.show_page(dock.results)
    dock.results.show_view(dock.partners)
    wait_until(lambda: dock.partners.ranked.answer is not None)


def test_a_search_asks_as_a_need(dock: Any, server: RunningServer):
    dock.run(dock.live.search.with_values(topic=["PO2"], nuts3=["ITG1"]))
    wait_until(lambda: not dock.live.is_busy())
    dock.results.show_view(dock.partners)
    dock.partners.find_for_search()
    need = {"need_topic": "PO2", "need_nuts3": "ITG1", "need_period": "2021-2027"}
    wait_until(lambda: listed(dock) == answered(server, programme=None, **need))
    assert "Your area: " in dock.partners.needed.text() and not dock.partners.needed.isHidden()
    seeks = dock.partners.modes.model().item(dock.partners.modes.findData(SEEKS))
    assert not seeks.isEnabled(), "nobody seeks a need"
    # The need follows the search, and ends with it.
    dock.run(dock.live.search.with_values(topic=["PO1"]))
    wait_until(lambda: listed(dock) == answered(server, programme=None, **{**need, "need_topic": "PO1"}))
    dock.run(Search())
    wait_until(lambda: dock.partners.ranked.answer is None)
    assert dock.partners.askers.asker is None and dock.partners.needed.isHidden()


def test_what_a_search_looks_for_is_what_ones_own_programme_needs(dock: Any, server: RunningServer):
    dock.own.work_for(Own(SICILY, "IT"))
    dock.run(dock.live.search.with_values(topic=["PO2"], country=["EL", "ES"]))
    wait_until(lambda: not dock.live.is_busy())
    dock.results.show_view(dock.partners)
    wait_until(lambda: listed(dock) == answered(server))
    dock.partners.find_for_search()
    wait_until(lambda: listed(dock) == answered(server, need_topic="PO2", country="EL,ES"))
    assert "My programme" in dock.partners.askers.currentText() and "Spain" in dock.partners.needed.text()
    dock.own.work_for(Own("", "IT"))
    need = {"need_topic": "PO2", "need_period": "2021-2027", "country": "EL,ES"}
    dock.partners.find_for_search()
    wait_until(lambda: listed(dock) == answered(server, programme=None, need_country="IT", **need))


def test_a_country_asks_and_is_sought(dock: Any, server: RunningServer):
    dock.pages.show_page(dock.results)
    dock.results.show_view(dock.partners)
    dock.partners.set_own(Own("", "IT"))
    wait_until(lambda: listed(dock) == answered(server, programme=None, need_country="IT"))
    assert "my country" in dock.partners.askers.currentText()
    choose(dock, SEEKS)
    found = server.json("/partners", seeks="IT", skipGeometry="true")["features"]
    wait_until(lambda: found and listed(dock) == [feature["id"] for feature in found])


def test_the_last_answer_wins(qgis_app: Any, server: RunningServer):
    faulty = Faulty(server.url)
    try:
        with connected(faulty.url) as context, opened(context) as dock:
            find(dock)
            # The first of two questions is never answered: the second one must not wait for it.
            faulty.fault = lambda path: "hang" if "preset=learn" in path else None
            for preset in ("learn", "neighbours"):
                box = dock.partners.ranked.weights.presets
                box.setCurrentIndex(box.findData(preset))
                box.activated[int].emit(box.currentIndex())
            wait_until(lambda: listed(dock) == answered(server, preset="neighbours"))
            assert dock.partners.ranked.answer.question.wish.preset == "neighbours"
    finally:
        faulty.over.set()
        faulty.stop()


def test_failures_say_what_to_do_and_a_second_attempt_helps(qgis_app: Any, server: RunningServer):
    faulty = Faulty(server.url)
    try:
        with connected(faulty.url) as context, opened(context) as dock:
            context.cache = context.client._cache = None
            faulty.fault = lambda path: "500" if path.startswith("/partners") else None
            dock.partners_tab.find(SICILY, "Sicilia")
            state = dock.partners.ranked.state
            wait_until(lambda: state.button.text() == "Try again" and not state.button.isHidden())
            assert dock.partners.ranked.stack.currentWidget() is state
            faulty.fault = lambda path: None
            click(state.button)
            wait_until(lambda: listed(dock) == answered(server))
    finally:
        faulty.stop()


def test_a_server_without_partners_is_said_to_be_one(dock: Any):
    ranked, seen = dock.partners.ranked, []
    ranked.search.failed.connect(seen.append)
    ranked.search.forget()
    ranked.search._on_failed(ApiError(ErrorKind.REFUSED, "no", status=404))
    assert seen[0].kind is ErrorKind.OTHER_VERSION and "does not find partners" in seen[0].message


def test_nobody_found_says_what_else_to_try(dock: Any, server: RunningServer):
    find(dock)
    assert answered(server, q="nowhere") == []
    dock.run(dock.live.search.with_values(title="nowhere"))
    wait_until(lambda: not dock.live.is_busy())
    dock.results.show_view(dock.partners)
    dock.partners.within.setChecked(True)
    wait_until(lambda: "Take away the tick" in dock.partners.ranked.state.advice.text())


def test_models_hold_the_rules_of_qt(dock: Any):
    model = dock.partners.ranked.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    find(dock)
    model.untick()
    model.clear()
    assert model.rowCount() == 0


@pytest.mark.parametrize("base", ["#ffffff", "#2b2b2b"])
@pytest.mark.parametrize("width", [220, 600])
def test_rows_are_drawn_in_both_themes_at_any_width(dock: Any, base: str, width: int):
    find(dock)
    rows = dock.partners.ranked.list.rows
    palette = QPalette(rows.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    rows.setPalette(palette)
    rows.resize(width, 300)
    image = rows.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)}
    assert ("#1f5f99" if base == "#ffffff" else "#7fb8e6") in colours
    option = QStyleOptionViewItem()
    option.font = rows.font()
    assert rows.itemDelegate().sizeHint(option, rows.model().index(0)) != QSize()


def test_rows_can_be_copied(dock: Any):
    find(dock)
    ranked = dock.partners.ranked
    ranked.list.select(listed(dock)[:2])
    QTest.keyClick(ranked.list.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[-1] for line in lines] == listed(dock)[:2]


def test_questions_survive_a_project_file():
    question = Question(
        Asker(SICILY, "Sicilia", (("need_topic", "A"),), (("country", "ES,PT"),)),
        Wish("upper", "", (("theme", 2.5),), (("limit", 5),), False),
    )
    assert Question.from_dict(question.to_dict()) == question
    assert question.to_params() == {
        "programme": SICILY, "need_topic": "A", "country": "ES,PT", "sortby": "upper", "weights": "theme:2.5",
        "limit": "5", "exclude": "samples",
    }  # fmt: skip
    for damaged in (None, [], {}, {**question.to_dict(), "weights": [["theme", "much"]]}):
        with pytest.raises(ApiError):
            Question.from_dict(damaged)


def test_intervals_that_cannot_be_are_refused(server: RunningServer):
    comparison = Comparison.read(server.json("/partners/schema"))
    (feature,) = FeaturePage.read(server.json("/partners", programme=SICILY, limit=1)).features
    assert Partner.read(feature, comparison).cci == feature.id
    for low, high in ((0.5, 0.4), (-0.1, 0.5), (0.5, 1.1), (None, 0.5), ("0", "1"), (True, True)):
        feature.properties.update(score_low=low, score_high=high)
        with pytest.raises(ApiError):
            Partner.read(feature, comparison)
