"""Declarations of the tables of facts about regions, whoever works there."""

from __future__ import annotations

from .declarations import Kind, SourceColumn, SourceTable

_REGION = (
    SourceColumn("nuts_code", Kind.CODE, required=True),
    SourceColumn("nuts_version", Kind.CODE, required=True, codelist="nuts_versions"),
)
_SOURCED = (SourceColumn("source", required=True), SourceColumn("source_date", Kind.DATE, required=True))

#: Category of the NUTS II regions of 2021-2027.
CATEGORIES_OF_REGION = SourceTable(
    "nuts_categories_of_region",
    "nuts/categories_of_region.csv",
    (
        *_REGION,
        SourceColumn("category_of_region", Kind.CODE, required=True, codelist="categories_of_region"),
        SourceColumn("basis", Kind.CODE, required=True, codelist="category_bases"),
        SourceColumn("gdp_pps", Kind.NUMBER),
        *_SOURCED,
    ),
    ("nuts_code", "nuts_version"),
)
#: Territorial cooperation of 2014-2020 in NUTS III areas (keep.eu).
INTERREG = SourceTable(
    "nuts_interreg_2014_2020",
    "nuts/interreg_2014_2020.csv",
    (
        *_REGION,
        SourceColumn("name", required=True),
        SourceColumn("projects", Kind.NUMBER, required=True),
        SourceColumn("partners", Kind.NUMBER, required=True),
        SourceColumn("total_budget", Kind.NUMBER),
        SourceColumn("erdf", Kind.NUMBER),
        SourceColumn("matched_by", Kind.CODE, required=True),
        *_SOURCED,
    ),
    ("nuts_code", "nuts_version"),
)
REGION_TABLES = (CATEGORIES_OF_REGION, INTERREG)
