"""Mistakes in a filter, and how the places where they stand are named."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.errors import InvalidValue
from .nodes import Place, invalid


def in_words(source: str | None, place: Place) -> str:
    """``at character 5``, ``at line 2, character 3`` for text of several lines, or ``at /args/0`` for CQL2 JSON.

    :param source: the CQL2 text; ``None`` for JSON
    :param place: offset in the text, from 0, or JSON pointer
    """
    if source is None or isinstance(place, str):
        return f"at {place or 'the root'}"
    if "\n" not in source:
        return f"at character {place + 1}"
    line = source.count("\n", 0, place) + 1
    return f"at line {line}, character {place - source.rfind(chr(10), 0, place)}"


class Mistake(Exception):
    """Something wrong at one place of a filter, as a sentence around that place.

    :param subject: what comes before the place
    :param place: where it is
    :param predicate: what comes after the place
    :param hint: further sentences
    :param choices: what may stand there instead
    """

    def __init__(
        self, subject: str, place: Place, predicate: str = "", *, hint: str = "", choices: Iterable[str] = ()
    ) -> None:
        self.subject = subject
        self.place = place
        self.predicate = predicate
        self.hint = hint
        self.choices = tuple(choices)
        super().__init__(subject)

    def of(self, source: str | None) -> InvalidValue:
        """The error for whoever sent the filter.

        :param source: the CQL2 text, ``None`` for JSON
        """
        sentence = " ".join(filter(None, (self.subject, in_words(source, self.place), self.predicate)))
        return invalid(f"{sentence}.{self.hint and ' '}{self.hint}", self.choices)
