"""Complaints' named examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from services.complaints.domain.commands import AcknowledgeComplaint, AssessComplaint, FileComplaint
from services.complaints.service import SERVICE
from tests.domain.scenario import Scenario
from tests.domain.statutes import joined, policy

COMPLAINT, COMPLAINANT = "complaint-1", "beneficiary-1"
FRONT_DESK, FOLLOW_UP = "beneficiary_relations_officer", "follow_up_officer"
NARRATIVE = "لم يُجب أحد على اتصالي"


def stage(folder: Path, association: str) -> Scenario:
    return Scenario(SERVICE, folder).adopted(joined(association, association[:3].upper()), policy(association))


def filed(**changes: Any) -> FileComplaint:
    usual: dict[str, Any] = {
        "complaint_id": COMPLAINT,
        "channel": "website",
        "type": "complaint",
        "remedy_code": "apology",
        "narrative": NARRATIVE,
        "complainant_id": COMPLAINANT,
        "request_id": "request-1",
    }
    return FileComplaint(**(usual | changes))


def acknowledged(channel: str = "phone_call") -> AcknowledgeComplaint:
    return AcknowledgeComplaint(complaint_id=COMPLAINT, channel=channel)


def assessed(owner: str = "staff-2") -> AssessComplaint:
    return AssessComplaint(
        complaint_id=COMPLAINT,
        severity="high",
        urgency="urgent",
        needs_investigation=True,
        unit_code="follow_up",
        owner=owner,
    )
