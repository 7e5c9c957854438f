"""What the reviewing body may be asked to do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed

Outcome = Literal["approved", "rejected"]


@message
class OpenReview:
    """Begin the review of a referral (asked for by our own reaction only)."""

    review_id: str
    request_id: str
    number: str
    beneficiary_id: str | None
    body_kind: str
    body_code: str
    due_by: date | None
    policy_version: str
    handled_by: tuple[str, ...] = ()


@message
class AssignReviewer:
    """Name who studies the request; the rapporteur presents it."""

    review_id: str
    member_ref: str
    role: Literal["rapporteur", "reviewer"]


@message
class DeclareConflict:
    """A member has an interest in the case: declared by himself, or put on record by the secretary."""

    review_id: str
    member_ref: str


@message
class RecordStudy:
    """Put the study of the request on record."""

    review_id: str
    beneficiary_id: str
    study: Annotated[str, Sealed(category="study", subject="beneficiary_id")]
    recommendation_code: str


@message
class RequestFurtherInformation:
    """Ask the applicant for items that the study needs."""

    review_id: str
    items: tuple[str, ...]


@message
class ReceiveFurtherInformation:
    """Take note of the answers (asked for by our own reaction only)."""

    request_id: str
    items: tuple[str, ...]


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
    """A member votes on an item of the session he attends; nobody votes for somebody else."""

    review_id: str
    member_ref: str
    vote: Literal["approve", "reject", "abstain"]


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


@message
class CancelReview:
    """End the open review of a request without a decision."""

    request_id: str
    cause: Literal["withdrawn", "duplicate"]


@message
class ScheduleSession:
    """Call the members to a session."""

    session_id: str
    starts_at: datetime
    member_refs: tuple[str, ...]


@message
class HoldSession:
    """Put on record that a session took place, and who was there."""

    session_id: str
    held_on: date
    members_present: tuple[str, ...]


@message
class DraftMinutes:
    """Write the minutes from what the session has decided; remarks are added under seal."""

    session_id: str
    remarks: Annotated[str | None, Sealed(category="minutes", subject="session_id")] = None


@message
class AdoptMinutes:
    """The members present adopt the minutes, which are locked from then on."""

    session_id: str
    adopted_by: tuple[str, ...]


@message
class ConfirmDestruction:
    """Answer an order to destroy somebody's personal data (asked for by our own reaction only)."""

    order_id: str
    subject_id: str
