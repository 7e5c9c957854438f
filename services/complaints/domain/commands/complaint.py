"""What may be asked about a complaint."""

from __future__ import annotations

from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class FileComplaint:
    """Somebody is dissatisfied; complainant_id is left out when he stays anonymous."""

    complaint_id: str
    channel: str
    type: Literal["complaint", "dispute", "technical_issue", "grievance"]
    remedy_code: str
    narrative: Annotated[str, Sealed(category="complaint", subject="complainant_id", or_else="complaint_id")]
    complainant_id: str | None = None
    request_id: str | None = None
    service_code: str | None = None
    agreement_id: str | None = None
    fax_page_ref: str | None = None


@message
class AcknowledgeComplaint:
    """Tell the complainant that his complaint has arrived, and its number."""

    complaint_id: str
    channel: str


@message
class AssessComplaint:
    """Weigh it and give it to an owner."""

    complaint_id: str
    severity: Literal["low", "medium", "high"]
    urgency: Literal["routine", "urgent"]
    needs_investigation: bool
    unit_code: str
    owner: str
