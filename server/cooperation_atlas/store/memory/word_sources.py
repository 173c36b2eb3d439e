"""The texts of each collection that a search for words covers: kinds of text, how they rank, how a hit is described."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...model.collections import COOPERATION, COUNTRIES, PROGRAMME_AREAS, PROGRAMMES
from ..codelists import Code, CodeLists
from .lexicon import Lexicon, Links, numbered
from .region_names import RegionNames
from .table import FeatureTable

#: Value of ``area_basis`` where nothing narrower than the country is known.
_WHOLE_COUNTRY = "whole_country"

#: Ranks of the kinds of text, best first.
TITLE, SUMMARY, AUTHORITY, REGION, TOPIC, WHOLE_COUNTRY, COUNTRY_NAME = range(7)
NONE: np.ndarray = np.empty(0, dtype=np.int32)

#: Steps (``store.budget``) to bring the names of one region in order, on average.
_REGION = 1500

#: Describes a hit for readers, given row, owner, and the text that matched best.
Describe = Callable[[int, int, str], str]


@dataclass(frozen=True, slots=True)
class Source:
    """Texts of one kind.

    :param kind: value of ``matched_in``
    :param rank: the lower, the better is a hit; from 0 to 7
    :param whole_country: whether the texts are those of a whole country, of which a programme may serve only a part
    :param regions: the regions that are the owners, where they are
    """

    kind: str
    rank: int
    lexicon: Lexicon
    links: Links
    describe: Describe
    whole_country: bool = False
    regions: RegionNames | None = None


class WordSources:
    """The sources of each table; what tables have in common is made once.

    :param tables: by collection id
    """

    def __init__(self, tables: Mapping[str, FeatureTable], codelists: CodeLists, regions: RegionNames) -> None:
        self._tables = tables
        self._codelists = codelists
        self.regions = regions

    @property
    def cost(self) -> int:
        """Steps (``store.budget``) to bring the names of the regions in order, where that is still to be done."""
        return 0 if "lexicon" in self.regions.__dict__ else len(self.regions.codes) * _REGION

    def of(self, id_: str) -> list[Source]:
        """The sources of a collection."""
        table = self._tables[id_]
        collection = table.collection
        if collection.programmes_field is not None:
            return self._of_areas(table)
        if collection.programme_field is None:
            code = _column("code", TITLE, table, collection.id_field, "Code")
            return [code, _column("name", TITLE, table, collection.title_field, "Name")]
        # A feature of a programme matches by its own title, and by that of the programme where it states that too.
        titles = [name for name in dict.fromkeys((collection.title_field, PROGRAMMES.title_field))
                  if name in table.columns]  # fmt: skip
        sources = [_column("title", TITLE, table, name, "Title") for name in titles]
        sources.append(_column("cci", TITLE, table, collection.programme_field, "CCI"))
        if id_ == COOPERATION.id:
            sources.append(_column("summary", SUMMARY, table, "summary", "Summary"))
        programmes = self._tables[PROGRAMMES.id]
        rows = [programmes.row_of.get(cci) for cci in table.columns[collection.programme_field].values]
        authorities = programmes.columns["managing_authority"].values
        names = [None if row is None else authorities[row] for row in rows]
        sources.append(_texts("managing_authority", AUTHORITY, names, _labelled("Managing authority")))
        if "topics" in table.columns:
            sources.append(self._topics(table))
        if id_ == PROGRAMME_AREAS.id:
            return sources + self._of_places(table, _single(table.columns["nuts_code"].values), "basis")
        joined = None if id_ == PROGRAMMES.id else rows
        return sources + self._of_places(programmes, programmes.columns["nuts_codes"].values, "area_basis", joined)

    def _of_places(
        self,
        table: FeatureTable,
        codes: Sequence[Sequence[str] | None],
        basis: str,
        rows: Sequence[int | None] | None = None,
    ) -> list[Source]:
        """The regions of the areas stated, those of countries where no more is known than that, and country names.

        :param table: has the country, and the version and basis of the codes
        :param rows: the row of ``table`` for each row of the table that is searched; absent where it is that table
        """
        columns = table.columns
        stated, whole, home = [], [], []
        numbers = self.regions.numbers
        for own, version, known, country in zip(
            codes, *(columns[n].values for n in ("nuts_version", basis, "country")), strict=True
        ):
            area, number = self.regions.area(version, own), numbers.get(country)
            is_whole = known == _WHOLE_COUNTRY
            stated.append(NONE if is_whole else area)
            whole.append(area if is_whole else NONE)
            home.append(NONE if is_whole or number is None else np.array([number], dtype=np.int32))
        countries: Sequence[str | None] = columns["country"].values
        if rows is not None:
            countries = [None if row is None else countries[row] for row in rows]

        def source(kind: str, rank: int, of: Sequence[np.ndarray], describe: Describe, far: bool) -> Source:
            joined = of if rows is None else [NONE if row is None else of[row] for row in rows]
            links = Links(joined, len(self.regions.codes))
            return Source(kind, rank, self.regions.lexicon, links, describe, far, self.regions)

        return [
            source("region", REGION, stated, self._region_label("Region"), False),
            source("country", WHOLE_COUNTRY, whole, self._country_label(countries), True),
            source("country", COUNTRY_NAME, home, self._region_label("Country"), True),
        ]

    def _of_areas(self, table: FeatureTable) -> list[Source]:
        id_field, columns, known = table.collection.id_field, table.columns, self.regions.numbers
        sources = [
            _column("code", TITLE, table, id_field, "Code"),
            self._regions("name", TITLE, _single(table.ids), "Name"),
        ]
        for name in filter(columns.__contains__, (table.collection.title_field, "name_national")):
            # Names of areas that are not among the regions, and the country's name in the code list.
            own = [text if code not in known or table.collection is COUNTRIES else None
                   for code, text in zip(table.ids, columns[name].values, strict=True)]  # fmt: skip
            sources.append(_texts("name", TITLE, own, _labelled("Name")))
        if "nuts2" in columns:
            pairs = zip(columns["nuts2"].values, columns["nuts1"].values, strict=True)
            above = [[code for code in pair if code] for pair in pairs]
            sources.append(self._regions("region", REGION, above, "Region"))
        return sources

    def _regions(self, kind: str, rank: int, codes: Sequence[Sequence[str]], label: str) -> Source:
        numbers = self.regions.numbers
        owners = [np.array([numbers[c] for c in own if c in numbers], dtype=np.int32) for own in codes]
        links = Links(owners, len(self.regions.codes))
        return Source(kind, rank, self.regions.lexicon, links, self._region_label(label), False, self.regions)

    def _topics(self, table: FeatureTable) -> Source:
        topics, lexicon = self._topic_labels
        numbers = {topic.code: number for number, topic in enumerate(topics)}
        made: dict[tuple[str, ...], np.ndarray] = {}
        owners = []
        for codes in table.columns["topics"].values:
            key = tuple(codes or ())
            if key not in made:
                made[key] = np.array([numbers[code] for code in key if code in numbers], dtype=np.int32)
            owners.append(made[key])

        def describe(_row: int, owner: int, text: str) -> str:
            topic = topics[owner]
            if text in topic.also_called:
                return f"Topic: {topic.label} ({topic.code}), also called {text}"
            return f"Topic: {text} ({topic.code})"

        return Source("topic", TOPIC, lexicon, Links(owners, len(topics)), describe)

    @cached_property
    def _topic_labels(self) -> tuple[list[Code], Lexicon]:
        topics = list(self._codelists["topics"])
        return topics, Lexicon([[topic.label, *topic.labels.values(), *topic.also_called] for topic in topics])

    def _region_label(self, label: str) -> Describe:
        def describe(_row: int, owner: int, text: str) -> str:
            return f"{label}: {self._named(owner, text)}"

        return describe

    def _country_label(self, countries: Sequence[str | None]) -> Describe:
        def describe(row: int, owner: int, text: str) -> str:
            number = self.regions.numbers.get(countries[row] or "")
            if number is None or number == owner:
                return f"Whole country: {self._named(owner, text)}"
            return f"Whole country: {self.regions.name(number)}, with {self._named(owner, text)}"

        return describe

    def _named(self, owner: int, text: str) -> str:
        """A region by its official name, and the name that matched where it is another."""
        shown = self.regions.shown(owner)
        return shown if text == self.regions.name(owner) else f"{shown}, also called {text}"


def _column(kind: str, rank: int, table: FeatureTable, name: str, label: str) -> Source:
    return _texts(kind, rank, table.columns[name].values, _labelled(label))


def _labelled(label: str) -> Describe:
    return lambda _row, _owner, text: f"{label}: {text}"


def _texts(kind: str, rank: int, values: Sequence[str | None], describe: Describe) -> Source:
    distinct, owners = numbered(values)
    return Source(kind, rank, Lexicon([[text] for text in distinct]), Links(owners, len(distinct)), describe)


def _single(values: Sequence[str]) -> list[list[str]]:
    return [[value] for value in values]
