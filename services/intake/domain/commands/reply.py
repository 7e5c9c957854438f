"""What intake may be asked about a request from review to its end."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class AskInReview:
    """The reviewing body asks for items; the clock runs on (reaction)."""

    request_id: str
    items: tuple[str, ...]


@message
class ReceiveDecision:
    """The reviewing body has decided, or has corrected its decision (reaction)."""

    request_id: str
    review_id: str
    outcome: Literal["approved", "rejected"]
    decided_on: date
    corrected: bool = False


@message
class AuthorizeEarlyReply:
    """Lift the minimum for this one reply; somebody else then replies. note: why, in words, where no code says it."""

    request_id: str
    reason_code: Literal["urgent", "medical", "deadline_of_third_party", "other"]
    beneficiary_id: str | None = None
    note: Annotated[str | None, Sealed(category="early_reply", subject="beneficiary_id", or_else="request_id")] = None


@message
class CommunicateDecision:
    """Issue the reply over a permitted channel."""

    request_id: str
    channel: str


@message
class MarkReplyUndelivered:
    """Every permitted way has failed: the reply is owed again (reaction)."""

    request_id: str
    notification_id: str


@message
class RecalculateWindow:
    """A new calendar touches an open window (asked for by the timer only).

    settings_version: which settings name it, since an association may go back to a calendar it had before.
    """

    request_id: str
    calendar_version: str
    settings_version: int = 0


@message
class BreachDeadline:
    """The last day for the reply is over (asked for by the timer only)."""

    request_id: str
    due_by: date


@message
class StartService:
    """Begin to serve after an approval."""

    request_id: str


@message
class DeliverService:
    """The service was given, wholly or in part."""

    request_id: str
    beneficiary_id: str
    delivered_on: date
    partial: bool = False
    details: Annotated[str | None, Sealed(category="services", subject="beneficiary_id")] = None


@message
class RecordNonDelivery:
    """An approved service was not given, and why."""

    request_id: str
    reason_code: str


@message
class WithdrawRequest:
    """The applicant no longer wants it."""

    request_id: str
    reason_code: str


@message
class CloseRequest:
    """Everything owed has been done."""

    request_id: str


@message
class ReopenRequest:
    """Begin again after closing: everything is gathered, signed and decided anew."""

    request_id: str
    reason_code: str
