"""The parts of a search: what is loaded into one layer each, and the sub-groups of periods that they make.

The regions of two periods are those of two NUTS versions. On one map they would lie across each other, so that a search
over both periods has a sub-group for each, of which one is shown at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterable, List, Tuple, TypeVar

from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES, VERSIONS, Search
from ..api.texts import tr

Layer = TypeVar("Layer")


@dataclass(frozen=True)
class Part:
    """The records of one collection that a search finds.

    :param whole: the search
    :param period: the period of the records where the search is over several; empty where it is over one
    """

    collection: str
    whole: Search
    period: str = ""

    @property
    def narrowed(self) -> Search:
        """The search for this period alone."""
        return self.whole.with_values(period=[self.period]) if self.period else self.whole

    @property
    def search(self) -> Search:
        """What is asked of the collection.

        Areas are those of one period anyway, and to ask for it would leave out those without any programme.
        """
        return self.whole if self.collection in VERSIONS else self.narrowed

    @property
    def areas(self) -> str:
        """The collection of the areas of its period."""
        return self.narrowed.areas_collection()

    @property
    def table(self) -> str:
        """The name of its table in a GeoPackage, in which no two parts of a search have the same."""
        return f"{self.collection}-{self.period}" if self.period else self.collection

    def beside(self, collection: str) -> Part:
        """The part of another collection in the same period."""
        return Part(collection, self.whole, self.period)


def parts_of(search: Search, with_neighbours: bool, with_entries: bool) -> Tuple[Part, ...]:
    """All parts of a search: by period, and in each from the top of the map to its bottom."""
    made: List[Part] = []
    # Points are drawn above all, lines between the outlines of programmes and the areas.
    above, between = (COOPERATION,) * with_entries, (NEIGHBOURS,) * with_neighbours
    for period in search.periods():
        areas = Part("", search, period).areas
        made += [Part(name, search, period) for name in (*above, PROGRAMMES, *between, areas)]
    return tuple(made)


def by_period(layers: Iterable[Tuple[str, Layer]]) -> Dict[str, List[Layer]]:
    """Layers, or what else is given with its period, put together by period in the order in which they come."""
    made: Dict[str, List[Layer]] = {}
    for period, layer in layers:
        made.setdefault(period, []).append(layer)
    return made


def title(part: Part) -> str:
    """The name of the sub-group of its period."""
    return tr("Layers", "{0} (NUTS {1})").format(part.period, VERSIONS[part.areas])
