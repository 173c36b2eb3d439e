"""Translation of user texts outside of widgets."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(context: str, text: str) -> str:
    """``text`` in the user's language; ``context`` groups the texts for translators (usually a class name)."""
    return QCoreApplication.translate(context, text)
