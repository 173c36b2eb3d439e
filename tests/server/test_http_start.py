"""Starting and ending the server: what it refuses, in words, and what becomes of its processes."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from http_client import page
from running_server import EDITIONS, LOGS, RunningServer, command, free_port, start
from waiting import wait_until


@pytest.mark.slow
def test_a_port_that_is_taken_is_refused(server: RunningServer):
    """Workers share ports: a second server would start, and clients get answers now of one and now of the other."""
    port = urlsplit(server.url).port
    run = subprocess.run(
        [command(), "serve", "--port", str(port)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "COOPERATION_ATLAS_EDITIONS": str(EDITIONS)},
    )
    assert run.returncode == 1
    assert f"port {port}" in run.stderr and "COOPERATION_ATLAS_PORT" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("port", "reason"), [("70000", "COOPERATION_ATLAS_PORT"), ("many", "--port")])
def test_a_port_that_is_none_is_refused(port: str, reason: str):
    run = subprocess.run([command(), "serve", "--port", port], capture_output=True, text=True, timeout=120)
    assert run.returncode != 0
    assert reason in run.stderr and "Traceback" not in run.stderr


@pytest.mark.slow
def test_an_edition_with_samples_is_refused_where_they_are_off(server: RunningServer):
    if not server.json("/healthz")["edition"]["samples"]:
        pytest.skip("the edition under test has no samples")
    variables = {"COOPERATION_ATLAS_EDITIONS": str(EDITIONS), "COOPERATION_ATLAS_SAMPLES": "off"}
    run = subprocess.run(
        [command(), "serve", "--port", str(free_port())],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **variables},
    )
    assert run.returncode == 1
    assert "holds samples, but samples are off" in run.stderr and "Traceback" not in run.stderr


@pytest.fixture
def workers(server: RunningServer):
    """A server with two workers, on the edition of the other tests."""
    running = start(build=False, name="workers", environment={"COOPERATION_ATLAS_WORKERS": "2"})
    if running.process is None:
        pytest.skip("the server under test was started elsewhere")
    yield running
    running.stop()


def worker_ids(supervisor: int) -> set[int]:
    """Process ids of the workers (multiprocessing has a process of its own beside them)."""
    listed = subprocess.run(
        ["pgrep", "--parent", str(supervisor), "--full", "spawn_main"], capture_output=True, text=True
    )
    return set(map(int, listed.stdout.split()))


def refuses_connections(server: RunningServer) -> bool:
    """Whether nobody listens on its port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", urlsplit(server.url).port)) == errno.ECONNREFUSED


@pytest.mark.slow
def test_a_worker_that_was_killed_is_replaced(workers: RunningServer):
    before = worker_ids(workers.process.pid)
    assert len(before) == 2
    killed = min(before)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: len(worker_ids(workers.process.pid) - before) == 1)
    assert page(workers, "/healthz")["edition"]["counts"]
    log = max(LOGS.glob("test-workers-*.log"), key=lambda path: path.stat().st_mtime).read_text()
    assert f"Child process [{killed}] died" in log


@pytest.mark.slow
@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_supervisor(workers: RunningServer, ended_by: signal.Signals):
    """Even with one that was killed: they would hold the port, and serve on unseen."""
    left = worker_ids(workers.process.pid)
    workers.process.send_signal(ended_by)
    workers.process.wait(20)
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in left))
    assert refuses_connections(workers)


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_it_in_order(server: RunningServer, workers: str):
    running = start(build=False, name="interrupted", environment={"COOPERATION_ATLAS_WORKERS": workers})
    if running.process is None:
        pytest.skip("the server under test was started elsewhere")
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(20) == 0
    log = max(LOGS.glob("test-interrupted-*.log"), key=lambda path: path.stat().st_mtime).read_text()
    assert "Aborted" not in log and "Traceback" not in log
