"""The page of a case: now or at a past event, with the forms for what it is ready for."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from gateways.portal import day_grid, past, timeline
from gateways.portal.carrying_out import carry_out
from gateways.portal.case_view import READING, Case, read_case
from gateways.portal.checklist import checklist, complete
from gateways.portal.colleagues import know
from gateways.portal.date_card import DateCard, date_card
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.evidence_forms import leaving
from gateways.portal.forms import Failed, Form
from gateways.portal.next_forms import asked, forward, offered, solving
from gateways.portal.notices import notices_of
from gateways.portal.papers import papers_of
from gateways.portal.rendering import page
from gateways.portal.turn import turn_of
from gateways.portal.visit import Visit
from services.intake.application.reading_leaves import ReadEarlyReply
from services.intake.domain.support_request import BEFORE_COMPLETION
from shared.domain.refusals import SanadError
from shared.locale.dates import local_date

router = APIRouter()


@router.get("/cases/{request_id}")
def show(request: Request, request_id: str, visit: Visiting, event: int | None = None) -> Response:
    """The case, now or as it stood at one of its events."""
    return shown(request, visit, read_case(request_id, visit), event)


@router.get("/cases/{request_id}/at")
def find_moment(
    request: Request, request_id: str, visit: Visiting, day: str = "", month: str = "", year: str = "", time: str = ""
) -> Response:
    """The event that was the latest at a moment."""
    case = read_case(request_id, visit)
    try:
        moment = past.moment_of(day, month, year, time or "23:59")
        event = past.event_at(case.history.steps, moment, visit.now)
    except SanadError as error:
        typed = FormData(request.query_params)
        return shown(request, visit, case, None, Failed(command="at", error=error, typed=typed))
    return RedirectResponse(f"/cases/{request_id}?event={event}", status_code=303)


@router.post("/cases/{request_id}/{command}")
def act(request: Request, request_id: str, command: str, visit: Visiting, posted: Posted) -> Response:
    """Carry out one of the case's forms; a refusal is shown beside it."""
    case = read_case(request_id, visit)
    form = asked(command, case)
    try:
        carry_out(form, posted, visit)
    except SanadError as error:
        return shown(request, visit, case, None, Failed(command=command, error=error, typed=posted))
    return RedirectResponse(f"/cases/{request_id}", status_code=303)


def shown(request: Request, visit: Visit, case: Case, event: int | None, failed: Failed | None = None) -> Response:
    """The page, with what was refused on it."""
    thread = timeline.thread(case.history, event)
    then: Any = past.request_at(case.now.request_id, thread.chosen.moment, visit) if thread.chosen else case.now
    acts = _acts(case, {} if thread.chosen else offered(case, visit))
    turn = None if thread.chosen else turn_of(case.now, visit)
    moment = thread.chosen.moment if thread.chosen else visit.now
    papers = papers_of(thread.so_far)
    studying = turn.review.reviewers if turn else ()
    know(visit, (*timeline.staff_of(thread), *studying, *(one.by for one in papers.items.values())))
    may_add = not thread.chosen and visit.may("intake", "AddEvidence")
    items = checklist(case, then, papers, local_date(moment), evidence=may_add)
    proof = case.proof if then is case.now or (then is not None and then.window is not None) else None
    return page(
        request,
        "case.html",
        visit,
        status=422 if failed else 200,
        case=case,
        thread=thread,
        then=then,
        proof=proof,
        day_now=moment,
        day_grid=day_grid,
        items=items,
        papers=papers,
        complete=complete(case, then, items),
        may_export=visit.may("audit", "ExportCase"),
        may_see_readers=visit.may("governance", "ListContentReadings"),
        gathering=then is not None and then.stage in BEFORE_COMPLETION,
        turn=turn,
        leaving=leaving(case) if not thread.chosen and visit.may("intake", "EndReception") else None,
        failed=failed,
        **acts,
        **_told(
            case, visit, thread, date_card(proof, then.stage, thread.so_far, local_date(moment)) if proof else None
        ),
    )


def _told(case: Case, visit: Visit, thread: timeline.Thread, card: DateCard | None) -> dict[str, Any]:
    """What the date's card and the messages say; the words of a leave are opened at present only."""
    wanted = ReadEarlyReply(request_id=case.now.request_id, reason=READING)
    leave = visit.ask_if("intake", wanted) if card and card.reason and not thread.chosen else None
    return {"card": card, "leave_note": leave.note if leave else None, "notices": notices_of(thread.so_far, case)}


def _acts(case: Case, forms: dict[str, Form]) -> dict[str, Any]:
    """What may be done: under an obstacle, as the next step, or besides."""
    under, main = solving(case, forms), forward(case, forms)
    others = [one for one in forms.values() if one is not main and one not in under.values()]
    return {"solving": under, "forward": main, "others": others}
