"""By what somebody can be told, and that an original is seen of a document whose number is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.intake.application.asking_of_people import ReadBeneficiary
from services.intake.domain.commands import beneficiary as commands
from services.intake.domain.person import ContactPoint, Identity
from services.intake.domain.reaching import carries_news, reaches
from tests.domain.intake.examples import FATIMA, NATIONAL_ID, OFFICER, agreement, registration
from tests.domain.scenario import Scenario

PHONE = ContactPoint(contact_point_id="phone-1", kind="phone", value="0501234567")
MAIL = ContactPoint(contact_point_id="mail-1", kind="email", value="fatima@example.test")
SEEN = commands.VerifyIdentity(beneficiary_id=FATIMA, method="original_sighted", document_kind="national_id")


def verified_by(association: Scenario) -> str | None:
    known = association.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="test"), by=OFFICER)
    assert known.identity_verified == (known.identity_verified_by is not None)
    told: str | None = known.identity_verified_by
    return told


def correction(**changes: object) -> commands.CorrectBeneficiaryData:
    return replace(commands.CorrectBeneficiaryData(beneficiary_id=FATIMA, basis="said_by_himself"), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("channel", ["email", "fax"])
def test_a_channel_that_does_not_lead_to_the_contact_point_is_not_agreed_on(kadi: Scenario, channel: str) -> None:
    kadi.given(registration(contact_points=(PHONE,)), by=OFFICER)
    assert kadi.refused(agreement(channel=channel), by=OFFICER) == "channel_misses_point"


def test_what_may_be_agreed_on_is_told_with_the_person(kadi: Scenario) -> None:
    kadi.given(registration(contact_points=(PHONE, MAIL)), by=OFFICER)
    told = kadi.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="test"), by=OFFICER).ways
    assert {one.contact_point_id for one in told if one.channel == "email"} == {"mail-1"}
    assert {one.contact_point_id for one in told if one.channel == "phone_call"} == {"phone-1"}
    assert "fax" not in {one.channel for one in told}


def test_the_means_agreed_on_can_be_changed_and_is_told(kadi: Scenario) -> None:
    kadi.given(registration(contact_points=(PHONE, MAIL)), agreement(), by=OFFICER)
    kadi.given(agreement(channel="email", contact_point_id="mail-1"), by=OFFICER)
    agreed = kadi.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="test"), by=OFFICER).agreed
    assert (agreed.channel, agreed.contact_point_id) == ("email", "mail-1")


def test_people_come_to_volunteer_but_are_not_told_news_that_way() -> None:
    assert not carries_news("volunteering_opportunity")
    assert carries_news("phone_call")


def test_a_channel_the_association_added_itself_leads_where_it_says() -> None:
    assert reaches("message_service", "phone")


def test_of_a_contact_point_recorded_without_its_kind_nothing_is_assumed() -> None:
    assert reaches("email", None)


def test_a_contact_point_is_added_to_somebody_who_gave_none(kadi: Scenario) -> None:
    kadi.given(registration(contact_points=()), by=OFFICER)
    assert kadi.refused(agreement(), by=OFFICER) == "contact_point_unknown"
    kadi.given(correction(contact_points=(PHONE,)), agreement(), by=OFFICER)


def test_an_email_address_has_to_be_one(kadi: Scenario) -> None:
    assert (
        kadi.refused(registration(contact_points=(replace(MAIL, value="0501234567"),)), by=OFFICER) == "email_malformed"
    )


def test_the_original_is_seen_of_a_document_whose_number_is_known(kadi: Scenario) -> None:
    kadi.given(registration(identity=None), by=OFFICER)
    assert kadi.refused(SEEN, by=OFFICER) == "identity_number_missing"
    kadi.given(correction(identity=Identity(kind="national_id", number=NATIONAL_ID)), SEEN, by=OFFICER)


def test_another_number_has_not_been_compared_with_an_original_yet(kadi: Scenario) -> None:
    number = Identity(kind="national_id", number=NATIONAL_ID)
    kadi.given(registration(identity=number), SEEN, by=OFFICER)
    assert verified_by(kadi) is not None
    kadi.given(correction(identity=replace(number, number="1000000842")), by=OFFICER)
    assert verified_by(kadi) is None
