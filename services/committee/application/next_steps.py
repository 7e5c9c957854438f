"""What a review is ready for, and what it waits for: what a screen offers and says, while the domain decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from services.committee.application.aggregates import SESSION
from services.committee.domain import deciding, policy
from services.committee.domain.review import Review, Stage
from services.committee.domain.session import Session
from shared.application.desk import Desk
from shared.application.rulebook import Rulebook
from shared.application.situation import Situation
from shared.domain.messages import message
from shared.domain.refusals import Refused

STUDYING = ("AssignReviewer", "RecordStudy", "RequestFurtherInformation", "DeclareConflict")
READY: Mapping[Stage, tuple[str, ...]] = {
    "opened": STUDYING,
    "in_study": (*STUDYING, "PlaceOnAgenda", "RecordDecision"),
    "awaiting_information": STUDYING,
    "on_agenda": ("AssignReviewer", "DeclareConflict", "DeferReview", "CastVote", "RecordDecision"),
    "deferred": (*STUDYING, "PlaceOnAgenda"),
}


@message
class Obstacle:
    """One thing that stands in the way, as a refusal would say it."""

    code: str
    en: str
    ar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """A review, the session on whose agenda it is, and who asks."""

    review: Review
    session: Session
    situation: Situation


def now_of(review: Review, desk: Desk) -> Now:
    """The review as it would be decided now by whoever asks."""
    session = desk.load(SESSION, review.session_id) if review.session_id else Session()
    return now_in(session, review, desk.rules(), desk)


def now_in(session: Session, review: Review, rules: Rulebook, desk: Desk) -> Now:
    """The same where session and rules are known already."""
    now = desk.infrastructure.clock.now()
    situation = Situation(now=now, actor=desk.actor, rules=rules, pinned=review.policy_version)
    return Now(review=review, session=session, situation=situation)


def waits_for(now: Now) -> Obstacle | None:
    """What is missing before anybody could decide."""
    if not now.review.is_open:
        return None
    return why(lambda: deciding.demand_ready(now.review, now.session, now.situation))


def still_to_vote(now: Now) -> int | None:
    """How many who may vote have not; None while there is nothing to vote on."""
    return deciding.still_to_vote(now.review, now.session, now.situation)


def bars_asker(now: Now) -> Obstacle | None:
    """Why whoever asks takes no part."""
    return why(lambda: deciding.demand_free_to_decide(now.review, now.session, now.situation))


def next_commands(now: Now) -> tuple[str, ...]:
    """What fits the stage, less what would be refused to whoever asks."""
    stage = now.review.stage
    refused = set(_refused(now))
    return tuple(one for one in READY.get(stage, ()) if one not in refused) if stage else ()


def _refused(now: Now) -> Iterator[str]:
    review, actor = now.review, now.situation.actor
    if not policy.is_committee(review):
        yield "PlaceOnAgenda"
    if not (policy.is_not_recused(actor.ref, review) and policy.has_not_handled(actor.ref, review)):
        yield "RecordStudy"
    if actor.ref in review.recused and "reviewing_secretary" not in actor.roles:
        yield "DeclareConflict"
    if not now.session.is_held or deciding.vote_is_barred(actor.ref, review, now.session, now.situation):
        yield "CastVote"
    if waits_for(now) or bars_asker(now):
        yield "RecordDecision"


def why(demand: Callable[[], object]) -> Obstacle | None:
    """What a demand is refused for, if it is."""
    try:
        demand()
    except Refused as refused:
        return Obstacle(code=refused.code, en=refused.en, ar=refused.ar)
    return None
