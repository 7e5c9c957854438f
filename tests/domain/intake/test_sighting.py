"""The original of an identity document is seen once: what the register says of it, no request asks for again."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from services.intake.application.asking_of_requests import ReadRequest
from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import request
from services.intake.domain.commands.beneficiary import VerifyIdentity
from services.intake.domain.events import request as events
from services.intake.domain.evidence import SIGHTED, match_evidence
from services.intake.domain.support_request import EvidenceItem, SupportRequest
from shared.application.situation import Situation
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError
from shared.domain.sealed import ContentRef
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    ITEMS,
    MAHA,
    OFFICER,
    REQUEST,
    TODAY,
    brought,
    opening,
    registration,
    service,
    signature,
)
from tests.domain.scenario import Scenario

SEEN = VerifyIdentity(beneficiary_id=FATIMA, method="original_sighted", document_kind="national_id")
SEALED = ContentRef(ref="r", sha256="0")
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


def test_an_original_nobody_has_seen_is_not_brought_either(asking: Scenario) -> None:
    asking.given(opening(), by=OFFICER)
    assert asking.refused(brought(SIGHTED), by=OFFICER) == "original_not_seen"
    assert missing(asking) == (SIGHTED, *ITEMS)


@pytest.mark.parametrize("seen", [False, True], ids=["not seen", "seen"])
def test_one_brought_under_an_earlier_build_is_matched_by_being_seen(seen: bool) -> None:
    """Such histories are gone on with."""
    waiting = SupportRequest(
        number="KD-1448-0001", beneficiary_id=FATIMA, service_code="support", origin="visit", channel="interview",
        opened_on=TODAY, policy_version="kadi-brp/1", evidence=(EvidenceItem(item_code=SIGHTED, valid_until=None),),
    )  # fmt: skip
    somebody = Beneficiary(
        kind="person", internal=False, guardian_required=False, profile=SEALED, contact_points=SEALED,
        contact_point_ids=(), identity_verified=seen,
    )  # fmt: skip
    officer = Actor(tenant="kadi", kind="staff", ref=MAHA, roles=frozenset({OFFICER}))
    situation = Situation(now=datetime.combine(TODAY, time(), UTC), actor=officer)
    with nullcontext() if seen else pytest.raises(SanadError, match="original_not_seen"):
        (matched,) = match_evidence(MATCH, waiting, somebody, situation)
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
