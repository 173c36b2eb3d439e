"""The search for words: what it finds by names of regions, titles, CCIs, topics; in which order; what it says of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import made_store
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_records import PlainRecords
from plain_words import PlainWords, both_spellings, words

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.ogc.requests import parse_items
from cooperation_atlas.ogc.search import search
from cooperation_atlas.store.budget import LARGE, Budget, OverBudget
from cooperation_atlas.store.contract import Page
from cooperation_atlas.store.memory.lexicon import Lexicon, Links
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.memory.region_names import Region, RegionNames
from cooperation_atlas.store.query import MOST_CHARACTERS, MOST_WORDS, Query
from cooperation_atlas.web.searching import ON_LOOP

quick = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def real(real_edition: EditionFolder) -> MemoryStore:
    return load_edition(real_edition.folder)


@pytest.fixture(scope="module")
def plain(real_data: Path) -> PlainWords:
    return PlainWords(PlainRecords(real_data))


def page_of(store: MemoryStore, collection: str, text: str, **more: str) -> Page:
    asked = parse_items(COLLECTIONS[collection], list(({"q": text} | more).items()))
    if "limit" not in more:
        asked = replace(asked, query=replace(asked.query, limit=store.counts[collection]))
    return search(store, asked)


def ids(store: MemoryStore, collection: str, text: str, **more: str) -> list[str]:
    page = page_of(store, collection, text, **more)
    return list(page.ids)


def found_in(store: MemoryStore, collection: str, text: str) -> dict[str, tuple[list[str], str]]:
    """By id, in order: the kinds of text, and the texts."""
    page = page_of(store, collection, text)
    return dict(zip(page.ids, page.cells(["matched_in", "matched_in_text"]), strict=True))


def covering(plain: PlainWords) -> dict[str, set[str]]:
    """For each region the programmes that cover all of it."""
    rows = plain.records.frames["programmes"]
    found: dict[str, set[str]] = {code: set() for code in plain.names}
    for cci, version, codes in zip(rows.index, rows["nuts_version"], rows["nuts_codes"], strict=True):
        for code in plain.covered(version, codes):
            found[code].add(cci)
    return found


def by_words(names: dict[str, list[str]], found: dict[str, set[str]]) -> dict[str, set[str]]:
    """For each name what all the regions with it must find; names with the same words are looked for once."""
    together: dict[str, set[str]] = {}
    for code, own in names.items():
        for name in own:
            together.setdefault(" ".join(words(name))[:MOST_CHARACTERS], set()).update(found.get(code, ()))
    return together


# --- what it finds: rules over all data -------------------------------------------------------------------------


def test_every_title_finds_its_programme_first(real: MemoryStore) -> None:
    titles = real.table("programmes").columns["title"].values
    for id_, title in zip(real.table("programmes").ids, titles, strict=True):
        found = ids(real, "programmes", title[:MOST_CHARACTERS])
        assert id_ in found, title
        first = real.table("programmes").row(found[0])
        assert set(words(title)) <= set(words(titles[first])), title


def test_every_cci_finds_its_programme_alone_and_every_beginning_of_it_all_that_begin_so(real: MemoryStore) -> None:
    every = list(real.table("programmes").ids)
    for cci in every:
        assert ids(real, "programmes", cci.lower()) == [cci]
        assert ids(real, "programmes", cci[:10]) == [other for other in every if other.startswith(cci[:10])]


@pytest.mark.slow
def test_every_name_of_a_region_finds_the_programmes_that_cover_it(real: MemoryStore, plain: PlainWords) -> None:
    for name, expected in by_words(plain.names, covering(plain)).items():
        if expected:
            assert expected <= set(ids(real, "programmes", name)), name


@pytest.mark.slow
@pytest.mark.parametrize("collection", ["nuts3", "nuts3-2016"])
def test_every_name_of_an_area_finds_it(real: MemoryStore, plain: PlainWords, collection: str) -> None:
    areas = {code: {code} for code in real.table(collection).ids}
    for name, expected in by_words(plain.names, areas).items():
        if expected:
            assert expected <= set(ids(real, collection, name)), name
    for code in areas:
        assert code in ids(real, collection, code.lower())


def test_every_name_of_a_country_finds_it(real: MemoryStore, plain: PlainWords) -> None:
    for code in real.table("countries").ids:
        for name in plain.names[code]:
            assert code in ids(real, "countries", name), name


def test_every_topic_label_finds_all_that_have_the_topic(real: MemoryStore) -> None:
    for code in real.codelists["topics"]:
        for label in (code.label, *code.labels.values()):
            for collection in ("programmes", "cooperation", "programme-areas"):
                table = real.table(collection)
                having = {table.ids[row] for row in table.columns["topics"].postings.get(code.code, ())}
                assert having <= set(ids(real, collection, label)), label


@pytest.mark.parametrize("collection", COLLECTIONS)
@quick
@given(data=st.data())
def test_a_longer_text_never_finds_more_and_spelling_does_not_matter(
    real: MemoryStore, plain: PlainWords, collection: str, data: st.DataObject
) -> None:
    own = sorted(data.draw(st.sampled_from(plain.of(collection))))
    text = " ".join(data.draw(st.lists(st.sampled_from(own), min_size=1, max_size=4)))[:MOST_CHARACTERS]
    found = ids(real, collection, text)
    assert found
    assert ids(real, collection, text.upper()) == found
    assert ids(real, collection, unicodedata.normalize("NFD", text)) == found
    shorter = text[: data.draw(st.integers(1, len(text)))]
    if words(shorter):
        assert set(found) <= set(ids(real, collection, shorter)), shorter


@pytest.mark.parametrize("collection", COLLECTIONS)
@quick
@given(data=st.data())
def test_each_result_says_where_each_word_was_found(
    real: MemoryStore, plain: PlainWords, collection: str, data: st.DataObject
) -> None:
    own = sorted(data.draw(st.sampled_from(plain.of(collection))))
    text = " ".join(data.draw(st.lists(st.sampled_from(own), min_size=1, max_size=3)))[:MOST_CHARACTERS]
    for id_, (kinds, told) in found_in(real, collection, text).items():
        assert kinds and told, id_
        assert len(set(kinds)) == len(kinds)
        if len(words(text)) == 1:
            assert any(word.startswith(words(text)[0]) for word in both_spellings(told)), (id_, told)


# --- named cases ------------------------------------------------------------------------------------------------

SICILY = ["2014IT05SFOP014", "2014IT16RFOP016", "2021IT05SFPR014", "2021IT16RFPR016"]


@pytest.mark.parametrize("text", ["Sicily", "Sicilia", "SIZILIEN", "sicile", "Σικελία"])
def test_sicilys_own_programmes_come_first_and_whole_countries_last(real: MemoryStore, text: str) -> None:
    found = found_in(real, "programmes", text)
    assert sorted(list(found)[:4]) == SICILY
    far = [id_ for id_, (kinds, _) in found.items() if kinds == ["country"]]
    assert far == list(found)[-len(far) :]
    basis = real.table("programmes").columns["area_basis"].values
    for id_, (kinds, told) in found.items():
        whole = basis[real.table("programmes").row(id_)] == "whole_country"
        assert (kinds == ["country"]) == whole
        assert ("Whole country: Italia, with Sicilia (ITG1)" if whole else "Region: Sicilia (ITG1)") in told or (
            kinds[0] == "title"
        )


@pytest.mark.parametrize(
    ("collection", "text", "first"),
    [
        ("programmes", "ERDF Sicilia", ["2014IT16RFOP016", "2021IT16RFPR016"]),
        ("programmes", "2021IT16FFPR001", ["2021IT16FFPR001"]),
        ("programmes", "ile de france", ["2014FR05M0OP001", "2021FR05FFPR001"]),
        ("programmes", "Baden Wurttemberg", ["2014DE05SFOP003", "2014DE16RFOP001", "2021DE16RFPR001"]),
        ("programmes", "Athens", ["2014GR16M2OP012", "2021EL16FFPR017"]),
        ("programmes", "Kreta", ["2014GR16M2OP011", "2021EL16FFPR016"]),
        ("nuts3", "Munich", ["DE212"]),
        ("nuts3", "München", ["DE212", "DE21H"]),
        ("nuts3", "Muenchen", ["DE212", "DE21H"]),
        ("nuts3", "Brussels", ["BE100"]),
        ("nuts3", "Bruxelles", ["BE100"]),
        ("nuts3", "Athens", ["EL303"]),
        ("nuts3", "Sicily", [f"ITG1{n}" for n in range(1, 10)]),
        ("nuts3", "de212", ["DE212"]),
        ("countries", "Allemagne", ["DE"]),
        ("countries", "el", ["EL"]),
    ],
)
def test_the_first_results_are(real: MemoryStore, collection: str, text: str, first: list[str]) -> None:
    assert ids(real, collection, text)[: len(first)] == first


@pytest.mark.parametrize("text", ["Munich", "München", "Muenchen", "Monaco di Baviera"])
def test_bavaria_is_found_by_its_capital(real: MemoryStore, text: str) -> None:
    found = found_in(real, "programmes", text)
    assert {"2014DE05SFOP004", "2014DE16RFOP002", "2021DE05SFPR003", "2021DE16RFPR002"} == set(list(found)[:4])
    assert all("(DE212)" in told for _, told in found.values())


@pytest.mark.parametrize("text", ["Brussels", "Bruxelles", "Brussel"])
def test_brussels_is_found_in_all_its_languages(real: MemoryStore, text: str) -> None:
    found = set(ids(real, "programmes", text, period="2021-2027"))
    assert found >= {"2021BE05SFPR002", "2021BE05SFPR004", "2021BE16RFPR001"}


def test_a_topic_is_found_by_its_label(real: MemoryStore) -> None:
    found = found_in(real, "programmes", "circular economy")
    topics = real.table("programmes").columns["topics"].values
    assert len(found) > 5
    for id_, (kinds, told) in found.items():
        assert kinds == ["topic"]
        assert told == "Topic: Circular economy (RSO2.6)"
        assert "RSO2.6" in topics[real.table("programmes").row(id_)]


def test_words_of_region_and_country_go_together(real: MemoryStore) -> None:
    found = found_in(real, "programmes", "Sicily Italy")
    assert set(SICILY) < set(found)
    assert found["2021IT16RFPR016"] == (["region", "country"], "Region: Sicilia (ITG1); Country: Italia (IT)")


def test_an_area_of_a_programme_is_found_by_its_own_place(real: MemoryStore) -> None:
    codes = real.table("programme-areas").columns["nuts_code"].values
    found = ids(real, "programme-areas", "Sicily")
    assert {codes[real.table("programme-areas").row(id_)] for id_ in found} == {"ITG1", "IT"}


def test_entries_have_their_own_topics_and_summaries(real: MemoryStore) -> None:
    table = real.table("cooperation")
    for id_, (kinds, _) in found_in(real, "cooperation", "circular economy").items():
        row = table.row(id_)
        own = "RSO2.6" in (table.columns["topics"].values[row] or ())
        assert own or "summary" in kinds or "title" in kinds


# --- names that stand for several regions ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Limburg", ["BE22", "NL42"]), ("Luxembourg", ["BE34", "LU"]), ("vienne", ["AT13", "FRI34"])],
)
def test_a_name_of_several_regions_finds_them_all_and_says_so(real: MemoryStore, text: str, codes: list[str]) -> None:
    page = page_of(real, "programmes", text)
    (note,) = page.notes
    assert all(f"({code})" in note for code in codes)
    told = " ".join(told for _, told in found_in(real, "programmes", text).values())
    assert all(f"({code})" in told for code in codes)


@pytest.mark.parametrize("text", ["Brussels", "Berlin", "Sicily", "Limbu", "2021IT16FFPR001", "circular economy"])
def test_a_region_and_what_lies_in_it_are_not_several(real: MemoryStore, text: str) -> None:
    assert page_of(real, "programmes", text).notes == ()


def test_only_regions_that_were_found_are_named(real: MemoryStore) -> None:
    assert page_of(real, "countries", "Luxembourg").notes == ()
    assert page_of(real, "programmes", "Limburg Netherlands").notes == ()


# --- order and bounds -------------------------------------------------------------------------------------------


def made(*titles: str) -> MemoryStore:
    """An store of three programmes with these titles."""
    return made_store.store([{"cci": f"{n}", "title": t} for n, t in enumerate(titles)], [made_store.AREAS[3]] * 4)


def test_whole_words_then_early_words_then_ids() -> None:
    store = made("Islands of the sea", "The island", "Island in the sun")
    assert ids(store, "programmes", "island") == ["2", "1", "0"]
    assert ids(made("A sea", "B sea", "C sea"), "programmes", "sea") == ["0", "1", "2"]


def test_one_text_comes_before_several_and_titles_before_authorities() -> None:
    store = made_store.store(
        [
            {"cci": "0", "title": "Sea", "managing_authority": "Island"},
            {"cci": "1", "title": "Port", "managing_authority": "Sea and island"},
            {"cci": "2", "title": "Sea and island"},
        ],
        [made_store.AREAS[3]] * 4,
    )
    assert ids(store, "programmes", "sea island") == ["2", "1", "0"]
    assert ids(store, "programmes", "sea") == ["0", "2", "1"]


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("text", ["a", "re", "e o", "2021", "de la"])
def test_the_order_does_not_depend_on_what_was_asked_before(real: MemoryStore, collection: str, text: str) -> None:
    found = ids(real, collection, text)
    ids(real, collection, "something else")
    assert ids(real, collection, text) == found
    assert len(set(found)) == len(found)


def test_a_page_is_a_part_of_the_whole_order(real: MemoryStore) -> None:
    found = ids(real, "programmes", "re")
    paged = [id_ for n in range(0, len(found), 50) for id_ in ids(real, "programmes", "re", limit="50", offset=str(n))]
    assert paged == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("…", "q: has no letter or digit"),
        ("a" * (MOST_CHARACTERS + 1), f"q: has {MOST_CHARACTERS + 1} characters; a search takes at most"),
        (" ".join(map(str, range(MOST_WORDS + 1))), f"q: has {MOST_WORDS + 1} different words; a search takes at most"),
    ],
)
def test_texts_beyond_the_bounds_are_refused(real: MemoryStore, text: str, message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        page_of(real, "programmes", text)


def test_texts_at_the_bounds_are_searched(real: MemoryStore) -> None:
    assert ids(real, "programmes", "a" * MOST_CHARACTERS) == []
    assert ids(real, "programmes", " ".join(str(n) for n in range(MOST_WORDS))) == []
    assert ids(real, "programmes", "e " * (MOST_CHARACTERS // 2)) == ids(real, "programmes", "e")


def test_without_samples_their_topics_find_nothing(real: MemoryStore) -> None:
    table, without = real.table("programmes"), real.without_samples
    samples = table.columns["sample_topics"].values
    row, topic = next((row, topics[0]) for row, topics in enumerate(samples) if topics)
    label = real.codelists["topics"].codes[topic].label
    assert "topic" in found_in(real, "programmes", label)[table.ids[row]][0]
    assert "topic" not in found_in(without, "programmes", label).get(table.ids[row], ([], ""))[0]


# --- the parts --------------------------------------------------------------------------------------------------

WORDS = st.text("abc", min_size=1, max_size=3)


@quick
@given(texts=st.lists(st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=3), max_size=6), word=WORDS)
def test_a_lexicon_finds_beginnings_of_words(texts: list[list[str]], word: str) -> None:
    scores = Lexicon(texts).search([word]).words[0]
    expected = [any(w.startswith(word) for text in own for w in text.split()) for own in texts]
    assert list(scores < scores.dtype.type(2**29)) == expected


@quick
@given(
    owners=st.lists(st.lists(st.integers(0, 5), max_size=4, unique=True), max_size=8), asked=st.sets(st.integers(0, 5))
)
def test_links_lead_both_ways(owners: list[list[int]], asked: set[int]) -> None:
    links = Links([np.array(own, dtype=np.int32) for own in owners], 6)
    rows = links.rows(np.array(sorted(asked), dtype=np.int64))
    assert sorted(set(rows.tolist())) == [row for row, own in enumerate(owners) if asked.intersection(own)]
    assert [links.of(row).tolist() for row in range(len(owners))] == owners


def test_an_area_holds_what_lies_in_it_and_what_it_makes_up() -> None:
    tree = {"X": None, "X1": "X", "X2": "X", "X11": "X1", "X12": "X1", "X21": "X2"}
    names = RegionNames({"2021": [Region(code, parent, (code,)) for code, parent in tree.items()]})

    def area(*codes: str) -> list[str]:
        return [names.codes[number] for number in names.area("2021", codes)]

    assert area("X1") == ["X1", "X11", "X12"]
    assert area("X11", "X12") == ["X1", "X11", "X12"]
    assert area("X11") == ["X11"]
    assert area("X21") == ["X2", "X21"]
    assert area("X1", "X2") == area("X") == list(names.codes)
    assert area("X9") == area() == []
    assert list(names.area(None, None)) == []


def test_the_budget_pays_for_words_before_they_are_looked_for(real_edition: EditionFolder) -> None:
    """The first search brings the words in order, which is too much for the event loop; later ones are cheap."""
    store = load_edition(real_edition.folder)
    query = parse_items(COLLECTIONS["programmes"], [("q", "sicily")]).query
    with pytest.raises(OverBudget, match=r"words: .* bringing words in order"):
        store.search(query, Budget(ON_LOOP))
    found = store.search(query, Budget(LARGE)).ids
    other = parse_items(COLLECTIONS["programmes"], [("q", "sicilia")]).query
    assert store.search(other, Budget(ON_LOOP)).ids == found
    every = parse_items(COLLECTIONS["programmes"], [("q", "a"), ("limit", "10000")]).query
    with pytest.raises(OverBudget, match="saying of 595 features where they have the words"):
        store.search(every, Budget(ON_LOOP))


@pytest.mark.parametrize("collection", [id_ for id_, c in COLLECTIONS.items() if c.is_of_programmes])
def test_the_budget_pays_for_the_words_of_a_criterion_too(real_edition: EditionFolder, collection: str) -> None:
    """``programme`` searches the same words as ``q`` does, on every collection and in facets."""
    query = parse_items(COLLECTIONS[collection], [("programme", "sicily")]).query
    for ask in (MemoryStore.search, MemoryStore.facets):
        store = load_edition(real_edition.folder)
        with pytest.raises(OverBudget, match=r"programme: .* bringing words in order"):
            ask(store, query, budget=Budget(ON_LOOP))
        ask(store, query, budget=Budget(LARGE))
        ask(store, query, budget=Budget(ON_LOOP))


def test_the_first_searches_may_come_at_once(real_edition: EditionFolder) -> None:
    """Several threads search words that nobody has brought in order yet; each gets what it gets alone."""
    store, alone = load_edition(real_edition.folder), load_edition(real_edition.folder)
    for collection in COLLECTIONS:
        queries = [parse_items(COLLECTIONS[collection], [("q", text)]).query for text in ("a", "b", "c", "d")]
        together = Barrier(len(queries))

        def one(query: Query, together: Barrier = together) -> Sequence[str]:
            together.wait()
            return store.search(query).ids

        with ThreadPoolExecutor(len(queries)) as threads:
            found = list(threads.map(one, queries))
        assert found == [alone.search(query).ids for query in queries]
