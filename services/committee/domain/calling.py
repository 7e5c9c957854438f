"""Which hour a session is proposed for before anybody has chosen one: a convenience, no rule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from shared.locale.calendars import WEEKDAY_CODES, WEEKEND
from shared.locale.dates import RIYADH

if TYPE_CHECKING:
    from shared.application.rulebook import Rulebook

FIRST, LAST = time(9), time(14)
"""A session proposed by us begins within these hours of Riyadh (P); whoever calls it may choose any other."""
NOTICE = timedelta(minutes=30)
LONGEST_STRETCH = 366
"""Days after which we look no further for one that is worked."""


def next_start(now: datetime, rules: Rulebook) -> datetime:
    """The next full hour of a working day at least half an hour ahead; else the morning of the next working day."""
    soonest = (now + NOTICE).astimezone(RIYADH)
    hour = soonest.replace(minute=0, second=0, microsecond=0)
    hour = max(hour if hour >= soonest else hour + timedelta(hours=1), _morning(soonest.date()))
    today = soonest.date()
    if hour.date() == today and hour.time() <= LAST and _is_worked(today, rules):
        return hour
    following = (today + timedelta(days=n) for n in range(1, LONGEST_STRETCH))
    return _morning(next((day for day in following if _is_worked(day, rules)), today + timedelta(days=1)))


def _morning(day: date) -> datetime:
    return datetime.combine(day, FIRST, RIYADH)


def _is_worked(day: date, rules: Rulebook) -> bool:
    calendar, settings = rules.calendar, rules.settings
    weekend = calendar.weekend if calendar else WEEKEND
    make_up_too = settings is None or settings.make_up_days_are_off
    off = {one.date for one in (calendar.days if calendar else ()) if make_up_too or not one.make_up}
    return WEEKDAY_CODES[day.weekday()] not in weekend and day not in off
