"""CSV (RFC 4180) of features without their geometry, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

from ...model.fields import Field
from .document import FeatureDocument, Words
from .wording import FORMULA, JOIN, columns, headings, in_words, truth

MEDIA_TYPE = "text/csv"


def write(document: FeatureDocument) -> bytes:
    """One line a feature, members of arrays joined by ``; ``; UTF-8 with the mark that spreadsheets look for."""
    fields, labels = columns(document), document.request.labels
    names = [field.name for field in fields]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([as_text(title) for title in headings(fields, document.words)] if labels else names)
    rows = document.page.cells(names)
    if labels:
        said = [_said(field, document.words) for field in fields]
        rows = (tuple(say(cell) for say, cell in zip(said, cells, strict=True)) for cells in rows)
    writer.writerows([_cell(cell) for cell in cells] for cells in rows)
    return out.getvalue().encode("utf-8-sig")


def _said(field: Field, words: Words) -> Callable[[Any], Any]:
    """What makes the words of a value."""
    say = in_words(field, words)
    return say or (lambda value: truth(words, value) if isinstance(value, bool) else value)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return as_text(JOIN.join(value))
        case str():
            return as_text(value)
        case _:
            return str(value)


def as_text(text: str) -> str:
    """The text; a quote before what looks like a formula makes it one."""
    return f"'{text}" if text.startswith(FORMULA) else text
