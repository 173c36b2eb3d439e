"""Examples of searches, with values that find something in the edition served."""

from __future__ import annotations

import re
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ..model.collections import COLLECTIONS, PROGRAMMES, Collection, areas_of
from ..model.criteria import Criterion, Match, criteria_of
from ..model.periods import CURRENT_PERIOD
from ..model.presentation import EXAMPLE_SEARCHES
from ..store.contract import Store
from ..store.query import Query
from .records import records

#: A word of a title that is worth searching for: letters of any script.
_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Example:
    """A search with one criterion that finds something.

    :param value: value of the parameter
    :param name: the value for people, where it is not a code of the criterion's code list
    :param text: what it finds; ``%(example)s`` stands for the value
    """

    collection: Collection
    criterion: Criterion
    value: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of one edition.

    :param searches: those of the criteria of partner search for which there are any
    :param by_collection: for each collection a search by a code
    """

    searches: tuple[Example, ...]
    by_collection: dict[str, Example]

    def query(self, collection: str) -> dict[str, str]:
        """The parameters of a search in a collection; none where nothing can be searched for."""
        example = self.by_collection.get(collection)
        return {example.criterion.name: example.value} if example else {}

    def filters(self, collection: str) -> list[dict[str, str]]:
        """The same search by a property, as a parameter and in CQL2."""
        example = self.by_collection.get(collection)
        name = example and example.criterion.property_of(example.collection)
        if not example or not name:
            return []
        return [{name: example.value}, {"filter": f"{name} = '{example.value}'"}]


_MADE: WeakKeyDictionary[Store, Examples] = WeakKeyDictionary()


def examples_of(store: Store) -> Examples:
    """The examples of an edition, worked out once."""
    if store not in _MADE:
        _MADE[store] = Examples(tuple(_searches(store)), _by_collection(store))
    return _MADE[store]


def _searches(store: Store) -> list[Example]:
    made = []
    for declared in EXAMPLE_SEARCHES:
        collection = COLLECTIONS[declared.collection]
        criterion = criteria_of(collection)[declared.criterion]
        if choice := _choice(store, collection, criterion):
            made.append(Example(collection, criterion, *choice, declared.text))
    return made


def _by_collection(store: Store) -> dict[str, Example]:
    made = {}
    for id_, collection in COLLECTIONS.items():
        for declared in EXAMPLE_SEARCHES:
            criterion = criteria_of(collection).get(declared.criterion)
            if criterion is not None and criterion.codelist and (choice := _choice(store, collection, criterion)):
                made[id_] = Example(collection, criterion, *choice, declared.text)
                break
    return made


def _choice(store: Store, collection: Collection, criterion: Criterion) -> tuple[str, str] | None:
    """A value that finds something, and its name."""
    match criterion.match:
        case Match.CODE | Match.TREE if criterion.codelist:
            return _code(store, collection, criterion)
        case Match.NUTS:
            return _region(store)
        case Match.PATTERN:
            return _word(store)
        case _:
            return None


def _code(store: Store, collection: Collection, criterion: Criterion) -> tuple[str, str] | None:
    """The code by which most features are found, though not all; one without narrower ones."""
    codes = store.codelists[criterion.codelist or ""]
    matched, (facet,), _ = store.facets(Query(collection.id), (criterion.name,))
    useful = {c: n for c, n in facet.counts.items() if n and len(codes.descendants(c)) == 1}
    some = {code: count for code, count in useful.items() if count < matched} or useful
    return (code := max(some, key=some.__getitem__), codes.codes[code].label) if some else None


def _region(store: Store) -> tuple[str, str] | None:
    """The NUTS III area with most programmes."""
    areas = areas_of(CURRENT_PERIOD.nuts_version)
    if areas is None or areas.presentation.matching is None:
        return None
    _, every = areas.presentation.matching
    page = store.search(Query(areas.id, sortby=((every, True),), limit=1))
    for record in records(page, areas, (every,)):
        if record.values[every]:
            return record.id, record.values[areas.presentation.name]
    return None


def _word(store: Store) -> tuple[str, str] | None:
    """The longest word of a title."""
    page = store.search(Query(PROGRAMMES.id, limit=1))
    titles = [record.values[PROGRAMMES.title_field] for record in records(page, PROGRAMMES, (PROGRAMMES.title_field,))]
    words = [word for title in titles for word in _WORD.findall(title)]
    return (f"*{(word := max(words, key=len)).lower()}*", word) if words else None
