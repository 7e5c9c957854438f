"""From referral to agenda: opening, studying, asking, deferring, cancelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from services.committee.domain import policy, refusals
from services.committee.domain.body import SEATED, STUDYING, Body, belongs_to
from services.committee.domain.review import OPEN, Review
from services.committee.domain.session import Session
from services.committee.domain.timing import demand_ready_for_agenda, demand_under_study

if TYPE_CHECKING:
    from shared.application.situation import Situation

Facts = tuple[Any, ...]


def open_review(command: asked.OpenReview, review: Review, situation: Situation) -> Facts:
    if review.stage is not None:
        return ()
    return (
        happened.ReviewOpened(
            review_id=command.review_id,
            request_id=command.request_id,
            number=command.number,
            beneficiary_id=command.beneficiary_id,
            body_kind=command.body_kind,
            body_code=command.body_code,
            due_by=command.due_by,
            policy_version=command.policy_version,
            handled_by=command.handled_by,
            opened_on=situation.today,
        ),
    )


def assign_reviewer(command: asked.AssignReviewer, review: Review, body: Body, _situation: Situation) -> Facts:
    refusals.already_decided.unless(review.stage in OPEN)
    refusals.not_of_the_body.unless(belongs_to(body, {command.member_ref}, STUDYING))
    refusals.recused.unless(policy.is_not_recused(command.member_ref, review))
    refusals.handled_the_request.unless(policy.has_not_handled(command.member_ref, review))
    if command.member_ref in review.reviewers:
        return ()
    return (happened.ReviewerAssigned(review_id=command.review_id, member_ref=command.member_ref, role=command.role),)


def declare_conflict(command: asked.DeclareConflict, review: Review, body: Body, situation: Situation) -> Facts:
    actor = situation.actor
    refusals.already_decided.unless(review.stage in OPEN)
    refusals.not_own_declaration.unless(actor.ref == command.member_ref or "reviewing_secretary" in actor.roles)
    refusals.not_of_the_body.unless(actor.ref == command.member_ref or belongs_to(body, {command.member_ref}, SEATED))
    if command.member_ref in review.recused:
        return ()
    return (
        happened.ConflictOfInterestDeclared(
            review_id=command.review_id, member_ref=command.member_ref, declared_by=actor.ref
        ),
        happened.ReviewerRecused(review_id=command.review_id, member_ref=command.member_ref),
    )


def record_study(command: asked.RecordStudy, review: Review, situation: Situation) -> Facts:
    demand_under_study(review)
    refusals.other_subject.unless(policy.concerns_the_applicant(command.beneficiary_id, review))
    refusals.recused.unless(policy.is_not_recused(situation.actor.ref, review))
    refusals.handled_the_request.unless(policy.has_not_handled(situation.actor.ref, review))
    return (
        happened.SocialStudyRecorded(
            review_id=command.review_id,
            study=situation.refs["study"],
            recommendation_code=command.recommendation_code,
            recorded_by=situation.actor.ref,
        ),
    )


def request_further_information(
    command: asked.RequestFurtherInformation, review: Review, _situation: Situation
) -> Facts:
    demand_under_study(review)
    refusals.nothing_asked.unless(bool(command.items))
    return (
        happened.FurtherInformationRequested(
            review_id=command.review_id,
            request_id=review.request_id,
            items=command.items,
            beneficiary_id=review.beneficiary_id,
            number=review.number,
        ),
    )


def receive_further_information(
    command: asked.ReceiveFurtherInformation, review: Review, _situation: Situation
) -> Facts:
    if review.stage != "awaiting_information":
        return ()
    missing = tuple(item for item in review.missing if item not in command.items)
    return (
        happened.FurtherInformationReceived(review_id=review.review_id, items=command.items, still_missing=missing),
    )


def move_due_date(command: asked.MoveDueDate, review: Review, _situation: Situation) -> Facts:
    if not review.is_open or review.due_by == command.due_by:
        return ()
    return (happened.ReviewDueDateMoved(review_id=review.review_id, due_by=command.due_by),)


def place_on_agenda(
    command: asked.PlaceOnAgenda, review: Review, session: Session
) -> tuple[happened.ReviewPlacedOnAgenda, happened.AgendaItemAdded]:
    refusals.decides_without_session.unless(policy.is_committee(review))
    demand_ready_for_agenda(review)
    refusals.minutes_locked.unless(session.stage != "adopted")
    item_no = len(session.items) + 1
    placed = happened.ReviewPlacedOnAgenda(
        review_id=command.review_id, session_id=command.session_id, session_no=session.session_no, item_no=item_no
    )
    added = happened.AgendaItemAdded(session_id=command.session_id, review_id=command.review_id, item_no=item_no)
    return placed, added


def defer_review(command: asked.DeferReview, review: Review, _situation: Situation) -> Facts:
    refusals.not_on_agenda.unless(review.stage == "on_agenda")
    return (
        happened.ReviewDeferred(
            review_id=command.review_id,
            request_id=review.request_id,
            session_no=review.session_no or 0,
            reason_code=command.reason_code,
        ),
    )


def cancel_review(command: asked.CancelReview, review: Review, situation: Situation) -> Facts:
    if not review.is_open:
        # A withdrawal that arrives after the decision changes nothing; a person is told so.
        refusals.already_decided.unless("system" in situation.actor.roles)
        return ()
    return (happened.ReviewCancelled(review_id=review.review_id, request_id=review.request_id, cause=command.cause),)
