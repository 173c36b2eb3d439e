"""What a search finds: named facts of the real edition, and made cases in which a mistake would show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import made_store
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.errors import InvalidValue, NotFound
from cooperation_atlas.ogc.requests import parse_items
from cooperation_atlas.ogc.search import search
from cooperation_atlas.store.memory.load import load_edition
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.query import Box, Query


@pytest.fixture(scope="module")
def real(real_edition: EditionFolder) -> MemoryStore:
    return load_edition(real_edition.folder)


@pytest.fixture(scope="module")
def made() -> MemoryStore:
    return made_store.store()


def ids(store: MemoryStore, collection: str, **parameters: str) -> list[str]:
    """Ids in the order of the answer, for parameters as in a URL; all of them unless there is a limit."""
    given_ = [("bbox-crs" if name == "bbox_crs" else name, value) for name, value in parameters.items()]
    asked = parse_items(COLLECTIONS[collection], given_)
    if "limit" not in parameters:
        asked = replace(asked, query=replace(asked.query, limit=store.counts[collection]))
    return list(search(store, asked).ids)


def values(store: MemoryStore, collection: str, found: list[str], name: str) -> list[Any]:
    table = store.table(collection)
    return [table.columns[name].values[table.row(id_)] for id_ in found]


# --- the area ------------------------------------------------------------------------------------------------


def test_sicily_finds_its_programmes_the_national_ones_and_no_other_regions(real: MemoryStore) -> None:
    found = ids(real, "programmes", nuts3="ITG1")
    assert {"2014IT05SFOP014", "2014IT16RFOP016", "2021IT05SFPR014", "2021IT16RFPR016"} < set(found)  # Sicilia
    national = ids(real, "programmes", country="IT", level="national")
    assert len(national) > 5
    assert set(national) < set(found)
    assert set(values(real, "programmes", found, "country")) == {"IT"}
    for codes in values(real, "programmes", found, "nuts_codes"):
        assert any(code in ("IT", "ITG", "ITG1") or code.startswith("ITG1") for code in codes), codes
    titles = " ".join(values(real, "programmes", found, "title"))
    assert not any(other in titles for other in ("Sardegna", "Calabria", "Lombardia", "Piemonte"))


@pytest.mark.parametrize("collection", ["programmes", "cooperation", "programme-areas"])
@pytest.mark.parametrize("code", ["ITG1", "PL7", "EL4", "FR1"])
def test_a_region_finds_what_covers_any_of_its_parts(real: MemoryStore, collection: str, code: str) -> None:
    parts = [c for c in ids(real, "nuts3", nuts3=code) if c.startswith(code)]
    assert len(parts) > 1
    union = {id_ for part in parts for id_ in ids(real, collection, nuts3=part, period="2021-2027")}
    assert set(ids(real, collection, nuts3=code, period="2021-2027")) == union


def test_a_nuts_iii_filter_is_the_list_of_programmes_of_that_area(real: MemoryStore) -> None:
    table = real.table("nuts3")
    for row in range(0, len(table), 50):
        covering = table.columns["programmes"].values[row] or []
        assert ids(real, "programmes", nuts3=table.ids[row], period="2021-2027") == covering


def test_areas_are_found_by_the_regions_above_them_not_by_those_inside(real: MemoryStore) -> None:
    assert ids(real, "nuts3", nuts3="ITG11") == ["ITG11"]
    assert ids(real, "nuts3", nuts3="ITG1") == [f"ITG1{n}" for n in range(1, 10)]
    assert ids(real, "countries", nuts3="ITG11") == ["IT"]


def test_parents_are_followed_where_codes_do_not_show_them(real: MemoryStore) -> None:
    """NUTS 2016: UKN10 to UKN16 lie in UKN0, and UKN1 does not exist."""
    inside = ids(real, "nuts3-2016", nuts3="UKN0")
    assert set(inside) == {f"UKN0{n}" for n in (6, 7, 8, 9)} | {f"UKN1{n}" for n in range(7)}
    assert "2014UK16RFOP002" not in ids(real, "programmes", nuts3="ITG1")
    assert ids(real, "programmes", nuts3="UKN10") == ids(real, "programmes", nuts3="UKN0")
    with pytest.raises(InvalidValue, match="'UKN1' is not a NUTS code"):
        ids(real, "programmes", nuts3="UKN1")


def test_unknown_nuts_code_names_the_nearest(real: MemoryStore) -> None:
    with pytest.raises(InvalidValue, match=r"nuts3: 'ITG1X' .* ITG1[0-9]") as caught:
        ids(real, "programmes", nuts3="ITG1X")
    assert all(code.startswith("ITG1") for code in caught.value.nearest)


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spellings", "collection", "expected"),
    [
        (("Łódź", "lodz", "ŁÓDŹ", "Ło\u0301dz\u0301"), "nuts3", ["PL711"]),
        (("Κρήτη", "kriti", "ΚΡΗΤΗ", "KRITI"), "programmes", ["2021EL16FFPR016"]),
        (
            ("Île-de-France", "ile de france", "I\u0302LE-DE-FRANCE", "france ile de"), "programmes",
            ["2014FR05M0OP001", "2021FR05FFPR001"],
        ),
    ],
)  # fmt: skip
def test_accents_case_and_script_do_not_matter(
    real: MemoryStore, spellings: tuple[str, ...], collection: str, expected: list[str]
) -> None:
    found = ids(real, collection, q=spellings[0])
    assert sorted(found[: len(expected)]) == expected
    for text in spellings:
        assert ids(real, collection, q=text) == found, text


@pytest.mark.parametrize("pattern", ["*lodz*", "*ŁÓDZ*", "*Łódź*", "european FUNDS for łódź*", "*for*lodz*2021*"])
def test_title_pattern_without_accents_and_case(real: MemoryStore, pattern: str) -> None:
    assert "2021PL16FFPR005" in ids(real, "programmes", title=pattern)


def test_title_without_wildcard_is_the_whole_title(real: MemoryStore) -> None:
    assert ids(real, "programmes", title="kriti") == ["2021EL16FFPR016"]
    assert ids(real, "programmes", title="krit") == []
    assert ids(real, "programmes", title="krit,kriti") == ["2021EL16FFPR016"]
    assert len(ids(real, "programmes", title="*")) == len(real.table("programmes"))


def test_pattern_takes_other_signs_as_they_are(made: MemoryStore) -> None:
    for pattern in (".*", "I.land", "Island?", "[I]sland", "Isl%", "I_land"):
        assert ids(made, "programmes", title=pattern) == [], pattern


def test_words_begin_words_and_whole_words_come_first(real: MemoryStore) -> None:
    found = ids(real, "nuts3", q="lodz")
    assert values(real, "nuts3", found, "name")[0] == "Miasto Łódź"
    assert "Łódzki" in values(real, "nuts3", found, "name")


def test_early_words_come_before_late_ones() -> None:
    titles = ["Growth of islands", "Islands", "The islands", "Island growth"]
    store = made_store.store([{"cci": f"{n}", "title": t} for n, t in enumerate(titles[:3])], [made_store.AREAS[3]] * 4)
    assert [titles[int(i)] for i in ids(store, "programmes", q="islands")] == [
        "Islands", "The islands", "Growth of islands",
    ]  # fmt: skip


def test_all_words_must_be_found_in_any_order(made: MemoryStore) -> None:
    assert ids(made, "programmes", q="laka lo") == ["A"]
    assert ids(made, "programmes", q="laka island") == []
    assert ids(made, "programmes", q="sland") == []


def test_a_word_said_a_hundred_times_is_looked_for_once(real: MemoryStore) -> None:
    assert ids(real, "programmes", q="e " * 99) == ids(real, "programmes", q="e")


@pytest.mark.parametrize("text", ["!", "…", "--", "*"])
def test_words_without_a_letter_or_digit_are_refused(made: MemoryStore, text: str) -> None:
    with pytest.raises(InvalidValue, match="q: has no letter or digit"):
        ids(made, "programmes", q=text)


# --- criteria ------------------------------------------------------------------------------------------------


def test_a_topic_finds_its_descendants_and_the_thematic_objectives_mapped_to_them(real: MemoryStore) -> None:
    topics = real.codelists["topics"]
    for period in ("2014-2020", "2021-2027"):
        parts = {
            id_ for code in topics.descendants("PO1") for id_ in ids(real, "programmes", topic=code, period=period)
        }
        assert parts
        assert set(ids(real, "programmes", topic="PO1", period=period)) == parts
    assert "2014IT16RFOP016" in ids(real, "programmes", topic="PO1")
    assert "TO01" in values(real, "programmes", ["2014IT16RFOP016"], "objectives")[0]


def test_a_related_objective_answers_to_a_topic_without_making_it_a_topic(made: MemoryStore) -> None:
    assert ids(made, "programmes", topic="RSO1.2") == ["B"]
    assert values(made, "programmes", ["B"], "topics") == [None]
    assert ids(made, "programmes", topic="PO1") == ["A", "B"]
    assert ids(made, "nuts3", topic="RSO1.2") == ["ITG12", "UKN10"]


def test_one_programme_must_meet_all_criteria_of_an_area(made: MemoryStore) -> None:
    """ITG12 is covered by A (transnational, ERDF) and by B (cross-border, ESF+): by none that is both."""
    assert ids(made, "nuts3", scope="transnational") == ["ITG11", "ITG12"]
    assert ids(made, "nuts3", fund="ESF+") == ["ITG12", "UKN10"]
    assert ids(made, "nuts3", scope="transnational", fund="ESF+") == []
    assert ids(made, "nuts3", scope="transnational,cross_border", fund="ESF+") == ["ITG12", "UKN10"]
    assert ids(made, "nuts3", title="island", country="IT") == ["ITG12"]


def test_who_offers_and_needs_answers_to_both(made: MemoryStore) -> None:
    assert ids(made, "programmes", kind="offer") == ["A", "B"]
    assert ids(made, "programmes", kind="need") == ["A", "C"]
    assert ids(made, "programmes", kind="both") == ["A"]


def test_real_entries_of_kind_both_are_offers(real: MemoryStore) -> None:
    offers = ids(real, "cooperation", kind="offer")
    assert set(values(real, "cooperation", offers, "kind")) == {"offer", "both"}


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"country": "GR"}, "country: 'GR' is not in the code list 'countries'"),
        ({"topic": "Research"}, r"topic: 'Research' .* Did you mean RSO1.1"),
        ({"scope": "transnat"}, "Did you mean transnational"),
        ({"kind": "Offer"}, "Did you mean offer"),
    ],
)
def test_values_outside_their_list_are_refused(made: MemoryStore, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        ids(made, "programmes", **parameters)


def test_criteria_of_other_collections_are_refused(made: MemoryStore) -> None:
    with pytest.raises(InvalidValue, match="sample: is not a filter of collection 'programmes'"):
        made.search(Query("programmes", criteria=(("sample", ("true",)),)))
    with pytest.raises(NotFound, match=r"collection 'program'.*programmes"):
        made.search(Query("program"))


# --- space ---------------------------------------------------------------------------------------------------


def test_a_box_across_the_antimeridian_has_two_halves(made: MemoryStore) -> None:
    every = {"UKN10", "XX001"}
    assert set(ids(made, "nuts3", bbox="170,50,-170,60")) == every
    assert set(ids(made, "nuts3", bbox="50,170,60,-170", bbox_crs=_epsg(4326))) == every
    assert set(ids(made, "nuts3", bbox="-170,50,170,60")) == {"XX001"}


def test_a_feature_without_geometry_is_in_every_box(made: MemoryStore) -> None:
    """OGC 17-069r4, /req/core/fc-bbox-response: what has no geometry is not sorted out by a box."""
    assert ids(made, "nuts3", bbox="0,0,1,1") == ["XX001"]
    assert ids(made, "nuts3", bbox="0,0,1,1", bbox_crs=_epsg(3857)) == ["XX001"]


@pytest.mark.parametrize("box", ["10.5,40.5,10.5,40.5", "10.2,40.5,10.8,40.5", "10.5,40.2,10.5,40.8", "9,39,10,40"])
def test_a_box_may_be_a_point_or_a_line_and_touching_is_enough(made: MemoryStore, box: str) -> None:
    assert ids(made, "nuts3", bbox=box) == ["ITG11", "XX001"]


def test_the_order_of_the_axes_is_that_of_the_system(made: MemoryStore) -> None:
    assert ids(made, "nuts3", bbox="40.2,10.2,40.8,10.8", bbox_crs=_epsg(4326)) == ["ITG11", "XX001"]
    assert ids(made, "nuts3", bbox="10.2,40.2,10.8,40.8", bbox_crs=_epsg(4326)) == ["XX001"]


@pytest.mark.parametrize("uri", [3035, 3857])
def test_a_projected_box_does_not_wrap(uri: int) -> None:
    with pytest.raises(InvalidValue, match="box: the left edge"):
        Box((0, 9, 1, 3) if uri == 3035 else (9, 0, 3, 1), _epsg(uri)).polygons()


def _epsg(code: int) -> str:
    return f"http://www.opengis.net/def/crs/EPSG/0/{code}"


# --- order and pages -----------------------------------------------------------------------------------------


def test_sorting_leaves_absent_values_last_both_ways(made: MemoryStore) -> None:
    assert ids(made, "programmes", sortby="eu_amount") == ["B", "A", "C"]
    assert ids(made, "programmes", sortby="-eu_amount") == ["A", "B", "C"]
    assert ids(made, "programmes", sortby="funds") == ["A", "B", "C"]
    assert ids(made, "programmes", sortby="-funds") == ["B", "A", "C"]


def test_sorting_by_text_puts_accents_next_to_their_letters(made: MemoryStore) -> None:
    assert ids(made, "programmes", sortby="title") == ["B", "C", "A"]
    assert ids(made, "programmes", sortby="-title") == ["A", "C", "B"]


def test_equal_values_keep_the_order_of_the_ids_and_the_next_property_decides(made: MemoryStore) -> None:
    assert ids(made, "programmes", sortby="-n_offers") == ["A", "B", "C"]
    assert ids(made, "programmes", sortby="-n_offers,eu_amount") == ["B", "A", "C"]
    assert ids(made, "programmes", sortby="period,-cci") == ["C", "B", "A"]


def test_sorting_wins_over_the_rank_of_words(real: MemoryStore) -> None:
    found = ids(real, "nuts3", q="lodz", sortby="-nuts_code")
    assert len(found) > 1
    assert found == sorted(ids(real, "nuts3", q="lodz"), reverse=True)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_property_sorts(real: MemoryStore, collection: str) -> None:
    every = sorted(real.table(collection).ids)
    for name in real.table(collection).columns:
        present = ids(real, collection, sortby=name)
        assert sorted(present) == every
        column = values(real, collection, present, name)
        absent = sum(v is None for v in column)
        assert all(v is None for v in column[len(column) - absent :]), name
        assert all(v is None for v in values(real, collection, ids(real, collection, sortby=f"-{name}"), name)[
            len(column) - absent :
        ]), name  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    collection=st.sampled_from(list(COLLECTIONS)),
    limit=st.integers(40, 600),
    sortby=st.sampled_from([None, "country", "-country", "-title,country"]),
    words=st.sampled_from([None, "re", "a"]),
)
def test_pages_are_a_partition(
    real: MemoryStore, collection: str, limit: int, sortby: str | None, words: str | None
) -> None:
    properties = COLLECTIONS[collection].by_name
    if sortby and "title" in sortby and "title" not in properties:
        sortby = "-country_name,country"
    if sortby and "country" not in properties:
        sortby = "-neighbour_kind,countries"
    asked = {name: value for name, value in (("sortby", sortby), ("q", words)) if value}
    whole = ids(real, collection, **asked)
    pages = [
        ids(real, collection, **asked, limit=str(limit), offset=str(offset))
        for offset in range(0, len(whole) + limit, limit)
    ]
    assert [id_ for page in pages for id_ in page] == whole
    assert len(set(whole)) == len(whole)


def test_beyond_the_end_there_is_an_empty_page_with_the_right_count(made: MemoryStore) -> None:
    page = made.search(Query("programmes", offset=10**9))
    assert (list(page.ids), page.matched) == ([], 3)


# --- equality with properties --------------------------------------------------------------------------------


def test_equality_takes_members_of_arrays_and_any_of_several_values(made: MemoryStore) -> None:
    assert ids(made, "programmes", nuts_codes="UKN10") == ["B"]
    assert ids(made, "programmes", eu_amount="2,10.0") == ["A", "B"]
    assert ids(made, "programmes", n_offers="0") == ["C"]
    assert ids(made, "programmes", scopes="cross_border,transnational") == ["A", "B"]


def test_equality_with_a_code_outside_the_list_is_refused(made: MemoryStore) -> None:
    with pytest.raises(InvalidValue, match=r"scopes: 'transnatonal' .* transnational"):
        ids(made, "programmes", scopes="transnatonal")
