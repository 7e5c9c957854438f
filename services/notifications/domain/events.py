"""What can have happened to a message, a recipient's wishes or a template, kept for ever."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from services.notifications.domain.commands import Texts
from shared.domain.messages import fact, message
from shared.domain.sealed import ContentRef


@message
class Way:
    """How a message goes: the policy's channel, and by what means: email, text_message, inbox or manual."""

    channel: str
    means: str


@fact(en="Notification requested", ar="طُلب إشعار", clause="contact_channel")
class NotificationRequested:
    """ways: the plan, the agreed channel first. addressee_id: who is told, the recipient himself or his guardian."""

    notification_id: str
    source_event_id: UUID
    purpose: str
    template_code: str
    locale: str
    recipient_id: str
    addressee_id: str
    case_id: str | None
    request_id: str | None
    dedupe_key: str
    params: Mapping[str, str]
    ways: tuple[Way, ...]


@fact(en="Notification suppressed", ar="حُجب إشعار", clause="contact_channel")
class NotificationSuppressed:
    """cause: no_consent, opted_out, channel_not_permitted or subject_destroyed."""

    notification_id: str
    cause: str


@fact(en="Notification written", ar="صيغ نص الإشعار", clause="contact_channel")
class NotificationRendered:
    """template_sha256: of the wording used; the text itself is sealed."""

    notification_id: str
    channel: str
    means: str
    content: ContentRef
    template_code: str
    template_version: int
    template_sha256: str


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


@fact(en="Agreed contact channel noted", ar="سُجّلت وسيلة التواصل المتفق عليها", clause="contact_channel")
class ContactChannelNoted:
    """contact_point: where intake keeps the addresses under seal; contact_point_id: which of them was agreed."""

    beneficiary_id: str
    recipient_id: str
    channel_code: str
    contact_point_id: str
    language: str
    contact_point: ContentRef | None = None


@fact(en="Consent noted", ar="سُجّلت الموافقة", clause="privacy")
class ConsentNoted:
    """As given to, or withdrawn from, intake."""

    beneficiary_id: str
    purpose: str
    given: bool


@fact(en="Wants news of services", ar="يرغب في أخبار الخدمات", clause="information")
class AudienceJoined:
    """Consented to awareness messages."""

    beneficiary_id: str


@fact(en="Wants no news of services", ar="لا يرغب في أخبار الخدمات", clause="information")
class AudienceLeft:
    """Withdrew that consent."""

    beneficiary_id: str


@fact(en="Change of information announced", ar="أُعلن تغيّر معلومات خدمة", clause="information")
class InformationChangeAnnounced:
    """Each member of the audience is told by a message of his own."""

    source_event_id: UUID
    service_code: str
    version: int


@fact(en="Guardian's arrangements ended", ar="انتهت ترتيبات الولي", clause="privacy")
class GuardianArrangementsEnded:
    """The beneficiary came of age."""

    beneficiary_id: str


@fact(en="Opted out", ar="أوقف المستفيد الرسائل", clause="privacy")
class RecipientOptedOut:
    """Of messages of this purpose."""

    beneficiary_id: str
    purpose: str


@fact(en="Opted in", ar="استأنف المستفيد الرسائل", clause="privacy")
class RecipientOptedIn:
    """To messages of this purpose."""

    beneficiary_id: str
    purpose: str


@fact(en="Recipient forgotten", ar="أُزيلت بيانات المستلم")
class RecipientForgotten:
    """Nothing is sent any more; copies outside the vault are removed next."""

    order_id: str
    subject_id: str


@fact(en="Destruction confirmed", ar="أُكّد إتلاف البيانات")
class DestructionConfirmed:
    """Nothing about the subject can be read here any more."""

    order_id: str
    subject_id: str


@fact(en="Message template published", ar="نُشر نص رسالة")
class MessageTemplatePublished:
    """version counts what was in force here; by_association: its own wording instead of the platform's."""

    template_code: str
    version: int
    body_sha256: str
    ar: Texts
    en: Texts
    by_association: bool
