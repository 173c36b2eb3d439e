"""Indexes for the search criteria: from a criterion and its values to rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from ..model.criteria import Criterion, Match
from ..model.errors import InvalidValue, nearest
from .codelists import CodeLists
from .table import Mask, Rows, Table
from .text import wildcard

#: Rows of nothing.
NONE: Rows = np.empty(0, dtype=np.int64)


class NutsIndex:
    """Rows by NUTS code.

    :param postings: rows by the code that stands in them
    :param parents: for each code the one above it. Parents are followed, not prefixes: in NUTS 2016 the parent of
        UKN10 is UKN0.
    """

    def __init__(self, postings: Mapping[str, Rows], parents: Mapping[str, str | None]) -> None:
        self._parents = parents
        self._exact = postings
        below: defaultdict[str, list[Rows]] = defaultdict(list)
        for code, rows in postings.items():
            for above in self._above(code):
                below[above].append(rows)
        self._below = {code: np.unique(np.concatenate(rows)) for code, rows in below.items()}

    def _above(self, code: str) -> Iterator[str]:
        above = self._parents.get(code)
        while above:
            yield above
            above = self._parents.get(above)

    def rows(self, code: str, containing: bool) -> Rows:
        """Rows whose code is ``code`` or lies inside it; with ``containing`` also those that contain it."""
        found = [self._below.get(code, NONE), self._exact.get(code, NONE)]
        if containing:
            found += [self._exact.get(above, NONE) for above in self._above(code)]
        return np.concatenate(found)


class CriterionIndex:
    """The rows of one table that answer to each value of each criterion.

    :param objective_topics: topics to which an objective is mapped, by any relation
    :param nuts_parents: all NUTS codes of all versions and levels that are known, each with the code above it
    """

    def __init__(
        self,
        table: Table,
        codelists: CodeLists,
        objective_topics: Mapping[str, Container[str]],
        nuts_parents: Mapping[str, str | None],
    ) -> None:
        self.table = table
        self._codelists = codelists
        self._objective_topics = objective_topics
        self._nuts_parents = nuts_parents
        self._trees: dict[str, dict[str, Rows]] = {}
        self._nuts: NutsIndex | None = None

    def mask(self, criterion: Criterion, values: Iterable[str]) -> Mask:
        """Rows that answer to any of the values.

        :raises InvalidValue: for a value that the criterion does not take
        """
        mask = np.zeros(len(self.table), dtype=bool)
        for value in values:
            mask[self.rows(criterion, value)] = True
        return mask

    def meeting(self, criteria: Iterable[tuple[Criterion, Iterable[str]]]) -> Mask | None:
        """Rows that meet all the criteria, ``None`` where there are none.

        :raises InvalidValue: for a value that a criterion does not take
        """
        masks = [self.mask(criterion, values) for criterion, values in criteria]
        return np.logical_and.reduce(masks) if masks else None

    def rows(self, criterion: Criterion, value: str) -> Rows:
        """Rows that answer to one value."""
        self.check(criterion, value)
        name = criterion.property_of(self.table.collection)
        if name is None:
            raise InvalidValue(criterion.name, f"does not apply to '{self.table.collection.id}'.")
        column = self.table.columns[name]
        match criterion.match:
            case Match.PATTERN:
                fits = wildcard(value)
                return np.flatnonzero([text is not None and fits(text) for text in column.folded])
            case Match.NUTS:
                if self._nuts is None:
                    self._nuts = NutsIndex(column.postings, self._nuts_parents)
                # A country or region is found by the codes above it, not by those inside it: its own area counts.
                areas = self.table.collection.programmes_field is not None and name != "country"
                return self._nuts.rows(value, containing=not areas)
            case Match.TREE:
                return self._tree(criterion, name).get(value, NONE)
            case Match.BOOLEAN:
                return column.postings.get(value == "true", NONE)
            case Match.CODE:
                found = [column.postings.get(answer, NONE) for answer in criterion.answers(value)]
                return np.concatenate(found)

    def values(self, criterion: Criterion) -> list[str]:
        """The values that a facet of the criterion counts."""
        if criterion.match is Match.BOOLEAN:
            return ["false", "true"]
        return list(self._codelists[criterion.codelist].codes) if criterion.codelist else []

    def check(self, criterion: Criterion, value: str) -> None:
        """Refuse a value outside the list of the criterion.

        :raises InvalidValue: naming the nearest valid values
        """
        if criterion.match is Match.NUTS:
            if value not in self._nuts_parents:
                reason = f"'{value}' is not a NUTS code of the versions published here."
                raise InvalidValue(criterion.name, reason, nearest(value, self._nuts_parents))
        elif criterion.match is Match.BOOLEAN:
            if value not in ("true", "false"):
                raise InvalidValue(criterion.name, f"'{value}' is neither true nor false.")
        elif criterion.codelist:
            self._codelists[criterion.codelist].check(value, criterion.name)

    def _tree(self, criterion: Criterion, name: str) -> dict[str, Rows]:
        """Rows by code, each row also under the codes above its own and under those its objectives map to."""
        if criterion.name not in self._trees:
            codes = self._codelists[criterion.codelist or ""]
            found: defaultdict[str, list[Rows]] = defaultdict(list)
            for code, rows in self.table.columns[name].postings.items():
                for above in codes.ancestors(code):
                    found[above].append(rows)
            objectives = self.table.columns.get("objectives")
            for objective, rows in (objectives.postings if objectives else {}).items():
                for topic in self._objective_topics.get(objective, ()):
                    for above in codes.ancestors(topic):
                        found[above].append(rows)
            self._trees[criterion.name] = {c: np.unique(np.concatenate(rows)) for c, rows in found.items()}
        return self._trees[criterion.name]
