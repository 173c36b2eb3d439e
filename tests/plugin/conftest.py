"""Fixtures of the tests that run inside QGIS (system Python, offscreen: see in_qgis.sh)."""

from __future__ import annotations

import sys
from pathlib import Path

PLUGINS = Path(__file__).resolve().parents[2] / "qgis_plugin"

# As QGIS does with its plugin folders: the plugin is imported as the package `cooperation_search`.
sys.path.insert(0, str(PLUGINS))
