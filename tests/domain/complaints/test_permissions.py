"""Who may do what about a complaint."""

from __future__ import annotations

import pytest

from services.complaints.service import SERVICE
from shared.application.common import EVERYBODY
from tests.domain.complaints.examples import acknowledged
from tests.domain.scenario import Scenario, permitted

FILING = {"FileComplaint"}
FOLLOWING_UP = {"FileComplaint", "AcknowledgeComplaint", "AssessComplaint"}
MATRIX = {
    "beneficiary": FILING,
    "guardian": FILING,
    "beneficiary_relations_officer": FILING,
    "follow_up_officer": FOLLOWING_UP,
    "data_protection_officer": {"PlaceLegalHold", "ReleaseLegalHold"},
    "system": {"AdoptRule", "ConfirmDestruction"},
}


@pytest.mark.parametrize("role", sorted(EVERYBODY | {"beneficiary", "guardian"}))
def test_each_role_may_do_its_own(role: str) -> None:
    assert permitted(SERVICE, role) == MATRIX.get(role, set())


def test_who_may_not_is_refused_before_anything_is_looked_up(kadi: Scenario) -> None:
    assert kadi.refused(acknowledged(), by="auditor") == "not_permitted"
