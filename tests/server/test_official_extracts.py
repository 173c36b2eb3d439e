"""The true extracts of the Commission's table, where they are: both in order, against plain sums of their rows."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import made_official
import pytest

from cooperation_atlas.editions.check_import import check_import
from cooperation_atlas.sources.official.importing import Origin, Prepared, prepared

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "official"
EXTRACTS = {
    FOLDER / "hgyj-gyin_2023-09_extract.csv": dt.date(2023, 9, 14),
    FOLDER / "hgyj-gyin_2023-10_extract.csv": dt.date(2023, 10, 23),
}
FUNDS = ("ERDF", "ESF+", "CF", "JTF")
pytestmark = pytest.mark.skipif(
    not all(path.exists() for path in EXTRACTS), reason="the optional folder with the true extracts is not there"
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [line for line in csv.DictReader(file) if line["fund"] in FUNDS]


def table(data: Path, name: str) -> list[dict[str, str]]:
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def imported(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Prepared]]:
    """The repository's data with both extracts imported, and what each import said."""
    data = tmp_path_factory.mktemp("extracts") / "data"
    data.mkdir()
    for part in ("codelists", "programmes"):
        shutil.copytree(real_data / part, data / part)
    said = []
    for path, day in EXTRACTS.items():
        with prepared("hgyj-gyin", Origin(path, path.name, day), data) as ready:
            check_import(data, ready.folder)
            ready.publish()
        said.append(ready)
    return data, said


def test_the_columns_are_the_ones_that_tests_make() -> None:
    for path in EXTRACTS:
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert tuple(next(csv.reader(file))) == made_official.COLUMNS


def test_no_row_is_doubtful(imported: tuple[Path, list[Prepared]]) -> None:
    for ready in imported[1]:
        assert [f.reason for f in ready.findings] == [
            "the file has exactly 1000 rows, as many as the portal gives unless $limit asks for more"
        ]
        assert ready.counts.rows == 1000
        assert set(ready.counts.left_out) == {"Home Affairs (AMIF, BMVI, ISF)", "maritime (EMFAF)", "Interreg"}


def test_sums_are_those_of_all_different_rows(imported: tuple[Path, list[Prepared]]) -> None:
    lists = {name: id_ for id_, name in made_official.DIMENSIONS.items()}
    different = {tuple(line.values()): line for path in EXTRACTS for line in rows(path)}
    sums: dict[tuple[str, ...], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for line in different.values():
        objective = line["specific_objective_code"]
        key = (
            line["cci"], "" if objective.startswith("TA") else objective, line["fund"], lists[line["dimension_type"]],
            line["category_code"],
        )  # fmt: skip
        sums[key][0] += Decimal(line["eu_amount"])
        sums[key][1] += Decimal(line["total_amount"])
    found: dict[tuple[str, ...], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for line in table(imported[0], "official/categorisation"):
        key = (line["cci"], line["objective"], line["fund"], line["dimension"], line["code"])
        found[key][0] += Decimal(line["eu_amount"])
        found[key][1] += Decimal(line["total_amount"])
    assert found == sums


def test_the_later_extract_adds_and_takes_nothing_away(imported: tuple[Path, list[Prepared]]) -> None:
    changes = imported[1][1].changes
    assert changes.programmes.added and changes.objectives.added
    assert not (changes.programmes.gone or changes.objectives.gone or changes.amounts.gone)


def test_the_tables_made_by_hand_say_the_same(imported: tuple[Path, list[Prepared]]) -> None:
    """They were made from the same extracts, by other means: their objectives and categories."""
    data = imported[0]
    made = {
        (line["cci"], line["objective"])
        for line in table(data, "programmes/objectives")
        if "hgyj-gyin" in line["source"]
    }
    assert made <= {(line["cci"], line["objective"]) for line in table(data, "official/objectives")}
    fields = {
        (line["cci"], line["objective"], line["fund"], line["code"])
        for line in table(data, "programmes/categorisation")
        if "hgyj-gyin" in line["source"] and line["dimension"] == "intervention_fields"
    }
    assert fields <= {
        (line["cci"], line["objective"], line["fund"], line["code"])
        for line in table(data, "official/categorisation")
        if line["dimension"] == "intervention_fields"
    }
