"""The code lists of an edition: codes, labels and their hierarchy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..model.errors import InvalidValue, NotFound, nearest
from ..model.hierarchy import Hierarchy


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list.

    :param parent: broader code of the same list, or ``None``
    :param label: English label
    :param labels: further labels by ISO 639-1 language, where a source gives them
    """

    code: str
    label: str
    parent: str | None = None
    definition: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    legal_ref: str | None = None
    source: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The entry as published; absent facts are left out."""
        facts = {name: getattr(self, name) for name in self.__slots__ if name != "labels"}
        return {k: v for k, v in facts.items() if v is not None} | {"labels": {"en": self.label, **self.labels}}


class CodeList:
    """A list of codes in their published order."""

    def __init__(self, id_: str, codes: list[Code]) -> None:
        self.id = id_
        self.codes = {c.code: c for c in codes}

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes.values())

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    @cached_property
    def position(self) -> dict[str, int]:
        """The place of each code in the published order, from 0."""
        return {code: place for place, code in enumerate(self.codes)}

    @cached_property
    def _hierarchy(self) -> Hierarchy:
        return Hierarchy({c.code: c.parent for c in self})

    def descendants(self, code: str) -> set[str]:
        """The code and all below it."""
        return {code, *self._hierarchy.descendants(code)}

    def ancestors(self, code: str) -> set[str]:
        """The code and all above it; none for what is not a code of the list."""
        return set(self._hierarchy.lineage(code)) if code in self.codes else set()

    def check(self, value: str, place: str) -> str:
        """``value`` if it is one of the codes.

        :raises InvalidValue: naming the nearest codes
        """
        if value in self.codes:
            return value
        labels = {f"{c.label}": c.code for c in self}
        alike = nearest(value, self.codes) or tuple(labels[label] for label in nearest(value, labels))
        reason = f"'{value}' is not in the code list '{self.id}'."
        raise InvalidValue(place, reason, alike or tuple(self.codes)[:12])


def codelist_title(id_: str) -> str:
    """The English title of a code list, made from its id: "Partner types"."""
    return id_.replace("_", " ").capitalize().replace("Nuts", "NUTS").replace("Esf", "ESF+")


class CodeLists(dict[str, CodeList]):
    """All code lists by id."""

    def list(self, id_: str) -> CodeList:
        """The list of that id.

        :raises NotFound: naming the nearest lists
        """
        try:
            return self[id_]
        except KeyError:
            raise NotFound(f"code list '{id_}'", nearest(id_, self) or self) from None
