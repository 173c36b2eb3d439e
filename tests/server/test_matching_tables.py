"""The tables of ``config/matching``: what is wrong with one is said with its file, its line and its name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from made_facts import ROOT

from cooperation_atlas.matching.tables import DEFAULT, NUMBERS, MatchingError, check_tables, read_tables
from cooperation_atlas.model.partner_parts import POTENTIAL

TABLES = ROOT / "config" / "matching"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables, for a test to change."""
    return Path(shutil.copytree(TABLES, tmp_path / "matching"))


def test_the_tables_of_the_repository_can_be_used() -> None:
    tables = read_tables(TABLES)
    assert DEFAULT in tables.presets
    assert all(set(weights) <= set(POTENTIAL) for weights in tables.presets.values())
    assert set(tables.numbers) == set(NUMBERS)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "weights.csv",
            "default,theme,2.5",
            "default,them,2.5",
            "line 2: 'them' is no part of the comparison. Did you",
        ),
        ("weights.csv", "default,theme,2.5", "default,declared,2.5", "never mixed into the score"),
        ("weights.csv", "default,theme,2.5", "default,theme,-1", "'weight' is '-1', not a number, 0 or more"),
        ("weights.csv", "default,theme,2.5", "default,theme,nan", "'weight' is 'nan', not a number"),
        ("weights.csv", "default,theme,2.5", "default,border,2.5", "default, border stands in line 2 already"),
        ("weights.csv", "default,theme,2.5", "default,theme", "it does not have 3 cells"),
        ("weights.csv", "default,", "usual,", "there is no preset 'default'"),
        ("numbers.csv", "order_upper,", "order_uper,", "there is no number 'order_uper'. Did you mean order_upper"),
        ("numbers.csv", "order_upper,0.5", "order_upper,1.5", "'order_upper' is '1.5', not a number from 0 to 1"),
        ("numbers.csv", "per_country,3,", "per_country,2.5,", "'per_country' is '2.5', not a whole number"),
        ("numbers.csv", "theme_full,10,", "theme_full,0,", "'theme_full' is '0'"),
        ("numbers.csv", "name,value", "name,values", "the column 'value' is missing"),
        ("tiers.csv", "weak,0,0", "weak,0.1,0", "the last one begins at 0"),
        ("tiers.csv", "good,0.48,0.25", "good,0.48,0.5", "the tiers begin with the best"),
        ("tiers.csv", "good,0.48,0.25", "good,0.48,x", "'known' is 'x'"),
        ("titles.csv", "transport,transport", "transport,", "'meaning' is empty"),
        ("consortia.csv", "i3-1,partners,5", "i3-1,partner,5", "'partner' is no rule of a call. Did you mean partners"),
        ("consortia.csv", "i3-1,partners,5", "i3-1,partners,1", "'1' is not a whole number from 2 to 20"),
        ("consortia.csv", "i3-1,partners,5", "i3-1,categories,LD", "'LD' is not a category with a number of members"),
        ("consortia.csv", "i3-1,partners,5", "i3-1,regions,5", "i3-1, regions stands in line"),
        ("consortia.csv", ",2026-11-30,", ",30.11.2026,", "30.11.2026"),
        ("consortia.csv", ",2026-11-30,", ",,", "'source_date' is empty"),
        ("consortia.csv", "source_date", "read_on", "the column 'source_date' is missing"),
    ],
)
def test_what_is_wrong_is_said_by_name(folder: Path, file: str, old: str, new: str, said: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(MatchingError) as refused:
        read_tables(folder)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_missing_number_and_a_missing_file_are_named(folder: Path) -> None:
    path = folder / "numbers.csv"
    path.write_text("name,value\norder_upper,0.3\n", "utf-8")
    with pytest.raises(MatchingError, match="the number 'per_country' is missing"):
        read_tables(folder)
    path.unlink()
    with pytest.raises(MatchingError, match=r"numbers.csv cannot be read.*COOPERATION_ATLAS_MATCHING"):
        read_tables(folder)


def test_validation_finds_what_is_wrong_with_a_table(folder: Path) -> None:
    assert list(check_tables(folder)) == []
    (folder / "tiers.csv").write_text("tier,least,known\nstrong,x,0\n", "utf-8")
    (finding,) = check_tables(folder)
    assert "tiers.csv, line 2: 'least' is 'x'" in str(finding)
