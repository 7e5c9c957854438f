"""What may be asked about a message on its way."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed

Channel = Literal["correspondence", "fax", "phone_call", "interview", "branch_delegate", "field_visit", "social_media"]


@message
class SendNotification:
    """Begin one attempt at sending (the service itself, or its timer)."""

    notification_id: str
    attempt: int


@message
class RecordSent:
    """The provider took it (the service itself)."""

    notification_id: str
    attempt: int
    provider: str
    provider_message_id: str


@message
class RecordFailure:
    """An attempt failed; a permanent failure is not tried again the same way (the service itself)."""

    notification_id: str
    attempt: int
    provider: str
    provider_status: str
    permanent: bool


@message
class RecordDeliveryReport:
    """What a provider says later about a message it took."""

    notification_id: str
    delivered: bool
    provider_status: str


@message
class RecordManualDelivery:
    """Staff handed the message over, and say how it can be proved."""

    notification_id: str
    recipient_id: str
    channel: Channel
    proof: Annotated[str, Sealed(category="message", subject="recipient_id")]
    delivered_on: date


@message
class RecordManualFailure:
    """Staff could not hand the message over."""

    notification_id: str
    reason_code: str
