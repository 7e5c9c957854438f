"""Questions about staff and their roles."""

from __future__ import annotations

from typing import Any

from services.governance.application.aggregates import STAFF_MEMBER
from services.governance.domain.commands.naming import StaffName
from services.governance.domain.commands.people import StaffPerson
from services.governance.domain.staff_member import StaffMember
from services.governance.views.listed import rows
from services.governance.views.people import PEOPLE, ROLES, STAFF
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListStaff:
    """Everybody who serves or has served."""

    at_least_position: int = 0


@message
class StaffRow:
    """A reference, a seat, a title; no name."""

    staff_ref: str
    seat_id: str
    job_title_code: str
    unit_code: str | None
    is_serving: bool


@message
class StaffList:
    """By reference."""

    staff: tuple[StaffRow, ...]


@message
class ReadStaffMember:
    """One member of staff with the person's name; the reading is recorded."""

    staff_ref: str


@message
class StaffMemberAnswer:
    """person: as entered with the seat, None where none was given; name: as he gave it himself."""

    staff_ref: str
    seat_id: str
    job_title_code: str
    unit_code: str | None
    roles: tuple[str, ...]
    is_serving: bool
    person: StaffPerson | None
    name: StaffName | None = None


@message
class ListRoles:
    """Roles held, of one person or of all."""

    staff_ref: str | None = None
    at_least_position: int = 0


@message
class RoleRow:
    """unit_code is empty where the role holds in all units."""

    staff_ref: str
    role: str
    unit_code: str
    since: str


@message
class RoleList:
    """By person."""

    roles: tuple[RoleRow, ...]


def list_staff(query: ListStaff, desk: Desk) -> StaffList:
    found = rows(desk, PEOPLE, STAFF, query.at_least_position, ("staff_ref",))
    return StaffList(staff=tuple(StaffRow(**row) for row in found))


def read_staff_member(query: ReadStaffMember, desk: Desk) -> StaffMemberAnswer:
    state: StaffMember = desk.load(STAFF_MEMBER, query.staff_ref)
    why: dict[str, Any] = {"reason": "staff_directory", "case_id": None}
    return StaffMemberAnswer(
        staff_ref=query.staff_ref,
        seat_id=state.seat_id,
        job_title_code=state.job_title_code,
        unit_code=state.unit_code,
        roles=state.roles,
        is_serving=not state.left,
        person=desk.open(state.person, StaffPerson, **why) if state.person else None,
        name=desk.open(state.name, StaffName, **why) if state.name else None,
    )


def list_roles(query: ListRoles, desk: Desk) -> RoleList:
    order = ("staff_ref", "role", "unit_code")
    found = rows(desk, PEOPLE, ROLES, query.at_least_position, order, staff_ref=query.staff_ref)
    return RoleList(roles=tuple(RoleRow(**row) for row in found))
