"""Who may ask what: the whole matrix, written out."""

from __future__ import annotations

import pytest

from services.governance.service import SERVICE
from tests.domain.scenario import permitted

NAMING = {"NameStaffMember"}
SIGNING = {"SignAcknowledgement", "DeclineAcknowledgement"} | NAMING
MATRIX = {
    "platform_operator": {"RegisterAssociation"},
    "system": {"AdoptRule", "ConfirmDestruction"},
    "data_protection_officer": {"RecordBreach", "UpdateBreach", "CloseBreach"} | SIGNING,
    "auditor": NAMING,
    "integrator": set(),
    "beneficiary": set(),
    "guardian": set(),
    **dict.fromkeys(
        (
            "beneficiary_relations_officer",
            "social_research_officer",
            "social_worker",
            "branch_delegate",
            "service_provider",
            "reviewing_member",
            "reviewing_secretary",
            "follow_up_officer",
            "investigation_member",
            "liaison_officer",
            "senior_management",
            "board_member",
        ),
        SIGNING,
    ),
}


@pytest.mark.parametrize("role", MATRIX)
def test_a_role_may_ask_exactly_this(role: str) -> None:
    assert permitted(SERVICE, role) == MATRIX[role]


def test_the_governance_officer_may_ask_all_else() -> None:
    every = {route.command.__name__ for route in SERVICE.routes}
    others = {"RegisterAssociation", "AdoptRule", "ConfirmDestruction", "RecordBreach", "UpdateBreach", "CloseBreach"}
    assert permitted(SERVICE, "governance_officer") == every - others
