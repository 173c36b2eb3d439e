"""Windows of entries, alone and together, against looking at every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation_atlas.matching.windows import NOT_STATED, Window, together

START = date(2026, 1, 1)
DAYS = [(START + timedelta(days=n)).isoformat() for n in range(12)]
ends = st.none() | st.sampled_from(DAYS)
windows = st.builds(Window, ends, ends).filter(lambda w: not (w.begin and w.end and w.begin > w.end))
stated = windows.filter(lambda w: w.stated)


def is_open(window: Window, day: str) -> bool:
    return (window.begin is None or window.begin <= day) and (window.end is None or day <= window.end)


@given(stated, stated)
def test_both_are_open_on_the_days_of_the_window_that_they_have_together(a: Window, b: Window):
    days = [day for day in DAYS if is_open(a, day) and is_open(b, day)]
    window = together(a, b)
    assert days == ([day for day in DAYS if is_open(window, day)] if window else [])
    if window:
        assert window.stated
        assert (window.begin is None) == (a.begin is None and b.begin is None)
        assert (window.end is None) == (a.end is None and b.end is None)
    else:
        assert not days


@given(windows, windows)
def test_which_one_comes_first_makes_no_difference(a: Window, b: Window):
    assert together(a, b) == together(b, a)


@given(windows)
def test_with_itself_it_is_the_same_and_with_what_states_nothing_not_known(a: Window):
    assert together(a, a) == a
    assert together(a, NOT_STATED) == NOT_STATED


@given(windows, windows, windows)
def test_three_may_be_taken_in_any_order(a: Window, b: Window, c: Window):
    if all(each.stated for each in (a, b, c)):
        ab, bc = together(a, b), together(b, c)
        assert (ab and together(ab, c)) == (bc and together(a, bc))


@given(stated, ends, ends)
def test_days_asked_for_meet_a_window_where_one_of_them_is_open(window: Window, begin: str | None, end: str | None):
    if begin and end and begin > end:
        return
    asked = [day for day in DAYS if (begin or "") <= day <= (end or "9999")]
    assert window.meets(begin, end) or not any(is_open(window, day) for day in asked)
    assert not window.meets(begin, end) or not (begin and end) or any(is_open(window, day) for day in asked)


@pytest.mark.parametrize("asked", [(None, None), (DAYS[0], None), (None, DAYS[0]), (DAYS[0], DAYS[1])])
def test_what_is_not_stated_is_never_left_out(asked: tuple[str | None, str | None]):
    assert NOT_STATED.meets(*asked)
