"""Says what is wrong with CQL2 text: what stands where, what could stand there, and which slip it looks like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from lark import UnexpectedToken

from .lexer import Word
from .mistakes import Mistake
from .table_parser import END

_SHOWN = 40  # characters of a word in a message

#: How what takes its own kind of arguments is written.
_USAGE = {
    "DATE": "DATE takes one text: DATE('2024-01-31').",
    "TIMESTAMP": "TIMESTAMP takes one text: TIMESTAMP('2024-01-31T12:00:00Z').",
    "INTERVAL": "INTERVAL takes two values, start and end: INTERVAL('2024-01-01', '..').",
    "BBOX": "BBOX takes four finite numbers, or six with heights: BBOX(5.9, 45.8, 10.5, 47.8).",
    "POINT": "A point is written POINT(7.5 46.9).",
    "LINESTRING": "A line is written LINESTRING(7.5 46.9, 8.5 47.4).",
    "POLYGON": "A polygon is written POLYGON((7 46, 8 46, 8 47, 7 46)).",
    "MULTIPOINT": "Points are written MULTIPOINT((7.5 46.9), (8.5 47.4)).",
    "MULTILINESTRING": "Lines are written MULTILINESTRING((7 46, 8 46), (7 47, 8 47)).",
    "MULTIPOLYGON": "Polygons are written MULTIPOLYGON(((7 46, 8 46, 8 47, 7 46))).",
    "GEOMETRYCOLLECTION": "A collection is written GEOMETRYCOLLECTION(POINT(7.5 46.9), LINESTRING(7 46, 8 46)).",
}
_GEOMETRIES = frozenset(name for name in _USAGE if name.endswith(("POINT", "LINESTRING", "POLYGON", "COLLECTION")))

#: Words that no property can have as its name, unless in double quotes.
_KEYWORDS = frozenset(["AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV"])
_AFTER_OPERAND = ("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS NULL")
_COMPARING = frozenset(["COMPARISON", "LIKE", "IN", "BETWEEN", "IS"])
_OPERANDS = frozenset(["TEXT", "NUMBER", "NAME", "QUOTED_NAME", "TRUE", "FALSE", "FUNCTION"])

_TYPOGRAPHIC = re.compile("[‘’‚‛“”„‟`´«»‹›]")
#: Characters of other languages, and what is written here.
_FOREIGN = {
    ";": "A filter is one expression, without ';'.",
    "&": "Join conditions with AND.",
    "|": "Join conditions with OR.",
    "!": "Write NOT for negation and <> for 'not equal'.",
    "[": "Lists go in round brackets.",
    "{": "For CQL2 JSON, add filter-lang=cql2-json.",
    "~": "Match patterns with LIKE, as in title LIKE '%text%'.",
}
_DOUBLED = "A quote in a text is doubled: 'it''s'."
_UNQUOTED_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_COORDINATES = re.compile(r"(?:[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|[\s,])*+")


def explained(error: UnexpectedToken, text: str) -> Mistake:
    """What the parser stumbled over.

    :param error: as the parser raised it
    :param text: the whole filter
    """
    return _Stop(error, text).mistake()


class _Stop:
    """Where the parser stopped.

    :param error: as the parser raised it
    """

    def __init__(self, error: UnexpectedToken, text: str) -> None:
        self._text = text
        self._word: Any = error.token
        self._type = error.token.type
        self._expected: Collection[str] = error.accepts
        #: What was read before: words, and the nodes and lists that were made of them.
        self._before: list[Any] = error.interactive_parser.parser_state.value_stack
        #: Indices of the brackets among these that nothing has closed.
        self._open: list[int] = []
        for index, word in enumerate(self._before):
            if _is(word, "LPAR"):
                self._open.append(index)
            elif _is(word, "RPAR"):
                self._open.pop()
        self._last: Any = self._before[-1] if self._before else ""

    def mistake(self) -> Mistake:
        """The mistake, with its place."""
        at: int = self._word.start_pos
        if self._type == "UNKNOWN" and self._word in ("'", '"'):
            return Mistake("the quote", at, "is not closed", hint=_DOUBLED if self._word == "'" else "")
        if self._type == "RPAR" and not self._open:
            return Mistake("the bracket", at, "matches no opening bracket")
        if "POSITIONS" in self._expected or (isinstance(self._last, Word) and self._last.type == "POSITIONS"):
            return self._coordinates(at)
        if self._type == END:
            if "RPAR" in self._expected:
                return self._not_closed()
            return Mistake("ends too early", at, hint=self._sentences())
        if self._type == "NULL" and "NAME" in self._expected:
            return Mistake("NULL", at, "cannot be compared", hint="Use IS NULL or IS NOT NULL.")
        return Mistake(f"unexpected {self._found()}", at, hint=self._sentences())

    def _not_closed(self) -> Mistake:
        return Mistake("the bracket", self._before[self._open[-1]].start_pos, "is not closed")

    def _coordinates(self, at: int) -> Mistake:
        """Where coordinates are not what they should be: at the first character that is none of theirs, if any."""
        read = _COORDINATES.match(self._text, at)
        end = read.end() if read else at
        if end == len(self._text):
            return self._not_closed()
        place = at if self._text[end] == ")" else end
        return Mistake(
            "the coordinates", place, "cannot be read", hint=f"A position is two or three numbers. {self._usage()}"
        )

    # --- what was found, and what was expected

    def _found(self) -> str:
        word = _shown(self._word.value)
        match self._type:
            case "TEXT":
                return f"text {word}"
            case "NUMBER":
                return f"number {word}"
            case "NAME" | "QUOTED_NAME" | "FUNCTION":
                return f"name {word}"
            case "UNKNOWN":
                return f"character {word if self._word.isprintable() else f'U+{ord(self._word):04X}'}"
            case _:
                return word if word[0].isalpha() else f"'{word}'"

    def _sentences(self) -> str:
        """What could stand there, and what the slip looks like."""
        expected = list(self._kinds())
        head, last = ", ".join(expected[:-1]), expected[-1]
        hint = next((hint for hint in self._hints() if hint), "")
        return f"Expected {f'{head} or {last}' if head else last}.{' ' if hint else ''}{hint}"

    def _kinds(self) -> Iterator[str]:
        """What could stand there, in words."""
        expected = self._expected
        if "NAME" in expected:
            yield "a value (property, text in single quotes, number, function)"
        else:
            yield from (words for name, words in {"TEXT": "text in single quotes", "NUMBER": "a number"}.items()
                        if name in expected)  # fmt: skip
            if "LPAR" in expected:
                yield "'('"
            if not _GEOMETRIES.isdisjoint(expected):
                yield "a geometry"
        if "COMPARISON" in expected:
            yield "a comparison (=, <>, <, <=, >, >=, LIKE, BETWEEN, IN, IS NULL)"
        elif "LIKE" in expected:
            yield "LIKE, BETWEEN or IN"
        if "TIMES" in expected:
            yield "an arithmetic operator"
        if "NULL" in expected:
            yield "NULL" if "NOT" not in expected else "NULL or NOT NULL"
        if "OR" in expected:
            yield from ("AND", "OR")
        elif "AND" in expected:
            yield "AND"
        if "COMMA" in expected:
            yield "a comma"
        if "RPAR" in expected:
            yield "')'"
        if END in expected:
            yield "the end of the filter"

    # --- what it looks like

    def _hints(self) -> Iterator[str]:
        """Slips that are often made, the surest first."""
        last, type_, word = self._last, self._type, self._word
        last_type = last.type if isinstance(last, Word) else ""
        yield self._foreign()
        if _UNQUOTED_DATE.search(self._text, max(word.start_pos - 10, 0), word.start_pos):
            yield "Put dates and times in quotes: DATE('2024-01-31'), TIMESTAMP('2024-01-31T12:00:00Z')."
        if type_ == "NAME" and isinstance(last, Word) and last.start_pos + len(last) == word.start_pos:
            yield _DOUBLED if last_type == "TEXT" else ""
            yield "A name cannot begin with a digit; text goes in single quotes." if last_type == "NUMBER" else ""
        if last_type == "COMPARISON" and type_ == "COMPARISON":
            yield _one_comparison(last.value + word.value)
        if last_type == "NOT":
            yield {"COMPARISON": "Write <> for 'not equal'.", "IS": "Write IS NOT NULL."}.get(type_, "")
        if type_ in _COMPARING and "AND" in self._expected and last_type != "NOT":
            yield "Comparisons are not chained; join them with AND, as in 1 < x AND x < 5."
        if type_ == "POWER":
            yield "Brackets say which power comes first, as in (2 ^ 3) ^ 2."
        if last_type == "LIKE":
            yield "A pattern is text in single quotes, as in title LIKE '%text%'."
        if last_type == "IS" or (last_type == "NOT" and "NULL" in self._expected):
            yield "IS only tests for NULL, as in country IS NOT NULL; compare other values with =."
        if last_type == "IN" or (last_type == "LPAR" and len(self._before) > 1 and _is(self._before[-2], "IN")):
            yield "IN takes a list in brackets with at least one value, as in country IN ('IT', 'FR')."
        yield self._usage()
        if last_type == "COMMA":
            yield "A value is missing after the comma."
        if type_ == "COMPARISON" and "NAME" in self._expected:
            yield "A value is missing before it."
        if type_ in _KEYWORDS and "NAME" in self._expected:
            yield f'A value is missing before it; a property of this name is written "{word.value}".'
        if type_ in ("NAME", "FUNCTION"):
            yield _operator_like(word.value)
        if type_ in _OPERANDS and "COMMA" in self._expected:
            yield "A comma is missing before it."
        if type_ in _OPERANDS and "COMPARISON" in self._expected:
            yield self._missing_operator()
        if type_ in _OPERANDS and "OR" in self._expected:
            yield "AND or OR is missing before it."

    def _foreign(self) -> str:
        if self._type != "UNKNOWN":
            return ""
        if _TYPOGRAPHIC.match(self._word):
            return "Use straight single quotes for text, as in 'IT'."
        return _FOREIGN.get(self._word.value, "")

    def _usage(self) -> str:
        """How the function or geometry is written in whose brackets the word stands, or that comes before it."""
        if isinstance(self._last, str) and (usage := _USAGE.get(self._last.upper())):
            return usage
        for name in (self._before[index - 1] for index in reversed(self._open) if index):
            if isinstance(name, Word) and name.type not in ("LPAR", "COMMA"):
                return _USAGE.get(name.type, "")
        return ""

    def _missing_operator(self) -> str:
        left = _shown(self._last.value) if isinstance(self._last, Word) and self._last.type in _OPERANDS else "x"
        right = f"'{self._word.value}'" if self._type == "NAME" else _shown(self._word.value)
        if len(left) + len(right) > _SHOWN:
            return "An operator is missing before it."
        return f"An operator is missing before it, as in {left} = {right}."


def _shown(word: str) -> str:
    """A word as it can be shown in one line."""
    short = word if len(word) <= _SHOWN else word[:_SHOWN] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)


def _is(value: Any, type_: str) -> bool:
    return isinstance(value, Word) and value.type == type_


def _one_comparison(written: str) -> str:
    """How two signs of comparison in a row are written as one."""
    if written in ("<>", "<=", ">="):
        return f"Write {written} without a space."
    one = {"==": "=", "=<": "<=", "=>": ">=", "!==": "<>", "<>=": "<>"}
    return f"Write {one[written]} instead of {written}." if written in one else ""


def _operator_like(word: str) -> str:
    if word.upper() == "ILIKE":
        return "To ignore case, write CASEI(title) LIKE CASEI('%text%')."
    alike = get_close_matches(word[:_SHOWN].upper(), _AFTER_OPERAND, 1, 0.7)
    return f"Did you mean {alike[0]}?" if alike else ""
