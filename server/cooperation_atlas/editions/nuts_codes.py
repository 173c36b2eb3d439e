"""NUTS codes of all versions known here, and what became of a code in another version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.errors import nearest
from ..sources.regions import Regions
from ..sources.tables import Sources

_WORDS = {"split": "split into", "recoded": "recoded to", "merged": "merged into", "redrawn": "redrawn as"}


class NutsCodes:
    """Answers whether a code is in a version, and with what it should be replaced."""

    def __init__(self, sources: Sources, regions: Mapping[str, Regions]) -> None:
        self._known = {version: frozenset(area.hierarchy) for version, area in regions.items()}
        self._forward: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        self._back: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row in sources.rows("nuts_changes"):
            old, new = row.raw["from_code"], row.raw["to_code"]
            versions = row.raw["from_version"], row.raw["to_version"]
            self._forward.setdefault((old, versions[1]), []).append((versions[0], new, row.raw["change"]))
            self._back.setdefault((new, versions[0]), []).append((versions[1], old))

    def has(self, code: str, version: str) -> bool:
        """Whether the code is one of that version."""
        return code in self._known.get(version, ())

    def anywhere(self, code: str) -> bool:
        """Whether the code is one of any version."""
        return any(code in codes for codes in self._known.values())

    def countries(self, versions: Iterable[str] | None = None) -> frozenset[str]:
        """Countries that have regions in any of the versions (default: of all)."""
        chosen = self._known if versions is None else versions
        return frozenset(code for version in chosen for code in self._known.get(version, ()) if len(code) == 2)

    def complaint(self, code: str, version: str) -> tuple[str, tuple[str, ...]] | None:
        """Reason and replacements where ``code`` is not in NUTS ``version``; ``None`` where it is.

        Of a version whose regions are not there, only the codes that the change table takes away are known.
        """
        if self.has(code, version):
            return None
        after = self._forward.get((code, version), [])
        if version not in self._known and not after:
            return None
        reason = f"{code} is not in NUTS {version}"
        if after:
            change, targets = after[0][2], tuple(dict.fromkeys(new for _, new, _ in after if new))
            if not targets:
                return f"{reason}; removed after NUTS {after[0][0]}", ()
            return f"{reason}; {_WORDS.get(change, change)} {', '.join(targets)}", targets
        if before := self._back.get((code, version)):
            origins = tuple(dict.fromkeys(old for _, old in before if old))
            return f"{reason}; new in NUTS {before[0][0]}, before {', '.join(origins) or 'nothing'}", origins
        return reason, nearest(code, self._known[version], 3)
