"""A short run of the soak and fault suite: every part, for as long as a test may take. `make prove` takes longer."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from prove import prove

#: Fresh each time; the output of a failed test tells it.
SEED = secrets.randbelow(10**6)


@pytest.mark.slow
@pytest.mark.parametrize(("part", "minutes"), [("kills", 0.8), ("switches", 0.8), ("hostile", 1.0)])
def test_nothing_happens_that_must_not(part: str, minutes: float, tmp_path: Path):
    tally = prove(minutes, SEED, tmp_path, (part,))
    print(f"PROVE_SEED={SEED}\n{tally.table()}")
    assert not tally.violations, tally.told()
    assert sum(tally.counts.values()) > 20
