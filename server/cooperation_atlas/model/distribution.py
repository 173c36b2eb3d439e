"""The tables of a distribution, declared as collections are, so that every format writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .collections import Collection
from .dimensions import Dimension
from .fields import Field, integer, number, string
from .periods import PERIODS
from .presentation import Noun, Presentation

#: Id of the resource, and name of the property that leads to the features of a row.
DISTRIBUTION, ITEMS = "distribution", "items"
#: Properties of a row, beside its values. ``{title}`` is that of a dimension.
COUNT = integer("count", "Count", "Number of features: as many as the search finds with these values put in.")
UNKNOWN = integer(
    "unknown",
    "Not known",
    "Features of which it is not known whether they have the value: beside the count; with include=unknown, among it.",
)
MATCHED = integer("matched", "All that match", "Features that match the search: the denominator of the shares.")
STATED = integer("stated", "With a value", "Of all that match, the features of which at least one value is known.")
SHARE_LOW = number("share_low", "Share, at least", "Share of all that match, by what is known: 0 to 1.")
SHARE_HIGH = number("share_high", "Share, at most", "The same, if all that are not known had the value.")
SHARE_OF_STATED = number("share_of_stated", "Share of those with a value", "Count by the features with a known value.")
CHANGE_LOW = number(
    "change_low", "Change, at least", "Least difference of the shares of all that match, from 2014-2020 to 2021-2027."
)
CHANGE_HIGH = number(
    "change_high", "Change, at most", "The greatest difference: what is not known of either period widens the interval."
)
LEADS_TO = string(ITEMS, "Features", "Address of the search that finds exactly these features.", format="uri")
CODE_TITLE, COUNT_OF_TITLE, SHARE_OF_TITLE = "{title}: code", "Total: {title}", "Share: {title}"
OF_PERIOD = "{title}, {period}"
#: Descriptions of what a dimension adds.
CODE_TEXT, LABEL_TEXT = "The value, as a search takes it.", "The value in words."
COUNT_OF_TEXT = "Features with this value of the dimension: the denominator of the share beside it."
SHARE_OF_TEXT = "Share of the features that have this value of the dimension."


#: All texts of the tables, for translators; those in braces are patterns.
TEXTS = (
    *(field.title for field in (COUNT, UNKNOWN, MATCHED, STATED, SHARE_LOW, SHARE_HIGH, SHARE_OF_STATED)),
    *(field.title for field in (CHANGE_LOW, CHANGE_HIGH, LEADS_TO)),
    *(CODE_TITLE, COUNT_OF_TITLE, SHARE_OF_TITLE),
)


def code_field(dimension: Dimension) -> Field:
    """The property with the value of a dimension."""
    return string(dimension.name, CODE_TITLE.format(title=dimension.title), CODE_TEXT, dimension.codelist)


def label_field(dimension: Dimension) -> Field:
    """The property with the label of the value."""
    return string(f"{dimension.name}_text", dimension.title, LABEL_TEXT)


def table_of(dimensions: Sequence[Dimension], *, compare: bool, possible: bool) -> Collection:
    """The table of a distribution, one row a cell.

    :param compare: whether both periods stand side by side
    :param possible: whether the search includes what is not known
    """
    fields = [field for one in dimensions for field in (code_field(one), label_field(one))]
    if compare:
        for period in PERIODS:
            fields += [of_period(field, period) for field in (COUNT, UNKNOWN, MATCHED, STATED)]
            fields += [of_period(field, period) for field in (SHARE_LOW, SHARE_HIGH, SHARE_OF_STATED, LEADS_TO)]
        fields += [CHANGE_LOW, CHANGE_HIGH]
    elif len(dimensions) == 1:
        fields += [COUNT, UNKNOWN, MATCHED, STATED, SHARE_LOW, SHARE_HIGH, SHARE_OF_STATED, LEADS_TO]
    else:
        fields += [COUNT, *([UNKNOWN] if possible else []), MATCHED, SHARE_LOW]
        for one in dimensions:
            fields.append(integer(f"count_{one.name}", COUNT_OF_TITLE.format(title=one.title), COUNT_OF_TEXT))
            fields.append(number(f"share_{one.name}", SHARE_OF_TITLE.format(title=one.title), SHARE_OF_TEXT))
        fields.append(LEADS_TO)
    return _collection(fields, fields[0].name, fields[1].name)


def places_of(place: Dimension, other: Sequence[Field]) -> Collection:
    """The areas of a distribution, one feature an area.

    :param other: the properties beside the place: those of its row, or one count for each value of another dimension
    """
    version = string("nuts_version", "NUTS version", "NUTS version of the area.", "nuts_versions")
    fields = [code_field(place), label_field(place), version, *other]
    return _collection(fields, fields[0].name, fields[1].name)


def of_period(field: Field, period: str) -> Field:
    """A property of one of the periods that stand side by side."""
    return replace(
        field, name=f"{field.name}_{period.replace('-', '_')}", title=OF_PERIOD.format(title=field.title, period=period)
    )


def _collection(fields: Sequence[Field], id_field: str, title_field: str) -> Collection:
    return Collection(
        id=DISTRIBUTION,
        title="Distribution",
        description="The features of a search by one dimension or two: counts, shares, and what is not known.",
        keywords=("statistics",),
        id_field=id_field,
        title_field=title_field,
        time_fields=None,
        is_derived=True,
        presentation=Presentation(Noun("row", "rows"), columns=(title_field,)),
        fields=tuple(fields),
    )
