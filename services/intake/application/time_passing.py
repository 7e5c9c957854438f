"""What time and new calendars ask for: breaches, windows counted again, people who came of age."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from services.intake.application.roles import SYSTEM
from services.intake.domain.commands.beneficiary import LapseGuardianship, NoteMajority
from services.intake.domain.commands.reply import BreachDeadline, RecalculateWindow
from services.intake.domain.commands.rights import NoteDestruction, NoteLegalHold, RaiseDestructionAlarm
from services.intake.views.guardianships import run_out
from services.intake.views.pauses import paused_since
from services.intake.views.register import minors
from services.intake.views.rights import to_destroy, unconfirmed
from services.intake.views.windows import counted_in_working_days, overdue
from shared.application.application import Application
from shared.application.rulebook import Rulebook
from shared.application.service import Due
from shared.domain.actor import Actor
from shared.locale.dates import local_date

A_WEEK = timedelta(days=7)
LOOKED_BACK = 31
"""Days for which a timer that stood still is caught up with."""


def breaches(application: Application, tenant: str, now: datetime) -> Sequence[BreachDeadline]:
    """Windows whose last day is over without a reply."""
    engine = application.infrastructure.views.engine
    late, paused = overdue(engine, tenant, local_date(now)), paused_since(engine, tenant)
    return [
        BreachDeadline(request_id=request_id, due_by=due_by)
        for request_id, due_by in late
        if paused.get(request_id, due_by) >= due_by
    ]


def recalculations(application: Application, tenant: str, _now: datetime) -> Sequence[RecalculateWindow]:
    """Open windows that were counted with another calendar than the one now in force."""
    counted = counted_in_working_days(application.infrastructure.views.engine, tenant)
    rules = adopted(application, tenant) if counted else None
    if rules is None or rules.calendar is None or rules.settings is None:
        return []
    present, settings = rules.calendar.calendar_version, rules.settings.settings_version
    return [
        RecalculateWindow(request_id=request_id, calendar_version=present, settings_version=settings)
        for request_id, version in counted
        if version != present
    ]


def majorities(application: Application, tenant: str, now: datetime) -> Sequence[NoteMajority]:
    """Minors whose day has come, found by a blind index: nobody's birth date is opened for it."""
    young = minors(application.infrastructure.views.engine, tenant)
    if not young:
        return []
    find, today = application.infrastructure.vault.find, local_date(now)
    days = [(today - timedelta(days=back)).isoformat() for back in range(LOOKED_BACK)]
    of_age = {subject for day in days for subject in find(tenant, "profile.of_age_on", day)}
    return [NoteMajority(beneficiary_id=beneficiary_id) for beneficiary_id in sorted(of_age & young)]


def guardianships(application: Application, tenant: str, now: datetime) -> Sequence[LapseGuardianship]:
    """Those whose last day is over."""
    return [
        LapseGuardianship(beneficiary_id=ward, guardian_id=guardian, valid_to=last_day)
        for ward, guardian, last_day in run_out(application.infrastructure.views.engine, tenant, local_date(now))
    ]


def adopted(application: Application, tenant: str) -> Rulebook:
    """The association's rules as adopted so far."""
    itself = Actor(tenant=tenant, kind="service", ref="intake", roles=SYSTEM)
    return application.desk(itself).rules()


def destructions(application: Application, tenant: str, _now: datetime) -> Sequence[NoteDestruction | NoteLegalHold]:
    """Carries out confirmed orders in the vault, which repeats harmlessly; what a hold forbids is named instead."""
    vault = application.infrastructure.vault
    told: list[NoteDestruction | NoteLegalHold] = []
    for order_id, subject_id, scope in to_destroy(application.infrastructure.views.engine, tenant):
        if holds := vault.holds(tenant, subject_id):
            told += [NoteLegalHold(order_id=order_id, hold_id=hold.hold_id) for hold in holds]
        else:
            vault.destroy(tenant, subject_id, scope or None)
            told.append(NoteDestruction(order_id=order_id, service="intake"))
    return told


def alarms(application: Application, tenant: str, now: datetime) -> Sequence[RaiseDestructionAlarm]:
    """Orders that not everybody has confirmed in a week."""
    late = unconfirmed(application.infrastructure.views.engine, tenant, local_date(now) - A_WEEK)
    return [RaiseDestructionAlarm(order_id=order_id) for order_id in late]


class OnceADay:
    """A question to time that has one answer per day: asked again, it gives none until the next local day."""

    def __init__(self, due: Due) -> None:
        self._due = due
        self._asked: WeakKeyDictionary[Application, dict[str, date]] = WeakKeyDictionary()

    def __call__(self, application: Application, tenant: str, now: datetime) -> Sequence[Any]:
        """What is due, or nothing if that was said today."""
        asked, today = self._asked.setdefault(application, {}), local_date(now)
        if asked.get(tenant) == today:
            return ()
        told = self._due(application, tenant, now)
        asked[tenant] = today
        return told


DUE: Sequence[Due] = (breaches, recalculations, OnceADay(majorities), guardianships, destructions, alarms)
