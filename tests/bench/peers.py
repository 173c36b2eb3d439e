"""Starts each peer on a free loopback port with two workers, and stops it by its own process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import cases

WORKERS = 2
START_LIMIT = 60.0


#: Nanoseconds that a thread ran, and waited for a core, by its folder in /proc.
Scheduled = dict[Path, tuple[int, int]]


@dataclass(frozen=True)
class Places:
    """Folders and environments that peers need.

    :param repository: the checkout
    :param work: folder for configuration, logs and static files
    :param peers: virtual environment of the peers
    """

    repository: Path
    work: Path
    peers: Path


@dataclass(frozen=True)
class Peer:
    """A peer that answers.

    :param url: base URL
    :param processes: process groups of its servers
    """

    name: str
    url: str
    processes: tuple[subprocess.Popen[bytes], ...]

    def memory(self) -> float:
        """Proportional set size of all its processes in megabytes: shared pages are counted once."""
        total = 0
        for process in self.processes:
            for pid in _group(process.pid):
                with suppress(OSError):
                    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
                    total += int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1])
        return total / 1024

    def scheduled(self) -> Scheduled:
        """What each of its threads ran, and how long it was ready to run and waited, until now."""
        found = {}
        for process in self.processes:
            for pid in _group(process.pid):
                with suppress(OSError):
                    for thread in Path(f"/proc/{pid}/task").iterdir():
                        ran, waited, _ = map(int, (thread / "schedstat").read_text().split())
                        found[thread] = ran, waited
        return found


def _group(leader: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                if os.getpgid(int(entry.name)) == leader:
                    yield int(entry.name)


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(name: str, places: Places) -> Iterator[Peer]:
    """The peer of that name, until the block ends."""
    port = free_port()
    log = (places.work / f"{name.split(',')[0].replace(' ', '-')}-{port}.log").open("wb")
    processes = []
    try:
        for command, environment in _commands(name, port, places):
            processes.append(
                subprocess.Popen(
                    command,
                    env={**os.environ, **environment},
                    cwd=places.repository,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )
        peer = Peer(name, f"http://127.0.0.1:{port}", tuple(processes))
        _wait(peer)
        yield peer
    finally:
        for process in processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(15)
        log.close()


def _wait(peer: Peer) -> None:
    path = cases.CASES[0].paths.get(peer.name, "/case-0")
    until = time.monotonic() + START_LIMIT
    while True:
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(peer.url + path, timeout=30) as answer:
            if answer.status == 200:
                return
        if time.monotonic() > until or any(p.poll() is not None for p in peer.processes):
            raise RuntimeError(f"{peer.name} does not answer {peer.url}{path}: see the logs of the benchmark")
        time.sleep(0.2)


Commands = list[tuple[list[str], dict[str, str]]]


def _commands(name: str, port: int, places: Places) -> Commands:
    match name:
        case cases.OURS | cases.OURS_WARM:
            return _ours(port, places, cache="0" if name == cases.OURS else "256")
        case cases.TIPG:
            variables = {"TIPG_DB_SCHEMAS": '["public"]', "TIPG_MAX_FEATURES_PER_QUERY": "10000"}
            return [(_uvicorn("tipg.main:app", port, places), _database() | variables)]
        case cases.PYGEOAPI:
            return _pygeoapi(port, places)
        case cases.QGIS:
            return _qgis(port, places)
        case cases.NGINX:
            return [(_nginx(port, places, "nginx", f"root {places.work}/static;"), {})]
    raise ValueError(name)


def _ours(port: int, places: Places, cache: str) -> Commands:
    command = [str(places.repository / ".venv/bin/cooperation-atlas"), "serve", "--port", str(port)]
    workers = os.environ.get("BENCH_WORKERS", str(WORKERS))
    variables = {"COOPERATION_ATLAS_WORKERS": workers}
    variables["COOPERATION_ATLAS_CACHE_MB"] = os.environ.get("BENCH_CACHE_MB", cache)
    if editions := os.environ.get("BENCH_EDITIONS"):
        variables["COOPERATION_ATLAS_EDITIONS"] = editions
    return [(command, variables)]


def _uvicorn(application: str, port: int, places: Places) -> list[str]:
    """Every ASGI peer runs as we do: uvicorn on uvloop, whose processes share the connections evenly."""
    run = [str(places.peers / "bin/uvicorn"), "--loop", "uvloop", "--http", "httptools", "--workers", str(WORKERS)]
    return [*run, "--host", "127.0.0.1", "--port", str(port), "--no-access-log", "--log-level", "warning", application]


def _database() -> dict[str, str]:
    told = {k: os.environ[f"PG{k}"] for k in ("HOST", "PORT", "USER", "PASSWORD", "DATABASE")}
    names = {"HOST": "HOST", "PORT": "PORT", "USER": "USER", "PASSWORD": "PASS", "DATABASE": "DBNAME"}
    return {f"POSTGRES_{names[k]}": v for k, v in told.items()}


def _pygeoapi(port: int, places: Places) -> Commands:
    config, openapi = places.work / "pygeoapi.yml", places.work / "pygeoapi-openapi.yml"
    config.write_text(
        _PYGEOAPI.format(port=port, **{k.lower(): v for k, v in os.environ.items() if k.startswith("PG")})
    )
    variables = {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(openapi)}
    subprocess.run(
        [str(places.peers / "bin/pygeoapi"), "openapi", "generate", str(config), "--output-file", str(openapi)],
        check=True,
        env={**os.environ, **variables},
        capture_output=True,
    )
    return [(_uvicorn("pygeoapi.starlette_app:APP", port, places), variables)]


def _nginx(port: int, places: Places, name: str, location: str) -> list[str]:
    config = places.work / f"{name}.conf"
    config.write_text(_NGINX.format(port=port, workers=WORKERS, work=places.work, name=name, location=location))
    return ["nginx", "-p", str(places.work), "-c", str(config)]


def _qgis(port: int, places: Places) -> Commands:
    fastcgi, project = free_port(), places.work / "nuts3.qgs"
    variables = {
        "QGIS_PROJECT_FILE": str(project),
        "QGIS_SERVER_API_WFS3_MAX_LIMIT": "10000",
        "QGIS_SERVER_LOG_STDERR": "0",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(places.work),
    }
    serve = ["spawn-fcgi", "-n", "-a", "127.0.0.1", "-p", str(fastcgi), "-F", str(WORKERS)]
    location = (
        f"location / {{ include /etc/nginx/fastcgi_params; fastcgi_pass 127.0.0.1:{fastcgi}; "
        "fastcgi_keep_conn on; gzip on; gzip_types *; gzip_comp_level 1; }"
    )
    return [
        ([*serve, "--", "/usr/lib/cgi-bin/qgis_mapserv.fcgi"], variables),
        (_nginx(port, places, "qgis", location), {}),
    ]


_NGINX = """
daemon off;
worker_processes {workers};
pid {work}/{name}.pid;
error_log {work}/{name}-error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  default_type application/geo+json;
  client_body_temp_path {work}/{name}-body;
  fastcgi_temp_path {work}/{name}-fastcgi;
  proxy_temp_path {work}/{name}-proxy;
  uwsgi_temp_path {work}/{name}-uwsgi;
  scgi_temp_path {work}/{name}-scgi;
  fastcgi_buffers 64 64k;
  sendfile on;
  tcp_nopush on;
  gzip_static on;
  server {{ listen 127.0.0.1:{port}; {location} }}
}}
"""

_PYGEOAPI = """
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  gzip: true
  languages: [en]
  limits: {{default_items: 100, max_items: 20000}}
  map: {{url: "http://127.0.0.1/{{z}}", attribution: none}}
logging: {{level: ERROR}}
metadata:
  identification: {{title: stock, description: stock, keywords: [a], terms_of_service: a, url: "http://127.0.0.1"}}
  license: {{name: a, url: "http://127.0.0.1"}}
  provider: {{name: a, url: "http://127.0.0.1"}}
  contact: {{name: a, email: a@localhost}}
resources:
  nuts3:
    type: collection
    title: nuts3
    description: nuts3
    keywords: [a]
    extents: {{spatial: {{bbox: [-180, -90, 180, 90], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}}}
    providers:
      - type: feature
        name: PostgreSQL
        data:
          {{host: {pghost}, port: {pgport}, dbname: {pgdatabase}, user: {pguser}, password: {pgpassword}}}
        id_field: nuts_code
        table: nuts3
        geom_field: geom
"""
