"""Starts the real server for tests, from any interpreter: only the standard library is used here.

QGIS's tests run on the system's Python and those of the server on ``.venv``; both start the same command.
The edition is built from the repository's own tables into a folder that all runs share: it is built once and
found unchanged afterwards.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

REPOSITORY = Path(__file__).resolve().parent.parent
EDITIONS = REPOSITORY / "var" / "test" / "editions"
LOGS = REPOSITORY / "var" / "log"

#: The collections of programmes and areas. That of lines is larger than one page: ``test_http_neighbours.py``.
COLLECTIONS = ("programmes", "nuts3", "nuts3-2016", "countries", "cooperation", "programme-areas", "neighbours")

#: Set to the base URL of a running server to test that one (from a QGIS in another root, say).
URL_VARIABLE = "ATLAS_TEST_URL"
#: Seconds until the server must answer; the first start builds the edition.
START_LIMIT = 300.0


class ServerDidNotStart(RuntimeError):
    """The server ended, or did not answer in time; the message ends with what it printed."""


@dataclass
class RunningServer:
    """A server that answers.

    :param url: base URL without a slash at the end
    :param process: the process started, or ``None`` where a server that ran already is used
    """

    url: str
    process: subprocess.Popen[bytes] | None = None

    def json(self, path: str, **query: object) -> Any:
        """The JSON that ``path`` answers, which must be a 200."""
        url = self.url + path + ("?" + urlencode(query) if query else "")
        with urlopen(Request(url, headers={"Accept": "application/json"}), timeout=60) as answer:
            return json.load(answer)

    def features(self, collection: str, **query: object) -> list[dict[str, Any]]:
        """All features of a collection that meet ``query``, over all pages."""
        found: list[dict[str, Any]] = []
        page = self.json(f"/collections/{collection}/items", f="json", limit=1000, **query)
        while True:
            found += page["features"]
            following = [link["href"] for link in page["links"] if link["rel"] == "next"]
            if not following:
                return found
            assert page["features"], f"an empty page with a next link: {following[0]}"
            with urlopen(following[0], timeout=60) as answer:
                page = json.load(answer)

    def declared(self, collection: str) -> dict[str, dict[str, Any]]:
        """The properties of a collection as its JSON schema declares them, without the geometry; one type each."""
        properties = self.json(f"/collections/{collection}/schema", f="json", nulls="implied")["properties"]
        return {name: p for name, p in properties.items() if json_type(p) != "geometry"}

    def stop(self) -> None:
        """Ends the process that was started, and waits until it is gone."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)


def json_type(declaration: dict[str, Any]) -> str:
    """The declared type of a property, without ``null``; dates and geometry are types of their own."""
    form = str(declaration.get("format", ""))
    if form.startswith("geometry") or "$ref" in declaration:
        return "geometry"
    kinds = declaration["type"]
    kind = next(k for k in kinds if k != "null") if isinstance(kinds, list) else kinds
    return "date" if form == "date" else str(kind)


def command() -> Path:
    """The installed ``cooperation-atlas``: beside the interpreter that runs, else in ``.venv``."""
    here = Path(sys.executable).with_name("cooperation-atlas")
    found = here if here.exists() else REPOSITORY / ".venv" / "bin" / "cooperation-atlas"
    if not found.exists():
        raise ServerDidNotStart(f"{found} is not installed: run `make venv` first")
    return found


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(
    *,
    editions: Path = EDITIONS,
    build: bool = True,
    environment: dict[str, str] | None = None,
    name: str = "server",
) -> RunningServer:
    """Starts a server on a free loopback port and waits until ``/healthz`` answers 200.

    :param editions: folder of the editions it serves
    :param build: whether it builds and publishes the edition first where the sources changed
    :param environment: further environment variables
    :param name: name of its log in ``var/log``
    :raises ServerDidNotStart: with the end of what it printed
    """
    running = os.environ.get(URL_VARIABLE)
    if running:
        return RunningServer(running.rstrip("/"))
    port = free_port()
    editions.mkdir(parents=True, exist_ok=True)
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"test-{name}-{port}.log"
    foreign = ("COOPERATION_ATLAS_", "PYTHON", "QT_", "QGIS_")
    variables = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    variables |= {"COOPERATION_ATLAS_EDITIONS": str(editions)} | (environment or {})
    arguments = [str(command()), "serve", *(["--build"] if build else []), "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            arguments, cwd=REPOSITORY, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    server = RunningServer(f"http://127.0.0.1:{port}", process)
    until = time.monotonic() + START_LIMIT
    try:
        while time.monotonic() < until and process.poll() is None:
            # Not yet listening, or listening without an edition: ask again.
            with suppress(HTTPError, URLError, ConnectionError, TimeoutError):
                server.json("/healthz")
                return server
            time.sleep(0.1)
    except BaseException:
        server.stop()
        raise
    ended = process.poll()
    state = "did not answer in time" if ended is None else f"ended with status {ended}"
    server.stop()
    raise ServerDidNotStart(f"{' '.join(arguments)} {state}:\n{log.read_text(errors='replace')[-4000:]}")
