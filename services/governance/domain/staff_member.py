"""A member of staff: a seat, and the roles held, under an opaque reference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.governance.domain.commands.people import AssignRole, EndService, RegisterStaffMember, RevokeRole
from services.governance.domain.events import people as events
from services.governance.domain.policy import Situation, roles_of_staff_include
from services.governance.domain.refusals import people as refusals
from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """roles: (role, unit) as `role` or `role@unit`. name: as he gave it himself, apart from what came with the seat."""

    seat_id: str = ""
    job_title_code: str = ""
    unit_code: str | None = None
    person: ContentRef | None = None
    name: ContentRef | None = None
    roles: tuple[str, ...] = ()
    left: bool = False


def evolve(state: StaffMember, event: Any) -> StaffMember:
    match event:
        case events.StaffMemberRegistered(seat_id=seat, job_title_code=title, unit_code=unit, person=person):
            return StaffMember(seat_id=seat, job_title_code=title, unit_code=unit, person=person)
        case events.StaffMemberLeft():
            return replace(state, left=True, roles=())
        case events.RoleAssigned(role=role, unit_code=unit):
            return replace(state, roles=(*state.roles, held(role, unit)))
        case events.StaffMemberNamed(name=name):
            return replace(state, name=name)
        case events.RoleRevoked(role=role, unit_code=unit):
            return replace(state, roles=tuple(each for each in state.roles if each != held(role, unit)))
    return state


def register(
    command: RegisterStaffMember, _state: StaffMember, situation: Situation
) -> tuple[events.StaffMemberRegistered, ...]:
    return (
        events.StaffMemberRegistered(
            staff_ref=command.staff_ref,
            seat_id=command.seat_id,
            job_title_code=command.job_title_code,
            unit_code=command.unit_code,
            person=situation.refs.get("person"),
        ),
    )


def end_service(
    command: EndService, state: StaffMember, situation: Situation
) -> tuple[events.RoleRevoked | events.StaffMemberLeft, ...]:
    refusals.service_ended.unless(not state.left)
    revoked = tuple(_revoked(command.staff_ref, each, situation) for each in state.roles)
    return (*revoked, events.StaffMemberLeft(staff_ref=command.staff_ref, seat_id=state.seat_id, on=situation.today))


def _revoked(staff_ref: str, each: str, situation: Situation) -> events.RoleRevoked:
    role, _, unit = each.partition("@")
    return events.RoleRevoked(staff_ref=staff_ref, role=role, unit_code=unit or None, on=situation.today)


def assign(command: AssignRole, state: StaffMember, situation: Situation) -> tuple[events.RoleAssigned, ...]:
    refusals.role_unknown.unless(roles_of_staff_include(command.role), role=_sayable(command.role))
    refusals.service_ended.unless(not state.left)
    refusals.role_held.unless(held(command.role, command.unit_code) not in state.roles)
    return (
        events.RoleAssigned(
            staff_ref=command.staff_ref, role=command.role, unit_code=command.unit_code, on=situation.today
        ),
    )


def revoke(command: RevokeRole, state: StaffMember, situation: Situation) -> tuple[events.RoleRevoked, ...]:
    refusals.role_not_held.unless(held(command.role, command.unit_code) in state.roles)
    return (
        events.RoleRevoked(
            staff_ref=command.staff_ref, role=command.role, unit_code=command.unit_code, on=situation.today
        ),
    )


def held(role: str, unit_code: str | None) -> str:
    """A role in one unit or in all."""
    return f"{role}@{unit_code}" if unit_code else role


def _sayable(role: str) -> str:
    # What a stranger typed is not repeated: it might be anybody's name.
    return role if role.isascii() and role.isidentifier() and role.islower() else "?"
