"""Cooperation search: partners for cohesion programmes, on the map of QGIS."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """The plugin, as QGIS asks for it."""
    from .plugin import CooperationSearchPlugin

    return CooperationSearchPlugin(iface)
