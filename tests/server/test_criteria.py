"""The criteria as they are declared: the same on every collection, and one thing with a property of the same name."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from made_store import records

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS, Collection
from cooperation_atlas.model.criteria import CRITERIA, Level, criteria_of
from cooperation_atlas.ogc.parameters import ITEMS
from cooperation_atlas.ogc.requests import parse_items
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.query import Query

EVERY = pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS.keys())


@pytest.fixture(scope="module")
def store(real_edition: EditionFolder) -> MemoryStore:
    return load_edition(real_edition.folder)


@EVERY
def test_every_criterion_is_taken_by_every_collection(collection: Collection) -> None:
    """But samples by entries only, and criteria of areas by those that have what they read."""
    left_out = set(CRITERIA) - set(criteria_of(collection))
    if not collection.is_of_programmes:
        assert left_out == {name for name, criterion in CRITERIA.items() if not criterion.is_own(collection)}
        return
    of_areas = {name for name, c in CRITERIA.items() if c.level is Level.AREA and c.area not in collection.by_name}
    assert left_out == of_areas | (set() if collection.is_entry else {"sample"})


def test_what_a_criterion_reads_exists() -> None:
    programmes, entries = COLLECTIONS["programmes"].by_name, COLLECTIONS["cooperation"].by_name
    for criterion in CRITERIA.values():
        own = criterion.level is Level.AREA
        assert criterion.programme in programmes or own or criterion.level is Level.ENTRY, criterion.name
        assert criterion.entry in entries or own or criterion.level is Level.PROGRAMME, criterion.name
        assert not own or any(criterion.is_own(collection) for collection in COLLECTIONS.values())
        assert criterion.complete is None or criterion.complete in programmes
        for collection in COLLECTIONS.values():
            if criterion.is_own(collection):
                assert criterion.own_property(collection) in collection.by_name


def written(cell: object) -> set[str]:
    """The values of a cell as a parameter writes them: none, one, or those of an array."""
    if isinstance(cell, str) and cell.startswith("["):
        cell = json.loads(cell)
    values = cell if isinstance(cell, list | tuple) else [] if cell is None else [cell]
    return {str(value).lower() if isinstance(value, bool) else str(value) for value in values}


@EVERY
def test_no_property_or_reserved_parameter_hides_behind_a_criterion(store: MemoryStore, collection: Collection) -> None:
    """A criterion and a property of one name are one thing: what the parameter finds has the value."""
    assert not set(ITEMS) & {*CRITERIA, *collection.by_name}
    for name in set(criteria_of(collection)) & set(collection.by_name):
        criterion = CRITERIA[name]
        values = {id_: written(properties[name]) for id_, properties in records(store, collection.id).items()}
        distinct = sorted(set().union(*values.values()))
        for value in distinct[:40]:
            text = value.replace(",", "\\,").replace("*", "")
            query = parse_items(collection, [(name, text)]).query
            page = store.search(replace(query, limit=len(store.table(collection.id))))
            answers = set(criterion.answers(value))
            for (own,) in page.cells([name]):
                assert written(own) & answers, (name, value)
            covered = collection.programmes_field is None
            having = {id_ for id_, own in values.items() if value in own}
            assert having <= set(page.ids) or not covered, (name, value)


@EVERY
def test_what_is_worked_out_for_each_answer_is_not_in_an_edition(store: MemoryStore, collection: Collection) -> None:
    assert list(store.table(collection.id).columns) == [field.name for field in collection.stored]
    computed = [field.name for field in collection.computed]
    (feature,) = store.search(Query(collection.id, limit=1)).features(names=computed)
    assert list(json.loads(feature)["properties"]) == computed
    assert [field.name for field in collection.fields[-len(computed) :]] == computed
