"""Somebody is found by two words of a name, in their order, in any spelling; that he is not the one found is a fact."""

from __future__ import annotations

import pytest

from services.intake.application.asking_of_people import FindBeneficiary
from services.intake.domain.commands.beneficiary import CorrectBeneficiaryData, DismissedDuplicate
from services.intake.domain.events.beneficiary import BeneficiaryRegistered, DuplicateDismissed
from services.intake.domain.person import Profile
from tests.domain.intake.examples import FATIMA, OFFICER, registration
from tests.domain.scenario import TENANT, Scenario

NAME = "فاطمة بنت إبراهيم بن عبد الله الزهراني"


@pytest.fixture
def known(sidr: Scenario) -> Scenario:
    """Two people, of whom one is looked for."""
    sidr.given(registration(profile=Profile(name=NAME)), by=OFFICER)
    other = registration(
        beneficiary_id="other", profile=Profile(name="سعاد صالح القرني"), identity=None, contact_points=()
    )
    return sidr.given(other, by=OFFICER)


def found(scenario: Scenario, name: str) -> tuple[str, ...]:
    told: tuple[str, ...] = scenario.ask(FindBeneficiary(by="name", value=name), by=OFFICER).beneficiary_ids
    return told


@pytest.mark.parametrize(
    "typed",
    [
        NAME,
        "فاطمة الزهراني",
        "فاطمه الزهراني",
        "فاطمة زهراني",
        "فاطمة ابراهيم",
        "فاطمة إبراهيم الزهراني",
        "إبراهيم عبدالله",
        "  فاطمـــة   بنت  عبد الله ",
    ],
)
def test_two_words_of_a_name_in_their_order_find_its_bearer(known: Scenario, typed: str) -> None:
    assert found(known, typed) == (FATIMA,)


@pytest.mark.parametrize("typed", ["فاطمة", "الزهراني", "الزهراني فاطمة", "فاطمة القرني", "سعاد فاطمة", "", "بنت"])
def test_one_word_another_order_or_words_of_two_people_find_nobody(known: Scenario, typed: str) -> None:
    assert found(known, typed) == ()


def test_a_name_of_one_word_is_found_whole(sidr: Scenario) -> None:
    sidr.given(registration(profile=Profile(name="مثال")), by=OFFICER)
    assert found(sidr, "مثال") == (FATIMA,)


def test_after_a_correction_both_names_lead_to_the_same_person(known: Scenario) -> None:
    right = CorrectBeneficiaryData(
        beneficiary_id=FATIMA, basis="document", profile=Profile(name="فاطمة إبراهيم الغامدي")
    )
    known.given(right, by=OFFICER)
    assert found(known, "فاطمة الغامدي") == found(known, "فاطمة الزهراني") == (FATIMA,)


def test_the_keys_of_a_name_die_with_its_bearer(known: Scenario) -> None:
    known.infrastructure.vault.destroy(TENANT, FATIMA, None)
    assert found(known, "فاطمة الزهراني") == ()
    assert found(known, "سعاد القرني") == ("other",)


def test_no_key_of_a_name_is_in_an_event_or_a_view(known: Scenario) -> None:
    known.follow()
    stored = b"".join(row.data for row in known.rows()).decode()
    with known.infrastructure.views.engine.connect() as connection:
        for view in known.infrastructure.views.views.values():
            stored += "".join(str(connection.execute(table.select()).all()) for table in view.tables)
    assert not [word for word in ("فاطمة", "فاطمه", "زهراني", "سعاد") if word in stored]


def unlike(other_id: str) -> DismissedDuplicate:
    return DismissedDuplicate(other_id=other_id, grounds=("name", "birth_date"))


def test_that_it_is_not_the_same_person_is_recorded_with_the_registration_as_codes_and_references(
    known: Scenario,
) -> None:
    again = registration(beneficiary_id="again", identity=None, other_than=(unlike(FATIMA), unlike("other")))
    registered, first, second = known.when(again, by=OFFICER, ref="officer-9")
    assert isinstance(registered, BeneficiaryRegistered)
    assert first == DuplicateDismissed(other_id=FATIMA, grounds=("name", "birth_date"))
    assert second == DuplicateDismissed(other_id="other", grounds=("name", "birth_date"))
    assert {row.actor_ref for row in known.rows()[-2:]} == {"officer-9"}
    assert {row.stream for row in known.rows()[-3:]} == {"beneficiary-again"}


def test_only_somebody_else_who_is_registered_can_be_another_person(known: Scenario) -> None:
    unknown = registration(beneficiary_id="again", other_than=(unlike("nobody"),))
    assert known.refused(unknown, by=OFFICER) == "no_such_beneficiary"
    himself = registration(beneficiary_id="again", identity=None, other_than=(unlike("again"),))
    assert known.refused(himself, by=OFFICER) == "other_than_himself"
