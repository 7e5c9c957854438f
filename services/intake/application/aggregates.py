"""Intake's aggregates: where each one's stream lies, and which policy version it stays under."""

from __future__ import annotations

from typing import Any

from services.intake.domain import beneficiary, case_file, evolving, inquiry, reception
from shared.application.aggregate import Aggregate


def policy_version(state: Any) -> str | None:
    """The version something was opened under."""
    return state.policy_version if state else None


BENEFICIARY = Aggregate(kind="beneficiary", noun=("beneficiary", "مستفيد"), evolve=beneficiary.evolve)
REQUEST = Aggregate(
    kind="support_request", noun=("support request", "طلب دعم"), evolve=evolving.evolve, pinned=policy_version
)
RECEPTION = Aggregate(
    kind="reception",
    noun=("reception", "استقبال"),
    evolve=reception.evolve,
    case=lambda id_, state: (state and state.request_id) or id_,
    pinned=policy_version,
)
INQUIRY = Aggregate(kind="inquiry", noun=("inquiry", "استفسار"), evolve=inquiry.evolve, pinned=policy_version)
CASE_FILE = Aggregate(kind="case_file", noun=("case file", "ملف حالة"), evolve=case_file.evolve)

AGGREGATES = (BENEFICIARY, REQUEST, RECEPTION, INQUIRY, CASE_FILE)
