"""Why a programme fits, as a page: its parts with their bars, sentences for both sides, and what is not known."""

from __future__ import annotations

from html import escape
from typing import List, Sequence, Tuple

from qgis.PyQt.QtCore import QCoreApplication, QSize, QUrl
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QTextBrowser

from ...api.comparison import Comparison, Part
from ...api.partners import Asker, Partner
from ..results.values import Labels, day, link, sample_mark
from . import bars
from .model import interval_text

translate = QCoreApplication.translate
#: Size of a bar on the page, pixels.
_BAR = QSize(90, bars.HEIGHT)
#: Of lists, pixels: Qt's own takes much of a narrow panel.
_INDENT = 16


def show(page: QTextBrowser, partner: Partner, asker: Asker, comparison: Comparison, labels: Labels) -> None:
    """Shows a partner on a page, with bars in the colours of its theme."""
    document = page.document()
    document.clear()
    document.setIndentWidth(_INDENT)
    known = bars.colour(page.palette())
    for name, interval in (("score", partner.score), *partner.parts.items()):
        made = bars.picture(interval, _BAR, known, page.devicePixelRatioF())
        document.addResource(_image(), QUrl(f"bar:{name}"), made)
    page.setHtml(html(partner, asker, comparison, labels))


def html(partner: Partner, asker: Asker, comparison: Comparison, labels: Labels) -> str:
    """The page of a partner.

    :param labels: words for codes
    """
    head = f"{escape(labels('countries', partner.country))} · <b>{escape(comparison.tier(partner.tier))}</b>"
    parts = [
        f"<h4>{partner.rank}. {escape(partner.title)}</h4>",
        f"<p>{head} {_bar('score')} {escape(interval_text(partner.score))}</p>",
    ]
    said = comparison.presentation
    for name, lines in (("for_you", partner.for_you), ("for_them", partner.for_them), ("not_known", partner.not_known)):
        parts.append(_list(said[name].title, lines))
    parts.append(_entries(partner, said["entries"].title))
    parts.append(_parts(partner, comparison))
    facts = _facts(partner, comparison, labels)
    if facts:
        parts.append(_heading(translate("Partners", "Facts")) + _table(facts))
    parts.append(_links(partner, asker))
    parts.append(_sources(partner))
    return "".join(parts)


def _heading(title: str) -> str:
    return f"<p><b>{escape(title)}</b></p>"


def _list(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return f"{_heading(title)}<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _entries(partner: Partner, title: str) -> str:
    if not partner.entries:
        return ""
    mark = f"{sample_mark()} " if partner.samples else ""
    listed = ", ".join(escape(entry) for entry in partner.entries)
    return f"{_heading(title)}<p>{mark}{listed}</p>"


def _parts(partner: Partner, comparison: Comparison) -> str:
    """Every part: those that make the score, then those that entries declare, where there are any."""
    listed = [*comparison.weighted, *(p for p in comparison.parts if p.declared and partner.parts[p.name] is not None)]
    rows: List[str] = []
    for part in listed:
        value = f"{_bar(part.name)} {escape(interval_text(partner.parts[part.name]))}"
        if partner.parts[part.name] is None:
            value = escape(interval_text(None))
        rows.append(_row(part, value, partner.samples and part.declared))
    note = translate("Partners", "Dark: known. Light: what missing facts could add.")
    return f"{_heading(translate('Partners', 'Parts'))}{_table(rows)}<p><small>{escape(note)}</small></p>"


def _row(part: Part, value: str, samples: bool) -> str:
    mark = f" {sample_mark()}" if samples else ""
    hint = escape(part.description, quote=True)
    return f"<tr><td valign='top' title='{hint}'><i>{escape(part.title)}</i>{mark}&nbsp;</td><td>{value}</td></tr>"


def facts_of(partner: Partner, comparison: Comparison, labels: Labels) -> List[Tuple[str, str]]:
    """Facts of the pair that are known: title and value."""
    facts: List[Tuple[str, str]] = []
    for name in ("funds", "shared_funds", "shared_objectives", "shared_strategies", "sea_km", "distance_km"):
        property_ = comparison.presentation[name]
        value = partner.feature.properties.get(name)
        if value is None:
            continue
        if property_.codelist:
            codes = partner.feature.values(name)
            words = ((code, labels(property_.codelist, code)) for code in codes)
            text = "; ".join(code if label == code else f"{label} ({code})" for code, label in words)
        else:
            text = " ".join(filter(None, (f"{value:g}" if isinstance(value, float) else str(value), property_.unit)))
        facts.append((property_.title, text))
    return facts


def _facts(partner: Partner, comparison: Comparison, labels: Labels) -> List[str]:
    return [
        f"<tr><td valign='top'><i>{escape(title)}</i>&nbsp;</td><td>{escape(text)}</td></tr>"
        for title, text in facts_of(partner, comparison, labels)
    ]


def _links(partner: Partner, asker: Asker) -> str:
    made = [
        _to(f"programme:{partner.cci}", translate("Partners", "All facts of this programme")),
        _to(f"partners:{partner.cci}", translate("Partners", "Its own partners")),
    ]
    if asker.cci:
        made.append(_to(f"pair:{partner.cci}", translate("Partners", "This pair in the browser")))
    return f"<p>{' · '.join(made)}</p>"


def _sources(partner: Partner) -> str:
    sources = "; ".join(link(source) for source in partner.feature.values("sources"))
    read = day(partner.feature.text("source_date"))
    text = " · ".join(filter(None, (sources, escape(read))))
    return f"<p><small>{text}</small></p>" if text else ""


def _to(address: str, text: str) -> str:
    return f"<a href='{escape(address, quote=True)}'>{escape(text)}</a>"


def _bar(name: str) -> str:
    return f"<img src='bar:{name}' width='{_BAR.width()}' height='{_BAR.height()}'>"


def _table(rows: Sequence[str]) -> str:
    return f"<table cellspacing='2'>{''.join(rows)}</table>"


def _image() -> int:
    kinds = getattr(QTextDocument, "ResourceType", QTextDocument)
    return int(getattr(kinds.ImageResource, "value", kinds.ImageResource))
