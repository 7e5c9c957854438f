"""What somebody asks for, in words: sealed, signed for, and read on record by those who work on it or decide."""

from __future__ import annotations

import pytest

from services.intake.application.asking_of_requests import ReadRequest
from services.intake.application.reading_needs import ReadNeed
from services.intake.domain.commands.request import StateNeed
from services.intake.domain.events.request import DeclarationInvalidated
from tests.domain.intake.examples import FATIMA, OFFICER, REQUEST, opened, signature, under_review
from tests.domain.scenario import TENANT, Scenario

WORDS = "قسط الإيجار المتأخر لثلاثة أشهر، 4500 ريال"
STATE = StateNeed(request_id=REQUEST, beneficiary_id=FATIMA, need=WORDS)
READ = ReadNeed(request_id=REQUEST, reason="review_page")


def test_what_is_asked_for_is_read_on_record_by_whoever_decides_on_it(kadi: Scenario) -> None:
    opened(kadi).given(STATE, by=OFFICER)
    assert kadi.ask(READ, by="reviewing_member").need == WORDS
    readings = kadi.infrastructure.vault.readings(TENANT, case_id=REQUEST)
    assert [one.reason for one in readings if one.category == "needs"] == ["review_page"]
    with pytest.raises(Exception, match="not_permitted"):
        kadi.ask(READ, by="service_provider")


def test_before_it_is_written_there_is_nothing_to_read(kadi: Scenario) -> None:
    opened(kadi)
    with pytest.raises(Exception, match="no_need_stated"):
        kadi.ask(READ, by=OFFICER)
    assert kadi.refused(StateNeed(request_id=REQUEST, beneficiary_id=FATIMA, need=" "), by=OFFICER) == "need_empty"


def test_it_is_part_of_what_is_signed_for(kadi: Scenario) -> None:
    opened(kadi)
    revision = kadi.ask(ReadRequest(request_id=REQUEST), by=OFFICER).data_revision
    kadi.given(signature(data_revision=revision), by=OFFICER)
    _, voided = kadi.when(STATE, by=OFFICER)
    assert voided == DeclarationInvalidated(data_revision=revision + 1)


def test_once_the_request_is_complete_it_stays_as_it_was_signed(kadi: Scenario) -> None:
    under_review(kadi)
    assert kadi.refused(STATE, by=OFFICER) == "wrong_stage"
