"""Coming of age: the first day on which 18 full Hijri years have passed since birth."""

from __future__ import annotations

from datetime import date

from shared.locale.dates import DATE_OUT_OF_RANGE, LAST_YEAR, from_hijri, month_length, to_hijri

YEARS = 18


def of_age_on(born: date) -> date:
    """The same day 18 years on, or the first of the next month where there is no 30th. Refused: date_out_of_range."""
    birth = to_hijri(born)
    year, month, day = birth.year + YEARS, birth.month, birth.day
    DATE_OUT_OF_RANGE.unless(year <= LAST_YEAR)
    if day > month_length(year, month):
        year, month, day = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return from_hijri(year, month, day)


def is_of_age(born: date, on: date) -> bool:
    """Whether somebody born on one day is of age on another."""
    return of_age_on(born) <= on
