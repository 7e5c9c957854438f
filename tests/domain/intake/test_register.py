"""Who is in the register, who acts for whom, and how the personal part stays in the vault."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from services.intake.application.asking_of_people import (
    FindBeneficiary,
    FindDuplicates,
    ListIncompleteRegistrations,
    ReadBeneficiary,
)
from services.intake.domain.commands import beneficiary as commands
from services.intake.domain.events import beneficiary as events
from services.intake.domain.person import BirthDate, ContactPoint, Identity, Profile
from shared.contracts.intake import GuardianshipEnded
from tests.domain.intake.examples import (
    FATIMA,
    GUARDIAN,
    NAME,
    NATIONAL_ID,
    OFFICER,
    PHONE,
    PRIVACY,
    REQUEST,
    agreement,
    at,
    opening,
    pass_time,
    registration,
    signature,
)
from tests.domain.scenario import Scenario

BORN_2008 = Profile(name="يوسف", birth=BirthDate(calendar="gregorian", year=2008, month=11, day=20))
LINK = commands.LinkGuardian(beneficiary_id=FATIMA, guardian_id=GUARDIAN, basis="natural", evidence="صك")


def identity(number: str, kind: str = "national_id") -> Identity:
    return Identity(kind=kind, number=number)  # type: ignore[arg-type]


def point(value: str) -> tuple[ContactPoint, ...]:
    return (ContactPoint(contact_point_id="phone-1", kind="phone", value=value),)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("19000000x9", "not_digits"),
        ("190000000", "length"),
        ("3900000009", "first_digit"),
        ("1900000000", "checksum"),
        ("2900000007", "identity_kind"),
    ],
)
def test_a_mistyped_identity_number_is_refused_without_repeating_it(sidr: Scenario, number: str, code: str) -> None:
    with pytest.raises(Exception) as refusal:
        sidr.when(registration(identity=identity(number)), by=OFFICER)
    assert refusal.value.code == code  # type: ignore[attr-defined]
    assert number not in str(refusal.value)


def test_other_numbers_are_not_checked(sidr: Scenario) -> None:
    assert sidr.when(registration(identity=identity("A-17", "other_id")), by=OFFICER)


@pytest.mark.parametrize(
    ("birth", "code"),
    [
        (BirthDate(calendar="hijri", year=1445, month=5, day=30), "no_such_day"),
        (BirthDate(calendar="gregorian", year=2001, month=2, day=29), "no_such_day"),
        (BirthDate(calendar="hijri", year=1342, month=1, day=1), "date_out_of_range"),
        (BirthDate(calendar="gregorian", year=2026, month=3, day=16), "birth_in_future"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused(sidr: Scenario, birth: BirthDate, code: str) -> None:
    assert sidr.refused(registration(profile=Profile(name=NAME, birth=birth)), by=OFFICER) == code


def test_a_short_telephone_number_is_refused(sidr: Scenario) -> None:
    assert sidr.refused(registration(contact_points=point("50123456")), by=OFFICER) == "not_a_telephone_number"


@pytest.mark.parametrize("spelling", ["0501234567", "00966501234567", "٠٥٠١٢٣٤٥٦٧"])
def test_every_spelling_of_a_telephone_number_is_kept_as_one_and_found_by_any(sidr: Scenario, spelling: str) -> None:
    sidr.given(registration(contact_points=point(spelling)), by=OFFICER)
    known = sidr.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="counter"), by=OFFICER)
    assert known.contact_points == point(PHONE)
    assert sidr.ask(FindBeneficiary(by="phone", value="+966 50 123 4567"), by=OFFICER).beneficiary_ids == (FATIMA,)


def test_somebody_is_found_by_number_and_name_in_any_spelling_and_every_reading_is_recorded(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    for query in (
        FindBeneficiary(by="identity_number", value="١٩٠٠٠٠٠٠٠٩"),
        FindBeneficiary(by="name", value="فاطمه ابراهيم"),
    ):
        assert sidr.ask(query, by=OFFICER).beneficiary_ids == (FATIMA,)
    assert sidr.infrastructure.vault.readings("kayan") == []
    known = sidr.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="counter", case_id=REQUEST), by=PRIVACY, ref="dpo")
    assert (known.profile.name, known.identity.number) == (NAME, NATIONAL_ID)
    readings = sidr.infrastructure.vault.readings("kayan", subject=FATIMA)
    assert {(each.reader, each.reason, each.case_id) for each in readings} == {("dpo", "counter", REQUEST)}


def test_nothing_personal_is_in_the_events(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    # References and digests are left out: four digits stand in some of them by chance.
    told = re.sub(r"[0-9a-f]{32,}", "", b"".join(row.data for row in sidr.rows()).decode())
    for value in (NAME, NATIONAL_ID, PHONE, "1990"):
        assert value not in told


def test_a_retry_is_harmless_and_other_content_under_the_same_id_is_not(sidr: Scenario) -> None:
    id_ = uuid4()
    assert len(sidr.when(registration(contact_points=point("0501234567")), by=OFFICER, id_=id_)) == 1
    assert sidr.when(registration(contact_points=point(PHONE)), by=OFFICER, id_=id_) == ()
    with pytest.raises(Exception) as clash:
        sidr.when(registration(internal=True), by=OFFICER, id_=id_)
    assert clash.value.code == "command_id_reused"  # type: ignore[attr-defined]


def test_a_minor_of_kayan_needs_a_guardian_who_signs(kayan: Scenario) -> None:
    (registered,) = kayan.when(registration(profile=BORN_2008), by=OFFICER)
    assert registered.guardian_required is True
    kayan.given(opening(), by=OFFICER)
    assert kayan.refused(signature(data_revision=1), by=OFFICER) == "guardian_must_act"
    assert kayan.refused(signature(data_revision=1, signed_by=GUARDIAN), by=OFFICER) == "not_guardian"
    kayan.given(LINK, by=OFFICER)
    (signed,) = kayan.when(signature(data_revision=1, signed_by=GUARDIAN), by="guardian", ref=GUARDIAN)
    assert (signed.signed_by, signed.on_behalf_of, signed.verified_by) == (GUARDIAN, FATIMA, None)


def test_a_minor_has_a_guardian_by_law_also_where_the_policy_expects_none(sidr: Scenario) -> None:
    (registered,) = sidr.when(registration(profile=BORN_2008), by=OFFICER)
    assert registered.guardian_required is True
    sidr.given(opening(), by=OFFICER)
    assert sidr.refused(signature(data_revision=1), by=OFFICER) == "guardian_must_act"


def test_a_guardianship_is_linked_on_proof_and_a_declaration_signed_over_something(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), opening(), by=OFFICER)
    assert kayan.refused(replace(LINK, evidence=" "), by=OFFICER) == "guardianship_unproven"
    kayan.given(LINK, by=OFFICER)
    nothing = signature(data_revision=1, signed_by=GUARDIAN, signed_content="")
    assert kayan.refused(nothing, by=OFFICER) == "nothing_to_sign"


def test_an_expired_guardianship_does_not_sign(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), replace(LINK, valid_to=date(2026, 3, 20)), opening(), by=OFFICER)
    at(kayan, date(2026, 3, 21))
    assert kayan.refused(signature(data_revision=1, signed_by=GUARDIAN), by=OFFICER) == "guardianship_expired"


def test_a_guardianship_ends_the_day_after_its_last_once_and_in_public(kayan: Scenario) -> None:
    last = date(2026, 3, 20)
    kayan.given(registration(profile=BORN_2008), replace(LINK, valid_to=last), by=OFFICER)
    kayan.given(agreement(recipient_id=GUARDIAN), by=OFFICER)
    assert pass_time(at(kayan, last)) == ()
    before = kayan.infrastructure.log.head("kayan")
    (ended,) = pass_time(at(kayan, date(2026, 3, 21)))
    assert ended == events.GuardianshipEnded(guardian_id=GUARDIAN, reason_code="expired")
    assert pass_time(kayan) == ()
    assert kayan.published(after=before) == (GuardianshipEnded(beneficiary_id=FATIMA, guardian_id=GUARDIAN),)


def test_a_guardianship_extended_in_time_does_not_lapse(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), replace(LINK, valid_to=date(2026, 3, 20)), by=OFFICER)
    lapse = commands.LapseGuardianship(beneficiary_id=FATIMA, guardian_id=GUARDIAN, valid_to=date(2026, 3, 20))
    end = commands.EndGuardianship(beneficiary_id=FATIMA, guardian_id=GUARDIAN, reason_code="renewed")
    kayan.given(end, replace(LINK, valid_to=date(2027, 3, 20)), by=OFFICER)
    at(kayan, date(2026, 3, 21))
    assert pass_time(kayan) == ()
    assert kayan.when(lapse) == ()


def test_what_was_agreed_with_a_guardian_ends_with_his_guardianship(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), LINK, agreement(recipient_id=GUARDIAN), by=OFFICER)
    end = commands.EndGuardianship(beneficiary_id=FATIMA, guardian_id=GUARDIAN, reason_code="court")
    kayan.given(end, by=OFFICER)
    assert kayan.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="check"), by=OFFICER).agreed_channel is None
    assert kayan.refused(agreement(recipient_id=GUARDIAN), by=OFFICER) == "recipient_unknown"


def test_who_comes_of_age_is_noted_on_the_day_without_opening_his_data(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), LINK, agreement(recipient_id=GUARDIAN), by=OFFICER)
    consent = commands.GiveConsent(beneficiary_id=FATIMA, purpose="survey", notice_version="1", given_by=GUARDIAN)
    kayan.given(consent, by=OFFICER)
    at(kayan, date(2026, 5, 8))
    assert pass_time(kayan) == ()
    at(kayan, date(2026, 5, 9))
    assert pass_time(kayan) == (events.MajorityReached(),)
    assert pass_time(kayan) == ()
    assert kayan.infrastructure.vault.readings("kayan") == []
    known = kayan.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="check"), by=OFFICER)
    assert (known.guardian_required, known.guardians, known.consents, known.agreed_channel) == (False, (), (), None)


def test_contact_is_agreed_over_a_permitted_channel_at_a_known_point_with_the_right_person(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    assert sidr.refused(agreement(channel="fax"), by=OFFICER) == "channel_not_permitted"
    assert sidr.refused(agreement(contact_point_id="phone-2"), by=OFFICER) == "contact_point_unknown"
    assert sidr.refused(agreement(recipient_id="somebody"), by=OFFICER) == "recipient_unknown"
    (agreed,) = sidr.when(agreement(), by="beneficiary", ref=FATIMA)
    assert agreed.channel_code == "phone_call"


def test_a_corrected_telephone_number_is_the_agreed_one_from_then_on(sidr: Scenario) -> None:
    sidr.given(registration(), agreement(), by=OFFICER)
    correction = commands.CorrectBeneficiaryData(
        beneficiary_id=FATIMA, basis="call", contact_points=point("0509999999")
    )
    corrected, agreed = sidr.when(correction, by=OFFICER)
    assert corrected.fields_changed == ("contact_points",)
    assert agreed.contact_point == corrected.contact_points


def test_a_consent_is_withdrawn_by_the_one_it_concerns(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    withdrawal = commands.WithdrawConsent(beneficiary_id=FATIMA, purpose="survey")
    assert sidr.refused(withdrawal, by=OFFICER) == "not_consented"
    consent = commands.GiveConsent(beneficiary_id=FATIMA, purpose="survey", notice_version="1", given_by=FATIMA)
    assert sidr.refused(consent, by="beneficiary", ref="beneficiary-other") == "not_permitted"
    sidr.given(consent, withdrawal, by="beneficiary", ref=FATIMA)


def test_another_tenants_beneficiary_does_not_exist(sidr: Scenario) -> None:
    verify = commands.VerifyIdentity(beneficiary_id="elsewhere", method="original_sighted", document_kind="id_card")
    assert sidr.refused(verify, by=OFFICER) == "no_such_beneficiary"


def test_registrations_without_a_complete_request_are_listed(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    (row,) = sidr.ask(ListIncompleteRegistrations(), by=OFFICER).registrations
    assert row.beneficiary_id == FATIMA


def test_likely_duplicates_are_shown_with_their_grounds_and_nothing_is_merged(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    birth = BirthDate(calendar="hijri", year=1410, month=9, day=10)
    assert birth.on == date(1990, 4, 5)
    query = FindDuplicates(profile=Profile(name="فاطمه ابراهيم", birth=birth), phones=("0501234567",))
    (found,) = sidr.ask(query, by=OFFICER).candidates
    assert (found.beneficiary_id, found.grounds, found.likeness) == (FATIMA, ("birth_date", "name", "phone"), 100)
    other = FindDuplicates(profile=Profile(name="نورة سعد", birth=birth))
    assert sidr.ask(other, by=OFFICER).candidates == ()


HER_NUMBER = registration(beneficiary_id="beneficiary-sara", profile=Profile(name="سارة"))


def test_one_number_is_one_person_unless_somebody_writes_down_why_it_is_two(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    assert sidr.refused(HER_NUMBER, by=OFFICER) == "number_of_another"
    assert sidr.refused(replace(HER_NUMBER, shared_number_reason=" "), by=OFFICER) == "number_of_another"
    shared = replace(HER_NUMBER, shared_number_reason="رقم رب الأسرة، ولا هوية لها بعد")
    (entered,) = sidr.when(shared, by=OFFICER)
    assert entered.shared_number_reason is not None


def test_a_number_is_not_corrected_into_that_of_another_either(sidr: Scenario) -> None:
    sidr.given(registration(), replace(HER_NUMBER, identity=None), by=OFFICER)
    correction = commands.CorrectBeneficiaryData(
        beneficiary_id="beneficiary-sara", basis="document_shown", identity=identity(NATIONAL_ID)
    )
    assert sidr.refused(correction, by=OFFICER) == "number_of_another"
    own = replace(correction, beneficiary_id=FATIMA)
    assert sidr.when(own, by=OFFICER)


def test_numbers_that_many_give_may_be_alike(sidr: Scenario) -> None:
    sidr.given(registration(identity=identity("A-17", "other_id")), by=OFFICER)
    assert sidr.when(replace(HER_NUMBER, identity=identity("A-17", "other_id")), by=OFFICER)
