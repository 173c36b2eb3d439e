"""What a search needs, and where those are who need it."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

from .comparison import Comparison
from .partners import COUNTRY, Asker
from .search import PROGRAMMES, Search

#: The part of a need that says where those are who have it, and the one that is no need alone.
AREA, _PERIOD = "need_nuts3", "need_period"
#: The collection of countries with their areas.
COUNTRIES = "countries"


def need_of(search: Search, comparison: Comparison, title: str, own: Optional[Asker] = None) -> Optional[Asker]:
    """A search as a need: what it looks for is needed. ``None`` where it says nothing that can be needed.

    Where it looks is where partners are, if it is known who asks; else it is where those are who need it, as on the
    pages of the server.

    :param title: the search in words
    :param own: the programme or country that the user works for
    """
    said = search.to_params(PROGRAMMES)
    offered = [
        each
        for each in comparison.needs
        if each.criterion in said
        and (each.several or len(search.values(each.criterion)) == 1)
        and not (own is not None and (each.name in (COUNTRY, AREA) or (own.cci and not each.beside)))
    ]
    needs = tuple((each.name, said[each.criterion]) for each in offered)
    if not {name for name, _value in needs} - {_PERIOD}:
        return None
    if own is None:
        return Asker("", title, needs)
    needed = {each.criterion for each in comparison.needs} - {"country", "nuts3"}
    view = search.view()
    filters = tuple((name, value) for name, value in said.items() if name not in needed and name not in view)
    return Asker(own.cci, title, (*own.needs, *needs), filters)


def own_area(asker: Asker) -> Optional[Tuple[str, Dict[str, str]]]:
    """Where the area of an asker is: a collection, and the parameters that find it there; ``None`` without an area."""
    if asker.cci:
        return PROGRAMMES, {"cci": asker.cci}
    said = dict(asker.needs)
    if AREA in said:
        period = (said[_PERIOD],) if _PERIOD in said else ()
        return Search.of(period=period).areas_collection(), {"nuts3": said[AREA]}
    return (COUNTRIES, {"country": said[COUNTRY]}) if COUNTRY in said else None
