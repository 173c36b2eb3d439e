"""The cooperation entries of a programme, as its page shows them first."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.collections import COOPERATION
from ..store.contract import Store
from ..store.query import Query
from .find_cards import path_of

#: Entries that the page of a programme shows; the list has all.
SHOWN = 4
_NAMES = ("id", "summary", "kind", "status", "open_to", "sample")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of a programme.

    :param path: of its page
    """

    id: str
    path: str
    summary: str | None
    kind: str | None
    status: str | None
    open_to: str | None
    sample: bool


def own_entries(store: Store, cci: str) -> tuple[list[OwnEntry], int]:
    """The first entries of a programme, and how many it has."""
    page = store.search(Query(COOPERATION.id, equals=(("cci", (cci,)),), limit=SHOWN))
    cells = (dict(zip(_NAMES, values, strict=True)) for values in page.cells(_NAMES))
    return [OwnEntry(path=path_of(COOPERATION.id, one["id"]), **one) for one in cells], page.matched
