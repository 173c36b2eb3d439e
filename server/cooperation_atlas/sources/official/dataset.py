"""The data sets of the Commission's cohesion open data: columns, and how their words stand for this project's codes.

The columns are those of the CSV export of ``hgyj-gyin`` in September and October 2023; the words are those of its rows
and of the notes of the data set.
"""

from __future__ import annotations

from ...model.errors import AtlasError, InvalidValue

FINANCES = "hgyj-gyin"
#: Named in each row that comes from the table.
SOURCE = f"European Commission, cohesion open data 2021-2027 finances details ({FINANCES})"

COLUMNS = (
    "ms", "ms_name_en", "cci", "programme_title_short", "status", "version", "last_adoption_date_ecms", "priority_code",
    "priority_name", "policy_objective_short_name", "policy_objective_code", "policy_objective_name",
    "specific_objective_short_name", "specific_objective_code", "specific_objective_name", "dimension_type",
    "category_title_short", "category_code", "category_name", "fund", "category_of_region", "cofinancing_rate",
    "eu_amount", "total_amount", "climate_weighting", "eu_climate_amount", "total_climate_amount",
    "environmental_weighting", "eu_environmental_amount", "total_environmental_amount",
    "biodiversity_weighting", "eu_biodiversity_amount",
    "total_biodiversity_amount", "gender_weighting", "eu_gender_amount", "total_gender_amount", "clean_air_weighting",
    "eu_clean_air_amount", "total_clean_air_amount", "digital_weighting", "eu_amount_digital", "total_amount_digital",
    "sustainable_urban_development", "territorial_tool", "territory_type", "un_sdg_tracking", "jtf_themes",
    "priority_type_code", "priority_type_description",
)  # fmt: skip
#: The columns that facts are taken from, in the order in which rows are handed on.
USED = (
    "cci", "programme_title_short", "status", "version", "last_adoption_date_ecms", "priority_code",
    "priority_type_code", "policy_objective_code", "specific_objective_code", "specific_objective_name",
    "dimension_type", "category_code", "category_title_short", "category_name", "fund", "category_of_region",
    "eu_amount", "total_amount",
)  # fmt: skip
#: Of these, the ones that no row leaves empty, so that even where empty cells are left out they are somewhere.
FILLED = (
    "cci", "programme_title_short", "specific_objective_code", "dimension_type", "category_code", "fund",
    "category_of_region", "eu_amount", "total_amount",
)  # fmt: skip

#: Code list by the name of a dimension.
DIMENSIONS = {
    "Intervention Field": "intervention_fields",
    "Form of Support": "forms_of_support",
    "Territorial delivery mechanism / territorial focus": "territorial_focus",
    "ESF Secondary Themes": "esf_secondary_themes",
    "Gender Equality": "gender_equality",
}
#: The dimension whose rows are added up to the amounts of an objective or a fund: each splits the same money again.
AMOUNTS_FROM = "intervention_fields"
FUNDS = ("ERDF", "ESF+", "CF", "JTF")
#: Code by category of region. The two funds without categories of region stand there in their place.
CATEGORIES = {
    "Less developed": "LD",
    "Transition": "TR",
    "More developed": "MD",
    "Outermost or northern sparsely populated": "OR",
    "CF": "",
    "JTF": "",
}
#: Parts of CCI codes of programmes that are left out, and what these are. Directorates-general first.
HOME_AFFAIRS, MARITIME, INTERREG = "Home Affairs (AMIF, BMVI, ISF)", "maritime (EMFAF)", "Interreg"
LEFT_OUT_DIRECTORATES = {"65": HOME_AFFAIRS, "14": MARITIME}
LEFT_OUT_TYPES = dict.fromkeys(("CB", "TN", "IR", "OR", "PC"), INTERREG)

_RELATED = {
    "9qee-iv7c": "holds financial plans by year; its columns and the words in them are not documented where they could "
    "be read, and nothing is guessed",
    "7twf-r3rc": "holds what was reported of selected operations, cycle by cycle, not what is planned",
}


def check_known(table: str) -> None:
    """Make sure that the data set can be imported.

    :raises AtlasError: saying why it cannot, and what to do instead
    """
    if table == FINANCES:
        return
    if table in _RELATED:
        raise AtlasError(
            f"{table} cannot be imported: it {_RELATED[table]}. Import {FINANCES}: it has the programmes, their funds, "
            "objectives and planned amounts."
        )
    raise InvalidValue("TABLE", f"'{table}' is not a data set that can be imported.", [FINANCES])
