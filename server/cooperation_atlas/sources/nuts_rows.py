"""Checks of the rows of one NUTS version: codes, levels, parents, countries and classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.errors import nearest
from ..model.hierarchy import Hierarchy
from .findings import Finding
from .nuts_files import CODE
from .row import Row

#: Eurostat's classes of NUTS 3 regions, by column.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "urban": ("predominantly_urban", "intermediate", "predominantly_rural"),
    "coast": ("coastal", "non_coastal"),
    "shoreline": ("yes", "no"),
    "mountain": ("mountain", "non_mountain"),
    "border": ("non_border", "land_border_internal", "land_border_external", "border_by_population"),
    "island": ("island", "non_island"),
}


def check_rows(rows: Sequence[Row], file: str) -> Iterator[Finding]:
    """Findings of the rows of one version; none of them makes a tree of regions that cannot be walked.

    :param file: the table as shown to people
    """
    hierarchy = Hierarchy({row.raw["nuts_code"]: row.raw["parent"] for row in rows})
    for row in rows:
        for column, reason, near in (*_code(row), *_parent(row, hierarchy), *_classes(row)):
            value = row.raw[column]
            yield Finding(file, f"{value} {reason}".strip(), row.number, column, value or None, near)


_Complaint = tuple[str, str, tuple[str, ...]]


def _code(row: Row) -> Iterator[_Complaint]:
    code, level, country = row.raw["nuts_code"], row.raw["level"], row.raw["country"]
    if not CODE.fullmatch(code):
        yield "nuts_code", "is not a NUTS code (two letters, then 0 to 3 letters or digits)", ()
        return
    if level != str(len(code) - 2):
        yield "level", f"is not the level of {code}", (str(len(code) - 2),)
    if country != code[:2]:
        yield "country", f"is not the country of {code}", (code[:2],)


def _parent(row: Row, hierarchy: Hierarchy) -> Iterator[_Complaint]:
    code, parent = row.raw["nuts_code"], row.raw["parent"]
    if len(code) <= 2:
        if parent:
            yield "parent", f"cannot be above {code}, which is a country", ()
    elif not parent:
        yield "parent", f"a region above {code} is required", (code[:-1],) if code[:-1] in hierarchy else ()
    elif parent not in hierarchy:
        yield "parent", f"is not a region of NUTS {row.raw['nuts_version']}", nearest(parent, hierarchy, 3)
    elif hierarchy.is_cyclic(code):
        yield "parent", f"leads back to {code} itself", (code[:-1],) if code[:-1] in hierarchy else ()
    elif len(parent) != len(code) - 1:
        yield "parent", f"is not one level above {code}", (code[:-1],) if code[:-1] in hierarchy else ()
    elif parent[:2] != code[:2]:
        yield "parent", f"is in another country than {code}", ()


def _classes(row: Row) -> Iterator[_Complaint]:
    for column, known in CLASSES.items():
        if row.raw[column] and row.raw[column] not in known:
            yield column, f"is not one of {', '.join(known)}", nearest(row.raw[column], known, 1)
    if row.number_of("area_km2") == 0:
        yield "area_km2", "is no area", ()
