"""The code lists of an edition: codes, labels and their hierarchy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..model.errors import InvalidValue, NotFound, nearest
from ..model.hierarchy import Hierarchy
from .text import fold

#: Most codes that are suggested for one that does not exist.
_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list.

    :param parent: broader code of the same list, or ``None``
    :param label: English label
    :param iso2: of a country, its code in ISO 3166-1 (GR for EL)
    :param labels: further labels by ISO 639-1 language, where a source gives them
    :param also_called: words of other services (keep.eu) for the same or something near; searched, too
    """

    code: str
    label: str
    parent: str | None = None
    definition: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    legal_ref: str | None = None
    source: str | None = None
    iso2: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    also_called: tuple[str, ...] = ()

    def label_in(self, language: str) -> str:
        """The label in a language, in English where it has none there."""
        return self.labels.get(language, self.label)

    def to_dict(self) -> dict[str, Any]:
        """The entry as published; absent facts are left out."""
        facts = {name: getattr(self, name) for name in self.__slots__ if name not in ("labels", "also_called")}
        known = {k: v for k, v in facts.items() if v is not None} | {"labels": {"en": self.label, **self.labels}}
        return known | ({"also_called": list(self.also_called)} if self.also_called else {})


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

    @cached_property
    def _known_as(self) -> dict[str, tuple[str, ...]]:
        known: dict[str, dict[str, None]] = {}
        for code in self:
            for name in filter(None, (code.iso2, code.label, *code.labels.values(), *code.also_called)):
                known.setdefault(fold(name), {})[code.code] = None
        return {name: tuple(codes) for name, codes in known.items()}

    def called(self, name: str) -> tuple[str, ...]:
        """The codes that are called so: by the ISO code of a country, a label in any language, or another service."""
        return self._known_as.get(fold(name), ())

    def alike(self, value: str) -> tuple[str, ...]:
        """The codes that ``value`` may stand for: those called so, else those that look like it, best first."""
        return self.called(value)[:_ALIKE] or nearest(value, self.codes, _ALIKE)

    def check(self, value: str, place: str) -> str:
        """``value`` if it is one of the codes.

        :raises InvalidValue: naming the nearest codes
        """
        if value in self.codes:
            return value
        alike = self.alike(value) or self._with_words_like(value)
        reason = f"'{value}' is not in the code list '{self.id}'."
        raise InvalidValue(place, reason, alike or tuple(self.codes)[:12])

    def _with_words_like(self, text: str) -> tuple[str, ...]:
        """The codes with a label or other word that looks like ``text``."""
        named: dict[str, list[str]] = {}
        for code in self:
            for word in (code.label, *code.also_called):
                named.setdefault(word, []).append(code.code)
        return tuple(dict.fromkeys(code for word in nearest(text, named) for code in named[word]))


def codelist_title(id_: str) -> str:
    """The English title of a code list, made from its id: "Partner types"."""
    words = {"Nuts": "NUTS", "Esf": "ESF+", "Keep eu": "keep.eu:"}
    title = id_.replace("_", " ").capitalize()
    for word, shown in words.items():
        title = title.replace(word, shown)
    return title


class CodeLists(dict[str, CodeList]):
    """All code lists by id."""

    def label(self, id_: str | None, code: str, language: str) -> str:
        """The label of a code in a language, in English where there is none; what is no code of the list as it is.

        :param id_: of the list, ``None`` where there is none
        """
        known = self[id_].codes.get(code) if id_ and id_ in self else None
        return known.label_in(language) if known else code

    def list(self, id_: str) -> CodeList:
        """The list of that id.

        :raises NotFound: naming the nearest lists
        """
        try:
            return self[id_]
        except KeyError:
            raise NotFound(f"code list '{id_}'", nearest(id_, self) or self) from None
