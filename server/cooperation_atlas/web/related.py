"""Where the values and the pages of features lead: to the features they refer to, and to lists of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from ..model.collections import COLLECTIONS, Collection, areas_of
from ..model.criteria import CRITERIA, Match, criterion_for
from ..model.fields import Field
from ..model.presentation import NUTS_CODES
from ..ogc.query_string import raw_of
from .records import Record, samples_among

#: Length of the NUTS codes of level 3.
_LEVEL_3 = 5
#: The criterion that takes NUTS codes of every level.
_NUTS = next(c.name for c in CRITERIA.values() if c.match is Match.NUTS)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a resource of this service.

    :param path: path below the address of the service, ``None`` where there is nothing to lead to
    :param parameters: query
    :param code: value that the link stands for
    :param name: name of what it leads to, where the feature states it
    """

    path: str | None
    code: str = ""
    name: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)


def references(field_: Field, record: Record) -> list[Link]:
    """The features that the values of a property stand for.

    :raises ValueError: for a property that refers to nothing
    """
    reference = field_.reference
    if reference is None:
        raise ValueError(f"The property '{field_.name}' refers to nothing.")
    codes = _listed(record.values[field_.name])
    if reference.collection is None:
        return [_nuts(areas_of(record.values.get(reference.version or "")), code) for code in codes]
    names = _listed(record.values.get(reference.names)) if reference.names else []
    named = names if len(names) == len(codes) else [None] * len(codes)
    return [Link(_path(reference.collection, code), code, name) for code, name in zip(codes, named, strict=True)]


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _path(collection: str, id_: str | None = None) -> str:
    items = f"/collections/{collection}/items"
    return items if id_ is None else f"{items}/{quote(id_, safe='')}"


def _nuts(areas: Collection | None, code: str) -> Link:
    """The page of an area of level 3, the list of the areas inside a larger one."""
    if areas is None:
        return Link(None, code)
    if len(code) == _LEVEL_3:
        return Link(_path(areas.id, code), code)
    return Link(_path(areas.id), code, parameters={_NUTS: code})


@dataclass(frozen=True, slots=True)
class CodeLink:
    """A code of a code list, which leads to everything that has it.

    :param address: path and query below the address of the service, ``None`` where nothing can be searched by it
    :param is_sample: whether it rests on samples
    """

    code: str
    address: str | None
    is_sample: bool


def code_links(collection: Collection, field_: Field, record: Record) -> list[CodeLink]:
    """The codes in an array."""
    criterion = criterion_for(field_, collection)
    parameter = criterion.name if criterion else field_.name if field_.queryable else None
    samples = samples_among(field_, record)
    return [
        CodeLink(code, parameter and _search(collection.id, parameter, code), code in samples)
        for code in record.values[field_.name]
    ]


@cache
def _search(collection: str, parameter: str, code: str) -> str:
    """Path and query of the search for a code; codes are those of the code lists, so that there is an end of them."""
    return f"{_path(collection)}?{raw_of(parameter, code.replace(',', chr(92) + ','))}"


@dataclass(frozen=True, slots=True)
class RelatedFeature:
    """A feature to which the page of another one leads.

    :param collection: its collection
    :param codelist: code list of the property that refers to it, where its label is the name
    """

    link: Link
    collection: Collection
    codelist: str | None


@dataclass(frozen=True, slots=True)
class RelatedList:
    """A list to which the page of a feature leads.

    :param count: number of features in it, where the feature states it
    """

    title: str
    link: Link
    count: int | None


def related_features(collection: Collection, record: Record) -> Iterator[RelatedFeature]:
    """The features of other collections that the single-valued properties refer to."""
    for field_ in collection.stored:
        reference = field_.reference
        one = isinstance(record.values.get(field_.name), str)
        if reference is not None and reference.collection is not None and one and field_.name != collection.id_field:
            (link,) = references(field_, record)
            yield RelatedFeature(link, COLLECTIONS[reference.collection], field_.codelist)


def related_lists(collection: Collection, record: Record) -> Iterator[RelatedList]:
    """The lists that the collection declares, as far as the feature states what to search for."""
    for related in collection.presentation.related:
        values = [(parameter, _listed(record.values[name])) for parameter, name in related.where]
        areas = areas_of(record.values.get(NUTS_CODES.version or "")) if related.collection is None else None
        target = related.collection or (areas and areas.id)
        if target and values[0][1]:
            parameters = {parameter: ",".join(codes) for parameter, codes in values if codes}
            count = record.values[related.count] if related.count else None
            yield RelatedList(related.title, Link(_path(target), parameters=parameters), count)
