"""Reads CQL2 text and CQL2 JSON (OGC 21-065r2) into expressions.

Text is parsed by ``cql2``, piece by piece (see ``brackets``). JSON needs no parser beyond JSON itself: both end in the
same builder, which takes nothing but the operators of ``nodes.OPERATORS``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import cql2
import orjson

from ...model.errors import InvalidValue
from .brackets import Piece, cut
from .build import Builder
from .nodes import Call, Node, Property, invalid
from .tokens import find_name, place, places_of

MAX_BYTES = 1_000_000  #: of CQL2 JSON

_TEXT = r"'(?:[^']|'')*+'"
_END = rf'\s*({_TEXT}|"(?:[^"]|"")*+"|[^\W\d][\w.:]*)\s*'
_INSTANT = re.compile(rf"(DATE|TIMESTAMP)\s*\(\s*({_TEXT})\s*\)", re.IGNORECASE)
_INTERVAL = re.compile(rf"INTERVAL\s*\({_END},{_END}\)", re.IGNORECASE)
_AT = re.compile(r"-->\s*(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Expression:
    """A filter as read, not yet bound to a table.

    :param source: the CQL2 text, ``None`` for JSON; errors name places in it
    """

    root: Node
    source: str | None = None

    def where(self, node: Property | Call) -> str:
        """The place of a name, in words: line and character of the text, or path in the JSON."""
        if self.source is None:
            return f"at {node.path}"
        found = find_name(self.source, node.name if isinstance(node, Property) else node.op)
        return f"at {found}" if found else "in the filter"


@dataclass(frozen=True, slots=True)
class Part:
    """An operator of an expression; its text says which one."""

    expression: Expression
    node: Call

    def __str__(self) -> str:
        name = self.node.op.upper()
        if self.expression.source is None:
            return f"{name} at {self.node.path}"
        places = places_of(self.expression.source, name)
        if len(places) == 1:
            return f"{name} at {places[0]}"
        return f"one of the {len(places)} {name}" if places else name


def parse_text(text: str) -> Expression:
    """Reads CQL2 text. Keywords and function names may be in any case, property names may not.

    :raises InvalidValue: naming the place (line and character), or the functions that exist
    """
    if not text.strip():
        raise invalid("is empty.")
    if not text.isprintable() and any("\ud800" <= c <= "\udfff" for c in text):
        raise invalid("holds half a character (a lone surrogate).")
    pieces = cut(text)
    trees = [_read(piece, text) for piece in pieces]
    return Expression(Builder(text, trees).build(trees[-1]), text)


def parse_json(document: Mapping[str, Any] | bool | str | bytes) -> Expression:
    """Reads CQL2 JSON, decoded or as text.

    :raises InvalidValue: naming the place (JSON path), or the operators that exist
    """
    if isinstance(document, str | bytes):
        if len(document) > MAX_BYTES:
            raise invalid(f"is longer than {MAX_BYTES:,} bytes.")
        try:
            document = orjson.loads(document if isinstance(document, bytes) else str(document))  # no subclass of str
        except orjson.JSONDecodeError as error:
            raise invalid(f"is no JSON: {error.msg}, line {error.lineno}, character {error.colno}.") from None
    return Expression(Builder().build(document))


def _read(piece: Piece, text: str) -> Any:
    """The JSON form of a piece."""
    if piece.text[:1] == "(" and not piece.text[1:-1].strip():
        return []  # the empty array, which the parser does not know
    # The parser takes times that are no RFC 3339 (without time zone, +24:00), and would hide it.
    if instant := _INSTANT.fullmatch(piece.text):
        return {instant[1].lower(): _end(instant[2])}
    if interval := _INTERVAL.fullmatch(piece.text):
        return {"interval": [_end(interval[1]), _end(interval[2])]}
    try:
        tree = cql2.parse_text(piece.text).to_json()
        return [tree] if piece.listed else tree
    except cql2.ParseError as error:
        raise _syntax_error(str(error), piece, text) from None
    except Exception as error:  # noqa: BLE001  the bindings raise bare Exception for geometries they cannot write
        raise invalid(f"{str(error)[:200].rstrip('.')}, at {place(text, piece.start)}.") from None


def _end(written: str) -> Any:
    """The JSON form of a text or property."""
    if written[0] == "'":
        return written[1:-1].replace("''", "'")
    return {"property": written[1:-1].replace('""', '"') if written[0] == '"' else written}


def _syntax_error(message: str, piece: Piece, text: str) -> InvalidValue:
    at = _AT.search(message)
    if not at:
        return invalid(f"{message.strip().splitlines()[0][:200].rstrip('.')}, at {place(text, piece.start)}.")
    offset = min(piece.offset(int(at[1]), int(at[2])), len(text))
    rest = text[offset:].strip()
    if not rest:
        return invalid(f"ends too early, at {place(text, offset)}.")
    near = rest if len(rest) <= 20 else rest[:20] + "…"
    return invalid(f"cannot be understood at {place(text, offset)}, near «{near}».")
