"""Who may ask what of intake, and that every command and question can go over the wire."""

from __future__ import annotations

import pytest

from services.intake.domain.commands.request import CompleteSupportRequest
from services.intake.service import SERVICE
from shared.doors.schema import describe
from shared.hosting.doors import door_of
from tests.domain.intake.examples import REQUEST
from tests.domain.scenario import Scenario, permitted

DOOR = door_of(SERVICE)
SELF_SERVICE = {
    "OpenSupportRequest",
    "ConfirmOutreach",
    "StateNeed",
    "AddEvidence",
    "SupplyInformation",
    "SignDeclaration",
    "SubmitSupportRequest",
    "WithdrawRequest",
    "AgreeContactChannel",
    "GiveConsent",
    "WithdrawConsent",
    "ReceiveInquiry",
    "MakeSuggestion",
    "GrantIpPermission",
    "RevokeIpPermission",
    "RequestDataRight",
}
SYSTEM = {
    "AdoptRule",
    "AskInReview",
    "ReceiveDecision",
    "MarkReplyUndelivered",
    "RecalculateWindow",
    "BreachDeadline",
    "LapseGuardianship",
    "NoteMajority",
    "NoteHold",
    "NoteLegalHold",
    "NoteDestruction",
    "RaiseDestructionAlarm",
    "NoteLiaison",
}


@pytest.mark.parametrize("role", ["beneficiary", "guardian"])
def test_people_served_may_do_what_is_theirs_and_no_more(role: str) -> None:
    assert permitted(SERVICE, role) == SELF_SERVICE


def test_the_system_alone_reacts_and_keeps_time() -> None:
    assert permitted(SERVICE, "system") == SYSTEM
    for role in ("beneficiary_relations_officer", "senior_management", "auditor"):
        assert not permitted(SERVICE, role) & SYSTEM


def test_only_senior_management_lifts_the_minimum() -> None:
    lifting = {role for route in SERVICE.routes if route.command.__name__ == "AuthorizeEarlyReply" for role in route.by}
    assert lifting == {"senior_management"}


@pytest.mark.parametrize("role", ["auditor", "board_member", "platform_operator", "integrator", "reviewing_member"])
def test_who_only_reads_changes_nothing(role: str) -> None:
    assert permitted(SERVICE, role) == frozenset()


def test_a_forbidden_command_is_refused_before_anything_is_looked_up(sidr: Scenario) -> None:
    assert sidr.refused(CompleteSupportRequest(request_id=REQUEST), by="branch_delegate") == "not_permitted"


def test_every_command_and_question_has_a_form_on_the_wire() -> None:
    for command in DOOR.commands:
        assert describe(command)["title"] == command.__name__
    for query, answer in DOOR.queries:
        assert describe(query)
        assert describe(answer)


def test_what_only_the_system_may_ask_is_not_at_the_door() -> None:
    assert not {command.__name__ for command in DOOR.commands} & SYSTEM
