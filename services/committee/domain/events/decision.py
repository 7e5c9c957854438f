"""What can have happened on the way from the agenda to a decision."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


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
    """waivers: four-eyes rules the association has lifted by a setting and that were needed here.

    reason: the member's own, in words, where he gave one.
    """

    review_id: str
    session_no: int
    member_ref: str
    vote: str
    waivers: tuple[str, ...] = ()
    reason: ContentRef | None = None


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
    condition_codes: tuple[str, ...] = ()


@fact(en="Decision entered in minutes", ar="ثُبّت القرار في محضر معتمد", clause="decision")
class ReviewMinuted:
    """The minutes that hold this item are adopted."""

    review_id: str
    minutes_no: str
