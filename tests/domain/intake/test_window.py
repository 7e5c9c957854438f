"""What becomes of an open window: another calendar, an end of the calendar, questions that stop the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.intake.application.asking_of_requests import ListRequests, ReadRequest, WhyThisDate
from services.intake.domain.commands import reply
from services.intake.domain.commands.request import CompleteSupportRequest, SupplyInformation
from services.intake.domain.events import reply as events
from services.intake.domain.events import request as requests
from shared.contracts import committee, intake
from shared.contracts.governance import CalendarDay, WorkingCalendarPublished
from tests.domain.intake.examples import (
    AMAL,
    ITEMS,
    OFFICER,
    REQUEST,
    REVIEW,
    TODAY,
    at,
    calendar,
    completed,
    decided,
    pass_time,
    settings,
    submitted,
    under_review,
)
from tests.domain.scenario import Scenario

ANSWER = reply.CommunicateDecision(request_id=REQUEST, channel="phone_call")
QUESTION = committee.FurtherInformationRequested(review_id=REVIEW, request_id=REQUEST, items=ITEMS[:1])
SUPPLY = SupplyInformation(request_id=REQUEST, items=ITEMS[:1])
LAST_DAY = date(2026, 4, 9)


def until(version: str, year: int) -> WorkingCalendarPublished:
    """The example's calendar, as it was published without the years after."""
    whole = calendar(version)
    return replace(whole, days=tuple(day for day in whole.days if day.date.year <= year))


def confirmed_eid(version: str) -> WorkingCalendarPublished:
    whole = calendar(version)
    return replace(whole, days=tuple(replace(day, estimated=False) for day in whole.days))


@pytest.fixture
def pausing(kadi: Scenario) -> Scenario:
    """Kadi, after a resolution that questions stop the clock."""
    return kadi.adopted(settings(settings_version=2, pauses_for_information=True))


def asked_and_answered(scenario: Scenario, asked_on: date, answered_on: date) -> tuple[Any, ...]:
    at(under_review(scenario), asked_on).told(QUESTION)
    return at(scenario, answered_on).when(SUPPLY, by=OFFICER)


def test_a_new_calendar_that_moves_nothing_leaves_no_word_and_is_not_asked_about_for_ever(kadi: Scenario) -> None:
    completed(kadi).adopted(calendar("SA-2026.2", also_off=(date(2026, 12, 1),)))
    kadi.adopted(settings(settings_version=2, calendar_version="SA-2026.2"))
    before = kadi.infrastructure.log.head("kayan")
    assert pass_time(kadi) == ()
    assert kadi.published(after=before) == ()


def test_a_calendar_that_confirms_what_was_estimated_is_on_record_and_the_beneficiary_is_not_told(
    kadi: Scenario,
) -> None:
    completed(kadi).adopted(confirmed_eid("SA-2026.2"), settings(settings_version=2, calendar_version="SA-2026.2"))
    before = kadi.infrastructure.log.head("kayan")
    (confirmed,) = pass_time(kadi)
    assert (confirmed.calendar_version, confirmed.estimated_days) == ("SA-2026.2", ())
    assert kadi.published(after=before) == ()
    assert pass_time(kadi) == ()
    why = kadi.ask(WhyThisDate(request_id=REQUEST), by=OFFICER)
    assert (why.due_by, why.calendar_version, why.estimated_days, why.recalculated) == (
        LAST_DAY, "SA-2026.2", (), False,
    )  # fmt: skip


def test_an_association_may_go_back_to_a_calendar_it_had_and_forth_again(kadi: Scenario) -> None:
    completed(kadi).adopted(calendar("SA-2026.2", also_off=(date(2026, 4, 1),)))
    moved = []
    for number, version in enumerate(("SA-2026.2", "SA-2026.1", "SA-2026.2"), start=2):
        kadi.adopted(settings(settings_version=number, calendar_version=version))
        moved += [(fact.before, fact.after) for fact in pass_time(kadi)]
    there, back = (LAST_DAY, date(2026, 4, 12)), (date(2026, 4, 12), LAST_DAY)
    assert moved == [there, back, there]


def test_a_window_beyond_the_calendars_end_says_so_in_its_proof_and_in_the_case(kadi: Scenario) -> None:
    kadi.adopted(until("SA-short", 2025), settings(settings_version=2, calendar_version="SA-short"))
    _, window, found = submitted(kadi).when(CompleteSupportRequest(request_id=REQUEST), by=OFFICER, ref=AMAL)
    assert window.beyond_calendar == tuple(day.date for day in window.counted)
    assert found == requests.WindowBeyondCalendarFound(calendar_version="SA-short", days=window.beyond_calendar)
    assert kadi.ask(WhyThisDate(request_id=REQUEST), by=OFFICER).beyond_calendar == window.beyond_calendar


def test_a_calendar_that_reaches_further_makes_the_window_certain(kadi: Scenario) -> None:
    eid = CalendarDay(date=date(2026, 9, 23), name_code="national_day", make_up=False, estimated=False)
    known = WorkingCalendarPublished(calendar_version="SA-known", weekend=("fri", "sat"), days=(eid,))
    kadi.adopted(replace(known, calendar_version="SA-none", days=()))
    kadi.adopted(settings(settings_version=2, calendar_version="SA-none"))
    completed(kadi).adopted(known, settings(settings_version=3, calendar_version="SA-known"))
    (confirmed,) = pass_time(kadi)
    assert (confirmed.beyond_calendar, confirmed.calendar_version) == ((), "SA-known")


def test_a_pause_moves_the_last_day_by_the_working_days_an_answer_took_and_the_beneficiary_is_told(
    pausing: Scenario,
) -> None:
    supplied, moved = asked_and_answered(pausing, date(2026, 3, 17), date(2026, 3, 29))
    assert isinstance(supplied, requests.InformationSupplied)
    assert (moved.before, moved.after, moved.cause) == (LAST_DAY, date(2026, 4, 15), "information")
    assert [day.reason for day in moved.skipped].count("paused") == 4
    assert intake.ResponseWindowRecalculated in [type(said) for said in pausing.published()]
    state = pausing.ask(ReadRequest(request_id=REQUEST), by=OFFICER)
    assert (state.due_by, state.completed_on, state.paused_since) == (date(2026, 4, 15), TODAY, None)
    assert pausing.ask(WhyThisDate(request_id=REQUEST), by=OFFICER).pauses_for_information is True


def test_two_questions_make_two_pauses_and_a_second_one_before_the_answer_makes_none_more(pausing: Scenario) -> None:
    (_, first) = asked_and_answered(pausing, date(2026, 3, 17), date(2026, 3, 29))
    at(pausing, date(2026, 3, 30)).told(QUESTION)
    at(pausing, date(2026, 3, 31)).told(replace(QUESTION, items=ITEMS))
    supply = replace(SUPPLY, items=ITEMS)
    (_, second) = at(pausing, date(2026, 4, 1)).when(supply, by=OFFICER)
    assert (second.before, second.after) == (first.after, date(2026, 4, 19))


def test_no_deadline_is_breached_while_the_clock_stands_still(pausing: Scenario) -> None:
    at(under_review(pausing), date(2026, 4, 8)).told(QUESTION)
    at(pausing, date(2026, 4, 20))
    assert pass_time(pausing) == ()
    breach = reply.BreachDeadline(request_id=REQUEST, due_by=LAST_DAY)
    assert pausing.refused(breach) == "clock_stands_still"
    assert pausing.ask(ReadRequest(request_id=REQUEST), by=OFFICER).paused_since == date(2026, 4, 8)
    assert pausing.ask(ListRequests(), by=OFFICER).requests[0].paused_since == date(2026, 4, 8)
    _, moved = pausing.when(SUPPLY, by=OFFICER)
    assert moved.after == date(2026, 4, 21)
    (breached,) = pass_time(at(pausing, date(2026, 4, 22)))
    assert breached.due_by == date(2026, 4, 21)


def test_a_question_on_the_last_day_comes_too_late_to_stop_it(pausing: Scenario) -> None:
    at(under_review(pausing), LAST_DAY).told(QUESTION)
    (breached,) = pass_time(at(pausing, date(2026, 4, 12)))
    assert isinstance(breached, events.ResponseDeadlineBreached)


def test_a_decision_without_the_answer_ends_the_pause(pausing: Scenario) -> None:
    at(under_review(pausing), date(2026, 3, 17)).told(QUESTION)
    _, moved = at(pausing, date(2026, 3, 30)).told(decided(decided_on=date(2026, 3, 29)))
    assert (moved.after, moved.cause) == (date(2026, 4, 15), "information")
    (answered,) = at(pausing, date(2026, 4, 15)).when(ANSWER, by=OFFICER)
    assert answered.late_by_days is None


def test_a_new_calendar_waits_until_the_clock_goes_on(pausing: Scenario) -> None:
    at(under_review(pausing), date(2026, 3, 17)).told(QUESTION)
    pausing.adopted(calendar("SA-2026.2", also_off=(date(2026, 4, 1),)))
    pausing.adopted(settings(settings_version=3, calendar_version="SA-2026.2", pauses_for_information=True))
    assert pass_time(pausing) == ()
    _, moved = at(pausing, date(2026, 3, 29)).when(SUPPLY, by=OFFICER)
    assert (moved.after, moved.calendar_version) == (date(2026, 4, 16), "SA-2026.2")


def test_without_a_resolution_questions_do_not_stop_the_clock(kadi: Scenario) -> None:
    (supplied,) = asked_and_answered(kadi, date(2026, 3, 17), date(2026, 3, 29))
    assert isinstance(supplied, requests.InformationSupplied)
    assert kadi.ask(ReadRequest(request_id=REQUEST), by=OFFICER).due_by == LAST_DAY


def test_a_resolution_binds_the_requests_completed_after_it(kadi: Scenario) -> None:
    under_review(kadi).adopted(settings(settings_version=2, pauses_for_information=True))
    at(kadi, date(2026, 3, 17)).told(QUESTION)
    assert len(at(kadi, date(2026, 3, 29)).when(SUPPLY, by=OFFICER)) == 1


def test_a_minimum_is_not_stopped(sidr: Scenario) -> None:
    sidr.adopted(settings(settings_version=2, pauses_for_information=True))
    under_review(sidr)
    window = next(fact for fact in sidr.facts() if isinstance(fact, requests.ResponseWindowSet))
    assert window.pauses_for_information is False
    sidr.told(QUESTION)
    assert len(at(sidr, date(2026, 3, 20)).when(SUPPLY, by=OFFICER)) == 1


def test_a_question_told_twice_stops_the_clock_once(pausing: Scenario) -> None:
    at(under_review(pausing), date(2026, 3, 17)).told(QUESTION)
    assert at(pausing, date(2026, 3, 18)).told(QUESTION) == ()
    assert pausing.ask(ReadRequest(request_id=REQUEST), by=OFFICER).paused_since == date(2026, 3, 17)
