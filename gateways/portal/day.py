"""The day of whoever works on requests: what is owed, by when, and what to do next."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.colleagues import among, know
from gateways.portal.day_counts import counts_of
from gateways.portal.day_lines import GROUPS, Line, by_urgency, lines_of, people_of
from gateways.portal.entrance import Visiting
from gateways.portal.open_visits import open_visits
from gateways.portal.own_turn import MINE, WORDS, own
from gateways.portal.rail import on_a_body
from gateways.portal.rendering import page
from gateways.portal.stages import STAGES
from gateways.portal.visit import Visit
from services.governance.application.questions.tools import ListTools
from services.intake.application.asking_of_people import AtTheCounter, ListAtTheCounter
from services.intake.application.asking_of_requests import ListRequests
from services.intake.views.selected import ENDED

router = APIRouter()
LINES = 20
"""How many the day shows, the most pressing first; the others are a link away."""
OPEN = {code: look for code, look in STAGES.items() if code not in ENDED}


@router.get("/")
def today(request: Request, visit: Visiting, stage: str | None = None) -> Response:
    """Requests by the date of their reply; reviewing bodies begin with what they study."""
    if on_a_body(visit):
        return RedirectResponse("/reviews", status_code=303)
    if not visit.sees_requests:
        return _elsewhere(request, visit)
    chosen = stage if stage in OPEN or stage == MINE else None
    everything = by_urgency(lines_of(visit.ask("intake", ListRequests(open_only=True)).requests, visit.today))
    his = own(everything, visit)
    lines = [line for line in everything if _is_chosen(line, chosen, his)]
    counter: AtTheCounter | None = visit.ask_if("intake", ListAtTheCounter())
    know(visit, among(visit, (one.routed_to for one in (counter.inquiries if counter else ()))))
    visits = open_visits(counter.receptions if counter else (), visit)
    whose = [*(line.row.beneficiary_id for line in lines[:LINES]), *(v.visitor for v in visits if v.visitor)]
    tools = visit.ask_if("governance", ListTools())
    return page(
        request,
        "day.html",
        visit,
        lines=lines[:LINES],
        groups=GROUPS,
        total=len(lines),
        stage=chosen,
        counts=counts_of(everything, counter.inquiries if counter else None, visit.today),
        stages=OPEN,
        own=his,
        waiting=WORDS,
        counter=counter,
        visits=visits,
        tools=tools.tools if tools else (),
        today=visit.today,
        people=people_of(whose, visit, "day_list"),
    )


def _elsewhere(request: Request, visit: Visit) -> Response:
    """Where the day of somebody begins who sees no list of requests."""
    if visit.may("intake", "ReadWindowsKept"):
        return RedirectResponse("/windows", status_code=303)
    if visit.may("committee", "ListReviews"):
        return RedirectResponse("/reviews", status_code=303)
    if visit.may("intake", "ListAtTheCounter"):
        return RedirectResponse("/inquiries", status_code=303)
    return page(request, "none.html", visit)


def _is_chosen(line: Line, chosen: str | None, his: frozenset[str]) -> bool:
    return line.row.request_id in his if chosen == MINE else chosen in (None, line.row.stage)
