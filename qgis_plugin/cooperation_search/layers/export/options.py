"""What is written where, and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict

GPKG, XLSX, CSV = ".gpkg", ".xlsx", ".csv"
#: Suffix → name for people, which is the same in all languages.
FORMATS: Dict[str, str] = {GPKG: "GeoPackage", XLSX: "Excel (XLSX)", CSV: "CSV"}
SEPARATORS = (",", ";", "\t")


class ExportError(Exception):
    """A file that could not be written; the text is for people."""


@dataclass(frozen=True)
class Options:
    """How a layer is written.

    :param format: suffix of the format
    :param selected_only: the selected features only
    :param language: language of the labels that stand for codes; empty: the codes themselves
    :param separator: between two values in CSV
    :param mark: CSV begins with the mark (BOM) by which Excel knows UTF-8
    """

    path: Path
    format: str
    selected_only: bool = False
    language: str = ""
    separator: str = ","
    mark: bool = True


def with_suffix(path: Path, format_: str) -> Path:
    """The path with the suffix of its format; one that names another known format is not taken for a part of it."""
    if path.suffix.lower() == format_:
        return path
    stem = path.with_suffix("") if path.suffix.lower() in FORMATS else path
    return stem.with_name(stem.name + format_)
