"""Runs pygeoapi's own Flask application with our plugins, and keeps what it answers.

A process of its own: pygeoapi reads its configuration when it is imported. Called with the folder that holds
``config.yml`` and ``openapi.json``; reads a JSON list of paths with the bodies to send (``null`` for GET requests) from
standard input and writes a JSON list of ``[status, content type, body]`` to ``answers.json`` there (pygeoapi logs to
standard output).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

folder = Path(sys.argv[1])
os.environ["PYGEOAPI_CONFIG"] = str(folder / "config.yml")
os.environ["PYGEOAPI_OPENAPI"] = str(folder / "openapi.json")

from pygeoapi.flask_app import APP  # noqa: E402

answers = []
with APP.test_client() as client:
    for path, body in json.load(sys.stdin):
        response = client.get(path) if body is None else client.post(path, json=body)
        answers.append([response.status_code, response.headers["Content-Type"], response.get_data(as_text=True)])
(folder / "answers.json").write_text(json.dumps(answers))
