"""When an open window is counted again: another calendar is in force, or the clock stood still for an answer."""

from __future__ import annotations

from datetime import date

from services.intake.domain import window
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import reply as commands
from services.intake.domain.events import reply as events
from services.intake.domain.events.request import WindowBeyondCalendarFound
from services.intake.domain.policy import Situation
from services.intake.domain.reply_window import gone_on
from services.intake.domain.support_request import REPLY_OWED, ReplyWindow, SupportRequest
from shared.locale.windows import WORKING_DAY, ComputedWindow

Recounted = tuple[events.ResponseWindowRecalculated | events.ResponseWindowConfirmed | WindowBeyondCalendarFound, ...]


def recalculate_window(
    command: commands.RecalculateWindow, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> Recounted:
    """What moves nothing and makes nothing more certain is not worth a word."""
    current, calendar = request.window, situation.rules.calendar
    if current is None or current.unit != WORKING_DAY or not is_open(request):
        return ()
    # While the clock stands still there is no last day to count; it is counted with this calendar once it goes on.
    if calendar is None or current.asked_on or calendar.calendar_version == current.calendar_version:
        return ()
    return recounted(request, current, f"calendar {command.calendar_version}", situation)


def answered(request: SupportRequest, day: date, situation: Situation) -> Recounted:
    """The question is settled: the days it took are not counted, where the association has so resolved."""
    current = request.window
    if current is None or current.asked_on is None or not is_open(request):
        return ()
    return recounted(request, gone_on(current, day), "information", situation)


def is_open(request: SupportRequest) -> bool:
    """A last day that is still to be kept."""
    current = request.window
    return current is not None and current.due_by is not None and not current.breached and request.stage in REPLY_OWED


def recounted(request: SupportRequest, current: ReplyWindow, cause: str, situation: Situation) -> Recounted:
    """The window as it counts now, if that differs."""
    computed = window.compute(current.starts_after, situation, current.pauses)
    before, after = current.due_by, computed.due_by
    if before is None or after is None or before == after:
        return confirmed(current, computed)
    moved = events.ResponseWindowRecalculated(
        number=request.number,
        beneficiary_id=request.beneficiary_id,
        before=before,
        after=after,
        cause=cause,
        calendar_version=computed.calendar_version,
        counted=window.counted(computed),
        skipped=window.skipped(computed),
        estimated_days=computed.estimated_days,
        beyond_calendar=computed.beyond_calendar,
    )
    return (moved, *window.beyond_calendar(computed))


def confirmed(current: ReplyWindow, computed: ComputedWindow) -> Recounted:
    """The same last day, with more or less certainty than before."""
    if current.uncertain == (*computed.estimated_days, *computed.beyond_calendar):
        return ()
    same = events.ResponseWindowConfirmed(
        calendar_version=computed.calendar_version,
        counted=window.counted(computed),
        skipped=window.skipped(computed),
        estimated_days=computed.estimated_days,
        beyond_calendar=computed.beyond_calendar,
    )
    return (same, *window.beyond_calendar(computed))
