"""Consortia: the features of an answer to which sets of partners meet the rules of a call, and how rules are told."""

from __future__ import annotations

from .collections import Collection
from .fields import boolean, integer, string
from .partners import PARTNERS
from .presentation import Noun, Presentation

#: What a member of a set is, by the words of the property ``role``.
ROLES = ("coordinator", "seeks_partners", "given_member", "partner")
#: Titles of the presets of ``config/matching/consortia.csv``; another one is called by its own name.
CALLS = {
    "i3-1": "I3 Instrument, strand 1",
    "i3-2a": "I3 Instrument, strand 2a",
    "interreg-europe": "Interreg Europe, recommended size",
}
#: What is said of every preset.
CHECK = "Check the call: its text decides, and rules change from one call to the next."
#: What rules are called (``matching.consortia.rules``); ``codes`` are labels.
NAMES = {
    "partners": "Members",
    "regions": "NUTS 2 regions",
    "countries": "Countries",
    "categories": "Members (%(codes)s)",
    "coordinator_category": "Coordinator (%(codes)s)",
    "need_topic": "Members that state %(codes)s",
    "need_objective": "Members that state %(codes)s",
    "with": "%(codes)s as a member",
    "per_country": "Members of one country",
    "per_area": "Members with the same area",
    "need_scope": "Scope needed: %(codes)s",
    "filters": "Filters on the members",
    "include": "Met by what is known",
}
#: A rule as a sentence, and what is loosened of it.
AT_LEAST, AT_MOST = "%(name)s: at least %(number)s", "%(name)s: at most %(number)s"
INSTEAD, DROPPED = "%(name)s: %(to)s instead of %(number)s", "Without this rule: %(name)s"
UNKNOWN = "Counting what is not known as met"
#: What is said of a whole answer.
NO_RULES = "No rule is given. Choose a preset, or say how many partners, regions or countries a set must have."
NO_SET = "No set of programmes meets all rules."
LOOSEN = "With a looser rule there are sets:"
NOTHING_HELPS = "No looser rule gives a set. Ask for fewer members, or remove filters."
MAY_MEET = "May meet the rules: some facts are not known."
NOT_PROVEN = "The time was up: there may be a better set."

CONSORTIUM = Collection(
    id="consortium",
    title="Consortia",
    description="Sets of programmes that meet the rules of a call, those that fit best first, and why.",
    keywords=("consortium", "partner search", "cooperation", "programme"),
    id_field="id",
    title_field="title",
    time_fields=None,
    is_derived=True,
    presentation=Presentation(
        Noun("member", "members"),
        columns=("title", "set", "role", "country", "tier", "score_low", "score_high", "for_you"),
        lead=("set", "role", "country"),
    ),
    fields=(
        string("id", "Id", "Number of the set and CCI of the member."),
        integer("set", "Set", "Number of the set, the best first."),
        integer("rank_in_set", "Rank in the set", "Rank of the member in its set: whoever seeks partners first."),
        string(
            "role",
            "Role",
            "The coordinator, where a category is asked of one; whoever seeks partners; a given member; a partner.",
            words=ROLES,
        ),
        string("stands_for", "Stands for", "NUTS 2 region for which the member stands, where rules ask for regions."),
        string(
            "stands_for_category",
            "Category of that region",
            "Category of the region for which the member stands.",
            "categories_of_region",
        ),
        boolean("certain", "Certain", "Whether the set meets the rules by what is known."),
        *(field for field in PARTNERS.fields if field.name != "rank"),
    ),
)
#: All texts of answers, for translators.
TEXTS = (
    *(*CALLS.values(), *NAMES.values(), CHECK, AT_LEAST, AT_MOST, INSTEAD, DROPPED, UNKNOWN),
    *(NO_RULES, NO_SET, LOOSEN, NOTHING_HELPS, MAY_MEET, NOT_PROVEN),
)
