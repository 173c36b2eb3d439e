"""Starting the server: what it refuses, in words."""

from __future__ import annotations

import os
import subprocess
from urllib.parse import urlsplit

import pytest
from running_server import EDITIONS, RunningServer, command


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
