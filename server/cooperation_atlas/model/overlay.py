"""Overlays: pairs of a client's feature and one of ours, declared as the features of a collection are."""

from __future__ import annotations

from enum import StrEnum

from . import properties as shared
from .collections import Collection
from .fields import integer, number, string
from .presentation import Noun, Presentation


class Relation(StrEnum):
    """How a feature of a client lies to one of ours, from the closest to the farthest."""

    EQUALS = "equals"  #: both are the same
    WITHIN = "within"  #: it lies in ours
    CONTAINS = "contains"  #: ours lies in it
    OVERLAPS = "overlaps"  #: they share a part of each
    TOUCHES = "touches"  #: they share a border or a point of it
    NEAR = "near"  #: they do not meet, but are no farther apart than was asked for


class Note(StrEnum):
    """What an answer says beside the pairs, for translators."""

    COUNTED = "Pairs by relation: {counts}."
    ALONE = "Features that meet nothing here: {numbers}."
    NOTHING = "No feature meets anything here. Is it in Europe, and are the coordinates in the axis order of {crs}?"
    REPAIRED = "Features that were not valid and have been repaired: {numbers}."


OVERLAY = Collection(
    id="overlay",
    title="Overlay",
    description="Features of a client over programmes or areas: what they lie in, touch or are near.",
    keywords=("overlay", "area", "distance"),
    id_field="pair",
    title_field="name",
    time_fields=None,
    is_derived=True,
    presentation=Presentation(
        Noun("pair", "pairs"),
        columns=("feature", "relation", "name", "country", "share_of_feature", "share_of_area", "distance_km"),
        lead=("relation",),
    ),
    fields=(
        string("pair", "Pair", "Number of your feature and id of the area, joined by a full stop."),
        integer("feature", "Your feature", "Number of your feature in the order sent, from 1."),
        string("feature_id", "Id of your feature", "Id of your feature, where it has one."),
        string(
            "relation",
            "Relation",
            "How your feature lies to the area: equals, within, contains, overlaps, touches, near.",
            words=tuple(Relation),
        ),
        string("area", "Area", "CCI of the programme, or NUTS code of the area."),
        string("name", "Name", "Title of the programme, or name of the area."),
        *shared.COUNTRY,
        number("distance_km", "Distance", "Shortest distance between both; 0 where they meet.", "km"),
        number("shared_km2", "Shared area", "Area that lies in both, of features that are areas.", "km2"),
        number("shared_km", "Shared length", "Length inside the area, of features that are lines.", "km"),
        number(
            "share_of_feature",
            "Share of your feature",
            "Share of the area, the length or the points of your feature that lies in the area: 0 to 1.",
        ),
        number(
            "share_of_area", "Share of the area", "Share of the area that lies in your feature: 0 to 1. Areas only."
        ),
    ),
)
