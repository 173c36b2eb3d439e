"""Settings in the profile: what is kept, and what becomes of damaged values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cooperation_search.settings import DEFAULT_URL, PREFIX, Settings, cache_folder, language
from qgis.core import QgsApplication, QgsSettings


@pytest.fixture
def settings(qgis_app: Any) -> Iterator[Settings]:
    QgsSettings().remove(PREFIX)
    yield Settings()
    QgsSettings().remove(PREFIX)


def test_defaults(settings: Settings):
    assert (settings.url, settings.authcfg, settings.servers) == (DEFAULT_URL, "", ())
    assert (settings.layer_kind, settings.style) == ("memory", "")


def test_servers_used_before(settings: Settings):
    for number in range(12):
        settings.remember_server(f"http://host{number}/", "abc" if number == 11 else "")
    settings.use_server("http://host5")
    assert settings.servers[0] == ("http://host11", "abc"), "only those that answered are remembered"
    settings.remember_server("http://host5")
    assert settings.url == "http://host5" and Settings().servers[:2] == (("http://host5", ""), ("http://host11", "abc"))
    assert len(settings.servers) == 10
    with pytest.raises(ValueError, match="ftp"):
        settings.use_server("ftp://host")


def test_kind_and_style(settings: Settings):
    settings.layer_kind = "live"
    settings.style = "topic"
    assert (Settings().layer_kind, Settings().style) == ("live", "topic")
    with pytest.raises(ValueError, match="paper"):
        settings.layer_kind = "paper"


@pytest.mark.parametrize("damaged", ["{", "{}", "3", "", ["x"], 7])
def test_damaged_values(settings: Settings, damaged: Any):
    for key in ("server/history", "server/url", "layers/kind", "history"):
        QgsSettings().setValue(f"{PREFIX}/{key}", damaged)
    assert settings.servers == () and settings.layer_kind == "memory" and settings.json_list("history") == []
    assert settings.url.startswith("http")


def test_lists_survive_with_any_text(settings: Settings):
    values = [{"name": 'Süd "x", ö; [a]', "n": 1}, []]
    settings.set_json("saved", values)
    assert Settings().json_list("saved") == values


def test_places(qgis_app: Any):
    assert str(cache_folder()).startswith(QgsApplication.qgisSettingsDirPath().rstrip("/"))
    assert len(language()) >= 2
