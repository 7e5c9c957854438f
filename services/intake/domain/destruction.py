"""A destruction order: one person orders, another confirms, every service drops what it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.intake.domain.commands import rights as commands
from services.intake.domain.events import rights as events
from services.intake.domain.holds import Holds
from services.intake.domain.policy import Situation, is_waived
from services.intake.domain.refusals import common
from services.intake.domain.refusals import rights as refusals

EXPECTED = frozenset({"governance", "intake", "committee", "complaints", "surveys", "notifications"})
"""Who confirms: the vault's keys are destroyed on intake's word, and the others say so in a contract of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destruction:
    """How far an order has come."""

    subject_id: str
    scope: tuple[str, ...]
    ordered_by: str
    confirmed: bool = False
    blocked_by: tuple[str, ...] = ()
    dropped_by: tuple[str, ...] = ()
    late: bool = False
    over: bool = False


def evolve(state: Destruction | None, event: Any) -> Destruction | None:
    """The order after one more event."""
    match event:
        case events.DestructionAskedFor(subject_id=whose, scope=scope, ordered_by=orderer):
            return Destruction(subject_id=whose, scope=scope, ordered_by=orderer)
        case events.PersonalDataDestructionOrdered():
            return state and replace(state, confirmed=True)
        case events.DestructionBlocked(hold_id=hold_id):
            return state and replace(state, blocked_by=(*state.blocked_by, hold_id))
        case events.DestructionConfirmed(service=service):
            return state and replace(state, dropped_by=(*state.dropped_by, service))
        case events.DestructionLate():
            return state and replace(state, late=True)
        case events.PersonalDataDestroyed():
            return state and replace(state, over=True)
    return state


def order(command: commands.OrderDestruction, _state: None, situation: Situation) -> tuple[events.DestructionAskedFor]:
    return (
        events.DestructionAskedFor(
            subject_id=command.subject_id,
            basis=command.basis,
            scope=command.scope,
            ordered_by=situation.actor.ref,
        ),
    )


def confirm(
    _command: commands.ConfirmDestruction, state: Destruction, holds: Holds, situation: Situation
) -> tuple[events.PersonalDataDestructionOrdered]:
    common.over_already.unless(not state.confirmed)
    if holds:
        # Before anybody is told to drop anything; whoever confirmed too early confirms again once it is released.
        blocked = (events.DestructionBlocked(subject_id=state.subject_id, hold_id=hold_id) for hold_id in holds)
        raise refusals.destruction_blocked.refused(hold_ids=holds).recording(*blocked)
    refusals.orderer_confirms.unless(state.ordered_by != situation.actor.ref or is_waived("destruction", situation))
    return (
        events.PersonalDataDestructionOrdered(
            subject_id=state.subject_id,
            scope=state.scope,
            confirmed_by=situation.actor.ref,
            ordered_on=situation.today,
        ),
    )


def block(
    command: commands.NoteLegalHold, state: Destruction, _situation: Situation
) -> tuple[events.DestructionBlocked, ...]:
    if state.over or command.hold_id in state.blocked_by:
        return ()
    return (events.DestructionBlocked(subject_id=state.subject_id, hold_id=command.hold_id),)


def note(
    command: commands.NoteDestruction, state: Destruction, situation: Situation
) -> tuple[events.DestructionConfirmed | events.PersonalDataDestroyed, ...]:
    if state.over or not state.confirmed or command.service in state.dropped_by:
        return ()
    dropped = events.DestructionConfirmed(service=command.service)
    if EXPECTED - {*state.dropped_by, command.service}:
        return (dropped,)
    certificate = events.PersonalDataDestroyed(
        subject_id=state.subject_id, scope=state.scope, destroyed_on=situation.today
    )
    return (dropped, certificate)


def raise_alarm(
    _command: commands.RaiseDestructionAlarm, state: Destruction, _situation: Situation
) -> tuple[events.DestructionLate, ...]:
    if state.over or state.late or not state.confirmed:
        return ()
    return (events.DestructionLate(missing=tuple(sorted(EXPECTED - set(state.dropped_by)))),)
