"""What the page "Find a partner" was asked for, read from the fields of its form.

It takes the criteria by their own names. A field may stand in the address several times, as the boxes of a form write
it, or be empty, which says nothing. Programme and regions may be named in words; they are resolved here, so that every
link of the page has their codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from ..model.collections import COOPERATION, PROGRAMMES, Collection
from ..model.criteria import CRITERIA, SAMPLES, UNKNOWN, Match, criteria_of
from ..model.errors import InvalidValue, NotFound
from ..model.periods import CURRENT_PERIOD, PERIODS
from ..ogc.parameter_names import parameters_named
from ..ogc.parameter_values import choice, split, whole
from ..ogc.parameters import MAXIMUM_OFFSET, Parameters, unique
from ..ogc.query_parameters import query_of
from ..ogc.requests import alternatives_of
from ..ogc.search import chosen_query
from ..store.contract import Store
from ..store.query import Part, Query

#: The parameter that names the programme for which partners are sought; everywhere else it is a criterion of words.
ASKER = "programme"
#: Parameters of the page beside the criteria.
ABROAD, SHOW, LOOK, OFFSET = "abroad", "show", "view", "offset"
#: What the page lists, and how.
PROGRAMMES_SHOWN, ENTRIES_SHOWN = "programmes", "entries"
CARDS, TABLE = "cards", "table"
#: Results on a page.
PAGE = 20
#: Programmes that are offered where words name several.
MOST_NAMED = 8
#: A NUTS code of any level.
_CODE = re.compile(r"[A-Za-z]{2}[A-Za-z0-9]{0,3}")
_NUTS = next(c.name for c in CRITERIA.values() if c.match is Match.NUTS)
_PERIOD = "period"

#: The criteria of the page: those of programmes and entries, but for the one whose name says who asks.
CRITERIA_TAKEN = tuple(
    dict.fromkeys(n for n in (*criteria_of(PROGRAMMES), *criteria_of(COOPERATION)) if n not in (ASKER, "sample"))
)
#: All parameters of the page beside those of every document (``f``, ``lang``, ``exclude``).
TAKEN = (ASKER, ABROAD, "q", *CRITERIA_TAKEN, "include", SHOW, LOOK, OFFSET)


@dataclass(frozen=True)
class FindRequest:
    """A request for the page.

    :param given: its parameters, with codes in place of words and without what says nothing
    :param asker: CCI of the programme that seeks partners
    :param named: programmes that the words for it may mean, where they mean none for certain
    :param asked_as: those words
    :param unresolved: names of regions that are none, with the codes of those that have the name
    """

    given: Mapping[str, str]
    asker: str | None = None
    named: tuple[tuple[str, str], ...] = ()
    asked_as: str | None = None
    unresolved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day: date | None = None

    @property
    def collection(self) -> Collection:
        """The collection of the results."""
        return COOPERATION if self.given.get(SHOW) == ENTRIES_SHOWN else PROGRAMMES

    @property
    def is_partners(self) -> bool:
        """Whether partners of a programme are ranked."""
        return self.asker is not None and self.collection is PROGRAMMES

    @property
    def look(self) -> str:
        """How results are shown."""
        return self.given.get(LOOK, CARDS)

    @property
    def offset(self) -> int:
        """Results before those on this page."""
        return int(self.given.get(OFFSET, "0"))

    @property
    def period(self) -> str:
        """The period, or both, as a search has it."""
        return self.given.get(_PERIOD, CURRENT_PERIOD.code)

    @property
    def is_start(self) -> bool:
        """Whether nothing is asked for yet."""
        return not set(self.given) - {"lang", "exclude", "f", LOOK, SHOW}

    def search(self, **changed: str | None) -> dict[str, str]:
        """The parameters of the same search in the collection of the results.

        :param changed: values to put in, ``None`` for none
        """
        offered = criteria_of(self.collection)
        names = [name for name in (*CRITERIA_TAKEN, "q", "include") if name in offered or name in ("q", "include")]
        kept = {name: self.given[name] for name in names if name in self.given}
        kept.setdefault(_PERIOD, self.period)
        kept |= {name: value for name, value in changed.items() if value is not None}
        return {name: value for name, value in kept.items() if changed.get(name, value) is not None}

    def query(self, store: Store, **changed: str | None) -> Query:
        """The search as the store takes it.

        :raises InvalidValue: for values that do not fit
        """
        parameters = self.search(**changed)
        with parameters_named():
            query = query_of(self.collection, parameters, None, self.day)
            return chosen_query(store, query, alternatives_of(self.collection, parameters))


def parse_find(given: Parameters, store: Store, today: date | None) -> FindRequest:
    """The request for the page.

    :raises InvalidValue: for anything that is not understood
    """
    joined = _joined(given)
    parameters = unique(tuple(joined.items()), ("f", "lang", "exclude", *TAKEN), "'/'")
    for name, values in _CHOICES.items():
        if name in parameters:
            choice(name, parameters[name], values)
    whole(OFFSET, parameters.get(OFFSET, "0"), 0, MAXIMUM_OFFSET)
    for name in CRITERIA_TAKEN:
        codelist = CRITERIA[name].codelist
        if name in parameters and codelist:
            for code in split(name, parameters[name]):
                store.codelists.list(codelist).check(code, name)
    unresolved = _regions(parameters, store)
    asked_as = parameters.pop(ASKER, None)
    if asked_as is None:
        return FindRequest(parameters, unresolved=unresolved, day=today)
    named = _programmes(asked_as, parameters.get(_PERIOD), store)
    if len(named) == 1:
        ((cci, _),) = named
        return FindRequest({ASKER: cci, **parameters}, cci, unresolved=unresolved, day=today)
    return FindRequest(parameters, None, named, asked_as, unresolved, today)


#: Values of the parameters that are no criteria.
_CHOICES: dict[str, tuple[str, ...]] = {
    ABROAD: ("true",),
    SHOW: (PROGRAMMES_SHOWN, ENTRIES_SHOWN),
    LOOK: (CARDS, TABLE),
    "include": (UNKNOWN,),
    "exclude": (SAMPLES,),
}


def _joined(given: Parameters) -> dict[str, str]:
    """The parameters without empty ones; several values of a criterion are one list."""
    joined: dict[str, str] = {}
    for name, value in given:
        text = value.strip()
        if not text and name in TAKEN:
            continue
        if name in joined:
            if name not in CRITERIA_TAKEN:
                raise InvalidValue(name, "is given twice.")
            if text not in joined[name].split(","):
                joined[name] = f"{joined[name]},{text}"
        else:
            joined[name] = value
    return joined


@contextmanager
def _named_asker() -> Iterator[None]:
    """Errors about words name the field that holds them."""
    try:
        yield
    except InvalidValue as error:
        if error.place is Part.WORDS:
            error.place = ASKER
        raise


def _programmes(text: str, period: str | None, store: Store) -> tuple[tuple[str, str], ...]:
    """The programmes that a CCI or words stand for: CCI and title."""
    try:
        page = store.one(PROGRAMMES.id, text.strip())
    except NotFound:
        page = None
    if page is None:
        for periods in ((period or CURRENT_PERIOD.code), ",".join(PERIODS)):
            criteria = ((_PERIOD, tuple(periods.split(","))),)
            with _named_asker():
                page = store.search(Query(PROGRAMMES.id, criteria, words=text, limit=MOST_NAMED))
            if len(page):
                break
    assert page is not None
    return tuple((cci, title or cci) for cci, title in page.cells(("cci", "title")))


def _regions(parameters: dict[str, str], store: Store) -> dict[str, tuple[str, ...]]:
    """Put codes in the place of names of regions.

    :return: the names that are none or several, each with codes that it may mean
    """
    if _NUTS not in parameters:
        return {}
    codes: list[str] = []
    unresolved: dict[str, tuple[str, ...]] = {}
    for text in split(_NUTS, parameters[_NUTS]):
        if _CODE.fullmatch(text) and (len(text) == 2 or store.region_name(text.upper()) is not None):
            codes.append(text.upper())
            continue
        found = tuple(store.regions_called(text))
        if len(found) == 1:
            codes += found
        else:
            unresolved[text] = found[:MOST_NAMED]
    if codes:
        parameters[_NUTS] = ",".join(dict.fromkeys(codes))
    else:
        del parameters[_NUTS]
    return unresolved
