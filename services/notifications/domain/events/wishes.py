"""What can have happened to a recipient's wishes."""

from __future__ import annotations

from uuid import UUID

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


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
    """The beneficiary came of age, or this guardian no longer acts for him."""

    beneficiary_id: str
    guardian_id: str | None = None


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
    """Nothing is sent any more, unless the scope leaves his contact points alone; copies outside the vault are
    removed next."""

    order_id: str
    subject_id: str
    scope: tuple[str, ...] = ()


@fact(en="Destruction confirmed", ar="أُكّد إتلاف البيانات")
class DestructionConfirmed:
    """Nothing about the subject can be read here any more."""

    order_id: str
    subject_id: str
