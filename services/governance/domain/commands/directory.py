"""What may be asked of the directories: liaison officers, agreements, personal-data breaches."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class AppointLiaisonOfficer:
    """Let somebody answer the inquiries of a category in a field, in the place of whoever did."""

    category: str
    field: str
    staff_ref: str


@message
class EndAppointment:
    """End the appointment for a category and field."""

    category: str
    field: str


@message
class RecordAgreement:
    """Record a contract that gives rights and duties."""

    agreement_id: str
    party_kind: Literal["beneficiary", "supporter", "volunteer", "partner"]
    party_id: str
    number: str
    date: date
    summary: Annotated[str | None, Sealed(category="agreement", subject="party_id")] = None


@message
class EndAgreement:
    """Record that an agreement is over."""

    agreement_id: str


@message
class RecordBreach:
    """Record a breach of personal data; counts are of people."""

    breach_id: str
    aware_at: datetime
    kind: str
    count: int
    report: Annotated[str | None, Sealed(category="breach_report", subject="breach_id")] = None


@message
class UpdateBreach:
    """Record what has become known or been notified since."""

    breach_id: str
    count: int
    authority_notified_at: datetime | None = None
    subjects_notified_at: datetime | None = None
    report: Annotated[str | None, Sealed(category="breach_report", subject="breach_id")] = None


@message
class ConfirmDestruction:
    """Answer an order of destruction (asked for by our own reaction only)."""

    order_id: str
    subject_id: str


@message
class CloseBreach:
    """Close a breach."""

    breach_id: str
