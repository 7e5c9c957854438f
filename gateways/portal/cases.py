"""The page of a case: now or at a past event, with the forms for what it is ready for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal import deadlines, timeline
from gateways.portal.case_forms import ACTIONS, form_of
from gateways.portal.case_view import Case, read_case
from gateways.portal.checklist import checklist, evidence_forms, leaving
from gateways.portal.forms import Failed, Form, carry_out
from gateways.portal.rendering import page
from gateways.portal.visit import Posted, Visit, Visiting
from shared.application.situation import RIYADH
from shared.domain.refusals import NotFound, SanadError

router = APIRouter()

ANSWERS = {
    "declaration_missing": "SignDeclaration",
    "declaration_void": "SignDeclaration",
    "process_not_explained": "ExplainProcess",
    "criteria_not_given": "ProvideCriteria",
    "contact_not_agreed": "AgreeContactChannel",
    "outreach_not_confirmed": "ConfirmOutreach",
}
"""What would remove an obstacle: the form is shown under it."""
FORWARD = {
    "open": "SubmitSupportRequest",
    "in_clarification": "ClarifyProcedures",
    "awaiting_information": "SupplyInformation",
    "submitted": "CompleteSupportRequest",
    "completed": "ReferToReview",
    "queried_in_review": "SupplyInformation",
    "decided": "CommunicateDecision",
    "replied": "StartService",
    "in_service": "DeliverService",
    "delivered": "CloseRequest",
    "not_delivered": "CloseRequest",
}
"""The usual next step of each stage: shown as the main one."""


@router.get("/cases/{request_id}")
def show(request: Request, request_id: str, visit: Visiting, event: int | None = None) -> Response:
    """The case, now or as it stood at one of its events."""
    return shown(request, visit, read_case(request_id, visit), event)


@router.get("/cases/{request_id}/at")
def find_moment(
    request_id: str,
    visit: Visiting,
    day: int,
    month: int,
    year: int,
    time: Annotated[str, Query(pattern=r"^\d{1,2}:\d{2}$")] = "23:59",
) -> Response:
    """The event that was the latest at a moment."""
    case = read_case(request_id, visit)
    try:
        hour, minute = (int(part) for part in time.split(":"))
        moment = datetime(year, month, day, hour, minute, 59, 999_999, tzinfo=RIYADH)
    except ValueError:
        return RedirectResponse(f"/cases/{request_id}", status_code=303)
    event = timeline.event_at(case.history.steps, moment)
    return RedirectResponse(f"/cases/{request_id}?event={event}", status_code=303)


@router.post("/cases/{request_id}/{command}")
def act(request: Request, request_id: str, command: str, visit: Visiting, posted: Posted) -> Response:
    """Carry out one of the case's forms; a refusal is shown beside it."""
    case = read_case(request_id, visit)
    form = _asked(command, case)
    try:
        carry_out(form, posted, visit)
    except SanadError as error:
        return shown(request, visit, case, None, Failed(command=command, error=error, typed=posted))
    return RedirectResponse(f"/cases/{request_id}", status_code=303)


def shown(request: Request, visit: Visit, case: Case, event: int | None, failed: Failed | None = None) -> Response:
    """The page, with what was refused on it."""
    thread = timeline.thread(case.history, event)
    then: Any = timeline.request_at(case.now.request_id, thread.chosen.moment, visit) if thread.chosen else case.now
    forms = {} if thread.chosen else {name: form_of(name, case) for name in _offered(case, visit)}
    solving = {one.code: forms[ANSWERS[one.code]] for one in case.now.obstacles if ANSWERS.get(one.code) in forms}
    forward = forms.get(FORWARD.get(case.now.stage, ""))
    others = [one for one in forms.values() if one is not forward and one not in solving.values()]
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
        day_now=thread.chosen.moment if thread.chosen else visit.now,
        deadlines=deadlines,
        items=checklist(case, then, evidence=not thread.chosen and visit.may("intake", "AddEvidence")),
        solving=solving,
        forward=forward,
        others=others,
        leaving=leaving(case) if not thread.chosen and visit.may("intake", "EndReception") else None,
        failed=failed,
    )


def _offered(case: Case, visit: Visit) -> Iterator[str]:
    """What the stage is ready for and one of the visitor's roles may ask."""
    contact = ["AgreeContactChannel"] if any(one.code == "contact_not_agreed" for one in case.now.obstacles) else []
    for name in (*contact, *case.now.next_commands):
        if name in ACTIONS and visit.may("intake", name):
            yield name


def _asked(command: str, case: Case) -> Form:
    if command in ACTIONS:
        return form_of(command, case)
    form = evidence_forms(case).get(command) or (leaving(case) if command == "EndReception" else None)
    if form is None:
        raise NotFound("no_such_form", en="There is no such form here.", ar="لا يوجد هذا النموذج هنا.")
    return form
