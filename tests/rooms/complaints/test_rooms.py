"""What complaints shows in its list and says in public."""

from __future__ import annotations

from uuid import UUID

import pytest

from services.complaints.application import ComplaintRow, ComplaintStanding, ListComplaints, TrackComplaint
from services.complaints.reactions import react
from shared.application.case_steps import ReadCase
from shared.application.rulebook import AdoptRule
from shared.contracts import complaints as said
from shared.contracts.intake import InformationSupplied, PersonalDataDestructionOrdered
from shared.domain.refusals import Forbidden, NotFound
from tests.domain.complaints.examples import (
    COMPLAINANT,
    COMPLAINT,
    FOLLOW_UP,
    FRONT_DESK,
    NARRATIVE,
    acknowledged,
    assessed,
    filed,
)
from tests.domain.scenario import SUNDAY, Scenario, envelope
from tests.domain.statutes import policy

EVENT = UUID("5a6e6164-0000-4000-8000-000000000001")


def row(stage: str, owner: str | None = None) -> ComplaintRow:
    return ComplaintRow(
        complaint_id=COMPLAINT,
        number="KAD-C-1447-0001",
        type="complaint",
        channel="website",
        stage=stage,
        received_on="2026-03-15",
        owner=owner,
    )


def test_the_list_shows_how_far_each_complaint_is_and_who_answers_for_it(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    assert kadi.ask(ListComplaints(), by=FOLLOW_UP).complaints == (row("received"),)
    kadi.given(acknowledged(), by=FOLLOW_UP)
    assert kadi.ask(ListComplaints(), by="senior_management").complaints == (row("acknowledged"),)
    kadi.given(assessed(), by=FOLLOW_UP)
    assert kadi.ask(ListComplaints(), by="auditor").complaints == (row("assessed", owner="staff-2"),)


def test_the_list_can_be_of_one_stage_and_is_in_the_order_of_numbers(kadi: Scenario) -> None:
    kadi.given(filed(complaint_id="z"), filed(complaint_id="a"), filed(), by=FRONT_DESK)
    kadi.given(acknowledged(), by=FOLLOW_UP)
    waiting = kadi.ask(ListComplaints(stage="received"), by=FOLLOW_UP).complaints
    assert [each.complaint_id for each in waiting] == ["z", "a"]


def test_a_complainant_follows_his_own_complaint_and_finds_no_other(kadi: Scenario) -> None:
    kadi.given(filed(), filed(complaint_id="complaint-2", complainant_id=None), by=FRONT_DESK)
    kadi.given(acknowledged(), assessed(), by=FOLLOW_UP)
    seen = kadi.ask(TrackComplaint(complaint_id=COMPLAINT), by="beneficiary", ref=COMPLAINANT)
    assert seen == ComplaintStanding(
        number="KAD-C-1447-0001", stage="assessed", received_on=SUNDAY.date(), has_owner=True
    )
    for id_, ref in ((COMPLAINT, "beneficiary-2"), ("complaint-2", COMPLAINANT)):
        with pytest.raises(NotFound):
            kadi.ask(TrackComplaint(complaint_id=id_), by="beneficiary", ref=ref)


def test_an_anonymous_complaint_is_followed_through_staff(kadi: Scenario) -> None:
    kadi.given(filed(complainant_id=None), by=FRONT_DESK)
    assert kadi.ask(TrackComplaint(complaint_id=COMPLAINT), by=FRONT_DESK).stage == "received"


def test_the_desk_does_not_see_the_list(kadi: Scenario) -> None:
    with pytest.raises(Forbidden):
        kadi.ask(ListComplaints(), by=FRONT_DESK)


def test_the_case_is_told_without_the_complainant_s_words(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK).given(acknowledged(), by=FOLLOW_UP)
    case = kadi.ask(ReadCase(case_id=COMPLAINT), by="auditor")
    assert [step.type for step in case.steps] == ["ComplaintReceived", "ComplaintAcknowledged"]
    assert [step.clause for step in case.steps] == [policy("kadi").clause("complaints").locator] * 2  # type: ignore[union-attr]
    assert NARRATIVE not in repr(case)


def test_others_hear_that_a_complaint_came_and_was_acknowledged(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK).given(acknowledged(), assessed(), by=FOLLOW_UP)
    known = {
        "complaint_id": COMPLAINT,
        "number": "KAD-C-1447-0001",
        "type": "complaint",
        "request_id": "request-1",
        "complainant_id": COMPLAINANT,
    }
    assert kadi.published() == (
        said.ComplaintReceived(**known, channel="website", received_on=SUNDAY.date()),
        said.ComplaintAcknowledged(**known, channel="phone_call", acknowledged_on=SUNDAY.date()),
    )


def test_rules_are_adopted_and_everything_else_is_ignored(kadi: Scenario) -> None:
    rule = policy("kayan")
    (command,) = react(rule, envelope(rule, EVENT))
    assert isinstance(command, AdoptRule)
    other = InformationSupplied(request_id="request-1", items=("id_copy",))
    assert react(other, envelope(other, EVENT)) == ()


def test_a_rule_delivered_twice_is_adopted_once(kadi: Scenario) -> None:
    assert len(kadi.told(policy("kayan"), EVENT)) == 1
    assert kadi.told(policy("kayan"), EVENT) == ()


def test_an_order_of_destruction_is_answered_once(kadi: Scenario) -> None:
    order = PersonalDataDestructionOrdered(order_id="order-1", subject_id="beneficiary-1", scope=(), on=SUNDAY.date())
    kadi.told(order, EVENT)
    kadi.told(order, EVENT)
    kadi.told(order)
    assert kadi.published() == (said.PersonalDataDestructionConfirmed(order_id="order-1", subject_id="beneficiary-1"),)
