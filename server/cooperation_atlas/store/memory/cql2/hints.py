"""What looks like a slip in a filter that is executed all the same: hints for whoever sent it.

A coded property is compared with any text as with its own ones (OGC 21-065r2 knows no code lists, and its abstract
tests compare every property with 'foo'). But a code that does not exist is most likely a slip, and so is a pattern of
LIKE without wildcards: it matches the whole text only.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from ....model.errors import suggestion
from ....model.fields import Field
from ...codelists import CodeList
from ...text import fold
from .values import Array, Operand, Text
from .work import Work

Codes = Callable[[str], CodeList | None]  #: a code list by its id

MAX_HINTS = 5  #: that one filter makes
_SHOWN = 40  # characters of a text in a hint
_STEPS = 100  # for each code that is compared with a text to find those alike


class Hints:
    """Hints about the literals of one filter.

    :param codes: a code list by its id; without it texts are not looked up
    :param lines: where the hints go: one line each, printable ASCII; nothing is looked at where it is ``None``
    """

    def __init__(self, codes: Codes | None, lines: list[str] | None) -> None:
        self._codes = codes
        self._lines = lines
        self._folded: dict[str, frozenset[str]] = {}
        self._given: set[tuple[str, str]] = set()

    def comparison(self, left: Operand, right: Operand, work: Work) -> None:
        """Hints at what one side has that is no code of the other."""
        if self._codes is None or self._lines is None:
            return
        for coded, other in ((left, right), (right, left)):
            if isinstance(coded, Text | Array) and coded.column is not None:
                self._check(coded.column.field, coded, other, work)

    def pattern(self, pattern: Operand, work: Work) -> None:
        """Hints at a pattern of LIKE that has no wildcard."""
        if isinstance(pattern, Text) and pattern.literal and "%" not in pattern.literal and "_" not in pattern.literal:
            text = pattern.literal[:_SHOWN]
            self._add("LIKE", text, f"{work.part}: {text!a} has neither % nor _, so only this whole text matches.")

    def _check(self, field: Field, coded: Operand, other: Operand, work: Work) -> None:
        known = self._codes(field.codelist) if self._codes and field.codelist else None
        if known is None:
            return
        allowed: Container[str] = known
        if isinstance(other, Text) and other.literal is not None:
            written = [other.literal]
            if any(isinstance(o, Text) and (o.casei or o.accenti) for o in (coded, other)):
                written, allowed = [fold(other.literal)], self._all_folded(known)
        elif isinstance(other, Array):
            written = [value for kind, value in other.fixed if kind == "text" and value not in known]
        else:
            return
        for text in sorted(written)[:MAX_HINTS]:
            if text not in allowed:
                self._unknown_code(field, text, known, work)

    def _all_folded(self, known: CodeList) -> Container[str]:
        if known.id not in self._folded:
            self._folded[known.id] = frozenset(fold(code) for code in known.codes)
        return self._folded[known.id]

    def _unknown_code(self, field: Field, text: str, known: CodeList, work: Work) -> None:
        if not self._is_new(field.name, text):
            return
        work.spend(_STEPS * len(known.codes))
        alike = known.alike(text[:_SHOWN]) or (sorted(known.codes) if len(known.codes) <= 12 else ())
        # ascii() leaves no control character that could end a header line.
        line = f"{text[:_SHOWN]!a} is no value of {field.name} (code list {field.codelist}).{suggestion(alike)}"
        self._add(field.name, text, line)

    def _is_new(self, subject: str, text: str) -> bool:
        return self._lines is not None and len(self._lines) < MAX_HINTS and (subject, text) not in self._given

    def _add(self, subject: str, text: str, line: str) -> None:
        if self._lines is not None and self._is_new(subject, text):
            self._given.add((subject, text))
            self._lines.append(line.encode("ascii", "backslashreplace").decode("ascii"))
