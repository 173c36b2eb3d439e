"""Invisible characters and lookalikes: in a table they are mistakes, in a message they mislead."""

from __future__ import annotations

import re
import unicodedata

#: Decimal digits of other scripts (Arabic, Devanagari, full-width, …), which Python's ``\\d`` and ``int`` would take.
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")


def hidden(text: str) -> tuple[str, ...]:
    """The distinct invisible characters: controls, direction marks, zero-width and unassigned ones.

    Spaces of other widths count too; :func:`only_spaces` tells them apart.
    """
    if text.isprintable():
        return ()
    return tuple(dict.fromkeys(c for c in text if not c.isprintable()))


def only_spaces(characters: tuple[str, ...]) -> bool:
    """Whether the characters are all spaces, such as the no-break space of French typography."""
    return all(unicodedata.category(c) == "Zs" for c in characters)


def cleaned(text: str) -> str:
    """The text with spaces of other widths made plain and all other invisible characters removed."""
    visible_ones = (" " if unicodedata.category(c) == "Zs" else c for c in text if only_spaces((c,)) or c.isprintable())
    return "".join(visible_ones).strip()


def visible(text: str) -> str:
    """The text with each invisible character written as ``<U+200E>``: safe on a terminal, and readable."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"<{_number(c)}>" for c in text)


def named(character: str) -> str:
    """Number and name of a character: ``U+200E LEFT-TO-RIGHT MARK``."""
    return f"{_number(character)} {unicodedata.name(character, '')}".strip()


def foreign_digits(text: str) -> bool:
    """Whether the text contains decimal digits other than 0 to 9."""
    return not text.isascii() and _FOREIGN_DIGIT.search(text) is not None


def with_plain_digits(text: str) -> str:
    """The text with every decimal digit written as one of 0 to 9."""
    return _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"
