"""What an association has not decided, recorded or published yet: shown as a gap, never filled with a guess."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from services.governance.domain import gap_sentences as sentences
from services.governance.domain.commands.association import TenantSettings
from shared.contracts import governance as said
from shared.domain.refusals import Reason
from shared.locale import windows
from shared.locale.calendars import CalendarDay, WorkingCalendar
from shared.locale.dates import RIYADH

UNSET = {
    "complaint_days": sentences.complaint_target_not_set,
    "decision_days": sentences.decision_target_not_set,
    "survey_interval": sentences.survey_interval_not_set,
    "support_request_retention": sentences.request_retention_not_set,
    "complaint_retention": sentences.complaint_retention_not_set,
    "survey_response_retention": sentences.response_retention_not_set,
}


def of_settings(settings: TenantSettings, policy: said.PolicyVersionPutInForce) -> Iterator[Reason]:
    """What the settings leave open, as far as the policy has a use for it."""
    if settings.quorum is None and policy.reviewing_body.kind == "committee":
        yield sentences.quorum_not_set
    yield from (gap for name, gap in UNSET.items() if getattr(settings, name) is None)
    if settings.case_file_retention is None and policy.case_file_required:
        yield sentences.case_file_retention_not_set


def of_policy(policy: said.PolicyVersionPutInForce) -> Iterator[Reason]:
    """What is not known of the version in force."""
    if not policy.approval_recorded:
        yield sentences.approval_not_recorded


def of_calendar(
    policy: said.PolicyVersionPutInForce,
    published: said.WorkingCalendarPublished,
    settings: TenantSettings,
    today: date,
) -> Iterator[Reason]:
    """What a request completed today could not be told for certain."""
    stated = policy.window
    rule = windows.WindowRule(
        min_count=stated.min_count, min_unit=stated.min_unit, max_count=stated.max_count, max_unit=stated.max_unit
    )
    at = datetime.combine(today, time(12), RIYADH)
    found = windows.compute(rule, at, counted_on(published, settings), stated.interpretation)
    if found.beyond_calendar:
        yield sentences.calendar_ends
    if found.estimated_days:
        yield sentences.calendar_estimated


def counted_on(published: said.WorkingCalendarPublished, settings: TenantSettings) -> WorkingCalendar:
    """A published calendar as the counting knows it."""
    days = (
        CalendarDay(date=day.date, name_code=day.name_code, make_up=day.make_up, estimated=day.estimated)
        for day in published.days
    )
    return WorkingCalendar(
        version=published.calendar_version,
        weekend=frozenset(published.weekend),
        days=tuple(days),
        make_up_days_are_off=settings.make_up_days_are_off,
    )
