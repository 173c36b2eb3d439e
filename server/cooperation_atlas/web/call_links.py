"""Where pages lead to the windows of entries."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..model.calls import CALLS
from ..model.collections import COOPERATION
from ..ogc.calls_request import PARTNER, PROGRAMME, filters_of_entries


def calls_path(programme: str, partner: str | None = None) -> str:
    """Path and query of the windows of a programme together with others, or with one."""
    second = f"&{PARTNER}={quote(partner, safe='')}" if partner else ""
    return f"/{CALLS.id}?{PROGRAMME}={quote(programme, safe='')}{second}"


def kept_for_calls(given: Mapping[str, str]) -> dict[str, str]:
    """The parameters of a list of entries that its windows take, too."""
    names = {*filters_of_entries(), "exclude"}
    return {name: text for name, text in given.items() if name in names}


def entry_path(id_: str) -> str:
    """Path of a cooperation entry."""
    return f"/collections/{COOPERATION.id}/items/{quote(id_, safe='')}"
