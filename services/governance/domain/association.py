"""The association: its settings, units, seats, added and retired channels, exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from services.governance.domain.commands.association import (
    CloseUnit,
    CompleteOnboarding,
    DefineUnit,
    GrantScopeException,
    RecordAwarenessActivity,
    RegisterAssociation,
    RevokeScopeException,
    TenantSettings,
)
from services.governance.domain.events import association as events
from services.governance.domain.policy import Situation, codes_are_plain
from services.governance.domain.refusals import association as refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who sits where."""

    staff_ref: str
    job_title_code: str
    unit_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """exceptions: `staff:<ref>` or `unit:<code>` -> the special policy that applies instead."""

    registered: events.AssociationRegistered | None = None
    onboarded_from: str | None = None
    settings: TenantSettings | None = None
    settings_version: int = 0
    units: frozenset[str] = frozenset()
    seats: Mapping[str, Seat] = field(default_factory=dict)
    exceptions: Mapping[str, str] = field(default_factory=dict)
    awareness: tuple[str, ...] = ()


def evolve(state: Association, event: Any) -> Association:
    match event:
        case events.AssociationRegistered():
            return replace(state, registered=event)
        case events.OnboardingCompleted(file_sha256=sha256):
            return replace(state, onboarded_from=sha256)
        case events.TenantSettingsChanged(settings=settings, settings_version=version):
            return replace(state, settings=settings, settings_version=version)
        case events.AdministrativeUnitDefined(unit_code=unit):
            return replace(state, units=state.units | {unit})
        case events.AdministrativeUnitClosed(unit_code=unit):
            return replace(state, units=state.units - {unit})
        case events.SeatFilled(seat_id=seat, staff_ref=who, job_title_code=title, unit_code=unit):
            filled = Seat(staff_ref=who, job_title_code=title, unit_code=unit)
            return replace(state, seats={**state.seats, seat: filled})
        case events.SeatVacated(seat_id=seat):
            return replace(state, seats={each: who for each, who in state.seats.items() if each != seat})
        case events.ScopeExceptionGranted(staff_ref=who, unit_code=unit, special_policy_ref=ref):
            return replace(state, exceptions={**state.exceptions, scope(who, unit): ref})
        case events.ScopeExceptionRevoked(staff_ref=who, unit_code=unit):
            kept = {each: ref for each, ref in state.exceptions.items() if each != scope(who, unit)}
            return replace(state, exceptions=kept)
        case events.AwarenessActivityRecorded(activity_id=activity):
            return replace(state, awareness=(*state.awareness, activity))
    return state


def register(
    command: RegisterAssociation, state: Association, situation: Situation
) -> tuple[events.AssociationRegistered, ...]:
    refusals.not_your_association.unless(command.association == situation.actor.tenant)
    refusals.association_already_registered.unless(state.registered is None)
    return (
        events.AssociationRegistered(
            association=command.association,
            name=command.name,
            legal_form=command.legal_form,
            case_prefix=command.case_prefix,
            sector=command.sector,
            licence_no=command.licence_no,
            regulator=command.regulator,
            registered_on=situation.today,
        ),
    )


def complete_onboarding(
    command: CompleteOnboarding, state: Association, _situation: Situation
) -> tuple[events.OnboardingCompleted, ...]:
    refusals.association_already_registered.unless(state.onboarded_from in (None, command.file_sha256))
    if state.onboarded_from is not None:
        return ()
    return (events.OnboardingCompleted(file_sha256=command.file_sha256),)


def define_unit(
    command: DefineUnit, state: Association, _situation: Situation
) -> tuple[events.AdministrativeUnitDefined, ...]:
    codes_are_plain(command.unit_code, *command.serves)
    refusals.unit_exists.unless(command.unit_code not in state.units)
    return (
        events.AdministrativeUnitDefined(
            unit_code=command.unit_code, kind=command.kind, name=command.name, serves=command.serves
        ),
    )


def close_unit(
    command: CloseUnit, state: Association, _situation: Situation
) -> tuple[events.AdministrativeUnitClosed, ...]:
    refusals.no_such_unit.unless(command.unit_code in state.units)
    return (events.AdministrativeUnitClosed(unit_code=command.unit_code),)


def grant_exception(
    command: GrantScopeException, _state: Association, _situation: Situation
) -> tuple[events.ScopeExceptionGranted, ...]:
    refusals.exception_needs_one.unless((command.staff_ref is None) != (command.unit_code is None))
    refusals.special_policy_required.unless(bool(command.special_policy_ref.strip()))
    return (
        events.ScopeExceptionGranted(
            staff_ref=command.staff_ref,
            unit_code=command.unit_code,
            special_policy_ref=command.special_policy_ref,
        ),
    )


def revoke_exception(
    command: RevokeScopeException, state: Association, _situation: Situation
) -> tuple[events.ScopeExceptionRevoked, ...]:
    refusals.no_such_exception.unless(scope(command.staff_ref, command.unit_code) in state.exceptions)
    return (events.ScopeExceptionRevoked(staff_ref=command.staff_ref, unit_code=command.unit_code),)


def record_awareness(
    command: RecordAwarenessActivity, state: Association, _situation: Situation
) -> tuple[events.AwarenessActivityRecorded, ...]:
    if command.activity_id in state.awareness:
        return ()
    return (
        events.AwarenessActivityRecorded(
            activity_id=command.activity_id,
            topic_code=command.topic_code,
            held_on=command.held_on,
            audience_units=command.audience_units,
            count=command.count,
        ),
    )


def scope(staff_ref: str | None, unit_code: str | None) -> str:
    """How a person or a unit is named among the exceptions."""
    return f"staff:{staff_ref}" if staff_ref is not None else f"unit:{unit_code}"


def is_excepted(seat: Seat, association: Association) -> bool:
    """Whether a special policy applies to who sits there, or to the unit."""
    scopes = (scope(seat.staff_ref, None), scope(None, seat.unit_code))
    return any(each in association.exceptions for each in scopes)
