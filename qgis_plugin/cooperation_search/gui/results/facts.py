"""The facts of a programme as a page: every value with what it rests on, sources and dates at the end."""

from __future__ import annotations

from html import escape
from typing import List, Sequence

from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ...api.answers import Feature
from ...settings import language
from .model import Labels
from .topics import sample_mark, topics_rows

translate = QCoreApplication.translate


def programme_page(
    programme: Feature, labels: Labels, entries: Sequence[Feature] = (), mapped: Sequence[str] = (), found_in: str = ""
) -> str:
    """The facts of a programme as HTML.

    :param entries: its cooperation entries
    :param mapped: further topics by which searches find it through the mapping of its objectives
    :param found_in: where the words of a search were found
    """
    p = programme.properties
    rows: List[str] = []

    def row(name: str, value: str) -> None:
        if value:
            rows.append(f"<tr><td valign='top'><i>{escape(name)}</i>&nbsp;</td><td>{value}</td></tr>")

    def codes(name: str, list_id: str, with_code: bool = True, samples: Sequence[str] = ()) -> str:
        lines = []
        for code in programme.values(name):
            label = labels(list_id, code)
            text = escape(f"{code} {label}" if with_code and label != code else label)
            lines.append(f"{text} {sample_mark()}" if code in samples else text)
        return "<br>".join(lines)

    scopes_are_samples = p.get("scopes_basis") == "sample"
    row(translate("Facts", "Found in"), escape(found_in))
    row(translate("Facts", "CCI"), escape(programme.text("cci")))
    row(translate("Facts", "Country"), escape(labels("countries", programme.text("country"))))
    row(translate("Facts", "Period"), escape(programme.text("period")))
    row(translate("Facts", "Level"), codes("level", "levels", with_code=False))
    row(translate("Facts", "Managing authority"), escape(programme.text("managing_authority")))
    row(translate("Facts", "Web page"), _link(programme.text("url")))
    row(translate("Facts", "Funds"), codes("funds", "funds"))
    row(translate("Facts", "EU amount"), _euro(p.get("eu_amount")))
    row(
        translate("Facts", "Categories of region"),
        codes("categories_of_region", "categories_of_region", with_code=False),
    )
    incomplete = p.get("objectives_complete") is False
    note = (
        "<br><small>{}</small>".format(escape(translate("Facts", "From a partial extract: others may exist.")))
        if incomplete
        else ""
    )
    objectives = codes("objectives", "objectives")
    row(translate("Facts", "Objectives"), objectives + note if objectives else "")
    row(translate("Facts", "Topics of cooperation actions"), topics_rows(programme, labels, entries, mapped))
    scopes = programme.values("scopes")
    row(
        translate("Facts", "Scope of partnership needed"),
        codes("scopes", "scopes", with_code=False, samples=scopes if scopes_are_samples else ()),
    )
    row(translate("Facts", "Strategies"), codes("strategies", "strategies"))
    row(translate("Facts", "Area"), _area(programme, labels))
    sources = "<br>".join(_link(source) for source in programme.values("sources"))
    row(translate("Facts", "Sources"), sources)
    row(translate("Facts", "Date of the sources"), escape(_date(programme.text("source_date"))))
    unknown = [
        name
        for key, name in (
            ("managing_authority", translate("Facts", "Managing authority")),
            ("objectives", translate("Facts", "Objectives")),
            ("eu_amount", translate("Facts", "EU amount")),
            ("scopes", translate("Facts", "Scope of partnership needed")),
        )
        if p.get(key) in (None, "", [])
    ]
    absent = (
        translate("Facts", "Not stated in any source: {names}.").format(names=", ".join(unknown)) if unknown else ""
    )
    title = escape(programme.text("title"))
    return f"<h3>{title}</h3><table cellspacing='2'>{''.join(rows)}</table><p><small>{escape(absent)}</small></p>"


def entries_page(entries: Sequence[Feature], labels: Labels) -> str:
    """The cooperation entries of a programme as HTML."""
    heading = "<h4>{}</h4>".format(escape(translate("Facts", "Offers and needs")))
    if not entries:
        return heading + "<p>{}</p>".format(escape(translate("Facts", "No cooperation entry is known.")))
    return heading + "".join(_entry(entry, labels) for entry in entries)


def _entry(entry: Feature, labels: Labels) -> str:
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
            lines.append(f"<i>{escape(name)}</i>: {escape(words)}")
    days = [_date(entry.text(name)) for name in ("open_from", "open_to")]
    if any(days):
        open_ = translate("Facts", "{first} to {last}").format(first=days[0] or "…", last=days[1] or "…")
        lines.append("<i>{}</i>: {}".format(escape(translate("Facts", "Open")), escape(open_)))
    lines.append(_link(entry.text("contact")))
    updated = _date(entry.text("updated"))
    sources = "; ".join(_link(source) for source in entry.values("sources"))
    lines.append("<small>{}</small>".format(" · ".join(part for part in (sources, escape(updated)) if part)))
    return "<p>{}</p>".format("<br>".join(line for line in lines if line))


def _area(programme: Feature, labels: Labels) -> str:
    links = ", ".join(
        f"<a href='nuts:{escape(code, quote=True)}'>{escape(code)}</a>" for code in programme.values("nuts_codes")
    )
    if not links:
        return ""
    lines = [f"{links} (NUTS {escape(programme.text('nuts_version'))})"]
    basis = programme.text("area_basis")
    if basis:
        lines.append(escape(labels("area_bases", basis)))
    count = programme.properties.get("n_regions")
    if isinstance(count, int):
        lines.append(escape(translate("Facts", "NUTS III regions: {count}").format(count=count)))
    lines.append(escape(programme.text("area_note")))
    return "<br>".join(line for line in lines if line)


def _link(address: str) -> str:
    """A link that can be followed where it is one, else the text."""
    shown = escape(address)
    if address.startswith(("http://", "https://")):
        return f"<a href='{escape(address, quote=True)}'>{shown}</a>"
    return shown


def _date(day: str) -> str:
    """An ISO date; it is understood in every language."""
    return day[:10]


def _euro(amount: object) -> str:
    if not isinstance(amount, (int, float)) or isinstance(amount, bool):
        return ""
    locale = QLocale(language())
    # QGIS leaves out group separators by default; amounts of hundreds of millions cannot be read without them.
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return escape("{} €".format(locale.toString(float(amount), "f", 0)))
