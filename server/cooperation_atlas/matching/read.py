"""From a store to the facts of a period. Done once for an edition: none of it depends on who asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from ..model.collections import COLLECTIONS, COOPERATION, NEIGHBOURS, PROGRAMMES, Collection, areas_of, collection
from ..model.periods import Period
from ..store.codelists import CodeLists
from ..store.contract import Store
from ..store.query import Query
from ..store.text import words
from .border import links_of
from .facts import Entry, Facts, Incidence, Lists, Neighbour, Shares, Topics
from .lists import rarity_of
from .tables import FOOD_AID, Tables
from .territory import chance_of, class_weights

#: More than any collection holds.
EVERY = 2**31 - 1
#: The typologies of Eurostat that are compared: properties of NUTS III areas.
TYPOLOGIES = ("urban", "coast", "mountain", "border", "island")
#: The properties that are read, as far as the model declares them.
_AREA = ("nuts_code", "name", "country", "area_km2", "programmes", "strategies", "category_of_region", *TYPOLOGIES)
_READ: dict[str, tuple[str, ...]] = {
    PROGRAMMES.id: (
        "cci", "title", "country", "level", "objectives", "objectives_complete", "funds", "funds_complete", "topics",
        "sample_topics",
    ),
    COOPERATION.id: (
        "id", "cci", "kind", "status", "topics", "scopes", "sought_countries", "open_from", "open_to", "sample",
    ),
    **{areas.id: _AREA for areas in COLLECTIONS.values() if areas.period is not None},
}  # fmt: skip
#: The Cohesion Fund supports what the ERDF does, so that the two count as one.
_COUNTS_AS = {"CF": "ERDF"}
#: The place in a CCI that says what it is for, and what stands there for technical assistance.
_PURPOSE, _TECHNICAL = slice(10, 12), "TA"


def read_facts(store: Store, period: Period, tables: Tables, neighbours: Iterable[Neighbour]) -> Facts:
    """The facts of the programmes of one period.

    :param neighbours: of NUTS III areas in the version of the period
    """
    areas_in = areas_of(period.nuts_version)
    if areas_in is None or areas_in.id not in store.counts:
        raise ValueError(f"There are no areas of NUTS {period.nuts_version}.")
    programmes = _records(store, Query(PROGRAMMES.id, equals=(("period", (period.code,)),), limit=EVERY))
    areas = _records(store, Query(areas_in.id, limit=EVERY))
    row_of = {record["cci"]: row for row, record in enumerate(programmes)}
    covering = [[row_of[cci] for cci in area["programmes"] or () if cci in row_of] for area in areas]
    covered: list[list[int]] = [[] for _ in programmes]
    for number, rows in enumerate(covering):
        for row in rows:
            covered[row].append(number)
    countries = tuple(sorted({record["country"] or "" for record in (*programmes, *areas)}))
    number_of = {code: number for number, code in enumerate(countries)}
    codes = tuple(area["nuts_code"] for area in areas)
    area_of = {code: number for number, code in enumerate(codes)}
    area_country = np.array([number_of[area["country"] or ""] for area in areas], dtype=np.int64)
    km2 = np.array([area["area_km2"] or 0.0 for area in areas], dtype=float)
    covers = Incidence.of(covered)
    typologies, weights = _typologies(areas, covers, areas_in)
    meanings = [_meanings(record["title"] or "", tables) for record in programmes]
    sectors = sorted({meaning for found in meanings for meaning in found} - {FOOD_AID})
    objectives = _objectives(programmes)
    return Facts(
        period=period.code,
        ids=tuple(record["cci"] for record in programmes),
        titles=tuple(record["title"] or "" for record in programmes),
        countries=countries,
        country=np.array([number_of[record["country"] or ""] for record in programmes], dtype=np.int64),
        national=np.array([record["level"] == "national" for record in programmes], dtype=bool),
        technical=np.array([record["cci"][_PURPOSE] == _TECHNICAL for record in programmes], dtype=bool),
        food_aid=np.array([FOOD_AID in found for found in meanings], dtype=bool),
        sectors=np.array([[sector in found for sector in sectors] for found in meanings], dtype=bool).reshape(
            len(programmes), len(sectors)
        ),
        objectives=objectives,
        funds=_funds(programmes, store.codelists),
        areas=codes,
        area_names=tuple(area["name"] or area["nuts_code"] for area in areas),
        covers=covers,
        covered_by=Incidence.of(covering),
        km2=_sums(covers, km2),
        territories=_territories(areas, covers, km2, tables),
        typologies=typologies,
        categories=_categories(areas, covers, areas_in, store.codelists),
        weights=weights,
        chance=chance_of(typologies, weights),
        rarity=rarity_of(objectives.stated),
        links=links_of(neighbours, area_of, area_country, tables.numbers),
        centre=_centres(store, areas_in, codes, covers, km2),
        topics=tuple(_topics(record, store.codelists) for record in programmes),
        entries=tuple(_entries(store, row_of)),
    )


def read_neighbours(store: Store, period: Period) -> list[Neighbour]:
    """The neighbours across borders among the NUTS III areas of a period, where the edition has them.

    By sea those between which there is no other land: they do not face each other.
    """
    if NEIGHBOURS.id not in store.counts:
        return []
    names = ("nuts_code_a", "nuts_code_b", "neighbour_kind", "distance_km", "crosses_land")
    equals: tuple[tuple[str, tuple[object, ...]], ...] = (
        ("nuts_version", (period.nuts_version,)),
        ("across_border", (True,)),
    )
    cells = store.search(Query(NEIGHBOURS.id, equals=equals, limit=EVERY)).cells(names)
    return [Neighbour(a, b, kind, km or 0.0) for a, b, kind, km, crosses_land in cells if not crosses_land]


def _records(store: Store, query: Query) -> list[dict[str, Any]]:
    declared = collection(query.collection).by_name
    names = [name for name in _READ[query.collection] if name in declared]
    return [dict(zip(names, cells, strict=True)) for cells in store.search(query).cells(names)]


def _meanings(title: str, tables: Tables) -> set[str]:
    """The meanings of the words of a title, in order: what a longer phrase says stands before its single words."""
    text = f" {' '.join(words(title))} "
    found = {meaning for phrase, meaning in tables.words if f" {phrase}" in text}
    return {FOOD_AID} if FOOD_AID in found else found


def _objectives(programmes: Sequence[dict[str, Any]]) -> Lists:
    stated = [record["objectives"] or () for record in programmes]
    codes = sorted({code for listed in stated for code in listed})
    return Lists.of(codes, stated, [record["objectives_complete"] is True for record in programmes])


def _topics(record: dict[str, Any], codelists: CodeLists) -> Topics:
    own = frozenset(record["topics"] or ()) - frozenset(record["sample_topics"] or ())
    return Topics(own, _with_broader(own, codelists), record["objectives_complete"] is True)


def _with_broader(topics: frozenset[str], codelists: CodeLists) -> frozenset[str]:
    """Topics, and all above them."""
    return topics.union(*(codelists["topics"].ancestors(topic) for topic in topics))


def _funds(programmes: Sequence[dict[str, Any]], codelists: CodeLists) -> Lists:
    stated = [[_COUNTS_AS.get(code, code) for code in record["funds"] or ()] for record in programmes]
    codes = sorted({code for listed in stated for code in listed})
    return Lists.of(codes, stated, [record["funds_complete"] is True for record in programmes])


def _sums(covers: Incidence, values: np.ndarray) -> np.ndarray:
    """The sum of a value of the areas of each programme."""
    rows = np.repeat(np.arange(len(covers.counts)), covers.counts)
    return np.bincount(rows, values[covers.members], len(covers.counts))


def _shares(
    name: str, codes: Sequence[str], of_area: Sequence[Sequence[str]], covers: Incidence, size: np.ndarray
) -> Shares:
    """How the areas of each programme divide among classes, by their sizes."""
    whole = np.maximum(_sums(covers, size), 1e-9)
    known = np.zeros((len(covers.counts), len(codes)))
    for column, code in enumerate(codes):
        known[:, column] = _sums(covers, size * np.array([code in found for found in of_area], dtype=float)) / whole
    return Shares(name, tuple(codes), known)


def _typologies(
    areas: Sequence[dict[str, Any]], covers: Incidence, areas_in: Collection
) -> tuple[tuple[Shares, ...], tuple[np.ndarray, ...]]:
    """By number of areas: NUTS III areas have populations of one order, and cities are small."""
    one = np.ones(len(areas))
    typologies, weights = [], []
    for name in TYPOLOGIES:
        codes = areas_in.by_name[name].words
        of_area = [(area[name],) if area[name] else () for area in areas]
        typologies.append(_shares(name, codes, of_area, covers, one))
        counts = np.array([sum(code in found for found in of_area) for code in codes], dtype=float)
        weights.append(class_weights(counts / max(1.0, counts.sum())))
    return tuple(typologies), tuple(weights)


def _territories(areas: Sequence[dict[str, Any]], covers: Incidence, km2: np.ndarray, tables: Tables) -> Shares:
    """Strategies whose territory a source lists, and the territories of the tables; by size of area."""
    of_area = [
        {
            *(area["strategies"] or ()),
            *(t for t, prefixes in tables.territories.items() if area["nuts_code"].startswith(prefixes)),
        }
        for area in areas
    ]
    codes = sorted({code for found in of_area for code in found})
    return _shares("strategies", codes, [tuple(found) for found in of_area], covers, km2)


def _categories(
    areas: Sequence[dict[str, Any]], covers: Incidence, areas_in: Collection, codelists: CodeLists
) -> Shares:
    """By number of areas; where the edition does not say what category an area has, nothing is known."""
    stated = "category_of_region" in areas_in.by_name
    of_area = [(area["category_of_region"],) if stated and area["category_of_region"] else () for area in areas]
    codes = tuple(codelists["categories_of_region"].codes)
    return _shares("categories_of_region", codes, of_area, covers, np.ones(len(areas)))


def _centres(
    store: Store, areas_in: Collection, codes: Sequence[str], covers: Incidence, km2: np.ndarray
) -> np.ndarray:
    """The middles of the areas of each programme, as unit vectors: those of the boxes around its NUTS III areas, by
    size."""
    boxes = np.array([store.one(areas_in.id, code).bounds() or [np.nan] * 4 for code in codes], dtype=float)
    middles = np.radians((boxes[:, :2] + boxes[:, 2:]) / 2.0)
    longitude, latitude = middles[:, 0], middles[:, 1]
    vectors = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    size = np.where(np.isnan(longitude), 0.0, np.maximum(km2, 1e-9))
    sums = np.stack([_sums(covers, np.nan_to_num(vectors[:, axis]) * size) for axis in range(3)], axis=1)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    centres: np.ndarray = np.where(lengths > 0, sums / np.where(lengths > 0, lengths, 1.0), np.nan)
    return centres


def _entries(store: Store, row_of: dict[str, int]) -> Iterator[Entry]:
    for record in _records(store, Query(COOPERATION.id, limit=EVERY)):
        row = row_of.get(record["cci"])
        if row is None or record["status"] == "completed":
            continue
        own = frozenset(record["topics"] or ())
        yield Entry(
            id=record["id"],
            row=row,
            offers=record["kind"] in ("offer", "both"),
            needs=record["kind"] in ("need", "both"),
            topics=own,
            broader=_with_broader(own, store.codelists),
            scopes=frozenset(record["scopes"] or ()),
            countries=frozenset(record["sought_countries"] or ()),
            open_from=record["open_from"],
            open_to=record["open_to"],
            sample=record["sample"] is True,
        )
