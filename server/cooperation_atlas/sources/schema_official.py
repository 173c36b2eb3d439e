"""Declarations of the tables in ``data/official/``, which have the columns of their counterparts made by hand."""

from __future__ import annotations

from collections.abc import Iterable

from .declarations import Kind, SourceColumn, SourceTable

#: The tables of facts that ``import-official`` writes beside those made by hand.
OFFICIAL = ("programmes", "funds", "amounts", "categories", "objectives", "categorisation")
_SOURCED = (SourceColumn("source", required=True), SourceColumn("source_date", Kind.DATE, required=True))

#: Codes that an official table uses and names, and the code lists lack.
_CODES = SourceTable(
    "official_codes",
    "official/codes.csv",
    (
        SourceColumn("codelist", Kind.CODE, required=True),
        SourceColumn("code", Kind.CODE, required=True),
        SourceColumn("parent", Kind.CODE),
        SourceColumn("label", required=True),
        SourceColumn("definition"),
        *_SOURCED,
    ),
    ("codelist", "code"),
    optional=True,
)
#: What was read: one row an import.
_IMPORTS = SourceTable(
    "official_imports",
    "official/imports.csv",
    (
        SourceColumn("number", Kind.NUMBER, required=True),
        SourceColumn("dataset", Kind.CODE, required=True),
        SourceColumn("read_from", required=True),
        SourceColumn("bytes", Kind.NUMBER, required=True),
        SourceColumn("sha256", Kind.CODE, required=True),
        SourceColumn("etag"),
        SourceColumn("last_modified"),
        SourceColumn("rows", Kind.NUMBER, required=True),
        SourceColumn("rows_left_out", Kind.NUMBER, required=True),
        SourceColumn("complete", Kind.BOOLEAN, required=True),
        *_SOURCED,
    ),
    ("number",),
    optional=True,
)
#: The day of the whole table from which everything on the programme was taken; empty where it comes from extracts.
_COMPLETE_ON = SourceColumn("complete_on", Kind.DATE)


def official_tables(made: Iterable[SourceTable]) -> tuple[SourceTable, ...]:
    """The tables in ``data/official/``.

    :param made: the tables in ``data/programmes/``
    """
    by_name = {table.name: table for table in made}
    facts = (_like(by_name[f"programmes_{name}"], name) for name in OFFICIAL)
    return (*facts, _CODES, _IMPORTS)


def _like(made: SourceTable, name: str) -> SourceTable:
    columns = made.columns[: -len(_SOURCED)]
    more = (_COMPLETE_ON,) if name == "programmes" else ()
    return SourceTable(
        f"official_{name}", f"official/{name}.csv", (*columns, *more, *_SOURCED), made.key, optional=True
    )
