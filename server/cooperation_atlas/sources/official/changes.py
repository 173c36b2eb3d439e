"""What an import changes, before anything is written: programmes, objectives and planned amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .kept import KnownProgramme
from .state import State

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Changed:
    """What is added, changed and gone, each in words, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing changes."""
        return not (self.added or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of each kind; amounts are those of an objective and a fund."""

    programmes: Changed
    objectives: Changed
    amounts: Changed

    @property
    def nothing(self) -> bool:
        """Whether no fact changes."""
        return self.programmes.nothing and self.objectives.nothing and self.amounts.nothing

    def lines(self) -> Iterator[str]:
        """The changes for people: counts, and the first of each."""
        for kind, changed in (
            ("programmes", self.programmes), ("objectives of programmes", self.objectives),
            ("planned amounts", self.amounts),
        ):  # fmt: skip
            counts = f"{len(changed.added)} added, {len(changed.changed)} changed, {len(changed.gone)} gone"
            yield f"{kind}: {counts}"
            for mark, each in (("+", changed.added), ("~", changed.changed), ("-", changed.gone)):
                yield from (f"  {mark} {text}" for text in each[:_SHOWN])
                if len(each) > _SHOWN:
                    yield f"  {mark} and {len(each) - _SHOWN} more"


def changes(old: Mapping[str, KnownProgramme], new: Mapping[str, KnownProgramme], state: State) -> Changes:
    """The changes from the old to the new state."""
    return Changes(_programmes(old, new), _objectives(state), _amounts(state))


def _programmes(old: Mapping[str, KnownProgramme], new: Mapping[str, KnownProgramme]) -> Changed:
    return Changed(
        tuple(f"{cci} {new[cci].title}" for cci in new if cci not in old),
        tuple(
            f"{cci} {_difference(old[cci], new[cci])}"
            for cci in new
            if cci in old and replace(old[cci], read_on="") != replace(new[cci], read_on="")
        ),
        tuple(f"{cci} {old[cci].title}" for cci in old if cci not in new),
    )


def _difference(old: KnownProgramme, new: KnownProgramme) -> str:
    parts = []
    for name in ("title", "status", "version", "adopted", "complete_on"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            parts.append(f"{name} {before or 'unknown'} → {after or 'unknown'}")
    return ", ".join(parts)


def _objectives(state: State) -> Changed:
    old, new = (set(state.pairs(table)) for table in ("old", "merged"))
    return Changed(
        tuple(" ".join(pair) for pair in sorted(new - old)), (), tuple(" ".join(pair) for pair in sorted(old - new))
    )


def _amounts(state: State) -> Changed:
    old, new = ({row[:3]: row[3] for row in state.planned(table)} for table in ("old", "merged"))
    return Changed(
        tuple(f"{_about(key)} {_euro(new[key])}" for key in sorted(new.keys() - old.keys())),
        tuple(
            f"{_about(key)} {_euro(old[key])} → {_euro(new[key])}"
            for key in sorted(new.keys() & old.keys())
            if old[key] != new[key]
        ),
        tuple(f"{_about(key)} {_euro(old[key])}" for key in sorted(old.keys() - new.keys())),
    )


def _about(key: tuple[str, str, str]) -> str:
    cci, objective, fund = key
    return f"{cci} {objective or 'technical assistance'} {fund}"


def _euro(cents: int | None) -> str:
    return "not stated" if cents is None else f"{cents / 100:,.2f} euro"
