"""The reviewing body's list, and one request before it: study, votes, decision."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.agenda import agenda_of, services_of
from gateways.portal.body import body_of
from gateways.portal.carrying_out import carry_out
from gateways.portal.case_view import need_of
from gateways.portal.colleagues import know
from gateways.portal.deadlines import chip
from gateways.portal.deciding_form import EDITED, GROUNDS, Asked, demand_reasons, fitting, is_to_be_confirmed
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.forms import Failed, no_such_form
from gateways.portal.members import members_of
from gateways.portal.rendering import page
from gateways.portal.review_forms import on_review
from gateways.portal.stages import REVIEW_STAGES
from gateways.portal.visit import Visit
from services.committee.application.reading import (
    ReadAgenda,
    ReadDecision,
    ReadReview,
    ReadSession,
    ReadStudy,
    ReadVotes,
)
from services.committee.views import ListReviews, ListSessions
from services.committee.views.reviews import ENDED
from services.intake.application.asking_of_requests import ReadRequest
from shared.domain.refusals import SanadError

router = APIRouter()
MAIN = ("CastVote", "RecordDecision")
"""What has a place of its own on the page."""
PAGE = 50
AFTER_QUORUM = ("votes_missing", "votes_outstanding", "votes_tied")
"""What the body asks for only once there is a quorum."""


@router.get("/reviews")
def list_reviews(
    request: Request, visit: Visiting, stage: str = "", start: Annotated[int, Query(ge=0, le=10_000_000)] = 0
) -> Response:
    """What lies before the reviewing body, oldest first; what is decided only where it is asked for."""
    chosen = stage if stage in REVIEW_STAGES or stage == "all" else ""
    told = visit.ask("committee", ListReviews(stage=chosen if chosen in REVIEW_STAGES else None)).reviews
    reviews = [one for one in told if chosen or one.stage not in ENDED]
    shown = reviews[start : start + PAGE]
    parts: dict[str, Any] = {"reviews": shown, "total": len(reviews), "start": start, "size": PAGE, "stage": chosen}
    services = services_of((one.request_id for one in shown), visit)
    return page(request, "reviews.html", visit, services=services, stages=REVIEW_STAGES, today=visit.today, **parts)


@router.get("/reviews/{review_id}")
def show(request: Request, review_id: str, visit: Visiting) -> Response:
    """One request before the body."""
    return _shown(request, _read(review_id, visit), visit)


@router.post("/reviews/{review_id}/{command}")
def act(request: Request, review_id: str, command: str, visit: Visiting, posted: Posted) -> Response:
    """Carry out one of its forms."""
    told = _read(review_id, visit)
    if command not in told["forms"]:
        raise no_such_form()
    if EDITED in posted:
        return _shown(request, told, visit, asking=Asked(typed=posted), editing=True)
    try:
        if is_to_be_confirmed(command, posted):
            written = fitting(posted)
            demand_reasons(written)
            return _shown(request, told, visit, asking=Asked(typed=written))
        carry_out(told["forms"][command], posted, visit)
    except SanadError as error:
        return _shown(request, told, visit, Failed(command=command, error=error, typed=posted))
    return RedirectResponse(f"/reviews/{review_id}", status_code=303)


def _read(review_id: str, visit: Visit) -> dict[str, Any]:
    review = visit.ask("committee", ReadReview(review_id=review_id))
    asked = visit.ask_if("intake", ReadRequest(request_id=review.request_id))
    sessions = visit.ask_if("committee", ListSessions())
    agenda = visit.ask_if("committee", ReadAgenda(session_id=review.session_id)) if review.session_id else None
    services = services_of((one.request_id for one in agenda.items), visit) if agenda else {}
    listed = reversed(sessions.sessions if sessions else ())
    open_ = sorted((one for one in listed if one.stage in ("scheduled", "held")), key=lambda one: one.stage == "held")
    items = tuple((one.item_code, visit.named(one.item_code)) for one in (asked.evidence if asked else ()))
    session = visit.ask_if("committee", ReadSession(session_id=review.session_id)) if review.session_id else None
    members = members_of(review, session)
    body = body_of(visit)
    checked = [one.verified_by or "" for one in (asked.evidence if asked else ())]
    know(visit, (*(one.ref for one in members), *checked, *body))
    return {
        "review": review,
        "members": members,
        "asked": asked,
        "due": chip(asked, visit.today) if asked else None,
        "need": need_of(review.request_id, visit),
        "agenda": agenda_of(agenda.items, session, services, review_id) if agenda else None,
        "session": session,
        "may_vote": sum(not (one.recused or one.absent) for one in members),
        "tally": Counter(one.vote for one in members if one.vote and not one.recused),
        "quorum_stands": review.waits_for is None or review.waits_for.code in AFTER_QUORUM,
        "study": visit.ask_if("committee", ReadStudy(review_id=review_id)) if review.has_study else None,
        "decision": visit.ask_if("committee", ReadDecision(review_id=review_id)) if review.outcome else None,
        "reasons": _reasons(review, visit),
        "forms": on_review(review, open_, items, body, visit),
        "grounds": GROUNDS,
    }


def _reasons(review: Any, visit: Visit) -> list[Any]:
    """What was said with the votes, once the decision is there."""
    told = visit.ask_if("committee", ReadVotes(review_id=review.review_id)) if review.outcome and review.votes else None
    return [one for one in told.votes if one.reason] if told else []


def _shown(
    request: Request, told: dict[str, Any], visit: Visit, failed: Failed | None = None, **asked: Any
) -> Response:
    # A form that was refused stays, with what was typed in it.
    ready = {*told["review"].next_commands, failed.command if failed else ""}
    shown = {name: form for name, form in told["forms"].items() if name in ready}
    others = [form for name, form in shown.items() if name not in MAIN]
    parts = told | asked | {"shown": shown, "others": others, "failed": failed, "today": visit.today}
    return page(request, "review.html", visit, status=422 if failed else 200, **parts)
