"""Partners of a programme on the page "Find a partner": the answer of ``/partners``, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from ..matching.asker import Asker
from ..matching.facts import Facts
from ..matching.matcher import Matcher, Partners
from ..matching.search import pay_comparison
from ..model.collections import PROGRAMMES
from ..model.criteria import criteria_of
from ..model.errors import InvalidValue
from ..model.partner_need import NEED
from ..model.partners import PARTNERS
from ..model.periods import PERIODS
from ..ogc.partner_request import MOST, PROGRAMME, parse_partners
from ..store.budget import Budget
from ..store.contract import Store
from ..store.query import Query
from .drawn_map import DrawnMap
from .find_cards import partner_cards
from .find_request import PAGE, FindRequest
from .find_results import Results
from .http.request import ResourceRequest
from .partner_asker import asker_of, wish_of
from .partner_features import PartnerFeatures
from .partner_sentences import Sentences
from .service import ServedEdition
from .translations.catalogue import catalogue

#: What of the search describes the partnership, by the name that the list of partners has for it. Everything else
#: chooses among the candidates.
NEEDED = {NEED[name].part: name for name in ("need_topic", "need_objective", "need_scope", "need_partner_type")}
_FIELDS = {name: own for own, name in NEEDED.items()}
#: Criteria that a programme says itself.
_SAID = "period"


def partner_parameters(found: FindRequest) -> dict[str, str]:
    """The parameters of the list of partners that gives the same answer."""
    search = {name: value for name, value in found.search().items() if name != _SAID or name in found.given}
    offered = criteria_of(PROGRAMMES)
    # Plain texts: a value knows how it was written, with the name that it had.
    renamed = {NEEDED.get(n, n): str(v) for n, v in search.items() if n in offered or n in ("q", "include")}
    return {PROGRAMME: found.asker or "", **renamed}


def _answer(
    found: FindRequest, view: ServedEdition, budget: Budget | None, limit: int
) -> tuple[Matcher, Asker, Partners]:
    parameters = {**partner_parameters(found), "limit": str(limit)}
    with _named_here():
        tables, codelists = view.partners.tables, view.store.codelists
        parsed = parse_partners(tuple(parameters.items()), tables, codelists, found.day)
        matcher, asker = asker_of(view, parsed, budget)
        pay_comparison(matcher, parsed.limit, budget, asker)
        return matcher, asker, matcher.partners(asker, wish_of(view, parsed, matcher, budget))


def count_partners(found: FindRequest, view: ServedEdition, budget: Budget | None) -> int:
    """The number of partners.

    :raises OverBudget: where that costs more than ``budget``
    """
    return _answer(found, view, budget, 1)[2].matched


def partner_results(
    found: FindRequest, view: ServedEdition, request: ResourceRequest, budget: Budget | None
) -> Results:
    """The partners of the programme, best first.

    :raises OverBudget: where that costs more than ``budget``
    """
    matcher, asker, answer = _answer(found, view, budget, MOST)
    facts = matcher.facts
    shown = Partners(asker, answer.found[found.offset : found.offset + PAGE], answer.matched, answer.closed)
    sentences = Sentences(catalogue(view.language(request)), view.store.codelists)
    page = PartnerFeatures(view.store, matcher, shown, Query(PARTNERS.id), sentences)
    counts: Counter[str] = Counter()
    for partner in answer.found:
        counts.update(facts.areas[number] for number in facts.covers.row(partner.row).tolist())
    own = facts.covers.row(facts.row_of[found.asker or ""])
    begin = _middle(facts, own)
    ends = [(_middle(facts, facts.covers.row(one.row)), (one.low + one.high) / 2) for one in answer.found]
    return Results(
        partner_cards(page.records, found, view.store),
        answer.matched,
        0,
        drawn=DrawnMap(
            version=PERIODS[facts.period].nuts_version,
            shades=dict(counts),
            legend_title="",
            lines=[(begin, end, strength) for end, strength in ends if begin and end],
            own=[facts.areas[number] for number in own.tolist()],
        ),
        notes=page.notes,
        offset=found.offset,
        countries=Counter(facts.countries[facts.country[one.row]] for one in answer.found),
        topics=_topics_of(view.store, [facts.ids[one.row] for one in answer.found]),
    )


def _topics_of(store: Store, programmes: Sequence[str]) -> Counter[str]:
    """The number of programmes by topic, and by each broader one."""
    codes = store.codelists["topics"]
    page = store.search(Query(PROGRAMMES.id, equals=(("cci", tuple(programmes)),), limit=len(programmes)))
    return Counter(
        code
        for (topics,) in page.cells(("topics",))
        for code in {broader for topic in topics or () for broader in codes.ancestors(topic)}
    )


@contextmanager
def _named_here() -> Iterator[None]:
    """Errors about a part of a need name the field of the page."""
    try:
        yield
    except InvalidValue as error:
        error.place = _FIELDS.get(error.place, error.place)
        raise


def _middle(facts: Facts, areas: Sequence[int] | np.ndarray) -> str | None:
    """The area of some that is nearest to the middle of all."""
    numbers = np.asarray(areas)
    if not len(numbers):
        return None
    middles = facts.places.middle[numbers]
    return facts.areas[int(numbers[int((middles @ middles.sum(axis=0)).argmax())])]
