"""Indexes for the search criteria: from a criterion and its values to rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import numpy as np

from ...editions.partnership import IMPLYING
from ...model.collections import PROGRAMMES
from ...model.criteria import Criterion, Match
from ...model.errors import InvalidValue, nearest
from ...model.hierarchy import Hierarchy
from ..codelists import CodeLists
from ..text import wildcard
from .table import FeatureTable, Mask, PropertyColumn, Rows

#: What has the form of a NUTS code (Reg. (EC) No 1059/2003 Art. 3), in either case.
_CODE = re.compile(r"[A-Za-z]{2}[0-9A-Za-z]{0,3}")
#: Rows of nothing.
NONE: Rows = np.empty(0, dtype=np.int64)


class NutsIndex:
    """Rows by NUTS code.

    :param postings: rows by the code that stands in them
    """

    def __init__(self, postings: Mapping[str, Rows], hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._exact = postings
        below: defaultdict[str, list[Rows]] = defaultdict(list)
        for code, rows in postings.items():
            for above in self._hierarchy.ancestors(code):
                below[above].append(rows)
        self._below = {code: np.unique(np.concatenate(rows)) for code, rows in below.items()}

    def rows(self, code: str, containing: bool) -> Rows:
        """Rows whose code is ``code`` or lies inside it; with ``containing`` also those that contain it."""
        rows = [self._below.get(code, NONE), self._exact.get(code, NONE)]
        if containing:
            rows += [self._exact.get(above, NONE) for above in self._hierarchy.ancestors(code)]
        return np.concatenate(rows)


#: Status of a cooperation entry whose action is over (code list ``statuses``).
COMPLETED = "completed"


class CriterionIndex:
    """The rows of one table that answer to each value of each criterion that the table can answer itself.

    Three-valued: a row meets a criterion, misses it, or what is known does not say. ``rows`` and ``mask`` give those
    that meet it; with ``possible`` also those of which it is not known.

    :param objective_topics: topics to which an objective is mapped, with the relation (SKOS). A programme matches
        any of them; an entry states its topics itself, and matches those that its objectives imply (``IMPLYING``)
    :param nuts: all NUTS codes of all versions and levels that are known
    :param with_words: for a criterion and a text, the rows in whose texts all words of the text begin a word
    """

    def __init__(
        self,
        table: FeatureTable,
        codelists: CodeLists,
        objective_topics: Mapping[str, Mapping[str, str]],
        nuts: Hierarchy,
        with_words: Callable[[Criterion, str], Mask],
    ) -> None:
        self.table = table
        self._with_words = with_words
        self._codelists = codelists
        self._objective_topics = objective_topics
        self._nuts = nuts
        self._direct: dict[str, dict[str, Rows]] = {}
        self._trees: dict[str, dict[str, Rows]] = {}
        self._absent: dict[str, Mask] = {}
        #: By criterion, and whether what is not known was included: the values of the last search, and their mask.
        self._last: dict[tuple[str, bool], tuple[tuple[str, ...], Mask]] = {}
        self._by_nuts: NutsIndex | None = None

    def mask(self, criterion: Criterion, values: Iterable[str], possible: bool = False) -> Mask:
        """Rows that answer to any of the values, or, where the criterion excludes, to none of them.

        :param possible: whether to include the rows of which it is not known
        :raises InvalidValue: for a value that the criterion does not take
        """
        mask = np.zeros(len(self.table), dtype=bool)
        with_unknown = possible is not criterion.excludes
        for value in values:
            mask[self.rows(criterion, value)] = True
            if with_unknown:
                mask |= self.unknown(criterion, value)
        return ~mask if criterion.excludes else mask

    def meeting(self, criteria: Iterable[tuple[Criterion, Iterable[str]]], possible: bool = False) -> Mask | None:
        """Rows that meet all the criteria, ``None`` where there are none.

        :raises InvalidValue: for a value that a criterion does not take
        """
        masks = [self._remembered(criterion, tuple(values), possible) for criterion, values in criteria]
        return np.logical_and.reduce(masks) if masks else None

    def _remembered(self, criterion: Criterion, values: tuple[str, ...], possible: bool) -> Mask:
        """The mask of a criterion of a search; the last one is kept, as each facet of a search needs it again."""
        last = self._last.get((criterion.name, possible))
        if last is not None and last[0] == values:
            return last[1]
        mask = self.mask(criterion, values, possible)
        self._last[criterion.name, possible] = values, mask
        return mask

    def rows(self, criterion: Criterion, value: str) -> Rows:
        """Rows that answer to one value."""
        self.check(criterion, value)
        column = self._column(criterion)
        match criterion.match:
            case Match.PATTERN:
                fits = wildcard(value)
                return np.flatnonzero([text is not None and fits(text) for text in column.folded])
            case Match.WORDS:
                return np.flatnonzero(self._with_words(criterion, value))
            case Match.NUTS:
                if self._by_nuts is None:
                    self._by_nuts = NutsIndex(column.postings, self._nuts)
                # A country or region matches the codes above it, not those inside it: its own area counts.
                areas = self.table.collection.programmes_field is not None and column.field.name != "country"
                return self._by_nuts.rows(value, containing=not areas)
            case Match.TREE:
                return self._tree(criterion).get(value, NONE)
            case Match.BOOLEAN:
                return column.postings.get(value == "true", NONE)
            case Match.DAY:
                return self._open(value, known=True)
            case Match.CODE:
                return np.concatenate([column.postings.get(answer, NONE) for answer in criterion.answers(value)])

    def unknown(self, criterion: Criterion, value: str) -> Mask:
        """Rows of which it is not known whether they answer to the value; they may be among those that do."""
        match criterion.match:
            case Match.PATTERN | Match.WORDS | Match.NUTS | Match.BOOLEAN:
                return np.zeros(len(self.table), dtype=bool)
            case Match.DAY:
                mask = np.zeros(len(self.table), dtype=bool)
                mask[self._open(value, known=False)] = True
                return mask
            case Match.CODE if criterion.codelist == "strategies" and criterion.entry is None:
                # Strategies of an area follow from the territory of the strategy. Where no source lists the territory,
                # it is not known of any area.
                return np.full(len(self.table), value not in self._column(criterion).postings)
            case _:
                return self._unstated(criterion)

    def direct(self, criterion: Criterion) -> dict[str, Rows]:
        """For a criterion with a tree, the rows by the codes that they have themselves or by a mapping."""
        if criterion.name not in self._direct:
            column, postings = self._column(criterion), defaultdict[str, list[Rows]](list)
            if column.field.codelist == criterion.codelist:
                for code, rows in column.postings.items():
                    postings[code].append(rows)
            objectives = self.table.columns.get("objectives") if criterion.codelist == "topics" else None
            for objective, rows in (objectives.postings if objectives else {}).items():
                for topic, relation in self._objective_topics.get(objective, {}).items():
                    if relation in IMPLYING or not self.table.collection.is_entry:
                        postings[topic].append(rows)
            self._direct[criterion.name] = {c: np.unique(np.concatenate(rows)) for c, rows in postings.items()}
        return self._direct[criterion.name]

    def values(self, criterion: Criterion) -> list[str]:
        """The values that a facet of the criterion counts."""
        if criterion.match is Match.BOOLEAN:
            return ["false", "true"]
        return list(self._codelists[criterion.codelist].codes) if criterion.codelist else []

    def is_within(self, criterion: Criterion, value: str, given: Iterable[str]) -> bool:
        """Whether whatever answers to ``value`` answers to one of the values given, too."""
        if criterion.match is Match.NUTS:
            return not set(given).isdisjoint((value, *self._nuts.ancestors(value)))
        answering = self.below(criterion, (answer for one in given for answer in criterion.answers(one)))
        return self.below(criterion, criterion.answers(value)) <= answering

    def check(self, criterion: Criterion, value: str) -> None:
        """Refuse a value outside the list of the criterion.

        :raises InvalidValue: naming the nearest valid values
        """
        if criterion.match is Match.NUTS:
            if value not in self._nuts:
                reason = f"'{value}' is not a NUTS code of the versions published here."
                alike = self._by_iso(value)
                if not _CODE.fullmatch(value) and not alike:
                    raise InvalidValue(criterion.name, f"{reason} A search for words finds regions by name.")
                raise InvalidValue(criterion.name, reason, alike or nearest(value, self._nuts))
        elif criterion.match is Match.BOOLEAN:
            if value not in ("true", "false"):
                raise InvalidValue(criterion.name, f"'{value}' is neither true nor false.")
        elif criterion.codelist:
            codes = self._codelists[criterion.codelist]
            if criterion.codelist == "topics" and value not in codes and value in self._codelists.get("objectives", ()):
                reason = f"'{value}' is an objective, not a topic. Ask for objective={value}, or for related topics."
                raise InvalidValue(criterion.name, reason, self._objective_topics.get(value, ()))
            codes.check(value, criterion.name)

    def _by_iso(self, value: str) -> tuple[str, ...]:
        """NUTS codes for one that begins with the ISO code of a country (GR30), or for the name of one."""
        countries = self._codelists.get("countries")
        if countries is None:
            return ()
        written = [*countries.called(value), *(code + value[2:] for code in countries.called(value[:2]))]
        return tuple(code for code in dict.fromkeys(written) if code in self._nuts)

    def below(self, criterion: Criterion, values: Iterable[str]) -> set[str]:
        """The values and, where the criterion has a tree, all codes below them."""
        if criterion.match is not Match.TREE or not criterion.codelist:
            return set(values)
        codes = self._codelists[criterion.codelist]
        return set().union(*(codes.descendants(value) for value in values))

    def _column(self, criterion: Criterion) -> PropertyColumn:
        """The column that the criterion reads in this table."""
        collection = self.table.collection
        if collection.is_entry:
            name = criterion.entry
        elif collection.id == PROGRAMMES.id:
            name = criterion.programme
        else:
            name = criterion.own_property(collection)
        if name is None:
            raise LookupError(f"'{collection.id}' does not answer '{criterion.name}' itself")
        return self.table.columns[name]

    def _tree(self, criterion: Criterion) -> dict[str, Rows]:
        """Rows by code, each row also under the codes above its own."""
        if criterion.name not in self._trees:
            codes = self._codelists[criterion.codelist or ""]
            postings: defaultdict[str, list[Rows]] = defaultdict(list)
            for code, rows in self.direct(criterion).items():
                for above in codes.ancestors(code):
                    postings[above].append(rows)
            self._trees[criterion.name] = {c: np.unique(np.concatenate(rows)) for c, rows in postings.items()}
        return self._trees[criterion.name]

    def _unstated(self, criterion: Criterion) -> Mask:
        """Rows in which the absence of a value says nothing: no value at all, or a list that is not complete."""
        if criterion.name not in self._absent:
            complete, known_by = (
                self.table.columns.get(name or "") for name in (criterion.complete, criterion.known_by)
            )
            if known_by is not None:
                mask = ~known_by.present
            elif complete is not None:
                mask = np.fromiter((value is not True for value in complete.values), bool, len(self.table))
            elif criterion.match is Match.TREE:
                mask = np.ones(len(self.table), dtype=bool)
                for rows in self.direct(criterion).values():
                    mask[rows] = False
            else:
                mask = ~self._column(criterion).present
            self._absent[criterion.name] = mask
        return self._absent[criterion.name]

    def _open(self, text: str, known: bool) -> Rows:
        """Entries that are open on a day; with ``known=False`` those of which it is not known.

        An end that is absent is open; both absent, or no status, leave it unknown.
        """
        day = date.fromisoformat(text).toordinal()
        begin, end = (self.table.columns[name].numbers for name in ("open_from", "open_to"))
        status = self.table.columns["status"]
        within = ~(begin > day) & ~(end < day)
        within[status.postings.get(COMPLETED, NONE)] = False
        stated = ~(np.isnan(begin) & np.isnan(end)) & status.present
        return np.flatnonzero(within & (stated if known else ~stated))
