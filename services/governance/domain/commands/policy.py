"""What may be asked of a policy: draft, approve, put in force, circulate, review, settle findings."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from shared.domain.limits import Longest
from shared.domain.messages import message
from shared.domain.sealed import Sealed

Interpretation = Literal["literal", "literal_minimum", "maximum_by_board_resolution"]


@message
class Delivery:
    """One unit, seat or staff member who got the text, and by what medium."""

    to_kind: Literal["unit", "seat", "staff"]
    to: str
    medium: str


@message
class DraftPolicy:
    """Begin a policy with its first version; document: the policy file as JSON."""

    policy_id: str
    document: Annotated[str, Longest(characters=200_000)]


@message
class AmendPolicy:
    """Draft the next version."""

    policy_id: str
    version: int
    document: Annotated[str, Longest(characters=200_000)]


@message
class UploadTextOfRecord:
    """Keep the association's own file; content is base64."""

    policy_id: str
    version: int
    content: Annotated[str, Longest(characters=900_000), Sealed(category="text_of_record", subject="policy_id")]


@message
class SubmitPolicyForApproval:
    """Lay a draft before the body that approves."""

    policy_id: str
    version: int
    submitted_to: str


@message
class ReturnPolicy:
    """Give a draft back to be worked on."""

    policy_id: str
    version: int
    reason_code: str


@message
class RecordBoardApproval:
    """Record an approval, its dates exactly as the text states them (YYYY-MM-DD in each calendar)."""

    policy_id: str
    version: int
    body: str
    meeting_no: int | None = None
    date_hijri: str | None = None
    date_gregorian: str | None = None
    signatory_title: str | None = None
    signatory: Annotated[str | None, Sealed(category="signatory", subject="policy_id")] = None


@message
class PutPolicyInForce:
    """Let a version rule from a day on, today if none is given."""

    policy_id: str
    version: int
    effective_on: date | None = None


@message
class CirculatePolicy:
    """Make the version in force known; where the policy asks for it, every seat is asked to sign."""

    policy_id: str
    version: int
    deliveries: tuple[Delivery, ...]
    due_on: date | None = None


@message
class OpenPolicyReview:
    """Begin a review of the version in force."""

    policy_id: str
    cause: str


@message
class ClosePolicyReview:
    """End the review."""

    policy_id: str
    outcome: Literal["unchanged", "amend", "withdraw"]


@message
class RecordFinding:
    """Record a doubt about the text; code: an AMB code or the association's own."""

    policy_id: str
    code: str
    interpretation: str = ""


@message
class ResolveFinding:
    """Settle a doubt by the association's resolution."""

    policy_id: str
    code: str
    interpretation: str
    resolution_ref: str


@message
class SetWindowInterpretation:
    """Read the reply window otherwise, by resolution; makes the next version."""

    policy_id: str
    version: int
    interpretation: Interpretation
    resolution_ref: str
    starts_on: str | None = None


@message
class WithdrawPolicy:
    """Take a version that is not in force, or is under review, out of the way."""

    policy_id: str
    version: int
    reason_code: str
