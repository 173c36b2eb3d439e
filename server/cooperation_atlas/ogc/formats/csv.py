"""CSV (RFC 4180) of features without their geometry, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import Any

from ...model.collections import Collection
from ...store.contract import Page
from ..requests import ItemsRequest
from .document import FeatureDocument

MEDIA_TYPE = "text/csv"
#: First characters that spreadsheets take for a formula, also in their full width; a quote before them makes them text
#: (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(document: FeatureDocument) -> bytes:
    """A table of features."""
    return csv_bytes(document.page, document.request, document.collection)


def csv_bytes(page: Page, request: ItemsRequest, collection: Collection) -> bytes:
    """One line a feature, members of arrays joined by ``; ``; UTF-8 with the mark that spreadsheets look for."""
    by_name = collection.by_name
    names = [name for name in by_name if request.properties is None or name in request.properties]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(cell) for cell in cells] for cells in page.cells(names))
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
