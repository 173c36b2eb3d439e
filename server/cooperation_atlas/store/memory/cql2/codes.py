"""Texts that no code list has: a filter with one is executed, and whoever sent it is told.

A coded property is compared with any text as with its own ones (OGC 21-065r2 knows no code lists, and its abstract
tests compare every property with 'foo'). But a code that does not exist is most likely a slip, so it makes a note.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from ....model.errors import nearest, suggestion
from ....model.fields import Field
from ...text import fold
from .values import Array, Operand, Text
from .work import Work

Codes = Callable[[str], Collection[str] | None]  #: the codes of a code list by its id

MAX_NOTES = 5  #: that one filter makes
_SHOWN = 40  # characters of a text in a note
_STEPS = 100  # for each code that is compared with a text to find those alike


class CodeNotes:
    """Notes about the literals of one filter.

    :param codes: the codes of a code list by its id; without it nothing is noted
    :param notes: where the notes go: one line each, printable ASCII
    """

    def __init__(self, codes: Codes | None, notes: list[str] | None) -> None:
        self._codes = codes if notes is not None else None
        self._notes = notes if notes is not None else []
        self._folded: dict[str, frozenset[str]] = {}
        self._told: set[tuple[str, str]] = set()

    def compared(self, left: Operand, right: Operand, work: Work) -> None:
        """Notes what one side has that is no code of the other."""
        if self._codes is None:
            return
        for coded, other in ((left, right), (right, left)):
            if isinstance(coded, Text | Array) and coded.column is not None:
                self._check(coded.column.field, coded, other, work)

    def _check(self, field: Field, coded: Operand, other: Operand, work: Work) -> None:
        known = self._codes(field.codelist) if self._codes and field.codelist else None
        if known is None:
            return
        if isinstance(other, Text) and other.literal is not None:
            folded = any(isinstance(o, Text) and (o.casei or o.accenti) for o in (coded, other))
            if folded:
                written, allowed = [fold(other.literal)], self._all_folded(field.codelist or "", known)
            else:
                written, allowed = [other.literal], known
        elif isinstance(other, Array):
            written, allowed = [value for kind, value in other.fixed if kind == "text" and value not in known], known
        else:
            return
        for text in sorted(written)[:MAX_NOTES]:
            if text not in allowed:
                self._note(field, text, known, work)

    def _all_folded(self, codelist: str, known: Collection[str]) -> Collection[str]:
        if codelist not in self._folded:
            self._folded[codelist] = frozenset(fold(code) for code in known)
        return self._folded[codelist]

    def _note(self, field: Field, text: str, known: Collection[str], work: Work) -> None:
        if len(self._notes) >= MAX_NOTES or (field.name, text) in self._told:
            return
        self._told.add((field.name, text))
        work.spend(_STEPS * len(known))
        alike = nearest(text[:_SHOWN], known) or (sorted(known) if len(known) <= 12 else ())
        # ascii() leaves no control character that could end a header line.
        note = f"{text[:_SHOWN]!a} is no value of {field.name} (code list {field.codelist}).{suggestion(alike)}"
        self._notes.append(note.encode("ascii", "backslashreplace").decode("ascii"))
