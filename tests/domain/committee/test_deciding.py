"""Who may vote and decide, and what a decision needs."""

from __future__ import annotations

import pytest

from services.committee.application.reading import ReadReview
from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from tests.domain.committee.examples import (
    CHILD,
    FAHD,
    MEMBER,
    NOURA,
    OFFICER,
    REQUEST,
    REVIEW,
    SARA,
    SECRETARY,
    SESSION,
    called,
    decision,
    held,
    in_session,
    on_agenda,
    referral,
    settings,
    study,
    vote,
    voted,
)
from tests.domain.scenario import Scenario


def test_a_committee_decides_by_the_majority_of_the_votes_cast(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve", sara="reject")
    (approved,) = committee.when(decision(), by=SECRETARY)
    assert isinstance(approved, happened.RequestApproved)
    assert (approved.votes_for, approved.votes_against, approved.abstentions) == (2, 1, 0)
    assert approved.voters == (NOURA, FAHD, SARA)
    assert approved.session_no == 1


def test_without_a_quorum_rule_the_decision_carries_a_warning(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    (approved,) = committee.when(decision(), by=SECRETARY)
    assert (approved.quorum, approved.no_quorum_rule) == (None, True)


def test_a_quorum_counts_only_those_who_may_vote_on_the_item(committee: Scenario) -> None:
    voted(in_session(committee, quorum=3), noura="approve", fahd="approve")
    committee.given(asked.DeclareConflict(review_id=REVIEW, member_ref=SARA), by=MEMBER, ref=SARA)
    assert committee.refused(decision(), by=SECRETARY) == "quorum_not_met"


def test_a_quorum_that_is_met_stands_in_the_decision(committee: Scenario) -> None:
    voted(in_session(committee, quorum=3), noura="approve", fahd="approve")
    (approved,) = committee.when(decision(), by=SECRETARY)
    assert (approved.quorum, approved.no_quorum_rule) == (3, False)


@pytest.mark.parametrize(
    ("votes", "outcome", "code"),
    [
        ({"noura": "approve", "fahd": "reject"}, "approved", "votes_outstanding"),
        ({"noura": "approve", "fahd": "reject", "sara": "abstain"}, "approved", "votes_tied"),
        ({"noura": "approve", "fahd": "reject", "sara": "abstain"}, "rejected", "votes_tied"),
        ({"noura": "reject", "fahd": "reject"}, "approved", "against_the_votes"),
        ({"noura": "approve", "fahd": "abstain", "sara": "abstain"}, "rejected", "against_the_votes"),
        ({"noura": "approve"}, "approved", "votes_outstanding"),
        ({"noura": "approve", "fahd": "abstain"}, "approved", "votes_outstanding"),
        ({"noura": "abstain"}, "approved", "votes_missing"),
        ({}, "approved", "votes_missing"),
    ],
)
def test_no_outcome_against_the_votes(committee: Scenario, votes: dict[str, str], outcome: str, code: str) -> None:
    voted(in_session(committee), **votes)
    assert committee.refused(decision(outcome), by=SECRETARY) == code


@pytest.mark.parametrize("changes", [{"reason_codes": ()}, {"reasons": " "}])
def test_no_decision_without_reasons(committee: Scenario, changes: dict[str, object]) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    assert committee.refused(decision(**changes), by=SECRETARY) == "reasons_missing"


def test_reasons_are_sealed_under_the_applicant_and_nobody_else(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    assert committee.refused(decision(beneficiary_id="somebody-else"), by=SECRETARY) == "other_subject"
    committee.given(decision(), by=SECRETARY)
    assert all("أسباب القرار".encode() not in row.data for row in committee.rows())


def test_a_decision_is_taken_once(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    assert committee.refused(decision(), by=SECRETARY) == "already_decided"


def refused_vote(committee: Scenario, member: str, ref: str | None = None) -> tuple[str, str]:
    """The refusal's code, and the cause the record keeps."""
    code = committee.refused(vote(member), by=MEMBER, ref=ref or member)
    recorded = committee.facts()[-1]
    assert isinstance(recorded, happened.VoteRefused)
    return code, recorded.cause


def test_a_recused_member_does_not_vote_and_the_attempt_is_recorded(committee: Scenario) -> None:
    in_session(committee).given(asked.DeclareConflict(review_id=REVIEW, member_ref=FAHD), by=MEMBER, ref=FAHD)
    assert refused_vote(committee, FAHD) == ("recused", "recused")


def test_whoever_is_absent_does_not_vote(committee: Scenario) -> None:
    in_session(committee, NOURA, FAHD)
    assert refused_vote(committee, SARA) == ("not_present", "not_present")


def test_whoever_handled_the_request_does_not_vote(committee: Scenario) -> None:
    in_session(committee, NOURA, FAHD, OFFICER)
    assert refused_vote(committee, OFFICER) == ("handled_the_request", "handled_the_request")


def test_nobody_votes_twice(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    assert refused_vote(committee, NOURA) == ("already_voted", "already_voted")


def test_nobody_votes_for_somebody_else(committee: Scenario) -> None:
    in_session(committee)
    assert refused_vote(committee, NOURA, ref=SARA) == ("not_own_vote", "not_own_vote")


def test_a_vote_cast_before_a_conflict_is_declared_does_not_count(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="reject", sara="abstain")
    committee.given(asked.DeclareConflict(review_id=REVIEW, member_ref=FAHD), by=SECRETARY)
    (approved,) = committee.when(decision(), by=SECRETARY)
    assert (approved.votes_for, approved.votes_against) == (1, 0)


def test_whoever_handled_the_request_does_not_decide_it(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    assert committee.refused(decision(), by=SECRETARY, ref=OFFICER) == "handled_the_request"


def test_a_vote_that_cannot_change_the_outcome_is_not_waited_for(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    (approved,) = committee.when(decision(), by=SECRETARY)
    assert (approved.votes_for, approved.voters) == (2, (NOURA, FAHD, SARA))


def test_a_member_who_was_not_there_does_not_record_the_decision(committee: Scenario) -> None:
    voted(in_session(committee, NOURA, FAHD), noura="approve", fahd="approve")
    assert committee.refused(decision(), by=MEMBER, ref=SARA) == "not_at_session"
    told = committee.ask(ReadReview(review_id=REVIEW), by=MEMBER, ref=SARA)
    assert told.bars_asker.code == "not_at_session"
    assert "RecordDecision" not in told.next_commands
    committee.given(decision(), by=MEMBER, ref=FAHD)


def test_a_small_association_may_lift_the_rule_which_then_stands_in_the_evidence(committee: Scenario) -> None:
    voted(in_session(committee, waivers=("decision",)), noura="approve", fahd="approve")
    (approved,) = committee.when(decision(), by=SECRETARY, ref=OFFICER)
    assert approved.waivers == ("decision",)


def test_a_conflict_of_interest_is_never_lifted(committee: Scenario) -> None:
    voted(in_session(committee, waivers=("decision",)), noura="approve", fahd="approve")
    committee.given(asked.DeclareConflict(review_id=REVIEW, member_ref=SARA), by=MEMBER, ref=SARA)
    assert committee.refused(decision(), by=MEMBER, ref=SARA) == "recused"


def test_a_conflict_is_declared_by_the_member_or_by_the_secretary(committee: Scenario) -> None:
    committee.told(referral())
    conflict = asked.DeclareConflict(review_id=REVIEW, member_ref=SARA)
    assert committee.refused(conflict, by=MEMBER, ref=FAHD) == "not_own_declaration"
    assert committee.when(conflict, by=SECRETARY)[-1] == happened.ReviewerRecused(review_id=REVIEW, member_ref=SARA)


def test_an_administrative_unit_decides_without_session_and_votes(committee: Scenario) -> None:
    committee.adopted(settings()).told(referral(body_kind="administrative_unit", body_code="competent_unit"))
    assert committee.refused(decision(), by=MEMBER, ref=NOURA) == "study_not_begun"
    committee.given(called(), by=SECRETARY).given(study(), by=MEMBER, ref=NOURA)
    assert committee.refused(on_agenda(), by=SECRETARY) == "decides_without_session"
    assert committee.refused(vote(NOURA), by=MEMBER, ref=NOURA) == "decides_without_session"
    assert committee.refused(decision("rejected"), by=MEMBER, ref=OFFICER) == "handled_the_request"
    (rejected,) = committee.when(decision("rejected"), by=MEMBER, ref=NOURA)
    assert isinstance(rejected, happened.RequestRejected)
    assert (rejected.session_no, rejected.voters, rejected.no_quorum_rule) == (None, (), False)


def test_a_committee_does_not_vote_or_decide_before_its_session_is_held(committee: Scenario) -> None:
    committee.told(referral())
    committee.given(study(), by=MEMBER, ref=NOURA).given(called(), by=SECRETARY)
    assert committee.refused(decision(), by=SECRETARY) == "not_on_agenda"
    committee.given(on_agenda(), by=SECRETARY)
    assert committee.refused(vote(NOURA), by=MEMBER, ref=NOURA) == "session_not_held"
    assert committee.refused(decision(), by=SECRETARY) == "session_not_held"


def test_a_decision_in_error_is_replaced_in_another_session(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    wrong = asked.CorrectDecision(
        review_id=REVIEW, beneficiary_id=CHILD, outcome="rejected", reason_code="error_of_fact", reasons="نص"
    )
    assert committee.refused(wrong, by=SECRETARY) == "session_not_held"
    later = asked.CorrectDecision(
        review_id=REVIEW,
        beneficiary_id=CHILD,
        outcome="rejected",
        reason_code="error_of_fact",
        reasons="نص",
        session_id=SESSION,
    )
    (corrected,) = committee.when(later, by=SECRETARY)
    assert (corrected.corrects, corrected.outcome, corrected.request_id) == ("approved", "rejected", REQUEST)


def test_a_session_is_held_by_members_who_were_called_and_not_before_its_day(committee: Scenario) -> None:
    committee.given(called(NOURA, FAHD), by=SECRETARY)
    assert committee.refused(held(NOURA, SARA), by=SECRETARY) == "not_a_member"
    tomorrow = asked.HoldSession(session_id=SESSION, held_on=held().held_on.replace(day=16), members_present=(NOURA,))
    assert committee.refused(tomorrow, by=SECRETARY) == "session_not_begun"
    committee.given(held(NOURA), by=SECRETARY)
    assert committee.refused(held(NOURA), by=SECRETARY) == "session_held_already"
