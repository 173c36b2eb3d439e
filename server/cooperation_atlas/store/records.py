"""The records of an edition, and what is found among them. There are hundreds: all are read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ..model.errors import InvalidValue, NotFound, nearest
from ..model.fields import FieldType
from ..model.record_collections import IDS, RecordCollection
from ..sources.schema_records import RECORD_TABLES, RecordTables
from .loaded_editions import EditionError, edition_in
from .query import MOST_CHARACTERS
from .text import words

#: Names of identifiers that others gave: as a property, and as a column.
_EXTERNAL, _EXTERNAL_COLUMN = "externalIds", "external_id"
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    :param cells: values of the properties that have one; what is not known is absent
    :param values: codes by the names of the properties that can have several
    :param words: folded words of each text that is searched
    """

    id: str
    cells: Mapping[str, str]
    values: Mapping[str, tuple[str, ...]]
    sample: bool = False
    words: tuple[tuple[str, ...], ...] = field(default=(), repr=False)

    def of(self, name: str) -> tuple[str, ...]:
        """The values of a property as texts; none where it is not known."""
        if name in self.cells:
            return (self.cells[name],)
        return self.values.get(name, ())


@dataclass(frozen=True)
class Records:
    """The records of one collection in one edition, in the order of their ids.

    :param codes: the codes of each code list that they use
    """

    collection: RecordCollection
    records: tuple[Record, ...]
    codes: Mapping[str, tuple[str, ...]]

    def without_samples(self) -> Records:
        """The same without the records that are made up."""
        return Records(self.collection, tuple(one for one in self.records if not one.sample), self.codes)

    def one(self, id_: str) -> Record:
        """The record of that id.

        :raises NotFound: naming the nearest ids
        """
        for record in self.records:
            if record.id == id_:
                return record
        raise NotFound(f"record '{id_}'", nearest(id_, [record.id for record in self.records]))

    def search(
        self,
        q: str | None = None,
        equal: Iterable[tuple[str, str]] = (),
        days: tuple[str | None, str | None] | None = None,
    ) -> list[Record]:
        """The records that meet everything.

        :param q: words; alternatives are separated by commas, the words of each stand side by side in one text
        :param equal: properties and their values; alternatives of codes and ids are separated by commas
        :param days: first and last day, with which those of a record overlap; one without a day is on none
        :raises InvalidValue: for a value that cannot be meant
        """
        tests = [(name, self._alternatives(name, value)) for name, value in equal]
        phrases = None if q is None else _phrases(q)
        found = []
        for record in self.records:
            if not all(_meets(record, name, wanted) for name, wanted in tests):
                continue
            if phrases is not None and not any(_has(text, phrase) for phrase in phrases for text in record.words):
                continue
            if days is not None and not self._overlaps(record, days):
                continue
            found.append(record)
        return found

    def _alternatives(self, name: str, value: str) -> frozenset[str]:
        field_ = self.collection.by_name.get(name)
        if field_ is not None and field_.type is FieldType.BOOLEAN:
            if value not in _TRUTHS:
                raise InvalidValue(name, f"'{value}' is not true or false.", ("true", "false"))
            return frozenset((str(_TRUTHS[value]).lower(),))
        codelist = self.collection.codelists.get(name)
        if codelist is None and name not in (IDS, _EXTERNAL, "language", "cci"):
            return frozenset((value,))
        given = [part.strip() for part in value.split(",")]
        if not all(given):
            raise InvalidValue(name, "has an empty value. Separate values with one comma each.")
        if codelist is not None:
            for part in given:
                if part not in self.codes[codelist]:
                    near = nearest(part, self.codes[codelist], 3) or self.codes[codelist][:12]
                    raise InvalidValue(name, f"'{part}' is not in the code list {codelist}.", near)
        return frozenset(given)

    def _overlaps(self, record: Record, days: tuple[str | None, str | None]) -> bool:
        begin, end = (next(iter(record.of(name)), None) for name in self.collection.days)
        first, last = days
        if begin is None and end is None:
            return False
        return (first is None or end is None or first <= end) and (last is None or begin is None or begin <= last)


@lru_cache(maxsize=8)
def records_of(folder: Path, collection: RecordCollection) -> Records:
    """The records of the edition in a folder; an edition never changes, so that they are read once.

    :raises EditionError: where it cannot be read, or was made by another version
    """
    path = edition_in(folder).geopackage
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            return _Reader(db, collection).records()
    except sqlite3.Error as error:
        reason = f"{path} does not have the tables of this version ({error}). Run `cooperation-atlas build`."
        raise EditionError(reason) from error


class _Reader:
    """Reads a collection from the GeoPackage of an edition."""

    def __init__(self, db: sqlite3.Connection, collection: RecordCollection) -> None:
        self._db = db
        self._collection = collection
        self._labels: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._codes: defaultdict[str, list[str]] = defaultdict(list)
        for codelist, code, label in db.execute("SELECT codelist, code, label FROM codelists ORDER BY position"):
            self._codes[codelist].append(code)
            self._labels[codelist, code].append(label)
        for codelist, code, label in db.execute("SELECT codelist, code, label FROM labels"):
            self._labels[codelist, code].append(label)

    def records(self) -> Records:
        """All records, samples among them where the edition has any."""
        present = {name for (name,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found = [
            record
            for tables in RECORD_TABLES
            # An edition without samples has no table of them.
            if tables.collection is self._collection and (tables.rows.name in present or not tables.sample)
            for record in self._of(tables)
        ]
        lists = set(self._collection.codelists.values())
        ordered = tuple(sorted(found, key=lambda record: record.id))
        return Records(self._collection, ordered, {id_: tuple(self._codes[id_]) for id_ in lists})

    def _of(self, tables: RecordTables) -> Iterator[Record]:
        several: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        for id_, name, value in self._select(tables.values.name, ("id", "property", "value")):
            several[id_].setdefault(name, []).append(value)
        columns = tuple(column.name for column in tables.rows.columns)
        for id_, *row in self._select(tables.rows.name, columns):
            cells = {name: value for name, value in zip(columns[1:], row, strict=True) if value is not None}
            if _EXTERNAL_COLUMN in cells:
                cells[_EXTERNAL] = cells.pop(_EXTERNAL_COLUMN)
            # What every record of the collection is, and whether it is made up, stands in no column.
            if type_ := self._collection.by_name["type"].words:
                cells["type"] = type_[0]
            if self._collection.sample_field:
                cells[self._collection.sample_field] = str(tables.sample).lower()
            order = {name: self._codes[codelist].index for name, codelist in tables.properties.items()}
            values = {name: tuple(sorted(given, key=order[name])) for name, given in several[id_].items()}
            yield Record(id_, cells, values, tables.sample, self._words(cells, values))

    def _words(self, cells: Mapping[str, str], values: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        texts = [cells[name] for name in self._collection.texts if name in cells]
        for name, codelist in self._collection.codelists.items():
            for code in values.get(name) or filter(None, (cells.get(name),)):
                texts += self._labels[codelist, code]
        return tuple(tuple(words(text)) for text in texts)

    def _select(self, table: str, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
        # Names come from the schema, never from input.
        listed = ", ".join(f'"{column}"' for column in columns)
        return iter(self._db.execute(f'SELECT {listed} FROM "{table}" ORDER BY rowid'))  # noqa: S608


def _phrases(q: str) -> list[list[str]]:
    if len(q) > MOST_CHARACTERS:
        raise InvalidValue("q", f"has {len(q)} characters; a search takes at most {MOST_CHARACTERS}.")
    phrases = [words(part) for part in q.split(",")]
    if not any(phrases):
        raise InvalidValue("q", "has no letter or digit to search for.")
    return [phrase for phrase in phrases if phrase]


def _has(text: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words stand side by side in a text; the last one may be the beginning of a word."""
    *whole, last = phrase
    return any(
        list(text[at : at + len(whole)]) == whole and text[at + len(whole)].startswith(last)
        for at in range(len(text) - len(whole))
    )


def _meets(record: Record, name: str, wanted: frozenset[str]) -> bool:
    if name == IDS:
        return record.id in wanted
    own = record.of(name)
    if name == _EXTERNAL:  # with the name of its scheme, or without
        own += tuple(value.partition(":")[2] for value in own)
    return not wanted.isdisjoint(own)
