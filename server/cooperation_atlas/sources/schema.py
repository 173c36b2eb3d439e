"""The source tables, declared once: columns, types, keys, code lists and references.

Reading, validation and the plain tables of an edition follow from these declarations.
"""

from __future__ import annotations

from .declarations import Kind, SourceColumn, SourceTable
from .schema_guide import GUIDE_TABLES
from .schema_official import official_tables
from .schema_records import RECORD_TABLES
from .schema_regions import REGION_TABLES

_CCI = SourceColumn("cci", Kind.CODE, required=True, references=("programmes_programmes", "cci"))
_SOURCED = (SourceColumn("source", required=True), SourceColumn("source_date", Kind.DATE, required=True))
_FUND = SourceColumn("fund", Kind.CODE, codelist="funds")
_CATEGORY = SourceColumn("category_of_region", Kind.CODE, codelist="categories_of_region")
_AMOUNTS = (SourceColumn("eu_amount", Kind.NUMBER), SourceColumn("total_amount", Kind.NUMBER))
#: Code lists of the dimensions by which planned money is categorised, Reg. (EU) 2021/1060 Annex I.
DIMENSIONS = ("intervention_fields", "forms_of_support", "territorial_focus", "esf_secondary_themes", "gender_equality")


def _facts(name: str, columns: tuple[SourceColumn, ...], key: tuple[str, ...]) -> SourceTable:
    return SourceTable(f"programmes_{name}", f"programmes/{name}.csv", (*columns, *_SOURCED), key)


def _required(column: SourceColumn) -> SourceColumn:
    return SourceColumn(column.name, column.kind, True, column.codelist, column.references)


PROGRAMME_TABLES = (
    _facts(
        "programmes",
        (
            SourceColumn("cci", Kind.CODE, required=True),
            SourceColumn("title", required=True),
            SourceColumn("title_lang", Kind.LANGUAGE),
            SourceColumn("period", Kind.CODE, required=True, codelist="periods"),
            SourceColumn("goal", Kind.CODE, required=True, codelist="goals"),
            SourceColumn("country", Kind.CODE, required=True, codelist="countries"),
            SourceColumn("programme_status", Kind.CODE, codelist="programme_statuses", optional=True),
            SourceColumn("version", optional=True),
            SourceColumn("adopted", Kind.DATE, optional=True),
        ),
        ("cci",),
    ),
    _facts(
        "authorities",
        (_CCI, SourceColumn("managing_authority"), SourceColumn("url", Kind.URL)),
        ("cci", "managing_authority", "url"),
    ),
    _facts("funds", (_CCI, _required(_FUND)), ("cci", "fund")),
    _facts(
        "amounts",
        (_CCI, _FUND, _CATEGORY, *_AMOUNTS),
        ("cci", "fund", "category_of_region"),
    ),
    _facts("categories", (_CCI, _required(_CATEGORY)), ("cci", "category_of_region")),
    _facts(
        "objectives",
        (_CCI, SourceColumn("objective", Kind.CODE, required=True, codelist="objectives"), _FUND, _CATEGORY),
        ("cci", "objective", "fund", "category_of_region"),
    ),
    _facts(
        "categorisation",
        (
            _CCI,
            SourceColumn("objective", Kind.CODE, codelist="objectives"),
            _FUND,
            _CATEGORY,
            SourceColumn("dimension", Kind.CODE, required=True),
            SourceColumn("code", Kind.CODE, required=True),
            *_AMOUNTS,
        ),
        ("cci", "objective", "fund", "category_of_region", "dimension", "code"),
    ),
    _facts(
        "areas",
        (
            _CCI,
            SourceColumn("nuts_code", Kind.CODE, required=True),
            SourceColumn("nuts_version", Kind.CODE, required=True, codelist="nuts_versions"),
            SourceColumn("basis", Kind.CODE, required=True, codelist="area_bases"),
            SourceColumn("note"),
        ),
        ("cci", "nuts_code", "nuts_version"),
    ),
    # Programmes that exist, but whose CCI no source gave: never features, only counted as missing.
    _facts(
        "missing",
        (
            SourceColumn("country", Kind.CODE, required=True, codelist="countries"),
            SourceColumn("title", required=True),
            _required(_FUND),
            SourceColumn("nuts_code", Kind.CODE, required=True),
            SourceColumn("nuts_version", Kind.CODE, required=True, codelist="nuts_versions"),
            SourceColumn("evidence", required=True),
        ),
        ("country", "title", "fund", "nuts_code"),
    ),
)


#: Written by ``import-official`` only, and absent where nothing was imported; ``sources.joined`` says how they count.
OFFICIAL_TABLES = official_tables(PROGRAMME_TABLES)


def _codelist(name: str, *extra: SourceColumn) -> SourceTable:
    return SourceTable(
        f"codelists_{name}",
        f"codelists/{name}.csv",
        (
            SourceColumn("code", Kind.CODE, required=True),
            SourceColumn("parent", Kind.CODE, references=(f"codelists_{name}", "code")),
            SourceColumn("label", required=True),
            SourceColumn("definition"),
            SourceColumn("valid_from", Kind.DATE),
            SourceColumn("valid_to", Kind.DATE),
            SourceColumn("legal_ref"),
            *extra,
            *_SOURCED,
        ),
        ("code",),
        codelist=name,
    )


CODELIST_TABLES = (
    _codelist(
        "countries", SourceColumn("iso2"), SourceColumn("group"), SourceColumn("eu_member", Kind.BOOLEAN, required=True)
    ),
    _codelist("funds", SourceColumn("cci_codes"), SourceColumn("by_category", Kind.BOOLEAN, required=True)),
    _codelist("strategies", SourceColumn("type")),
    _codelist("intervention_fields", SourceColumn("plans_cooperation", Kind.BOOLEAN)),
    *(
        _codelist(name)
        for name in (
            "categories_of_region", "periods", "goals", "levels", "objectives", "topics", "scopes", "kinds", "statuses",
            "modes", "partner_types", "area_bases", "category_bases", "value_bases", "nuts_versions",
            "programme_statuses", "forms_of_support", "territorial_focus", "esf_secondary_themes", "gender_equality",
            "keep_eu_themes", "keep_eu_organisation_types", "known_lists", "neighbour_kinds", "knowledge_types",
            "knowledge_topics",
        )
    ),
)  # fmt: skip

#: Labels of codes in other languages; names of countries come from ``sources.cldr``.
LABELS = SourceTable(
    "labels",
    "codelists/labels.csv",
    (
        SourceColumn("codelist", Kind.CODE, required=True),
        SourceColumn("code", Kind.CODE, required=True),
        SourceColumn("lang", Kind.LANGUAGE, required=True),
        SourceColumn("label", required=True),
        SourceColumn("source", required=True),
    ),
    ("codelist", "code", "lang"),
)


def _mapping(name: str, from_column: str, from_list: str, to_column: str, to_list: str) -> SourceTable:
    """A mapping between two code lists; ``relation`` is that of SKOS, seen from the first."""
    return SourceTable(
        name,
        f"codelists/{name}.csv",
        (
            SourceColumn(from_column, Kind.CODE, required=True, codelist=from_list),
            SourceColumn(to_column, Kind.CODE, required=True, codelist=to_list),
            SourceColumn("relation", required=True),
            SourceColumn("source", required=True),
        ),
        (from_column, to_column),
    )


OBJECTIVE_TOPICS = _mapping("objective_topics", "objective", "objectives", "topic", "topics")
#: Words of another service for the codes of a list of ours: they are found by these words, too.
FOREIGN_WORDS = (
    _mapping("keep_eu_topics", "theme", "keep_eu_themes", "topic", "topics"),
    _mapping(
        "keep_eu_partner_types", "organisation_type", "keep_eu_organisation_types", "partner_type", "partner_types"
    ),
)

MAPPING_TABLES = (
    OBJECTIVE_TOPICS,
    *FOREIGN_WORDS,
    SourceTable(
        "strategy_regions",
        "codelists/strategy_regions.csv",
        (
            SourceColumn("strategy", Kind.CODE, required=True, codelist="strategies"),
            SourceColumn("nuts_prefix", Kind.CODE),
            SourceColumn("name"),
            SourceColumn("extent"),
            *_SOURCED,
        ),
        ("strategy", "nuts_prefix", "name"),
    ),
    LABELS,
    # Sources that state the whole of a list for each programme of which they state anything.
    SourceTable(
        "whole_lists",
        "codelists/whole_lists.csv",
        (
            SourceColumn("list", Kind.CODE, required=True, codelist="known_lists"),
            SourceColumn("source", required=True),
            SourceColumn("reason", required=True),
        ),
        ("list", "source"),
    ),
    SourceTable(
        "nuts_changes",
        "codelists/nuts_changes.csv",
        (
            SourceColumn("from_version", Kind.CODE, required=True, codelist="nuts_versions"),
            SourceColumn("from_code", Kind.CODE),
            SourceColumn("to_version", Kind.CODE, required=True, codelist="nuts_versions"),
            SourceColumn("to_code", Kind.CODE),
            SourceColumn("change", required=True),
            SourceColumn("source", required=True),
        ),
        ("from_version", "from_code", "to_version", "to_code"),
    ),
)

#: What regions are called in other languages; for the names of their own country see ``sources.nuts``.
REGION_NAMES = SourceTable(
    "region_names",
    "nuts/region_names.csv",
    (
        SourceColumn("nuts_code", Kind.CODE, required=True),
        SourceColumn("nuts_version", Kind.CODE, required=True, codelist="nuts_versions"),
        SourceColumn("lang", Kind.LANGUAGE, required=True),
        SourceColumn("name", required=True),
        SourceColumn("kind", Kind.CODE, required=True),
        SourceColumn("source", required=True),
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


def _entries(name: str, values: str) -> tuple[SourceTable, SourceTable]:
    return (
        SourceTable(
            f"cooperation_{name}",
            f"cooperation/{name}.csv",
            (
                SourceColumn("id", Kind.CODE, required=True),
                _CCI,
                SourceColumn("kind", Kind.CODE, required=True, codelist="kinds"),
                SourceColumn("summary", required=True),
                SourceColumn("status", Kind.CODE, codelist="statuses"),
                SourceColumn("open_from", Kind.DATE),
                SourceColumn("open_to", Kind.DATE),
                SourceColumn("contact", Kind.CONTACT),
                SourceColumn("source", required=True),
                SourceColumn("updated", Kind.DATE, required=True),
            ),
            ("id",),
        ),
        SourceTable(
            f"cooperation_{values}",
            f"cooperation/{values}.csv",
            (
                SourceColumn("id", Kind.CODE, required=True, references=(f"cooperation_{name}", "id")),
                SourceColumn("property", Kind.CODE, required=True),
                SourceColumn("value", Kind.CODE, required=True),
            ),
            ("id", "property", "value"),
        ),
    )


ENTRY_TABLES = _entries("entries", "entry_values")
SAMPLE_TABLES = (
    *_entries("samples", "sample_values"),
    *(table for one in RECORD_TABLES if one.sample for table in (one.rows, one.values)),
)
_RECORD_TABLES = tuple(table for one in RECORD_TABLES if not one.sample for table in (one.rows, one.values))

#: Every source table by name, in the order of reading.
TABLES: dict[str, SourceTable] = {
    t.name: t
    for t in (
        *CODELIST_TABLES, *MAPPING_TABLES, REGION_NAMES, *REGION_TABLES, *PROGRAMME_TABLES, *OFFICIAL_TABLES,
        *_RECORD_TABLES, *GUIDE_TABLES, *ENTRY_TABLES, *SAMPLE_TABLES,
    )
}  # fmt: skip
#: Code lists by id.
CODELISTS: dict[str, SourceTable] = {t.codelist: t for t in CODELIST_TABLES if t.codelist}

#: The regions of every NUTS version. Not in ``TABLES``: an edition has a layer of regions for each version instead.
REGIONS = SourceTable(
    "nuts_regions",
    "nuts/regions.csv",
    (
        SourceColumn("nuts_code", Kind.CODE, required=True),
        SourceColumn("nuts_version", Kind.CODE, required=True),
        SourceColumn("level", Kind.CODE, required=True),
        SourceColumn("parent", Kind.CODE),
        SourceColumn("country", Kind.CODE, required=True),
        SourceColumn("name_latn", required=True),
        SourceColumn("name_national"),
        SourceColumn("urban", Kind.CODE),
        SourceColumn("coast", Kind.CODE),
        SourceColumn("shoreline", Kind.CODE),
        SourceColumn("mountain", Kind.CODE),
        SourceColumn("border", Kind.CODE),
        SourceColumn("island", Kind.CODE),
        SourceColumn("area_km2", Kind.NUMBER, required=True),
    ),
    ("nuts_code", "nuts_version"),
)
