"""A filter as read."""

from __future__ import annotations

from dataclasses import dataclass

from .mistakes import in_words
from .nodes import Call, Geometry, Instant, Interval, Node, Place, Placed


@dataclass(frozen=True, slots=True)
class Expression:
    """A filter as read, not yet bound to a table.

    :param source: the CQL2 text, ``None`` for JSON; messages name places in it
    """

    root: Node
    source: str | None = None

    def at(self, place: Place) -> str:
        """The place of a node, in words."""
        return in_words(self.source, place)

    def is_quoted(self, place: Place) -> bool:
        """Whether what stands there is in double quotes."""
        return self.source is not None and isinstance(place, int) and self.source[place] == '"'


@dataclass(frozen=True, slots=True)
class Part:
    """An operator, function or literal of an expression; its text says which one."""

    expression: Expression
    node: Placed

    def __str__(self) -> str:
        match self.node:
            case Call(op):
                name = op
            case Instant(kind):
                name = kind
            case Interval():
                name = "interval"
            case Geometry(document):
                name = str(document.get("type", "bbox"))
        return f"{name.upper()} {self.expression.at(self.node.place)}"
