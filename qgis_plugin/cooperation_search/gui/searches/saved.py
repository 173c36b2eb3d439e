"""Searches saved under a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...api.errors import ApiError, ErrorKind
from ...api.search import Search
from .store import Entry, Store

#: Longest name and largest file that are accepted.
LONGEST_NAME = 200
LARGEST_FILE = 5_000_000

translate = QCoreApplication.translate


class Saved(NamedTuple):
    """A search with its name, and whether it is kept in the project (else in the profile)."""

    name: str
    search: Search
    in_project: bool


class SavedSearches(QObject):
    """Named searches of the profile and of the project; a name is used once in each."""

    changed = pyqtSignal()

    def __init__(self, profile: Store, project: Store, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._stores = {False: profile, True: project}

    def searches(self) -> List[Saved]:
        """All of them by name, those of the project first."""
        searches: List[Saved] = []
        for in_project in (True, False):
            named = [
                Saved(str(entry.get("name", "")), search, in_project)
                for entry, search in self._stores[in_project].entries()
            ]
            searches += sorted(named, key=lambda saved: saved.name.casefold())
        return searches

    def save(self, name: str, search: Search, in_project: bool = False) -> None:
        """Saves under a name; the one that had this name there is replaced.

        :raises ValueError: for an empty or too long name, in words for people
        """
        name = _checked(name)
        entries = self._without(name, in_project)
        entries.append({"name": name, "search": search.to_dict()})
        self._write(entries, in_project)

    def rename(self, saved: Saved, name: str) -> None:
        """Gives another name.

        :raises ValueError: for an empty, too long or used name, in words for people
        """
        name = _checked(name)
        if name == saved.name:
            return
        if any(other.name == name and other.in_project == saved.in_project for other in self.searches()):
            message = translate("SavedSearches", "There is another search called “{name}”.")
            raise ValueError(message.format(name=name))
        entries = self._without(saved.name, saved.in_project)
        entries.append({"name": name, "search": saved.search.to_dict()})
        self._write(entries, saved.in_project)

    def delete(self, saved: Saved) -> None:
        """Removes a saved search."""
        self._write(self._without(saved.name, saved.in_project), saved.in_project)

    def export(self, path: str) -> int:
        """Writes all of them to a JSON file; how many.

        :raises OSError: where the file cannot be written
        """
        listed = [{"name": s.name, "search": s.search.to_dict()} for s in self.searches()]
        content = {"cooperation_search": 1, "searches": listed}
        Path(path).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return len(listed)

    def import_(self, path: str) -> int:
        """Adds the searches of a file to the profile; a used name gets a number. All of them or none; how many.

        :raises OSError: where the file cannot be read
        :raises ApiError: for a file that holds no saved searches, or is damaged
        """
        imported = _read(path)
        used = {saved.name for saved in self.searches() if not saved.in_project}
        entries = [entry for entry, _search in self._stores[False].entries()]
        for name, search in imported:
            free, number = name, 2
            while free in used:
                free, number = f"{name} ({number})", number + 1
            used.add(free)
            entries.append({"name": free, "search": search.to_dict()})
        self._write(entries, in_project=False)
        return len(imported)

    def _without(self, name: str, in_project: bool) -> List[Entry]:
        return [entry for entry, _search in self._stores[in_project].entries() if entry.get("name") != name]

    def _write(self, entries: List[Entry], in_project: bool) -> None:
        self._stores[in_project].write(entries)
        self.changed.emit()


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise ValueError(translate("SavedSearches", "A saved search needs a name."))
    if len(name) > LONGEST_NAME:
        raise ValueError(translate("SavedSearches", "This name is too long."))
    return name


def _read(path: str) -> List[Any]:
    """The (name, search) pairs of a file."""
    file = Path(path)
    if file.stat().st_size > LARGEST_FILE:
        raise _unusable("")
    try:
        content: Dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise _unusable(str(error)) from error
    listed = content.get("searches") if isinstance(content, dict) else None
    if not isinstance(listed, list) or "cooperation_search" not in content:
        raise _unusable("")
    searches = []
    for place, entry in enumerate(listed):
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise _unusable(f"searches[{place}]")
        try:
            searches.append((_checked(entry["name"]), Search.from_dict(entry.get("search"))))
        except ValueError as error:
            raise _unusable(f"searches[{place}]: {error}") from error
    return searches


def _unusable(detail: str) -> ApiError:
    message = translate("SavedSearches", "This file contains no saved searches that can be read.")
    return ApiError(ErrorKind.MALFORMED, message, detail)
