"""Border and island classes of NUTS 2021 regions, from Eurostat's workbook "NUTS 2021 - NUTS 2024".

The workbook classifies the NUTS 3 regions of 2024 (27 Member States). A class is carried over to 2021 only
where the workbook's own list of changes says that the region kept its code and was not changed.
"""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

BORDER = {
    "Non-border": "non_border",
    "Land border (internal)": "land_border_internal",
    "Land border (external)": "land_border_external",
    "Border with population threshold": "border_by_population",
}
ISLAND = {"Non-island": "non_island", "Island": "island"}
CLASSES_SHEET = "NUTS-3 Typologies"
CHANGES_SHEET = "NUTS2021- NUTS2024"


def border_and_island(workbook: Path) -> dict[str, tuple[str, str]]:
    """Border and island class by NUTS 2021 code of level 3.

    Raises ValueError for a class that is not known here.
    """
    unchanged = {
        row["Code 2021"]
        for row in rows(workbook, CHANGES_SHEET)
        if row["NUTS level"] == 3 and row["Code 2021"] == row["Code 2024"] and not row["Change"]
    }
    found = {}
    for row in rows(workbook, CLASSES_SHEET):
        code = row["NUTS-3 Code"]
        if row["Border"] not in BORDER or row["Island regions"] not in ISLAND:
            raise ValueError(f"{workbook} {code}: unknown class {row['Border']!r} or {row['Island regions']!r}")
        if code in unchanged:
            found[code] = (BORDER[row["Border"]], ISLAND[row["Island regions"]])
    return found


def rows(workbook: Path, sheet: str) -> list[dict[str, Any]]:
    """Rows of a sheet by the headings of its first row, without empty rows."""
    content = load_workbook(workbook, read_only=True, data_only=True)[sheet]
    # Some of the sheets declare a size of one cell.
    content.reset_dimensions()
    head, *body = content.iter_rows(values_only=True)
    names = [str(name).strip() for name in head]
    return [dict(zip(names, row, strict=False)) for row in body if any(value is not None for value in row)]
