"""The memory store keeps the contract of stores, on a small made edition and on the real one."""

from __future__ import annotations

import pytest
from store_contract import CountContract, OverlayContract, PageContract, SearchContract

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.memory.load import load_edition


@pytest.fixture(scope="module", params=["small", "real"])
def store(request: pytest.FixtureRequest, small_edition: EditionFolder) -> Store:
    """A store of an edition. The real one is built only where it is needed."""
    edition: EditionFolder = small_edition if request.param == "small" else request.getfixturevalue("real_edition")
    return load_edition(edition.folder)


class TestPages(PageContract):
    """Pages of the memory store."""


class TestSearches(SearchContract):
    """Searches in the memory store."""


class TestCounts(CountContract):
    """Counts of the memory store."""


class TestOverlays(OverlayContract):
    """Overlays in the memory store."""
