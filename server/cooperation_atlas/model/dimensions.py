"""Dimensions by which a search can be broken down: its criteria and properties that have a list of values.

A cell of a distribution is the search with a value of each dimension put in, so that a link can lead to exactly its
features. Derived from the criteria and the fields; only what neither says is declared here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from .collections import COLLECTIONS, Collection
from .criteria import CRITERIA, Criterion, Level, Match, countable_criteria, criteria_of, criterion_for
from .fields import Field, FieldType
from .periods import PERIODS

#: Lengths of NUTS codes by level, and what the areas are called; countries are a criterion of their own.
NUTS_LEVELS = {"nuts1": (3, "NUTS I area"), "nuts2": (4, "NUTS II area"), "nuts3": (5, "NUTS III area")}
NUTS_TEXT = "Areas of this NUTS level: everything that covers any part of one, or lies inside it."
#: Numbers with so few values that each can be a row.
_STEPPED = ("completeness",)
#: Properties whose absence is a fact: nothing is missing.
_ABSENT_IS_NONE = ("missing",)
#: Code lists whose codes are those of one period: there is nothing to compare between periods.
_OF_ONE_PERIOD = ("objectives", "intervention_fields", "territorial_focus", "esf_secondary_themes")
#: Code lists whose broader codes alone mean the same in both periods.
_BROADER_IN_COMMON = ("topics",)
#: The dimension by which periods stand side by side, and the code list of countries.
PERIOD, COUNTRIES = "period", "countries"


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a search is broken down by.

    :param name: its name in ``by``
    :param parameter: the parameter of a search that takes its values
    :param criterion: the criterion that it is, or the property ``field``
    :param codelist: code list of its values
    :param level: length of the NUTS codes that are its values, where these are areas
    :param several: whether a feature may have several values, so that shares do not add up to 1
    :param absent_is_none: whether a feature without a value is known to have none
    """

    name: str
    title: str
    description: str
    parameter: str
    criterion: Criterion | None = None
    field: Field | None = None
    level: int | None = None
    several: bool = False
    absent_is_none: bool = False

    @property
    def codelist(self) -> str | None:
        """Code list of the values, where they have one."""
        return self.criterion.codelist if self.criterion else self.field.codelist if self.field else None

    @property
    def is_place(self) -> bool:
        """Whether its values are areas, so that they can be drawn on a map."""
        return self.level is not None or self.codelist == COUNTRIES

    @property
    def across_periods(self) -> str | None:
        """Why its values cannot be compared between periods; ``None`` where they can."""
        if self.name == PERIOD:
            return "period is what is compared"
        if self.level is not None:
            return "each period has its own version of NUTS; country can be compared"
        if self.codelist in _OF_ONE_PERIOD:
            return "its codes are those of one period; topic can be compared"
        return None

    @property
    def broader_only(self) -> bool:
        """Whether only the broader of its codes mean the same in both periods."""
        return self.codelist in _BROADER_IN_COMMON


@cache
def dimensions_of(collection: Collection) -> Mapping[str, Dimension]:
    """The dimensions of a collection by name, criteria first."""
    found = {c.name: _of_criterion(c, collection) for c in countable_criteria(collection).values()}
    if "nuts3" in criteria_of(collection):
        found |= {name: _of_level(name, collection) for name in NUTS_LEVELS}
    for field in collection.stored:
        if field.name not in found and _is_listed(field) and not _is_counted(field, collection):
            found[field.name] = Dimension(
                field.name,
                field.title,
                field.description,
                field.name,
                field=field,
                several=field.type is FieldType.ARRAY,
                absent_is_none=field.name in _ABSENT_IS_NONE,
            )
    return MappingProxyType(found)


def nuts_version_of(collection: Collection, criteria: Mapping[str, Sequence[str]]) -> str | None:
    """The NUTS version of the areas of a search, ``None`` where it is about several."""
    if collection.period:
        return collection.period.nuts_version
    periods = [PERIODS[code] for code in criteria.get(PERIOD, ()) if code in PERIODS]
    return periods[0].nuts_version if len(periods) == 1 else None


def _of_criterion(criterion: Criterion, collection: Collection) -> Dimension:
    several = _has_several(criterion, collection)
    return Dimension(criterion.name, criterion.title, criterion.description, criterion.name, criterion, several=several)


def _of_level(name: str, collection: Collection) -> Dimension:
    criterion = CRITERIA["nuts3"]
    length, title = NUTS_LEVELS[name]
    # A NUTS III area lies in one area of each level; everything else may cover several.
    several = collection.programmes_field is None or collection.nuts_field == "country"
    return Dimension(name, title, NUTS_TEXT, criterion.name, criterion, level=length, several=several)


def _has_several(criterion: Criterion, collection: Collection) -> bool:
    """Whether a feature may meet a criterion by several values."""
    if criterion.match is Match.TREE or criterion.also or criterion.answers_all:
        return True
    if criterion.is_own(collection):
        name = criterion.own_property(collection)
    elif collection.programmes_field is not None:
        return True
    elif collection.is_entry and criterion.entry:
        name = criterion.entry
    elif criterion.level in (Level.ENTRY, Level.TOPIC):
        return True
    else:
        own = COLLECTIONS["programmes"].by_name[criterion.programme or ""]
        return own.type is FieldType.ARRAY
    return collection.by_name[name or ""].type is FieldType.ARRAY


def _is_listed(field: Field) -> bool:
    """Whether a property has a list of values."""
    return bool(field.codelist or field.words or field.type is FieldType.BOOLEAN or field.name in _STEPPED)


def _is_counted(field: Field, collection: Collection) -> bool:
    """Whether a criterion counts the values of a property already."""
    criterion = criterion_for(field, collection)
    return criterion is not None and criterion.countable
