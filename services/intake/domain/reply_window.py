"""How a request's reply window lives: set, stopped and going on where questions stop it, counted again, breached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from services.intake.domain.events import reply
from services.intake.domain.events import request as events
from services.intake.domain.support_request import ReplyWindow
from shared.locale.windows import Pause


def evolve(window: ReplyWindow | None, event: Any) -> ReplyWindow | None:
    """The window after one more event."""
    if isinstance(event, events.ResponseWindowSet):
        return ReplyWindow(
            not_before=event.not_before,
            due_by=event.due_by,
            unit=event.unit,
            calendar_version=event.calendar_version,
            starts_after=event.starts_after,
            uncertain=(*event.estimated_days, *event.beyond_calendar),
            pausing=event.pauses_for_information,
        )
    return window and _changed(window, event)


def _changed(window: ReplyWindow, event: Any) -> ReplyWindow:
    match event:
        case reply.InformationAskedInReview(asked_on=date() as day) if window.pausing:
            return replace(window, asked_on=window.asked_on or day)
        case events.InformationSupplied(in_review=True, supplied_on=date() as day):
            return gone_on(window, day)
        case reply.ReviewDecisionReceived(decided_on=day):
            return gone_on(window, day)
        case reply.ResponseWindowRecalculated(after=due_by):
            return _recounted(replace(window, due_by=due_by), event)
        case reply.ResponseWindowConfirmed():
            return _recounted(window, event)
        case reply.ResponseDeadlineBreached():
            return replace(window, breached=True)
    return window


def gone_on(window: ReplyWindow, day: date) -> ReplyWindow:
    """The clock goes on the day after an answer, or a decision that did without one."""
    if window.asked_on is None:
        return window
    pause = Pause(asked_on=window.asked_on, answered_on=max(day, window.asked_on))
    return replace(window, asked_on=None, pauses=(*window.pauses, pause))


def stands_still(window: ReplyWindow) -> bool:
    """Whether the last day cannot come now: asked on it, the question came too late to stop it."""
    return window.asked_on is not None and window.due_by is not None and window.asked_on < window.due_by


def _recounted(
    window: ReplyWindow, event: reply.ResponseWindowRecalculated | reply.ResponseWindowConfirmed
) -> ReplyWindow:
    uncertain = (*event.estimated_days, *event.beyond_calendar)
    return replace(window, calendar_version=event.calendar_version, uncertain=uncertain)
