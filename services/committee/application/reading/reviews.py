"""How a review is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from services.committee.application.aggregates import REFERRAL, REVIEW
from services.committee.application.next_steps import (
    Obstacle,
    bars_asker,
    next_commands,
    now_of,
    still_to_vote,
    waits_for,
)
from services.committee.domain import review as reviews
from services.committee.views import names
from shared.application.desk import Desk
from shared.domain.messages import message

OWN = frozenset(
    {"stage", "has_study", "votes", "outcome", "decided_on", "reason_codes", "condition_codes", "award_kind"}
)
OWN |= {"next_commands", "waits_for", "bars_asker", "put_off", "still_to_vote"}


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
class PutOffRead:
    """That a session put the item off, why, and how the votes stood."""

    session_no: int
    reason_code: str
    votes_for: int
    votes_against: int
    abstentions: int


@message
class ReviewRead:
    """A review as it stands; the study and the reasons are read by questions of their own.

    next_commands: what it is ready for, asked by whoever asks this. waits_for: what it lacks before it can be decided.
    bars_asker: why whoever asks this takes no part in deciding it. put_off: by which sessions, first to last.
    still_to_vote: how many who may vote on it have not, None while it is before no session that is held.
    """

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
    next_commands: tuple[str, ...] = ()
    waits_for: Obstacle | None = None
    bars_asker: Obstacle | None = None
    put_off: tuple[PutOffRead, ...] = ()
    still_to_vote: int | None = None


def read_review(query: ReadReview, desk: Desk) -> ReviewRead:
    review_id = query.review_id or desk.load(REFERRAL, query.request_id or "")[-1]
    now = now_of(desk.load(REVIEW, review_id), desk)
    return replace(
        told_of(now.review),
        next_commands=next_commands(now),
        waits_for=waits_for(now),
        bars_asker=bars_asker(now),
        still_to_vote=still_to_vote(now),
    )


def told_of(review: reviews.Review) -> ReviewRead:
    """A review as it is read."""
    told = {name: getattr(review, name) for name in names(ReviewRead) if name not in OWN}
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
        put_off=tuple(_put_off(one) for one in review.put_off),
        **told,
    )


def _put_off(one: reviews.PutOff) -> PutOffRead:
    told = Counter(vote.vote for vote in one.votes)
    return PutOffRead(
        session_no=one.session_no,
        reason_code=one.reason_code,
        votes_for=told["approve"],
        votes_against=told["reject"],
        abstentions=told["abstain"],
    )
