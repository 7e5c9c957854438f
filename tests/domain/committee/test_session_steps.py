"""A session says what it is ready for and what its minutes wait for, before anybody is refused."""

from __future__ import annotations

from services.committee.application.reading import ReadSession, SessionRead
from services.committee.domain import commands as asked
from tests.domain.committee.examples import (
    CHILD,
    FAHD,
    NOURA,
    REVIEW,
    SARA,
    SECRETARY,
    SESSION,
    called,
    decision,
    in_session,
    voted,
)
from tests.domain.scenario import Scenario

DRAFT = asked.DraftMinutes(session_id=SESSION)
ADOPT = asked.AdoptMinutes(session_id=SESSION, adopted_by=(NOURA, FAHD, SARA))


def read(committee: Scenario) -> SessionRead:
    found: SessionRead = committee.ask(ReadSession(session_id=SESSION), by=SECRETARY)
    return found


def waits(committee: Scenario) -> str | None:
    obstacle = read(committee).waits_for
    return obstacle.code if obstacle else None


def test_a_session_is_held_then_minuted_then_adopted(committee: Scenario) -> None:
    committee.given(called(), by=SECRETARY)
    assert (read(committee).next_commands, waits(committee)) == (("HoldSession",), None)
    committee.given(
        asked.HoldSession(session_id=SESSION, held_on=called().starts_at.date(), members_present=(NOURA,)), by=SECRETARY
    )
    assert read(committee).next_commands == ("DraftMinutes",)
    committee.given(DRAFT, by=SECRETARY)
    assert read(committee).next_commands == ("AdoptMinutes",)
    committee.given(asked.AdoptMinutes(session_id=SESSION, adopted_by=(NOURA,)), by=SECRETARY)
    assert read(committee).next_commands == ()


def test_minutes_wait_for_every_item(committee: Scenario) -> None:
    in_session(committee)
    assert (read(committee).next_commands, waits(committee)) == ((), "items_open")
    voted(committee, noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    assert (read(committee).next_commands, waits(committee)) == (("DraftMinutes",), None)


def test_minutes_that_say_too_little_are_written_again(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), DRAFT, by=SECRETARY)
    corrected = asked.CorrectDecision(
        review_id=REVIEW,
        beneficiary_id=CHILD,
        outcome="rejected",
        reason_code="error_of_fact",
        reasons="نص",
        session_id=SESSION,
    )
    committee.given(corrected, by=SECRETARY)
    assert (read(committee).next_commands, waits(committee)) == (("DraftMinutes",), "minutes_out_of_date")
    committee.given(DRAFT, ADOPT, by=SECRETARY)
    assert read(committee).stage == "adopted"
