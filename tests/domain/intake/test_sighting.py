"""The original of an identity document is seen once: what the register says of it, no request asks for again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.intake.application.asking_of_requests import ReadRequest
from services.intake.domain.commands import request
from services.intake.domain.commands.beneficiary import VerifyIdentity
from services.intake.domain.events import request as events
from services.intake.domain.evidence import SIGHTED
from shared.domain.refusals import SanadError
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    ITEMS,
    MAHA,
    OFFICER,
    REQUEST,
    brought,
    opening,
    registration,
    service,
    signature,
)
from tests.domain.scenario import Scenario

SEEN = VerifyIdentity(beneficiary_id=FATIMA, method="original_sighted", document_kind="national_id")
MATCH = request.MatchEvidence(request_id=REQUEST, item_code=SIGHTED)


@pytest.fixture
def asking(kadi: Scenario) -> Scenario:
    """A service that asks for the original."""
    asked = replace(service(), version=2, required_items=(SIGHTED, *ITEMS))
    return kadi.adopted(asked).given(registration(), by=OFFICER, ref=AMAL)


def missing(association: Scenario) -> tuple[str, ...]:
    told: tuple[str, ...] = association.ask(ReadRequest(request_id=REQUEST), by=OFFICER).missing_items
    return told


def test_what_was_seen_before_the_request_counts_for_it_under_the_name_of_who_saw_it(asking: Scenario) -> None:
    asking.given(SEEN, by=OFFICER, ref=MAHA).given(opening(), by=OFFICER, ref=AMAL)
    assert missing(asking) == ITEMS
    (item,) = asking.ask(ReadRequest(request_id=REQUEST), by=OFFICER).evidence
    assert (item.item_code, item.matched, item.verified_by) == (SIGHTED, True, MAHA)


def test_what_is_seen_later_counts_for_the_request_that_waits_for_it(asking: Scenario) -> None:
    asking.given(opening(), by=OFFICER)
    assert missing(asking) == (SIGHTED, *ITEMS)
    asking.given(SEEN, by=OFFICER)
    assert missing(asking) == ITEMS


def test_an_original_that_the_register_does_not_know_of_is_not_matched(asking: Scenario) -> None:
    asking.given(opening(), brought(SIGHTED), by=OFFICER)
    assert asking.refused(MATCH, by=OFFICER) == "original_not_seen"
    _, matched = asking.when(SEEN, by=OFFICER, ref=MAHA)
    assert matched == events.EvidenceMatched(item_code=SIGHTED, verified_by=MAHA)


def test_what_was_signed_before_the_original_was_seen_is_signed_anew(asking: Scenario) -> None:
    asking.given(opening(), by=OFFICER)
    revision = asking.ask(ReadRequest(request_id=REQUEST), by=OFFICER).data_revision
    asking.given(signature(data_revision=revision), by=OFFICER)
    told = asking.when(SEEN, by=OFFICER)
    assert events.DeclarationInvalidated(data_revision=revision + 1) in told


def test_a_service_that_does_not_ask_for_it_is_left_alone(kadi: Scenario) -> None:
    kadi.given(registration(), opening(), by=OFFICER)
    assert len(kadi.when(SEEN, by=OFFICER)) == 1


def test_a_refused_submission_names_all_that_is_missing(asking: Scenario) -> None:
    asking.given(opening(), by=OFFICER)
    with pytest.raises(SanadError, match="declaration_missing") as refusal:
        asking.when(request.SubmitSupportRequest(request_id=REQUEST), by=OFFICER)
    assert "إقرار صحة البيانات" in refusal.value.ar
    assert "بمن يدرس طلبه" in refusal.value.ar
