"""What the plugin remembers in the user's profile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, List, Tuple

from qgis.core import QgsApplication, QgsProject, QgsSettings

from .api.resources import base_url

#: Common start of all keys.
PREFIX = "cooperation_search"
#: Scope of the plugin's entries in a project.
PROJECT_SCOPE = "CooperationSearch"
#: Keys of the programme and the country that the user works for.
_OWN = ("own/programme", "own/country")
DEFAULT_URL = "http://127.0.0.1:5000"
#: Where the features of a search go: kinds of layer.
MEMORY, GEOPACKAGE, LIVE = "memory", "geopackage", "live"
LAYER_KINDS = (MEMORY, GEOPACKAGE, LIVE)
#: Ways to make classes of numbers.
QUANTILES, NATURAL, EQUAL, PRETTY = "quantiles", "natural", "equal", "pretty"
METHODS = (QUANTILES, NATURAL, EQUAL, PRETTY)
_MOST_SERVERS = 10


class Settings:
    """Typed access to the settings; a damaged value counts as not set."""

    def __init__(self) -> None:
        self._store = QgsSettings()

    @property
    def url(self) -> str:
        """Base URL of the server that is used."""
        return base_url(self._text("server/url")) or DEFAULT_URL

    @property
    def authcfg(self) -> str:
        """Authentication configuration of QGIS for the server, empty without one."""
        return self._text("server/authcfg")

    @property
    def servers(self) -> Tuple[Tuple[str, str], ...]:
        """Servers used before, as (URL, authentication configuration), the last one first."""
        value = self.json_list("server/history")
        pairs = [
            (p[0], p[1]) for p in value if isinstance(p, list) and len(p) == 2 and all(isinstance(v, str) for v in p)
        ]
        return tuple(pairs)

    def use_server(self, url: str, authcfg: str = "") -> None:
        """Makes a server the current one; the history is for those that answered.

        :raises ValueError: for an invalid address
        """
        base = base_url(url)
        if not base:
            raise ValueError(url)
        self._store.setValue(f"{PREFIX}/server/url", base)
        self._store.setValue(f"{PREFIX}/server/authcfg", authcfg)

    def remember_server(self, url: str, authcfg: str = "") -> None:
        """Puts a server that answered first in the history.

        :raises ValueError: for an invalid address
        """
        base = base_url(url)
        if not base:
            raise ValueError(url)
        others = [[u, a] for u, a in self.servers if u != base]
        self.set_json("server/history", [[base, authcfg], *others][:_MOST_SERVERS])

    @property
    def layer_kind(self) -> str:
        """``memory``, ``geopackage`` or ``live``."""
        value = self._text("layers/kind")
        return value if value in LAYER_KINDS else MEMORY

    @layer_kind.setter
    def layer_kind(self, value: str) -> None:
        if value not in LAYER_KINDS:
            raise ValueError(value)
        self._store.setValue(f"{PREFIX}/layers/kind", value)

    @property
    def style(self) -> str:
        """Id of the style for new layers; empty for the default."""
        return self._text("layers/style")

    @style.setter
    def style(self, value: str) -> None:
        self._store.setValue(f"{PREFIX}/layers/style", value)

    @property
    def classes(self) -> str:
        """How classes of numbers are made: one of ``METHODS``."""
        value = self._text("layers/classes")
        return value if value in METHODS else QUANTILES

    @classes.setter
    def classes(self, value: str) -> None:
        if value not in METHODS:
            raise ValueError(value)
        self._store.setValue(f"{PREFIX}/layers/classes", value)

    @property
    def with_neighbours(self) -> bool:
        """Whether lines between neighbours are loaded as well."""
        return self._text("layers/neighbours") == "yes"

    @with_neighbours.setter
    def with_neighbours(self, value: bool) -> None:
        self._store.setValue(f"{PREFIX}/layers/neighbours", "yes" if value else "")

    @property
    def with_entries(self) -> bool:
        """Whether offers and needs are loaded as well."""
        return self._text("layers/entries") == "yes"

    @with_entries.setter
    def with_entries(self, value: bool) -> None:
        self._store.setValue(f"{PREFIX}/layers/entries", "yes" if value else "")

    @property
    def with_background(self) -> bool:
        """Whether land is drawn below the layers."""
        return self._text("layers/background") != "no"

    @with_background.setter
    def with_background(self, value: bool) -> None:
        self._store.setValue(f"{PREFIX}/layers/background", "" if value else "no")

    @property
    def own_programme(self) -> str:
        """CCI of the programme that the user works for; empty where it is a country, or nobody in particular."""
        return self._own()[0]

    @property
    def own_country(self) -> str:
        """Code of the country that the user works for, or of their programme; empty where it is nobody."""
        return self._own()[1]

    def work_for(self, programme: str, country: str) -> None:
        """Keeps whom the user works for, in the profile and in the project."""
        project = QgsProject.instance()
        for key, value in zip(_OWN, (programme, country)):
            self._store.setValue(f"{PREFIX}/{key}", value)
            if value:
                project.writeEntry(PROJECT_SCOPE, key, value)
            else:
                project.removeEntry(PROJECT_SCOPE, key)

    def _own(self) -> Tuple[str, str]:
        """What the project says comes first: whoever opens it sees it from the same side."""
        of_project = [str(QgsProject.instance().readEntry(PROJECT_SCOPE, key, "")[0]) for key in _OWN]
        programme, country = of_project if any(of_project) else map(self._text, _OWN)
        return programme, country

    def json_list(self, key: str) -> List[Any]:
        """A list kept as JSON text; empty when it is not set or damaged."""
        try:
            value = json.loads(self._text(key) or "[]")
        except ValueError:
            return []
        return value if isinstance(value, list) else []

    def set_json(self, key: str, value: List[Any]) -> None:
        """Keeps a list as JSON text, which no platform's settings format distorts."""
        self._store.setValue(f"{PREFIX}/{key}", json.dumps(value, ensure_ascii=False))

    def _text(self, key: str) -> str:
        value = self._store.value(f"{PREFIX}/{key}", "")
        return value if isinstance(value, str) else ""


def cache_folder() -> Path:
    """Folder of the profile in which answers of servers are kept."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "cache" / PREFIX


def language() -> str:
    """The user's language as QGIS uses it, such as ``it`` or ``pt_BR``."""
    name = str(QgsApplication.instance().locale())
    # Systems without a language report "C".
    return name if len(name) > 1 else "en"
