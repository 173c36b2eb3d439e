"""The map of the page "Find a partner": all results by area, not only those of the page, and lines to partners."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..model.periods import PERIODS
from ..ogc.address import Address
from ..store.budget import Budget
from ..store.contract import Store
from .drawn_map import DrawnMap
from .find_request import OFFSET, FindRequest
from .find_results import Results
from .matches_map import AREA, PERIOD, matches_map
from .translations.catalogue import Catalogue


def drawn_results(
    found: FindRequest,
    results: Results,
    store: Store,
    words: Catalogue,
    path: str,
    budget: Budget | None,
    title: str,
    noun: tuple[str, str],
) -> DrawnMap | None:
    """The map of all results; ``None`` where none covers areas.

    :param words: texts in the language of the page
    :param path: of the page
    :param title: of the legend, translated
    :param noun: what the results are called: one, several
    """
    kept = [(name, text) for name, text in found.given.items() if name not in (AREA, PERIOD, OFFSET, "f")]

    def href(code: str, period: str) -> str:
        return f"{prefix(period)}{code}"

    def prefix(period: str) -> str:
        if period not in prefixes:
            prefixes[period] = Address(path, (*kept, (PERIOD, period), (AREA, ""))).url()
        return prefixes[period]

    def text(number: int, _: int | None = None) -> str:
        return f"{words.number(number)} {words.ngettext(*noun, number)}"

    prefixes: dict[str, str] = {}
    if results.drawn is not None:
        period = next(one.code for one in PERIODS.values() if one.nuts_version == results.drawn.version)
        return replace(
            results.drawn,
            legend_title=title,
            href=partial(href, period=period),
            text=lambda _, number: text(number),
        )
    if results.query is None:
        return None
    return matches_map(store, results.query, title, href, text, budget)
