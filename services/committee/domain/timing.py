"""Why a review is not where a step needs it: the true cause, and what would remove it."""

from __future__ import annotations

from services.committee.domain import refusals
from services.committee.domain.review import OPEN, UNDER_STUDY, Review
from shared.domain.refusals import Refused


def demand_under_study(review: Review) -> None:
    """Open, and not before a session."""
    if review.stage not in UNDER_STUDY:
        raise _elsewhere(review)


def demand_ready_for_agenda(review: Review) -> None:
    """Studied, or at least assigned to be studied, and not before a session already."""
    if review.stage not in ("in_study", "deferred"):
        raise _elsewhere(review)


def demand_studied(review: Review) -> None:
    """An administrative unit studies before it decides."""
    if review.stage != "in_study":
        raise _elsewhere(review)


def _elsewhere(review: Review) -> Refused:
    match review.stage:
        case "opened":
            return refusals.study_not_begun.refused()
        case "awaiting_information":
            return refusals.information_awaited.refused()
        case "on_agenda":
            return refusals.on_agenda_already.refused(session=review.session_no)
    return (refusals.not_under_study if review.stage in OPEN else refusals.already_decided).refused()
