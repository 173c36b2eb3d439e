"""Rows of the portal's JSON: an array of objects, in which empty cells are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import itemgetter
from typing import IO, Any

import ijson

from ...model.errors import nearest
from .dataset import COLUMNS, FILLED, USED
from .reading import Record, Report

_EVERY = 2000
_ADVICE = "the portal gives an array of objects at /resource/hgyj-gyin.json"


def records(file: IO[bytes], head: bytes, report: Report, step: Callable[[], None]) -> Iterator[Record]:
    """The rows of a JSON file; a row's number is its place in the array, from 1.

    :param head: its beginning
    """
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        report.add(f"the file is a JSON object, not an array of rows; {_ADVICE}")
        return
    if head.startswith(b"\xef\xbb\xbf"):
        file.read(3)
    used = itemgetter(*map(COLUMNS.index, USED))
    seen: dict[str, None] = {}
    number = 0
    try:
        for number, item in enumerate(ijson.items(file, "item"), start=1):
            if number % _EVERY == 0:
                step()
            if not isinstance(item, dict):
                report.add(f"the value is not an object; {_ADVICE}", number)
            elif _is_flat(item, number, report):
                _note_columns(item, seen, number, report)
                cells = [_text(item.get(name)) for name in COLUMNS]
                yield Record(number, used(cells), "\x1f".join(cells))
            if report.is_enough:
                return
    except (ijson.JSONError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0] if str(error) else "the file ends too early"
        cut = "; the file is cut off: get it again" if isinstance(error, ijson.IncompleteJSONError) else ""
        report.add(f"cannot be read as JSON after this row: {reason}{cut}", number or None)
        return
    if number == 0:
        report.add("the array is empty")
        return
    for column in FILLED:
        if column not in seen:
            near = nearest(column, seen.keys() - set(COLUMNS), 1)
            report.add("no row has a value in this column", column=column, nearest=near)


def _note_columns(item: dict[str, Any], seen: dict[str, None], number: int, report: Report) -> None:
    if not seen.keys() >= item.keys():
        for name in item.keys() - seen.keys():
            if name not in COLUMNS and not name.startswith(":"):  # the portal's own columns, such as :id
                near = nearest(name, set(COLUMNS) - item.keys(), 1)
                report.add(
                    "the table has no such column; its values are not used", number, name, nearest=near, warning=True
                )
        seen.update(dict.fromkeys(item))


def _is_flat(item: dict[str, Any], number: int, report: Report) -> bool:
    nested = next((name for name, value in item.items() if isinstance(value, dict | list)), None)
    if nested is not None:
        report.add("the value is not a text or a number", number, nested)
    return nested is None


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
