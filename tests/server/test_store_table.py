"""Columns with their indexes, and rows by id."""

from __future__ import annotations

from typing import Any

import made_store
import numpy as np
import pytest
import shapely

from cooperation_atlas.model.errors import InvalidValue, NotFound
from cooperation_atlas.model.fields import array, boolean, date, integer, number, string
from cooperation_atlas.store.memory.table import FeatureTable, PropertyColumn

TEXT = string("name", "Name", "")
ARRAY = array("topics", "Topics", "")[0]


def postings(column: PropertyColumn) -> dict[Any, list[int]]:
    return {value: rows.tolist() for value, rows in column.postings.items()}


def test_arrays_are_read_from_their_json_text() -> None:
    column = PropertyColumn(ARRAY, ['["a","b"]', None, '["a","b"]', ["c"]])
    assert column.values == [["a", "b"], None, ["a", "b"], ["c"]]
    assert column.present.tolist() == [True, False, True, True]
    assert postings(column) == {"a": [0, 2], "b": [0, 2], "c": [3]}


def test_a_member_that_stands_twice_is_posted_once() -> None:
    assert postings(PropertyColumn(ARRAY, [["a", "a"]])) == {"a": [0]}


def test_values_are_posted_as_they_are() -> None:
    assert postings(PropertyColumn(TEXT, ["Á", "á", None, ""])) == {"Á": [0], "á": [1], "": [3]}
    assert postings(PropertyColumn(boolean("sample", "", ""), [True, None, False])) == {True: [0], False: [2]}
    assert postings(PropertyColumn(integer("n", "", ""), [0, 1, 0]))[0.0] == [0, 2]


def test_numbers_and_dates_have_an_order_and_text_has_none() -> None:
    assert PropertyColumn(number("x", "", ""), [1.5, None]).numbers.tolist()[0] == 1.5
    days = PropertyColumn(date("d", "", ""), ["2024-02-29", "2024-03-01", None]).numbers
    assert days[1] - days[0] == 1
    assert np.isnan(days[2])
    assert PropertyColumn(boolean("b", "", ""), [True, False]).numbers.tolist() == [1, 0]
    for column in (PropertyColumn(TEXT, ["1"]), PropertyColumn(ARRAY, [["1"]])):
        with pytest.raises(InvalidValue, match="not a number or a date"):
            _ = column.numbers


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["b", "A", "á", None, "a"], [3, 0, 2, 4, 1]),
        (["Zebra", "Ökologie", "Ofen"], [2, 1, 0]),
    ],
)
def test_text_is_ranked_without_accents_and_case_first(cells: list[Any], expected: list[int]) -> None:
    assert PropertyColumn(TEXT, cells).order.tolist() == expected


def test_equal_values_share_a_rank_and_absent_ones_come_last() -> None:
    assert PropertyColumn(ARRAY, [["b"], ["a", "z"], ["b"], None, ["a"]]).order.tolist() == [2, 1, 2, 3, 0]
    numbers = PropertyColumn(number("x", "", ""), [2.0, None, -1.0])
    assert numbers.order.tolist() == [1, 2, 0] and numbers.descending.tolist() == [0, 2, 1]


@pytest.mark.parametrize("size", [1, 255, 256, 257, 70_000])
def test_ranks_are_as_small_as_they_can_be_and_no_smaller(size: int) -> None:
    column = PropertyColumn(number("x", "", ""), [*map(float, range(size)), None])
    assert column.order.tolist() == [*range(size), size]
    assert column.descending.tolist() == [*reversed(range(size)), size]
    assert column.order.dtype.itemsize == (1 if size < 256 else 2 if size < 65536 else 4)


def test_a_column_without_values_keeps_the_order_of_its_rows() -> None:
    nothing = PropertyColumn(number("x", "", ""), [None, None])
    assert nothing.order.tolist() == nothing.descending.tolist() == [0, 0]


# --- a table -------------------------------------------------------------------------------------------------


@pytest.fixture
def table() -> FeatureTable:
    record = {
        "nuts_code": "XX001",
        "name": 'Zürich "<&>"',
        "programmes": '["A","B"]',
        "n_programmes": 2,
        "area_km2": 9.5,
    }
    return made_store.table("nuts3", [record, {"nuts_code": "XX002"}], [shapely.box(0, 0, 1, 1), None])


def test_rows_by_id_and_the_nearest_of_an_unknown_one(table: FeatureTable) -> None:
    assert (len(table), table.row("XX002")) == (2, 1)
    with pytest.raises(NotFound, match=r"There is no feature 'XX003' in collection 'nuts3'\. Did you mean XX00"):
        table.row("XX003")


def test_an_unknown_property_names_the_place_and_the_nearest(table: FeatureTable) -> None:
    with pytest.raises(InvalidValue, match=r"sortby: collection 'nuts3' has no property 'nam'\. Did you mean name"):
        table.column("nam", "sortby")


def test_representatives_show_every_property_that_is_known(table: FeatureTable) -> None:
    assert table.representatives == ("XX001",)
    other = table.changed({"name": [None, "Oslo"]})
    assert other.representatives == ("XX001", "XX002")
