"""Areas that are alike: the features of an answer, declared as those of a collection are."""

from __future__ import annotations

from .collections import NUTS3, Collection
from .fields import array, integer, number
from .presentation import Presentation

#: Sentences, with their placeholders.
SAME, OTHER = "%(title)s: %(text)s", "%(title)s: %(own)s here, %(theirs)s there"
#: Properties that are the area's own.
_OWN = ("nuts_code", "nuts_version", "name", "country", "country_name")
_FACTS = ("urban", "coast", "mountain", "border", "island", "category_of_region", "area_km2", "n_programmes")

SIMILAR_REGIONS = Collection(
    id="similar-regions",
    title="Areas that are alike",
    description="NUTS III areas that are like one of them in kind, category of region and size, near and far: what is "
    "known, what is possible, and why.",
    keywords=("NUTS III", "region", "typology", "cooperation"),
    id_field="nuts_code",
    title_field="name",
    time_fields=None,
    is_derived=True,
    presentation=Presentation(
        NUTS3.presentation.noun,
        columns=("name", "country", "score_low", "score_high", "distance_km", "alike", "different"),
    ),
    fields=(
        integer("rank", "Rank", "Rank by the middle of the interval, from 1; the nearer of two comes first."),
        *(NUTS3.by_name[name] for name in _OWN),
        number("score_low", "Score, at least", "Weighted mean of the parts that apply, by what is known: 0 to 1."),
        number("score_high", "Score, at most", "The same by what may be, as long as facts are missing."),
        number("structure_low", "Kind of area, at least", "Likeness of Eurostat's typologies beyond chance, as known."),
        number("structure_high", "Kind of area, at most", "The same, if classes that are not known were the same."),
        number("category_low", "Category, at least", "1 for the same category of region, as far as it is known."),
        number("category_high", "Category, at most", "The same, if a category that is not known were the same."),
        number("size", "Size", "Root of the smaller by the larger of both areas in km²."),
        number("distance_km", "Distance", "From middle to middle of the areas, as the crow flies.", "km"),
        *array("alike", "Alike", "What both are, the rarest first."),
        *array("different", "Different", "Where the two differ."),
        *array("not_known", "Not known", "Parts of which facts are missing: their intervals are wide."),
        *(NUTS3.by_name[name] for name in _FACTS),
    ),
)
