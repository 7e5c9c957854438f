"""What may be asked about a legal hold."""

from __future__ import annotations

from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class PlaceLegalHold:
    """Forbid the destruction of somebody's data; reference: the case number or the order it rests on."""

    hold_id: str
    subject_id: str
    basis: Literal["court_case", "authority_referral", "statutory_duty"]
    reference: Annotated[str, Sealed(category="legal_hold", subject="subject_id")]
    complaint_id: str | None = None


@message
class ReleaseLegalHold:
    """What the hold rested on is over."""

    hold_id: str
    reason_code: Literal["case_closed", "order_lifted", "duty_ended", "placed_in_error"]
