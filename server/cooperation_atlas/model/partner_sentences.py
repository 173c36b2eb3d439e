"""The sentences that explain a pair of programmes, each to be read by either side; their values can be checked.

They are the message ids of the translations. ``you`` is who reads, ``they`` the other side.
"""

from __future__ import annotations

from enum import StrEnum


class Sentence(StrEnum):
    """A sentence with its placeholders."""

    THEME = "You both state: %(objectives)s."
    THEME_UNKNOWN = "No shared objective is known; the lists are incomplete."
    THEME_NONE = "You have no objective in common."
    NEED = "Of what you need, they state: %(objectives)s."
    NEED_THEIRS = "Of what they need, you state: %(objectives)s."
    NEED_NONE = "They state nothing of what you need."
    NEED_NONE_THEIRS = "You state nothing of what they need."
    NEED_UNKNOWN = "It is not known whether they state what you need; their list is incomplete."
    NEED_UNKNOWN_THEIRS = "It is not known whether you state what they need; your list is incomplete."
    BORDER_LAND = "You share a border by land: %(pairs)s."
    BORDER_SEA = "You face each other across %(km)s km of sea: %(pairs)s."
    BORDER_AREAS = "NUTS III areas on this border: %(own)s of your %(own_of)s, %(theirs)s of their %(their_of)s."
    BORDER_NONE = "You share no border by land or sea."
    BORDER_NOT = "Your area has no neighbour abroad, by land or sea."
    STRATEGY = "%(strategy)s: %(own)s %% of your area lies in it, and %(theirs)s %% of theirs."
    STRATEGY_NONE = "The two areas share no strategy."
    STRATEGY_NOT = "Your area lies in no strategy whose territory is listed."
    STRUCTURE = "Kinds of area that both have: %(classes)s."
    STRUCTURE_NONE = "No kind of area makes up a large part of both."
    SCALE_NATIONAL = "Both are programmes for a whole country."
    SCALE_REGIONAL = "Both are programmes for a part of a country."
    SCALE_LARGER = "You work for a whole country, they for a part of one."
    SCALE_SMALLER = "You work for a part of a country, they for a whole one."
    SIZES = "NUTS III areas: %(own)s yours, %(theirs)s theirs."
    FUNDS = "You both have: %(funds)s."
    FUNDS_UNKNOWN = "No shared fund is known; the lists are incomplete."
    CATEGORIES = "Categories of region: %(own)s yours; %(theirs)s theirs."
    CATEGORIES_UNKNOWN = "The categories of region are not known for both."
    DECLARED = "Entries that meet: %(entries)s."
    DECLARED_SAMPLES = "Sample entries that meet, made up to show the service: %(entries)s."
    MEETS_NEED = "Their entries that meet your need: %(entries)s."
    MEETS_NEED_THEIRS = "Your entries that meet their need: %(entries)s."
    DECLARED_NONE = "No entry of one side needs what an entry of the other offers."
    SOUGHT_BY_THEM = "They seek a partner like you: %(entries)s."
    SOUGHT_BY_YOU = "You seek a partner like them: %(entries)s."
    SOUGHT_IN_YOUR_COUNTRY = "They seek partners in your country: %(entries)s."
    SOUGHT_IN_THEIR_COUNTRY = "You seek partners in their country: %(entries)s."
    SAMPLES = "These entries are samples, made up to show the service."
    WINDOW_TOGETHER = "Entries that meet are open together."
    WINDOW_UNKNOWN = "It is not known whether entries that meet are open together."
    WINDOW_APART = "Entries that meet are not open together."
    SCOPE_NOT_JUDGED = "Without an area it is not known with whom this scope is possible: it counts for entries only."
    LEFT_OUT = "Left out: %(reasons)s."
