"""Fixtures of the tests that run inside QGIS (system Python, offscreen: see in_qgis.sh)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PLUGINS = Path(__file__).resolve().parents[2] / "qgis_plugin"

# As QGIS does with its plugin folders: the plugin is imported as the package `cooperation_search`.
sys.path.insert(0, str(PLUGINS))


@pytest.fixture(autouse=True)
def _nothing_fetched_before() -> Iterator[None]:
    """Code lists and criteria are fetched once for each server and edition: each test begins without any."""
    from cooperation_search.api.documents import DOCUMENTS

    DOCUMENTS.clear()
    yield
    DOCUMENTS.clear()


@pytest.fixture(autouse=True)
def _no_land(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests count the layers of the project: land lies below them in those of the background only."""
    from cooperation_search.settings import Settings

    if "background" not in request.node.path.name:
        monkeypatch.setattr(Settings, "with_background", False)


@pytest.fixture(scope="session")
def criteria(server: Any) -> Any:
    """The criteria as the server describes them."""
    from cooperation_search.api.criteria import Criteria

    return Criteria.read(server.json("/collections/programmes/queryables"))


@pytest.fixture(scope="module")
def provider(qgis_app: Any) -> Iterator[Any]:
    """The algorithms, registered in QGIS."""
    from cooperation_search.processing.provider import CooperationAtlasProvider
    from cooperation_search.theme import themed_icon
    from qgis.core import QgsApplication

    made = CooperationAtlasProvider(themed_icon())
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)
