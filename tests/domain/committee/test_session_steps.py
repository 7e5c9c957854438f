"""A session says what it is ready for and what its minutes wait for, before anybody is refused."""

from __future__ import annotations

from services.committee.application.reading import ReadAgenda, ReadReview, ReadSession, SessionRead
from services.committee.domain import commands as asked
from tests.domain.committee.examples import (
    CHILD,
    FAHD,
    MEMBER,
    NOURA,
    OFFICER,
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
    said = read(committee).waits_for
    assert said is not None
    assert said.ar == "بقي على جدول الأعمال بلا قرار ولا تأجيل بند واحد."
    assert said.en == "Left on the agenda, neither decided nor put off: 1 item."
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


def test_an_agenda_says_how_many_still_vote_and_what_each_item_waits_for(committee: Scenario) -> None:
    def item() -> tuple[int | None, str | None]:
        (one,) = committee.ask(ReadAgenda(session_id=SESSION), by=SECRETARY).items
        alone = committee.ask(ReadReview(review_id=REVIEW), by=SECRETARY)
        assert (alone.still_to_vote, alone.waits_for) == (one.still_to_vote, one.waits_for)
        return one.still_to_vote, one.waits_for.code if one.waits_for else None

    in_session(committee, NOURA, FAHD, SARA, OFFICER)
    assert item() == (3, "votes_missing"), "the officer completed the request, and does not vote"
    voted(committee, noura="approve")
    assert item() == (2, "votes_outstanding")
    voted(committee, fahd="reject")
    committee.given(asked.DeclareConflict(review_id=REVIEW, member_ref=SARA), by=MEMBER, ref=SARA)
    assert item() == (0, "votes_tied")


def test_an_item_of_no_session_that_is_held_has_nobody_left_to_vote(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve", sara="approve")
    assert committee.ask(ReadReview(review_id=REVIEW), by=SECRETARY).still_to_vote == 0
    committee.given(asked.DeferReview(review_id=REVIEW, reason_code="no_time"), by=SECRETARY)
    (item,) = committee.ask(ReadAgenda(session_id=SESSION), by=SECRETARY).items
    assert (item.still_to_vote, item.waits_for) == (None, None)
