"""A filter as read."""

from __future__ import annotations

from dataclasses import dataclass

from .mistakes import in_words
from .nodes import Call, Node, Place


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

    def quotes(self, place: Place) -> bool:
        """Whether what stands there is in double quotes."""
        return self.source is not None and isinstance(place, int) and self.source[place] == '"'


@dataclass(frozen=True, slots=True)
class Part:
    """An operator of an expression; its text says which one."""

    expression: Expression
    node: Call

    def __str__(self) -> str:
        return f"{self.node.op.upper()} {self.expression.at(self.node.place)}"
