"""The working calendar and the response windows counted on it, with the vectors the associations' policies give."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.refusals import Refused
from shared.locale.calendars import WEEKEND, CalendarDay, WorkingCalendar, saudi_seed
from shared.locale.windows import ComputedWindow, Pause, WindowRule, compute, working_days_late

CALENDAR = WorkingCalendar(version="SA-2026.1", weekend=WEEKEND, days=saudi_seed(2025, 2027), make_up_days_are_off=True)
SIDR = WindowRule(min_count=14, min_unit="calendar_day")
KADI = WindowRule(max_count=15, max_unit="working_day")
COMPLETED = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds it


def days_of(month: int, first: int, last: int) -> set[date]:
    return {date(2026, month, day) for day in range(first, last + 1)}


def test_the_seed_of_2026_has_eid_and_the_days_made_up_for_it() -> None:
    eid = [day for day in saudi_seed(2026, 2026) if day.name_code == "eid_al_fitr"]
    assert {day.date for day in eid if not day.make_up} == days_of(3, 19, 22)
    assert {day.date for day in eid if day.make_up} == days_of(3, 23, 24)


def test_both_eids_beyond_the_last_announced_year_are_estimated_and_nothing_else() -> None:
    islamic = {"eid_al_fitr", "arafah", "eid_al_adha"}
    seed = saudi_seed(2024, 2027)
    assert {day.name_code for day in seed} == islamic | {"founding_day", "national_day"}
    assert all(day.estimated == (day.name_code in islamic and day.date.year > 2025) for day in seed)


def test_a_single_day_on_a_friday_moves_to_thursday_and_on_a_saturday_to_sunday() -> None:
    made_up = {day.date: day.name_code for day in saudi_seed(2022, 2025) if day.make_up and "day" in day.name_code}
    assert made_up[date(2022, 9, 22)] == "national_day"
    assert made_up[date(2023, 9, 24)] == "national_day"
    assert made_up[date(2025, 2, 23)] == "founding_day"


def test_founding_day_begins_in_2022() -> None:
    years = {day.date.year for day in saudi_seed(2020, 2024) if day.name_code == "founding_day"}
    assert years == {2022, 2023, 2024}


def test_the_weekend_is_the_associations_own() -> None:
    friday_only = replace(CALENDAR, weekend=frozenset({"fri"}))
    friday, saturday = date(2026, 1, 2), date(2026, 1, 3)
    assert not CALENDAR.is_working_day(saturday)
    assert friday_only.is_working_day(saturday)
    assert not friday_only.is_working_day(friday)


def test_four_associations_may_not_reply_before_two_weeks() -> None:
    window = compute(SIDR, COMPLETED, CALENDAR, "literal_minimum")
    assert (window.not_before, window.due_by, window.start) == (date(2026, 3, 29), None, date(2026, 3, 15))
    assert window.rule == "min_14_calendar_day"
    assert [ordinal for _, ordinal in window.counted] == list(range(1, 15))
    assert (window.skipped, window.estimated_days) == ((), ())


def test_kadi_replies_within_fifteen_working_days_around_eid() -> None:
    window = compute(KADI, COMPLETED, CALENDAR, "literal")
    assert (window.not_before, window.due_by) == (None, date(2026, 4, 9))
    assert (window.rule, window.interpretation, window.calendar_version) == (
        "max_15_working_day",
        "literal",
        "SA-2026.1",
    )
    assert window.counted[0] == (date(2026, 3, 16), 1)
    assert window.counted[-1] == (date(2026, 4, 9), 15)
    reasons = dict(window.skipped)
    assert {day for day, reason in reasons.items() if reason == "eid_al_fitr"} == days_of(3, 19, 22)
    assert {day for day, reason in reasons.items() if reason == "eid_al_fitr_make_up"} == days_of(3, 23, 24)
    assert {day.weekday() for day, reason in reasons.items() if reason == "weekend"} == {4, 5}
    assert set(window.estimated_days) == days_of(3, 19, 24)


def test_kadi_is_due_two_days_earlier_where_make_up_days_are_worked() -> None:
    window = compute(KADI, COMPLETED, replace(CALENDAR, make_up_days_are_off=False), "literal")
    assert window.due_by == date(2026, 4, 7)
    assert set(window.estimated_days) == days_of(3, 19, 22)


def test_nine_in_the_evening_utc_starts_the_window_a_day_later() -> None:
    before, after = datetime(2026, 3, 15, 20, 59, tzinfo=UTC), datetime(2026, 3, 15, 21, 0, tzinfo=UTC)
    assert compute(SIDR, before, CALENDAR, "literal_minimum").not_before == date(2026, 3, 29)
    assert compute(SIDR, after, CALENDAR, "literal_minimum").not_before == date(2026, 3, 30)
    assert compute(KADI, after, CALENDAR, "literal").due_by == date(2026, 4, 12)


def test_completion_on_a_day_off_begins_counting_on_the_next_working_day() -> None:
    friday = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
    window = compute(KADI, friday, CALENDAR, "literal")
    assert window.start == date(2026, 3, 20)
    assert window.counted[0] == (date(2026, 3, 25), 1)
    assert window.due_by == date(2026, 4, 14)


def test_a_board_resolution_turns_the_two_weeks_into_the_latest_day() -> None:
    window = compute(SIDR, COMPLETED, CALENDAR, "maximum_by_board_resolution")
    assert (window.not_before, window.due_by) == (None, date(2026, 3, 29))
    assert window.rule == "max_14_calendar_day"


def test_a_policy_with_both_bounds_gets_both() -> None:
    both = WindowRule(min_count=14, min_unit="calendar_day", max_count=15, max_unit="working_day")
    window = compute(both, COMPLETED, CALENDAR, "literal")
    assert (window.not_before, window.due_by) == (date(2026, 3, 29), date(2026, 4, 9))
    assert window.rule == "min_14_calendar_day,max_15_working_day"
    assert window.counted[-1] == (date(2026, 4, 9), 15)


def test_a_silent_policy_sets_no_window() -> None:
    window = compute(WindowRule(), COMPLETED, CALENDAR, "literal")
    assert (window.not_before, window.due_by, window.rule, window.counted) == (None, None, "", ())


@pytest.mark.parametrize(
    ("rule", "interpretation", "code"),
    [
        (KADI, "generous", "unknown_interpretation"),
        (WindowRule(max_count=2, max_unit="fortnight"), "literal", "unknown_unit"),
        (WindowRule(max_count=2), "literal", "unknown_unit"),
    ],
)
def test_a_window_nobody_can_read_is_refused(rule: WindowRule, interpretation: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        compute(rule, COMPLETED, CALENDAR, interpretation)


def test_a_calendar_without_working_days_is_refused_not_counted_for_ever() -> None:
    never = replace(CALENDAR, weekend=frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"}))
    with pytest.raises(Refused, match="no_working_days"):
        compute(KADI, COMPLETED, never, "literal")


def test_days_late_are_working_days_after_the_last_day() -> None:
    due = date(2026, 4, 9)
    late = {day: working_days_late(due, date(2026, 4, day), CALENDAR) for day in (1, 9, 10, 11, 12, 14)}
    assert late == {1: 0, 9: 0, 10: 0, 11: 0, 12: 1, 14: 3}


@given(INSTANTS, st.integers(1, 60))
def test_every_day_of_a_window_is_either_counted_or_skipped(completed: datetime, days: int) -> None:
    window = compute(WindowRule(max_count=days, max_unit="working_day"), completed, CALENDAR, "literal")
    assert window.due_by is not None
    seen = sorted([day for day, _ in window.counted] + [day for day, _ in window.skipped])
    assert seen == [window.start + timedelta(days=n) for n in range(1, (window.due_by - window.start).days + 1)]
    assert all(CALENDAR.is_working_day(day) for day, _ in window.counted)
    assert working_days_late(window.start, window.due_by, CALENDAR) == days


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=40)))
def test_a_request_completed_later_is_never_due_earlier(completed: datetime, later: timedelta) -> None:
    def due(instant: datetime) -> date:
        found: ComputedWindow = compute(KADI, instant, CALENDAR, "literal")
        assert found.due_by is not None
        return found.due_by

    assert due(completed) <= due(completed + later)


@given(INSTANTS, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_one_more_day_off_never_brings_the_last_day_forward(completed: datetime, off: date) -> None:
    extra = CalendarDay(date=off, name_code="announced", make_up=False, estimated=False)
    more = replace(CALENDAR, days=(*CALENDAR.days, extra))
    before, after = (compute(KADI, completed, calendar, "literal").due_by for calendar in (CALENDAR, more))
    assert before is not None
    assert after is not None
    assert before <= after


def pause(asked_on: date, answered_on: date) -> Pause:
    return Pause(asked_on=asked_on, answered_on=answered_on)


WEDNESDAY, SUNDAY = date(2026, 3, 18), date(2026, 3, 29)


def test_an_answer_that_takes_from_tuesday_to_the_sunday_after_eid_moves_the_last_day_by_its_four_working_days() -> (
    None
):
    window = compute(KADI, COMPLETED, CALENDAR, "literal", (pause(date(2026, 3, 17), SUNDAY),))
    assert window.due_by == date(2026, 4, 15)
    assert {day for day, reason in window.skipped if reason == "paused"} == {
        WEDNESDAY, date(2026, 3, 25), date(2026, 3, 26), SUNDAY,
    }  # fmt: skip
    assert window.counted[:2] == ((date(2026, 3, 16), 1), (date(2026, 3, 17), 2))
    assert window.counted[2] == (date(2026, 3, 30), 3)


@pytest.mark.parametrize(
    ("asked_on", "answered_on"),
    [
        (WEDNESDAY, WEDNESDAY),
        (date(2026, 3, 26), date(2026, 3, 28)),
        (date(2026, 4, 9), date(2026, 4, 20)),
        (date(2026, 3, 1), date(2026, 3, 15)),
    ],
    ids=["answered the same day", "over a weekend", "asked on the last day", "before completion"],
)
def test_a_question_that_takes_no_counted_day_moves_nothing(asked_on: date, answered_on: date) -> None:
    window = compute(KADI, COMPLETED, CALENDAR, "literal", (pause(asked_on, answered_on),))
    assert window.due_by == date(2026, 4, 9)


def test_questions_move_the_last_day_and_never_the_earliest() -> None:
    asked = (pause(date(2026, 3, 16), date(2026, 3, 20)),)
    assert compute(SIDR, COMPLETED, CALENDAR, "literal_minimum", asked).not_before == date(2026, 3, 29)
    by_resolution = compute(SIDR, COMPLETED, CALENDAR, "maximum_by_board_resolution", asked)
    assert (by_resolution.not_before, by_resolution.due_by) == (None, date(2026, 4, 2))


def test_an_answer_may_be_two_years_in_coming() -> None:
    asked = (pause(date(2026, 3, 17), date(2028, 3, 16)),)
    window = compute(KADI, COMPLETED, CALENDAR, "literal", asked)
    assert window.counted[2][0] == date(2028, 3, 19)


@given(INSTANTS, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_longer_wait_for_an_answer_never_brings_the_last_day_forward(
    completed: datetime, after: int, takes: int, more: int
) -> None:
    asked_on = completed.date() + timedelta(days=after)
    short, long = (pause(asked_on, asked_on + timedelta(days=days)) for days in (takes, takes + more))
    bare, paused, longer = (compute(KADI, completed, CALENDAR, "literal", pauses) for pauses in ((), (short,), (long,)))
    assert bare.due_by is not None
    assert paused.due_by is not None
    assert longer.due_by is not None
    assert bare.due_by <= paused.due_by <= longer.due_by
    assert len(paused.counted) == 15


def test_days_the_calendar_does_not_reach_are_named_and_the_weekend_among_them_is_certain() -> None:
    late = datetime(2027, 12, 20, 9, 0, tzinfo=UTC)
    window = compute(KADI, late, CALENDAR, "literal")
    assert window.due_by == date(2028, 1, 10)
    assert window.beyond_calendar == tuple(day for day, _ in window.counted if day.year == 2028)
    assert window.beyond_calendar[0] == date(2028, 1, 2)
    assert compute(KADI, COMPLETED, CALENDAR, "literal").beyond_calendar == ()


def test_a_window_in_calendar_days_needs_no_calendar_to_be_certain() -> None:
    late = datetime(2027, 12, 25, 9, 0, tzinfo=UTC)
    assert compute(SIDR, late, CALENDAR, "literal_minimum").beyond_calendar == ()
    nothing_known = replace(CALENDAR, days=())
    assert len(compute(KADI, COMPLETED, nothing_known, "literal").beyond_calendar) == 15
