"""What can have happened to a support request until it is with the reviewing body."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact, message
from shared.domain.sealed import ContentRef


@fact(en="Request opened", ar="فُتح الطلب", clause="completeness")
class SupportRequestOpened:
    """number: our own serial number; policy_version: the one the request stays under."""

    number: str
    beneficiary_id: str
    service_code: str
    origin: str
    channel: str
    opened_on: date
    policy_version: str


@fact(en="Outreach confirmed", ar="أُكّد طلب المبادرة", clause="outreach")
class OutreachConfirmed:
    """He wants what was opened for him."""

    confirmed_by: str


@fact(en="Need stated", ar="كُتب ما يطلبه المستفيد", clause="completeness")
class NeedStated:
    """What he asks for, in words that lie in the vault."""

    need: ContentRef


@fact(en="Criteria provided", ar="أُعطيت المعايير والاشتراطات", clause="criteria")
class CriteriaProvided:
    """The version of the criteria he was given."""

    criteria_version: int
    medium: str


@fact(en="Evidence received", ar="استُلم مستند", clause="completeness")
class EvidenceAdded:
    """A copy lies in the vault only where a basis allows it; valid_until_hijri: as entered, if in that calendar.

    expired_accepted: it was out of date already, and taken in knowingly.
    """

    item_code: str
    valid_until: date | None = None
    document: ContentRef | None = None
    copy_basis: str | None = None
    destroy_on: date | None = None
    valid_until_hijri: str | None = None
    expired_accepted: bool = False


@fact(en="Evidence matched", ar="طوبق المستند", clause="data_matching")
class EvidenceMatched:
    """It agrees with the data."""

    item_code: str
    verified_by: str


@fact(en="Evidence rejected", ar="رُدّ المستند", clause="data_matching")
class EvidenceRejected:
    """It does not agree with the data, or is not in order."""

    item_code: str
    verified_by: str
    reason_code: str


@fact(en="Information requested", ar="طُلب استكمال", clause="completeness")
class InformationRequested:
    """The applicant is asked for these items."""

    items: tuple[str, ...]


@fact(en="Information supplied", ar="ورد الاستكمال", clause="completeness")
class InformationSupplied:
    """in_review: the reviewing body had asked for them; the clock goes on after supplied_on if it stood still."""

    items: tuple[str, ...]
    in_review: bool
    supplied_on: date | None = None


@fact(en="Referred to social research", ar="أُحيل إلى البحث الاجتماعي", clause="social_research")
class ReferredToSocialResearch:
    """The procedures were not clear to the applicant."""

    reason_code: str
    referred_by: str


@fact(en="Procedures clarified", ar="وُضّحت الإجراءات", clause="social_research")
class ProceduresClarified:
    """Social research has explained them."""

    staff_ref: str


@fact(en="Declaration signed", ar="وُقّع الإقرار", clause="declaration")
class DeclarationSigned:
    """signed_content: exactly what was shown; verified_by: the officer who countersigns, if one was there."""

    signed_content: ContentRef
    data_revision: int
    signed_by: str
    method: str
    on_behalf_of: str | None = None
    verified_by: str | None = None
    paper_location: str | None = None


@fact(en="Declaration voided", ar="بطل الإقرار لتغيّر البيانات", clause="declaration")
class DeclarationInvalidated:
    """What was signed for has changed; data_revision: the new one."""

    data_revision: int


@fact(en="Process explained", ar="شُرحت الإجراءات وموعد الرد", clause="explain_referral")
class ProcessExplained:
    """window_text: which sentence on the window was given (`not_before` or `due_by`, with its days)."""

    reviewing_body: str
    window_text_id: str
    explained_by: str


@fact(en="Request submitted", ar="قُدّم الطلب", clause="completeness")
class SupportRequestSubmitted:
    """Handed in, with what the public needs to know of it."""

    number: str
    beneficiary_id: str
    service_code: str
    origin: str
    channel: str
    submitted_on: date


@fact(en="Request completed", ar="اكتمل الطلب", clause="completeness")
class SupportRequestCompleted:
    """completed_on never moves afterwards."""

    completed_on: date
    completed_by: str


@message
class CountedDay:
    """A day that counts, and its place in the count."""

    date: date
    ordinal: int


@message
class SkippedDay:
    """A day that does not count, and why: weekend, a holiday's name, make_up."""

    date: date
    reason: str


@fact(en="Response window set", ar="حُدّدت مهلة الرد", clause="response_window")
class ResponseWindowSet:
    """The window with its proof, so that nobody need compute it again.

    rule: e.g. `max 15 working_day`; starts_after: that day is not counted; unit: what is counted. beyond_calendar: days
    counted as worked only because the calendar does not reach them. pauses_for_information: whether questions in review
    stop the clock, as the association had resolved on that day.
    """

    number: str
    beneficiary_id: str
    completed_on: date
    not_before: date | None
    due_by: date | None
    rule: str
    unit: str
    interpretation: str
    policy_version: str
    calendar_version: str
    starts_after: date
    counted: tuple[CountedDay, ...]
    skipped: tuple[SkippedDay, ...]
    estimated_days: tuple[date, ...]
    beyond_calendar: tuple[date, ...] = ()
    pauses_for_information: bool = False


@fact(en="Reply window beyond the working calendar", ar="مهلة الرد تتجاوز تقويم العمل", clause="response_window")
class WindowBeyondCalendarFound:
    """The last day is not certain: these days were counted before anybody knew whether they are days off."""

    calendar_version: str
    days: tuple[date, ...]


@fact(en="Request referred to review", ar="أُحيل الطلب إلى جهة الدراسة", clause="reviewing_body")
class SupportRequestReferred:
    """handled_by: staff who completed or verified the request; they do not decide on it."""

    number: str
    beneficiary_id: str
    body_kind: str
    body_code: str
    due_by: date | None
    policy_version: str
    handled_by: tuple[str, ...]
