"""Runs a parsed request on a store: what depends both on what the client wrote and on what the store holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..model.collections import PROGRAMMES, collection
from ..model.criteria import criteria_of
from ..store.budget import Budget
from ..store.contract import Counts, Page, Store
from ..store.query import Query
from .parameter_names import parameters_named
from .requests import Alternatives, FacetsRequest, ItemsRequest


def search(store: Store, request: ItemsRequest, budget: Budget | None = None, *, typical_first: bool = False) -> Page:
    """The page that a request for a list of features asks for.

    :param typical_first: begin a list that asks for nothing in particular with features that show every property.
        Clients guess types from the first features they see (GDAL from 20, QGIS before 3.44 from ten): a property that
        is absent in all of them becomes text there, and the values of an array are lost
    :raises OverBudget: where it costs more than ``budget``
    :raises InvalidValue: naming the parameter
    """
    with parameters_named():
        query = chosen_query(store, request.query, request.alternatives)
        if typical_first and not query.sortby and not query.is_selective:
            query = replace(query, lead=store.representatives(query.collection))
        if request.hits:  # a page without features, so that no format has to know about counts
            query = replace(query, limit=0)
        return store.search(query, budget)


def count_facets(store: Store, request: FacetsRequest, budget: Budget | None = None) -> Counts:
    """The number of features that match, and the counts that a request for facets asks for.

    :raises OverBudget: where it costs more than ``budget``
    :raises InvalidValue: naming the parameter
    """
    with parameters_named():
        query = chosen_query(store, request.query, request.alternatives)
        return store.facets(query, request.criteria or None, budget)


def chosen_query(store: Store, query: Query, alternatives: Alternatives) -> Query:
    """The query with each text that is no value as a whole replaced by its alternatives."""
    if not alternatives:
        return query
    by_name = dict(alternatives)
    criteria = criteria_of(collection(query.collection))

    def chosen(name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        if name not in by_name:
            return values
        holder = PROGRAMMES.id if name in criteria else query.collection
        return values if any(store.has_value(holder, name, value) for value in values) else by_name[name]

    return replace(
        query,
        criteria=tuple((name, chosen(name, values)) for name, values in query.criteria),
        equals=tuple((name, chosen(name, values)) for name, values in query.equals),
    )
