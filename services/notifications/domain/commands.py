"""What notifications may be asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from shared.domain.messages import message
from shared.domain.sealed import ContentRef, Sealed

Purpose = Literal["service", "decision", "complaint", "survey", "awareness", "staff"]
Channel = Literal["correspondence", "fax", "phone_call", "interview", "branch_delegate", "field_visit", "social_media"]


@message
class Rendered:
    """A message as it will be read."""

    subject: str
    body: str


@message
class RequestNotification:
    """Somebody is to be told something once (asked for by our own reactions only).

    recipient_id: a beneficiary, or a staff reference or `role:<role>` where the purpose is staff. params: numbers,
    codes and dates. channel: by which the cause itself was issued, used after the agreed one.
    """

    notification_id: str
    source_event_id: UUID
    purpose: Purpose
    template_code: str
    recipient_id: str
    case_id: str | None
    request_id: str | None
    dedupe_key: str
    channel: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)


@message
class RenderNotification:
    """Keep the words of a message under seal, for its present way (the service itself)."""

    notification_id: str
    recipient_id: str
    template_code: str
    template_version: int
    template_sha256: str
    content: Annotated[Rendered, Sealed(category="message", subject="recipient_id")]


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


@message
class SuppressNotification:
    """Nobody can be told any more: the recipient's data are destroyed (the service itself)."""

    notification_id: str


@message
class AdoptContactChannel:
    """Take over what was agreed with intake (reaction)."""

    beneficiary_id: str
    recipient_id: str
    channel_code: str
    contact_point_id: str
    language: str
    contact_point: ContentRef | None = None


@message
class AdoptConsent:
    """Take over a consent given or withdrawn (reaction)."""

    beneficiary_id: str
    purpose: str
    given: bool


@message
class NoteMajority:
    """A ward came of age: what his guardian agreed and consented to has ended (reaction)."""

    beneficiary_id: str


@message
class AnnounceInformation:
    """A service of the catalogue has changed: tell those who want to hear of it (reaction)."""

    source_event_id: UUID
    service_code: str
    version: int


@message
class OptOut:
    """Stop messages of a purpose; decisions and complaints cannot be stopped."""

    beneficiary_id: str
    purpose: Literal["service", "survey", "awareness"]


@message
class OptIn:
    """Want messages of a purpose again."""

    beneficiary_id: str
    purpose: Literal["service", "survey", "awareness"]


@message
class DestroyRecipient:
    """Forget how to reach somebody whose data are to be destroyed (reaction)."""

    order_id: str
    subject_id: str


@message
class ConfirmDestruction:
    """Every copy outside the vault is gone as well (the service itself)."""

    order_id: str
    subject_id: str


@message
class Texts:
    """One language's wording; {number}, {date} and the like stand for what is told."""

    subject: str
    body: str


@message
class PublishTemplate:
    """Put the association's own wording of a message in force, in both languages."""

    template_code: str
    ar: Texts
    en: Texts
