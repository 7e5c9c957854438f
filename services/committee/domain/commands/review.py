"""What may be asked about a request under study."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed


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
class MoveDueDate:
    """The last day for the reply has moved (asked for by our own reaction only)."""

    request_id: str
    due_by: date


@message
class CancelReview:
    """End the open review of a request without a decision."""

    request_id: str
    cause: Literal["withdrawn", "duplicate"]


@message
class ConfirmDestruction:
    """Answer an order to destroy somebody's personal data (asked for by our own reaction only)."""

    order_id: str
    subject_id: str
