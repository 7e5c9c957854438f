"""What may be asked of an acknowledgement: ask a seat for it, sign it, decline it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from shared.domain.messages import message


@message
class RequestAcknowledgement:
    """Ask one more seat to sign the version that was circulated."""

    policy_id: str
    seat_id: str
    due_on: date | None = None


@message
class SignAcknowledgement:
    """Sign that one knows the policy; document_sha256: of the text that was shown."""

    acknowledgement_id: str
    staff_ref: str
    document_sha256: str
    method: Literal["electronic", "paper"] = "electronic"
    paper_location: str | None = None


@message
class DeclineAcknowledgement:
    """Record that somebody will not sign."""

    acknowledgement_id: str
    staff_ref: str
    reason_code: str
