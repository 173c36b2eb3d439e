"""The page "Find a partner": everything that its template shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from ..model.collections import COOPERATION, PROGRAMMES, areas_of
from ..model.criteria import CRITERIA
from ..model.partners import PARTNERS
from ..model.periods import CURRENT_PERIOD, PERIODS
from ..ogc.parameter_names import parameters_named
from ..store.budget import Budget
from ..store.codelists import CodeLists
from ..store.contract import Store
from .filters import TITLES, VALUES
from .find_analysis import analysis_of
from .find_cards import path_of
from .find_choices import OFFERED, categories, choices, counts_of
from .find_empty import changed, offers
from .find_map import drawn_results
from .find_partners import count_partners, partner_parameters, partner_results
from .find_request import ASKER, CRITERIA_TAKEN, ENTRIES_SHOWN, OFFSET, PAGE, SHOW, FindRequest, parse_find
from .find_results import Results, search_results
from .http.request import ResourceRequest
from .service import ServedEdition
from .translations.catalogue import catalogue

#: Parameters that say how the page looks, not what it lists.
_LOOKS = ("f", "lang", "exclude", "view", "show", "offset", "abroad")


@dataclass(frozen=True, slots=True)
class Own:
    """The programme that seeks partners.

    :param path: of its page
    :param topics: that it states
    :param neighbours: countries across its borders, by land first
    """

    id: str
    path: str
    name: str
    lang: str | None
    country: str
    period: str
    topics: tuple[str, ...]
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is set, and the parameters that leave it out.

    :param text: its value in words
    """

    title: str
    text: str
    without: Mapping[str, str | None]


def find_content(view: ServedEdition, request: ResourceRequest, budget: Budget | None) -> dict[str, Any]:
    """The variables of the template.

    :raises OverBudget: where the search costs more than ``budget``
    :raises InvalidValue: for anything that is not understood
    """
    found = parse_find(request.parameters, view.store, request.day)
    store, language = view.store, view.language(request)
    searched = found if found.is_partners else _at_work(found, store)
    results = (
        partner_results(found, view, request, budget) if found.is_partners else search_results(searched, store, budget)
    )
    count = partial(_count, view, budget)
    topics = store.codelists["topics"]
    own = None if found.asker is None else own_programme(view, found.asker)
    if found.is_partners:
        counts, stated = _countries_of_partners(found, results, store.codelists), results.topics
    else:
        counts = counts_of(searched, store, budget)
        stated = counts["topic"]
    path, parameters = _data(searched)
    return {
        "found": found,
        "parameters": tuple(found.given.items()),
        "given": {k: v for k, v in found.given.items() if k != OFFSET},
        "results": results,
        "own": own,
        "period": found.period,
        # Regions are suggested by the names and codes of the period that is searched.
        "areas": areas_of(PERIODS.get(found.period, CURRENT_PERIOD).nuts_version),
        "periods": [*reversed(PERIODS), ",".join(PERIODS)],
        "default_period": CURRENT_PERIOD.code,
        "categories": categories(found, topics, stated, language),
        "offered": {
            name: choices(
                found,
                store.codelists[CRITERIA[name].codelist or ""],
                name,
                counts.get(name, {}),
                language,
                _first(own, name),
            )
            for name in OFFERED
            if name in CRITERIA
        },
        "filters": list(filters_of(found, store.codelists, language, store)),
        "hidden": {n: t for n, t in found.given.items() if n not in _FIELDS},
        "collection": PARTNERS if found.is_partners else searched.collection,
        "data_path": path,
        "data_parameters": parameters,
        "other": _other(found, count),
        "offers": offers(found, store, count, language) if not results.matched else [],
        "analysis": None
        if found.is_partners or not results.matched
        else analysis_of(searched, store, language, budget),
        "pages": _pages(found, results),
        "embed_code": embed_code,
        "drawn": partial(
            drawn_results, found, results, store, catalogue(language), f"{urlsplit(view.base_url).path}/", budget
        ),
        "last": min(results.offset + len(results.cards), results.matched),
    }


#: The fields that the form has; everything else that is asked for is kept beside them.
_FIELDS = frozenset((ASKER, "q", "open", "nuts3", "period", *OFFERED, OFFSET, "f", "lang", "exclude"))


def _at_work(found: FindRequest, store: Store) -> FindRequest:
    """The search without partners; beside a programme, for entries of other countries than its own."""
    if found.asker is None:
        return found
    ((country,),) = store.one(PROGRAMMES.id, found.asker).cells(("country",))
    given = {**found.given}
    if country and "exclude_country" not in given:
        given["exclude_country"] = country
    return replace(found, given=given)


def _countries_of_partners(found: FindRequest, results: Results, codelists: CodeLists) -> dict[str, Mapping[str, int]]:
    """How many partners the countries give; nothing where some are chosen already.

    Topics are not counted: one that is chosen orders partners anew, and leaves none of them out.
    """
    if "country" in found.given:
        return {}
    return {"country": {code: results.countries.get(code, 0) for code in codelists["countries"].codes}}


def _first(own: Own | None, name: str) -> tuple[str, ...]:
    """The choices that come first for a programme: its own topics, the countries around it."""
    if own is None:
        return ()
    return own.topics if name == "topic" else own.neighbours if name == "country" else ()


def own_programme(view: ServedEdition, cci: str) -> Own:
    """What is filled in for a programme."""
    names = ("title", "title_lang", "country", "period", "topics", "borders_on", "sea_neighbours_in")
    ((title, lang, country, period, topics, land, sea),) = view.store.one(PROGRAMMES.id, cci).cells(names)
    neighbours = tuple(dict.fromkeys((*(land or ()), *(sea or ()))))
    return Own(cci, path_of(PROGRAMMES.id, cci), title or cci, lang, country, period, tuple(topics or ()), neighbours)


def filters_of(found: FindRequest, codelists: CodeLists, language: str, store: Store) -> Iterator[Filter]:
    """The filters that are set, the period always among them."""
    yield Filter(
        CRITERIA["period"].title,
        " + ".join(found.period.split(",")),
        {"period": ",".join(PERIODS) if found.period == CURRENT_PERIOD.code else None, OFFSET: None},
    )
    for name, value in found.given.items():
        if name in (*_LOOKS, ASKER, "period"):
            continue
        criterion = CRITERIA.get(name) if name in CRITERIA_TAKEN else None
        codes = value.split(",")
        if criterion and criterion.codelist:
            text = " + ".join(codelists.label(criterion.codelist, code, language) for code in codes)
        elif name == "nuts3":
            text = " + ".join(f"{store.region_name(code) or code} ({code})" for code in codes)
        else:
            text = VALUES.get(name, {}).get(value, value)
        yield Filter(criterion.title if criterion else TITLES.get(name, name), text, {name: None, OFFSET: None})


def _data(found: FindRequest) -> tuple[str, dict[str, str]]:
    """Path and parameters of the same results as data."""
    if found.is_partners:
        return f"/{PARTNERS.id}", partner_parameters(found)
    return f"/collections/{found.collection.id}/items", found.search()


def _count(view: ServedEdition, budget: Budget | None, found: FindRequest) -> int:
    """The number of results of a search."""
    if found.is_partners:
        return count_partners(found, view, budget)
    with parameters_named():
        return view.store.search(replace(_at_work(found, view.store).query(view.store), limit=0), budget).matched


def _other(found: FindRequest, count: Callable[[FindRequest], int]) -> tuple[dict[str, str | None], int]:
    """The switch between programmes and entries: the change, and how many there are."""
    changes: dict[str, str | None] = {SHOW: None if found.collection is COOPERATION else ENTRIES_SHOWN}
    return changes, count(changed(found, changes))


def _pages(found: FindRequest, results: Results) -> dict[str, str | None]:
    """Offsets of the pages before and after."""
    pages: dict[str, str | None] = {}
    if found.offset and results.matched:
        before = min(max(0, found.offset - PAGE), (results.matched - 1) // PAGE * PAGE)
        pages["prev"] = str(before) if before else None
    if found.offset + PAGE < results.matched:
        pages["next"] = str(found.offset + PAGE)
    return pages


def embed_code(address: str, title: str) -> str:
    """The HTML that shows the results in a page of another site.

    :param address: of the embed
    :param title: what it is called, for screen readers
    """
    # Plain text: the page shows it.
    return str(Markup('<iframe src="{}" title="{}" width="100%" height="600"></iframe>').format(address, title))
