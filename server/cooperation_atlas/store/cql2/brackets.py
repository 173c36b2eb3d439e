"""Cuts CQL2 text at its brackets, so that the parser never sees them nested.

The parser (``cql2`` 0.6.0, measured) needs twice the time for each further level of brackets around a mistake
(25 levels: more than a minute) and overflows the stack of the process at about 2,000 levels, or 1,000 operators in a
row on a stack of 512 KB. Neither may be in the hands of a client. Here every bracketed group and every function call
becomes a piece of its own, in which a placeholder stands for each piece inside it; long chains are refused.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from .nodes import invalid
from .tokens import TOKEN, coordinates, end_of_geometry, place, readable

MAX_CHARACTERS = 100_000  #: of CQL2 text; a polygon of about 5,000 vertices
MAX_DEPTH = 50  #: brackets within brackets
MAX_OPERATORS = 1_000  #: operators in all
MAX_PIECES = 1_000  #: brackets and functions in all; the parser is called for each
MAX_CHAIN = 50  #: operators between two of AND, OR and comma

_WKT = {
    "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION",
    "POINTZ", "LINESTRINGZ", "POLYGONZ", "MULTIPOINTZ", "MULTILINESTRINGZ", "MULTIPOLYGONZ", "GEOMETRYCOLLECTIONZ",
}  # fmt: skip
_CONNECTIVES = {"AND", "OR"}
_OPERATOR_WORDS = {"NOT", "DIV", "BETWEEN", "LIKE", "IN", "IS"}
_ONE_ARGUMENT = {"DATE", "TIMESTAMP"}
_KEYWORDS = {*_CONNECTIVES, *_OPERATOR_WORDS, "NULL", "TRUE", "FALSE"}


@dataclass(frozen=True)
class Piece:
    """A stretch of CQL2 text without nested brackets.

    :param chunks: its tokens, each with its offset in the whole text
    :param start: offset of the piece in the whole text
    :param listed: True for the brackets of an array with one member, which reads like a bracketed expression
    """

    chunks: list[tuple[str, int]]
    start: int
    listed: bool = False

    @cached_property
    def text(self) -> str:
        """The piece as the parser reads it."""
        return "".join(chunk for chunk, _ in self.chunks)

    def offset(self, line: int, character: int) -> int:
        """The offset in the whole text of a place in the piece, both counted from 1."""
        lines = self.text.split("\n")
        at = sum(len(before) + 1 for before in lines[: line - 1]) + character - 1
        begins = list(accumulate((len(chunk) for chunk, _ in self.chunks), initial=0))
        index = min(bisect_right(begins, at) - 1, len(self.chunks) - 1)
        return self.chunks[index][1] + at - begins[index]


def placeholder(index: int) -> str:
    """The property name that stands for a piece; no client can write it, as text with NUL is refused."""
    return f"\0{index}"


@dataclass
class _Frame:
    kind: str  # all, group, call, list (of IN)
    start: int  # offset of the bracket, or of the function's name before it
    bracket: int
    chunks: list[tuple[str, int]] = field(default_factory=list)
    commas: int = 0
    chain: int = 0
    # Last tokens that are no space: kind, upper-case text, index in chunks.
    last: tuple[str, str, int] = ("", "", 0)
    before: tuple[str, str, int] = ("", "", 0)

    def add(self, kind: str, text: str, offset: int) -> None:
        if kind != "space":
            self.before, self.last = self.last, (kind, text.upper(), len(self.chunks))
        self.chunks.append((text, offset))

    def opens_geometry(self) -> bool:
        """Whether a bracket here holds coordinates: after ``POINT``, or ``POINT Z``."""
        kind, word, _ = self.last
        return kind == "word" and (word in _WKT or (word in {"Z", "M", "ZM"} and self.before[1] in _WKT))


def cut(text: str) -> list[Piece]:
    """The pieces of ``text``; each refers only to earlier ones, the last is the whole.

    :raises InvalidValue: for brackets and quotes that do not match, and beyond the limits above
    """
    if len(text) > MAX_CHARACTERS:
        raise invalid(f"is longer than {MAX_CHARACTERS:,} characters.")
    if "\0" in text:
        raise invalid(f"a NUL character stands at {place(text, text.index(chr(0)))}.")
    pieces: list[Piece] = []
    stack = [_Frame("all", 0, 0)]
    operators = 0
    at = 0
    while match := TOKEN.match(text, at):
        kind, token, offset, at = match.lastgroup or "other", match.group(), match.start(), match.end()
        frame = stack[-1]
        if kind == "open" and frame.opens_geometry():
            at = end_of_geometry(text, offset)
            frame.add("close", coordinates(text[offset:at]), offset)
        elif kind == "open":
            stack.append(_opened(stack, text, offset))
        elif kind == "close":
            if len(stack) == 1:
                raise invalid(f"a bracket is closed that was not opened, at {place(text, offset)}.")
            _closed(stack, pieces, text, offset)
        elif kind == "other" and token in "'\"":
            raise invalid(f"the quote at {place(text, offset)} is not closed.")
        else:
            if kind == "comma" or (kind == "word" and token.upper() in _CONNECTIVES):
                frame.commas += kind == "comma"
                frame.chain = 0
                operators += kind == "word"
            elif kind == "operator" or (kind == "word" and token.upper() in _OPERATOR_WORDS):
                frame.chain += 1
                operators += 1
            if operators > MAX_OPERATORS or frame.chain > MAX_CHAIN:
                raise invalid(f"has too many operators in a row, or in all, at {place(text, offset)}.")
            frame.add(kind, readable(kind, token), offset)
    if len(stack) > 1:
        raise invalid(f"the bracket at {place(text, stack[-1].bracket)} is not closed.")
    return [*pieces, Piece(stack[0].chunks, 0)]


def _opened(stack: list[_Frame], text: str, offset: int) -> _Frame:
    """The frame that a bracket opens; a function's name moves into it."""
    if len(stack) > MAX_DEPTH:
        raise invalid(f"has more than {MAX_DEPTH} brackets within brackets at {place(text, offset)}.")
    frame = stack[-1]
    kind, word, index = frame.last
    if kind == "word" and word == "IN":
        return _Frame("list", offset, offset)
    if kind == "word" and word not in _KEYWORDS:
        name = frame.chunks[index:]
        del frame.chunks[index:]
        frame.last = frame.before
        return _Frame("call", name[0][1], offset, [*name, ("(", offset)])
    return _Frame("group", offset, offset)


def _closed(stack: list[_Frame], pieces: list[Piece], text: str, offset: int) -> None:
    """Ends the innermost frame: a piece of its own, or inline where brackets are part of the syntax."""
    frame = stack.pop()
    if frame.kind == "list":
        stack[-1].chunks += [("(", frame.start), *frame.chunks, (")", offset)]
        stack[-1].last = ("close", ")", len(stack[-1].chunks) - 1)
        return
    chunks = frame.chunks
    if frame.kind == "call":
        if frame.commas and chunks[0][0].upper() in _ONE_ARGUMENT:  # the parser would drop the others
            raise invalid(f"{chunks[0][0].upper()} takes one text, at {place(text, frame.start)}.")
        chunks = [*chunks, (")", offset)]
    elif frame.commas or not "".join(chunk for chunk, _ in chunks).strip():
        chunks = [("(", frame.start), *chunks, (")", offset)]
    if len(pieces) >= MAX_PIECES:
        raise invalid(f"has more than {MAX_PIECES:,} brackets and functions, at {place(text, frame.start)}.")
    within = stack[-1]
    listed = within.kind == "call" and within.chunks[0][0].upper().startswith("A_") and chunks is frame.chunks
    pieces.append(Piece(chunks, frame.start, listed and frame.kind == "group"))
    # Between spaces, or two quoted names in a row would read as one with a quote inside.
    within.add("space", " ", frame.start)
    within.add("quoted", f'"{placeholder(len(pieces) - 1)}"', frame.start)
    within.add("space", " ", offset)
