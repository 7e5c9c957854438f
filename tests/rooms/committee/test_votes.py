"""What a member says with his vote: sealed, read when the decision is there, and by those inside alone."""

from __future__ import annotations

import pytest

from services.committee.application.reading import Award, ReadAward, ReadDecision, ReadSession, ReadVotes
from services.committee.domain import commands as asked
from shared.domain.refusals import Forbidden, NotFound, Refused
from tests.domain.committee.examples import (
    CHILD,
    FAHD,
    MEMBER,
    NOURA,
    REQUEST,
    REVIEW,
    SECRETARY,
    SESSION,
    decision,
    in_session,
    vote,
    voted,
)
from tests.domain.scenario import TENANT, Scenario

WORDS = "مشروع قائم، والإثباتات سارية"
GRANTED = "دفعتان، كل منهما 2000 ريال"


def said(whose: str | None = CHILD) -> asked.CastVote:
    return asked.CastVote(review_id=REVIEW, member_ref=NOURA, vote="approve", beneficiary_id=whose, reason=WORDS)


def decided(scenario: Scenario) -> Scenario:
    in_session(scenario).given(said(), by=MEMBER, ref=NOURA)
    return scenario.given(vote(FAHD), by=MEMBER, ref=FAHD).given(decision(), by=SECRETARY)


def test_a_reason_is_read_after_the_decision_and_each_reading_is_on_record(committee: Scenario) -> None:
    votes = decided(committee).ask(ReadVotes(review_id=REVIEW), by=SECRETARY).votes
    assert [(one.member_ref, one.vote, one.reason) for one in votes] == [
        (NOURA, "approve", WORDS),
        (FAHD, "approve", None),
    ]
    readings = committee.infrastructure.vault.readings(TENANT)
    assert [one.subject for one in readings if one.reason == "reading the votes"] == [CHILD]


def test_nobodys_reason_sways_another_before_the_decision(committee: Scenario) -> None:
    in_session(committee).given(said(), by=MEMBER, ref=NOURA)
    with pytest.raises(Refused, match="not_decided"):
        committee.ask(ReadVotes(review_id=REVIEW), by=MEMBER, ref=FAHD)


@pytest.mark.parametrize("role", ["beneficiary_relations_officer", "senior_management", "social_research_officer"])
def test_reasons_of_votes_stay_inside_the_body(committee: Scenario, role: str) -> None:
    decided(committee)
    with pytest.raises(Forbidden):
        committee.ask(ReadVotes(review_id=REVIEW), by=role)


def test_whoever_gives_the_support_reads_what_was_granted_and_no_reasons(committee: Scenario) -> None:
    told = ReadAward(request_id=REQUEST)
    in_session(committee).given(said(), by=MEMBER, ref=NOURA)
    with pytest.raises(NotFound, match="nothing_granted"):
        committee.ask(told, by="service_provider")
    granted = decision(award_kind="cash", award=GRANTED)
    committee.given(vote(FAHD), by=MEMBER, ref=FAHD).given(granted, by=SECRETARY)
    assert committee.ask(told, by="service_provider") == Award(award_kind="cash", award=GRANTED)
    with pytest.raises(Forbidden):
        committee.ask(ReadDecision(review_id=REVIEW), by="service_provider")
    with pytest.raises(Forbidden):
        committee.ask(told, by="follow_up_officer")


def test_no_event_holds_the_words(committee: Scenario) -> None:
    decided(committee)
    assert not any(WORDS in row.data.decode() for row in committee.rows())


def test_words_about_somebody_else_are_refused(committee: Scenario) -> None:
    assert in_session(committee).refused(said("beneficiary-other"), by=MEMBER, ref=NOURA) == "other_subject"
    assert committee.refused(said(None), by=MEMBER, ref=NOURA) == "other_subject"


def test_what_was_destroyed_reads_as_nothing_and_the_vote_stands(committee: Scenario) -> None:
    decided(committee).infrastructure.vault.destroy(TENANT, CHILD, None)
    first, _ = committee.ask(ReadVotes(review_id=REVIEW), by=SECRETARY).votes
    assert (first.vote, first.reason) == ("approve", None)


def test_a_session_says_the_associations_quorum(committee: Scenario) -> None:
    assert voted(in_session(committee, quorum=2)).ask(ReadSession(session_id=SESSION), by=SECRETARY).quorum == 2
