"""Runs the application with granian."""

from __future__ import annotations

import json
import socket
import sys

from granian import Granian
from granian.constants import Interfaces, Loops

from ..editions.layout import CURRENT, FACTS
from ..model.errors import AtlasError
from ..settings import PREFIX, Settings
from ..store.load import EditionError


def run(settings: Settings) -> None:
    """Serve until stopped.

    :raises EditionError: where no edition is published, or it holds samples although they are switched off
    :raises AtlasError: where another program listens on the port
    """
    check(settings)
    check_port(settings.host, settings.port)
    sys.stderr.write(f"Cooperation Atlas on {settings.url} (stop with Ctrl+C)\n")
    Granian(
        "cooperation_atlas.web.app:make_app",
        factory=True,
        interface=Interfaces.ASGI,
        loop=Loops.asyncio,
        address=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_access=False,
        websockets=False,
    ).serve()


def check(settings: Settings) -> None:
    """Refuse to start where the edition is not what the settings ask for."""
    path = settings.editions / CURRENT / FACTS
    if not path.is_file():
        raise EditionError(f"No edition is published in {settings.editions}. Run `cooperation-atlas build` first.")
    edition = json.loads(path.read_text(encoding="utf-8"))
    if edition["samples"] and not settings.samples:
        reason = f"Edition {edition['id']} holds samples, but samples are off."
        raise EditionError(f"{reason} Run `cooperation-atlas build`, or `serve --build`.")


def check_port(host: str, port: int) -> None:
    """Refuse to start on a port that is taken.

    Workers share their port (SO_REUSEPORT), so a second service would start without an error, and clients would get
    answers now of one and now of the other.

    :raises AtlasError: naming the setting to change
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reason = f"Cannot listen on {host} port {port}: {error.strerror}."
        raise AtlasError(f"{reason} Choose another with {PREFIX}HOST and {PREFIX}PORT.") from error
