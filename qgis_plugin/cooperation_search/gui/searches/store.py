"""Where searches are kept: a JSON list, in the user's profile or in the project."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import Any, Dict, List, Tuple

from qgis.core import Qgis, QgsMessageLog, QgsProject
from qgis.PyQt.QtCore import QCoreApplication

from ...api.errors import ApiError
from ...api.search import Search
from ...settings import PROJECT_SCOPE, Settings

Entry = Dict[str, Any]

#: Name of the tab in QGIS's log.
LOG = "Cooperation search"


class Store(ABC):
    """A list of JSON objects, each with a ``search``."""

    @abstractmethod
    def read(self) -> List[Any]:
        """What is kept, as it was written."""

    @abstractmethod
    def write(self, entries: List[Entry]) -> None:
        """Keeps these entries and no others."""

    def entries(self) -> List[Tuple[Entry, Search]]:
        """What is kept, with the search of each; what cannot be read is left out and named in QGIS's log."""
        kept = []
        for entry in self.read():
            try:
                if isinstance(entry, dict):
                    kept.append((entry, Search.from_dict(entry.get("search"))))
            except ApiError as error:
                _log(error.text)
        return kept


class ProfileStore(Store):
    """In the settings of the user's profile.

    :param key: key of the list in the plugin's settings
    """

    def __init__(self, settings: Settings, key: str) -> None:
        self._settings = settings
        self._key = key

    def read(self) -> List[Any]:  # noqa: D102
        return self._settings.json_list(self._key)

    def write(self, entries: List[Entry]) -> None:  # noqa: D102
        self._settings.set_json(self._key, entries)


class ProjectStore(Store):
    """In the project: whoever gets the project file has these searches too.

    :param key: key of the list below that of the plugin
    """

    def __init__(self, key: str) -> None:
        self._key = key

    def read(self) -> List[Any]:  # noqa: D102
        text = str(QgsProject.instance().readEntry(PROJECT_SCOPE, self._key, "")[0])
        try:
            value = json.loads(text or "[]")
        except ValueError as error:
            _log(str(error))
            return []
        return value if isinstance(value, list) else []

    def write(self, entries: List[Entry]) -> None:  # noqa: D102
        project = QgsProject.instance()
        if entries:
            project.writeEntry(PROJECT_SCOPE, self._key, json.dumps(entries, ensure_ascii=False))
        else:
            project.removeEntry(PROJECT_SCOPE, self._key)


def _log(reason: str) -> None:
    text = QCoreApplication.translate("Store", "A saved search cannot be read: {reason}").format(reason=reason)
    QgsMessageLog.logMessage(text, LOG, Qgis.MessageLevel.Warning)
