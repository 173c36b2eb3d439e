"""A made table in the form of the Commission's ``hgyj-gyin``: its 49 columns, its words, rows that can be counted."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

Cells = dict[str, str]

#: In the order of the CSV export.
COLUMNS = (
    "ms", "ms_name_en", "cci", "programme_title_short", "status", "version", "last_adoption_date_ecms",
    "priority_code", "priority_name", "policy_objective_short_name", "policy_objective_code", "policy_objective_name",
    "specific_objective_short_name", "specific_objective_code", "specific_objective_name", "dimension_type",
    "category_title_short", "category_code", "category_name", "fund", "category_of_region", "cofinancing_rate",
    "eu_amount", "total_amount", "climate_weighting", "eu_climate_amount", "total_climate_amount",
    "environmental_weighting", "eu_environmental_amount", "total_environmental_amount", "biodiversity_weighting",
    "eu_biodiversity_amount", "total_biodiversity_amount", "gender_weighting", "eu_gender_amount",
    "total_gender_amount", "clean_air_weighting", "eu_clean_air_amount", "total_clean_air_amount", "digital_weighting",
    "eu_amount_digital", "total_amount_digital", "sustainable_urban_development", "territorial_tool", "territory_type",
    "un_sdg_tracking", "jtf_themes", "priority_type_code", "priority_type_description",
)  # fmt: skip
CATEGORIES = {"LD": "Less developed", "TR": "Transition", "MD": "More developed"}
DIMENSIONS = {
    "intervention_fields": "Intervention Field",
    "forms_of_support": "Form of Support",
    "territorial_focus": "Territorial delivery mechanism / territorial focus",
    "esf_secondary_themes": "ESF Secondary Themes",
    "gender_equality": "Gender Equality",
}
#: Codes that the small data folder has, with their names there.
CODES = {
    "intervention_fields": {
        "010": "R+I activities in SMEs", "048": "Renewable energy: solar", "171": "Cooperation with partners",
        "999": "Flat rate technical assistance",
    },
    "forms_of_support": {"01": "Grant", "03": "Loan"},
    "territorial_focus": {"33": "No territorial targeting"},
    "esf_secondary_themes": {"01": "Green skills and jobs", "09": "Not applicable"},
    "gender_equality": {"03": "Gender neutral"},
}  # fmt: skip
OBJECTIVES = {"RSO1.1": "Research", "RSO1.2": "Digital", "RSO2.1": "Energy efficiency"}


def row(
    cci: str = "2021IT16RFPR001", objective: str = "RSO1.1", dimension: str = "intervention_fields", code: str = "010",
    category: str = "LD", eu: str = "100", total: str = "200", **more: str,
) -> Cells:  # fmt: skip
    """A row, as far as facts are taken from it; ``more`` are further columns, or replace these."""
    name = CODES[dimension].get(code, "A name")
    return dict.fromkeys(COLUMNS, "") | {
        "ms": cci[4:6], "ms_name_en": "Somewhere", "cci": cci, "programme_title_short": f"Programme {cci[-6:]}",
        "status": "Adopted by EC", "version": "1.1", "last_adoption_date_ecms": "2022-12-05", "priority_code": "1",
        "priority_name": "Priorità „uno“, l'altra", "policy_objective_code": objective[3:4],
        "policy_objective_name": "Smarter Europe", "specific_objective_code": objective,
        "specific_objective_short_name": f"{objective} {OBJECTIVES.get(objective, 'Name')}",
        "specific_objective_name": OBJECTIVES.get(objective, "Name"), "dimension_type": DIMENSIONS[dimension],
        "category_code": code, "category_title_short": f"{code} {name}", "category_name": name, "fund": "ERDF",
        "category_of_region": CATEGORIES.get(category, category), "cofinancing_rate": "0.4999999957", "eu_amount": eu,
        "total_amount": total,
    } | more  # fmt: skip


def left_out() -> list[Cells]:
    """Rows of programmes that no collection holds."""
    return [
        row("2021NL65BVPR001", "1", fund="BMVI", category="BMVI", code="010", category_code="SO1.002"),
        row("2021AT65ISPR001", "1", fund="ISF", category="ISF", dimension_type="Type of Action ISF"),
        row("2021SE14MFPR001", "1.1", fund="EMFAF", category="EMFAF", dimension_type="Intervention Type"),
        row("2021TC16RFCB001", "ISO6.1", fund="Interreg Funds", category="Interreg Funds", code="010"),
    ]


def as_csv(rows: Iterable[Cells], delimiter: str = ",", columns: Iterable[str] = COLUMNS) -> str:
    """The rows as the portal exports them: every cell that is not empty in quotation marks."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_NOTNULL)
    names = list(columns)
    writer.writerow(names)
    writer.writerows([cells[name] or None for name in names] for cells in rows)
    return text.getvalue()


def as_json(rows: Iterable[Cells]) -> str:
    """The rows as the portal's interface gives them: empty cells left out, days with a time."""
    return json.dumps(
        [
            {k: f"{v}T00:00:00.000" if k == "last_adoption_date_ecms" else v for k, v in cells.items() if v}
            for cells in rows
        ],
        ensure_ascii=False,
    )


def write(folder: Path, rows: Iterable[Cells], name: str = "table.csv") -> Path:
    """A CSV file of the rows."""
    path = folder / name
    path.write_text(as_csv(rows), "utf-8")
    return path


def many(count: int, seed: int = 1) -> Iterator[Cells]:
    """As many rows as the full table has, and in its proportions: no two of the same content, one in ten left out."""
    draw = random.Random(seed)
    objectives, others = list(OBJECTIVES), left_out()
    for number in range(count):
        if number % 10 == 9:
            yield others[number // 10 % 4] | {"eu_amount": str(number)}
            continue
        dimension = draw.choice(list(CODES))
        place = number % 1800
        cells = row(
            f"2021{('IT', 'EL')[place % 2]}16RFPR{place // 6 % 300 + 1:03}", objectives[place % 3], dimension,
            draw.choice(list(CODES[dimension])), draw.choice(("LD", "MD")), f"{number + 1}.25",
            f"{2 * number + 3}.5",
        )  # fmt: skip
        yield cells | {"priority_code": str(draw.randrange(40)), "un_sdg_tracking": "SDG 7 Affordable and clean energy"}
