"""What a request is ready for once it is decided, and how the list tells of a reply that may go out early."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from services.intake.application.asking_of_requests import ListRequests, ReadRequest, RequestRow
from services.intake.application.reading_deliveries import ReadDelivery
from services.intake.application.reading_leaves import ReadEarlyReply
from services.intake.application.reading_recipients import ReadRecipient
from services.intake.domain.commands import reply
from shared.domain.refusals import Forbidden, NotFound
from tests.domain.intake.examples import FATIMA, OFFICER, REQUEST, at, replied, with_decision
from tests.domain.scenario import TENANT, Scenario

LEAVE = reply.AuthorizeEarlyReply(request_id=REQUEST, reason_code="medical")


GIVEN = reply.CommunicateDecision(request_id=REQUEST, channel="phone_call")


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


def test_another_reason_than_those_listed_is_given_in_words_which_are_sealed(sidr: Scenario) -> None:
    other = replace(LEAVE, reason_code="other")
    with_decision(sidr)
    assert sidr.refused(other, by="senior_management") == "leave_without_words"
    assert sidr.refused(replace(other, note=" "), by="senior_management") == "leave_without_words"
    stranger = replace(other, note="سفر قريب", beneficiary_id="beneficiary-9")
    assert sidr.refused(stranger, by="senior_management") == "another_beneficiary"
    sidr.given(replace(stranger, beneficiary_id=FATIMA), by="senior_management", ref="director-1")
    asked = ReadEarlyReply(request_id=REQUEST, reason="case_page")
    assert sidr.ask(asked, by=OFFICER).note == "سفر قريب"
    assert "سفر" not in "".join(row.data.decode() for row in sidr.rows())
    with pytest.raises(Forbidden):
        sidr.ask(asked, by="reviewing_member")


def test_a_leave_without_words_has_none_to_read(sidr: Scenario) -> None:
    with_decision(sidr).given(LEAVE, by="senior_management", ref="director-1")
    with pytest.raises(NotFound, match="no_words_of_a_leave"):
        sidr.ask(ReadEarlyReply(request_id=REQUEST, reason="case_page"), by=OFFICER)


def test_a_reopened_request_has_no_such_leave(sidr: Scenario) -> None:
    with_decision(sidr, "rejected").given(LEAVE, by="senior_management", ref="director-1")
    sidr.given(reply.CommunicateDecision(request_id=REQUEST, channel="phone_call"), by=OFFICER)
    sidr.given(reply.CloseRequest(request_id=REQUEST), by=OFFICER)
    sidr.given(reply.ReopenRequest(request_id=REQUEST, reason_code="new_evidence"), by=OFFICER)
    assert not listed(sidr).early_reply_authorised


def test_whoever_gives_the_service_knows_whom_he_serves_and_no_earlier_than_he_must(sidr: Scenario) -> None:
    asked = ReadRecipient(request_id=REQUEST, reason="case_page")
    with_decision(sidr)
    with pytest.raises(NotFound, match="nobody_to_serve"):
        sidr.ask(asked, by="service_provider")
    at(sidr, date(2026, 3, 30)).given(GIVEN, by=OFFICER)
    told = sidr.ask(asked, by="service_provider")
    assert told.name == "فاطمة بنت إبراهيم"
    assert (told.channel, told.contact) == ("phone_call", "+966501234567")
    for role in ("reviewing_member", "follow_up_officer", "auditor"):
        with pytest.raises(Forbidden):
            sidr.ask(asked, by=role)


def test_whoever_was_rejected_is_served_by_nobody(sidr: Scenario) -> None:
    with pytest.raises(NotFound, match="nobody_to_serve"):
        replied(sidr, "rejected").ask(ReadRecipient(request_id=REQUEST, reason="case_page"), by="service_provider")


def test_a_request_says_who_studies_it_under_its_policy(kadi: Scenario) -> None:
    seen = with_decision(kadi).ask(ReadRequest(request_id=REQUEST), by=OFFICER)
    assert seen.reviewing_body == "competent_unit"


def test_what_was_given_is_read_afterwards_on_record_by_those_who_work_on_the_case(sidr: Scenario) -> None:
    asked = ReadDelivery(request_id=REQUEST, reason="case_page")
    given = {"request_id": REQUEST, "beneficiary_id": FATIMA, "delivered_on": date(2026, 3, 30), "partial": True}
    replied(sidr).given(reply.DeliverService(**given, details="سلة غذائية"), by="service_provider")
    for role in (OFFICER, "service_provider", "senior_management"):
        told = sidr.ask(asked, by=role)
        assert (told.details, told.delivered_on, told.partial) == ("سلة غذائية", date(2026, 3, 30), True)
    with pytest.raises(Forbidden):
        sidr.ask(asked, by="follow_up_officer")
    assert "سلة" not in "".join(row.data.decode() for row in sidr.rows())
    readings = sidr.infrastructure.vault.readings(TENANT)
    assert [one.case_id for one in readings if one.category == "services"] == [REQUEST] * 3


def test_nothing_is_read_where_nobody_wrote_what_was_given(sidr: Scenario) -> None:
    given = {"request_id": REQUEST, "beneficiary_id": FATIMA, "delivered_on": date(2026, 3, 30)}
    replied(sidr).given(reply.DeliverService(**given), by="service_provider")
    with pytest.raises(NotFound, match="no_words_of_a_delivery"):
        sidr.ask(ReadDelivery(request_id=REQUEST, reason="case_page"), by=OFFICER)
