"""How a review is read."""

from __future__ import annotations

from datetime import date

from services.committee.application.aggregates import REFERRAL, REVIEW
from services.committee.domain import review as reviews
from services.committee.views import names
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ReadReview:
    """One review, by its own id, or by its request's: then the one the request is under now."""

    review_id: str | None = None
    request_id: str | None = None


@message
class CastVoteRead:
    """A vote on the item of the present session."""

    member_ref: str
    vote: str


@message
class ReviewRead:
    """A review as it stands; the study and the reasons are read by questions of their own."""

    review_id: str
    request_id: str
    number: str
    stage: str
    beneficiary_id: str | None
    body_kind: str
    body_code: str
    due_by: date | None
    policy_version: str | None
    handled_by: tuple[str, ...]
    reviewers: tuple[str, ...]
    recused: tuple[str, ...]
    has_study: bool
    recommendation_code: str | None
    missing: tuple[str, ...]
    session_id: str | None
    session_no: int | None
    item_no: int | None
    votes: tuple[CastVoteRead, ...]
    outcome: str | None
    decided_on: date | None
    reason_codes: tuple[str, ...]
    condition_codes: tuple[str, ...]
    award_kind: str | None
    minutes_no: str | None


def read_review(query: ReadReview, desk: Desk) -> ReviewRead:
    review_id = query.review_id or desk.load(REFERRAL, query.request_id or "")[-1]
    return told_of(desk.load(REVIEW, review_id))


def told_of(review: reviews.Review) -> ReviewRead:
    """A review as it is read."""
    own = ("stage", "has_study", "votes", "outcome", "decided_on", "reason_codes", "condition_codes", "award_kind")
    told = {name: getattr(review, name) for name in names(ReviewRead) if name not in own}
    decision = review.decision
    return ReviewRead(
        stage=str(review.stage),
        has_study=review.study is not None,
        votes=tuple(CastVoteRead(member_ref=vote.member_ref, vote=vote.vote) for vote in review.votes),
        outcome=decision.outcome if decision else None,
        decided_on=decision.decided_on if decision else None,
        reason_codes=decision.reason_codes if decision else (),
        condition_codes=decision.condition_codes if decision else (),
        award_kind=decision.award_kind if decision else None,
        **told,
    )
