"""A request's reply window, counted from the policy it is under and a calendar governance has published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from services.intake.domain.events.request import CountedDay, SkippedDay, WindowBeyondCalendarFound
from services.intake.domain.policy import Rules, Situation
from services.intake.domain.refusals import request as refusals
from services.intake.domain.support_request import ReplyWindow
from shared.contracts import governance
from shared.locale import windows
from shared.locale.calendars import CalendarDay, WorkingCalendar
from shared.locale.dates import RIYADH

NO_CALENDAR = WorkingCalendar(version="", weekend=frozenset(), days=(), make_up_days_are_off=True)


def compute(starts_after: date, situation: Situation, pauses: Sequence[windows.Pause] = ()) -> windows.ComputedWindow:
    """The window that begins after a local day, under the present calendar."""
    stated = situation.policy.window
    rule = windows.WindowRule(
        min_count=stated.min_count, min_unit=stated.min_unit, max_count=stated.max_count, max_unit=stated.max_unit
    )
    started = datetime.combine(starts_after, time(12), RIYADH)
    return windows.compute(rule, started, calendar_for(situation), stated.interpretation, pauses)


def calendar_for(situation: Situation) -> WorkingCalendar:
    """The association's calendar; none is needed where only calendar days count."""
    published = situation.rules.calendar
    refusals.calendar_missing.unless(published is not None or unit(situation) != windows.WORKING_DAY)
    return calendar_of(situation.rules)


def calendar_of(rules: Rules) -> WorkingCalendar:
    """The calendar the rules name; one without days off where they name none."""
    published, settings = rules.calendar, rules.settings
    if published is None:
        return NO_CALENDAR
    return converted(published, make_up_days_are_off=settings is None or settings.make_up_days_are_off)


def converted(published: governance.WorkingCalendarPublished, *, make_up_days_are_off: bool) -> WorkingCalendar:
    """A published calendar as the counting knows it."""
    days = tuple(
        CalendarDay(date=day.date, name_code=day.name_code, make_up=day.make_up, estimated=day.estimated)
        for day in published.days
    )
    return WorkingCalendar(
        version=published.calendar_version,
        weekend=frozenset(published.weekend),
        days=days,
        make_up_days_are_off=make_up_days_are_off,
    )


def unit(situation: Situation) -> str:
    """What the window counts in."""
    stated = situation.policy.window
    return stated.max_unit or stated.min_unit or windows.CALENDAR_DAY


def counted(computed: windows.ComputedWindow) -> tuple[CountedDay, ...]:
    """The days that counted, as facts keep them."""
    return tuple(CountedDay(date=day, ordinal=ordinal) for day, ordinal in computed.counted)


def skipped(computed: windows.ComputedWindow) -> tuple[SkippedDay, ...]:
    """The days that did not count, as facts keep them."""
    return tuple(SkippedDay(date=day, reason=reason) for day, reason in computed.skipped)


def beyond_calendar(computed: windows.ComputedWindow) -> tuple[WindowBeyondCalendarFound, ...]:
    """What is not certain is found in the case's history, not only in the proof."""
    if not computed.beyond_calendar:
        return ()
    return (WindowBeyondCalendarFound(calendar_version=computed.calendar_version, days=computed.beyond_calendar),)


def pauses_for_information(situation: Situation) -> bool:
    """Whether the association has resolved that questions stop the clock."""
    settings = situation.rules.settings
    return settings is not None and settings.pauses_for_information


def days_left(due_by: date, today: date, unit: str, calendar: WorkingCalendar) -> int:
    """Until the last day, in the window's own unit; less than 0 once it is over."""
    if unit != windows.WORKING_DAY:
        return (due_by - today).days
    if today <= due_by:
        return windows.working_days_late(today, due_by, calendar)
    return -windows.working_days_late(due_by, today, calendar)


def days_late(window: ReplyWindow | None, replied_on: date, situation: Situation) -> int | None:
    """How late a reply is, in the window's own unit; None when it is in time or no last day was set."""
    if window is None or window.due_by is None or replied_on <= window.due_by:
        return None
    if window.unit == windows.WORKING_DAY:
        return windows.working_days_late(window.due_by, replied_on, calendar_for(situation))
    return (replied_on - window.due_by).days
