"""A complaint is filed over the right channel, numbered, and its words are sealed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from services.complaints.application import TrackComplaint
from services.complaints.domain.events import ChannelRefused, ComplaintReceived
from services.complaints.service import SERVICE
from shared.application.serials import SerialTaken
from shared.domain.refusals import NotFound
from tests.domain.complaints.examples import (
    COMPLAINANT,
    COMPLAINT,
    FOLLOW_UP,
    FRONT_DESK,
    NARRATIVE,
    acknowledged,
    filed,
)
from tests.domain.scenario import SUNDAY, TENANT, Scenario


def received(scenario: Scenario, by: str = FRONT_DESK, ref: str = "staff-1", **changes: Any) -> ComplaintReceived:
    events = scenario.when(filed(**changes), by=by, ref=ref)
    (event,) = [event for event in events if isinstance(event, ComplaintReceived)]
    return event


def test_a_complaint_gets_a_number_in_the_append_that_receives_it(kadi: Scenario) -> None:
    number, complaint = kadi.when(filed(), by=FRONT_DESK)
    assert number == SerialTaken(number=1)
    assert complaint == ComplaintReceived(
        number="KAD-C-1447-0001",
        channel="website",
        channel_stated=True,
        type="complaint",
        remedy_code="apology",
        narrative=complaint.narrative,
        anonymous=False,
        received_on=SUNDAY.date(),
        policy_version="kadi-brp/1",
        complainant_id=COMPLAINANT,
        request_id="request-1",
    )


def test_the_numbers_of_a_year_follow_each_other_and_a_refused_complaint_takes_none(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    kadi.refused(filed(complaint_id="complaint-2", channel="interview"), by=FRONT_DESK)
    assert received(kadi, complaint_id="complaint-3").number == "KAD-C-1447-0002"


def test_a_complaint_over_a_channel_that_does_not_serve_is_refused_on_record_and_is_no_complaint(
    sidr: Scenario,
) -> None:
    assert sidr.refused(filed(channel="fax", fax_page_ref="7"), by=FRONT_DESK) == "channel_not_permitted"
    assert sidr.facts()[-1] == ChannelRefused(channel="fax", attempted="FileComplaint")
    assert sidr.refused(acknowledged(), by=FOLLOW_UP) == "no_such_complaint"
    with pytest.raises(NotFound):
        sidr.ask(TrackComplaint(complaint_id=COMPLAINT), by=FRONT_DESK)
    assert received(sidr).number == "SID-C-1447-0001"


def test_what_was_typed_for_a_channel_is_not_kept_unless_it_is_a_code(sidr: Scenario) -> None:
    sidr.refused(filed(channel="منى بنت مثال"), by=FRONT_DESK)
    assert sidr.facts()[-1] == ChannelRefused(channel="other", attempted="FileComplaint")


def test_an_acknowledgement_over_a_channel_that_does_not_serve_is_refused_on_record(sidr: Scenario) -> None:
    sidr.given(filed(), by=FRONT_DESK)
    assert sidr.refused(acknowledged("fax"), by=FOLLOW_UP) == "channel_not_permitted"
    assert sidr.facts()[-1] == ChannelRefused(channel="fax", attempted="AcknowledgeComplaint")


def test_a_new_hijri_year_begins_its_own_numbers(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    kadi.clock.move_to(datetime(2026, 6, 20, 9, tzinfo=UTC))
    assert received(kadi, complaint_id="complaint-2").number == "KAD-C-1448-0001"


def test_a_complaint_filed_twice_under_one_command_id_is_one_complaint(kadi: Scenario) -> None:
    id_ = uuid4()
    kadi.when(filed(), by=FRONT_DESK, id_=id_)
    assert kadi.when(filed(), by=FRONT_DESK, id_=id_) == ()


def test_one_id_is_one_complaint(kadi: Scenario) -> None:
    kadi.given(filed(), by=FRONT_DESK)
    assert kadi.refused(filed(), by=FRONT_DESK) == "already_exists"


def test_the_words_are_sealed_and_stand_in_no_event(kadi: Scenario) -> None:
    event = received(kadi)
    stored = b"".join(row.data for row in kadi.rows())
    assert NARRATIVE.encode() not in stored
    opened = kadi.infrastructure.vault.open(TENANT, event.narrative, reader="staff-1", reason="test", case_id=None)
    assert opened.decode() == f'"{NARRATIVE}"'


@pytest.mark.parametrize(("complainant", "subject"), [(COMPLAINANT, COMPLAINANT), (None, COMPLAINT)])
def test_the_words_die_with_the_complainant_and_with_the_complaint_if_he_is_unknown(
    kadi: Scenario, complainant: str | None, subject: str
) -> None:
    event = received(kadi, complainant_id=complainant)
    kadi.infrastructure.vault.destroy(TENANT, subject, None)
    with pytest.raises(NotFound):
        kadi.infrastructure.vault.open(TENANT, event.narrative, reader="staff-1", reason="test", case_id=None)


@pytest.mark.parametrize("channel", ["interview", "email", "pigeon"])
def test_where_the_policy_names_channels_for_complaints_others_are_refused(kadi: Scenario, channel: str) -> None:
    assert kadi.refused(filed(channel=channel), by=FRONT_DESK) == "channel_not_permitted"


def test_where_the_policy_is_silent_an_ordinary_channel_serves_and_is_labelled_so(sidr: Scenario) -> None:
    assert received(sidr, channel="interview").channel_stated is False
    assert sidr.refused(filed(complaint_id="complaint-2", channel="pigeon"), by=FRONT_DESK) == "channel_not_permitted"


def test_a_fax_names_its_page(kadi: Scenario) -> None:
    assert kadi.refused(filed(channel="fax"), by=FRONT_DESK) == "fax_page_missing"
    assert received(kadi, channel="fax", fax_page_ref="page-9").fax_page_ref == "page-9"


def test_a_complaint_says_what_happened(kadi: Scenario) -> None:
    assert kadi.refused(filed(narrative=" \n"), by=FRONT_DESK) == "narrative_missing"


def test_staff_may_take_down_an_anonymous_complaint(kadi: Scenario) -> None:
    assert received(kadi, complainant_id=None).anonymous


@pytest.mark.parametrize("role", ["beneficiary", "guardian"])
@pytest.mark.parametrize("complainant", ["beneficiary-2", None])
def test_whoever_signs_in_complains_in_his_own_name(kadi: Scenario, role: str, complainant: str | None) -> None:
    asked = filed(complainant_id=complainant)
    assert kadi.refused(asked, by=role, ref=COMPLAINANT) == "another_complainant"
    assert received(kadi, by=role, ref=COMPLAINANT).complainant_id == COMPLAINANT


def test_an_association_without_a_policy_takes_no_complaint(tmp_path_factory: pytest.TempPathFactory) -> None:
    scenario = Scenario(SERVICE, tmp_path_factory.mktemp("empty"))
    assert scenario.refused(filed(), by=FOLLOW_UP) == "unknown_association"
    scenario.close()
