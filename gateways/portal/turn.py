"""With whom a referred request is now and what it waits for, as the reviewing body tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from services.committee.application.reading import Decision, ReadDecision, ReadReview, ReviewRead

WITH_THE_BODY = frozenset({"under_review", "queried_in_review"})
WAITS: Mapping[str, Pair] = {
    "": ("القرار", "the decision"),
    "study_not_begun": ("تكليف دارس أو تسجيل دراسة", "somebody to be assigned, or a study"),
    "not_studied": ("تسجيل الدراسة", "the study"),
    "information_awaited": ("المعلومات التي طُلبت", "the information asked for"),
    "not_on_agenda": ("إدراجه في جلسة", "a place on an agenda"),
    "session_not_held": ("انعقاد الجلسة", "the session to be held"),
    "quorum_not_met": ("نصابًا ممن لهم التصويت", "a quorum of those who may vote"),
    "votes_missing": ("التصويت", "the votes"),
    "votes_outstanding": ("بقية الأصوات", "the remaining votes"),
    "votes_tied": ("جلسة أخرى، فقد تساوت الأصوات", "another session: the votes were equal"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """body: by code. waits: for what. decision: with its reasons, for whoever may read them."""

    review: ReviewRead
    waits: Pair | None
    decision: Decision | None

    @property
    def minutes_are_open(self) -> bool:
        """A committee has decided, and the minutes that hold it are not adopted yet."""
        return self.review.body_kind == "committee" and self.review.stage == "decided"


def turn_of(now: Any, visit: Visit) -> Turn | None:
    """Whose turn it is, and what was decided; None where the body is not concerned, or the visitor may not ask it."""
    decided = now.outcome is not None and visit.may("committee", "ReadDecision")
    if now.stage not in WITH_THE_BODY and not decided:
        return None
    review = visit.ask_if("committee", ReadReview(request_id=now.request_id))
    if review is None:
        return None
    decision = visit.ask_if("committee", ReadDecision(review_id=review.review_id)) if decided else None
    return Turn(review=review, waits=_waits(review) if now.stage in WITH_THE_BODY else None, decision=decision)


def _waits(review: ReviewRead) -> Pair:
    code = review.waits_for.code if review.waits_for else ""
    if review.stage == "in_study" and not review.has_study:
        code = "not_studied"
    return WAITS.get(code, WAITS[""])
