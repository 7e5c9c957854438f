"""What complaints says in public."""

from __future__ import annotations

from datetime import date

from shared.contracts.envelope import contract


@contract("complaints.complaint_received.v1")
class ComplaintReceived:
    """type: complaint, dispute, technical_issue or grievance; complainant_id: whom to tell, None when anonymous."""

    complaint_id: str
    number: str
    type: str
    channel: str
    request_id: str | None
    complainant_id: str | None
    received_on: date


@contract("complaints.complaint_acknowledged.v1")
class ComplaintAcknowledged:
    """The complainant was told that his complaint has arrived."""

    complaint_id: str
    number: str
    type: str
    channel: str
    request_id: str | None
    complainant_id: str | None
    acknowledged_on: date


@contract("complaints.complaint_closed.v1")
class ComplaintClosed:
    """resolution: upheld, partially_upheld, rejected, withdrawn, redirected or settled."""

    complaint_id: str
    number: str
    resolution: str
    channel: str
    closed_on: date


@contract("complaints.legal_hold_placed.v1")
class LegalHoldPlaced:
    """The subject's data must not be destroyed; complaint_id: None where the hold stands for itself."""

    hold_id: str
    subject_id: str
    complaint_id: str | None


@contract("complaints.legal_hold_released.v1")
class LegalHoldReleased:
    """This hold no longer forbids it; another may."""

    hold_id: str
    subject_id: str
    complaint_id: str | None


@contract("complaints.personal_data_destruction_confirmed.v1")
class PersonalDataDestructionConfirmed:
    """Nothing about the subject can be read in this service any more."""

    order_id: str
    subject_id: str
