"""What each topic of a programme rests on: a stated objective, the mapping of one, or a cooperation entry."""

from __future__ import annotations

from html import escape
from typing import List, Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ...api.answers import Feature
from .values import Labels, sample_mark

translate = QCoreApplication.translate


def topics_rows(programme: Feature, labels: Labels, entries: Sequence[Feature], mapped: Sequence[str]) -> str:
    """The topics of a programme as lines of HTML, each with what it rests on."""
    lines: List[str] = []
    samples = programme.values("sample_topics")
    for code in programme.values("topics"):
        label = labels("topics", code)
        text = escape(f"{code} {label}" if label != code else label)
        basis = escape(", ".join(bases(code, programme, entries)))
        lines.append(f"{text} <small>({basis})</small>" + (f" {sample_mark()}" if code in samples else ""))
    if mapped:
        # Codes only: a programme of 2014-2020 is found by forty of them.
        text = translate(
            "Facts", "Searches for these topics also find it, through the mapping of its objectives: {codes}."
        )
        lines.append("<small>{}</small>".format(escape(text.format(codes=", ".join(mapped)))))
    return "<br>".join(lines)


def bases(code: str, programme: Feature, entries: Sequence[Feature]) -> List[str]:
    """What a topic of a programme rests on, in words: one or two of three."""
    words = []
    if code in programme.values("objectives"):
        words.append(translate("Facts", "stated"))
    of_entry = any(code in (*entry.values("topics"), *entry.values("objectives")) for entry in entries)
    if of_entry or code in programme.values("sample_topics"):
        words.append(translate("Facts", "from an entry"))
    return words or [translate("Facts", "by mapping")]
