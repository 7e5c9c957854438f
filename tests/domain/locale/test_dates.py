"""Both calendars: conversion, refusals, wording, and coming of age."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.domain.refusals import Refused
from shared.locale import dates, majority, wording
from shared.locale.dates import DualDate, HijriDate

DAYS = st.dates(dates.FIRST_DAY, dates.LAST_DAY)
SUNDAY = date(2026, 3, 15)


@given(DAYS)
def test_every_day_of_the_range_survives_both_ways(day: date) -> None:
    hijri = dates.to_hijri(day)
    assert dates.from_hijri(hijri.year, hijri.month, hijri.day) == day
    assert dates.parse_hijri(str(hijri)) == hijri


@given(DAYS.filter(lambda day: day < dates.LAST_DAY))
def test_the_next_day_is_the_next_hijri_day_too(day: date) -> None:
    assert dates.to_hijri(day) < dates.to_hijri(day + timedelta(days=1))


def test_known_days() -> None:
    assert dates.to_hijri(SUNDAY) == HijriDate(year=1447, month=9, day=26)
    assert dates.from_hijri(1429, 11, 22) == date(2008, 11, 20)
    assert (dates.from_hijri(1343, 1, 1), dates.from_hijri(1500, 12, 30)) == (dates.FIRST_DAY, dates.LAST_DAY)


@pytest.mark.parametrize("day", [date(1924, 7, 31), date(2077, 11, 17), date.min, date.max])
def test_a_day_outside_the_calendar_is_refused_not_guessed(day: date) -> None:
    with pytest.raises(Refused, match="date_out_of_range"):
        dates.to_hijri(day)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1342-12-01", "date_out_of_range"),
        ("1501-01-01", "date_out_of_range"),
        ("1447-08-30", "no_such_day"),
        ("1445-13-01", "no_such_day"),
        ("1445-00-01", "no_such_day"),
        ("1445-01-00", "no_such_day"),
        ("1445-01-31", "no_such_day"),
        ("1445/05/03", "not_a_date"),
        ("03-05-1445", "not_a_date"),
        ("1445-05-03x", "not_a_date"),
        ("1445-05-²", "not_a_date"),
        ("", "not_a_date"),
    ],
)
def test_what_is_no_hijri_date_is_refused_in_both_languages(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        dates.parse_hijri(text)
    assert refusal.value.code == code
    assert refusal.value.en.isascii()
    assert not refusal.value.ar.isascii()


@pytest.mark.parametrize("text", ["1445-05-03", "1445-5-3", "١٤٤٥-٠٥-٠٣", "۱۴۴۵-۰۵-۰۳", " \u200f1445-05-03\u200f "])
def test_a_hijri_date_is_read_in_any_digits(text: str) -> None:
    assert str(dates.parse_hijri(text)) == "1445-05-03"


def test_a_date_in_both_calendars_says_which_was_entered() -> None:
    assert dates.dual_from_hijri("1447-9-26") == DualDate(g=SUNDAY, h="1447-09-26", source="entered")
    assert dates.dual_from_gregorian(SUNDAY) == DualDate(g=SUNDAY, h="1447-09-26", source="computed")


def test_two_dates_stated_together_may_disagree() -> None:
    assert dates.calendars_agree(DualDate(g=SUNDAY, h="1447-09-26", source="entered"))
    assert not dates.calendars_agree(DualDate(g=SUNDAY, h="1447-09-27", source="entered"))


def test_nine_in_the_evening_utc_is_the_next_day_in_riyadh() -> None:
    assert dates.local_date(datetime(2026, 3, 14, 20, 59, 59, tzinfo=UTC)) == date(2026, 3, 14)
    assert dates.local_date(datetime(2026, 3, 14, 21, 0, tzinfo=UTC)) == SUNDAY


def test_dates_are_worded_in_full_in_both_languages_and_digits() -> None:
    assert wording.full(SUNDAY, "ar") == "الأحد 15 مارس 2026 م، 26 رمضان 1447 هـ"
    assert wording.full(SUNDAY, "en") == "Sunday 15 March 2026, 26 Ramadan 1447 AH"
    assert wording.full(SUNDAY, "ar", "arab") == "الأحد ١٥ مارس ٢٠٢٦ م، ٢٦ رمضان ١٤٤٧ هـ"
    assert wording.full(date(2026, 4, 9), "ar") == "الخميس 9 أبريل 2026 م، 21 شوال 1447 هـ"
    assert wording.full(date(2026, 4, 9), "en") == "Thursday 9 April 2026, 21 Shawwal 1447 AH"


def test_a_list_shows_the_year_only_when_it_is_not_this_one() -> None:
    today = date(2026, 12, 31)
    assert wording.listed(date(2026, 4, 5), today, "ar") == "الأحد 5 أبريل"
    assert wording.listed(date(2026, 4, 5), today, "en") == "Sunday 5 April"
    assert wording.listed(date(2027, 1, 1), today, "ar") == "الجمعة 1 يناير 2027"


def test_the_calendar_a_person_used_comes_first() -> None:
    hijri, gregorian = dates.dual_from_hijri("1429-11-22"), dates.dual_from_gregorian(date(2008, 11, 20))
    assert wording.as_entered(hijri, "ar") == "22 ذو القعدة 1429 هـ (20 نوفمبر 2008 م)"
    assert wording.as_entered(gregorian, "ar") == "20 نوفمبر 2008 م (22 ذو القعدة 1429 هـ)"
    assert wording.as_entered(gregorian, "en") == "20 November 2008 (22 Dhu al-Qadah 1429 AH)"


def test_somebody_comes_of_age_after_eighteen_full_hijri_years() -> None:
    born = date(2008, 11, 20)
    assert majority.of_age_on(born) == date(2026, 5, 9)
    assert not majority.is_of_age(born, date(2026, 5, 8))
    assert majority.is_of_age(born, date(2026, 5, 9))


# The published table gives the eleventh month of 1348 thirty-one days.
@example(date(1930, 4, 29))
@given(st.dates(dates.FIRST_DAY, date(2058, 1, 1)))
def test_coming_of_age_falls_on_the_same_hijri_day_or_the_first_after_a_missing_thirtieth(born: date) -> None:
    birth, grown = dates.to_hijri(born), dates.to_hijri(majority.of_age_on(born))
    same = (grown.year, grown.month, grown.day) == (birth.year + 18, birth.month, birth.day)
    following = (grown.year * 12 + grown.month) - (birth.year * 12 + birth.month) == 18 * 12 + 1
    assert same or (birth.day >= 30 and grown.day == 1 and following)


def test_both_sorts_of_thirtieth_occur() -> None:
    """Else the property above would prove half of what it says."""
    thirtieths = [day for n in range(4000) if dates.to_hijri(day := date(2000, 1, 1) + timedelta(days=n)).day == 30]
    assert {dates.to_hijri(majority.of_age_on(day)).day for day in thirtieths} == {1, 30}


def test_coming_of_age_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(Refused, match="date_out_of_range"):
        majority.of_age_on(date(2070, 1, 1))
