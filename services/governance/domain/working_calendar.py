"""A version of the working calendar: published once, succeeded, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from services.governance.domain.commands.offerings import PublishWorkingCalendar
from services.governance.domain.events.offerings import WorkingCalendarPublished
from services.governance.domain.policy import Situation
from services.governance.domain.refusals import association as refusals
from shared.locale.calendars import WEEKDAY_CODES

MOST_DAYS = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """The version as published, None before."""

    published: WorkingCalendarPublished | None = None


def evolve(state: WorkingCalendar, event: Any) -> WorkingCalendar:
    match event:
        case WorkingCalendarPublished():
            return WorkingCalendar(published=event)
    return state


def publish(
    command: PublishWorkingCalendar, state: WorkingCalendar, _situation: Situation
) -> tuple[WorkingCalendarPublished, ...]:
    refusals.calendar_exists.unless(state.published is None)
    refusals.calendar_invalid.unless(days_are_in_order(command) and weekend_is_known(command))
    return (
        WorkingCalendarPublished(
            calendar_version=command.calendar_version,
            weekend=command.weekend,
            days=command.days,
            source=command.source,
        ),
    )


def days_are_in_order(command: PublishWorkingCalendar) -> bool:
    in_order = all(one.date < other.date for one, other in pairwise(command.days))
    return in_order and len(command.days) <= MOST_DAYS


def weekend_is_known(command: PublishWorkingCalendar) -> bool:
    """At least one weekday is worked, and every code is a weekday's."""
    weekend = set(command.weekend)
    return weekend < set(WEEKDAY_CODES) and len(weekend) == len(command.weekend)
