"""The facts of a programme as a page, under the headings and in the order of the server."""

from __future__ import annotations

from html import escape
from typing import List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ...api.answers import Feature
from ...api.presentation import FLAG, Presentation, Property, usual
from .facts_page import BESIDE, Block, Page
from .known import Hierarchies, may_have_more, rows_of_known, says_what_is_known
from .similar import links
from .topics import topics_rows
from .values import Labels, day, link, markup, sample_mark

translate = QCoreApplication.translate

#: Explains what rests on samples and what does not. It stands beside each value that does, and needs no row.
_SAMPLES_LIST = "value_bases"


def programme_page(
    programme: Feature,
    labels: Labels,
    presentation: Optional[Presentation] = None,
    entries: Optional[Sequence[Feature]] = (),
    mapped: Sequence[str] = (),
    found_in: str = "",
    lists: Optional[Hierarchies] = None,
) -> Page:
    """The facts of a programme, or of a cooperation entry.

    :param presentation: how the server shows programmes (or entries)
    :param entries: the cooperation entries of the programme; ``None`` where the facts are those of an entry itself
    :param mapped: further topics by which searches find it through the mapping of its objectives
    :param found_in: where the words of a search were found
    :param lists: hierarchies of the code lists, and where gaps can be filled: for what is known of the programme
    """
    shown = presentation or usual()
    lead = _lead(programme, labels, shown)
    if found_in:
        lead += _table([_row(translate("Facts", "Found in"), escape(found_in))])
    blocks: List[Block] = []
    unknown: List[str] = []
    for group, properties in shown.grouped():
        if says_what_is_known(group, shown) and lists is not None:
            known = rows_of_known(programme, shown, labels, lists)
            blocks += [Block(group, _table([_row(*each) for each in known]))] if known else []
            continue
        rows = []
        for each in _with_rows(properties, shown):
            if each.name == "topics" and entries is not None:
                value = topics_rows(programme, labels, entries, mapped)
            else:
                value = markup(programme, each, labels)
            if value:
                value += _beside(programme, each, shown, labels) + may_have_more(programme, each, shown)
                rows.append(_row(each.title, value, each.description))
            else:
                unknown.append(each.title)
        if rows:
            blocks.append(Block(group, _table(rows)))
    more = links(programme) if entries is not None else ""
    if more:
        blocks.insert(max(0, len(blocks) - 1), Block("", more))
    if unknown:
        text = translate("Facts", "Not stated in any source: {names}.").format(names=", ".join(unknown))
        # Before the sources, which come last.
        blocks.insert(max(0, len(blocks) - 1), Block("", f"<p><small>{escape(text)}</small></p>"))
    return Page(programme.text(shown.name), lead, tuple(blocks))


def _lead(programme: Feature, labels: Labels, shown: Presentation) -> str:
    """The line below the title: country, period and CCI, and who fits."""
    cci = programme.text("cci") or programme.id
    words = [labels("countries", programme.text("country")), programme.text("period"), cci]
    line = " · ".join(escape(word) for word in words if word)
    partners = escape(translate("Facts", "Find partners"))
    return f"<div>{line} · <a href='partners:{escape(cci, quote=True)}'>{partners}</a></div>"


def _with_rows(properties: Sequence[Property], shown: Presentation) -> List[Property]:
    """The properties with a row of their own."""
    return [p for p in properties if p.codelist != _SAMPLES_LIST and (not p.beside or p.beside not in shown)]


def _beside(programme: Feature, of: Property, shown: Presentation, labels: Labels) -> str:
    """What stands in small print below a value: whether it is complete, and what it rests on."""
    lines = []
    for each in shown.properties.values():
        if each.beside == of.name and (each.type == FLAG or each.codelist) and each.name != of.samples:
            value = markup(programme, each, labels)
            if value:
                lines.append(f"<br><small>{escape(each.title)}: {value}</small>")
    return "".join(lines)


def _table(rows: Sequence[str]) -> str:
    return f"<table cellspacing='2'>{''.join(rows)}</table>"


def _row(name: str, value: str, hint: str = "") -> str:
    title = f" title='{escape(hint, quote=True)}'" if hint else ""
    return f"<tr><td valign='top'{title}><i>{escape(name)}</i>{BESIDE}{value}</td></tr>"


def entries_block(entries: Sequence[Feature], labels: Labels, presentation: Optional[Presentation] = None) -> Block:
    """The cooperation entries of a programme.

    :param presentation: how the server shows entries, for the titles of their properties
    """
    heading = translate("Facts", "Offers and needs")
    if not entries:
        return Block(heading, "<p>{}</p>".format(escape(translate("Facts", "No cooperation entry is known."))))
    properties = presentation.properties if presentation else {}
    return Block(heading, "".join(_entry(entry, labels, properties) for entry in entries))


def _entry(entry: Feature, labels: Labels, properties: Mapping[str, Property]) -> str:
    mark = f"{sample_mark()} " if entry.sample else ""
    first = " · ".join(
        escape(part)
        for part in (labels("kinds", entry.text("kind")), labels("statuses", entry.text("status")), entry.id)
        if part
    )
    lines = [f"{mark}<b>{first}</b>", escape(entry.text("summary"))]
    for name, property_, list_id in (
        (translate("Facts", "Topics"), "topics", "topics"),
        (translate("Facts", "Scope"), "scopes", "scopes"),
        (translate("Facts", "Forms"), "modes", "modes"),
        (translate("Facts", "Partners sought"), "partner_types", "partner_types"),
        (translate("Facts", "Countries sought"), "sought_countries", "countries"),
    ):
        words = ", ".join(labels(list_id, code) for code in entry.values(property_))
        if words:
            title = properties[property_].title if property_ in properties else name
            lines.append(f"<i>{escape(title)}</i>: {escape(words)}")
    days = [day(entry.text(name)) for name in ("open_from", "open_to")]
    if any(days):
        open_ = translate("Facts", "{first} to {last}").format(first=days[0] or "…", last=days[1] or "…")
        lines.append("<i>{}</i>: {}".format(escape(translate("Facts", "Open")), escape(open_)))
    lines.append(link(entry.text("contact")))
    updated = day(entry.text("updated"))
    sources = "; ".join(link(source) for source in entry.values("sources"))
    lines.append("<small>{}</small>".format(" · ".join(part for part in (sources, escape(updated)) if part)))
    return "<p>{}</p>".format("<br>".join(line for line in lines if line))
