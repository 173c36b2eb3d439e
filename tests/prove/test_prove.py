"""A short run of the soak and fault suite: every part, for as long as a test may take. `make prove` takes longer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROVE = Path(__file__).with_name("prove.py")


@pytest.mark.slow
@pytest.mark.parametrize(("part", "minutes"), [("kills", 0.8), ("switches", 0.8), ("hostile", 1.0)])
def test_nothing_happens_that_must_not(part: str, minutes: float, tmp_path: Path):
    """With a fresh seed each time, which the output of a failed test tells."""
    options = ["--part", part, "--minutes", str(minutes), "--work", str(tmp_path)]
    ran = subprocess.run([sys.executable, str(PROVE), *options], capture_output=True, text=True, timeout=500)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    assert "| violations | 0 |" in ran.stdout
