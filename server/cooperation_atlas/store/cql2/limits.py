"""How large and how deeply nested a filter may be, in either encoding.

Text is counted while it is read (see ``lexer``), so that no client pays with our time for what is refused anyway; here
the expression that was read is measured.
"""

from __future__ import annotations

from .nodes import Call, Literal, Node, Property, children, invalid
from .operators import SPATIAL

MAX_CHARACTERS = 100_000  #: of CQL2 text; a polygon of about 5,000 vertices
MAX_BYTES = 1_000_000  #: of CQL2 JSON
MAX_BRACKETS = 1_000  #: brackets of CQL2 text in all
MAX_BRACKET_DEPTH = 50  #: brackets of CQL2 text within brackets
MAX_DEPTH = 100  #: nodes within nodes; the evaluator is recursive
MAX_OPERATORS = 1_000  #: operators and functions in all
MAX_SPATIAL = 50  #: spatial predicates in all; each may look at every geometry
MAX_ITEMS = 20_000  #: members of arrays and lists, and operands, in all

_SPATIAL = frozenset(SPATIAL)


def check(root: Node) -> None:
    """Refuses what is too much for one filter, level by level: however deep, without recursion.

    :raises InvalidValue: naming the limit
    """
    operators = spatial = items = depth = 0
    level = [root]
    while level:
        deeper: list[Node] = []
        for node in level:
            parts = children(node)
            items += len(parts)
            if isinstance(node, Call):
                operators += 1
                spatial += node.op in _SPATIAL
            deeper += [part for part in parts if not isinstance(part, Literal | Property)]
        depth += 1
        if depth > MAX_DEPTH:
            raise invalid(f"is nested more than {MAX_DEPTH} levels deep.")
        if operators > MAX_OPERATORS:
            raise invalid(f"has more than {MAX_OPERATORS:,} operators and functions.")
        if spatial > MAX_SPATIAL:
            raise invalid(f"has more than {MAX_SPATIAL} spatial predicates.")
        if items > MAX_ITEMS:
            raise invalid(f"has more than {MAX_ITEMS:,} members of lists and operands.")
        level = deeper
