"""The source tables, declared once: columns, types, keys, code lists and references.

Reading, validation and the plain tables of an edition follow from these declarations.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | bool | dt.date


class Kind(StrEnum):
    """Type of the values of a column."""

    TEXT = "text"
    CODE = "code"  #: what other tables and requests refer to: letters, digits and . + - _ : only
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


_CCI = Column("cci", Kind.CODE, required=True, references=("programmes_programmes", "cci"))
_SOURCED = (Column("source", required=True), Column("source_date", Kind.DATE, required=True))
_FUND = Column("fund", Kind.CODE, codelist="funds")
_CATEGORY = Column("category_of_region", Kind.CODE, codelist="categories_of_region")


def _facts(name: str, columns: tuple[Column, ...], key: tuple[str, ...]) -> Table:
    return Table(f"programmes_{name}", f"programmes/{name}.csv", (*columns, *_SOURCED), key)


def _required(column: Column) -> Column:
    return Column(column.name, column.kind, True, column.codelist, column.references)


PROGRAMME_TABLES = (
    _facts(
        "programmes",
        (
            Column("cci", Kind.CODE, required=True),
            Column("title", required=True),
            Column("title_lang", Kind.LANGUAGE),
            Column("period", Kind.CODE, required=True, codelist="periods"),
            Column("goal", Kind.CODE, required=True, codelist="goals"),
            Column("country", Kind.CODE, required=True, codelist="countries"),
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
        (_CCI, Column("objective", Kind.CODE, required=True, codelist="objectives"), _FUND, _CATEGORY),
        ("cci", "objective", "fund", "category_of_region"),
    ),
    _facts(
        "areas",
        (
            _CCI,
            Column("nuts_code", Kind.CODE, required=True),
            Column("nuts_version", Kind.CODE, required=True, codelist="nuts_versions"),
            Column("basis", Kind.CODE, required=True, codelist="area_bases"),
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
            Column("code", Kind.CODE, required=True),
            Column("parent", Kind.CODE, references=(f"codelists_{name}", "code")),
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
            Column("objective", Kind.CODE, required=True, codelist="objectives"),
            Column("topic", Kind.CODE, required=True, codelist="topics"),
            Column("relation", required=True),
            Column("source", required=True),
        ),
        ("objective", "topic"),
    ),
    Table(
        "strategy_regions",
        "codelists/strategy_regions.csv",
        (
            Column("strategy", Kind.CODE, required=True, codelist="strategies"),
            Column("nuts_prefix", Kind.CODE),
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
            Column("codelist", Kind.CODE, required=True),
            Column("code", Kind.CODE, required=True),
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
            Column("from_version", Kind.CODE, required=True, codelist="nuts_versions"),
            Column("from_code", Kind.CODE),
            Column("to_version", Kind.CODE, required=True, codelist="nuts_versions"),
            Column("to_code", Kind.CODE),
            Column("change", required=True),
            Column("source", required=True),
        ),
        ("from_version", "from_code", "to_version", "to_code"),
    ),
)

#: What regions are called in other languages; for the names of their own country see ``sources.nuts``.
REGION_NAMES = Table(
    "region_names",
    "nuts/region_names.csv",
    (
        Column("nuts_code", Kind.CODE, required=True),
        Column("nuts_version", Kind.CODE, required=True, codelist="nuts_versions"),
        Column("lang", Kind.LANGUAGE, required=True),
        Column("name", required=True),
        Column("kind", Kind.CODE, required=True),
        Column("source", required=True),
    ),
    ("nuts_code", "nuts_version", "lang", "name"),
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
                Column("id", Kind.CODE, required=True),
                _CCI,
                Column("kind", Kind.CODE, required=True, codelist="kinds"),
                Column("summary", required=True),
                Column("status", Kind.CODE, codelist="statuses"),
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
                Column("id", Kind.CODE, required=True, references=(f"cooperation_{name}", "id")),
                Column("property", Kind.CODE, required=True),
                Column("value", Kind.CODE, required=True),
            ),
            ("id", "property", "value"),
        ),
    )


ENTRY_TABLES = _entries("entries", "entry_values")
SAMPLE_TABLES = _entries("samples", "sample_values")

#: Every source table by name, in the order of reading.
TABLES: dict[str, Table] = {
    t.name: t
    for t in (*CODELIST_TABLES, *MAPPING_TABLES, REGION_NAMES, *PROGRAMME_TABLES, *ENTRY_TABLES, *SAMPLE_TABLES)
}
#: Code lists by id.
CODELISTS: dict[str, Table] = {t.codelist: t for t in CODELIST_TABLES if t.codelist}

#: The regions of every NUTS version. Not in ``TABLES``: an edition has a layer of regions for each version instead.
REGIONS = Table(
    "nuts_regions",
    "nuts/regions.csv",
    (
        Column("nuts_code", Kind.CODE, required=True),
        Column("nuts_version", Kind.CODE, required=True),
        Column("level", Kind.CODE, required=True),
        Column("parent", Kind.CODE),
        Column("country", Kind.CODE, required=True),
        Column("name_latn", required=True),
        Column("name_national"),
        Column("urban", Kind.CODE),
        Column("coast", Kind.CODE),
        Column("mountain", Kind.CODE),
        Column("border", Kind.CODE),
        Column("island", Kind.CODE),
        Column("area_km2", Kind.NUMBER, required=True),
    ),
    ("nuts_code", "nuts_version"),
)
