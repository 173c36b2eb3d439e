"""Links from a programme to others: its neighbours across the border, and those with the same topics abroad."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...api.answers import Feature
from ...api.criteria import COUNTRY, PERIOD, TOPIC
from ...api.search import Search
from .facts_page import search_link

translate = QCoreApplication.translate

#: Topics of one search at most: a search for all of a large programme's topics would find nearly everything.
_MOST_TOPICS = 5


def links(programme: Feature) -> str:
    """The links as HTML; empty where there is nothing to follow."""
    country, period = programme.text("country"), programme.values("period")
    lines = []
    beside = programme.values("borders_on")
    if country and beside:
        search = Search.of(**{PERIOD: period, COUNTRY: beside, "borders_on": country})
        lines.append(search_link(search, translate("Facts", "Programmes on the other side of the border")))
    across = programme.values("sea_neighbours_in")
    if across:
        search = Search.of(**{PERIOD: period, COUNTRY: across})
        lines.append(search_link(search, translate("Facts", "Programmes of the countries across the sea")))
    topics = [code for code in programme.values("topics") if code not in programme.values("sample_topics")]
    if country and topics:
        search = Search.of(**{PERIOD: period, TOPIC: topics[:_MOST_TOPICS], "exclude_country": country})
        text = translate("Facts", "Programmes abroad with one of these topics: {topics}")
        lines.append(search_link(search, text.format(topics=", ".join(topics[:_MOST_TOPICS]))))
    return "<p>{}</p>".format("<br>".join(lines)) if lines else ""
