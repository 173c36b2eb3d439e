"""CSV (RFC 4180) of features without their geometry, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import numpy as np

from ..store.table import Table
from .parameters import ItemsRequest

MEDIA_TYPE = "text/csv"
#: First characters that spreadsheets take for a formula; a quote before them makes them text (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: Table, rows: Iterable[int] | np.ndarray, asked: ItemsRequest) -> bytes:
    """One line a feature, members of arrays joined by ``; ``; UTF-8 with the mark that spreadsheets look for."""
    names = [n for n in table.columns if asked.properties is None or n in asked.properties]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(table.columns[n].values[int(row)]) for n in names])
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
