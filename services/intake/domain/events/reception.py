"""What can have happened at the counter."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Visitor received", ar="استُقبل المراجع", clause="receive_and_answer")
class VisitorReceived:
    """A visit has begun."""

    channel: str
    started_at: datetime
    policy_version: str
    beneficiary_id: str | None = None
    request_id: str | None = None


@fact(en="Visitor recognised", ar="عُرف المراجع", clause="receive_and_answer")
class VisitorRecognised:
    """Somebody in the register; the latest word counts."""

    beneficiary_id: str


@fact(en="Reception ended", ar="انتهى الاستقبال", clause="receive_and_answer")
class ReceptionEnded:
    """What was missing when the visitor left, and why."""

    channel: str
    started_at: datetime
    ended_at: datetime
    ended_on: date
    hospitality_offered: bool
    beneficiary_id: str | None = None
    request_id: str | None = None
    missing_items: tuple[str, ...] = ()
    incomplete_reason: str | None = None


@fact(en="Inquiry received", ar="ورد استفسار", clause="receive_and_answer")
class InquiryReceived:
    """routed_to: the officer who is to answer, if one was named."""

    asker_id: str
    topic_code: str
    channel: str
    received_on: date
    question: ContentRef
    policy_version: str
    routed_to: str | None = None


@fact(en="Inquiry answered", ar="أُجيب عن الاستفسار", clause="receive_and_answer")
class InquiryAnswered:
    """answer_source: the tool the answer came from."""

    topic_code: str
    channel: str
    answer_source: str
    answer: ContentRef
    answered_by: str
    answered_on: date
    routed_to: str | None = None


@fact(en="Inquiry referred", ar="أُحيل الاستفسار", clause="receive_and_answer")
class InquiryReferred:
    """Somebody else answers it."""

    topic_code: str
    channel: str
    referred_to: str
    referred_on: date


@fact(en="Liaison officer noted", ar="قُيّد ضابط الاتصال", clause="information")
class LiaisonNoted:
    """staff_ref: who answers inquiries of the category in the field from now on; None: nobody."""

    category: str
    field: str
    staff_ref: str | None = None


@fact(en="Channel refused", ar="رُفضت قناة غير معتمدة", clause="channels")
class ChannelRefused:
    """Something was asked over a channel the association does not have."""

    channel: str
    attempted: str
