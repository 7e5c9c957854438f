"""Who may do what about surveys."""

from __future__ import annotations

import pytest

from services.surveys.service import SERVICE
from shared.application.common import EVERYBODY
from tests.domain.scenario import Scenario, permitted
from tests.domain.surveys.examples import reached

CAMPAIGNING = {"DesignCampaign", "OpenCampaign", "CloseCampaign"}
DECLINING = {"DeclineInvitation"}
MATRIX = {
    "follow_up_officer": CAMPAIGNING,
    "senior_management": CAMPAIGNING,
    "beneficiary": DECLINING,
    "beneficiary_relations_officer": DECLINING,
    "system": {"InviteRespondent", "AdoptRule", "ConfirmDestruction"},
}


@pytest.mark.parametrize("role", sorted(EVERYBODY | {"beneficiary", "guardian"}))
def test_each_role_may_do_its_own(role: str) -> None:
    assert permitted(SERVICE, role) == MATRIX.get(role, set())


def test_nobody_invites_by_hand(kayan: Scenario) -> None:
    assert kayan.refused(reached("reception"), by="follow_up_officer") == "not_permitted"
