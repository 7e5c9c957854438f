"""Intake's aggregates: where each one's stream lies, which case it belongs to, which policy version it stays under."""

from __future__ import annotations

from typing import Any

from services.intake.domain import (
    beneficiary,
    case_file,
    data_right,
    destruction,
    entitlement,
    evolving,
    field_visit,
    holds,
    inquiry,
    ip_permission,
    liaison,
    reception,
    suggestion,
    volunteering,
)
from shared.application.aggregate import Aggregate


def policy_version(state: Any) -> str | None:
    """The version something was opened under."""
    return state.policy_version if state else None


def case_of_request(id_: str, state: Any) -> str | None:
    """What belongs to a request is told with it."""
    return (state and state.request_id) or id_


BENEFICIARY = Aggregate(kind="beneficiary", noun=("beneficiary", "مستفيد"), evolve=beneficiary.evolve)
REQUEST = Aggregate(
    kind="support_request", noun=("support request", "طلب دعم"), evolve=evolving.evolve, pinned=policy_version
)
RECEPTION = Aggregate(
    kind="reception",
    noun=("reception", "استقبال"),
    evolve=reception.evolve,
    case=case_of_request,
    pinned=policy_version,
)
INQUIRY = Aggregate(kind="inquiry", noun=("inquiry", "استفسار"), evolve=inquiry.evolve, pinned=policy_version)
LIAISON = Aggregate(
    kind="liaison",
    noun=("directory", "دليل"),
    evolve=liaison.evolve,
    initial=liaison.Liaison(),
    case=lambda _id, _state: None,
)
CASE_FILE = Aggregate(kind="case_file", noun=("case file", "ملف حالة"), evolve=case_file.evolve, pinned=policy_version)
FIELD_VISIT = Aggregate(
    kind="field_visit",
    noun=("field visit", "زيارة ميدانية"),
    evolve=field_visit.evolve,
    case=case_of_request,
    pinned=policy_version,
)
ENTITLEMENT = Aggregate(
    kind="entitlement",
    noun=("entitlement", "استحقاق"),
    evolve=entitlement.evolve,
    case=case_of_request,
    pinned=policy_version,
)
SUGGESTION = Aggregate(kind="suggestion", noun=("suggestion", "مقترح"), evolve=suggestion.evolve, pinned=policy_version)
IP_PERMISSION = Aggregate(kind="ip_permission", noun=("permission", "إذن"), evolve=ip_permission.evolve)
INTEREST = Aggregate(
    kind="volunteering_interest",
    noun=("volunteering interest", "طلب تطوع"),
    evolve=volunteering.evolve,
    pinned=policy_version,
)
DATA_RIGHT = Aggregate(kind="data_right", noun=("data request", "طلب بيانات"), evolve=data_right.evolve)
DESTRUCTION = Aggregate(kind="destruction", noun=("destruction order", "أمر إتلاف"), evolve=destruction.evolve)
HOLDS = Aggregate(kind="holds", noun=("legal hold", "أمر حفظ"), evolve=holds.evolve, initial=())

AGGREGATES = (
    BENEFICIARY,
    REQUEST,
    RECEPTION,
    INQUIRY,
    CASE_FILE,
    FIELD_VISIT,
    ENTITLEMENT,
    SUGGESTION,
    IP_PERMISSION,
    INTEREST,
    DATA_RIGHT,
    DESTRUCTION,
    HOLDS,
)
