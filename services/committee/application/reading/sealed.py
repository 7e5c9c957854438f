"""How a study and a decision are read, opened from the vault."""

from __future__ import annotations

from datetime import date

from services.committee.application.aggregates import REVIEW
from services.committee.domain import review as reviews
from services.committee.domain.refusals import not_decided, not_studied
from shared.application.desk import Desk
from shared.domain.messages import message


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
