"""What the schema of the features says of their presentation, for clients that show them as the pages do."""

from __future__ import annotations

from typing import Any

from ..model.collections import Collection
from ..model.fields import Field
from ..model.presentation import CODE_STYLES, UNIT_LABELS, Group

#: Member of the schema that says how features are presented.
PRESENTATION = "x-atlas-presentation"
#: Member of a property: the heading under which it is shown.
GROUP = "x-atlas-group"
#: Member of a property: what is shown in its place where it is absent.
ABSENT = "x-atlas-absent"
#: Member of a property: the unit of a number, as people write it.
UNIT = "x-atlas-unit"


def described_presentation(collection: Collection) -> dict[str, Any]:
    """How the features of a collection are presented.

    ``noun``: what they are called, by the plural category of CLDR; ``name``: the property that names a feature;
    ``columns``: the properties of a list, in order; ``lead``: those beneath the name; ``groups``: the headings of the
    properties (``x-atlas-group``), in order; ``matching``: for areas, the properties with the number of programmes that
    match and of all.
    """
    presentation = collection.presentation
    groups = {field.group for field in collection.stored}
    described: dict[str, Any] = {
        "noun": {"one": presentation.noun.one, "other": presentation.noun.many},
        "name": presentation.name,
        "columns": list(presentation.columns),
        "lead": list(presentation.lead),
        "groups": [group.value for group in Group if group in groups],
    }
    return described | ({"matching": list(presentation.matching)} if presentation.matching else {})


def described_property(field: Field) -> dict[str, Any]:
    """How a property is presented, as members of its schema.

    ``x-atlas-group``: its heading; ``x-atlas-beside``: the property beside which it needs no row of its own;
    ``x-atlas-absent``: what is shown in its place where it is absent; ``x-atlas-samples``: the property that says which
    of the values are made up, by naming them or by the value ``sample``; ``x-atlas-reference``: the collection whose
    features the values stand for, or the property with the NUTS version where they are NUTS codes, and the property
    with the names of those features; ``x-atlas-code-style``: how its codes are shown where labels alone do not do
    (``with code``, or ``short``: the code where there is little room); ``x-atlas-unit``: the unit of a number in words.
    """
    described: dict[str, Any] = {GROUP: field.group.value} if field.queryable else {}
    if field.beside:
        described["x-atlas-beside"] = field.beside
    if field.absent:
        described[ABSENT] = field.absent
    if samples := field.samples_in or field.basis:
        described["x-atlas-samples"] = samples
    if reference := field.reference:
        members = {"collection": reference.collection, "nutsVersion": reference.version, "names": reference.names}
        described["x-atlas-reference"] = {name: value for name, value in members.items() if value}
    if style := CODE_STYLES.get(field.codelist or ""):
        described["x-atlas-code-style"] = str(style)
    if field.unit:
        described[UNIT] = UNIT_LABELS.get(field.unit, field.unit)
    return described
