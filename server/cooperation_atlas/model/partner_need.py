"""What a described need can say: declared once, for requests, the API definition and the form of the page."""

from __future__ import annotations

from dataclasses import dataclass

#: What the name of every parameter of a need begins with: plain names are filters on candidates.
PREFIX = "need_"


@dataclass(frozen=True, slots=True)
class NeedParameter:
    """A parameter of a described need.

    :param part: what of the need it is
    :param codelist: whose codes are its values; NUTS codes otherwise
    :param several: whether it takes several values, with commas between them
    :param beside: whether it can narrow what a programme seeks, beside ``programme``
    """

    part: str
    title: str
    description: str
    codelist: str | None = None
    several: bool = True
    beside: bool = True

    @property
    def name(self) -> str:
        """Its name in requests."""
        return PREFIX + self.part


#: All of them by name, in the order of the form.
NEED: dict[str, NeedParameter] = {
    parameter.name: parameter
    for parameter in (
        NeedParameter(
            "topic",
            "Topic needed",
            "What the partnership is about; a topic stands for all objectives below it.",
            "topics",
        ),
        NeedParameter(
            "objective",
            "Objective needed",
            "The same by objectives: specific ones (RSO1.1), or those above them.",
            "objectives",
        ),
        NeedParameter(
            "nuts3",
            "Your area",
            "Area for which partners are sought: NUTS codes of any level. Border, strategies, structure and scale are "
            "compared with it. Beside a programme it is a part of its area.",
        ),
        NeedParameter(
            "country",
            "Your country",
            "Country of those who seek partners, where no area says it: partners are of other countries.",
            "countries",
            beside=False,
        ),
        NeedParameter(
            "scope",
            "Scope needed",
            "Scope of partnership needed; partners are those with whom it is possible.",
            "scopes",
            several=False,
        ),
        NeedParameter(
            "partner_type",
            "Type of partner",
            "Type of partner that the cooperation is for: entries of partners meet it that seek this type, or any.",
            "partner_types",
        ),
        NeedParameter(
            "kind",
            "Entries of partners",
            "Kind of their entries that can meet the need: offers, needs, or both as by default.",
            "kinds",
            several=False,
        ),
        NeedParameter(
            "period",
            "Period",
            "Period of the programmes that are sought; the current one by default.",
            "periods",
            several=False,
            beside=False,
        ),
    )
}
