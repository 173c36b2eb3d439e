"""Searches: what each part of a query selects, the order of the features, and errors about a part."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.criteria import CRITERIA
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.model.fields import FieldType
from cooperation_atlas.store.budget import Budget, OverBudget
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.cql2 import parse_text
from cooperation_atlas.store.query import MOST_CHARACTERS, MOST_WORDS, Box, Part, Query

from .pages import every_collection, of_programmes
from .reading import column, features, ids, positions, whole

#: Parts of a query, each of which selects some features of nearly every collection.
PARTS: dict[str, dict[str, Any]] = {
    "criterion": {"criteria": (("country", ("IT",)),)},
    "two criteria": {"criteria": (("country", ("IT", "EL")), ("topic", ("PO1", "PO2")))},
    "property": {"equals": (("country", ("IT",)),)},
    "words": {"words": "sicil"},
    "box": {"box": Box((10.2, 37, 14, 40.5))},
    "filter": {"filter": parse_text("country = 'IT' AND S_INTERSECTS(geometry, BBOX(10, 36, 14, 41))")},
}
#: A query with an error, what the error is about, and a word of its message.
WRONG: list[tuple[Query, str, str]] = [
    (Query("programmes", criteria=(("country", ("GR",)),)), "country", "code list 'countries'"),
    (Query("programmes", criteria=(("sample", ("true",)),)), "sample", "not a filter of collection 'programmes'"),
    (Query("programmes", criteria=(("nuts3", ("ITX",)),)), "nuts3", "not a NUTS code"),
    (Query("programmes", criteria=(("programme", ("…",)),)), "programme", "no letter or digit"),
    (Query("programmes", equals=(("period", ("2021",)),)), "period", "code list 'periods'"),
    (Query("programmes", equals=(("nothing", ("a",)),)), "nothing", "has no property 'nothing'"),
    (Query("nuts3", equals=(("n_matching", (1,)),)), "n_matching", "worked out for each answer"),
    (Query("programmes", words="…"), Part.WORDS, "no letter or digit"),
    (Query("programmes", words="a" * (MOST_CHARACTERS + 1)), Part.WORDS, f"{MOST_CHARACTERS + 1} characters"),
    (
        Query("programmes", words=" ".join(map(str, range(MOST_WORDS + 1)))),
        Part.WORDS,
        f"{MOST_WORDS + 1} different words",
    ),
    (Query("programmes", box=Box((0, 2, 1, 1))), Part.BOX, "lower corner"),
    (Query("countries", interval=("2021-01-01", None)), Part.INTERVAL, "no temporal property"),
    (Query("programmes", sortby=(("nothing", False),)), Part.SORTING, "has no property 'nothing'"),
    (Query("programmes", filter=parse_text("nothing = 1")), Part.FILTER, "has no property 'nothing'"),
    (Query("programmes", filter=parse_text("cci = 'a'"), filter_crs="x"), Part.FILTER_CRS, "'x' is not offered"),
]


class SearchContract:
    """What a search gives."""

    @of_programmes
    @pytest.mark.parametrize("part", PARTS)
    def test_each_part_selects(self, store: Store, collection: str, part: str) -> None:
        matches, everything = ids(store, collection, **PARTS[part]), set(ids(store, collection))
        assert set(matches) <= everything
        assert len(set(matches)) == len(matches)
        assert Query(collection, **PARTS[part]).is_selective and not Query(collection).is_selective

    @of_programmes
    def test_parts_are_joined_by_and(self, store: Store, collection: str) -> None:
        """Except for criteria, of which one programme or one entry must meet several."""
        for one, other in combinations(PARTS, 2):
            if not PARTS[one].keys() & PARTS[other].keys():
                expected = set(ids(store, collection, **PARTS[one])) & set(ids(store, collection, **PARTS[other]))
                assert set(ids(store, collection, **PARTS[one], **PARTS[other])) == expected, (one, other)

    @every_collection
    def test_a_property_has_one_of_the_values(self, store: Store, collection: str) -> None:
        for field in COLLECTIONS[collection].stored:
            values = column(store, collection, field.name)
            members = [v for own in values.values() for v in (own if isinstance(own, list) else [own]) if v is not None]
            chosen = tuple(dict.fromkeys(members))[:2]
            if chosen:
                expected = [
                    id_ for id_, own in values.items()
                    if not set(chosen).isdisjoint(own if isinstance(own, list) else [own])
                ]  # fmt: skip
                assert ids(store, collection, equals=((field.name, chosen),)) == expected, field.name
                if isinstance(chosen[0], str) and field.name not in CRITERIA:
                    assert store.has_value(collection, field.name, chosen[0])

    @every_collection
    def test_a_box_keeps_what_it_meets_and_what_has_no_geometry(self, store: Store, collection: str) -> None:
        everything = whole(store, collection)
        absent = {f["id"] for f in features(everything, names=[]) if not positions(f["geometry"])}
        assert set(ids(store, collection, box=Box((-170, -80, -169, -79)))) == absent
        assert ids(store, collection, box=Box((-180, -90, 180, 90))) == list(everything.ids)

    def test_an_interval_keeps_what_it_meets(self, store: Store) -> None:
        begins, ends = (column(store, "programmes", name) for name in ("period_start", "period_end"))
        for first, last in ((None, "2020-12-31"), ("2021-01-01", None), ("2020-12-31", "2021-01-01"), (None, None)):
            expected = [
                id_ for id_ in begins
                if (last is None or begins[id_] <= last) and (first is None or ends[id_] >= first)
            ]  # fmt: skip
            assert ids(store, "programmes", interval=(first, last)) == expected

    @of_programmes
    def test_what_is_not_known_comes_after_what_matches(self, store: Store, collection: str) -> None:
        criteria = (("topic", ("PO1",)),)
        certain = ids(store, collection, criteria=criteria)
        page = whole(store, collection, criteria=criteria, include_unknown=True)
        matches = [match for (match,) in page.cells(["match"])]
        assert list(page.ids[: len(certain)]) == certain
        assert matches == ["met"] * len(certain) + ["unknown"] * (len(page) - len(certain))

    @every_collection
    def test_words_say_where_they_are(self, store: Store, collection: str) -> None:
        page = whole(store, collection, words="sicil")
        for kinds, text in page.cells(["matched_in", "matched_in_text"]):
            assert kinds and text
        assert all(isinstance(note, str) for note in page.notes)

    @every_collection
    def test_every_property_sorts_and_absent_values_come_last(self, store: Store, collection: str) -> None:
        for field in COLLECTIONS[collection].fields:
            values = column(store, collection, field.name)
            for descending in (False, True):
                order = ids(store, collection, sortby=((field.name, descending),))
                assert sorted(order) == list(values)
                present = [values[id_] for id_ in order if values[id_] is not None]
                assert [values[id_] for id_ in order[: len(present)]] == present, field.name
                if field.type not in (FieldType.STRING, FieldType.ARRAY):  # text sorts without accents and case
                    assert present == sorted(present, reverse=descending), field.name

    def test_of_equal_values_the_next_property_decides_and_then_the_id(self, store: Store) -> None:
        countries, titles = (column(store, "programmes", name) for name in ("country", "cci"))
        order = ids(store, "programmes", sortby=(("country", True), ("cci", True)))
        assert order == sorted(titles, key=lambda id_: (countries[id_], id_), reverse=True)
        order = ids(store, "programmes", sortby=(("country", True),))
        assert order == sorted(sorted(titles), key=lambda id_: countries[id_], reverse=True)

    @every_collection
    def test_a_list_begins_with_its_lead(self, store: Store, collection: str) -> None:
        every = ids(store, collection)
        lead = (every[-1], "nothing", every[len(every) // 2])
        chosen = [id_ for id_ in dict.fromkeys(lead) if id_ in every]
        assert ids(store, collection, lead=lead) == chosen + [id_ for id_ in every if id_ not in chosen]
        some = ids(store, collection, **PARTS["criterion"])
        led = ids(store, collection, lead=lead, **PARTS["criterion"])
        assert led == [id_ for id_ in chosen if id_ in some] + [id_ for id_ in some if id_ not in chosen]
        name = COLLECTIONS[collection].id_field
        assert ids(store, collection, lead=lead, sortby=((name, False),)) == every
        assert ids(store, collection, lead=lead, words="sicil") == ids(store, collection, words="sicil")

    def test_texts_that_no_code_list_has_are_hinted_at(self, store: Store) -> None:
        assert list(whole(store, "programmes", filter=parse_text("country = 'IT'")).hints) == []
        page = whole(store, "programmes", filter=parse_text("country = 'Łódź'"))
        (hint,) = page.hints
        assert hint.isascii() and "country" in hint
        assert len(page) == 0

    def test_a_region_lies_in_those_above_it(self, store: Store) -> None:
        table = whole(store, "nuts3")
        levels = ("nuts2", "nuts2_name", "nuts1", "nuts1_name", "country")
        for id_, (nuts2, name2, nuts1, name1, country) in zip(table.ids, table.cells(levels), strict=True):
            *regions, (top, _) = store.regions_around(id_)
            assert (regions, top) == ([(nuts2, name2), (nuts1, name1)], country)
        assert not store.regions_around(country)
        assert not store.regions_around("nowhere")

    def test_a_region_is_called_by_its_name(self, store: Store) -> None:
        """Or it lies in the one that is, or several are called so."""
        table = whole(store, "nuts3")
        for id_, (name,) in zip(table.ids, table.cells(("name",)), strict=True):
            called = store.regions_called(name)
            assert called and {id_, *(code for code, _ in store.regions_around(id_))} & set(called), name
        assert store.regions_called("SICILY") == store.regions_called("sicilia") == ["ITG1"]
        assert not store.regions_called("nowhere at all") and not store.regions_called("")

    def test_whether_a_criterion_has_a_match(self, store: Store) -> None:
        title = next(iter(column(store, "programmes", "title").values()))
        assert store.has_value("programmes", "title", title)
        assert store.has_value("programmes", "title", f"*{title[1:]}")
        assert not store.has_value("programmes", "title", f"{title} nowhere")
        assert not store.has_value("programmes", "cci", "nowhere")
        assert store.has_value("programmes", "country", "IT")

    @pytest.mark.parametrize(("query", "place", "message"), WRONG, ids=[f"{w[1]}: {w[2]}" for w in WRONG])
    def test_an_error_names_what_it_is_about(self, store: Store, query: Query, place: str, message: str) -> None:
        with pytest.raises(InvalidValue, match=message) as caught:
            store.search(query)
        assert caught.value.place == place
        if not query.sortby:  # which counts do not look at
            with pytest.raises(InvalidValue, match=message):
                store.facets(query)

    @pytest.mark.parametrize(
        ("parts", "place"),
        [
            ({"words": "trapani"}, Part.WORDS),
            ({"filter": parse_text("title LIKE '%a%'")}, Part.FILTER),
            ({"criteria": (("title", ("*a*", "*b*")),)}, "title"),
            ({"criteria": (("programme", ("palermo",)),)}, "programme"),
        ],
        ids=["words", "filter", "pattern", "words of programmes"],
    )
    def test_a_search_beyond_its_budget_is_not_done(self, store: Store, parts: dict[str, Any], place: str) -> None:
        query = Query("programmes", **parts)
        for work in (store.search, lambda query, budget: store.facets(query, None, budget)):
            with pytest.raises(OverBudget) as caught:
                work(query, Budget(1))
            assert (caught.value.place, caught.value.late) == (place, False)
        # A store may keep what it has paid for: the second search may be free.
        budget = Budget()
        assert store.search(query, budget).matched == store.facets(query, None, budget)[0]
        assert budget.spent > 0
