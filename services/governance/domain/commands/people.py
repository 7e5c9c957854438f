"""What may be asked about staff: who serves in which seat, and with which roles."""

from __future__ import annotations

from typing import Annotated

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class StaffPerson:
    """Who a staff reference stands for; never outside the vault."""

    name: str
    email: str | None = None
    phone: str | None = None


@message
class RegisterStaffMember:
    """Let somebody serve in a seat, under an opaque reference."""

    staff_ref: str
    seat_id: str
    job_title_code: str
    unit_code: str | None = None
    person: Annotated[StaffPerson | None, Sealed(category="staff_profile", subject="staff_ref")] = None


@message
class EndService:
    """Record that somebody has left."""

    staff_ref: str


@message
class AssignRole:
    """Give a role, in one unit or in all."""

    staff_ref: str
    role: str
    unit_code: str | None = None


@message
class RevokeRole:
    """Take a role back."""

    staff_ref: str
    role: str
    unit_code: str | None = None
