"""The working calendar: which days are worked, and a first proposal of the Saudi days off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from holidays.countries.saudi_arabia import SaudiArabia

WEEKDAY_CODES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKEND = frozenset({"fri", "sat"})
NAME_CODES = {
    "Eid al-Fitr Holiday": "eid_al_fitr",
    "Day of Arafah": "arafah",
    "Eid al-Adha Holiday": "eid_al_adha",
    "Founding Day Holiday": "founding_day",
    "National Day Holiday": "national_day",
}
ISLAMIC = frozenset({"eid_al_fitr", "arafah", "eid_al_adha"})
CONFIRMED_UNTIL = 2025
"""The last year whose Eid days holidays 0.108 took from announcements; later ones are computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day that is not worked: `make_up` replaces a holiday that fell on a weekend; `estimated`: not yet announced."""

    date: date
    name_code: str
    make_up: bool
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """One version of an association's calendar; weekend holds three-letter weekday codes, e.g. `fri`, `sat`."""

    version: str
    weekend: frozenset[str]
    days: tuple[CalendarDay, ...]
    make_up_days_are_off: bool
    _by_date: Mapping[date, CalendarDay] = field(init=False, repr=False, compare=False)
    _last_year: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        off = {day.date: day for day in self.days if self.make_up_days_are_off or not day.make_up}
        object.__setattr__(self, "_by_date", off)
        object.__setattr__(self, "_last_year", max((day.date.year for day in self.days), default=0))

    def is_working_day(self, day: date) -> bool:
        """Neither in the weekend nor a day off."""
        return self.why_off(day) is None

    def why_off(self, day: date) -> str | None:
        """The name code of the holiday, with `_make_up` if it replaces one, or `weekend`; None on a working day."""
        if named := self._by_date.get(day):
            return f"{named.name_code}_make_up" if named.make_up else named.name_code
        return "weekend" if WEEKDAY_CODES[day.weekday()] in self.weekend else None

    def reaches(self, day: date) -> bool:
        """Whether this version can know what is off on a day: calendars are made by whole years."""
        return day.year <= self._last_year

    def is_estimated(self, day: date) -> bool:
        """Whether the day is off by an estimate that an announcement may move."""
        named = self._by_date.get(day)
        return named is not None and named.estimated


def saudi_seed(first_year: int, last_year: int, *, confirmed_until: int = CONFIRMED_UNTIL) -> tuple[CalendarDay, ...]:
    """The days off the library knows, in order; an association then makes its own version of them."""
    years = range(first_year, last_year + 1)
    known = SaudiArabia(years=years, expand=False, islamic_show_estimated=True, language="en_US")
    return tuple(_day(day, label, confirmed_until) for day, label in sorted(known.items()))


def _day(day: date, label: str, confirmed_until: int) -> CalendarDay:
    """A label holds the names of all that falls on the day; a holiday proper goes before one that is made up for.

    What is estimated follows from name and year: the library's own mark takes 30 Ramadan for certain.
    """
    names = label.split("; ")
    proper = [name for name in names if "(observed" not in name]
    code = NAME_CODES.get((proper or names)[0].split(" (")[0], "public_holiday")
    estimated = code in ISLAMIC and day.year > confirmed_until
    return CalendarDay(date=day, name_code=code, make_up=not proper, estimated=estimated)
