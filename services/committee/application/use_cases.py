"""Use cases that touch more than one stream: a review with its session, its request, or a series of numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from services.committee.application.aggregates import BODY, BODY_ID, DESTRUCTION, REFERRAL, REVIEW, SESSION
from services.committee.domain import commands as asked
from services.committee.domain import deciding, meeting, studying
from services.committee.domain import events as happened
from services.committee.domain.body import Body
from services.committee.domain.referral import next_review_id
from services.committee.domain.review import Review
from services.committee.domain.session import Session
from shared.application import serials
from shared.application.routes import UseCase, already_exists, decide_on
from shared.application.work import Work

InSession = Callable[[Any, Review, Session, Any], tuple[Any, ...]]
InBody = Callable[[Any, Review, Body, Any], tuple[Any, ...]]
OfReview = Callable[[Any, Review, Any], tuple[Any, ...]]


def open_review(command: asked.OpenReview, work: Work) -> None:
    """A request has one open review; one referred again after its review has ended gets another."""
    earlier = work.load(REFERRAL, command.request_id)
    if not (earlier and work.load(REVIEW, earlier[-1]).is_open):
        command = replace(command, review_id=next_review_id(command.review_id, earlier))
        decide_on(REVIEW, command.review_id, studying.open_review, command, work)
        work.record(REFERRAL, command.request_id, happened.ReferralNoted(review_id=command.review_id))


def of_the_request(decide: OfReview) -> UseCase:
    """A use case on the review a request is under now; without one nothing happens."""

    def use_case(command: Any, work: Work) -> None:
        reviews = work.load(REFERRAL, command.request_id)
        if reviews:
            decide_on(REVIEW, reviews[-1], decide, command, work)

    return use_case


def in_its_session(decide: InSession) -> UseCase:
    """A use case on a review, knowing the session on whose agenda it is."""

    def use_case(command: Any, work: Work) -> None:
        review = work.existing(REVIEW, command.review_id)
        _decide_in(work.load(SESSION, review.session_id) if review.session_id else Session(), decide, command, work)

    return use_case


def knowing_the_body(decide: InBody) -> UseCase:
    """A use case on a review that names somebody of the reviewing body."""

    def use_case(command: Any, work: Work) -> None:
        work.existing(REVIEW, command.review_id)
        body = work.load(BODY, BODY_ID)
        decide_on(
            REVIEW, command.review_id, lambda asked_, review, now: decide(asked_, review, body, now), command, work
        )

    return use_case


def correct_decision(command: asked.CorrectDecision, work: Work) -> None:
    """The session that corrects is another than the one that erred, whose minutes may be locked."""
    work.existing(REVIEW, command.review_id)
    session = work.existing(SESSION, command.session_id) if command.session_id else Session()
    _decide_in(session, deciding.correct_decision, command, work)


def place_on_agenda(command: asked.PlaceOnAgenda, work: Work) -> None:
    """Review and session both remember the item."""
    review = work.existing(REVIEW, command.review_id)
    session = work.existing(SESSION, command.session_id)
    placed, added = studying.place_on_agenda(command, review, session)
    work.record(REVIEW, command.review_id, placed)
    work.record(SESSION, command.session_id, added)


def schedule_session(command: asked.ScheduleSession, work: Work) -> None:
    """A session gets the next number of its year."""
    already_exists.unless(work.load(SESSION, command.session_id).stage is None)
    situation = work.situation(SESSION, command.session_id)
    number = serials.take(work, f"sessions-{situation.today.year}")
    body = work.load(BODY, BODY_ID)
    work.record(SESSION, command.session_id, *meeting.schedule_session(command, body, number, situation))


def draft_minutes(command: asked.DraftMinutes, work: Work) -> None:
    """Minutes drafted again keep their number."""
    session = work.existing(SESSION, command.session_id)
    situation = work.situation(SESSION, command.session_id)
    reviews = _reviews(session, work)
    number = session.minutes_no or _minutes_no(work, situation.today.year)
    work.record(SESSION, command.session_id, *meeting.draft_minutes(command, session, reviews, number, situation))


def adopt_minutes(command: asked.AdoptMinutes, work: Work) -> None:
    """Every item decided in this session is told that its minutes are locked."""
    session = work.existing(SESSION, command.session_id)
    reviews = _reviews(session, work)
    situation = work.situation(SESSION, command.session_id)
    work.record(SESSION, command.session_id, *meeting.adopt_minutes(command, session, reviews, situation))
    for review in reviews:
        if review.stage == "decided" and review.session_id == command.session_id:
            minuted = happened.ReviewMinuted(review_id=review.review_id, minutes_no=session.minutes_no)
            work.record(REVIEW, review.review_id, minuted)


def confirm_destruction(command: asked.ConfirmDestruction, work: Work) -> None:
    """Sealed content dies with its keys, and nothing else of anybody is kept here."""
    if not work.load(DESTRUCTION, command.order_id):
        confirmed = happened.DestructionConfirmed(order_id=command.order_id, subject_id=command.subject_id)
        work.record(DESTRUCTION, command.order_id, confirmed)


def _decide_in(session: Session, decide: InSession, command: Any, work: Work) -> None:
    def knowing_the_session(command: Any, review: Review, situation: Any) -> tuple[Any, ...]:
        return decide(command, review, session, situation)

    decide_on(REVIEW, command.review_id, knowing_the_session, command, work)


def _reviews(session: Session, work: Work) -> tuple[Review, ...]:
    return tuple(work.load(REVIEW, review_id) for review_id in dict.fromkeys(session.items))


def _minutes_no(work: Work, year: int) -> str:
    return f"{year}-{serials.take(work, f'minutes-{year}'):03d}"
