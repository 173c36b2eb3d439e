"""How the value of a property is shown: as the text of a cell, and as HTML in the details."""

from __future__ import annotations

from html import escape
from typing import Callable, List, Set

from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale, Qt

from ...api.answers import Feature
from ...api.presentation import FLAG, LIST, SHORT, Property
from ...api.search import PROGRAMMES

#: Gives the words for a code of a code list: (list id, code) → label.
Labels = Callable[[str, str], str]

translate = QCoreApplication.translate

#: Values of a list that are shown; how many more there are is said.
_MOST = 60
_SAMPLE = "sample"


def sample_word() -> str:
    """The word that marks what rests on samples."""
    return translate("Facts", "SAMPLE")


def sample_mark() -> str:
    """The same as HTML; in bold, so that it needs no colour to be seen."""
    return f"<b>[{escape(sample_word())}]</b>"


def samples_among(feature: Feature, shown: Property) -> Set[str]:
    """The values of a property that rest on samples."""
    if not shown.samples:
        return set()
    marks = feature.properties.get(shown.samples)
    if marks in (_SAMPLE, True):
        return set(feature.values(shown.name))
    return set(map(str, marks)) if isinstance(marks, list) else set()


def cell(feature: Feature, shown: Property, labels: Labels) -> str:
    """The value in a table, where there is little room: labels, or codes that people know without them."""
    value = feature.properties.get(shown.name)
    if value is None:
        return ""
    if shown.codelist:
        codes = feature.values(shown.name)
        return ", ".join(codes if shown.code_style == SHORT else (labels(shown.codelist, code) for code in codes))
    return _plain(value, shown)


def explained(feature: Feature, shown: Property, labels: Labels) -> str:
    """The value in full, for a tool tip: codes that stand alone in the table with their labels."""
    if shown.codelist and shown.code_style:
        return "\n".join(f"{code} {labels(shown.codelist, code)}" for code in feature.values(shown.name))
    return cell(feature, shown, labels)


def markup(feature: Feature, shown: Property, labels: Labels) -> str:
    """The value as HTML, with links to what it stands for; empty where it is not known and its absence says no more."""
    value = feature.properties.get(shown.name)
    if value is None or value == []:
        return escape(shown.absent)
    lines = _lines(feature, shown, labels)
    together = ", " if shown.nuts_version or (shown.codelist == "countries") else "<br>"
    text = together.join(lines[:_MOST])
    if len(lines) > _MOST:
        more = translate("Facts", "and {count} more").format(count=len(lines) - _MOST)
        text += f"<br><small>{escape(more)}</small>"
    return text


def link(address: str) -> str:
    """A link that can be followed where it is one, else the text."""
    shown = escape(address)
    if address.startswith(("http://", "https://")):
        return f"<a href='{escape(address, quote=True)}'>{shown}</a>"
    return shown


def day(date: str) -> str:
    """A day as the user's language writes it, with all digits of the year; a text that is no ISO date as it stands."""
    read = QDate.fromString(date[:10], Qt.DateFormat.ISODate)
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    form = form if "yyyy" in form else form.replace("yy", "yyyy")
    return QLocale().toString(read, form) if read.isValid() else date


def number(value: float, unit: str = "") -> str:
    """A number with group separators as the user writes them, and its unit."""
    locale = QLocale()
    # QGIS leaves out group separators by default; amounts of hundreds of millions cannot be read without them.
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    whole = float(value).is_integer()
    return " ".join(filter(None, (locale.toString(float(value), "f", 0 if whole else 2), unit)))


def _lines(feature: Feature, shown: Property, labels: Labels) -> List[str]:
    values = feature.values(shown.name)
    samples = samples_among(feature, shown)
    if shown.codelist:
        lines = []
        for code in values:
            label = labels(shown.codelist, code)
            text = escape(f"{code} {label}" if shown.code_style and label != code else label)
            lines.append(f"{text} {sample_mark()}" if code in samples else text)
        return lines
    if shown.nuts_version:
        version = escape(feature.text(shown.nuts_version), quote=True)
        return [f"<a href='nuts:{escape(code, quote=True)}?{version}'>{escape(code)}</a>" for code in values]
    if shown.collection == PROGRAMMES and values != (feature.id,):
        names = feature.values(shown.names) if shown.names else ()
        titled = names if len(names) == len(values) else [""] * len(values)
        return [
            f"<a href='programme:{escape(cci, quote=True)}'>{escape(cci)}</a> {escape(name)}".rstrip()
            for cci, name in zip(values, titled)
        ]
    if shown.type == LIST:
        return [link(text) for text in values]
    text = link(_plain(feature.properties[shown.name], shown))
    return [f"{text} {sample_mark()}" if samples and feature.properties[shown.name] else text]


def _plain(value: object, shown: Property) -> str:
    """A value that is no code, as text."""
    if shown.type == FLAG and isinstance(value, bool):
        return translate("Facts", "yes") if value else translate("Facts", "no")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value, shown.unit)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return day(str(value)) if shown.format == "date" else str(value)
