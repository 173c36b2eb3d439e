"""What is new, changed or gone in a search: the same search in two editions, compared feature by feature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from ..model.collections import Collection, collection
from ..model.errors import InvalidValue
from ..store.budget import Budget, OverBudget
from ..store.contract import Page, Store
from ..store.crs import CRS84
from ..store.query import Query
from .limits import Limits
from .parameter_names import parameters_named
from .parameters import CHANGES, Parameters
from .query_parameters import query_of
from .requests import Alternatives, alternatives_of, search_parameters
from .search import chosen_query

#: Name of a change of the geometry, which is no property.
GEOMETRY = "geometry"
#: Steps (``store.budget``) of a feature: its geometry is encoded and compared.
_FEATURE = 200


class Kind(StrEnum):
    """What happened to a feature, in the order in which changes are told."""

    ADDED = "added"
    ENTERED = "entered"
    CHANGED = "changed"
    LEFT = "left"
    REMOVED = "removed"

    @property
    def is_gone(self) -> bool:
        """Whether the feature has no page any more."""
        return self is Kind.REMOVED


@dataclass(frozen=True)
class ChangesRequest:
    """A request for what has changed.

    :param query: its offset and limit are those of the changes
    """

    query: Query
    alternatives: Alternatives = ()


@dataclass(frozen=True)
class Change:
    """What happened to one feature.

    :param title: its name, in the later edition that has it
    :param sample: whether it is made up
    :param properties: of a changed one, the names of those that differ, and ``GEOMETRY``
    """

    id: str
    kind: Kind
    title: str
    sample: bool
    properties: tuple[str, ...] = ()


class NotComparable(Exception):
    """The earlier edition cannot be asked the same: it does not know a value."""


def parse_changes(
    of: Collection,
    given: Parameters,
    today: date | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> ChangesRequest:
    """The request for what has changed.

    :raises InvalidValue: for anything that is not understood
    """
    parameters = search_parameters(of, given, CHANGES, f"the changes of '{of.id}'")
    query = replace(query_of(of, parameters, None, today), limit=limits.count(parameters.get("limit")))
    return ChangesRequest(query, alternatives_of(of, parameters))


def check(store: Store, request: ChangesRequest, budget: Budget | None = None) -> None:
    """Search in one edition alone, so that what is wrong with a search is said where there is nothing to compare.

    :raises InvalidValue: naming the parameter
    """
    _found(store, request, budget)


def changes(now: Store, before: Store, request: ChangesRequest, budget: Budget | None = None) -> list[Change]:
    """All changes of a search between two editions: what was added first, what was removed last, then by id.

    :raises InvalidValue: naming the parameter
    :raises OverBudget: where it costs more than ``budget``
    :raises NotComparable: where the earlier edition cannot be asked the same
    """
    of = collection(request.query.collection)
    found = _Found(of, _found(now, request, budget), budget)
    try:
        page = _found(before, request, budget)
    except OverBudget:
        raise
    except InvalidValue as error:
        raise NotComparable(str(error)) from error
    former = _Found(of, page, budget)
    known, known_before = _ids(now, of), _ids(before, of)
    told = [
        *(
            found.change(i, Kind.ENTERED if i in known_before else Kind.ADDED)
            for i in found.rows
            if i not in former.rows
        ),
        *(
            found.change(i, Kind.CHANGED, differing)
            for i in found.rows
            if i in former.rows and (differing := found.differing(former, i))
        ),
        *(former.change(i, Kind.LEFT if i in known else Kind.REMOVED) for i in former.rows if i not in found.rows),
    ]
    order = list(Kind)
    return sorted(told, key=lambda change: (order.index(change.kind), change.id))


def _found(store: Store, request: ChangesRequest, budget: Budget | None) -> Page:
    """All features that a search finds, on one page."""
    with parameters_named():
        query = chosen_query(store, request.query, request.alternatives)
        return store.search(replace(query, offset=0, limit=max(1, store.counts[query.collection])), budget)


def _ids(store: Store, of: Collection) -> frozenset[str]:
    """The ids of a whole collection."""
    return frozenset(store.search(Query(of.id, limit=max(1, store.counts[of.id]))).ids)


class _Found:
    """The features that a search found in one edition, ready to be compared."""

    def __init__(self, of: Collection, page: Page, budget: Budget | None) -> None:
        self._names = tuple(f.name for f in of.stored)
        if budget is not None:
            cost = len(page) * (len(self._names) + _FEATURE)
            budget.spend(cost, f"comparing {len(page)} features with those of another edition")
        self._title, self._sample = of.title_field, of.sample_field
        cells = (dict(zip(self._names, row, strict=True)) for row in page.cells(self._names))
        self.rows: Mapping[str, Mapping[str, Any]] = dict(zip(page.ids, cells, strict=True))
        self._geometries = dict(zip(page.ids, page.features(CRS84, ()), strict=True))

    def change(self, id_: str, kind: Kind, properties: Sequence[str] = ()) -> Change:
        row = self.rows[id_]
        sample = self._sample is not None and bool(row[self._sample])
        return Change(id_, kind, str(row[self._title] or id_), sample, tuple(properties))

    def differing(self, other: _Found, id_: str) -> list[str]:
        """The names of what differs in a feature that both have, as a client would see it."""
        mine, theirs = self.rows[id_], other.rows[id_]
        names = [name for name in self._names if mine[name] != theirs[name]]
        return names + [GEOMETRY] * (self._geometries[id_] != other._geometries[id_])
