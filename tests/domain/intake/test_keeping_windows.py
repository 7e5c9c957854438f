"""What becomes of a reply window, and what many of them come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.keeping_windows import Fate, Promise, longest_days, median_days

TODAY = date(2026, 4, 15)
MAXIMUM = Promise(
    completed_on=date(2026, 4, 1),
    not_before=None,
    due_by=date(2026, 4, 14),
    replied_on=None,
    breached=False,
    paused=False,
    ended=False,
)
MINIMUM = replace(MAXIMUM, not_before=date(2026, 4, 15), due_by=None)
DAYS = st.dates(date(2026, 3, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("promise", "fate"),
    [
        (replace(MAXIMUM, replied_on=date(2026, 4, 14)), "kept"),
        (replace(MAXIMUM, replied_on=date(2026, 4, 15)), "late"),
        (MAXIMUM, "overdue"),
        (replace(MAXIMUM, due_by=TODAY), "waiting"),
        (replace(MAXIMUM, paused=True), "waiting"),
        (replace(MAXIMUM, ended=True), "ended"),
        (replace(MAXIMUM, ended=True, breached=True), "overdue"),
        (replace(MINIMUM, replied_on=date(2026, 4, 15)), "kept"),
        (replace(MINIMUM, replied_on=date(2026, 4, 14)), "early"),
        (MINIMUM, "waiting"),
        (replace(MINIMUM, not_before=date(2026, 4, 2)), "waiting"),
        (replace(MINIMUM, not_before=None, replied_on=TODAY), "kept"),
    ],
)
def test_what_became_of_a_window(promise: Promise, fate: Fate) -> None:
    assert promise.fate(TODAY) == fate


@given(
    st.builds(
        Promise,
        completed_on=DAYS,
        not_before=st.none() | DAYS,
        due_by=st.none() | DAYS,
        replied_on=st.none() | DAYS,
        breached=st.booleans(),
        paused=st.booleans(),
        ended=st.booleans(),
    ),
    DAYS,
)
def test_a_reply_settles_it_for_ever(promise: Promise, today: date) -> None:
    if promise.replied_on is None:
        assert promise.fate(today) in ("overdue", "waiting", "ended")
    else:
        assert promise.fate(today) == promise.fate(today + timedelta(days=400))


def test_half_of_the_replies_took_no_longer_than_the_median() -> None:
    answered = [replace(MAXIMUM, replied_on=date(2026, 4, day)) for day in (2, 5, 6, 14)]
    assert (median_days([MAXIMUM, *answered]), longest_days([MAXIMUM, *answered])) == (4, 13)
    assert (median_days([MAXIMUM]), longest_days([])) == (None, None)
