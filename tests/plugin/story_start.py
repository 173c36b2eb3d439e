"""Begins the story: the file that QGIS runs (`qgis --code`), in a namespace of its own."""

import os
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QTimer

sys.path[:0] = [os.environ["STORY_TESTS"], str(Path(os.environ["STORY_TESTS"]).parent)]

import story_steps  # noqa: E402

QTimer.singleShot(2500, story_steps.begin)
