"""What a request is ready for once it is decided, and how the list tells of a reply that may go out early."""

from __future__ import annotations

import pytest

from services.intake.application.asking_of_requests import ListRequests, ReadRequest, RequestRow
from services.intake.domain.commands import reply
from tests.domain.intake.examples import OFFICER, REQUEST, replied, with_decision
from tests.domain.scenario import Scenario

LEAVE = reply.AuthorizeEarlyReply(request_id=REQUEST, reason_code="medical")


def commands(scenario: Scenario) -> set[str]:
    return set(scenario.ask(ReadRequest(request_id=REQUEST), by=OFFICER).next_commands)


def listed(scenario: Scenario) -> RequestRow:
    row: RequestRow
    (row,) = scenario.ask(ListRequests(), by=OFFICER).requests
    return row


@pytest.mark.parametrize(
    ("outcome", "ready"),
    [("approved", {"StartService", "DeliverService", "RecordNonDelivery"}), ("rejected", {"CloseRequest"})],
)
def test_after_the_reply_the_next_step_follows_the_outcome(sidr: Scenario, outcome: str, ready: set[str]) -> None:
    assert commands(replied(sidr, outcome)) == ready


def test_a_leave_for_an_early_reply_is_offered_once_and_shows_in_the_list(sidr: Scenario) -> None:
    assert "AuthorizeEarlyReply" in commands(with_decision(sidr))
    assert not listed(sidr).early_reply_authorised
    sidr.given(LEAVE, by="senior_management", ref="director-1")
    assert "AuthorizeEarlyReply" not in commands(sidr)
    assert listed(sidr).early_reply_authorised


def test_a_reopened_request_has_no_such_leave(sidr: Scenario) -> None:
    with_decision(sidr, "rejected").given(LEAVE, by="senior_management", ref="director-1")
    sidr.given(reply.CommunicateDecision(request_id=REQUEST, channel="phone_call"), by=OFFICER)
    sidr.given(reply.CloseRequest(request_id=REQUEST), by=OFFICER)
    sidr.given(reply.ReopenRequest(request_id=REQUEST, reason_code="new_evidence"), by=OFFICER)
    assert not listed(sidr).early_reply_authorised


def test_a_request_says_who_studies_it_under_its_policy(kadi: Scenario) -> None:
    seen = with_decision(kadi).ask(ReadRequest(request_id=REQUEST), by=OFFICER)
    assert seen.reviewing_body == "competent_unit"
