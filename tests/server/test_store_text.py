"""Comparing text without accents, case and script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.store.text import fold, unaccent, wildcard, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"), ("Małopolska", "malopolska"), ("Île-de-France", "ile-de-france"), ("Κρήτη", "kriti"),
        ("Αττική", "attiki"), ("Straße", "strasse"), ("Югозападен", "yugozapaden"), ("Þorlákshöfn", "thorlakshofn"),
        ("Æbelø", "aebelo"), ("İzmir", "izmir"), ("Đakovo", "dakovo"), ("L’Aquila", "l'aquila"),
        ("Ħal Għaxaq", "hal ghaxaq"), ("Çanakkale", "canakkale"), ("Šiauliai", "siauliai"), ("", ""),
    ],
)  # fmt: skip
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Zs"), max_codepoint=0x24F), max_size=30)


@given(LETTERS)
def test_the_unicode_form_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(LETTERS)
def test_folding_again_changes_nothing_and_is_ascii(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text).isascii()


def test_accents_go_and_case_stays() -> None:
    assert unaccent("Łódź ŁÓDŹ") == "Lodz LODZ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Île-de-France", ["ile", "de", "france"]), ("  A  (ERDF/ESF+)", ["a", "erdf", "esf"]),
        ("2021-2027", ["2021", "2027"]),
        ("—", []), ("", []),
    ],
)  # fmt: skip
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("*", "", True), ("*", "anything", True), ("a*c", "ac", True), ("a*c", "abbc", True), ("a*c", "abbcd", False),
        ("*b*", "abc", True), ("ab*ba", "aba", False), ("", "", True), ("", "a", False), ("a**b", "ab", True),
        ("a.c", "abc", False), ("a\nb*", "a\nb\nc", True), ("(", "(", True), ("ŁÓ*", "lodz", True),
    ],
)  # fmt: skip
def test_wildcard(pattern: str, text: str, fits: bool) -> None:
    assert wildcard(pattern)(fold(text)) is fits


def test_a_pattern_of_many_wildcards_is_answered_at_once() -> None:
    """No backtracking without end: the work of the matcher is bounded by the length of pattern and text."""
    assert not wildcard("*a" * 60 + "*b")("a" * 300)
