"""Imports of any rows, one after the other, against plain sums over them; the order of rows and of imports."""

from __future__ import annotations

import csv
import datetime as dt
import random
import shutil
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import made_official
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_official import CODES, DIMENSIONS, Cells, left_out, row, write

from cooperation_atlas.sources.official.importing import Origin, prepared

Extract = tuple[dt.date, list[Cells]]

PROGRAMMES = {"2021IT16FFPR002": ("ERDF", "JTF"), "2021IT16RFPR001": ("ERDF",), "2021EL16FFPR001": ("ERDF", "ESF+")}
DAYS = [dt.date(2023, 9, 14), dt.date(2023, 10, 23), dt.date(2024, 2, 1)]
VERSIONS = [("1.1", "2022-12-05"), ("1.2", "2023-03-31"), ("2", "2023-08-01")]
ABOUT = (
    "cci", "priority_code", "specific_objective_code", "dimension_type", "category_code", "fund", "category_of_region",
)  # fmt: skip
CENTS = st.one_of(st.none(), st.integers(0, 10**13))


@pytest.fixture(scope="module")
def data_of_module(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose official tables each example makes anew."""
    return Path(shutil.copytree(small_data_folder, tmp_path_factory.mktemp("oracle") / "data"))


@st.composite
def extracts(draw: st.DrawFn) -> list[Extract]:
    """One to three tables of other days, each with one version of a programme."""
    made = []
    for day in draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True)):
        versions = {cci: draw(st.sampled_from(VERSIONS)) for cci in PROGRAMMES}
        rows = []
        for number in range(draw(st.integers(1, 12))):
            if draw(st.integers(0, 9)) == 0:
                rows.append(draw(st.sampled_from(left_out())) | {"un_sdg_tracking": str(number)})
                continue
            cci = draw(st.sampled_from(sorted(PROGRAMMES)))
            fund = draw(st.sampled_from(PROGRAMMES[cci]))
            dimension = draw(st.sampled_from(list(CODES)))
            amounts = sorted(draw(st.tuples(CENTS, CENTS)), key=lambda cents: (cents is None, cents))
            eu, total = ("" if cents is None else str(Decimal(cents) / 100) for cents in amounts)
            rows.append(
                row(
                    cci, draw(st.sampled_from(["RSO1.1", "RSO1.2", "TA", "TA.36(5)"])), dimension,
                    draw(st.sampled_from(list(CODES[dimension]))),
                    "JTF" if fund == "JTF" else draw(st.sampled_from(["LD", "MD"])), eu, total, fund=fund,
                    priority_code=draw(st.sampled_from(["", "1", "2"])), version=versions[cci][0],
                    last_adoption_date_ecms=versions[cci][1], un_sdg_tracking=str(number),
                )
            )  # fmt: skip
        made.append((day, rows))
    return made


def plain(every: Iterable[Extract]) -> tuple[dict[tuple[str, ...], list[Decimal | None]], set[tuple[str, ...]]]:
    """The sums of each dimension and code, and the objectives, over the rows that stand in the end."""
    standing: dict[tuple[str, ...], tuple[tuple[str, str], list[Cells]]] = {}
    for day, rows in every:
        groups = defaultdict(list)
        for cells in rows:
            if cells["cci"] in PROGRAMMES:
                about = {name: cells[name] for name in ABOUT}
                if about["specific_objective_code"].startswith("TA"):
                    about["specific_objective_code"] = ""
                groups[tuple(about.values())].append(cells)
        for about, group in groups.items():
            age = (group[0]["last_adoption_date_ecms"], day.isoformat())
            if about not in standing or standing[about][0] <= age:
                standing[about] = (age, group)
    sums: dict[tuple[str, ...], list[Decimal | None]] = {}
    objectives = set()
    lists = {name: id_ for id_, name in DIMENSIONS.items()}
    regions = {name: code for code, name in made_official.CATEGORIES.items()} | {"JTF": ""}
    for (cci, _, objective, dimension, code, fund, region), (_, group) in standing.items():
        found = sums.setdefault((cci, objective, fund, regions[region], lists[dimension], code), [None, None])
        for place, name in enumerate(("eu_amount", "total_amount")):
            for cells in group:
                if cells[name]:
                    found[place] = (found[place] or Decimal(0)) + Decimal(cells[name])
        if objective:
            objectives.add((cci, objective, fund, regions[region]))
    return sums, objectives


def imported(data: Path, every: Iterable[Extract]) -> None:
    shutil.rmtree(data / "official", ignore_errors=True)
    with TemporaryDirectory() as folder:
        for day, rows in every:
            path = write(Path(folder), rows)
            with prepared("hgyj-gyin", Origin(path, path.name, day), data) as ready:
                ready.publish()


def table(data: Path, name: str) -> list[dict[str, str]]:
    with (data / f"official/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(data: Path) -> dict[str, bytes]:
    """The files, but for the list of imports."""
    return {file.name: file.read_bytes() for file in (data / "official").iterdir() if file.name != "imports.csv"}


@settings(max_examples=60)
@given(every=extracts())
def test_imports_say_what_plain_sums_say(data_of_module: Path, every: list[Extract]) -> None:
    imported(data_of_module, every)
    sums, objectives = plain(every)
    found = {
        tuple(line[n] for n in ("cci", "objective", "fund", "category_of_region", "dimension", "code")): [
            Decimal(line[name]) if line[name] else None for name in ("eu_amount", "total_amount")
        ]
        for line in table(data_of_module, "categorisation")
    }
    assert found == sums
    names = ("cci", "objective", "fund", "category_of_region")
    assert {tuple(line[n] for n in names) for line in table(data_of_module, "objectives")} == objectives
    funds = {(line["cci"], line["fund"]) for line in table(data_of_module, "funds")}
    assert funds == {(cci, fund) for cci, _, fund, *_ in sums}
    regions = {(line["cci"], line["category_of_region"]) for line in table(data_of_module, "categories")}
    assert regions == {(cci, region) for cci, _, _, region, *_ in sums if region}
    newest: dict[str, tuple[str, str, str]] = {}
    for day, rows in every:
        for cells in rows:
            age = (cells["last_adoption_date_ecms"], day.isoformat(), cells["version"])
            newest[cells["cci"]] = max(newest.get(cells["cci"], age), age)
    versions = {line["cci"]: line["version"] for line in table(data_of_module, "programmes")}
    assert versions == {cci: age[2] for cci, age in newest.items() if cci in PROGRAMMES}


@settings(max_examples=25)
@given(every=extracts(), draw=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_of_imports_does_not_matter(
    data_of_module: Path, every: list[Extract], draw: random.Random
) -> None:
    imported(data_of_module, every)
    before = contents(data_of_module)
    shuffled = [(day, draw.sample(rows, len(rows))) for day, rows in draw.sample(every, len(every))]
    imported(data_of_module, shuffled)
    assert contents(data_of_module) == before
