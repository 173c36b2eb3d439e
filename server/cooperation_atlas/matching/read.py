"""From a store to the facts of a period. Done once for an edition: none of it depends on who asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from ..model.collections import COLLECTIONS, COOPERATION, NEIGHBOURS, PROGRAMMES, Collection, areas_of, collection
from ..model.periods import Period
from ..store.codelists import CodeList, CodeLists
from ..store.contract import Store
from ..store.query import Query
from ..store.text import words
from .arrays import Classes, Incidence, Lists
from .border import links_of
from .facts import Entry, Facts, Neighbour, Places, Topics, Vocabulary
from .lists import rarity_of
from .tables import FOOD_AID, NO_SECTOR, Tables
from .territory import chance_of, class_weights

#: More than any collection holds.
EVERY = 2**31 - 1
#: The typologies of Eurostat that are compared: properties of NUTS III areas.
TYPOLOGIES = ("urban", "coast", "mountain", "border", "island")
#: The properties that are read, as far as the model declares them.
_AREA = (
    "nuts_code", "name", "country", "area_km2", "programmes", "strategies", "category_of_region",
    "interreg_projects", *TYPOLOGIES,
)  # fmt: skip
_READ: dict[str, tuple[str, ...]] = {
    PROGRAMMES.id: (
        "cci", "title", "country", "level", "objectives", "objectives_complete", "funds", "funds_complete", "topics",
        "sample_topics",
    ),
    COOPERATION.id: (
        "id", "cci", "kind", "status", "topics", "scopes", "sought_countries", "partner_types", "open_from", "open_to",
        "sample",
    ),
    **{areas.id: _AREA for areas in COLLECTIONS.values() if areas.period is not None},
}  # fmt: skip
#: How an area says that it has no category of region.
_CATEGORY_BASIS, _OUTSIDE = "category_of_region_basis", "outside_union"
#: The Cohesion Fund supports what the ERDF does, so that the two count as one.
_COUNTS_AS = {"CF": "ERDF"}
#: The place in a CCI that says which directorate-general leads it: 05 employment (ESF+), 16 regional policy (ERDF).
_LEAD = slice(6, 8)
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
    places = Places(
        country=area_country,
        km2=km2,
        middle=_middles(store, areas_in, codes),
        projects=np.array([_number(area.get("interreg_projects")) for area in areas], dtype=float),
        territories=_territories(areas, km2, tables),
        typologies=_typologies(areas, areas_in),
        categories=_categories(areas, areas_in, store.codelists),
    )
    typologies = tuple(classes.shares(covers) for classes in places.typologies)
    weights = tuple(_class_weights(classes) for classes in places.typologies)
    meanings = [_meanings(record["title"] or "", tables) for record in programmes]
    sectors = sorted({meaning for found in meanings for meaning in found} - {FOOD_AID})
    funds = _funds(programmes)
    objectives = _objectives(programmes, funds, tables, store.codelists["funds"])
    vocabulary = _vocabulary(store, objectives.codes)
    return Facts(
        period=period.code,
        ids=tuple(record["cci"] for record in programmes),
        titles=tuple(record["title"] or "" for record in programmes),
        countries=countries,
        country=np.array([number_of[record["country"] or ""] for record in programmes], dtype=np.int64),
        national=np.array([record["level"] == "national" for record in programmes], dtype=bool),
        lead=np.unique([record["cci"][_LEAD] for record in programmes], return_inverse=True)[1],
        technical=np.array([record["cci"][_PURPOSE] == _TECHNICAL for record in programmes], dtype=bool),
        food_aid=np.array([FOOD_AID in found for found in meanings], dtype=bool),
        sectors=np.array([[sector in found for sector in sectors] for found in meanings], dtype=bool).reshape(
            len(programmes), len(sectors)
        ),
        objectives=objectives,
        funds=funds,
        areas=codes,
        area_names=tuple(area["name"] or area["nuts_code"] for area in areas),
        covers=covers,
        covered_by=Incidence.of(covering),
        km2=covers.sums(km2),
        territories=places.territories.shares(covers),
        typologies=typologies,
        categories=places.categories.shares(covers),
        weights=weights,
        chance=chance_of(typologies, weights),
        rarity=rarity_of(objectives.stated),
        links=links_of(neighbours, area_of, area_country, tables.numbers),
        centre=_centres(places.middle, covers, km2),
        places=places,
        vocabulary=vocabulary,
        topics=tuple(_topics(record, vocabulary) for record in programmes),
        entries=tuple(_entries(store, row_of, vocabulary)),
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


def read_outside(store: Store, period: Period, codes: Sequence[str]) -> np.ndarray:
    """Which of the NUTS III areas of a period have no category of region, since they are outside the Union."""
    areas = areas_of(period.nuts_version)
    if areas is None or _CATEGORY_BASIS not in areas.by_name:
        return np.zeros(len(codes), dtype=bool)
    cells = store.search(Query(areas.id, limit=EVERY)).cells((areas.id_field, _CATEGORY_BASIS))
    outside = {code for code, basis in cells if basis == _OUTSIDE}
    return np.array([code in outside for code in codes], dtype=bool)


def _records(store: Store, query: Query) -> list[dict[str, Any]]:
    declared = collection(query.collection).by_name
    names = [name for name in _READ[query.collection] if name in declared]
    return [dict(zip(names, cells, strict=True)) for cells in store.search(query).cells(names)]


def _meanings(title: str, tables: Tables) -> set[str]:
    """The meanings of the words of a title, but for those in phrases that name no sector."""
    text = f" {' '.join(words(title))} "
    for phrase, meaning in tables.words:
        if meaning == NO_SECTOR:
            text = text.replace(f" {phrase}", " ")
    found = {meaning for phrase, meaning in tables.words if f" {phrase}" in text}
    return {FOOD_AID} if FOOD_AID in found else found


def _number(known: float | None) -> float:
    return np.nan if known is None else float(known)


def _objectives(programmes: Sequence[dict[str, Any]], funds: Lists, tables: Tables, known_funds: CodeList) -> Lists:
    """Objectives, and which a programme cannot have, since none of its funds supports them.

    A fund of the tables that the edition does not know excludes nothing.
    """
    stated = [record["objectives"] or () for record in programmes]
    codes = sorted({code for listed in stated for code in listed})
    excluded = np.zeros((len(programmes), len(codes)), dtype=bool)
    for column, code in enumerate(codes):
        supporting = {fund for prefix, listed in tables.funds.items() if code.startswith(prefix) for fund in listed}
        known = {_COUNTS_AS.get(fund, fund) for fund in supporting}
        if known and all(fund in known_funds for fund in supporting):
            columns = [place for place, fund in enumerate(funds.codes) if fund in known]
            excluded[:, column] = ~funds.possible[:, columns].any(axis=1)
    # A list of funds that is complete and empty says nothing of them.
    excluded &= funds.stated.any(axis=1)[:, None]
    return Lists.of(codes, stated, [record["objectives_complete"] is True for record in programmes], excluded)


def _vocabulary(store: Store, stated: Sequence[str]) -> Vocabulary:
    """How topics and the objectives that programmes state belong together, by every mapping that a search follows."""
    topics, objectives = store.codelists["topics"], store.codelists["objectives"]
    above = {code: frozenset(topics.ancestors(code)) for code in topics.codes}
    mapped = {code: frozenset(store.objective_topics.get(code, ())) for code in objectives.codes}
    of_topic: dict[str, list[int]] = {code: [] for code in topics.codes}
    of_objective: dict[str, list[int]] = {code: [] for code in objectives.codes}
    for column, objective in enumerate(stated):
        for topic in frozenset().union(*(above[topic] for topic in mapped.get(objective, ()))):
            of_topic[topic].append(column)
        for code in objectives.ancestors(objective):
            of_objective[code].append(column)
    return Vocabulary(
        {code: tuple(columns) for code, columns in of_topic.items()},
        {code: tuple(columns) for code, columns in of_objective.items()},
        mapped,
        above,
    )


def _topics(record: dict[str, Any], vocabulary: Vocabulary) -> Topics:
    own = frozenset(record["topics"] or ()) - frozenset(record["sample_topics"] or ())
    return Topics(own, vocabulary.with_broader(own), record["objectives_complete"] is True)


def _funds(programmes: Sequence[dict[str, Any]]) -> Lists:
    stated = [[_COUNTS_AS.get(code, code) for code in record["funds"] or ()] for record in programmes]
    codes = sorted({code for listed in stated for code in listed})
    return Lists.of(codes, stated, [record["funds_complete"] is True for record in programmes])


def _typologies(areas: Sequence[dict[str, Any]], areas_in: Collection) -> tuple[Classes, ...]:
    """By number of areas: NUTS III areas have populations of one order, and cities are small."""
    one = np.ones(len(areas))
    return tuple(
        Classes.of(name, areas_in.by_name[name].words, [(area[name],) if area[name] else () for area in areas], one)
        for name in TYPOLOGIES
    )


def _class_weights(classes: Classes) -> np.ndarray:
    counts = classes.of_area.sum(axis=0).astype(float)
    return class_weights(counts / max(1.0, counts.sum()))


def _territories(areas: Sequence[dict[str, Any]], km2: np.ndarray, tables: Tables) -> Classes:
    """Strategies whose territory a source lists, and the territories of the tables; by size of area."""
    of_area = [
        {
            *(area["strategies"] or ()),
            *(t for t, prefixes in tables.territories.items() if area["nuts_code"].startswith(prefixes)),
        }
        for area in areas
    ]
    codes = sorted({code for found in of_area for code in found})
    return Classes.of("strategies", codes, [tuple(found) for found in of_area], km2)


def _categories(areas: Sequence[dict[str, Any]], areas_in: Collection, codelists: CodeLists) -> Classes:
    """By number of areas; where the edition does not say what category an area has, nothing is known."""
    stated = "category_of_region" in areas_in.by_name
    of_area = [(area["category_of_region"],) if stated and area["category_of_region"] else () for area in areas]
    codes = tuple(codelists["categories_of_region"].codes)
    return Classes.of("categories_of_region", codes, of_area, np.ones(len(areas)))


def _middles(store: Store, areas_in: Collection, codes: Sequence[str]) -> np.ndarray:
    """The middles of the boxes around NUTS III areas as unit vectors; zeros where there is no geometry."""
    boxes = np.array([store.one(areas_in.id, code).bounds() or [np.nan] * 4 for code in codes], dtype=float)
    middles = np.radians((boxes[:, :2] + boxes[:, 2:]) / 2.0)
    longitude, latitude = middles[:, 0], middles[:, 1]
    vectors = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    known: np.ndarray = np.nan_to_num(vectors)
    return known


def _centres(middles: np.ndarray, covers: Incidence, km2: np.ndarray) -> np.ndarray:
    """The middles of the areas of each programme, as unit vectors: those of its NUTS III areas, by size."""
    size = np.maximum(km2, 1e-9)
    sums = np.stack([covers.sums(middles[:, axis] * size) for axis in range(3)], axis=1)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    centres: np.ndarray = np.where(lengths > 0, sums / np.where(lengths > 0, lengths, 1.0), np.nan)
    return centres


def _entries(store: Store, row_of: dict[str, int], vocabulary: Vocabulary) -> Iterator[Entry]:
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
            broader=vocabulary.with_broader(own),
            scopes=frozenset(record["scopes"] or ()),
            countries=frozenset(record["sought_countries"] or ()),
            partner_types=frozenset(record["partner_types"] or ()),
            open_from=record["open_from"],
            open_to=record["open_to"],
            sample=record["sample"] is True,
        )
