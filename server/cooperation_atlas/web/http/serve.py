"""Runs the application with uvicorn: one listening socket, and processes that take connections from it."""

from __future__ import annotations

import contextlib
import gc
import logging
import multiprocessing
import signal
import socket
import sys

from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.supervisors import Multiprocess

from ...model.errors import AtlasError
from ...ogc.pygeoapi.config import in_force, read_config
from ...settings import PREFIX, Settings
from ...store.loaded_editions import check_servable
from ..translations.catalogue import catalogue
from .connections import allow_all_files
from .protocol import Protocol

#: Seconds in which a client must send its first request, and each next one.
KEEP_ALIVE = 30
#: Seconds in which running requests must end when the server is stopped.
GRACE = 10
#: Seconds between the checks of a worker that its supervisor is alive.
ATTENTION = 1
#: Limit of the connections that wait to be accepted.
BACKLOG = 2048
_LOGGED = {"handlers": ["stderr"], "level": "WARNING", "propagate": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "uvicorn": _LOGGED,
        # Its only warnings are about requests to upgrade (h2c by curl, say). They are offers, which nobody has to take
        # (RFC 9110, 7.8), and would be two lines each in the log.
        "uvicorn.error": {"level": "ERROR"},
        "cooperation_atlas": _LOGGED,
    },
    "root": {"handlers": ["stderr"], "level": "ERROR"},
}


def run(settings: Settings) -> None:
    """Serve until stopped.

    :raises EditionError: where no edition can be served, or it holds samples although they are switched off
    :raises ConfigError: where the configuration cannot be used
    :raises InvalidValue: where a language has no translation of the pages
    :raises AtlasError: where another program uses the port
    """
    settings = in_force(read_config(settings.config, settings), settings)
    for language in settings.languages:
        catalogue(language)
    check_servable(settings.editions, settings.samples)
    config = Config(
        f"{__name__}:{application.__name__}",
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
        callback_notify=end_with_supervisor,
        timeout_notify=ATTENTION,
        log_config=LOGGING,
        access_log=False,
        server_header=False,
        # Links start with the public URL of the settings; what a proxy says about the client is not used.
        proxy_headers=False,
    )
    allow_all_files()
    with listening(settings.host, settings.port) as listener:
        sys.stderr.write(f"Cooperation Atlas on {settings.url} (stop with Ctrl+C)\n")
        if settings.workers > 1:
            # The supervisor, in a process of its own, logs what happens to workers; workers log only what goes wrong.
            logging.getLogger("uvicorn.error").setLevel(logging.INFO)
            Multiprocess(config, [listener]).run()
        else:
            # uvicorn shuts down in order, and then raises the interrupt again.
            with contextlib.suppress(KeyboardInterrupt):
                Server(config).run([listener])


def application() -> ASGIApp:
    """The application of one process.

    Modules stay as long as the process does. The garbage collector no longer goes through what they hold, which it
    would do several times while the first edition is loaded and tried out, and now and then between requests.
    """
    from ..app import make_app  # the supervisor of several processes needs none of it

    gc.freeze()
    return make_app()


async def end_with_supervisor() -> None:
    """End a worker whose supervisor was killed: it would go on serving, and keep the port."""
    supervisor = multiprocessing.parent_process()
    if supervisor is not None and not supervisor.is_alive():
        signal.raise_signal(signal.SIGTERM)


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
