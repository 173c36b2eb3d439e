"""Checks of the names of regions in other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..sources.findings import Finding
from ..sources.schema import REGION_NAMES
from ..sources.tables import Sources
from .check_tables import finding
from .nuts_codes import NutsCodes

_KINDS = ("exonym", "short", "city")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def check_names(sources: Sources, codes: NutsCodes) -> Iterator[Finding]:
    """Findings on names of regions: codes of no region, kinds that are not known, names that no search can find."""
    table = REGION_NAMES.name
    for row in sources.rows(table):
        code, version, kind, name = (row.text(c) for c in ("nuts_code", "nuts_version", "kind", "name"))
        if code and version and (complaint := codes.complaint(code, version)):
            yield Finding(sources.tables[table].file, complaint[0], row.number, "nuts_code", code, complaint[1])
        if kind and kind not in _KINDS:
            yield finding(row, "kind", f"is not {', '.join(_KINDS[:-1])} or {_KINDS[-1]}", _KINDS)
        if name and not _LETTER_OR_DIGIT.search(name):
            yield finding(row, "name", "has no letter or digit")
