"""What regions are called, in all languages known here, and which regions an area of NUTS codes consists of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...model.hierarchy import Hierarchy
from ..text import words
from .lexicon import Lexicon, spellings

#: Last character of the Unicode blocks of the Latin letters of European languages (Latin Extended-B).
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Region:
    """A region of one NUTS version.

    :param names: in Latin letters, and as written in the country
    """

    code: str
    parent: str | None
    names: tuple[str, ...]


class RegionNames:
    """The names of all regions of all versions.

    :param versions: regions by NUTS version
    :param exonyms: NUTS code and name of the region, or of a city in it, in another language
    """

    def __init__(
        self, versions: Mapping[str, Sequence[Region]] | None = None, exonyms: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._versions = {version: {r.code: r for r in regions} for version, regions in (versions or {}).items()}
        self._exonyms: defaultdict[str, list[str]] = defaultdict(list)
        for code, name in exonyms:
            self._exonyms[code].append(name)
        self._newest_first = [self._versions[version] for version in sorted(self._versions, reverse=True)]
        merged = {code: region for version in reversed(self._newest_first) for code, region in version.items()}
        self._regions = dict(sorted(merged.items()))
        self.codes = list(self._regions)
        #: Number of each code as an owner in the lexicon.
        self.numbers = {code: number for number, code in enumerate(self.codes)}
        self._areas: dict[tuple[str, tuple[str, ...]], np.ndarray] = {}

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The codes of all versions; one that several versions have lies where the newest of them puts it."""
        return _hierarchy(self._regions)

    def name(self, number: int) -> str:
        """The official name of a region in Latin letters."""
        return self._regions[self.codes[number]].names[0]

    def shown(self, number: int) -> str:
        """Name and code, as in ``Sicilia (ITG1)``."""
        return f"{self.name(number)} ({self.codes[number]})"

    @cached_property
    def names(self) -> list[list[str]]:
        """The names of each region, official ones first; of names with the same words only the first."""
        names = []
        for code in self.codes:
            official = [n for version in self._newest_first if code in version for n in version[code].names]
            distinct: dict[tuple[tuple[int, str], ...], str] = {}
            for name in (*official, *sorted(self._exonyms.get(code, ()), key=_foreign)):
                distinct.setdefault(tuple(spellings(name)), name)
            names.append(list(distinct.values()))
        return names

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of each region, by its number."""
        return Lexicon(self.names)

    def tops(self, numbers: Iterable[int]) -> list[int]:
        """The regions that do not lie in another one of these, in the order given."""
        chosen = list(numbers)
        codes = {self.codes[number] for number in chosen}
        return [number for number in chosen if codes.isdisjoint(self.hierarchy.ancestors(self.codes[number]))]

    @cached_property
    def ambiguous(self) -> dict[tuple[str, ...], list[int]]:
        """By the words of a name, the regions that share it though none lies in another."""
        owners: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, names in enumerate(self.names):
            for name in {tuple(words(name)) for name in names}:
                owners[name].append(number)
        ambiguous = {}
        for name, numbers in owners.items():
            # Within one version: a region and the one that replaced it are not two.
            for version in self._newest_first if len(numbers) > 1 else ():
                tops = self.tops(n for n in numbers if self.codes[n] in version)
                if len(tops) > 1:
                    ambiguous[name] = tops
                    break
        return ambiguous

    @cached_property
    def _owners(self) -> dict[tuple[str, ...], list[int]]:
        """The regions that have a name, by its words; ä as a and as ae."""
        owners: defaultdict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        for number, names in enumerate(self.names):
            for name in names:
                plain = len(words(name))
                spelled = [word for _, word in spellings(name)]
                for start in range(0, len(spelled), plain or 1):
                    owners[tuple(spelled[start : start + plain])][number] = None
        return {name: list(numbers) for name, numbers in owners.items()}

    def called(self, text: str) -> list[str]:
        """The codes of the regions that have this name in any language, but those inside another one of them.

        Where none has, of those whose names begin with its words: official names say more (München, Landkreis).
        """
        asked = tuple(words(text))
        numbers = self._owners.get(asked)
        if numbers is None and asked:
            begun = (found for name, found in self._owners.items() if name[: len(asked)] == asked)
            numbers = sorted({number for found in begun for number in found})
        return [self.codes[number] for number in self.tops(numbers or ())]

    def ambiguity_note(self, name: tuple[str, ...], numbers: Sequence[int]) -> str:
        """A sentence that names the regions that share a name."""
        shown = ", ".join(self.shown(number) for number in numbers)
        written = next(own for own in self.names[numbers[0]] if tuple(words(own)) == name)
        return f"{written} names several regions: {shown}."

    def area(self, version: str | None, codes: Sequence[str] | None) -> np.ndarray:
        """Numbers of the regions that lie in an area, those named and those above of which it has every part included.

        :param version: NUTS version of the codes
        """
        key = version or "", tuple(codes or ())
        if key not in self._areas:
            inside = self._inside(*key)
            self._areas[key] = np.array(sorted(self.numbers[code] for code in inside), dtype=np.int32)
        return self._areas[key]

    def _inside(self, version: str, codes: tuple[str, ...]) -> set[str]:
        hierarchy = self._hierarchies.get(version, Hierarchy({}))
        known = [code for code in codes if code in hierarchy]
        inside = {descendant for code in known for descendant in (code, *hierarchy.descendants(code))}
        for code in known:
            for above in hierarchy.ancestors(code):
                if not inside.issuperset(hierarchy.children[above]):
                    break
                inside.add(above)
        return inside

    @cached_property
    def _hierarchies(self) -> dict[str, Hierarchy]:
        return {version: _hierarchy(regions) for version, regions in self._versions.items()}


def _hierarchy(regions: Mapping[str, Region]) -> Hierarchy:
    return Hierarchy({code: region.parent for code, region in regions.items()})


def _foreign(name: str) -> tuple[bool, bool]:
    """Sorts a name as most people can type it before others that fold to the same words: Kreta, Kréta, Крета."""
    return not name.isascii(), max(name) > _LAST_LATIN
