"""Features as pages show them: the values that a page needs, without geometry and without encoding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.collections import Collection
from ..model.fields import Field
from ..model.presentation import Group
from ..store.contract import Page

#: Computed properties that a list shows beside the name of a feature: whether it matches, and where its words are.
_MATCH, _MATCHED_IN = "match", "matched_in_text"
#: Value of ``match`` where it is not known whether the feature meets the search.
_UNKNOWN = "unknown"
#: Value of a basis where some of the values rest on samples.
_SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Record:
    """A feature of a page.

    :param values: values by property; ``None`` where the fact is not known
    :param is_sample: whether the feature itself is made up
    :param has_samples: whether some of its values rest on samples, or all of them
    :param may_match: whether it is not known that it meets the search
    :param matched_in: the texts in which the words of the search were found
    """

    id: str
    values: Mapping[str, Any]
    is_sample: bool
    has_samples: bool
    may_match: bool
    matched_in: str | None


def records(page: Page, collection: Collection, properties: Iterable[str]) -> list[Record]:
    """The features of a page of results, in their order.

    :param properties: properties that are shown; what it takes to show them is added
    """
    names = _needed(collection, properties)
    cells = (dict(zip(names, values, strict=True)) for values in page.cells(names))
    return [_record(collection, id_, values) for id_, values in zip(page.ids, cells, strict=True)]


def _needed(collection: Collection, properties: Iterable[str]) -> tuple[str, ...]:
    shown = [collection.by_name[name] for name in properties]
    presentation = collection.presentation
    names = [collection.id_field, *presentation.properties, *collection.bases, _MATCH, _MATCHED_IN]
    for field in shown:
        reference = field.reference
        marks = (field.samples_in, *((reference.names, reference.version) if reference else ()))
        names += [field.name, *filter(None, marks)]
    return tuple(dict.fromkeys(name for name in names if name in collection.by_name))


def _record(collection: Collection, id_: str, values: dict[str, Any]) -> Record:
    bases = [values[name] for name in collection.bases]
    return Record(
        id=id_,
        values=values,
        is_sample=True in bases,
        has_samples=True in bases or _SAMPLE in bases,
        may_match=values.get(_MATCH) == _UNKNOWN,
        matched_in=values.get(_MATCHED_IN),
    )


def map_properties(collection: Collection) -> tuple[str, ...]:
    """The properties that the script of the map reads."""
    presentation = collection.presentation
    sample = (collection.sample_field,) if collection.sample_field else ()
    names = (collection.id_field, presentation.name, *sample, *(presentation.matching or ()), *presentation.colours)
    return tuple(dict.fromkeys(names))


def samples_among(field: Field, record: Record) -> frozenset[Any]:
    """The values of a property that rest on samples."""
    named = record.values.get(field.samples_in or field.basis or "")
    values = record.values[field.name]
    if named == _SAMPLE:
        return frozenset(values if isinstance(values, list) else (values,))
    return frozenset(named) if isinstance(named, list) else frozenset()


def facts(
    collection: Collection, record: Record, properties: Iterable[str] | None
) -> tuple[dict[Group, list[Field]], list[Field]]:
    """The properties that the page of a feature shows by heading, and those that no source states.

    :param properties: properties that were asked for, ``None`` for all
    """
    chosen = [f for f in collection.stored if properties is None or f.name in properties]
    names = {field.name for field in chosen}
    known: dict[Group, list[Field]] = {group: [] for group in Group}
    unknown: list[Field] = []
    for field in chosen:
        if field.twin_of or (field.beside in names and field.name != collection.title_field):
            continue
        if record.values[field.name] is not None or field.absent:
            known[field.group].append(field)
        elif field.group is not Group.KNOWN:  # where nothing is missing, no source owes an answer
            unknown.append(field)
    return {group: fields for group, fields in known.items() if fields}, unknown
