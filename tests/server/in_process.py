"""The application in this process, so that a test can change what it is made of."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
from conftest import settings_for

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.settings import Settings
from cooperation_atlas.web.app import make_app


def serving(edition: EditionFolder) -> Settings:
    """Settings that serve the edition, which is published; its sources are not read."""
    publish(edition.folder.parent, edition.id)
    return settings_for(edition.folder.parent, edition.folder.parent)


class Application:
    """The application with the resources and formats of this moment.

    :param settings: of the editions that it serves
    """

    def __init__(self, settings: Settings) -> None:
        self.url = settings.url
        self._app = make_app(settings)

    def get(self, path: str, headers: dict[str, str] | None = None, **query: Any) -> httpx.Response:
        """A GET request; ``path`` may be an absolute URL of the service."""
        return self.request("GET", path, headers=headers, params=query or None)

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """A request of any method."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=self.url) as client:
                return await client.request(method, path, **more)

        return asyncio.run(send())
