"""What the plugin looks like in QGIS: its icon and the title of its menu."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

_ICONS = Path(__file__).parent / "icons"


def menu_title() -> str:
    """Title of the plugin's menu."""
    return QCoreApplication.translate("CooperationSearchPlugin", "&Cooperation Atlas")


def themed_icon() -> QIcon:
    """The icon that fits QGIS's theme."""
    dark = "night" in str(QgsSettings().value("UI/UITheme", "")).lower()
    return QIcon(str(_ICONS / ("icon_dark.svg" if dark else "icon.svg")))
