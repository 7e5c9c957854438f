"""What surveys does when it hears that a case has reached a stage."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from shared.contracts import surveys as said
from shared.contracts.intake import InformationSupplied, PersonalDataDestructionOrdered
from tests.domain.scenario import SUNDAY, Scenario
from tests.domain.statutes import policy
from tests.domain.surveys.examples import CHILD, DELIVERED, RECEPTION, REQUEST, STAGES, reception

EVENT = UUID("5a6e6164-0000-4000-8000-000000000001")


@pytest.mark.parametrize(("stage_code", "told"), STAGES, ids=[code for code, _ in STAGES])
def test_a_stage_told_twice_invites_once(kayan: Scenario, stage_code: str, told: Any) -> None:
    (invited,) = kayan.told(told, EVENT)
    assert (invited.stage_code, invited.case_id, invited.beneficiary_id) == (stage_code, REQUEST, CHILD)
    assert kayan.told(told, EVENT) == ()


def test_a_stage_reached_again_by_another_fact_invites_nobody_again(kayan: Scenario) -> None:
    kayan.told(DELIVERED)
    assert kayan.told(DELIVERED, uuid4()) == ()


def test_a_whole_case_of_kayan_is_asked_at_six_stages(kayan: Scenario) -> None:
    for _, told in STAGES:
        kayan.told(told)
    assert [each.stage_code for each in kayan.published()] == [code for code, _ in STAGES]


def test_a_whole_case_elsewhere_is_asked_once(kadi: Scenario) -> None:
    for _, told in STAGES:
        kadi.told(told)
    assert [each.stage_code for each in kadi.published()] == ["service_delivery"]


def test_a_visit_that_led_to_no_request_is_a_case_of_its_own(kayan: Scenario) -> None:
    (invited,) = kayan.told(reception(request_id=None))
    assert (invited.case_id, invited.request_id) == (RECEPTION, None)


@pytest.mark.parametrize("request_id", [REQUEST, None])
def test_a_visitor_who_stayed_unknown_is_not_invited(kayan: Scenario, request_id: str | None) -> None:
    assert kayan.told(reception(request_id=request_id, beneficiary_id=None)) == ()


def test_what_reaches_no_stage_is_ignored(kayan: Scenario) -> None:
    assert kayan.told(InformationSupplied(request_id=REQUEST, items=("id_copy",))) == ()


def test_a_rule_delivered_twice_is_adopted_once(kayan: Scenario) -> None:
    assert len(kayan.told(policy("sidr"), EVENT)) == 1
    assert kayan.told(policy("sidr"), EVENT) == ()


def test_an_order_of_destruction_is_answered_once(kadi: Scenario) -> None:
    order = PersonalDataDestructionOrdered(order_id="order-1", subject_id="beneficiary-1", scope=(), on=SUNDAY.date())
    kadi.told(order, EVENT)
    kadi.told(order, EVENT)
    kadi.told(order)
    assert kadi.published() == (said.PersonalDataDestructionConfirmed(order_id="order-1", subject_id="beneficiary-1"),)
