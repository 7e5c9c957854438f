"""Who has read a case: for the auditor, the protection officer and those who answer for the association."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from gateways.portal.colleagues import know
from gateways.portal.entrance import Visiting
from gateways.portal.glances import glances
from gateways.portal.rendering import page
from services.governance.application.questions.content_readings import ListContentReadings
from services.governance.application.questions.readings import LATEST, ListCaseReadings
from services.intake.application.asking_of_requests import ReadRequest

router = APIRouter()
SHOWN = 50


@router.get("/cases/{request_id}/readers")
def readers(
    request: Request, request_id: str, visit: Visiting, start: Annotated[int, Query(ge=0, le=10_000_000)] = 0
) -> Response:
    """What was opened of this case, and of whom it is about where the visitor sees the case; the record's own readers
    where he may see them."""
    now = visit.ask_if("intake", ReadRequest(request_id=request_id))
    wanted = ListContentReadings(case_id=request_id, subject_id=now.beneficiary_id if now else None)
    opened = visit.ask("governance", wanted).readings
    if now is None and not opened:
        raise HTTPException(404)
    told = visit.ask_if("governance", ListCaseReadings(case_id=request_id))
    found = glances(request_id, opened, told.readings if told else ())
    shown = found[start : start + SHOWN]
    know(visit, (one.reader for one in shown if not one.by_itself))
    return page(
        request,
        "readers.html",
        visit,
        number=now.number if now else None,
        request_id=request_id,
        glances=shown,
        total=len(found),
        people=len({one.reader for one in found}),
        start=start,
        size=SHOWN,
        full_record=len(opened) == LATEST,
        records=told is not None,
    )
