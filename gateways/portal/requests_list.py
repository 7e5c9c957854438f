"""All requests, by number, of one status or of all, fifty a page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.day_lines import lines_of, people_of
from gateways.portal.entrance import Visiting
from gateways.portal.rendering import page
from gateways.portal.stages import STAGES
from services.intake.application.asking_of_requests import ListRequests

router = APIRouter()
PAGE = 50


@router.get("/requests")
def list_requests(
    request: Request, visit: Visiting, stage: str = "", start: Annotated[int, Query(ge=0, le=10_000_000)] = 0
) -> Response:
    """Those that have not ended, where no status is chosen."""
    chosen = stage if stage in STAGES else None
    asked = ListRequests(stage=chosen, open_only=stage != "all", start=start, at_most=PAGE)
    told = visit.ask("intake", asked)
    if start and not told.requests:
        return RedirectResponse(f"/requests?stage={chosen}" if chosen else "/requests", status_code=303)
    return page(
        request,
        "requests.html",
        visit,
        lines=lines_of(told.requests, visit.today),
        total=told.total,
        start=start,
        size=PAGE,
        stage=chosen or ("all" if stage == "all" else ""),
        stages=STAGES,
        today=visit.today,
        people=people_of((row.beneficiary_id for row in told.requests), visit, "requests_list"),
    )
