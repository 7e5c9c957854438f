"""The association: its settings, units, seats, added and retired channels, exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from services.governance.domain import refusals
from services.governance.domain.commands.association import (
    ChangeTenantSettings,
    CloseUnit,
    DefineUnit,
    GrantScopeException,
    PermitChannel,
    RecordAwarenessActivity,
    RegisterAssociation,
    RetireChannel,
    RevokeScopeException,
    TenantSettings,
)
from services.governance.domain.events import association as events
from services.governance.domain.policy import WAIVERS, Situation
from shared.contracts.governance import Channel


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


def change_settings(
    command: ChangeTenantSettings, state: Association, _situation: Situation
) -> tuple[events.TenantSettingsChanged, ...]:
    settings_are_sound(command.settings)
    before = state.settings
    keys = tuple(
        each.name
        for each in fields(TenantSettings)
        if before is None or getattr(before, each.name) != getattr(command.settings, each.name)
    )
    # What binds the clock is the association's to resolve, not an officer's to switch.
    pauses_differ = before is not None and before.pauses_for_information != command.settings.pauses_for_information
    refusals.resolution_required.unless(not pauses_differ or bool(command.resolution_ref))
    if not keys:
        return ()
    return (
        events.TenantSettingsChanged(
            settings_version=state.settings_version + 1,
            keys=keys,
            settings=command.settings,
            resolution_ref=command.resolution_ref,
        ),
    )


def settings_are_sound(settings: TenantSettings) -> None:
    """Every number within reason, every waiver known."""
    for waiver in settings.four_eyes_waivers:
        refusals.unknown_waiver.unless(waiver in WAIVERS, waiver=waiver if waiver.isidentifier() else "?")
    for name, most in (("quorum", 50), ("investigation_quorum", 50), ("complaint_days", 3650), ("decision_days", 3650)):
        count = getattr(settings, name)
        refusals.setting_out_of_range.unless(count is None or 1 <= count <= most, setting=name)
    refusals.setting_out_of_range.unless(settings.digits in ("latn", "arab"), setting="digits")


def define_unit(
    command: DefineUnit, state: Association, _situation: Situation
) -> tuple[events.AdministrativeUnitDefined, ...]:
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


def permit_channel(
    command: PermitChannel, _state: Association, situation: Situation
) -> tuple[events.ChannelPermitted, ...]:
    policy = situation.rules.policy()
    refusals.channel_needs_policy_version.unless(policy is not None)
    assert policy is not None
    refusals.channel_permitted_already.unless(command.code not in situation.rules.channels(policy))
    named = next((channel for channel in policy.channels if channel.code == command.code), None)
    if named is not None:
        return (events.ChannelPermitted(channel=named, justification=command.justification),)
    # Kadi art. 3(1)د: other channels that suit the association and break no law, with the reason on record.
    refusals.channel_needs_policy_version.unless(policy.other_channels_allowed)
    refusals.justification_required.unless(bool(command.justification.strip()))
    added = Channel(code=command.code, basis="other_channel_clause", ar=command.name.ar, en=command.name.en)
    return (events.ChannelPermitted(channel=added, justification=command.justification),)


def retire_channel(
    command: RetireChannel, _state: Association, situation: Situation
) -> tuple[events.ChannelRetired, ...]:
    policy = situation.rules.policy()
    permitted = policy is not None and command.code in situation.rules.channels(policy)
    refusals.channel_not_permitted.unless(permitted)
    return (events.ChannelRetired(code=command.code),)


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
