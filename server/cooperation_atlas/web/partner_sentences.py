"""The reasons for a pair of programmes as sentences, in one language, for both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..matching.declared import Meeting
from ..matching.matcher import Partner
from ..matching.reasons import Reasons, SharedClass
from ..matching.scale import Sectors
from ..model.partner_sentences import Sentence
from ..store.codelists import CodeLists
from .translations.catalogue import Catalogue

#: Most objectives and entries that a sentence names.
_MOST = 6
#: Code lists by what a reason holds.
_OBJECTIVES, _STRATEGIES, _CATEGORIES = "objectives", "strategies", "categories_of_region"


@dataclass(frozen=True)
class Sentences:
    """Writes sentences.

    :param codelists: for the labels of codes
    """

    catalogue: Catalogue
    codelists: CodeLists

    def of_part(self, name: str, partner: Partner, *, own: bool) -> list[str]:
        """The sentences on a part of a pair.

        :param own: whether the programme that asks reads them; the partner otherwise
        """
        return list(_WRITERS[name](self, partner, own))

    def all(self, partner: Partner, *, own: bool) -> list[str]:
        """The sentences that say what there is in common, part by part."""
        telling = [name for name in _WRITERS if _tells(name, partner)]
        return [sentence for name in telling for sentence in self.of_part(name, partner, own=own)]

    def say(self, sentence: Sentence, **values: object) -> str:
        """A sentence with its values."""
        return self.catalogue.gettext(sentence) % values

    def label(self, codelist: str, code: str) -> str:
        """The label of a code in the language, the code where there is none."""
        return self.codelists.label(codelist, code, self.catalogue.language)

    def labels(self, codelist: str, codes: Iterable[str]) -> str:
        """Labels of codes with the codes, joined by semicolons."""
        return "; ".join(f"{self.label(codelist, code)} ({code})" for code in codes)

    def theme(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``theme``."""
        reasons = partner.reasons
        if reasons.wanted:
            yield self._needed(reasons, own)
        elif reasons.objectives:
            yield self.say(Sentence.THEME, objectives=self.labels(_OBJECTIVES, reasons.objectives[:_MOST]))
        else:
            yield self.say(Sentence.THEME_NONE if reasons.objectives_known else Sentence.THEME_UNKNOWN)

    def _needed(self, reasons: Reasons, own: bool) -> str:
        """On what a need is about."""
        if reasons.objectives:
            stated = self.labels(_OBJECTIVES, reasons.objectives[:_MOST])
            return self.say(Sentence.NEED if own else Sentence.NEED_THEIRS, objectives=stated)
        if reasons.objectives_known:
            return self.say(Sentence.NEED_NONE if own else Sentence.NEED_NONE_THEIRS)
        return self.say(Sentence.NEED_UNKNOWN if own else Sentence.NEED_UNKNOWN_THEIRS)

    def border(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``border``."""
        shared = partner.reasons.border
        if shared is None:
            applies = partner.parts["border"] is not None or not own
            yield self.say(Sentence.BORDER_NONE if applies else Sentence.BORDER_NOT)
            return
        pairs = ", ".join("–".join(pair if own else reversed(pair)) for pair in shared.pairs)
        if shared.km is None:
            yield self.say(Sentence.BORDER_LAND, pairs=pairs)
        else:
            yield self.say(Sentence.BORDER_SEA, km=self.catalogue.number(round(shared.km)), pairs=pairs)
        sides = ((shared.own, shared.own_of), (shared.theirs, shared.their_of))
        (a, a_of), (b, b_of) = sides if own else sides[::-1]
        yield self.say(Sentence.BORDER_AREAS, own=a, own_of=a_of, theirs=b, their_of=b_of)

    def strategies(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``strategies``."""
        for shared in partner.reasons.strategies:
            a, b = self._sides(shared, own)
            yield self.say(Sentence.STRATEGY, strategy=self.label(_STRATEGIES, shared.code), own=a, theirs=b)
        if not partner.reasons.strategies:
            applies = partner.parts["strategies"] is not None or not own
            yield self.say(Sentence.STRATEGY_NONE if applies else Sentence.STRATEGY_NOT)

    def structure(self, partner: Partner, _: bool) -> Iterator[str]:
        """On ``structure``."""
        classes = [self.catalogue.translate(shared.code.replace("_", " ")) for shared in partner.reasons.structure]
        yield (
            self.say(Sentence.STRUCTURE, classes=", ".join(classes)) if classes else self.say(Sentence.STRUCTURE_NONE)
        )

    def scale(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``scale``."""
        reasons = partner.reasons
        national, sizes = (reasons.national, reasons.sizes) if own else (reasons.national[::-1], reasons.sizes[::-1])
        if not reasons.of_need:  # a need is no programme
            yield self.say(_LEVELS[national])
        yield self.say(Sentence.SIZES, own=sizes[0], theirs=sizes[1])
        if not reasons.same_lead:
            yield self.say(Sentence.LEAD_OTHER)
        if reasons.sectors in _SECTORS:
            yield self.say(_SECTORS[reasons.sectors])

    def funds(self, partner: Partner, _: bool) -> Iterator[str]:
        """On ``funds``."""
        shared = partner.reasons.funds
        yield self.say(Sentence.FUNDS, funds=", ".join(shared)) if shared else self.say(Sentence.FUNDS_UNKNOWN)

    def complement(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``complement``."""
        reasons: Reasons = partner.reasons
        sides = (reasons.own_categories, reasons.their_categories)
        if all(sides):
            a, b = (
                ", ".join(self.label(_CATEGORIES, code) for code in side) for side in (sides if own else sides[::-1])
            )
            yield self.say(Sentence.CATEGORIES, own=a, theirs=b)
        else:
            yield self.say(Sentence.CATEGORIES_UNKNOWN)

    def experience(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``experience``."""
        yours, theirs = partner.reasons.projects if own else partner.reasons.projects[::-1]
        for mean, known, unknown in (
            (theirs, Sentence.EXPERIENCE_THEIRS, Sentence.EXPERIENCE_THEIRS_UNKNOWN),
            (yours, Sentence.EXPERIENCE_YOURS, Sentence.EXPERIENCE_YOURS_UNKNOWN),
        ):
            yield self.say(unknown) if mean is None else self.say(known, mean=self.catalogue.number(round(mean)))

    def declared(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``declared``."""
        met: Meeting | None = partner.meeting
        if met is None or not met.entries:
            yield self.say(Sentence.DECLARED_NONE)
        elif met.window is None:
            yield from self._meets_need(met, own)
        else:
            kind = Sentence.DECLARED_SAMPLES if met.sample else Sentence.DECLARED
            yield self.say(kind, entries=", ".join(met.entries[:_MOST]))

    def _meets_need(self, met: Meeting, own: bool) -> Iterator[str]:
        """On the entries that meet a need."""
        entries = ", ".join(met.entries[:_MOST])
        yield self.say(Sentence.MEETS_NEED if own else Sentence.MEETS_NEED_THEIRS, entries=entries)
        if met.sample:
            yield self.say(Sentence.SAMPLES)

    def sought(self, partner: Partner, own: bool) -> Iterator[str]:
        """On ``sought``."""
        if partner.sought is not None:
            said = Sentence.SOUGHT_BY_THEM if own else Sentence.SOUGHT_BY_YOU
            if partner.reasons.of_need:
                said = Sentence.SOUGHT_IN_YOUR_COUNTRY if own else Sentence.SOUGHT_IN_THEIR_COUNTRY
            yield self.say(said, entries=", ".join(partner.sought.entries[:_MOST]))
            if partner.sought.sample:
                yield self.say(Sentence.SAMPLES)

    def window(self, partner: Partner, _: bool) -> Iterator[str]:
        """On ``window``."""
        if partner.meeting is not None and partner.meeting.entries and partner.meeting.window:
            low, high = partner.meeting.window
            together = Sentence.WINDOW_TOGETHER if low else Sentence.WINDOW_UNKNOWN if high else Sentence.WINDOW_APART
            yield self.say(together)

    def _sides(self, shared: SharedClass, own: bool) -> tuple[str, str]:
        shares = (shared.own, shared.theirs) if own else (shared.theirs, shared.own)
        a, b = (self.catalogue.number(round(100 * share)) for share in shares)
        return a, b


_LEVELS = {
    (True, True): Sentence.SCALE_NATIONAL,
    (False, False): Sentence.SCALE_REGIONAL,
    (True, False): Sentence.SCALE_LARGER,
    (False, True): Sentence.SCALE_SMALLER,
}
_SECTORS = {
    Sectors.SAME: Sentence.SECTOR_SAME,
    Sectors.OTHER: Sentence.SECTOR_OTHER,
    Sectors.ONE: Sentence.SECTOR_ONE,
}
_WRITERS: dict[str, Callable[[Sentences, Partner, bool], Iterator[str]]] = {
    "theme": Sentences.theme,
    "border": Sentences.border,
    "strategies": Sentences.strategies,
    "structure": Sentences.structure,
    "scale": Sentences.scale,
    "funds": Sentences.funds,
    "complement": Sentences.complement,
    "experience": Sentences.experience,
    "declared": Sentences.declared,
    "sought": Sentences.sought,
    "window": Sentences.window,
}


def _tells(name: str, partner: Partner) -> bool:
    """Whether a part tells of something in common, so that a list of reasons names it."""
    reasons = partner.reasons
    found: dict[str, object] = {
        "theme": reasons.objectives or reasons.wanted,
        "border": reasons.border,
        "strategies": reasons.strategies,
        "structure": reasons.structure,
        "scale": partner.parts["scale"] is not None,
        "funds": reasons.funds,
        "complement": partner.weights.get("complement"),
        "experience": partner.weights.get("experience"),
        "declared": partner.meeting is not None and partner.meeting.entries,
        "sought": partner.sought,
        "window": partner.meeting is not None and partner.meeting.entries,
    }
    return bool(found.get(name, True))
