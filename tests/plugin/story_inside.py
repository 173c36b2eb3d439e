"""Starts QGIS for the story in a root of `matrix/make_root.sh`: what the root's empty environment lacks is set here.

story_inside.py outside ROOT JSON      (called by story.py)
story_inside.py inside JSON            (called in the root)
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def outside(root: str, text: str) -> None:
    """Goes into the root with the screen of this system."""
    given = json.loads(text)
    given["variables"]["DISPLAY"] = os.environ["DISPLAY"]
    given["cookie"] = Path(os.environ["XAUTHORITY"]).read_bytes().hex()
    runner = str(HERE / "matrix" / "in_root.sh")
    os.execv(runner, [runner, root, "tests/plugin/story_inside.py", "inside", json.dumps(given)])


def inside(text: str) -> None:
    """Becomes QGIS."""
    given = json.loads(text)
    cookie = Path(given["variables"]["STORY_SCRATCH"]) / "cookie"
    cookie.write_bytes(bytes.fromhex(given["cookie"]))
    os.environ.update(given["variables"], XAUTHORITY=str(cookie))
    # A profile of the story's own, and not that of in_qgis.sh.
    os.environ.pop("QGIS_CUSTOM_CONFIG_PATH", None)
    os.execvp(given["arguments"][0], given["arguments"])


if __name__ == "__main__":
    {"outside": outside, "inside": inside}[sys.argv[1]](*sys.argv[2:])
