"""Properties that several collections share, each group declared once."""

from __future__ import annotations

from .fields import (
    array,
    computed,
    date,
    grouped,
    integer,
    resting_on,
    samples_in,
    shown_beside,
    string,
)
from .presentation import Group, Reference

IDENTITY = (
    string(
        "cci",
        "CCI",
        "Common identification code of the programme (code commun d'identification).",
        reference=Reference("programmes", names="title"),
    ),
    string("title", "Programme title", "Title of the programme as stated by the source."),
)
PERIOD = (
    string("period", "Period", "Programming period.", "periods"),
    date("period_start", "Period start", "First day of the programming period."),
    date("period_end", "Period end", "Last day of the programming period."),
)
COUNTRY = (
    string(
        "country",
        "Country",
        "Country code as in NUTS and CCI (EL, UK).",
        "countries",
        reference=Reference("countries"),
    ),
    *shown_beside("country", string("country_name", "Country name", "English name of the country.")),
)
FUNDS = array("funds", "Funds", "Funds that a source names; absent where the CCI only says multi-fund.", "funds")
OBJECTIVES = (
    *array(
        "objectives",
        "Objectives",
        "Thematic objectives (TO01 to TO11, 2014-2020) or specific objectives (RSO, ESO, JSO, 2021-2027) that an "
        "official table states for the programme.",
        "objectives",
    ),
)
TOPICS = (
    *resting_on(
        "topics_basis",
        *samples_in(
            "sample_topics",
            *array(
                "topics",
                "Topics of cooperation actions",
                "Topics from the stated objectives and from the cooperation entries.",
                "topics",
            ),
        ),
    ),
    string(
        "topics_basis",
        "Basis of the topics",
        "stated: every topic follows from stated facts; sample: at least one rests on sample entries only; "
        "absent: no topic is known.",
        "value_bases",
    ),
    *shown_beside(
        "topics",
        *samples_in(
            "sample_topics",
            *array("sample_topics", "Topics from samples", "The topics that rest on sample entries only.", "topics"),
        ),
    ),
)
SCOPES = (
    *resting_on(
        "scopes_basis",
        *array(
            "scopes",
            "Scope of partnership",
            "Scopes of the partnerships that cooperation entries ask for.",
            "scopes",
        ),
    ),
    string(
        "scopes_basis",
        "Basis of the scopes",
        "stated or sample, as for topics; absent: none known.",
        "value_bases",
    ),
)
KINDS = resting_on(
    "counts_basis",
    *array("kinds", "Offers or needs", "Kinds of the cooperation entries.", "kinds"),
    *array("statuses", "Statuses", "Statuses of the cooperation entries.", "statuses"),
)
COUNTS = (
    *resting_on(
        "counts_basis",
        integer("n_offers", "Offers", "Number of cooperation entries that offer (kind offer or both)."),
        integer("n_needs", "Needs", "Number of cooperation entries that seek (kind need or both)."),
    ),
    string("counts_basis", "Basis of the counts", "sample where any counted entry is a sample.", "value_bases"),
)
STRATEGIES = grouped(
    Group.AREA,
    *array(
        "strategies",
        "Strategies",
        "Macro-regional and sea-basin strategies whose territory, as far as a source lists it, meets the area.",
        "strategies",
    ),
)
SOURCES = grouped(
    Group.SOURCES,
    *array("sources", "Sources", "Where the facts of this record were read."),
    date("source_date", "Source date", "Latest date on which one of the sources was read or issued."),
)
COOPERATION = grouped(Group.COOPERATION, *TOPICS, *SCOPES, *KINDS, *COUNTS)
MATCH = computed(
    string(
        "match",
        "Match",
        "met; or, with include=unknown, unknown: no criterion is known to be missed, some are not known to be met.",
        words=("met", "unknown"),
    ),
    *array("matched_in", "Matched in", "With `q`: the kinds of text in which its words were found."),
)
#: Of programmes and areas: which side of what was found.
FOUND_ENTRIES = computed(
    *samples_in(
        "counts_basis",
        integer(
            "n_matching_offers",
            "Matching offers",
            "Number of the entries found, of the matching programmes, that offer (kind offer or both).",
        ),
        integer(
            "n_matching_needs",
            "Matching needs",
            "Number of the entries found, of the matching programmes, that seek (kind need or both).",
        ),
    ),
)
MATCHING = computed(
    integer(
        "n_matching",
        "Matching programmes",
        "Number of the programmes here that meet the search; without criteria of programmes or entries, all of them.",
    ),
    *array(
        "matching",
        "Matching programmes (CCI)",
        "CCIs of the programmes here that meet the search.",
        reference=Reference("programmes"),
    ),
    *samples_in(
        "sample_topics",
        *array(
            "matching_topics",
            "Topics that match",
            "Topics by which the matching programmes and entries are found, of those asked for where `topic` is given.",
            "topics",
        ),
    ),
    *samples_in(
        "scopes_basis",
        *array(
            "matching_scopes",
            "Scopes that match",
            "Scopes of the matching entries, of those that answer to `scope` where it is given.",
            "scopes",
        ),
    ),
    *samples_in(
        "counts_basis",
        *array(
            "matching_kinds",
            "Kinds that match",
            "Kinds of the matching entries, of those that answer to `kind`.",
            "kinds",
        ),
    ),
    *FOUND_ENTRIES,
    integer(
        "n_unknown",
        "Possibly matching programmes",
        "With include=unknown: number of the programmes here of which it is not known whether they meet the search.",
    ),
    *MATCH,
)

AREA_SUMMARY = (
    *grouped(
        Group.PROGRAMMES,
        *array(
            "programmes",
            "Programmes",
            "CCIs of the programmes that cover the area.",
            reference=Reference("programmes", names="titles"),
        ),
        *shown_beside(
            "programmes", *array("titles", "Programme titles", "Titles of the programmes that cover the area.")
        ),
        integer("n_programmes", "Number of programmes", "Number of programmes that cover the area."),
    ),
    *FUNDS,
    *OBJECTIVES,
    *COOPERATION,
    *STRATEGIES,
)
