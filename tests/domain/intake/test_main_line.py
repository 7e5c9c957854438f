"""A request from the door to its closing, as each family of policy wants it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from services.intake.domain.commands import reply, request
from services.intake.domain.events import beneficiary as register
from services.intake.domain.events import case_file
from services.intake.domain.events import reply as answers
from services.intake.domain.events import request as events
from shared.application.serials import SerialTaken
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    FIFTEEN_WORKING_DAYS,
    OFFICER,
    PROVIDER,
    REQUEST,
    TODAY,
    at,
    completed,
    decided,
    opened,
    opening,
    registration,
    replied,
    sidr_policy,
    submitted,
    under_review,
    with_decision,
)
from tests.domain.scenario import Scenario


def test_a_request_gets_the_next_number_of_its_hijri_year_and_is_noted_with_its_beneficiary(kadi: Scenario) -> None:
    kadi.given(registration(), by=OFFICER)
    taken, first, noted = kadi.when(opening(), by=OFFICER)
    _, second, _ = kadi.when(opening(request_id="request-2"), by=OFFICER)
    assert (first.number, second.number) == ("KD-1447-0001", "KD-1447-0002")
    assert taken == SerialTaken(number=1)
    assert noted == register.RequestNoted(request_id=REQUEST)
    assert first.policy_version == "kadi-brp/1"


def test_a_case_file_opens_with_the_request_where_the_policy_wants_one(kayan: Scenario) -> None:
    opened(kayan)
    assert any(isinstance(fact, case_file.CaseFileOpened) for fact in kayan.facts())


def test_completion_sets_the_window_and_completes_the_registration_in_one_append(sidr: Scenario) -> None:
    done, window, registered = submitted(sidr).when(
        request.CompleteSupportRequest(request_id=REQUEST), by=OFFICER, ref=AMAL
    )
    assert done == events.SupportRequestCompleted(completed_on=TODAY, completed_by=AMAL)
    assert (window.not_before, window.due_by) == (date(2026, 3, 29), None)
    assert registered == register.RegistrationCompleted(request_id=REQUEST)
    assert len({row.command_id for row in sidr.rows()[-3:]}) == 1


def test_kadi_counts_fifteen_working_days_and_keeps_the_proof(kadi: Scenario) -> None:
    _, window = submitted(kadi).when(request.CompleteSupportRequest(request_id=REQUEST), by=OFFICER, ref=AMAL)
    assert (window.not_before, window.due_by) == (None, date(2026, 4, 9))
    assert [day.ordinal for day in window.counted] == list(range(1, 16))
    assert {day.reason for day in window.skipped} >= {"weekend", "eid_al_fitr", "eid_al_fitr_make_up"}
    assert (window.policy_version, window.calendar_version) == ("kadi-brp/1", "SA-2026.1")
    assert date(2026, 3, 22) in window.estimated_days


def test_completion_late_in_the_evening_counts_from_the_local_day(sidr: Scenario) -> None:
    submitted(sidr)
    sidr.clock.move_to(sidr.clock.now().replace(hour=21))
    _, window, _ = sidr.when(request.CompleteSupportRequest(request_id=REQUEST), by=OFFICER, ref=AMAL)
    assert window.not_before == date(2026, 3, 30)


def test_referral_names_the_body_of_the_policy_and_who_handled_the_request(kadi: Scenario) -> None:
    (referred,) = completed(kadi).when(request.ReferToReview(request_id=REQUEST), by=OFFICER, ref="staff-other")
    assert (referred.body_kind, referred.body_code) == ("administrative_unit", "competent_unit")
    assert referred.handled_by == (AMAL,)
    assert referred.due_by == date(2026, 4, 9)


def test_an_approved_request_is_answered_served_and_closed(sidr: Scenario) -> None:
    replied(sidr)
    at(sidr, date(2026, 4, 2))
    started, delivered = sidr.when(
        reply.DeliverService(request_id=REQUEST, beneficiary_id=FATIMA, delivered_on=date(2026, 4, 1), details="سلة"),
        by=PROVIDER,
    )
    (closed,) = sidr.when(reply.CloseRequest(request_id=REQUEST), by=OFFICER)
    assert isinstance(started, answers.ServiceStarted)
    assert delivered.lead_days == 14
    assert closed == answers.SupportRequestClosed(closed_on=date(2026, 4, 2))


def test_a_rejected_request_is_closed_after_the_reply_and_can_be_reopened_from_the_start(sidr: Scenario) -> None:
    replied(sidr, "rejected").given(reply.CloseRequest(request_id=REQUEST), by=OFFICER)
    sidr.given(reply.ReopenRequest(request_id=REQUEST, reason_code="new_evidence"), by=OFFICER)
    assert sidr.refused(request.SubmitSupportRequest(request_id=REQUEST), by=OFFICER) == "declaration_missing"


def test_an_approved_request_is_not_closed_before_its_service(sidr: Scenario) -> None:
    assert replied(sidr).refused(reply.CloseRequest(request_id=REQUEST), by=OFFICER) == "service_owed"


def test_a_rejected_request_is_not_served(sidr: Scenario) -> None:
    command = reply.DeliverService(request_id=REQUEST, beneficiary_id=FATIMA, delivered_on=date(2026, 3, 30))
    assert replied(sidr, "rejected").refused(command, by=PROVIDER) == "not_approved"


def test_no_service_was_delivered_before_its_decision_or_in_the_future(sidr: Scenario) -> None:
    replied(sidr)
    for day, code in ((date(2026, 3, 17), "delivered_before_decision"), (date(2026, 4, 30), "future_date")):
        command = reply.DeliverService(request_id=REQUEST, beneficiary_id=FATIMA, delivered_on=day)
        assert sidr.refused(command, by=PROVIDER) == code


def test_a_request_stays_under_the_version_it_was_opened_under(sidr: Scenario) -> None:
    submitted(sidr).adopted(sidr_policy(version=2, window=FIFTEEN_WORKING_DAYS))
    _, window, _ = sidr.when(request.CompleteSupportRequest(request_id=REQUEST), by=OFFICER, ref=AMAL)
    assert (window.policy_version, window.not_before) == ("sidr-brp/1", date(2026, 3, 29))


def test_a_decision_delivered_twice_is_received_once(sidr: Scenario) -> None:
    assert len(under_review(sidr).told(decided())) == 1
    assert sidr.told(decided()) == ()


def test_a_decision_on_a_withdrawn_request_changes_nothing(sidr: Scenario) -> None:
    under_review(sidr).given(reply.WithdrawRequest(request_id=REQUEST, reason_code="moved"), by=OFFICER)
    assert sidr.told(decided()) == ()


@pytest.mark.parametrize("lead_up", [with_decision, replied])
def test_a_decided_request_is_not_withdrawn(sidr: Scenario, lead_up: Callable[[Scenario], Scenario]) -> None:
    lead_up(sidr)
    command = reply.WithdrawRequest(request_id=REQUEST, reason_code="moved")
    assert sidr.refused(command, by=OFFICER) == "wrong_stage"
