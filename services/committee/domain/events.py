"""What can have happened in the reviewing body, kept for ever."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.messages import fact, message
from shared.domain.sealed import ContentRef


@fact(en="Review opened", ar="بدأت دراسة الطلب", clause="reviewing_body")
class ReviewOpened:
    """handled_by: staff who completed or verified the request."""

    review_id: str
    request_id: str
    number: str
    beneficiary_id: str | None
    body_kind: str
    body_code: str
    due_by: date | None
    policy_version: str
    handled_by: tuple[str, ...]
    opened_on: date


@fact(en="Further referral noted", ar="سُجّلت إحالة الطلب")
class ReferralNoted:
    """Which review a request is under now."""

    review_id: str


@fact(en="Reviewer assigned", ar="كُلّف عضو بدراسة الطلب", clause="reviewing_body")
class ReviewerAssigned:
    """role: rapporteur or reviewer."""

    review_id: str
    member_ref: str
    role: str


@fact(en="Conflict of interest declared", ar="أُفصح عن تعارض مصالح", clause="decision")
class ConflictOfInterestDeclared:
    """declared_by: the member, or the secretary who put it on record."""

    review_id: str
    member_ref: str
    declared_by: str


@fact(en="Reviewer recused", ar="تنحّى عضو عن الطلب", clause="decision")
class ReviewerRecused:
    """From now on the member neither votes nor counts; an earlier vote of his is void."""

    review_id: str
    member_ref: str


@fact(en="Study recorded", ar="سُجّلت دراسة الطلب", clause="reviewing_body")
class SocialStudyRecorded:
    """The study itself is sealed."""

    review_id: str
    study: ContentRef
    recommendation_code: str
    recorded_by: str


@fact(en="Further information requested", ar="طُلبت معلومات إضافية", clause="reviewing_body")
class FurtherInformationRequested:
    """The reply's clock runs on."""

    review_id: str
    request_id: str
    items: tuple[str, ...]
    beneficiary_id: str | None = None
    number: str | None = None


@fact(en="Further information received", ar="وردت المعلومات الإضافية", clause="reviewing_body")
class FurtherInformationReceived:
    """still_missing: what was asked and has not come."""

    review_id: str
    items: tuple[str, ...]
    still_missing: tuple[str, ...]


@fact(en="Placed on the agenda", ar="أُدرج الطلب في جدول الأعمال", clause="decision")
class ReviewPlacedOnAgenda:
    """As an item of a session."""

    review_id: str
    session_id: str
    session_no: int
    item_no: int


@fact(en="Review deferred", ar="أُجّل البت في الطلب", clause="decision")
class ReviewDeferred:
    """To a later session."""

    review_id: str
    request_id: str
    session_no: int
    reason_code: str


@fact(en="Vote cast", ar="أُدلي بصوت", clause="decision")
class VoteCast:
    """waivers: four-eyes rules the association has lifted by a setting and that were needed here."""

    review_id: str
    session_no: int
    member_ref: str
    vote: str
    waivers: tuple[str, ...] = ()


@fact(en="Vote refused", ar="رُفض صوت", clause="decision")
class VoteRefused:
    """cause: the refusal's code; asked_by: who tried."""

    review_id: str
    member_ref: str
    asked_by: str
    cause: str


@fact(en="Request approved", ar="قُبل الطلب", clause="decision")
class RequestApproved:
    """quorum: as set at that time, None where the association has set no rule, which no_quorum_rule warns of.

    voters: members present who might vote on this item. A competent unit has neither session nor votes.
    """

    review_id: str
    request_id: str
    reason_codes: tuple[str, ...]
    reasons: ContentRef
    condition_codes: tuple[str, ...]
    award_kind: str | None
    award: ContentRef | None
    decided_on: date
    decided_by: str
    session_no: int | None
    voters: tuple[str, ...]
    votes_for: int
    votes_against: int
    abstentions: int
    quorum: int | None
    no_quorum_rule: bool
    waivers: tuple[str, ...] = ()


@fact(en="Request rejected", ar="رُفض الطلب", clause="decision")
class RequestRejected:
    """As for an approval, without an award."""

    review_id: str
    request_id: str
    reason_codes: tuple[str, ...]
    reasons: ContentRef
    condition_codes: tuple[str, ...]
    decided_on: date
    decided_by: str
    session_no: int | None
    voters: tuple[str, ...]
    votes_for: int
    votes_against: int
    abstentions: int
    quorum: int | None
    no_quorum_rule: bool
    waivers: tuple[str, ...] = ()


@fact(en="Decision corrected", ar="صُحّح القرار", clause="decision")
class DecisionCorrected:
    """corrects: the outcome that was in error, as decided on that day."""

    review_id: str
    request_id: str
    corrects: str
    corrects_decision_of: date
    outcome: str
    reason_code: str
    reasons: ContentRef
    decided_on: date
    decided_by: str
    session_no: int | None


@fact(en="Decision entered in adopted minutes", ar="ثُبّت القرار في محضر معتمد", clause="decision")
class ReviewMinuted:
    """The minutes that hold this item are adopted."""

    review_id: str
    minutes_no: str


@fact(en="Review cancelled", ar="أُلغيت دراسة الطلب")
class ReviewCancelled:
    """cause: withdrawn or duplicate."""

    review_id: str
    request_id: str
    cause: str


@fact(en="Session scheduled", ar="حُدد موعد جلسة", clause="decision")
class SessionScheduled:
    """session_no runs within the year."""

    session_id: str
    session_no: int
    starts_at: datetime
    member_refs: tuple[str, ...]


@fact(en="Item added to the agenda", ar="أُضيف بند إلى جدول الأعمال", clause="decision")
class AgendaItemAdded:
    """A request is an item of this session."""

    session_id: str
    review_id: str
    item_no: int


@fact(en="Session held", ar="عُقدت الجلسة", clause="decision")
class SessionHeld:
    """quorum_met: None where the association has set no rule."""

    session_id: str
    session_no: int
    held_on: date
    members_present: tuple[str, ...]
    quorum_met: bool | None = None


@message
class MinutesItem:
    """One item as the minutes state it. outcome: approved, rejected, deferred or cancelled."""

    review_id: str
    number: str
    outcome: str
    recused: tuple[str, ...]
    votes_for: int
    votes_against: int
    abstentions: int
    reason_codes: tuple[str, ...]


@fact(en="Minutes drafted", ar="أُعد المحضر", clause="decision")
class MinutesDrafted:
    """content_sha256: of the Arabic minutes as written from these items, which hold codes and numbers only."""

    session_id: str
    minutes_no: str
    items: tuple[MinutesItem, ...]
    content_sha256: str
    remarks: ContentRef | None = None


@fact(en="Minutes adopted", ar="اعتُمد المحضر", clause="decision")
class MinutesAdopted:
    """Adopted over exactly this content; locked."""

    session_id: str
    minutes_no: str
    content_sha256: str
    adopted_by: tuple[str, ...]


@fact(en="Destruction confirmed", ar="أُكّد إتلاف البيانات")
class DestructionConfirmed:
    """Nothing about the subject can be read here any more."""

    order_id: str
    subject_id: str
