"""The things with a life of their own in this service, and where their streams lie."""

from __future__ import annotations

from services.committee.domain import body, referral, review, session
from shared.application.aggregate import Aggregate

REVIEW = Aggregate(
    kind="review",
    noun=("review", "ملف دراسة"),
    evolve=review.evolve,
    initial=review.Review(),
    case=lambda _id, state: state.request_id,
    pinned=lambda state: state.policy_version,
)
SESSION = Aggregate(kind="session", noun=("session", "جلسة"), evolve=session.evolve, initial=session.Session())
REFERRAL = Aggregate(
    kind="referral", noun=("referred request", "طلب محال"), evolve=referral.reviews_of_request, initial=()
)
DESTRUCTION = Aggregate(
    kind="destruction", noun=("order of destruction", "أمر إتلاف"), evolve=referral.is_confirmed, initial=False
)
BODY_ID = "reviewing"
BODY = Aggregate(
    kind="body",
    noun=("reviewing body", "جهة دراسة"),
    evolve=body.evolve,
    initial=body.Body(),
    case=lambda _id, _state: None,
)

AGGREGATES = (REVIEW, SESSION, REFERRAL, DESTRUCTION, BODY)
