"""What may be asked about who belongs to the reviewing body: by our own reactions to governance only."""

from __future__ import annotations

from shared.domain.messages import message


@message
class AdmitMember:
    """Somebody has got a role in the reviewing body."""

    member_ref: str
    role: str
    unit_code: str | None = None


@message
class ReleaseMember:
    """Somebody has lost a role in the reviewing body."""

    member_ref: str
    role: str
    unit_code: str | None = None
