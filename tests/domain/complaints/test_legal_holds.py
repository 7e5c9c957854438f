"""A legal hold: placed on a basis by the data protection officer, kept in the vault, released once."""

from __future__ import annotations

from typing import Any

import pytest

from services.complaints.application.holding import HoldKeeper, ListLegalHolds
from services.complaints.domain.commands import PlaceLegalHold, ReleaseLegalHold
from services.complaints.domain.events import LegalHoldPlaced, LegalHoldReleased
from shared.contracts import complaints as said
from shared.domain.refusals import Refused
from tests.domain.complaints.examples import COMPLAINANT, COMPLAINT, FRONT_DESK, filed
from tests.domain.scenario import SUNDAY, TENANT, Scenario

PRIVACY, REFERENCE = "data_protection_officer", "القضية 41 لعام 1447"
RELEASE = ReleaseLegalHold(hold_id="hold-1", reason_code="case_closed")


def place(**changes: Any) -> PlaceLegalHold:
    usual = {"hold_id": "hold-1", "subject_id": COMPLAINANT, "basis": "court_case", "reference": REFERENCE}
    return PlaceLegalHold(**(usual | changes))


def keep(scenario: Scenario) -> None:
    """Let the follower bring the vault up to the log."""
    keeper = HoldKeeper(scenario.application)
    while page := scenario.infrastructure.log.read(TENANT, keeper.position(TENANT), 100):
        keeper.apply(TENANT, page)


def test_a_hold_names_its_basis_and_keeps_its_reference_under_seal(kadi: Scenario) -> None:
    (placed,) = kadi.when(place(), by=PRIVACY, ref="privacy-1")
    assert isinstance(placed, LegalHoldPlaced)
    assert (placed.basis, placed.placed_on, placed.placed_by) == ("court_case", SUNDAY.date(), "privacy-1")
    assert REFERENCE.encode() not in b"".join(row.data for row in kadi.rows())
    assert kadi.published() == (said.LegalHoldPlaced(hold_id="hold-1", subject_id=COMPLAINANT, complaint_id=None),)


def test_a_hold_without_a_reference_or_for_a_complaint_there_is_not_is_refused(kadi: Scenario) -> None:
    assert kadi.refused(place(reference=" "), by=PRIVACY) == "basis_reference_missing"
    assert kadi.refused(place(complaint_id="elsewhere"), by=PRIVACY) == "no_such_complaint"
    assert kadi.refused(place(), by="follow_up_officer") == "not_permitted"


def test_a_hold_for_a_complaint_is_told_in_its_case(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK).given(place(complaint_id=COMPLAINT), by=PRIVACY)
    assert kadi.rows()[-1].case_id == COMPLAINT


def test_a_hold_is_released_once_with_its_reason(kadi: Scenario) -> None:
    kadi.given(place(), by=PRIVACY)
    (released,) = kadi.when(RELEASE, by=PRIVACY)
    assert isinstance(released, LegalHoldReleased)
    assert kadi.published()[-1] == said.LegalHoldReleased(hold_id="hold-1", subject_id=COMPLAINANT, complaint_id=None)
    assert kadi.refused(RELEASE, by=PRIVACY) == "hold_released_already"
    assert kadi.refused(place(), by=PRIVACY) == "already_exists"


def test_the_vault_destroys_nothing_while_the_hold_stands(kadi: Scenario) -> None:
    vault = kadi.infrastructure.vault
    kadi.given(place(), by=PRIVACY)
    keep(kadi)
    with pytest.raises(Refused, match="destruction_blocked"):
        vault.destroy(TENANT, COMPLAINANT, None)
    kadi.given(RELEASE, by=PRIVACY)
    keep(kadi)
    assert vault.holds(TENANT, COMPLAINANT) == []
    assert vault.destroy(TENANT, COMPLAINANT, None).keys


def test_a_page_read_again_leaves_the_vault_as_it_was(kadi: Scenario) -> None:
    kadi.given(place(), place(hold_id="hold-2"), RELEASE, by=PRIVACY)
    for _ in range(2):
        keep(kadi)
        kadi.infrastructure.log.forget(TENANT, "holds")
    assert [hold.hold_id for hold in kadi.infrastructure.vault.holds(TENANT, COMPLAINANT)] == ["hold-2"]


def test_the_holds_that_stand_are_listed(kadi: Scenario) -> None:
    kadi.given(place(), place(hold_id="hold-2", subject_id="somebody"), by=PRIVACY)
    assert [row.hold_id for row in kadi.ask(ListLegalHolds(), by="auditor").legal_holds] == ["hold-1", "hold-2"]
    kadi.given(RELEASE, by=PRIVACY)
    assert kadi.ask(ListLegalHolds(subject_id=COMPLAINANT), by=PRIVACY).legal_holds == ()
