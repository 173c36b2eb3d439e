"""CSV (RFC 4180) of features without their geometry, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from ...store.query import Page
from ..parameters import ItemsRequest

MEDIA_TYPE = "text/csv"
#: First characters that spreadsheets take for a formula, also in their full width; a quote before them makes them text
#: (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(page: Page, rows: Sequence[int], asked: ItemsRequest) -> bytes:
    """One line a feature, members of arrays joined by ``; ``; UTF-8 with the mark that spreadsheets look for."""
    table = page.table
    names = [n for n in table.collection.by_name if asked.properties is None or n in asked.properties]
    stored = [n for n in names if n in table.columns]
    answered = names[len(stored) :]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        values = page.answers.values(row) if answered else {}
        cells = (*(table.columns[n].values[row] for n in stored), *(values[n] for n in answered))
        writer.writerow([_cell(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _text("; ".join(value))
        case str():
            return _text(value)
        case _:
            return str(value)


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
