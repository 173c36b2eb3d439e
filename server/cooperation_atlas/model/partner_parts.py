"""The parts of the comparison of two programmes: declared once, for weights, answers, pages and documents.

How each is worked out is in ``matching``; ``docs/partners.md`` says it for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What a part rests on. The two are never mixed in one number."""

    POTENTIAL = "potential"  #: facts about programmes and areas, which make a partnership plausible
    DECLARED = "declared"  #: cooperation entries, in which a programme says what it offers or needs


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the comparison, an interval inside 0 to 1: what is not known is inside it, not outside.

    :param name: in weights and as the beginning of property names
    """

    name: str
    title: str
    description: str
    basis: Basis = Basis.POTENTIAL


#: All parts by name, in the order in which they are shown.
PARTS: dict[str, Part] = {
    part.name: part
    for part in (
        Part("theme", "Theme", "Stated objectives that both have, the rarest first."),
        Part("border", "Border", "How much of the two areas lies on a common border, by land or by sea."),
        Part("strategies", "Shared strategies", "Share of the two areas inside the same strategies and territories."),
        Part("structure", "Structure", "Likeness of the areas by Eurostat's typologies, beyond what chance gives."),
        Part("scale", "Scale", "Level, size and sector, relative to the best match that the other country has."),
        Part("funds", "Same funds", "Funds that both have."),
        Part("complement", "Complement", "How different the categories of region are, for calls that ask for it."),
        Part(
            "experience",
            "Experience",
            "Interreg projects of 2014-2020 in the partner's area (keep.eu), which may not hold all of them.",
        ),
        Part("declared", "Need meets offer", "Whether entries of both sides meet, in both directions.", Basis.DECLARED),
        Part("sought", "Seeks a partner like you", "Whether the partner needs such a programme.", Basis.DECLARED),
        Part("window", "Open together", "Whether entries that meet are open at the same time.", Basis.DECLARED),
    )
}
#: Those that make the score.
POTENTIAL = tuple(part.name for part in PARTS.values() if part.basis is Basis.POTENTIAL)
