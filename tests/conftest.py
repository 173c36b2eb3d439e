"""Fixtures for all tests, on the server's Python and on QGIS's (so only the standard library here)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_server import COLLECTIONS, RunningServer, start


@pytest.fixture(scope="session")
def server() -> Iterator[RunningServer]:
    """A real server with the repository's own data, one for the whole session."""
    running = start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def published(server: RunningServer) -> dict[str, list[dict[str, Any]]]:
    """All features of each collection as plain GeoJSON: the yardstick for what a foreign client must see."""
    return {name: server.features(name) for name in COLLECTIONS}


@pytest.fixture(params=COLLECTIONS)
def collection(request: pytest.FixtureRequest) -> str:
    """Id of a collection; a test that asks for it runs once for each."""
    return str(request.param)


@pytest.fixture
def features(published: dict[str, list[dict[str, Any]]], collection: str) -> list[dict[str, Any]]:
    """The features of ``collection``."""
    return published[collection]


@pytest.fixture
def declared(server: RunningServer, collection: str) -> dict[str, dict[str, Any]]:
    """The properties that ``collection`` declares."""
    return server.declared(collection)
