"""The source tables, declared once: columns, types, keys, code lists and references.

Reading, validation and the plain tables of an edition follow from these declarations.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | bool | dt.date


class Kind(StrEnum):
    """Type of the values of a column."""

    TEXT = "text"
    NUMBER = "number"  #: decimal number, not negative, point as decimal sign
    DATE = "date"  #: ISO 8601 day, YYYY-MM-DD
    BOOLEAN = "boolean"  #: yes or no, true or false
    URL = "url"  #: absolute http or https URL
    CONTACT = "contact"  #: web page or functional mailbox, never a person
    LANGUAGE = "language"  #: ISO 639-1 code


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    :param codelist: code list whose codes are the only values allowed
    :param references: table and column in which the value must occur
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    codelist: str | None = None
    references: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A source table.

    :param name: name of the plain table in an edition
    :param path: path below the data folder
    :param key: columns whose values occur together only once
    :param codelist: id of the code list that the file holds
    """

    name: str
    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    codelist: str | None = None

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(c for c in self.columns if c.name == name)


class BadValue(ValueError):
    """A value that its column does not take; the message says why."""


_BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+|https?://localhost\S*")
_MAILBOX = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"\d+(\.\d+)?")


def parse(column: Column, raw: str) -> Value:
    """The typed value of a cell that is not empty.

    :raises BadValue: with the reason
    """
    match column.kind:
        case Kind.NUMBER:
            if not _NUMBER.fullmatch(raw):
                raise BadValue(f"{raw} is not a number such as 1234.5")
            return float(raw)
        case Kind.DATE:
            try:
                if not _DAY.fullmatch(raw):
                    raise BadValue(f"{raw} is not a date as YYYY-MM-DD")
                return dt.date.fromisoformat(raw)
            except ValueError:
                raise BadValue(f"{raw} is not a date as YYYY-MM-DD") from None
        case Kind.BOOLEAN:
            if raw.casefold() not in _BOOLEANS:
                raise BadValue(f"{raw} is not yes or no")
            return _BOOLEANS[raw.casefold()]
        case Kind.URL:
            if not _URL.fullmatch(raw):
                raise BadValue(f"{raw} is not an http or https URL")
        case Kind.CONTACT:
            if not _URL.fullmatch(raw) and not _MAILBOX.fullmatch(raw):
                raise BadValue(f"{raw} is not a web page or a mailbox")
        case Kind.LANGUAGE:
            if not re.fullmatch(r"[a-z]{2}", raw):
                raise BadValue(f"{raw} is not a language code of two letters (ISO 639-1)")
    return raw


_CCI = Column("cci", required=True, references=("programmes_programmes", "cci"))
_SOURCED = (Column("source", required=True), Column("source_date", Kind.DATE, required=True))
_FUND = Column("fund", codelist="funds")
_CATEGORY = Column("category_of_region", codelist="categories_of_region")


def _facts(name: str, columns: tuple[Column, ...], key: tuple[str, ...]) -> Table:
    return Table(f"programmes_{name}", f"programmes/{name}.csv", (*columns, *_SOURCED), key)


def _required(column: Column) -> Column:
    return Column(column.name, column.kind, True, column.codelist, column.references)


PROGRAMME_TABLES = (
    _facts(
        "programmes",
        (
            Column("cci", required=True),
            Column("title", required=True),
            Column("title_lang", Kind.LANGUAGE),
            Column("period", required=True, codelist="periods"),
            Column("goal", required=True, codelist="goals"),
            Column("country", required=True, codelist="countries"),
        ),
        ("cci",),
    ),
    _facts(
        "authorities",
        (_CCI, Column("managing_authority"), Column("url", Kind.URL)),
        ("cci", "managing_authority", "url"),
    ),
    _facts("funds", (_CCI, _required(_FUND)), ("cci", "fund")),
    _facts(
        "amounts",
        (_CCI, _FUND, _CATEGORY, Column("eu_amount", Kind.NUMBER), Column("total_amount", Kind.NUMBER)),
        ("cci", "fund", "category_of_region"),
    ),
    _facts("categories", (_CCI, _required(_CATEGORY)), ("cci", "category_of_region")),
    _facts(
        "objectives",
        (_CCI, Column("objective", required=True, codelist="objectives"), _FUND, _CATEGORY),
        ("cci", "objective", "fund", "category_of_region"),
    ),
    _facts(
        "areas",
        (
            _CCI,
            Column("nuts_code", required=True),
            Column("nuts_version", required=True, codelist="nuts_versions"),
            Column("basis", required=True, codelist="area_bases"),
            Column("note"),
        ),
        ("cci", "nuts_code", "nuts_version"),
    ),
)


def _codelist(name: str, *extra: Column) -> Table:
    return Table(
        f"codelists_{name}",
        f"codelists/{name}.csv",
        (
            Column("code", required=True),
            Column("parent", references=(f"codelists_{name}", "code")),
            Column("label", required=True),
            Column("definition"),
            Column("valid_from", Kind.DATE),
            Column("valid_to", Kind.DATE),
            Column("legal_ref"),
            *extra,
            *_SOURCED,
        ),
        ("code",),
        codelist=name,
    )


CODELIST_TABLES = (
    _codelist("countries", Column("iso2"), Column("group"), Column("eu_member", Kind.BOOLEAN, required=True)),
    _codelist("funds", Column("cci_codes")),
    _codelist("strategies", Column("type")),
    *(
        _codelist(name)
        for name in (
            "categories_of_region", "periods", "goals", "levels", "objectives", "topics", "scopes", "kinds", "statuses",
            "modes", "partner_types", "area_bases", "value_bases", "nuts_versions",
        )
    ),
)  # fmt: skip

MAPPING_TABLES = (
    Table(
        "objective_topics",
        "codelists/objective_topics.csv",
        (
            Column("objective", required=True, codelist="objectives"),
            Column("topic", required=True, codelist="topics"),
            Column("relation", required=True),
            Column("source", required=True),
        ),
        ("objective", "topic"),
    ),
    Table(
        "strategy_regions",
        "codelists/strategy_regions.csv",
        (
            Column("strategy", required=True, codelist="strategies"),
            Column("nuts_prefix"),
            Column("name"),
            Column("extent"),
            *_SOURCED,
        ),
        ("strategy", "nuts_prefix", "name"),
    ),
    Table(
        "labels",
        "codelists/labels.csv",
        (
            Column("codelist", required=True),
            Column("code", required=True),
            Column("lang", Kind.LANGUAGE, required=True),
            Column("label", required=True),
            Column("source", required=True),
        ),
        ("codelist", "code", "lang"),
    ),
    Table(
        "nuts_changes",
        "codelists/nuts_changes.csv",
        (
            Column("from_version", required=True, codelist="nuts_versions"),
            Column("from_code"),
            Column("to_version", required=True, codelist="nuts_versions"),
            Column("to_code"),
            Column("change", required=True),
            Column("source", required=True),
        ),
        ("from_version", "from_code", "to_version", "to_code"),
    ),
)

#: Multi-valued properties of a cooperation entry and the code list of each.
ENTRY_PROPERTIES = {
    "topics": "topics",
    "objectives": "objectives",
    "scopes": "scopes",
    "modes": "modes",
    "partner_types": "partner_types",
    "sought_countries": "countries",
    "sought_strategies": "strategies",
}


def _entries(name: str, values: str) -> tuple[Table, Table]:
    return (
        Table(
            f"cooperation_{name}",
            f"cooperation/{name}.csv",
            (
                Column("id", required=True),
                _CCI,
                Column("kind", required=True, codelist="kinds"),
                Column("summary", required=True),
                Column("status", codelist="statuses"),
                Column("open_from", Kind.DATE),
                Column("open_to", Kind.DATE),
                Column("contact", Kind.CONTACT),
                Column("source", required=True),
                Column("updated", Kind.DATE, required=True),
            ),
            ("id",),
        ),
        Table(
            f"cooperation_{values}",
            f"cooperation/{values}.csv",
            (
                Column("id", required=True, references=(f"cooperation_{name}", "id")),
                Column("property", required=True),
                Column("value", required=True),
            ),
            ("id", "property", "value"),
        ),
    )


ENTRY_TABLES = _entries("entries", "entry_values")
SAMPLE_TABLES = _entries("samples", "sample_values")

#: Every source table by name, in the order of reading.
TABLES: dict[str, Table] = {
    t.name: t for t in (*CODELIST_TABLES, *MAPPING_TABLES, *PROGRAMME_TABLES, *ENTRY_TABLES, *SAMPLE_TABLES)
}
#: Code lists by id.
CODELISTS: dict[str, Table] = {t.codelist: t for t in CODELIST_TABLES if t.codelist}
