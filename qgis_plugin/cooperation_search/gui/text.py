"""Small matters of text that several widgets share."""

from __future__ import annotations

import unicodedata
from typing import Sequence

from qgis.PyQt.QtCore import Qt


def fold(text: str) -> str:
    """Text without accents and capitals, to compare what people type: "Île-de-France" is "ile-de-france"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("ł", "l").replace("ø", "o")


def shortened(words: Sequence[str], most: int = 3) -> str:
    """The first words joined by commas, and how many more there are: "Italy, Spain, France +2"."""
    shown = ", ".join(words[:most])
    return f"{shown} +{len(words) - most}" if len(words) > most else shown


def alignment(*flags: Qt.AlignmentFlag) -> int:
    """Alignment flags as the number that models hand out, on Qt 5 and Qt 6."""
    value = 0
    for flag in flags:
        value |= int(getattr(flag, "value", flag))
    return value
