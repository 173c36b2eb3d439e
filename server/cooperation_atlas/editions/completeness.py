"""Which lists of a programme are whole, worked out from the sources of its rows and from its code.

A list is whole where a source states the whole of it, never because it looks long. Which sources do is a table,
``codelists/whole_lists.csv``; a source named there states the whole list of every programme of which it states any
fund, category, objective or amount. So a list may be whole and empty: the planned finances of 2014-2020 hold all
priority axes of a technical assistance programme, and no objective among them.

The whole official table states all four lists of every programme in it (``import-official --complete``).

Two rules need no source: the fund part of a CCI may stand for one fund, and where all funds are known and none of them
is allocated by category of region (the Cohesion Fund, the Just Transition Fund), there are no categories to know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from ..model.cci import parse
from ..model.completeness import AMOUNTS, CATEGORIES, FUNDS, OBJECTIVES, completeness, missing
from ..sources.row import Row
from ..sources.tables import Sources
from .single_funds import single_funds

#: Tables by whose sources it is known what else a source states. Areas are not among them: they are stated apart.
STATING = ("funds", "amounts", "categories", "objectives")


class WholeLists:
    """The lists of the programmes that are whole."""

    def __init__(self, sources: Sources) -> None:
        self._single = single_funds(sources)
        self._by_category = {f for f, row in sources.codes["funds"].items() if row.values["by_category"]}
        self._whole: dict[str, set[str]] = {}
        for row in sources.rows("whole_lists"):
            self._whole.setdefault(row.raw["source"], set()).add(row.raw["list"])

    def properties(self, cci: str, facts: Mapping[str, Iterable[Row]], funds: Iterable[str]) -> dict[str, bool]:
        """The properties ``*_complete`` of a programme.

        :param facts: rows of its facts by table, without the prefix ``programmes_``; those of the official table as
            ``official``
        :param funds: its funds, as far as they are known
        """
        stated = {row.raw["source"] for name in STATING for row in facts[name]}
        whole = set().union(*(self._whole.get(source, ()) for source in stated))
        if whole_table_day(facts["official"]):
            whole |= {one.code for one in (FUNDS, CATEGORIES, OBJECTIVES, AMOUNTS)}
        code = parse(cci)
        if (code.period, code.fund) in self._single:
            whole.add(FUNDS.code)
        if FUNDS.code in whole and funds and self._by_category.isdisjoint(funds):
            whole.add(CATEGORIES.code)
        complete = {one.complete: one.code in whole for one in (FUNDS, CATEGORIES, OBJECTIVES, AMOUNTS) if one.complete}
        # Topics follow from the objectives.
        return {**complete, "topics_complete": OBJECTIVES.code in whole}


def whole_table_day(official: Iterable[Row]) -> dt.date | None:
    """The day of the whole official table from which everything on a programme was taken.

    :param official: rows of ``official_programmes``; ``None`` where they come from extracts, or there are none
    """
    return max((day for row in official if (day := row.date("complete_on"))), default=None)


def known(programme: Mapping[str, Any]) -> dict[str, Any]:
    """The properties ``completeness`` and ``missing`` of a programme.

    :param programme: its other properties
    """
    return {"completeness": completeness(programme), "missing": missing(programme)}
