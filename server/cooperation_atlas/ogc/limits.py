"""How many features one request for a list brings (``server.limits`` of the configuration)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model.errors import InvalidValue

#: Where the configuration says nothing.
DEFAULT_ITEMS, MAXIMUM_ITEMS = 100, 20_000
#: Features of a page for people that is asked for without ``limit``, at most: more are long to read and to go through.
PAGE_ITEMS = 20


@dataclass(frozen=True)
class Limits:
    """The limits of lists.

    :param default_items: features that a request without ``limit`` brings
    :param max_items: most features of one request
    :param refuse: whether a larger ``limit`` is refused; else it gives the maximum, as 17-069r4 has it
        (/req/core/fc-limit-response-1)
    """

    default_items: int = DEFAULT_ITEMS
    max_items: int = MAXIMUM_ITEMS
    refuse: bool = False

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Limits:
        """The limits of pygeoapi's configuration, where ``on_exceed`` is ``throttle`` or ``error``.

        :raises InvalidValue: where the default is more than the maximum
        """
        limits = config["server"].get("limits") or {}
        maximum = limits.get("max_items", MAXIMUM_ITEMS)
        default = limits.get("default_items", min(DEFAULT_ITEMS, maximum))
        if default > maximum:
            raise InvalidValue("server.limits.default_items", f"is {default}, more than max_items, which is {maximum}.")
        return cls(default, maximum, limits.get("on_exceed") == "error")

    def of_page(self) -> Limits:
        """These limits for a page for people."""
        return replace(self, default_items=min(self.default_items, PAGE_ITEMS))

    def count(self, text: str | None) -> int:
        """The number of features that a value of ``limit`` asks for.

        :raises InvalidValue: where it is no number of features, or more than is allowed
        """
        if text is None:
            return self.default_items
        if not re.fullmatch(r"[+-]?[0-9]{1,20}", text) or int(text) < 1:
            raise InvalidValue("limit", f"'{text}' is not a whole number of 1 or more.")
        if self.refuse and int(text) > self.max_items:
            raise InvalidValue("limit", f"'{text}' is more than {self.max_items}, the most that one request brings.")
        return min(int(text), self.max_items)
