"""What can have happened to a complaint, kept for ever."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Complaint received", ar="وردت الشكوى", clause="complaints")
class ComplaintReceived:
    """channel_stated: whether the policy names the channel for complaints; otherwise an ordinary channel served."""

    number: str
    channel: str
    channel_stated: bool
    type: str
    remedy_code: str
    narrative: ContentRef
    anonymous: bool
    received_on: date
    policy_version: str
    complainant_id: str | None = None
    request_id: str | None = None
    service_code: str | None = None
    agreement_id: str | None = None
    fax_page_ref: str | None = None


@fact(en="Complaint acknowledged", ar="أُشعر صاحب الشكوى باستلامها", clause="complaints")
class ComplaintAcknowledged:
    """He knows that it has arrived."""

    number: str
    type: str
    channel: str
    acknowledged_on: date
    complainant_id: str | None = None
    request_id: str | None = None


@fact(en="Complaint assessed and assigned", ar="قُيّمت الشكوى وأُسندت", clause="complaints")
class ComplaintAssessed:
    """owner: the staff member who answers for it from now on."""

    severity: str
    urgency: str
    needs_investigation: bool
    unit_code: str
    owner: str


@fact(en="Channel refused", ar="رُفضت قناة غير معتمدة", clause="channels")
class ChannelRefused:
    """Something was asked over a channel that does not serve for it."""

    channel: str
    attempted: str
