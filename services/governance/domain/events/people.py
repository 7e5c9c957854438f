"""What can have happened to a member of staff."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Staff member registered", ar="سُجّل موظف")
class StaffMemberRegistered:
    staff_ref: str
    seat_id: str
    job_title_code: str
    unit_code: str | None
    person: ContentRef | None


@fact(en="Staff member left", ar="انتهت خدمة موظف")
class StaffMemberLeft:
    staff_ref: str
    seat_id: str
    on: date


@fact(en="Role assigned", ar="أُسند دور")
class RoleAssigned:
    staff_ref: str
    role: str
    unit_code: str | None
    on: date


@fact(en="Role revoked", ar="سُحب دور")
class RoleRevoked:
    staff_ref: str
    role: str
    unit_code: str | None
    on: date


@fact(en="Staff member named", ar="سُجّل اسم موظف")
class StaffMemberNamed:
    """What he is called lies in the vault."""

    staff_ref: str
    name: ContentRef
