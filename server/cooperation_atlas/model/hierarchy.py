"""Codes in a hierarchy, such as NUTS regions or the codes of a code list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property


class Hierarchy:
    """Codes, each with at most one code above it.

    Parents are followed, never prefixes of codes: in NUTS 2016 the parent of UKN10 is UKN0. Tables that were not yet
    checked may hold parents that do not exist, which end a line of ancestors, or cycles, which are walked once.

    :param parents: for each code the one directly above it; ``None`` or an empty text at the top
    """

    def __init__(self, parents: Mapping[str, str | None]) -> None:
        self._parents = parents

    def __contains__(self, code: object) -> bool:
        return code in self._parents

    def __iter__(self) -> Iterator[str]:
        return iter(self._parents)

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """The codes directly below each code that has any, in the order in which the codes were given."""
        children: dict[str, list[str]] = {}
        for code, parent in self._parents.items():
            if parent:
                children.setdefault(parent, []).append(code)
        return children

    def ancestors(self, code: str) -> list[str]:
        """The codes above ``code``, nearest first."""
        ancestors: dict[str, None] = {}
        parent = self._parents.get(code)
        while parent and parent in self._parents and parent != code and parent not in ancestors:
            ancestors[parent] = None
            parent = self._parents[parent]
        return list(ancestors)

    def lineage(self, code: str) -> list[str]:
        """``code`` and the codes above it, nearest first."""
        return [code, *self.ancestors(code)]

    def descendants(self, code: str) -> list[str]:
        """The codes below ``code``, level by level."""
        descendants = dict.fromkeys(self.children.get(code, ()))
        level = list(descendants)
        while level:
            level = [child for above in level for child in self.children.get(above, ()) if child not in descendants]
            descendants |= dict.fromkeys(level)
        descendants.pop(code, None)
        return list(descendants)

    def is_cyclic(self, code: str) -> bool:
        """Whether the line above ``code`` leads back to it."""
        last = self.lineage(code)[-1]
        return self._parents.get(last) == code
