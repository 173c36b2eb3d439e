"""When a project is closed."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject


def closing(project: QgsProject) -> Any:
    """The signal that a project is about to be closed; where QGIS has none (before 3.38), that it was."""
    return getattr(project, "aboutToBeCleared", project.cleared)
