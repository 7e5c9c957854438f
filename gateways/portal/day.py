"""The day of whoever works on requests: what is owed, by when, and what to do next."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.day_lines import GROUPS, counts_of, lines_of, people_of
from gateways.portal.entrance import Visiting
from gateways.portal.rendering import page
from gateways.portal.stages import STAGES
from gateways.portal.visit import Visit
from services.governance.application.questions.tools import ListTools
from services.intake.application.asking_of_people import ListAtTheCounter

router = APIRouter()
PAGE = 50


@router.get("/")
def today(request: Request, visit: Visiting, stage: str | None = None, start: int = 0) -> Response:
    """Requests by the date of their reply; reviewing bodies begin with what they study."""
    if _studies(visit):
        return RedirectResponse("/reviews", status_code=303)
    if not visit.may("intake", "ListRequests"):
        return RedirectResponse("/platform", status_code=303)
    lines = lines_of(visit, stage if stage in STAGES else None)
    counter = visit.ask_if("intake", ListAtTheCounter())
    tools = visit.ask_if("governance", ListTools())
    return page(
        request,
        "day.html",
        visit,
        lines=lines[start : start + PAGE],
        groups=GROUPS,
        total=len(lines),
        start=start,
        next_start=start + PAGE if len(lines) > start + PAGE else None,
        stage=stage,
        counts=counts_of(lines, counter.inquiries if counter else None),
        stages=STAGES,
        counter=counter,
        tools=tools.tools if tools else (),
        today=visit.today,
        people=people_of(lines[start : start + PAGE], visit),
    )


def _studies(visit: Visit) -> bool:
    return not visit.actor.roles.isdisjoint({"reviewing_member", "reviewing_secretary"})
