"""Codes in a hierarchy: ancestors, descendants and cycles, compared with a walk over the pairs of child and parent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.model.hierarchy import Hierarchy

CODES = st.sampled_from("abcdefg")
PARENTS = st.dictionaries(CODES, st.one_of(st.none(), st.just(""), CODES), max_size=7)
#: As in NUTS 2016.
NUTS = Hierarchy({"UK": None, "UKN": "UK", "UKN0": "UKN", "UKN10": "UKN0", "UKN06": "UKN0", "IE": ""})


def test_parents_are_followed_not_prefixes() -> None:
    assert NUTS.ancestors("UKN10") == ["UKN0", "UKN", "UK"]
    assert NUTS.lineage("UKN0") == ["UKN0", "UKN", "UK"]
    assert NUTS.descendants("UKN") == ["UKN0", "UKN10", "UKN06"]
    assert NUTS.children["UKN0"] == ["UKN10", "UKN06"]


def test_the_top_and_what_is_not_known_have_nothing_above() -> None:
    assert NUTS.ancestors("UK") == NUTS.ancestors("IE") == NUTS.ancestors("XX") == []
    assert NUTS.descendants("XX") == [] and "XX" not in NUTS and list(NUTS)[:2] == ["UK", "UKN"]


def test_a_parent_that_does_not_exist_ends_the_line() -> None:
    assert Hierarchy({"a": "b", "b": "gone"}).ancestors("a") == ["b"]


def test_cycles_are_walked_once() -> None:
    cycle = Hierarchy({"a": "b", "b": "c", "c": "b", "d": "d"})
    assert cycle.ancestors("a") == ["b", "c"] and cycle.descendants("b") == ["a", "c"]
    assert [code for code in cycle if cycle.is_cyclic(code)] == ["b", "c", "d"]


@given(PARENTS)
def test_ancestors_and_descendants_are_each_others_inverse(parents: dict[str, str | None]) -> None:
    hierarchy = Hierarchy(parents)
    above = {(code, ancestor) for code in parents for ancestor in hierarchy.ancestors(code)}
    below = {(code, ancestor) for ancestor in parents for code in hierarchy.descendants(ancestor)}
    assert above == below


@given(PARENTS)
def test_a_cycle_is_a_code_that_is_reached_from_its_parent(parents: dict[str, str | None]) -> None:
    hierarchy = Hierarchy(parents)
    for code, parent in parents.items():
        assert hierarchy.is_cyclic(code) == (
            parent == code or (parent in parents and code in hierarchy.ancestors(parent))
        )
