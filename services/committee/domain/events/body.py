"""What can have happened to the reviewing body itself."""

from __future__ import annotations

from shared.domain.messages import fact


@fact(en="Member of the reviewing body admitted", ar="انضم عضو إلى جهة الدراسة", clause="reviewing_body")
class MemberAdmitted:
    """As governance has assigned the role."""

    member_ref: str
    role: str
    unit_code: str | None = None


@fact(en="Member of the reviewing body released", ar="غادر عضو جهة الدراسة", clause="reviewing_body")
class MemberReleased:
    """As governance has revoked the role."""

    member_ref: str
    role: str
    unit_code: str | None = None
