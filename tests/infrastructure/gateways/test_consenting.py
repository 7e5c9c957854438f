"""Whose consent the page of a person asks for, and what is recorded of it."""

from __future__ import annotations

from typing import Any

from gateways.portal.consenting import NOTICE_VERSION, consent, on_entry
from gateways.portal.forms import Form
from services.intake.application.asking_of_people import BeneficiaryContent
from services.intake.domain.person import Profile


def person(**told: Any) -> BeneficiaryContent:
    usual: dict[str, Any] = {"kind": "person", "profile": Profile(name="مثال"), "identity": None, "contact_points": ()}
    usual |= {"data_revision": 1, "identity_verified": False, "guardian_required": False, "guardians": ()}
    usual |= {"registration_completed": False, "agreed_channel": None, "consents": (), "request_ids": ()}
    return BeneficiaryContent(beneficiary_id="child", **(usual | told))


def form(**told: Any) -> Form:
    found = consent(person(**told))
    assert found is not None
    return found


def test_somebody_of_age_consents_himself_under_the_notice_that_is_read_to_him() -> None:
    given = form().given
    assert (given["given_by"], given["notice_version"]) == ("child", NOTICE_VERSION)


def test_the_guardian_consents_in_his_place_and_nobody_where_there_is_none() -> None:
    assert form(guardian_required=True, acts_through="guardian").given["given_by"] == "guardian"
    assert consent(person(guardian_required=True)) is None


def test_a_consent_on_record_can_be_taken_back() -> None:
    assert form(consents=("survey",)).command == "WithdrawConsent"
    assert form(consents=("awareness",)).command == "GiveConsent"


def test_on_entry_only_who_acts_for_himself_consents() -> None:
    said = on_entry(person())
    assert said is not None
    assert said.given_by == "child"
    assert on_entry(person(guardian_required=True, acts_through="guardian")) is None
