"""What can have happened to a message on its way."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Sending attempt started", ar="بدأت محاولة إرسال", clause="contact_channel")
class SendAttemptStarted:
    """Written before the provider is called. Where neither sent nor failed follows, the process died in between, and
    the attempt is made again under the same key: the provider may then see it twice, the recipient should not."""

    notification_id: str
    attempt: int
    channel: str
    means: str


@fact(en="Notification sent", ar="أُرسل الإشعار", clause="contact_channel")
class NotificationSent:
    """The provider took it."""

    notification_id: str
    source_event_id: UUID
    channel: str
    attempt: int
    provider: str
    provider_message_id: str
    at: datetime


@fact(en="Notification delivered", ar="وصل الإشعار", clause="contact_channel")
class NotificationDelivered:
    """It arrived: in the portal's inbox, as the provider reports, or as staff recorded."""

    notification_id: str
    source_event_id: UUID
    channel: str
    provider_status: str
    at: datetime


@fact(en="Notification failed", ar="تعذّر إيصال الإشعار", clause="contact_channel")
class NotificationFailed:
    """One attempt, or staff's errand, came to nothing."""

    notification_id: str
    source_event_id: UUID
    channel: str
    attempt: int
    provider_status: str
    at: datetime


@fact(en="Another attempt scheduled", ar="حُدد موعد محاولة أخرى", clause="contact_channel")
class NotificationRetryScheduled:
    """Over the same way."""

    notification_id: str
    attempt: int
    next_at: datetime


@fact(en="Fell back to another channel", ar="انتقل الإشعار إلى قناة أخرى", clause="contact_channel")
class NotificationFellBack:
    """To the next way of the plan."""

    notification_id: str
    from_channel: str
    to_channel: str


@fact(en="Notification abandoned", ar="استُنفدت سبل الإشعار", clause="contact_channel")
class NotificationAbandoned:
    """Every permitted way has failed, or there was none."""

    notification_id: str
    source_event_id: UUID
    purpose: str
    request_id: str | None


@fact(en="Handed over by staff", ar="سلّمه موظف", clause="contact_channel")
class ManualDeliveryRecorded:
    """The proof is sealed."""

    notification_id: str
    channel: str
    proof: ContentRef
    delivered_by: str
    delivered_on: date
