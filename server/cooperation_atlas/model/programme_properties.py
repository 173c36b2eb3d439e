"""Properties of programmes and of their areas."""

from __future__ import annotations

from . import properties as shared
from .completeness import KNOWN_LISTS
from .fields import array, boolean, date, grouped, integer, number, string
from .neighbours import AREAS_ABROAD, neighbour_counts
from .presentation import NUTS_CODES, Group

_KNOWN = grouped(
    Group.KNOWN,
    *(boolean(one.complete, f"{one.title} complete", one.rule) for one in KNOWN_LISTS if one.complete),
    number(
        "completeness",
        "Completeness",
        "From 0 to 1: the share of the lists (funds, categories of region, objectives, topics, amounts, area) that are "
        "known; one that is partial counts half.",
    ),
    *array("missing", "Missing", "The lists that are partial, or of which nothing is known.", "known_lists"),
)

PROGRAMME_FIELDS = (
    *shared.IDENTITY,
    string("title_lang", "Language of the title", "ISO 639-1 code of the language of the title."),
    *shared.PERIOD,
    string("goal", "Goal", "Goal of cohesion policy: IJG, Investment for jobs and growth.", "goals"),
    string(
        "level",
        "Level",
        "national, regional (one area) or multi_regional, from the area stated.",
        "levels",
    ),
    *shared.COUNTRY,
    *shared.FUNDS,
    *array(
        "categories_of_region",
        "Categories of region",
        "Reg. (EU) 2021/1060 Art. 108.",
        "categories_of_region",
    ),
    string(
        "categories_basis",
        "Basis of the categories",
        "stated: a source names them for the programme; derived: they are those of its area (regional programmes of "
        "2021-2027 with ERDF or ESF+); absent: none known.",
        "category_bases",
    ),
    *shared.OBJECTIVES,
    *_KNOWN,
    *array(
        "intervention_fields",
        "Intervention fields",
        "Intervention fields for which money is planned (Reg. (EU) 2021/1060 Annex I), as far as they are known.",
        "intervention_fields",
    ),
    *array(
        "territorial_focus",
        "Territorial focus",
        "Territorial delivery mechanisms and focus for which money is planned, as far as they are known.",
        "territorial_focus",
    ),
    *array(
        "esf_secondary_themes",
        "ESF+ secondary themes",
        "Secondary themes of the European Social Fund Plus for which money is planned, as far as they are known.",
        "esf_secondary_themes",
    ),
    boolean(
        "plans_cooperation",
        "Plans cooperation",
        "True where money is planned for cooperation with partners within and outside the Member State (intervention "
        "field 171). Absent: not known.",
    ),
    *shared.COOPERATION,
    *shared.STRATEGIES,
    string("programme_status", "Status of the programme", "Whether the programme is adopted.", "programme_statuses"),
    string("version", "Version", "Version of the programme in which the facts were read."),
    date("adopted", "Adopted", "Day on which that version was adopted."),
    string("managing_authority", "Managing authority", "Name of the managing authority."),
    string("url", "Web page", "Page of the European Commission on the programme.", format="uri"),
    number("eu_amount", "EU amount", "Planned EU contribution in euro, where a source states it.", "EUR"),
    *grouped(
        Group.AREA,
        *array(
            "nuts_codes",
            "Area (NUTS codes)",
            "NUTS codes of the area, at the level stated or read in the title.",
            reference=NUTS_CODES,
        ),
        string("nuts_version", "NUTS version", "NUTS version of the codes.", "nuts_versions"),
        string(
            "area_basis",
            "Basis of the area",
            "stated, title or whole_country: the weakest of its codes.",
            "area_bases",
        ),
        string("area_note", "Note on the area", "What is known to be imprecise about the area."),
        integer("n_regions", "NUTS III areas", "Number of NUTS III areas covered."),
    ),
    *neighbour_counts(
        "Neighbouring programmes abroad",
        "Number of programmes of the same period and another country whose areas are across a land border or by sea.",
    ),
    *shared.SOURCES,
    *shared.FOUND_ENTRIES,
    *shared.MATCH,
)

PROGRAMME_AREA_FIELDS = (
    string("id", "Id", "CCI and NUTS code, joined by a full stop."),
    *shared.IDENTITY,
    *shared.PERIOD,
    *shared.COUNTRY,
    *grouped(
        Group.AREA,
        string("nuts_code", "NUTS code", "NUTS code of the area, at the level stated.", reference=NUTS_CODES),
        string("nuts_version", "NUTS version", "NUTS version of the code.", "nuts_versions"),
        integer("nuts_level", "NUTS level", "0 country, 1, 2 or 3."),
    ),
    string("name", "Name of the area", "Name of the NUTS region in Latin script."),
    *grouped(
        Group.AREA,
        string("basis", "Basis", "stated, title or whole_country.", "area_bases"),
        string("note", "Note", "What is known to be imprecise about the area."),
    ),
    *AREAS_ABROAD,
    *shared.FUNDS,
    *shared.OBJECTIVES,
    *shared.COOPERATION,
    *shared.STRATEGIES,
    *shared.SOURCES,
    *shared.MATCH,
)
