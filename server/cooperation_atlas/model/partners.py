"""Partners: the features of an answer to who fits a programme, declared as those of a collection are."""

from __future__ import annotations

from . import properties as shared
from .collections import Collection
from .fields import Field, array, boolean, grouped, integer, number, resting_on, string
from .partner_parts import PARTS, Basis, Part
from .presentation import Group, Noun, Presentation, Reference

#: Titles of the two ends of a part, for properties and translators.
LOW_TITLE, HIGH_TITLE = "{title}, at least", "{title}, at most"
#: Whether the entries that meet are made up.
_BASIS = "entries_basis"
#: What the presets of the weights are called; another one is called by its own name.
PRESETS = {
    "default": "Usual weights",
    "neighbours": "Neighbours first",
    "learn": "Learn from similar programmes",
    "complement": "Complement each other",
}
#: What the orders of partners are called.
ORDERS = {
    "score": "By known and possible fit",
    "upper": "By possible fit",
    "unusual": "Unusual: alike, but far away",
    "seeking": "Programmes seeking one like this",
}
#: Gates that may be closed (``matching.gates``), for people and translators.
GATES = {
    "country": "same country",
    "technical_assistance": "technical assistance",
    "food_aid": "only one is for food aid",
    "funds": "no fund in common",
    "theme": "not for what is needed",
    "scope": "scope not possible between the two",
}


def ends_of(part: Part) -> tuple[Field, Field]:
    """The two ends of the interval of a part."""
    low = number(f"{part.name}_low", LOW_TITLE.format(title=part.title), part.description)
    high = number(f"{part.name}_high", HIGH_TITLE.format(title=part.title), part.description)
    return resting_on(_BASIS, low, high) if part.basis is Basis.DECLARED else (low, high)  # type: ignore[return-value]


PARTNERS = Collection(
    id="partners",
    title="Partners",
    description="Programmes in other countries that may suit a programme or a need: what is known, what may be, and "
    "why.",
    keywords=("partner search", "cooperation", "programme"),
    id_field="cci",
    title_field="title",
    time_fields=None,
    is_derived=True,
    presentation=Presentation(
        Noun("partner", "partners"),
        columns=("title", "country", "tier", "score_low", "score_high", "funds", "for_you"),
        lead=("country",),
    ),
    fields=(
        integer("rank", "Rank", "Rank in the order asked for, from 1. The intervals are wide, so the tier says more."),
        *shared.IDENTITY,
        *shared.COUNTRY,
        *shared.FUNDS,
        string("tier", "Tier", "How well they fit, as far as is known.", words=("strong", "good", "possible", "weak")),
        number("score_low", "Score, at least", "Weighted mean of the parts that apply, by what is known: 0 to 1."),
        number("score_high", "Score, at most", "The same by what may be, as long as facts are missing."),
        *grouped(Group.FACTS, *(field for part in PARTS.values() for field in ends_of(part))),
        *array("for_you", "For you", "Reasons as the programme that asks reads them."),
        *array("for_them", "For them", "The same reasons as the partner reads them."),
        *array("not_known", "Not known", "Parts of which facts are missing: their intervals are wide."),
        *array("shared_objectives", "Shared objectives", "Stated by both, the rarest first.", "objectives"),
        *array("shared_strategies", "Strategies of both", "Strategies in which both areas lie.", "strategies"),
        *array("shared_funds", "Shared funds", "Funds that a source names for both.", "funds"),
        *grouped(
            Group.AREA,
            boolean("land_border", "Land border", "Whether NUTS III areas of both share a border by land."),
            number("sea_km", "Sea between", "Shortest way over the sea, where they share no land border.", "km"),
            number("distance_km", "Distance", "From middle to middle of the areas, as the crow flies.", "km"),
        ),
        *grouped(
            Group.COOPERATION,
            *resting_on(
                _BASIS,
                *array(
                    "entries",
                    "Entries that meet",
                    "Cooperation entries of which a need meets an offer, or is for a programme like this one.",
                    reference=Reference("cooperation"),
                ),
            ),
            string(_BASIS, "Basis of the entries", "sample where any of them is one.", "value_bases"),
        ),
        *shared.SOURCES,
    ),
)
