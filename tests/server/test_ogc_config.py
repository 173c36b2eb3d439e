"""Extents in time of the collections, as the configuration states them."""

from __future__ import annotations

from typing import Any

import made_store
import pytest

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.ogc.pygeoapi.config import temporal_extent


def entry(**days: str) -> dict[str, Any]:
    return {"id": "".join(days) or "none", "cci": "A", **days}


@pytest.mark.parametrize(
    ("entries", "begin", "end"),
    [
        (
            [entry(open_from="2024-02-01", open_to="2024-03-01"), entry(open_from="2023-01-01", open_to="2023-12-31")],
            "2023-01-01T00:00:00Z",
            "2024-03-01T23:59:59Z",
        ),
        (
            [entry(open_from="2024-02-01"), entry(open_from="2023-01-01", open_to="2023-12-31")],
            "2023-01-01T00:00:00Z",
            None,
        ),
        ([entry(open_to="2024-02-01"), entry()], None, "2024-02-01T23:59:59Z"),
        ([entry()], "2014-01-01T00:00:00Z", "2027-12-31T23:59:59Z"),
    ],
    ids=["stated", "open end", "open begin", "nothing is known"],
)
def test_the_last_day_is_part_of_it_and_an_open_end_stays_open(
    entries: list[dict[str, Any]], begin: str | None, end: str | None
) -> None:
    store = made_store.store(entries=entries)
    assert temporal_extent(COLLECTIONS["cooperation"], store) == {"begin": begin, "end": end}
