"""Visits and questions at the counter."""

from __future__ import annotations

from dataclasses import replace

from services.intake.application.asking_of_inquiries import ReadInquiry
from services.intake.application.asking_of_people import ListAtTheCounter
from services.intake.domain.commands import reception as commands
from services.intake.domain.events import reception as events
from shared.contracts.governance import LiaisonOfficerAppointed, LiaisonOfficerAppointmentEnded
from tests.domain.intake.examples import FATIMA, ITEMS, OFFICER, REQUEST, TODAY, brought, opened, registration
from tests.domain.scenario import TENANT, Scenario

VISIT = commands.ReceiveVisitor(reception_id="visit-1", channel="interview", beneficiary_id=FATIMA, request_id=REQUEST)
QUESTION = commands.ReceiveInquiry(
    inquiry_id="inquiry-1", asker_id="asker-1", topic_code="housing", channel="phone_call", question="متى؟"
)


def ended(**changes: object) -> commands.EndReception:
    return commands.EndReception(reception_id="visit-1", **changes)  # type: ignore[arg-type]


def test_kadi_does_not_let_somebody_leave_with_an_incomplete_request_without_list_and_reason(kadi: Scenario) -> None:
    opened(kadi).given(VISIT, brought(ITEMS[0]), by=OFFICER)
    assert kadi.refused(ended(), by=OFFICER) == "missing_items_not_listed"
    assert kadi.refused(ended(missing_items=(ITEMS[1],)), by=OFFICER) == "incomplete_without_reason"
    (left,) = kadi.when(ended(missing_items=(ITEMS[1],), incomplete_reason="returns_tomorrow"), by=OFFICER)
    assert (left.request_id, left.beneficiary_id) == (REQUEST, FATIMA)


def test_a_visit_that_led_to_no_request_ends_all_the_same(kadi: Scenario) -> None:
    kadi.given(replace(VISIT, beneficiary_id=None), by=OFFICER)
    (left,) = kadi.when(ended(), by=OFFICER)
    assert (left.request_id, left.beneficiary_id) == (None, None)


def test_the_visitor_is_known_once_somebody_has_said_who_he_is(kadi: Scenario) -> None:
    here = commands.RecogniseVisitor(reception_id="visit-1", beneficiary_id=FATIMA)
    kadi.given(replace(VISIT, beneficiary_id=None), by=OFFICER)
    assert kadi.refused(here, by=OFFICER) == "no_such_beneficiary"
    kadi.given(registration(), here, by=OFFICER)
    assert [one.beneficiary_id for one in kadi.ask(ListAtTheCounter(), by=OFFICER).receptions] == [FATIMA]
    assert kadi.when(here, by=OFFICER) == ()
    (left,) = kadi.when(ended(), by=OFFICER)
    assert left.beneficiary_id == FATIMA
    assert kadi.refused(here, by=OFFICER) == "over_already"
    assert kadi.ask(ListAtTheCounter(), by=OFFICER).receptions == ()


def test_elsewhere_a_visit_may_end_at_any_time_and_only_once(sidr: Scenario) -> None:
    opened(sidr).given(VISIT, ended(), by=OFFICER)
    assert sidr.refused(ended(), by=OFFICER) == "over_already"


def test_a_visit_over_a_foreign_channel_is_refused_on_record_and_does_not_exist(sidr: Scenario) -> None:
    foreign = commands.ReceiveVisitor(reception_id="visit-1", channel="fax")
    assert sidr.refused(foreign, by=OFFICER) == "channel_not_permitted"
    assert sidr.facts()[-1] == events.ChannelRefused(channel="fax", attempted="ReceiveVisitor")
    assert sidr.refused(ended(), by=OFFICER) == "no_such_reception"


def test_an_inquiry_stays_listed_until_it_is_answered_from_a_tool(sidr: Scenario) -> None:
    sidr.given(QUESTION, commands.ReferInquiry(inquiry_id="inquiry-1", referred_to="staff-liaison"), by=OFFICER)
    (waiting,) = sidr.ask(ListAtTheCounter(), by=OFFICER).inquiries
    assert waiting.routed_to == "staff-liaison"
    answer = commands.AnswerInquiry(
        inquiry_id="inquiry-1", asker_id="asker-1", answer_source="basic_bylaws", answer="في رمضان"
    )
    (answered,) = sidr.when(answer, by="liaison_officer")
    assert answered.answer_source == "basic_bylaws"
    assert sidr.ask(ListAtTheCounter(), by=OFFICER).inquiries == ()
    assert sidr.refused(answer, by=OFFICER) == "over_already"


def test_an_inquiry_is_read_with_its_words_and_the_reading_is_on_record(sidr: Scenario) -> None:
    sidr.given(QUESTION, by=OFFICER)
    asked = ReadInquiry(inquiry_id="inquiry-1", reason="inquiry_page")
    read = sidr.ask(asked, by=OFFICER)
    assert (read.question, read.answer, read.outcome) == ("متى؟", None, "open")
    (reading,) = sidr.infrastructure.vault.readings(TENANT, case_id="inquiry-1")
    assert (reading.category, reading.reason) == ("inquiries", "inquiry_page")
    answer = commands.AnswerInquiry(inquiry_id="inquiry-1", asker_id="asker-1", answer_source="guide", answer="غدًا")
    sidr.given(answer, by=OFFICER)
    read = sidr.ask(asked, by="liaison_officer")
    assert (read.answer, read.answer_source, read.answered_on, read.outcome) == ("غدًا", "guide", TODAY, "answered")


def test_a_destroyed_inquiry_keeps_its_place_without_its_words(sidr: Scenario) -> None:
    sidr.given(QUESTION, by=OFFICER)
    sidr.infrastructure.vault.destroy(TENANT, "asker-1", None)
    read = sidr.ask(ReadInquiry(inquiry_id="inquiry-1", reason="inquiry_page"), by=OFFICER)
    assert (read.topic_code, read.question) == ("housing", None)


def test_an_answer_is_sealed_for_the_one_who_asked(sidr: Scenario) -> None:
    sidr.given(QUESTION, by=OFFICER)
    other = commands.AnswerInquiry(inquiry_id="inquiry-1", asker_id="asker-2", answer_source="x", answer="y")
    assert sidr.refused(other, by=OFFICER) == "another_asker"


def test_what_is_under_way_and_what_was_refused_is_seen(sidr: Scenario) -> None:
    sidr.given(commands.ReceiveVisitor(reception_id="visit-1", channel="interview"), by=OFFICER)
    sidr.refused(commands.ReceiveVisitor(reception_id="visit-2", channel="fax"), by=OFFICER)
    seen = sidr.ask(ListAtTheCounter(), by=OFFICER)
    assert [row.reception_id for row in seen.receptions] == ["visit-1"]
    assert [(row.case_id, row.channel) for row in seen.channel_refusals] == [("visit-2", "fax")]


def test_an_inquiry_goes_to_the_liaison_officer_of_its_category_and_field(kadi: Scenario) -> None:
    appointed = LiaisonOfficerAppointed(category="widows", field="housing", staff_ref="staff-huda", on=TODAY)
    assert len(kadi.told(appointed)) == 1
    assert kadi.told(appointed) == ()
    (received,) = kadi.when(replace(QUESTION, category="widows", field="housing"), by=OFFICER)
    assert received.routed_to == "staff-huda"


def test_the_end_of_an_earlier_appointment_heard_late_leaves_the_present_officer(kadi: Scenario) -> None:
    for officer in ("staff-huda", "staff-noor"):
        kadi.told(LiaisonOfficerAppointed(category="widows", field="housing", staff_ref=officer, on=TODAY))
    ended_before = LiaisonOfficerAppointmentEnded(category="widows", field="housing", staff_ref="staff-huda", on=TODAY)
    assert kadi.told(ended_before) == ()
    ended_now = LiaisonOfficerAppointmentEnded(category="widows", field="housing", staff_ref="staff-noor", on=TODAY)
    assert len(kadi.told(ended_now)) == 1
    (received,) = kadi.when(replace(QUESTION, category="widows", field="housing"), by=OFFICER)
    assert received.routed_to is None
