"""What committee says in public, does about others' words, and shows in its lists."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from services.committee.domain import commands as asked
from services.committee.service import SERVICE
from services.committee.views import CountOpenReviews, ListReviews, ListSessions
from shared.contracts import committee as said
from shared.contracts.intake import PersonalDataDestructionOrdered
from tests.domain.committee.examples import (
    CHILD,
    FAHD,
    MEMBER,
    NOURA,
    REQUEST,
    REVIEW,
    SARA,
    SECRETARY,
    SESSION,
    TODAY,
    called,
    decision,
    in_session,
    referral,
    settings,
    voted,
)
from tests.domain.scenario import Scenario, with_views_in


def test_a_decision_is_said_once_and_without_its_reasons(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(
        decision(condition_codes=("yearly_proof",)), by=SECRETARY
    )
    committee.given(asked.DraftMinutes(session_id=SESSION), by=SECRETARY)
    committee.given(asked.AdoptMinutes(session_id=SESSION, adopted_by=(NOURA, FAHD, SARA)), by=SECRETARY)
    decided = [each for each in committee.published() if isinstance(each, said.ReviewDecided)]
    assert decided == [
        said.ReviewDecided(
            review_id=REVIEW,
            request_id=REQUEST,
            outcome="approved",
            decided_on=TODAY,
            condition_codes=("yearly_proof",),
        )
    ]


def test_opening_asking_deferring_and_calling_are_said_in_public(committee: Scenario) -> None:
    in_session(committee).given(asked.DeferReview(review_id=REVIEW, reason_code="more_study"), by=SECRETARY)
    committee.given(asked.RequestFurtherInformation(review_id=REVIEW, items=("income",)), by=MEMBER, ref=NOURA)
    assert [type(each) for each in committee.published()] == [
        said.ReviewOpened,
        said.SessionScheduled,
        said.ReviewDeferred,
        said.FurtherInformationRequested,
    ]


def test_votes_studies_and_conflicts_stay_private(committee: Scenario) -> None:
    before = len(in_session(committee).published())
    voted(committee, noura="approve", fahd="approve")
    committee.given(asked.DeclareConflict(review_id=REVIEW, member_ref=SARA), by=MEMBER, ref=SARA)
    assert len(committee.published()) == before


def test_a_contract_delivered_twice_changes_nothing(committee: Scenario) -> None:
    for contract in (
        referral(),
        settings(),
        PersonalDataDestructionOrdered(order_id="order-1", subject_id=CHILD, scope=(), on=TODAY),
    ):
        event_id = uuid4()
        assert committee.told(contract, event_id) != ()
        assert committee.told(contract, event_id) == ()


def test_an_order_of_destruction_is_answered(committee: Scenario) -> None:
    committee.told(PersonalDataDestructionOrdered(order_id="order-1", subject_id=CHILD, scope=(), on=TODAY))
    assert committee.published() == (said.PersonalDataDestructionConfirmed(order_id="order-1", subject_id=CHILD),)


def test_reviews_are_listed_by_stage(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    committee.told(referral(dossier_id="dossier-2", request_id="request-2", number="KYN-2026-0002"))
    (waiting,) = committee.ask(ListReviews(stage="opened"), by=SECRETARY).reviews
    assert waiting.request_id == "request-2"
    (on_agenda,) = committee.ask(ListReviews(stage="on_agenda"), by=SECRETARY).reviews
    assert (on_agenda.review_id, on_agenda.session_no) == (REVIEW, 1)
    assert committee.ask(CountOpenReviews(), by=SECRETARY).reviews == 2
    committee.given(decision(), by=SECRETARY)
    (decided,) = committee.ask(ListReviews(stage="decided"), by=SECRETARY).reviews
    assert (decided.outcome, decided.decided_on) == ("approved", TODAY)
    assert committee.ask(CountOpenReviews(), by=SECRETARY).reviews == 1
    assert len(committee.ask(ListReviews(), by=SECRETARY).reviews) == 2


def test_sessions_are_listed_with_their_state(committee: Scenario) -> None:
    in_session(committee)
    (session,) = committee.ask(ListSessions(), by=SECRETARY).sessions
    assert (session.session_no, session.stage, session.items, session.minutes_no) == (1, "held", 1, None)
    assert session.starts_at == called().starts_at


def test_postgresql_lists_the_same(committee: Scenario, fresh_database: Callable[[], str]) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    before = committee.ask(ListReviews(), by=SECRETARY), committee.ask(ListSessions(), by=SECRETARY)
    with_views_in(committee, fresh_database())
    assert (committee.ask(ListReviews(), by=SECRETARY), committee.ask(ListSessions(), by=SECRETARY)) == before


def test_rebuilt_lists_are_the_same(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve").given(decision(), by=SECRETARY)
    before = committee.ask(ListReviews(), by=SECRETARY), committee.ask(ListSessions(), by=SECRETARY)
    for view in SERVICE.views:
        committee.infrastructure.views.rebuild(view.name, committee.infrastructure.log)
    assert (committee.ask(ListReviews(), by=SECRETARY), committee.ask(ListSessions(), by=SECRETARY)) == before
