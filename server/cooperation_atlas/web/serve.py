"""Runs the application with uvicorn: one listening socket, and processes that take connections from it."""

from __future__ import annotations

import json
import socket
import sys

from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from ..editions.layout import CURRENT, FACTS
from ..model.errors import AtlasError
from ..settings import PREFIX, Settings
from ..store.load import EditionError
from .protocol import Protocol

#: Seconds in which a connection must bring a request, or the next one.
KEEP_ALIVE = 30
#: Seconds that running requests have to end when the server is stopped.
GRACE = 10
#: Connections that wait to be accepted.
BACKLOG = 2048
_LOGGED = {"handlers": ["stderr"], "level": "WARNING", "propagate": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"uvicorn": _LOGGED, "cooperation_atlas": _LOGGED},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
}


def run(settings: Settings) -> None:
    """Serve until stopped.

    :raises EditionError: where no edition is published, or it holds samples although they are switched off
    :raises AtlasError: where another program listens on the port
    """
    check(settings)
    config = Config(
        "cooperation_atlas.web.app:make_app",
        factory=True,
        interface="asgi3",
        http=Protocol,
        loop="uvloop",
        ws="none",
        lifespan="on",
        workers=settings.workers,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
        log_config=LOGGING,
        access_log=False,
        server_header=False,
        # Links start with the public URL of the settings; what a proxy tells of the client is not used.
        proxy_headers=False,
    )
    with listening(settings.host, settings.port) as listener:
        sys.stderr.write(f"Cooperation Atlas on {settings.url} (stop with Ctrl+C)\n")
        if settings.workers > 1:
            Multiprocess(config, [listener]).run()
        else:
            Server(config).run([listener])


def check(settings: Settings) -> None:
    """Refuse to start where the edition is not what the settings ask for."""
    path = settings.editions / CURRENT / FACTS
    if not path.is_file():
        raise EditionError(f"No edition is published in {settings.editions}. Run `cooperation-atlas build` first.")
    edition = json.loads(path.read_text(encoding="utf-8"))
    if edition["samples"] and not settings.samples:
        reason = f"Edition {edition['id']} holds samples, but samples are off."
        raise EditionError(f"{reason} Run `cooperation-atlas build`, or `serve --build`.")


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to the port; workers share it, so that an idle one takes the next connection.

    :raises AtlasError: where the port is taken, naming the setting to change
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        reason = f"Cannot listen on {host} port {port}: {error.strerror}."
        raise AtlasError(f"{reason} Choose another with {PREFIX}HOST and {PREFIX}PORT.") from error
    listener.set_inheritable(True)
    return listener
