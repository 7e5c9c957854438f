"""What a decision says agrees with itself, and what a review is ready for is said before anybody is refused."""

from __future__ import annotations

import pytest

from services.committee.application.reading import ReadReview, ReviewRead
from services.committee.domain import commands as asked
from tests.domain.committee.examples import (
    FAHD,
    MEMBER,
    NOURA,
    OFFICER,
    REVIEW,
    SARA,
    SECRETARY,
    decision,
    in_session,
    referral,
    settings,
    study,
    voted,
)
from tests.domain.scenario import Scenario


def in_unit(committee: Scenario) -> Scenario:
    committee.adopted(settings()).told(referral(body_kind="administrative_unit", body_code="competent_unit"))
    return committee


def read(committee: Scenario, ref: str = NOURA, by: str = MEMBER) -> ReviewRead:
    found: ReviewRead = committee.ask(ReadReview(review_id=REVIEW), by=by, ref=ref)
    return found


@pytest.mark.parametrize(
    ("outcome", "grounds"),
    [("approved", ("need_not_established",)), ("rejected", ("outside_scope", "need_established"))],
)
def test_no_decision_on_a_ground_that_speaks_against_it(
    committee: Scenario, outcome: str, grounds: tuple[str, ...]
) -> None:
    in_unit(committee).given(study(), by=MEMBER, ref=NOURA)
    assert committee.refused(decision(outcome, reason_codes=grounds), by=MEMBER, ref=NOURA) == "ground_contradicts"


@pytest.mark.parametrize("more", [{"award_kind": "cash"}, {"award": "سلة غذائية"}])
def test_a_rejection_grants_nothing(committee: Scenario, more: dict[str, str]) -> None:
    in_unit(committee).given(study(), by=MEMBER, ref=NOURA)
    rejection = decision("rejected", reason_codes=("outside_scope",))
    assert committee.refused(decision("rejected", **more), by=MEMBER, ref=NOURA) == "no_award_on_rejection"
    assert committee.when(rejection, by=MEMBER, ref=NOURA)


def test_a_correction_rests_on_a_ground_that_fits_as_well(committee: Scenario) -> None:
    in_unit(committee).given(study(), by=MEMBER, ref=NOURA)
    committee.given(decision(), by=MEMBER, ref=NOURA)
    about = {"review_id": REVIEW, "beneficiary_id": "beneficiary-1", "reasons": "نص"}
    wrong = asked.CorrectDecision(**about, outcome="rejected", reason_code="need_established")
    assert committee.refused(wrong, by=MEMBER, ref=NOURA) == "ground_contradicts"


def test_a_unit_is_told_what_the_decision_waits_for_and_is_not_offered_it_before(committee: Scenario) -> None:
    before = read(in_unit(committee))
    assert before.waits_for is not None
    assert before.waits_for.code == "study_not_begun"
    assert "RecordDecision" not in before.next_commands
    assert "RecordStudy" in before.next_commands
    committee.given(study(), by=MEMBER, ref=NOURA)
    after = read(committee)
    assert after.waits_for is None
    assert "RecordDecision" in after.next_commands
    assert "PlaceOnAgenda" not in after.next_commands
    committee.given(decision(), by=MEMBER, ref=NOURA)
    assert (read(committee).next_commands, read(committee).waits_for) == ((), None)


def test_whoever_handled_the_request_is_told_so_and_offered_neither_study_nor_decision(committee: Scenario) -> None:
    in_unit(committee).given(study(), by=MEMBER, ref=NOURA)
    his = read(committee, ref=OFFICER)
    assert his.bars_asker is not None
    assert his.bars_asker.code == "handled_the_request"
    assert {"RecordStudy", "RecordDecision"}.isdisjoint(his.next_commands)


def test_a_vote_is_offered_once_and_only_to_those_present(committee: Scenario) -> None:
    in_session(committee, NOURA, FAHD)
    assert "CastVote" in read(committee).next_commands
    assert "CastVote" not in read(committee, ref=SARA).next_commands
    voted(committee, noura="approve", fahd="approve")
    assert "CastVote" not in read(committee).next_commands


def test_a_tie_says_its_tally_once_everybody_has_voted(committee: Scenario) -> None:
    in_session(committee, NOURA, FAHD)
    waits = read(committee, by=SECRETARY).waits_for
    assert waits is not None
    assert waits.code == "votes_missing"
    voted(committee, noura="approve", fahd="reject")
    tied = read(committee, by=SECRETARY).waits_for
    assert tied is not None
    assert (tied.code, "1 vote for and as many against" in tied.en) == ("votes_tied", True)
    assert "للقبول صوت واحد، وللرفض صوت واحد" in tied.ar
    assert "DeferReview" in read(committee, by=SECRETARY).next_commands
