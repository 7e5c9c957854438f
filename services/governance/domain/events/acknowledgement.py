"""What can have happened to an acknowledgement."""

from __future__ import annotations

from datetime import date

from shared.contracts.governance import Wording
from shared.domain.messages import fact


@fact(en="Acknowledgement requested", ar="طُلب التوقيع بالعلم", clause="acknowledgement")
class AcknowledgementRequested:
    """document_sha256: of the version circulated, which the signature will bind."""

    acknowledgement_id: str
    policy_id: str
    version: int
    document_sha256: str
    seat_id: str
    job_title: Wording | None
    staff_ref: str | None
    due_on: date | None


@fact(en="Acknowledgement signed", ar="وُقّع بالعلم", clause="acknowledgement")
class AcknowledgementSigned:
    acknowledgement_id: str
    seat_id: str
    staff_ref: str
    job_title_code: str
    version: int
    document_sha256: str
    method: str
    paper_location: str | None
    signed_on: date


@fact(en="Acknowledgement declined", ar="امتُنع عن التوقيع بالعلم", clause="acknowledgement")
class AcknowledgementDeclined:
    acknowledgement_id: str
    seat_id: str
    staff_ref: str
    reason_code: str


@fact(en="Acknowledgement lapsed", ar="سقط التوقيع بالعلم", clause="acknowledgement")
class AcknowledgementLapsed:
    """cause: superseded or left_service."""

    acknowledgement_id: str
    seat_id: str
    cause: str
