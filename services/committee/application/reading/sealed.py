"""How a study and a decision are read, opened from the vault."""

from __future__ import annotations

from datetime import date

from services.committee.application.aggregates import REFERRAL, REVIEW
from services.committee.domain import review as reviews
from services.committee.domain.refusals import not_decided, not_studied, nothing_granted
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.domain.refusals import NotFound


@message
class ReadStudy:
    """The sealed study of a request."""

    review_id: str


@message
class Study:
    """What was found, and what is recommended."""

    study: str
    recommendation_code: str


@message
class ReadDecision:
    """A decision with its sealed reasons."""

    review_id: str


@message
class Decision:
    """What was decided and why, in words."""

    outcome: str
    decided_on: date
    reason_codes: tuple[str, ...]
    reasons: str
    condition_codes: tuple[str, ...]
    award_kind: str | None
    award: str | None


@message
class ReadAward:
    """What was granted under one request, for those who give it."""

    request_id: str


@message
class Award:
    """The kind of support, and in words what is given; None where nothing was said."""

    award_kind: str | None
    award: str | None


@message
class ReadVotes:
    """The votes a decision was taken by, each with its sealed reason."""

    review_id: str


@message
class VoteRead:
    """reason: None where none was given, or where it was destroyed."""

    member_ref: str
    vote: str
    reason: str | None


@message
class VotesRead:
    """In the order in which they were cast."""

    votes: tuple[VoteRead, ...]


def read_study(query: ReadStudy, desk: Desk) -> Study:
    review: reviews.Review = desk.load(REVIEW, query.review_id)
    if review.study is None or review.recommendation_code is None:
        raise not_studied.refused()
    study = desk.open(review.study, str, reason="reading the study", case_id=review.request_id)
    return Study(study=study, recommendation_code=review.recommendation_code)


def read_decision(query: ReadDecision, desk: Desk) -> Decision:
    review: reviews.Review = desk.load(REVIEW, query.review_id)
    decision = review.decision
    if decision is None:
        raise not_decided.refused()
    reason, case_id = "reading the decision", review.request_id
    return Decision(
        outcome=decision.outcome,
        decided_on=decision.decided_on,
        reason_codes=decision.reason_codes,
        reasons=desk.open(decision.reasons, str, reason=reason, case_id=case_id),
        condition_codes=decision.condition_codes,
        award_kind=decision.award_kind,
        award=desk.open(decision.award, str, reason=reason, case_id=case_id) if decision.award else None,
    )


def read_award(query: ReadAward, desk: Desk) -> Award:
    """Of the decision the request is under now. Raises NotFound where nothing was granted."""
    review_ids = desk.load(REFERRAL, query.request_id)
    review: reviews.Review | None = desk.load(REVIEW, review_ids[-1]) if review_ids else None
    decision = review.decision if review else None
    if decision is None or decision.outcome != "approved":
        raise NotFound(nothing_granted.code, en=nothing_granted.en, ar=nothing_granted.ar)
    reason, case_id = "reading the award", query.request_id
    award = desk.open(decision.award, str, reason=reason, case_id=case_id) if decision.award else None
    return Award(award_kind=decision.award_kind, award=award)


def read_votes(query: ReadVotes, desk: Desk) -> VotesRead:
    """Not before the decision: nobody's reason is to sway another's vote."""
    review: reviews.Review = desk.load(REVIEW, query.review_id)
    not_decided.unless(review.decision is not None)
    given = [vote.reason for vote in review.votes if vote.reason is not None]
    opened = desk.open_all(given, str, reason="reading the votes", case_id=review.request_id) if given else ()
    reasons = dict(zip((one.ref for one in given), opened, strict=True))
    return VotesRead(
        votes=tuple(
            VoteRead(
                member_ref=vote.member_ref, vote=vote.vote, reason=reasons.get(vote.reason.ref) if vote.reason else None
            )
            for vote in review.votes
        )
    )
