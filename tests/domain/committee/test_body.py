"""Who belongs to the reviewing body, and who may therefore be named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from shared.contracts.governance import RoleAssigned, RoleRevoked
from tests.domain.committee.examples import FAHD, MEMBER, NOURA, REVIEW, SARA, SECRETARY, called, referral
from tests.domain.scenario import Scenario

SINCE = date(2026, 3, 1)
NOBODY = asked.AssignReviewer(review_id=REVIEW, member_ref="محمد", role="rapporteur")


def member(ref: str, role: str = "reviewing_member") -> RoleAssigned:
    return RoleAssigned(staff_ref=ref, role=role, unit_code=None, on=SINCE)


def known(committee: Scenario, *roles: RoleAssigned) -> Scenario:
    for role in (member(NOURA), member("secretary-1", "reviewing_secretary"), *roles):
        committee.told(role)
    committee.told(referral())
    return committee


def test_a_role_in_the_body_is_taken_over_once_and_others_are_not(committee: Scenario) -> None:
    event = uuid4()
    told = committee.told(member(NOURA), event)
    assert told == (happened.MemberAdmitted(member_ref=NOURA, role="reviewing_member"),)
    assert committee.told(member(NOURA), event) == committee.told(member(NOURA)) == ()
    assert committee.told(member("officer-1", "beneficiary_relations_officer")) == ()


def test_nobody_is_assigned_who_is_not_of_the_body(committee: Scenario) -> None:
    known(committee)
    assert committee.refused(NOBODY, by=SECRETARY) == "not_of_the_body"
    assert committee.when(replace(NOBODY, member_ref=NOURA), by=SECRETARY)


def test_a_social_researcher_may_be_assigned_but_not_called_to_vote(committee: Scenario) -> None:
    known(committee, member("research-1", "social_research_officer"))
    assert committee.when(replace(NOBODY, member_ref="research-1"), by=SECRETARY)
    assert committee.refused(called(NOURA, "research-1"), by=SECRETARY) == "not_of_the_body"


def test_a_session_is_called_of_members_only(committee: Scenario) -> None:
    known(committee)
    assert committee.refused(called(NOURA, FAHD), by=SECRETARY) == "not_of_the_body"
    committee.told(member(FAHD))
    assert committee.when(called(NOURA, FAHD), by=SECRETARY)


def test_who_has_lost_the_role_is_no_longer_named(committee: Scenario) -> None:
    known(committee, member(FAHD))
    revoked = RoleRevoked(staff_ref=FAHD, role="reviewing_member", unit_code=None, on=SINCE)
    (released,) = committee.told(revoked)
    assert released.member_ref == FAHD
    assert committee.told(revoked) == ()
    assert committee.refused(replace(NOBODY, member_ref=FAHD), by=SECRETARY) == "not_of_the_body"


def test_the_secretary_puts_no_strangers_conflict_on_record(committee: Scenario) -> None:
    known(committee)
    stranger = asked.DeclareConflict(review_id=REVIEW, member_ref=SARA)
    assert committee.refused(stranger, by=SECRETARY) == "not_of_the_body"
    assert committee.when(stranger, by=MEMBER, ref=SARA), "what a member declares of himself is taken at his word"


def test_where_no_member_is_registered_anybody_may_be_named(committee: Scenario) -> None:
    committee.told(member("secretary-1", "reviewing_secretary"))
    committee.told(referral())
    assert committee.when(NOBODY, by=SECRETARY)


def test_a_session_is_not_called_for_a_day_that_has_passed(committee: Scenario) -> None:
    yesterday = replace(called(), starts_at=datetime(2026, 3, 14, 20, 59, tzinfo=UTC))
    assert committee.refused(yesterday, by=SECRETARY) == "day_has_passed"


def test_a_session_is_not_called_for_an_hour_of_today_that_has_passed(committee: Scenario) -> None:
    this_morning = replace(called(), starts_at=datetime(2026, 3, 15, 8, 59, tzinfo=UTC))
    assert committee.refused(this_morning, by=SECRETARY) == "hour_has_passed"
    now = committee.clock.now().replace(second=0, microsecond=0)
    assert committee.when(replace(this_morning, starts_at=now), by=SECRETARY), "the present minute is not over"
