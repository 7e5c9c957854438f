"""What may be asked on the way from the agenda to a decision."""

from __future__ import annotations

from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed

Outcome = Literal["approved", "rejected"]


@message
class PlaceOnAgenda:
    """Put a studied request before a session."""

    review_id: str
    session_id: str


@message
class DeferReview:
    """Put it off to a later session."""

    review_id: str
    reason_code: str


@message
class CastVote:
    """A member votes on an item of the session he attends; nobody votes for somebody else.

    reason: in words, where he gives one; then beneficiary_id says whose request it is.
    """

    review_id: str
    member_ref: str
    vote: Literal["approve", "reject", "abstain"]
    beneficiary_id: str | None = None
    reason: Annotated[str | None, Sealed(category="decision", subject="beneficiary_id", or_else="review_id")] = None


@message
class RecordDecision:
    """Record what was decided, with its reasons."""

    review_id: str
    beneficiary_id: str
    outcome: Outcome
    reason_codes: tuple[str, ...]
    reasons: Annotated[str, Sealed(category="decision", subject="beneficiary_id")]
    condition_codes: tuple[str, ...] = ()
    award_kind: str | None = None
    award: Annotated[str | None, Sealed(category="decision", subject="beneficiary_id")] = None


@message
class CorrectDecision:
    """Replace a decision found in error; a committee does so in a session it has held."""

    review_id: str
    beneficiary_id: str
    outcome: Outcome
    reason_code: str
    reasons: Annotated[str, Sealed(category="decision", subject="beneficiary_id")]
    session_id: str | None = None
    condition_codes: tuple[str, ...] = ()
