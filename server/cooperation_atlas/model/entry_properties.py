"""Properties of cooperation entries."""

from __future__ import annotations

from . import properties as shared
from .fields import array, boolean, date, grouped, resting_on, string
from .presentation import NUTS_CODES, Group

ENTRY_FIELDS = (
    string("id", "Entry id", "Id of the entry; those of samples start with SAMPLE-."),
    boolean("sample", "Sample", "True: made up to show the service; states no fact about the programme."),
    *shared.IDENTITY,
    *shared.PERIOD,
    *shared.COUNTRY,
    *shared.FUNDS,
    *resting_on(
        "sample",
        *grouped(
            Group.COOPERATION,
            string("kind", "Offer or need", "offer, need, or both.", "kinds"),
            string("status", "Status", "Status of the cooperation action.", "statuses"),
        ),
        string("summary", "Summary", "What is offered or sought."),
        *grouped(
            Group.COOPERATION,
            *array("topics", "Topics of cooperation actions", "Topics of the entry.", "topics"),
        ),
        *array(
            "objectives",
            "Objectives",
            "Specific or thematic objectives that the entry belongs to.",
            "objectives",
        ),
        *grouped(
            Group.COOPERATION,
            *array("scopes", "Scope of partnership", "Scope of the partnership needed.", "scopes"),
            *array("modes", "Modes", "Forms of cooperation.", "modes"),
            *array("partner_types", "Partners sought", "Types of partner sought.", "partner_types"),
            *array("sought_countries", "Countries sought", "Countries in which partners are sought.", "countries"),
            *array(
                "sought_strategies",
                "Strategies sought",
                "Strategies within which partners are sought.",
                "strategies",
            ),
            date("open_from", "Open from", "First day on which partners can answer."),
            date("open_to", "Open to", "Last day on which partners can answer."),
            string("contact", "Contact", "Functional mailbox or web page; never a person."),
        ),
    ),
    *shared.STRATEGIES,
    *grouped(
        Group.AREA,
        *array("nuts_codes", "Area (NUTS codes)", "NUTS codes of the programme's area.", reference=NUTS_CODES),
        string("nuts_version", "NUTS version", "NUTS version of the codes.", "nuts_versions"),
    ),
    *grouped(
        Group.SOURCES,
        *array("sources", "Sources", "Where the entry was read; samples say that they are samples."),
        date("updated", "Updated", "Day of the last change of the entry."),
    ),
    *shared.MATCH,
)
