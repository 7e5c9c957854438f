"""What a member of staff is called, as he gives it himself."""

from __future__ import annotations

from typing import Annotated

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class StaffName:
    """As people read it, and in Latin letters where that was given; never outside the vault."""

    name: str
    latin: str | None = None


@message
class NameStaffMember:
    """Say what somebody is called: the one himself, or the governance officer."""

    staff_ref: str
    name: Annotated[StaffName, Sealed(category="staff_name", subject="staff_ref")]
