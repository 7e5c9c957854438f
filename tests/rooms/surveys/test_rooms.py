"""What surveys shows in its lists and says in public."""

from __future__ import annotations

import pytest

from services.surveys.application import CampaignRow, InvitationRow, ListCampaigns, ListInvitations
from services.surveys.domain.commands import DeclineInvitation
from services.surveys.domain.invitation import id_of
from shared.application.case_steps import ReadCase
from shared.contracts import surveys as said
from shared.domain.refusals import Forbidden
from tests.domain.scenario import Scenario
from tests.domain.statutes import policy
from tests.domain.surveys.examples import (
    CAMPAIGN,
    CHILD,
    FOLLOW_UP,
    REQUEST,
    closed,
    designed,
    opened,
    reached,
)

DESK = "beneficiary_relations_officer"


def row(stage_code: str, case_id: str = REQUEST, status: str = "open") -> InvitationRow:
    return InvitationRow(
        invitation_id=id_of(case_id, stage_code),
        case_id=case_id,
        stage_code=stage_code,
        status=status,
        invited_on="2026-03-15",
    )


def test_the_stages_without_feedback_are_listed_and_declining_counts_as_answered(kayan: Scenario) -> None:
    kayan.given(reached("reception"), reached("follow_up"), reached("reception", case_id="request-2"))
    kayan.given(DeclineInvitation(invitation_id=id_of(REQUEST, "reception")), by=DESK)
    without = kayan.ask(ListInvitations(status="open"), by=FOLLOW_UP)
    assert without.invitations == (row("follow_up"), row("reception", case_id="request-2"))
    of_case = kayan.ask(ListInvitations(case_id=REQUEST), by="auditor")
    assert of_case.invitations == (row("follow_up"), row("reception", status="declined"))


def test_the_list_does_not_say_whom_an_invitation_went_to(kayan: Scenario) -> None:
    kayan.given(reached("reception"))
    assert CHILD not in repr(kayan.ask(ListInvitations(), by=FOLLOW_UP))


def test_campaigns_show_their_method_stage_and_days(kadi: Scenario) -> None:
    kadi.given(designed(), by=FOLLOW_UP)
    (seen,) = kadi.ask(ListCampaigns(), by=FOLLOW_UP).campaigns
    assert seen == CampaignRow(
        campaign_id=CAMPAIGN,
        method="questionnaire",
        method_stated=None,
        questionnaire_version="satisfaction/1",
        anonymous=True,
        status="designed",
        recurrence=None,
        opens_on=None,
        closes_on=None,
    )
    kadi.given(opened(), by=FOLLOW_UP)
    (seen,) = kadi.ask(ListCampaigns(), by=FOLLOW_UP).campaigns
    assert (seen.status, seen.method_stated, seen.opens_on, seen.closes_on) == ("open", True, "2026-03-15", None)
    kadi.given(closed(), by=FOLLOW_UP)
    (seen,) = kadi.ask(ListCampaigns(), by=FOLLOW_UP).campaigns
    assert (seen.status, seen.closes_on) == ("closed", "2026-03-15")


def test_lists_are_for_those_who_follow_up_and_oversee(kayan: Scenario) -> None:
    with pytest.raises(Forbidden):
        kayan.ask(ListInvitations(), by=DESK)
    with pytest.raises(Forbidden):
        kayan.ask(ListCampaigns(), by="beneficiary")


def test_an_invitation_belongs_to_the_request_s_case_under_the_clause_that_asks_for_it(kayan: Scenario) -> None:
    kayan.given(reached("reception"))
    (step,) = kayan.ask(ReadCase(case_id=REQUEST), by="auditor").steps
    clause = policy("kayan").clause("feedback")
    assert clause is not None
    assert (step.type, step.clause, step.policy_version) == ("RespondentInvited", clause.locator, "kayan-brp/1")


def test_others_hear_whom_to_invite_and_nothing_of_campaigns_or_declining(kayan: Scenario) -> None:
    kayan.given(designed(), opened(), closed(), by=FOLLOW_UP).given(reached("reception"))
    kayan.given(DeclineInvitation(invitation_id=id_of(REQUEST, "reception")), by=DESK)
    assert kayan.published() == (
        said.RespondentInvited(
            invitation_id=id_of(REQUEST, "reception"),
            campaign_id="stage-feedback",
            beneficiary_id=CHILD,
            request_id=REQUEST,
            stage_code="reception",
        ),
    )
