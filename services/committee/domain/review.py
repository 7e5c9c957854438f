"""A review: one referral of one request, from its opening to adopted minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from services.committee.domain import events as happened
from shared.domain.sealed import ContentRef

Stage = Literal[
    "opened", "in_study", "awaiting_information", "on_agenda", "deferred", "decided", "minutes_adopted", "cancelled"
]
UNDER_STUDY: frozenset[Stage] = frozenset({"opened", "in_study", "awaiting_information", "deferred"})
OPEN: frozenset[Stage] = UNDER_STUDY | {"on_agenda"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One member's vote on the item as it stands before the present session."""

    member_ref: str
    vote: str
    reason: ContentRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, or what replaced it."""

    outcome: str
    decided_on: date
    reason_codes: tuple[str, ...]
    reasons: ContentRef
    condition_codes: tuple[str, ...] = ()
    award_kind: str | None = None
    award: ContentRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """That a session put the item off, why, and the votes that counted until then: a later recusal takes none away."""

    session_id: str | None
    session_no: int
    reason_code: str
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """recused and handled_by take no part; `votes` are those of the present session only."""

    stage: Stage | None = None
    review_id: str = ""
    request_id: str = ""
    number: str = ""
    beneficiary_id: str | None = None
    body_kind: str = ""
    body_code: str = ""
    due_by: date | None = None
    policy_version: str | None = None
    handled_by: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    study: ContentRef | None = None
    recommendation_code: str | None = None
    missing: tuple[str, ...] = ()
    session_id: str | None = None
    session_no: int | None = None
    item_no: int | None = None
    votes: tuple[Vote, ...] = ()
    put_off: tuple[PutOff, ...] = ()
    decision: Decision | None = None
    minutes_no: str | None = None

    @property
    def is_open(self) -> bool:
        """Neither decided nor cancelled."""
        return self.stage in OPEN

    def count(self, vote: str, voters: tuple[str, ...]) -> int:
        """How many of these voters voted so."""
        return sum(each.vote == vote and each.member_ref in voters for each in self.votes)

    @property
    def counted(self) -> tuple[Vote, ...]:
        """The votes of the present session but those of members who were recused after voting."""
        return tuple(vote for vote in self.votes if vote.member_ref not in self.recused)


def evolve(review: Review, event: Any) -> Review:
    """The review after one more fact."""
    match event:
        case happened.ReviewOpened():
            return _opened(event)
        case happened.ReviewerAssigned(member_ref=member):
            return replace(review, stage=_studying(review), reviewers=(*review.reviewers, member))
        case happened.ReviewerRecused(member_ref=member):
            remaining = tuple(each for each in review.reviewers if each != member)
            return replace(review, recused=(*review.recused, member), reviewers=remaining)
        case happened.SocialStudyRecorded(study=study, recommendation_code=code):
            return replace(review, stage=_studying(review), study=study, recommendation_code=code)
        case happened.FurtherInformationRequested(items=items):
            return replace(review, stage="awaiting_information", missing=items)
        case happened.FurtherInformationReceived(still_missing=missing):
            return replace(review, stage="in_study", missing=missing)
        case happened.ReviewDueDateMoved(due_by=day):
            return replace(review, due_by=day)
    return _before_a_session(review, event)


def _before_a_session(review: Review, event: Any) -> Review:
    match event:
        case happened.ReviewPlacedOnAgenda(session_id=session, session_no=number, item_no=item):
            return replace(review, stage="on_agenda", session_id=session, session_no=number, item_no=item, votes=())
        case happened.ReviewDeferred(session_no=number, reason_code=reason):
            held, votes = review.session_id, review.counted
            put_off = PutOff(session_id=held, session_no=number, reason_code=reason, votes=votes)
            return replace(_off_the_agenda(review), stage="deferred", put_off=(*review.put_off, put_off))
        case happened.VoteCast(member_ref=member, vote=vote, reason=reason):
            return replace(review, votes=(*review.votes, Vote(member_ref=member, vote=vote, reason=reason)))
        case happened.RequestApproved() | happened.RequestRejected():
            return replace(review, stage="decided", decision=_decision(event))
        case happened.DecisionCorrected():
            return replace(review, decision=_corrected(event))
        case happened.ReviewMinuted(minutes_no=number):
            return replace(review, stage="minutes_adopted", minutes_no=number)
        case happened.ReviewCancelled():
            return replace(review, stage="cancelled")
    return review


def _off_the_agenda(review: Review) -> Review:
    return replace(review, session_id=None, session_no=None, item_no=None, votes=())


def _opened(event: happened.ReviewOpened) -> Review:
    return Review(
        stage="opened",
        review_id=event.review_id,
        request_id=event.request_id,
        number=event.number,
        beneficiary_id=event.beneficiary_id,
        body_kind=event.body_kind,
        body_code=event.body_code,
        due_by=event.due_by,
        policy_version=event.policy_version,
        handled_by=event.handled_by,
    )


def _studying(review: Review) -> Stage | None:
    return "in_study" if review.stage == "opened" else review.stage


def _decision(event: happened.RequestApproved | happened.RequestRejected) -> Decision:
    approved = isinstance(event, happened.RequestApproved)
    return Decision(
        outcome="approved" if approved else "rejected",
        decided_on=event.decided_on,
        reason_codes=event.reason_codes,
        reasons=event.reasons,
        condition_codes=event.condition_codes,
        award_kind=event.award_kind if isinstance(event, happened.RequestApproved) else None,
        award=event.award if isinstance(event, happened.RequestApproved) else None,
    )


def _corrected(event: happened.DecisionCorrected) -> Decision:
    return Decision(
        outcome=event.outcome,
        decided_on=event.decided_on,
        reason_codes=(event.reason_code,),
        reasons=event.reasons,
        condition_codes=event.condition_codes,
    )
