"""The response window: from when a reply may go out, and by when it must, counted so that every day can be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from shared.domain.refusals import Reason
from shared.locale.calendars import WorkingCalendar
from shared.locale.dates import local_date

CALENDAR_DAY, WORKING_DAY = "calendar_day", "working_day"
PAUSED = "paused"
AS_WRITTEN = frozenset({"literal", "literal_minimum"})
MAXIMUM_BY_RESOLUTION = "maximum_by_board_resolution"
ONE_DAY = timedelta(days=1)

UNKNOWN_INTERPRETATION = Reason(
    code="unknown_interpretation",
    en="The response window cannot be read as {code}.",
    ar="لا تُعرف قراءة لمهلة الرد بالرمز {code}.",
)
UNKNOWN_UNIT = Reason(
    code="unknown_unit",
    en="A response window counts calendar days or working days, not {code}.",
    ar="مهلة الرد تُعد بالأيام أو بأيام العمل، لا بالوحدة {code}.",
)
NO_WORKING_DAYS = Reason(
    code="no_working_days",
    en="The working calendar has no working days to count.",
    ar="لا أيام عمل في تقويم العمل لتُعد.",
)
LONGEST_STRETCH = 366
"""Days without a working day after which a calendar is taken to have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRule:
    """A policy's reply window as stated; units are `calendar_day` and `working_day`, None where it is silent."""

    min_count: int | None = None
    min_unit: str | None = None
    max_count: int | None = None
    max_unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The clock stood still: the day of the question still counts, the day of the answer does not, as that of
    completion does not; asked and answered on one day stops nothing."""

    asked_on: date
    answered_on: date

    def covers(self, day: date) -> bool:
        """Whether the clock stood still on a day."""
        return self.asked_on < day <= self.answered_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedWindow:
    """The window and its proof.

    not_before: a reply may go out from 00:00 local on; due_by: it is in time on this local day.
    start: the local day of completion, itself not counted. rule: e.g. `max_15_working_day`.
    counted: each day with its ordinal; skipped: each day off in between with its reason.
    estimated_days: days off in between that an announcement may still move.
    beyond_calendar: days that count as worked only because the calendar's version does not reach them.
    """

    not_before: date | None
    due_by: date | None
    start: date
    rule: str
    interpretation: str
    calendar_version: str
    counted: tuple[tuple[date, int], ...]
    skipped: tuple[tuple[date, str], ...]
    estimated_days: tuple[date, ...]
    beyond_calendar: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """A number of days, and the name it goes by in `rule`."""

    name: str
    days: int
    unit: str
    pauses: Sequence[Pause] = ()

    def why_off(self, day: date, calendar: WorkingCalendar) -> str | None:
        """Why a day is not counted; None where it is."""
        off = calendar.why_off(day) if self.unit == WORKING_DAY else None
        return off or (PAUSED if any(pause.covers(day) for pause in self.pauses) else None)

    def outruns(self, day: date, calendar: WorkingCalendar) -> bool:
        """Whether a counted day may turn out to be a day off that the calendar does not know yet."""
        return self.unit == WORKING_DAY and not calendar.reaches(day)


def compute(
    window: WindowRule,
    completed_at: datetime,
    calendar: WorkingCalendar,
    interpretation: str,
    pauses: Sequence[Pause] = (),
) -> ComputedWindow:
    """The window of a request completed then. Refused: unknown_interpretation, unknown_unit, no_working_days.

    pauses: when the clock of the last day stood still; the earliest day is a promise to the one who waits, and stays.
    """
    start = local_date(completed_at)
    earliest, latest = _bounds(window, interpretation, pauses)
    bounds = [bound for bound in (earliest, latest) if bound]
    reached = {bound.name: _counted(bound, start, calendar) for bound in bounds}
    # Where both bounds are stated, the longer count contains the shorter one's days.
    counted, skipped = max(reached.values(), key=lambda days: days[0][-1:], default=((), ()))
    return ComputedWindow(
        not_before=reached[earliest.name][0][-1][0] if earliest else None,
        due_by=reached[latest.name][0][-1][0] if latest else None,
        start=start,
        rule=",".join(f"{bound.name}_{bound.days}_{bound.unit}" for bound in bounds),
        interpretation=interpretation,
        calendar_version=calendar.version,
        counted=counted,
        skipped=skipped,
        estimated_days=tuple(day for day, _ in skipped if calendar.is_estimated(day)),
        beyond_calendar=tuple(day for day, _ in counted if any(bound.outruns(day, calendar) for bound in bounds)),
    )


def working_days_late(due_by: date, replied_on: date, calendar: WorkingCalendar) -> int:
    """Working days after `due_by` up to and including the day of the reply; 0 when in time."""
    late = (due_by + timedelta(days=n) for n in range(1, (replied_on - due_by).days + 1))
    return sum(map(calendar.is_working_day, late))


def _bounds(window: WindowRule, interpretation: str, pauses: Sequence[Pause]) -> tuple[_Bound | None, _Bound | None]:
    """Earliest and latest. A board resolution may read the stated minimum as the latest day instead."""
    earliest = _bound("min", window.min_count, window.min_unit)
    latest = _bound("max", window.max_count, window.max_unit, pauses)
    if interpretation == MAXIMUM_BY_RESOLUTION:
        return None, latest or _bound("max", window.min_count, window.min_unit, pauses)
    UNKNOWN_INTERPRETATION.unless(interpretation in AS_WRITTEN, code=interpretation)
    return earliest, latest


def _bound(name: str, days: int | None, unit: str | None, pauses: Sequence[Pause] = ()) -> _Bound | None:
    if not days:
        return None
    UNKNOWN_UNIT.unless(unit in (CALENDAR_DAY, WORKING_DAY), code=unit)
    return _Bound(name=name, days=days, unit=unit or "", pauses=pauses)


def _counted(
    bound: _Bound, start: date, calendar: WorkingCalendar
) -> tuple[tuple[tuple[date, int], ...], tuple[tuple[date, str], ...]]:
    counted: list[tuple[date, int]] = []
    skipped: list[tuple[date, str]] = []
    stretch = 0
    for day in _days_after(start):
        reason = bound.why_off(day, calendar)
        if reason is None:
            counted.append((day, len(counted) + 1))
        else:
            skipped.append((day, reason))
        # An answer may be long in coming; that is no fault of the calendar.
        stretch = 0 if reason in (None, PAUSED) else stretch + 1
        NO_WORKING_DAYS.unless(stretch < LONGEST_STRETCH)
        if len(counted) == bound.days:
            break
    return tuple(counted), tuple(skipped)


def _days_after(start: date) -> Iterator[date]:
    return (start + n * ONE_DAY for n in count(1))
