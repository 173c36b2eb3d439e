"""Criterion "Topic of cooperation actions", with the real server's list and counts."""

from __future__ import annotations

from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.gui.criteria.choices import Choice
from cooperation_search.gui.criteria.topic import TopicCriterion
from panel import press, shown, tick
from qgis.PyQt.QtCore import Qt
from running_server import RunningServer


@pytest.fixture
def topic(qgis_app: Any, server: RunningServer) -> TopicCriterion:
    made = TopicCriterion()
    items = server.json("/codelists/topics")["items"]
    made.set_lists(
        {
            "topics": [
                Choice(
                    i["code"], i["label"], i.get("parent"), i.get("definition") or "", tuple(i.get("also_called", ()))
                )
                for i in items
            ]
        }
    )
    made.set_counts(server.json("/collections/programmes/facets", facets="topic")["facets"])
    made.resize(300, 250)
    made.show()
    return made


def test_the_hierarchy_is_that_of_the_server(topic: TopicCriterion):
    assert "A greener, low-carbon and resilient Europe" in shown(topic.box.view)
    assert "Renewable energy" not in shown(topic.box.view)
    model = topic.model
    whole, part = (int(model.data(model.index_of(code).siblingAtColumn(1))) for code in ("PO2", "RSO2.2"))
    assert whole >= part > 0


def test_a_topic_is_found_by_words_and_ticked_by_keys(topic: TopicCriterion):
    press(topic.box.search, "renew", Qt.Key.Key_Return)
    assert topic.values() == {"topic": ("RSO2.2",)} and topic.summary() == "Renewable energy"


def test_a_topic_is_found_by_a_word_of_keep_eu(topic: TopicCriterion):
    press(topic.box.search, "urban development", Qt.Key.Key_Return)
    assert topic.values() == {"topic": ("RSO5.1",)}


def test_a_click_on_a_whole_objective(topic: TopicCriterion):
    tick(topic.box.view, topic.box.filter.mapFromSource(topic.model.index_of("PO2")))
    assert topic.values() == {"topic": ("PO2",)}


def test_a_search_is_shown_and_cleared(topic: TopicCriterion):
    topic.set_search(Search.of(topic=("RSO1.1", "JTF")))
    assert topic.values() == {"topic": ("RSO1.1", "JTF")}
    topic.clear()
    assert topic.values() == {"topic": ()}
