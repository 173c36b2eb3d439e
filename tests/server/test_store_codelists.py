"""Code lists: their hierarchy, and what is suggested for a code that is not in them."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cooperation_atlas.model import errors
from cooperation_atlas.model.errors import InvalidValue, NotFound, nearest, suggestion
from cooperation_atlas.store.codelists import Code, CodeList, CodeLists

TOPICS = CodeList(
    "topics",
    [
        Code("PO1", "Smarter Europe"), Code("RSO1.1", "Research", "PO1"), Code("RSO1.2", "Digital services", "PO1"),
        Code("PO2", "Greener Europe", definition="Low-carbon", labels={"fr": "Plus verte"}),
        Code("RSO2.1", "Energy", "PO2", also_called=("Traditional fuels", "Wind")),
        Code("RSO2.1.1", "Heating", "RSO2.1"),
    ],
)  # fmt: skip


def test_hierarchy_of_any_depth() -> None:
    assert TOPICS.descendants("PO2") == {"PO2", "RSO2.1", "RSO2.1.1"}
    assert TOPICS.ancestors("RSO2.1.1") == {"RSO2.1.1", "RSO2.1", "PO2"}
    assert TOPICS.descendants("RSO1.1") == {"RSO1.1"}
    assert TOPICS.ancestors("nothing") == set()


def test_a_circle_of_parents_ends() -> None:
    circle = CodeList("c", [Code("a", "A", "b"), Code("b", "B", "a")])
    assert circle.descendants("a") == circle.ancestors("a") == {"a", "b"}


def test_the_order_is_that_of_the_table() -> None:
    assert [c.code for c in TOPICS][:2] == ["PO1", "RSO1.1"]


@pytest.mark.parametrize(
    ("value", "suggested"),
    [
        ("RSO1.3", ["RSO1.1", "RSO1.2"]), ("rso1.1", ["RSO1.1"]), ("Digital service", ["RSO1.2"]),
        ("research", ["RSO1.1"]), ("traditional fuel", ["RSO2.1"]), ("xyz", ["PO1", "RSO2.1.1"]),
    ],
)  # fmt: skip
def test_what_is_suggested(value: str, suggested: list[str]) -> None:
    """Codes that look alike, or those whose labels do; without either the list itself."""
    with pytest.raises(InvalidValue) as caught:
        TOPICS.check(value, "topic")
    assert set(suggested) <= set(caught.value.nearest)
    assert str(caught.value).startswith(f"topic: '{value}' is not in the code list 'topics'. Did you mean ")


def test_who_calls_a_code_otherwise_is_told_the_code() -> None:
    """By the ISO code, or a label in any language, without accents and case; one name may stand for several codes."""
    names = {"de": "Griechenland", "el": "Ελλάδα"}
    listed = [Code("EL", "Greece", iso2="GR", labels=names), Code("GE", "Georgia", iso2="GE"), Code("X", "Greece")]
    countries = CodeList("countries", listed)
    for called, codes in {"GR": ("EL",), "griechenland": ("EL",), "ΕΛΛΑΔΑ": ("EL",), "greece": ("EL", "X")}.items():
        assert countries.alike(called) == countries.called(called) == codes
    assert countries.called("Grie") == ()
    assert countries.alike("ge") == ("GE",)


def test_a_code_of_the_list_is_taken_as_it_is() -> None:
    assert TOPICS.check("RSO1.1", "topic") == "RSO1.1"


def test_as_published_absent_facts_are_left_out() -> None:
    assert TOPICS.codes["PO2"].to_dict() == {
        "code": "PO2", "label": "Greener Europe", "definition": "Low-carbon",
        "labels": {"en": "Greener Europe", "fr": "Plus verte"},
    }  # fmt: skip
    assert TOPICS.codes["RSO2.1"].to_dict()["also_called"] == ["Traditional fuels", "Wind"]


def test_an_unknown_list_names_the_nearest() -> None:
    lists = CodeLists({"topics": TOPICS, "funds": CodeList("funds", [])})
    assert lists.list("topics") is TOPICS
    with pytest.raises(NotFound, match=r"code list 'topic'\. Did you mean topics"):
        lists.list("topic")


@example("1212121", ["121"])  # exactly at the cutoff
@given(st.text("abcXYZ12.", max_size=12), st.lists(st.text("abcXYZ12.", min_size=1, max_size=8), max_size=20))
def test_nearest_leaves_out_nothing_that_looks_alike(value: str, choices: list[str]) -> None:
    folds = {c.casefold(): c for c in choices}
    alike = [folds[c] for c in get_close_matches(value.casefold(), folds, n=5, cutoff=0.6)]
    found = nearest(value, choices)
    assert list(found[: len(alike)]) == alike
    assert len(found) <= 5
    assert len(set(found)) == len(found)


def test_a_value_of_thousands_of_characters_is_compared_with_no_code_that_cannot_be_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comparing one of 9,000 characters with 2,000 codes would take seconds."""
    compared: list[str] = []

    def spy(value: str, choices: list[str], **bounds: float) -> list[str]:
        compared.extend(choices)
        return get_close_matches(value, choices, **bounds)

    monkeypatch.setattr(errors, "get_close_matches", spy)
    codes = [f"XX{n:03}" for n in range(2000)]
    assert nearest("XX1" * 3000, codes)
    assert nearest("Z" * 9000, codes) == ()
    assert compared == []
    nearest("XX01", codes)
    assert set(compared) == {code.casefold() for code in codes}


@pytest.mark.parametrize(
    ("choices", "text"),
    [([], ""), (["a"], " Did you mean a?"), (["a", "b", "c"], " Did you mean a, b or c?")],
)
def test_suggestion(choices: list[str], text: str) -> None:
    assert suggestion(choices) == text
