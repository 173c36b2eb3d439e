"""The records of knowledge of an edition, and what is found among them. There are hundreds: all are read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ..model.errors import InvalidValue, NotFound, nearest
from ..model.knowledge import CODED, FIELDS_BY_NAME, IDS
from ..sources.schema_knowledge import RECORD_PROPERTIES, RECORD_VALUES, RECORDS
from .loaded_editions import EditionError, edition_in
from .query import MOST_CHARACTERS
from .text import words

#: Code lists whose labels are read: a record is found by the labels of its topics and of its type.
_LISTS = {name: FIELDS_BY_NAME[name].codelist or "" for name in CODED}


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    :param values: codes by the names of the properties that can have several
    :param words: folded words of each text that is searched
    """

    id: str
    title: str
    language: str
    type: str
    publisher: str
    date: str | None
    url: str
    external_id: str | None
    source: str
    source_date: str
    values: Mapping[str, tuple[str, ...]]
    words: tuple[tuple[str, ...], ...] = field(repr=False)

    def of(self, name: str) -> tuple[str, ...]:
        """The values of a property as texts; none where it is not known."""
        if name in self.values:
            return self.values[name]
        if name in RECORD_PROPERTIES:
            return ()
        if name == "externalIds":
            return (self.external_id,) if self.external_id else ()
        value = getattr(self, name)
        return (value,) if value else ()


@dataclass(frozen=True)
class Knowledge:
    """The records of one edition, in the order of their ids.

    :param codes: the codes of each code list that records use
    """

    records: tuple[Record, ...]
    codes: Mapping[str, tuple[str, ...]]

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
        :param days: first and last day of ``date``; records without a date are on no day
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
            if days is not None and not _inside(record.date, days):
                continue
            found.append(record)
        return found

    def _alternatives(self, name: str, value: str) -> frozenset[str]:
        codelist = FIELDS_BY_NAME[name].codelist if name in FIELDS_BY_NAME else None
        if codelist is None and name not in (IDS, "externalIds", "language"):
            return frozenset((value,))
        given = [part.strip() for part in value.split(",")]
        if not all(given):
            raise InvalidValue(name, "has an empty value. Separate values with one comma each.")
        if codelist is not None:
            for part in given:
                if part not in self.codes[codelist]:
                    near = nearest(part, self.codes[codelist], 3) or self.codes[codelist]
                    raise InvalidValue(name, f"'{part}' is not in the code list {codelist}.", near)
        return frozenset(given)


@lru_cache(maxsize=4)
def knowledge_of(folder: Path) -> Knowledge:
    """The records of the edition in a folder; an edition never changes, so that they are read once.

    :raises EditionError: where it cannot be read, or was made by another version
    """
    path = edition_in(folder).geopackage
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            return _read(db)
    except sqlite3.Error as error:
        reason = f"{path} does not have the tables of this version ({error}). Run `cooperation-atlas build`."
        raise EditionError(reason) from error


def _read(db: sqlite3.Connection) -> Knowledge:
    labels: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for codelist, code, label in db.execute("SELECT codelist, code, label FROM codelists ORDER BY position"):
        codes[codelist].append(code)
        labels[codelist, code].append(label)
    for codelist, code, label in db.execute("SELECT codelist, code, label FROM labels"):
        labels[codelist, code].append(label)
    several: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    # Names of tables come from the schema, never from input.
    for id_, name, value in db.execute(f"SELECT id, property, value FROM {RECORD_VALUES.name}"):  # noqa: S608
        several[id_].setdefault(name, []).append(value)
    columns = [column.name for column in RECORDS.columns]
    records = []
    for row in db.execute(f"SELECT {', '.join(columns)} FROM {RECORDS.name} ORDER BY id"):  # noqa: S608
        cells = dict(zip(columns, row, strict=True))
        values = {
            name: tuple(sorted(given, key=codes[RECORD_PROPERTIES[name]].index))
            for name, given in several[cells["id"]].items()
        }
        shown = [
            *(("type", code) for code in (cells["type"],)),
            *((n, c) for n, given in values.items() for c in given),
        ]
        texts = [cells["title"], cells["publisher"], *(t for n, c in shown for t in labels[_LISTS[n], c])]
        records.append(Record(**cells, values=values, words=tuple(tuple(words(text)) for text in texts)))
    return Knowledge(tuple(records), {id_: tuple(codes[id_]) for id_ in set(_LISTS.values())})


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
    if name == "externalIds":  # with the name of its scheme, or without
        own += tuple(value.partition(":")[2] for value in own)
    return not wanted.isdisjoint(own)


def _inside(day: str | None, days: tuple[str | None, str | None]) -> bool:
    first, last = days
    return day is not None and (first is None or first <= day) and (last is None or day <= last)
