"""Feedback is invited once for each case and stage, where the policy asks for it; declining counts as answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.surveys.domain.commands import DeclineInvitation
from services.surveys.domain.events import InvitationDeclined, RespondentInvited
from services.surveys.domain.invitation import id_of
from services.surveys.service import SERVICE
from tests.domain.scenario import Scenario
from tests.domain.statutes import FIVE, policy
from tests.domain.surveys.examples import CHILD, REQUEST, STAGES, TODAY, reached, stage

DESK = "beneficiary_relations_officer"
DECLINED = DeclineInvitation(invitation_id=id_of(REQUEST, "service_delivery"))


@pytest.fixture(params=[association for association in FIVE if association != "kayan"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Scenario]:
    """Each association whose policy lists no stages."""
    scenario = stage(tmp_path, request.param)
    yield scenario
    scenario.close()


def test_the_stages_tested_here_are_the_policy_s_own() -> None:
    assert {code for code, _ in STAGES} == set(policy("kayan").feedback_stages)


@pytest.mark.parametrize("stage_code", [code for code, _ in STAGES])
def test_feedback_is_invited_at_each_stage_that_the_policy_lists(kayan: Scenario, stage_code: str) -> None:
    assert kayan.when(reached(stage_code)) == (
        RespondentInvited(
            campaign_id="stage-feedback",
            case_id=REQUEST,
            stage_code=stage_code,
            beneficiary_id=CHILD,
            invited_on=TODAY,
            policy_version="kayan-brp/1",
            request_id=REQUEST,
        ),
    )


def test_a_stage_that_is_reached_again_does_not_invite_again(kayan: Scenario) -> None:
    kayan.given(reached("reception"))
    assert kayan.when(reached("reception")) == ()


def test_another_case_is_invited_for_itself(kayan: Scenario) -> None:
    kayan.given(reached("reception"))
    assert len(kayan.when(reached("reception", case_id="request-2"))) == 1


def test_a_stage_that_the_policy_does_not_list_invites_nobody(kayan: Scenario) -> None:
    assert kayan.when(reached("car_wash")) == ()


def test_without_listed_stages_feedback_is_invited_once_after_delivery(other: Scenario) -> None:
    for stage_code, _ in STAGES:
        assert len(other.when(reached(stage_code))) == (stage_code == "service_delivery")


def test_the_policy_in_force_on_that_day_decides(kayan: Scenario) -> None:
    kayan.adopted(policy("kadi"))
    assert kayan.when(reached("reception")) == ()


def test_without_a_policy_nothing_is_decided(tmp_path: Path) -> None:
    scenario = Scenario(SERVICE, tmp_path)
    assert scenario.refused(reached("service_delivery")) == "unknown_association"
    scenario.close()


@pytest.mark.parametrize(("role", "ref"), [("beneficiary", CHILD), (DESK, "staff-1")])
def test_an_invitation_can_be_declined_by_whom_it_went_to_or_for_him(kayan: Scenario, role: str, ref: str) -> None:
    kayan.given(reached("service_delivery"))
    assert kayan.when(DECLINED, by=role, ref=ref) == (InvitationDeclined(declined_on=TODAY),)


def test_nobody_declines_in_another_s_place(kayan: Scenario) -> None:
    kayan.given(reached("service_delivery"))
    assert kayan.refused(DECLINED, by="beneficiary", ref="beneficiary-2") == "another_respondent"


def test_it_is_declined_once_and_then_not_asked_again(kayan: Scenario) -> None:
    kayan.given(reached("service_delivery")).given(DECLINED, by=DESK)
    assert kayan.refused(DECLINED, by=DESK) == "already_answered"
    assert kayan.when(reached("service_delivery")) == ()


def test_nobody_declines_what_he_was_not_asked(kayan: Scenario) -> None:
    assert kayan.refused(DECLINED, by=DESK) == "no_such_invitation"
