"""One edition with everything that is made from it once: configuration, pygeoapi's API object, languages."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from pygeoapi.api import API, APIRequest

from ..ogc.config import load_config
from ..settings import Settings
from ..store.current import CurrentEdition
from ..store.engine import Engine
from .asked import Asked
from .negotiation import language_of


class EditionView:
    """The published edition as the resources see it.

    :param config_path: ``config/pygeoapi.yml``
    """

    def __init__(self, engine: Engine, settings: Settings, config_path: Path) -> None:
        self.engine = engine
        self.settings = settings
        self.config = load_config(config_path, settings, engine)

    @property
    def base_url(self) -> str:
        """Public URL without a slash at the end."""
        return self.settings.url

    @property
    def id(self) -> str:
        """Id of the edition."""
        return str(self.engine.edition["id"])

    @property
    def title(self) -> str:
        """Title of the service."""
        return str(self.config["metadata"]["identification"]["title"])

    @cached_property
    def api(self) -> API:
        """pygeoapi's API object for this edition."""
        return API(self.config, {})

    def core_request(self, asked: Asked) -> APIRequest:
        """The request as pygeoapi's core wants it; format and language are already settled."""
        language = language_of(asked.first("lang"), asked.accept_language, self.settings.languages)
        return APIRequest(_CoreRequest(asked.path, {"f": "json", "lang": language}), self.api.locales)


class _CoreRequest:
    """What ``pygeoapi.api.APIRequest`` reads of a framework's request."""

    def __init__(self, path: str, parameters: dict[str, str]) -> None:
        self.args = MappingProxyType(parameters)
        self.headers: dict[str, str] = {}
        self.path_info = path


class Service:
    """The service: settings and the edition that is published now.

    :param editions: the edition served
    """

    def __init__(self, settings: Settings, editions: CurrentEdition, config_path: Path) -> None:
        self.settings = settings
        self.editions = editions
        self._config_path = config_path
        self._view: EditionView | None = None

    @property
    def prefix(self) -> str:
        """First part of the public paths, which a proxy takes away; empty without one."""
        return urlsplit(self.settings.url).path

    def view(self) -> EditionView:
        """The view of the edition served now; made anew when another edition is served.

        :raises EditionError: where no edition can be served
        """
        engine = self.editions.engine
        view = self._view
        if view is None or view.engine is not engine:
            view = self._view = EditionView(engine, self.settings, self._config_path)
        return view

    def refresh(self) -> bool:
        """Serve the published edition if it is another one, and one that the settings allow.

        :returns: whether the edition changed
        :raises EditionError: where it cannot be served; the old one stays
        """
        return self.editions.refresh(self.settings.samples)

    def edition_id(self) -> str | None:
        """The id of the edition served now, ``None`` before one is loaded."""
        engine = self.editions.served
        return None if engine is None else str(engine.edition["id"])

    def health(self) -> dict[str, Any]:
        """The edition served, its counts and when it was made."""
        edition = self.editions.engine.edition
        return {key: edition[key] for key in ("id", "created", "samples", "counts") if key in edition}
