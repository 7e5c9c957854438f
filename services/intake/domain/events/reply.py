"""What can have happened to a support request from review to its end."""

from __future__ import annotations

from datetime import date

from services.intake.domain.events.request import CountedDay, SkippedDay
from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Asked in review", ar="ورد طلب استكمال من جهة الدراسة", clause="reviewing_body")
class InformationAskedInReview:
    """The reviewing body asks; the clock runs on, unless the window pauses for information: from asked_on."""

    items: tuple[str, ...]
    asked_on: date | None = None


@fact(en="Decision received", ar="وصل قرار جهة الدراسة", clause="decision")
class ReviewDecisionReceived:
    """corrected: it replaces an earlier one."""

    review_id: str
    outcome: str
    decided_on: date
    corrected: bool


@fact(en="Early reply authorised", ar="أُذن بالرد المبكر", clause="response_window")
class EarlyReplyAuthorized:
    """The minimum is lifted for this reply; somebody else replies. note: why, in words."""

    reason_code: str
    authorised_by: str
    note: ContentRef | None = None


@fact(en="Early reply prevented", ar="مُنع تبليغ الرد قبل موعده", clause="response_window")
class EarlyReplyRefused:
    """Somebody wanted to reply before the window opened."""

    not_before: date
    channel: str
    refused_on: date


@fact(en="Decision communicated", ar="بُلّغ الرد", clause="response_window")
class DecisionCommunicated:
    """The reply, dated apart from the decision. late_by_days counts in the window's own unit."""

    number: str
    beneficiary_id: str
    outcome: str
    channel: str
    replied_on: date
    replied_by: str
    early: bool
    late_by_days: int | None = None


@fact(en="Reply undelivered", ar="تعذّر إيصال الرد", clause="response_window")
class ReplyUndelivered:
    """The reply is owed again; the clock never stopped."""

    notification_id: str


@fact(en="Response window recalculated", ar="أُعيد حساب مهلة الرد", clause="response_window")
class ResponseWindowRecalculated:
    """The last day has moved. cause: `calendar <version>`, or `information` where the clock had stood still."""

    number: str
    beneficiary_id: str
    before: date
    after: date
    cause: str
    calendar_version: str
    counted: tuple[CountedDay, ...]
    skipped: tuple[SkippedDay, ...]
    estimated_days: tuple[date, ...]
    beyond_calendar: tuple[date, ...] = ()


@fact(en="Response window confirmed", ar="تأكدت مهلة الرد بتقويم جديد", clause="response_window")
class ResponseWindowConfirmed:
    """A new calendar leaves the last day where it is, and knows more of the days in between; nobody need be told."""

    calendar_version: str
    counted: tuple[CountedDay, ...]
    skipped: tuple[SkippedDay, ...]
    estimated_days: tuple[date, ...]
    beyond_calendar: tuple[date, ...]


@fact(en="Response deadline breached", ar="انقضت مهلة الرد", clause="response_window")
class ResponseDeadlineBreached:
    """The last day is over without a reply; said once."""

    number: str
    due_by: date


@fact(en="Service started", ar="بدأ تقديم الخدمة", clause="service_delivery")
class ServiceStarted:
    """After an approval."""

    started_on: date


@fact(en="Service delivered", ar="قُدّمت الخدمة", clause="service_delivery")
class ServiceDelivered:
    """lead_days: from decision to delivery."""

    number: str
    beneficiary_id: str
    service_code: str
    delivered_on: date
    partial: bool
    lead_days: int
    details: ContentRef | None = None


@fact(en="Service not delivered", ar="لم تُقدَّم الخدمة", clause="service_delivery")
class ServiceNotDelivered:
    """Approved, and yet not given."""

    reason_code: str


@fact(en="Request withdrawn", ar="سُحب الطلب", clause="completeness")
class SupportRequestWithdrawn:
    """The applicant no longer wants it."""

    reason_code: str


@fact(en="Request closed", ar="أُغلق الطلب", clause="decision")
class SupportRequestClosed:
    """Everything owed has been done."""

    closed_on: date


@fact(en="Request reopened", ar="أُعيد فتح الطلب", clause="completeness")
class SupportRequestReopened:
    """Everything is gathered, signed and decided anew."""

    reason_code: str
