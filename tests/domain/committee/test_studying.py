"""From a referral to the agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from services.committee.application.reading import ReadDecision, ReadReview, ReadStudy
from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from services.committee.service import SERVICE
from services.committee.views.reviews import ListReviews
from shared.contracts.intake import InformationSupplied, ResponseWindowRecalculated, SupportRequestWithdrawn
from shared.domain.refusals import NotFound
from tests.domain.committee.examples import (
    CHILD,
    MEMBER,
    NOURA,
    OFFICER,
    REQUEST,
    REVIEW,
    SECRETARY,
    called,
    decision,
    in_session,
    on_agenda,
    referral,
    settings,
    study,
    voted,
)
from tests.domain.scenario import Scenario, permitted


def test_a_referral_opens_one_review_of_the_request(committee: Scenario) -> None:
    opened, noted = committee.told(referral())
    assert isinstance(opened, happened.ReviewOpened)
    assert opened.handled_by == (OFFICER,)
    assert noted == happened.ReferralNoted(review_id=REVIEW)
    assert {row.case_id for row in committee.rows()} == {REQUEST}
    assert committee.rows()[0].policy_version == "kayan-brp/1"


def test_a_referral_told_again_changes_nothing(committee: Scenario) -> None:
    committee.told(referral())
    assert committee.told(referral()) == ()


def test_a_request_referred_again_after_reopening_is_reviewed_anew(committee: Scenario) -> None:
    first = uuid4()
    committee.adopted(settings()).told(referral(), first)
    committee.told(SupportRequestWithdrawn(request_id=REQUEST, reason_code="own_wish"))
    assert committee.told(referral(), first) == ()
    opened, _ = committee.told(referral())
    assert opened.review_id == f"{REVIEW}-2"
    assert committee.ask(ReadReview(request_id=REQUEST), by=MEMBER).stage == "opened"
    assert committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).stage == "cancelled"


def test_whoever_handled_the_request_does_not_study_it(committee: Scenario) -> None:
    committee.told(referral())
    assign = asked.AssignReviewer(review_id=REVIEW, member_ref=OFFICER, role="rapporteur")
    assert committee.refused(assign, by=SECRETARY) == "handled_the_request"
    assert committee.refused(study(), by=MEMBER, ref=OFFICER) == "handled_the_request"


def test_the_study_is_sealed_and_can_be_read_by_the_body(committee: Scenario) -> None:
    committee.told(referral())
    (recorded,) = committee.when(study(), by=MEMBER, ref=NOURA)
    assert recorded.recorded_by == NOURA
    assert committee.ask(ReadStudy(review_id=REVIEW), by=MEMBER).study == "نص الدراسة"
    assert len(committee.infrastructure.vault.readings("kayan", subject=CHILD)) == 1


def test_once_the_applicants_data_are_destroyed_nothing_sealed_can_be_read(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    committee.infrastructure.vault.destroy("kayan", CHILD, None)
    with pytest.raises(NotFound, match="content_destroyed"):
        committee.ask(ReadDecision(review_id=REVIEW), by=MEMBER)
    assert committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).outcome == "approved"


def test_questions_wait_for_answers_and_say_what_is_still_missing(committee: Scenario) -> None:
    committee.told(referral())
    committee.given(asked.RequestFurtherInformation(review_id=REVIEW, items=("income", "rent")), by=MEMBER, ref=NOURA)
    assert committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).stage == "awaiting_information"
    (received,) = committee.told(InformationSupplied(request_id=REQUEST, items=("income",)))
    assert received.still_missing == ("rent",)
    assert committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).stage == "in_study"


def test_answers_nobody_waits_for_change_nothing(committee: Scenario) -> None:
    assert committee.told(InformationSupplied(request_id=REQUEST, items=("income",))) == ()
    committee.told(referral())
    assert committee.told(InformationSupplied(request_id=REQUEST, items=("income",))) == ()


def test_a_request_goes_before_a_session_only_once_it_is_studied(committee: Scenario) -> None:
    committee.told(referral())
    committee.given(called(), by=SECRETARY)
    assert committee.refused(on_agenda(), by=SECRETARY) == "study_not_begun"
    committee.given(asked.RequestFurtherInformation(review_id=REVIEW, items=("income",)), by=MEMBER, ref=NOURA)
    assert committee.refused(on_agenda(), by=SECRETARY) == "information_awaited"


def test_an_item_is_put_off_before_it_goes_on_another_agenda_or_back_to_study(committee: Scenario) -> None:
    in_session(committee)
    assert committee.refused(on_agenda(), by=SECRETARY) == "on_agenda_already"
    assert committee.refused(study(), by=MEMBER, ref=NOURA) == "on_agenda_already"


def test_a_deferred_request_can_go_before_another_session_with_fresh_votes(committee: Scenario) -> None:
    voted(in_session(committee), noura="reject")
    committee.given(asked.DeferReview(review_id=REVIEW, reason_code="more_study"), by=SECRETARY)
    later = asked.ScheduleSession(session_id="session-2", starts_at=called().starts_at, member_refs=(NOURA,))
    committee.given(later, asked.PlaceOnAgenda(review_id=REVIEW, session_id="session-2"), by=SECRETARY)
    review = committee.ask(ReadReview(review_id=REVIEW), by=MEMBER)
    assert (review.stage, review.session_no, review.votes) == ("on_agenda", 2, ())


def test_a_withdrawn_request_is_no_longer_reviewed(committee: Scenario) -> None:
    committee.told(referral())
    withdrawn = SupportRequestWithdrawn(request_id=REQUEST, reason_code="own_wish")
    (cancelled,) = committee.told(withdrawn)
    assert cancelled.cause == "withdrawn"
    assert committee.told(withdrawn) == ()
    assert committee.refused(study(), by=MEMBER, ref=NOURA) == "already_decided"


def test_a_withdrawal_before_any_referral_or_after_the_decision_changes_nothing(committee: Scenario) -> None:
    withdrawn = SupportRequestWithdrawn(request_id=REQUEST, reason_code="own_wish")
    assert committee.told(withdrawn) == ()
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    assert committee.told(withdrawn) == ()
    duplicate = asked.CancelReview(request_id=REQUEST, cause="duplicate")
    assert committee.refused(duplicate, by=SECRETARY) == "already_decided"


def test_the_last_day_follows_intake_while_the_review_is_open(committee: Scenario) -> None:
    first, moved = date(2026, 4, 9), date(2026, 4, 15)
    committee.told(referral(due_by=first))
    recounted = ResponseWindowRecalculated(
        request_id=REQUEST, number="KYN-2026-0001", beneficiary_id=CHILD, before=first, after=moved
    )
    assert committee.told(recounted) == (happened.ReviewDueDateMoved(review_id=REVIEW, due_by=moved),)
    assert committee.told(recounted) == ()
    (row,) = committee.ask(ListReviews(), by=SECRETARY).reviews
    assert row.due_by == committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).due_by == moved
    committee.told(SupportRequestWithdrawn(request_id=REQUEST, reason_code="own_wish"))
    assert committee.told(replace(recounted, after=first)) == ()


NOBODY: frozenset[str] = frozenset()
MAY = {
    "reviewing_secretary": {
        "AssignReviewer",
        "DeclareConflict",
        "RecordStudy",
        "RequestFurtherInformation",
        "PlaceOnAgenda",
        "DeferReview",
        "RecordDecision",
        "CorrectDecision",
        "CancelReview",
        "ScheduleSession",
        "HoldSession",
        "DraftMinutes",
        "AdoptMinutes",
    },
    "reviewing_member": {
        "DeclareConflict",
        "RecordStudy",
        "RequestFurtherInformation",
        "CastVote",
        "RecordDecision",
        "CorrectDecision",
    },
    "social_research_officer": {"RecordStudy", "RequestFurtherInformation"},
    "system": {
        "OpenReview",
        "ReceiveFurtherInformation",
        "MoveDueDate",
        "CancelReview",
        "ConfirmDestruction",
        "AdoptRule",
        "AdmitMember",
        "ReleaseMember",
    },
    "beneficiary_relations_officer": NOBODY,
    "senior_management": NOBODY,
    "governance_officer": NOBODY,
    "auditor": NOBODY,
    "beneficiary": NOBODY,
    "platform_operator": NOBODY,
}


@pytest.mark.parametrize("role", MAY)
def test_each_role_may_ask_exactly_this(role: str) -> None:
    assert permitted(SERVICE, role) == MAY[role]


def test_nobody_else_may_ask_anything() -> None:
    assert {role for route in SERVICE.routes for role in route.by} <= set(MAY)
