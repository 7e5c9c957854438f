"""Who answers the inquiries of a category in a field: one person at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.governance.domain.commands.directory import AppointLiaisonOfficer, EndAppointment
from services.governance.domain.events.liaison import LiaisonOfficerAppointed, LiaisonOfficerAppointmentEnded
from services.governance.domain.policy import Situation
from services.governance.domain.refusals import people as refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Of one category and field; the history stays in the stream."""

    staff_ref: str | None = None


def evolve(state: Appointment, event: Any) -> Appointment:
    match event:
        case LiaisonOfficerAppointed(staff_ref=who):
            return Appointment(staff_ref=who)
        case LiaisonOfficerAppointmentEnded():
            return Appointment()
    return state


def id_of(command: AppointLiaisonOfficer | EndAppointment) -> str:
    """One appointment for each pair."""
    return f"{command.category}/{command.field}"


def appoint(
    command: AppointLiaisonOfficer, state: Appointment, situation: Situation
) -> tuple[LiaisonOfficerAppointed | LiaisonOfficerAppointmentEnded, ...]:
    if state.staff_ref == command.staff_ref:
        return ()
    appointed = LiaisonOfficerAppointed(
        category=command.category, field=command.field, staff_ref=command.staff_ref, on=situation.today
    )
    return (*_ended(command, state, situation), appointed)


def end(
    command: EndAppointment, state: Appointment, situation: Situation
) -> tuple[LiaisonOfficerAppointmentEnded, ...]:
    refusals.nobody_appointed.unless(state.staff_ref is not None)
    return _ended(command, state, situation)


def _ended(
    command: AppointLiaisonOfficer | EndAppointment, state: Appointment, situation: Situation
) -> tuple[LiaisonOfficerAppointmentEnded, ...]:
    if state.staff_ref is None:
        return ()
    return (
        LiaisonOfficerAppointmentEnded(
            category=command.category, field=command.field, staff_ref=state.staff_ref, on=situation.today
        ),
    )
