"""The programming periods of the model, and the code lists that describe them to people."""

from __future__ import annotations

import csv
from pathlib import Path

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.periods import CURRENT_PERIOD, NUTS_VERSIONS, PERIODS

CODELISTS = Path(__file__).resolve().parents[2] / "data" / "codelists"


def rows(name: str) -> dict[str, dict[str, str]]:
    with (CODELISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def test_the_code_list_has_the_same_periods_and_days() -> None:
    spans = {code: (row["valid_from"], row["valid_to"]) for code, row in rows("periods").items()}
    assert spans == {code: (p.start.isoformat(), p.end.isoformat()) for code, p in PERIODS.items()}
    assert list(PERIODS) == sorted(PERIODS) and PERIODS[max(PERIODS)] == CURRENT_PERIOD


def test_every_period_has_its_areas_in_a_nuts_version_of_the_code_list() -> None:
    areas = [c.period for c in COLLECTIONS.values() if c.period]
    assert sorted(p.code for p in areas) == sorted(PERIODS)
    assert set(NUTS_VERSIONS) <= rows("nuts_versions").keys()
