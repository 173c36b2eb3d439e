"""Every filter and every pair of filters, on every collection: the ids that pandas and geopandas find in the tables.

The filters are written as in a URL and read by the parser of the server, so that the whole way is compared. Values are
drawn from the data, half of them from one and the same feature, so that pairs that match something are common.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import entries_with_gaps
import pytest
from conftest import settings_for
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_filter import NAMES, SYSTEMS, PlainFilter
from plain_meaning import AREAS, CRITERIA, OF_PAIRS, of_place
from plain_words import words
from pyproj import Transformer

from cooperation_atlas.editions.build import build
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.fields import Field, FieldType
from cooperation_atlas.ogc.requests import parse_items
from cooperation_atlas.store.contract import Page
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore

Draw = Callable[[st.SearchStrategy[Any]], Any]
Filter = tuple[str, Any]

LISTS = {
    "country": "countries", "topic": "topics", "scope": "scopes", "period": "periods", "fund": "funds",
    "kind": "kinds", "strategy": "strategies", "status": "statuses", "mode": "modes", "partner_type": "partner_types",
    "sought_country": "countries", "sought_strategy": "strategies", "objective": "objectives",
    "category": "categories_of_region", "exclude_country": "countries", "intervention_field": "intervention_fields",
    "territorial_focus": "territorial_focus", "esf_secondary_theme": "esf_secondary_themes",
    "borders_on": "countries", "neighbour_kind": "neighbour_kinds",
    "region_category": "categories_of_region",
}  # fmt: skip
DAYS = ("2015-06-01", "2021-12-31", "2024-05-31", "2025-09-01", "2026-11-25", "2027-01-01", "2028-06-30")
#: Stands for equality with any property.
PROPERTY = "property"
EVERYWHERE = (
    "title", "programme", "q", "nuts3", *(name for name in LISTS if name not in (*OF_PAIRS, "region_category")), "open",
    PROPERTY, "bbox",
)  # fmt: skip
#: What a collection takes that has nothing to do with programmes.
OF_NEIGHBOURS = ("q", "nuts3", "country", "exclude_country", *OF_PAIRS, PROPERTY, "bbox")


def filters_of(collection: str) -> tuple[str, ...]:
    """The filters that a collection takes."""
    if collection == "neighbours":
        return OF_NEIGHBOURS
    more = {"cooperation": ("sample",), "nuts3": ("region_category",)}.get(collection, ())
    return EVERYWHERE + more + (("datetime",) if collection != "countries" else ())


SINGLES = [(c, name) for c in COLLECTIONS for name in filters_of(c)]


@pytest.fixture(scope="module")
def data_with_gaps(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return entries_with_gaps.write(real_data, tmp_path_factory.mktemp("gaps") / "data")


@pytest.fixture(scope="module")
def store(data_with_gaps: Path) -> MemoryStore:
    return load_edition(build(settings_for(data_with_gaps, data_with_gaps.parent / "editions")).folder)


@pytest.fixture(scope="module")
def oracle(data_with_gaps: Path) -> PlainFilter:
    return PlainFilter(data_with_gaps)


@pytest.fixture(scope="module")
def oracle_without_samples(data_with_gaps: Path) -> PlainFilter:
    return PlainFilter(data_with_gaps, samples=False)


# --- drawing values --------------------------------------------------------------------------------------------


def spelled(draw: Draw, text: str) -> str:
    """The text in another case, without accents, or in another Unicode form."""
    ways: list[Callable[[str], str]] = [
        str, str.upper, str.lower, str.swapcase, lambda t: unicodedata.normalize("NFD", t),
        lambda t: "".join(c for c in unicodedata.normalize("NFD", t) if not unicodedata.combining(c)),
    ]  # fmt: skip
    return draw(st.sampled_from(ways))(text)


def title(draw: Draw, oracle: PlainFilter, collection: str, near: int | None) -> list[str]:
    rows = oracle.frames[collection]
    if collection in AREAS:
        covering = rows["programmes"].iloc[near] if near is not None else None
        near, programmes = None, oracle.frames["programmes"]
        rows = programmes.loc[covering] if covering else programmes
    whole = rows["title"].iloc[near if near is not None else draw(st.integers(0, len(rows) - 1))]
    start, stop = sorted((draw(st.integers(0, len(whole))), draw(st.integers(0, len(whole)))))
    begin, middle, end = whole[:start], whole[start:stop], whole[stop:]
    around = f"{begin}{middle}*{middle}{end}"
    patterns = [whole, middle, f"{begin}*", f"*{end}", f"*{middle}*", f"{begin}*{end}", around]
    return [spelled(draw, draw(st.sampled_from(patterns))).strip() or "*"]


def q(draw: Draw, oracle: PlainFilter, collection: str, near: int | None) -> str:
    number = near if near is not None else drawn_row(draw, oracle, collection)
    row = oracle.frames[collection].iloc[number]
    written = " ".join(row[name] or "" for name in NAMES[collection]).split()
    own = draw(st.sampled_from([written, sorted(oracle.spoken.of(collection)[number])]))
    chosen = draw(st.lists(st.sampled_from(own), min_size=1, max_size=3))
    text = spelled(draw, " ".join(word[: draw(st.integers(1, 12))] for word in chosen))
    return text if words(text) else "a"


def nuts3(draw: Draw, oracle: PlainFilter, collection: str, near: int | None) -> list[str]:
    above = oracle.records.above
    if near is not None:
        version, codes = oracle.records.places[collection][near]
        own = [c for code in codes for c in above[version].get(code, (code,))]
        inside = [c for c, chain in above[version].items() if not set(codes).isdisjoint(chain)]
        return [draw(st.sampled_from(own + inside))]
    anywhere = sorted({code for version in above.values() for code in version})
    return draw(st.lists(st.sampled_from(anywhere), min_size=1, max_size=3, unique=True))


def possible(oracle: PlainFilter, field: Field) -> list[Any]:
    """Values of a property that no feature has."""
    if field.codelist:
        return list(oracle.records.codes(field.codelist)["code"])
    return [True] if field.type is FieldType.BOOLEAN else ["nothing"]


def equality(draw: Draw, oracle: PlainFilter, collection: str, near: int | None) -> Filter:
    frame = oracle.frames[collection]
    taken = {"title", "country", "period", "kind", "status", "sample", "across_border"}
    names = [n for n in COLLECTIONS[collection].by_name if n in frame and n not in taken]
    name = draw(st.sampled_from(names))
    cell = frame[name].iloc[near if near is not None else drawn_row(draw, oracle, collection)]
    if cell is None:
        known = [value for value in frame[name] if value]
        cell = draw(st.sampled_from(known or possible(oracle, COLLECTIONS[collection].by_name[name])))
    return name, [draw(st.sampled_from(cell)) if isinstance(cell, list) else cell]


def bbox(draw: Draw, oracle: PlainFilter, collection: str, near: int | None) -> tuple[Any, ...]:
    uri = draw(st.sampled_from(list(SYSTEMS)))
    epsg, north_first = SYSTEMS[uri]
    frame = oracle.records.regions["2021"]
    code = draw(st.sampled_from(list(frame["nuts_code"])))
    if near is not None and oracle.records.places[collection][near][1][0] in set(frame["nuts_code"]):
        code = oracle.records.places[collection][near][1][0]
    point = frame.loc[frame["nuts_code"] == code, "geometry"].iloc[0].representative_point()
    x, y = Transformer.from_crs(4326, epsg, always_xy=True).transform(point.x, point.y)
    half = draw(st.sampled_from([0.0, 0.013, 0.37, 2.1, 9.3])) * (1 if epsg in (4326, 4258) else 100_000)
    west, south, east, north = (round(v, 4) for v in (x - half, y - half, x + half, y + half))
    if epsg in (4326, 4258) and draw(st.integers(0, 4)) == 0:
        west, east = east, west - 0.01  # all the way round, across the antimeridian
    return (uri, south, west, north, east) if north_first else (uri, west, south, east, north)


def interval(draw: Draw) -> tuple[str | None, str | None]:
    days = st.none() | st.dates().map(lambda d: d.replace(year=2012 + d.year % 20, day=min(d.day, 28)).isoformat())
    first, last = draw(days), draw(days)
    return (last, first) if first and last and first > last else (first, last)


def drawn_row(draw: Draw, oracle: PlainFilter, collection: str) -> int:
    return draw(st.integers(0, len(oracle.frames[collection]) - 1))


def drawn(draw: Draw, oracle: PlainFilter, collection: str, name: str, row: int) -> Filter:
    """A filter with its values; about half of them fit the feature in ``row``."""
    near = row if draw(st.booleans()) else None
    match name:
        case "title":
            return name, title(draw, oracle, collection, near)
        case "q":
            return name, q(draw, oracle, collection, near)
        case "programme":
            return name, q(draw, oracle, "programmes", None)
        case "nuts3":
            return name, nuts3(draw, oracle, collection, near)
        case "property":
            return equality(draw, oracle, collection, near)
        case "bbox":
            return name, bbox(draw, oracle, collection, near)
        case "datetime":
            return name, interval(draw)
        case "sample" | "across_border":
            return name, [draw(st.sampled_from(["true", "false"]))]
        case "open":
            return name, draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=2, unique=True))
        case _:
            codes = list(oracle.records.codes(LISTS[name])["code"])
            return name, draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True))


# --- both ways -------------------------------------------------------------------------------------------------


def written(found: Filter) -> list[tuple[str, str]]:
    """A filter as parameters of a URL."""
    name, wanted = found
    match name:
        case "q" | "programme":
            return [(name, wanted)]
        case "bbox":
            return [(name, ",".join(map(str, wanted[1:]))), ("bbox-crs", wanted[0])]
        case "datetime":
            first, last = wanted
            return [(name, f"{first or '..'}/{last or '..'}" if first != last or not first else first)]
    texts = [str(value).lower() if isinstance(value, bool) else str(value) for value in wanted]
    return [(name, ",".join(text.replace(",", "\\,") for text in texts))]


def page_of(store: MemoryStore, collection: str, filters: list[Filter], **more: str) -> Page:
    parameters = [parameter for found in filters for parameter in written(found)]
    asked = parse_items(COLLECTIONS[collection], [*parameters, *more.items()])
    page = store.search(replace(asked.query, limit=len(store.table(collection))))
    assert page.matched == len(page)
    return page


def found_by(store: MemoryStore, collection: str, filters: list[Filter], **more: str) -> list[str]:
    page = page_of(store, collection, filters, **more)
    ids = list(page.ids)
    return sorted(ids) if page.query.words else ids


def chosen(data: st.DataObject, oracle: PlainFilter, collection: str, names: Iterable[str]) -> list[Filter]:
    row = data.draw(st.integers(0, len(oracle.frames[collection]) - 1), label="row")
    filters: list[Filter] = []
    for name in names:
        one = drawn(data.draw, oracle, collection, name, row)
        if one[0] not in dict(filters):
            filters.append(one)
    return filters


def compare(
    store: MemoryStore, oracle: PlainFilter, data: st.DataObject, collection: str, names: tuple[str, ...]
) -> None:
    filters = chosen(data, oracle, collection, names)
    assert found_by(store, collection, filters) == oracle.ids(collection, filters), filters


quick = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_record_is_what_the_tables_say(store: MemoryStore, oracle: PlainFilter, collection: str) -> None:
    frame, table = oracle.frames[collection], store.table(collection)
    assert list(table.ids) == list(frame.index)
    compared = [name for name in table.columns if name in frame]
    assert len(compared) > 15
    for name in compared:
        assert list(table.columns[name].values) == list(frame[name]), name


@pytest.mark.parametrize(("collection", "name"), SINGLES)
@settings(quick, max_examples=25)
@given(data=st.data())
def test_one_filter(store: MemoryStore, oracle: PlainFilter, collection: str, name: str, data: st.DataObject) -> None:
    compare(store, oracle, data, collection, (name,))


@pytest.mark.slow
@pytest.mark.parametrize(("collection", "one"), SINGLES)
@settings(quick, max_examples=4)
@given(data=st.data())
def test_two_filters(store: MemoryStore, oracle: PlainFilter, collection: str, one: str, data: st.DataObject) -> None:
    """A filter with each of those that come after it. One test for all of them: hypothesis keeps a chain of settings
    for each test that is parametrised, and it ends at about a thousand."""
    names = filters_of(collection)
    for other in names[names.index(one) + 1 :]:
        compare(store, oracle, data, collection, (one, other))


@pytest.mark.slow
@pytest.mark.parametrize("collection", COLLECTIONS)
@settings(quick, max_examples=100)
@given(data=st.data())
def test_several_filters(store: MemoryStore, oracle: PlainFilter, collection: str, data: st.DataObject) -> None:
    names = st.lists(st.sampled_from(filters_of(collection)), min_size=3, max_size=5, unique=True)
    compare(store, oracle, data, collection, tuple(data.draw(names)))


#: Criteria that can be unknown, more often than they would be drawn.
DOUBTFUL = ("topic", "scope", "kind", "status", "open", "mode", "partner_type", "sought_country", "sought_strategy",
            "objective", "category", "fund", "strategy", "exclude_country", "nuts3", "country", "period",
            "borders_on", "region_category")  # fmt: skip


@pytest.mark.parametrize("collection", COLLECTIONS)
@settings(quick, max_examples=150)
@given(data=st.data())
def test_what_is_not_known_comes_last(
    store: MemoryStore, oracle: PlainFilter, collection: str, data: st.DataObject
) -> None:
    doubtful = [name for name in DOUBTFUL if name in filters_of(collection)]
    names = data.draw(st.lists(st.sampled_from(doubtful), min_size=1, max_size=4, unique=True))
    filters = chosen(data, oracle, collection, names)
    page = page_of(store, collection, filters, include="unknown")
    assert list(page.ids) == oracle.ids(collection, filters, unknown=True), filters
    certain = set(oracle.ids(collection, filters))
    matches = {id_: match for id_, (match,) in zip(page.ids, page.cells(["match"]), strict=True)}
    assert matches == {id_: "met" if id_ in certain else "unknown" for id_ in matches}


@pytest.mark.parametrize("collection", COLLECTIONS)
@settings(quick, max_examples=150)
@given(data=st.data())
def test_without_samples_they_do_not_exist(
    store: MemoryStore, oracle_without_samples: PlainFilter, collection: str, data: st.DataObject
) -> None:
    doubtful = [name for name in DOUBTFUL if name in filters_of(collection)]
    names = data.draw(st.lists(st.sampled_from(doubtful), min_size=1, max_size=4, unique=True))
    filters = chosen(data, oracle_without_samples, collection, names)
    found = found_by(store.without_samples, collection, filters)
    assert found == oracle_without_samples.ids(collection, filters), filters


@pytest.mark.parametrize("collection", AREAS)
@settings(quick, max_examples=150)
@given(data=st.data())
def test_areas_name_the_programmes_that_match(
    store: MemoryStore, oracle: PlainFilter, collection: str, data: st.DataObject
) -> None:
    """Box and criteria of place choose the areas; they do not change which of their programmes match."""
    taken = (*filters_of(collection), "sample")
    criteria = [name for name in CRITERIA[1:] if name in taken]
    names = data.draw(st.lists(st.sampled_from([*criteria, "bbox"]), min_size=0, max_size=4, unique=True))
    filters = chosen(data, oracle, collection, [name for name in names if name != "sample"])
    page = page_of(store, collection, filters)
    matching = oracle.meaning.matching(collection, [f for f in filters if f[0] in CRITERIA])
    only_of_place = all(name in (*of_place(collection), "bbox") for name, _ in filters)
    cells = page.cells(["n_matching", "matching", "n_programmes"])
    for id_, (n_matching, ccis, n_programmes) in zip(page.ids, cells, strict=True):
        expected = matching[id_]
        assert (n_matching, ccis or []) == (len(expected), expected), filters
        assert not only_of_place or n_matching == n_programmes


@pytest.mark.parametrize("collection", ["programmes", *AREAS])
@settings(quick, max_examples=150)
@given(data=st.data())
def test_offers_and_needs_are_those_that_were_found(
    store: MemoryStore, oracle: PlainFilter, collection: str, data: st.DataObject
) -> None:
    """Another way to the same numbers: the entries that the same criteria find, counted by programme."""
    taken = (*filters_of(collection), "sample")
    criteria = [
        name for name in CRITERIA[1:] if name in taken and name not in (*of_place(collection), "objective", "sample")
    ]
    # Objectives are asked of the programme here, and of the entry itself there.
    names = data.draw(st.lists(st.sampled_from(criteria), min_size=0, max_size=3, unique=True))
    filters = chosen(data, oracle, collection, names)
    entries = [oracle.meaning.entries[id_] for id_ in found_by(store, "cooperation", filters)]
    page = page_of(store, collection, filters)
    own = "cci" if collection == "programmes" else "matching"
    for programmes, *numbers in page.cells([own, "n_matching_offers", "n_matching_needs"]):
        ccis = {programmes} if collection == "programmes" else set(programmes or ())
        kinds = [entry["kind"] for entry in entries if entry["cci"] in ccis]
        sides = ({"offer", "both"}, {"need", "both"})
        assert numbers == [sum(kind in side for kind in kinds) for side in sides], filters


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_nuts_code(store: MemoryStore, oracle: PlainFilter, collection: str) -> None:
    """Not only those that are drawn: all codes of both versions, at all levels."""
    above = oracle.records.above
    codes = sorted({code for version in above.values() for code in version})
    for code in codes[:: 50 if collection == "neighbours" else 1]:  # there are many pairs
        wanted: list[Filter] = [("nuts3", [code])]
        assert found_by(store, collection, wanted) == oracle.ids(collection, wanted), code


@pytest.mark.parametrize("name", [*LISTS, "sample", "across_border"])
def test_every_value_of_the_lists(store: MemoryStore, oracle: PlainFilter, name: str) -> None:
    values = ["true", "false"] if name not in LISTS else list(oracle.records.codes(LISTS[name])["code"])
    for collection in COLLECTIONS:
        if name in filters_of(collection):
            for value in values:
                wanted: list[Filter] = [(name, [value])]
                assert found_by(store, collection, wanted) == oracle.ids(collection, wanted), (collection, value)
