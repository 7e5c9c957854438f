"""The two calendars: Umm al-Qura (hijridate) and Gregorian, and the local day of an instant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from importlib.metadata import version
from typing import Literal

from hijridate import Gregorian, Hijri

from shared.domain.refusals import Reason
from shared.locale.digits import typed_number

RIYADH = timezone(timedelta(hours=3), "Asia/Riyadh")
"""Fixed: Riyadh has no daylight saving, and no time zone files are needed."""
FIRST_YEAR, LAST_YEAR = 1343, 1500
FIRST_DAY, LAST_DAY = date(1924, 8, 1), date(2077, 11, 16)

DATE_OUT_OF_RANGE = Reason(
    code="date_out_of_range",
    en="The date lies outside the calendar: 1343 to 1500 AH, 1 August 1924 to 16 November 2077.",
    ar="التاريخ خارج نطاق التقويم: من 1343 إلى 1500 هـ، ومن 1 أغسطس 1924 إلى 16 نوفمبر 2077 م.",
)
NO_SUCH_DAY = Reason(
    code="no_such_day",
    en="There is no such day in the Umm al-Qura calendar.",
    ar="لا يوجد هذا اليوم في تقويم أم القرى.",
)
NOT_A_DATE = Reason(
    code="not_a_date",
    en="Write a Hijri date as year-month-day, for example 1445-05-03.",
    ar="اكتب التاريخ الهجري بصيغة السنة ثم الشهر ثم اليوم، مثل 1445-05-03.",
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class HijriDate:
    """A day of the Umm al-Qura calendar that exists; `str` gives `1445-05-03`."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DualDate:
    """A day in both calendars. `h` is `1445-05-03`; source: whether the Hijri form was entered or computed by us."""

    g: date
    h: str
    source: Literal["entered", "computed"]


def to_hijri(day: date) -> HijriDate:
    """The Hijri day. Refused: date_out_of_range."""
    DATE_OUT_OF_RANGE.unless(FIRST_DAY <= day <= LAST_DAY)
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return HijriDate(year=hijri.year, month=hijri.month, day=hijri.day)


def from_hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day. Refused: date_out_of_range, no_such_day."""
    DATE_OUT_OF_RANGE.unless(FIRST_YEAR <= year <= LAST_YEAR)
    NO_SUCH_DAY.unless(1 <= month <= 12 and 1 <= day <= month_length(year, month))
    return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())


def month_length(year: int, month: int) -> int:
    """29 or 30, for a month that exists."""
    return int(Hijri(year, month, 1).month_length())


def parse_hijri(text: str) -> HijriDate:
    """A date typed as `1445-05-03`, in any digits. Refused: not_a_date, date_out_of_range, no_such_day."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", typed_number(text))
    if match is None:
        raise NOT_A_DATE.refused()
    year, month, day = map(int, match.groups())
    from_hijri(year, month, day)
    return HijriDate(year=year, month=month, day=day)


def dual_from_gregorian(day: date) -> DualDate:
    """Both forms of a day that was given in the Gregorian calendar."""
    return DualDate(g=day, h=str(to_hijri(day)), source="computed")


def dual_from_hijri(text: str) -> DualDate:
    """Both forms of a day that was given in the Hijri calendar, which stays as entered."""
    entered = parse_hijri(text)
    return DualDate(g=from_hijri(entered.year, entered.month, entered.day), h=str(entered), source="entered")


def calendars_agree(dual: DualDate) -> bool:
    """Whether both forms name the same day; two dates stated in one document sometimes do not."""
    return str(to_hijri(dual.g)) == dual.h


def local_date(instant: datetime) -> date:
    """The day in Riyadh: 21:00 UTC is already the next one."""
    return instant.astimezone(RIYADH).date()


def calendar_source() -> str:
    """What converted a date, to be kept beside a derived one."""
    return f"hijridate {version('hijridate')}"
