"""Checks that follow from the declared schemas: keys, code lists, references, spans of time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..model.completeness import CODES
from ..model.errors import nearest
from ..model.hierarchy import Hierarchy
from ..model.periods import PERIODS
from ..sources.findings import Finding
from ..sources.row import Row
from ..sources.schema import CODELISTS, FOREIGN_WORDS, OBJECTIVE_TOPICS
from ..sources.tables import Source, Sources, repeated_keys

#: Codes that the service itself uses; a maintainer may relabel them, not remove them.
_OWN_CODES = {
    "kinds": ("offer", "need", "both"),
    "value_bases": ("stated", "sample"),
    "levels": ("national", "regional", "multi_regional"),
    "area_bases": ("stated", "title", "whole_country"),
    "category_bases": ("stated", "corroborated", "derived", "outside_union"),
    "periods": tuple(PERIODS),
    "known_lists": CODES,
}
#: Relations of SKOS that a mapping may state. Topics of a narrower kind than the objective are stated as related.
_RELATIONS = {
    OBJECTIVE_TOPICS.name: ("exact", "broader", "related"),
    **{table.name: ("exact", "broader", "narrower", "related") for table in FOREIGN_WORDS},
}


def check_tables(sources: Sources) -> Iterator[Finding]:
    """Findings of all tables."""
    for source in sources.tables.values():
        yield from repeated_keys(source)
        yield from _codes(sources, source)
        yield from _references(sources, source)
    yield from _codelists(sources)
    yield from _labels(sources)
    for table, relations in _RELATIONS.items():
        for row in sources.rows(table):
            if row.raw["relation"] not in relations:
                reason = f"is not {', '.join(relations[:-1])} or {relations[-1]}"
                yield finding(row, "relation", reason, relations)


def finding(row: Row, column: str, reason: str, near: tuple[str, ...] = ()) -> Finding:
    """An error at a cell; the reason is put after the value."""
    value = row.raw[column]
    return Finding(row.file, f"{value} {reason}", row.number, column, value, near)


def property_values(sources: Sources, table: str, properties: Mapping[str, str], what: str) -> Iterator[Finding]:
    """Findings of a table with rows of id, property and value.

    :param properties: the properties that there are, and the code list of each
    :param what: what has them, for people
    """
    for row in sources.rows(table):
        property_, value = row.text("property"), row.text("value")
        if property_ is None or value is None:
            continue
        codelist = properties.get(property_)
        if codelist is None:
            near = nearest(property_, properties, 3) or tuple(properties)
            yield finding(row, "property", f"is not a property of {what}", near)
        elif value not in sources.codes[codelist] and sources.tables[CODELISTS[codelist].name].complete:
            near = nearest(value, sources.codes[codelist], 3)
            yield finding(row, "value", f"is not in the code list {codelist}", near)


class _Nearest:
    """The nearest of the same choices for many values; a column that is wrong throughout gets them for the first only.

    Comparing costs milliseconds a value, and where hundreds differ nobody corrects them one by one.
    """

    _MOST = 100

    def __init__(self, choices: Collection[str]) -> None:
        self._choices = choices
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, value: str) -> tuple[str, ...]:
        if value not in self._known:
            self._known[value] = nearest(value, self._choices, 3) if len(self._known) < self._MOST else ()
        return self._known[value]


def _codes(sources: Sources, source: Source) -> Iterator[Finding]:
    for column in source.schema.columns:
        if column.codelist is None:
            continue
        codes = sources.codes[column.codelist]
        if not sources.tables[CODELISTS[column.codelist].name].complete:
            continue
        near = _Nearest(codes)
        for row in source.rows:
            value = row.text(column.name)
            if value is not None and value not in codes:
                reason = f"{value} is not in the code list {column.codelist}"
                yield Finding(source.file, reason, row.number, column.name, value, near(value))


def _references(sources: Sources, source: Source) -> Iterator[Finding]:
    for column in source.schema.columns:
        if column.references is None:
            continue
        table, target = column.references
        if not sources.tables[table].complete:
            continue
        existing = {row.raw[target] for row in sources.rows(table)}
        near = _Nearest(existing)
        for row in source.rows:
            value = row.text(column.name)
            if value is not None and value not in existing:
                reason = f"{value} is not in {sources.tables[table].file}"
                yield Finding(source.file, reason, row.number, column.name, value, near(value))


def _codelists(sources: Sources) -> Iterator[Finding]:
    for id_, schema in CODELISTS.items():
        source, codes = sources.tables[schema.name], sources.codes[id_]
        for code in _OWN_CODES.get(id_, ()) if source.complete else ():
            if code not in codes:
                yield Finding(
                    source.file, f"the code {code} is missing; the service itself uses it", column="code", value=code
                )
        hierarchy = Hierarchy({code: row.text("parent") for code, row in codes.items()})
        for row in source.rows:
            start, end = row.date("valid_from"), row.date("valid_to")
            if start and end and start > end:
                yield finding(row, "valid_to", f"is before valid_from {start}")
            if id_ == "periods" and not (start and end):
                yield Finding(source.file, "a period needs valid_from and valid_to", row.number, "valid_from")
            if hierarchy.is_cyclic(row.raw["code"]):
                yield finding(row, "parent", "leads back to the code itself")


def _labels(sources: Sources) -> Iterator[Finding]:
    for row in sources.rows("labels"):
        id_, code = row.raw["codelist"], row.raw["code"]
        if id_ not in CODELISTS:
            yield finding(row, "codelist", "is not a code list", nearest(id_, CODELISTS, 3))
        elif code not in sources.codes[id_] and sources.tables[CODELISTS[id_].name].complete:
            near = nearest(code, sources.codes[id_], 3)
            yield finding(row, "code", f"is not in the code list {id_}", near)
