"""For whom a guardian acts, as his page asks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from services.intake.application.listing_wards import ListWards, WardRow
from services.intake.domain.commands import beneficiary as commands
from shared.domain.refusals import Forbidden
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    GUARDIAN,
    MAHA,
    MANAGER,
    OFFICER,
    PRIVACY,
    at,
    pass_time,
    registration,
)
from tests.domain.intake.test_register import BORN_2008, LINK
from tests.domain.intake.test_rights import CONFIRM, ORDER, OTHERS
from tests.domain.scenario import Scenario

ASKED = ListWards(guardian_id=GUARDIAN)


def wards(scenario: Scenario) -> tuple[WardRow, ...]:
    found: tuple[WardRow, ...] = scenario.ask(ASKED, by=OFFICER).wards
    return found


def test_a_guardian_has_his_wards_until_the_guardianship_ends(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), LINK, by=OFFICER)
    assert wards(kayan) == (WardRow(beneficiary_id=FATIMA, basis="natural", valid_to=None),)
    end = commands.EndGuardianship(beneficiary_id=FATIMA, guardian_id=GUARDIAN, reason_code="court")
    kayan.given(end, by=OFFICER)
    assert wards(kayan) == ()


def test_after_the_last_day_he_acts_no_more_also_before_the_clock_has_noticed(kayan: Scenario) -> None:
    last = date(2026, 3, 20)
    kayan.given(registration(profile=BORN_2008), replace(LINK, valid_to=last), by=OFFICER)
    assert len(wards(at(kayan, last))) == 1
    assert wards(at(kayan, date(2026, 3, 21))) == ()


def test_who_comes_of_age_is_nobodys_ward(kayan: Scenario) -> None:
    kayan.given(registration(profile=BORN_2008), LINK, by=OFFICER)
    pass_time(at(kayan, date(2026, 5, 9)))
    assert wards(kayan) == ()


@pytest.mark.parametrize("subject", [FATIMA, GUARDIAN])
def test_nobody_is_ward_or_guardian_any_more_whose_data_are_destroyed(kayan: Scenario, subject: str) -> None:
    kayan.given(registration(profile=BORN_2008), LINK, by=OFFICER)
    kayan.given(replace(ORDER, subject_id=subject), by=PRIVACY, ref=AMAL).given(CONFIRM, by=MANAGER, ref=MAHA)
    pass_time(kayan)
    for service in OTHERS:
        kayan.told(service.PersonalDataDestructionConfirmed(order_id="o-1", subject_id=subject))
    assert wards(kayan) == ()


def test_whose_guardian_somebody_is_only_those_ask_who_read_of_persons(kayan: Scenario) -> None:
    with pytest.raises(Forbidden):
        kayan.ask(ASKED, by="service_provider")
