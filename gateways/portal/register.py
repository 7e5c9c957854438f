"""The register: looking somebody up, and who is in it without a complete request yet, where the policy asks for one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gateways.portal.day_lines import people_of
from gateways.portal.entrance import Visiting
from gateways.portal.finding import reads_people
from gateways.portal.rendering import page
from services.intake.application.asking_of_people import ListIncompleteRegistrations

router = APIRouter()
PAGE = 50


@router.get("/people")
def register(request: Request, visit: Visiting, start: Annotated[int, Query(ge=0, le=10_000_000)] = 0) -> Response:
    """Those who wait longest first."""
    waiting = visit.ask("intake", ListIncompleteRegistrations()).registrations
    shown = waiting[start : start + PAGE]
    return page(
        request,
        "register.html",
        visit,
        waiting=shown,
        total=len(waiting),
        start=start,
        size=PAGE,
        today=visit.today,
        of_people=reads_people(visit),
        people=people_of((one.beneficiary_id for one in shown), visit, "register_list"),
    )
