"""Search: from a request's number to its page; what was looked for stays out of the address."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from gateways.portal.entrance import Posted, Visiting
from services.intake.application.asking_of_requests import ListRequests
from shared.locale.digits import ascii_digits

router = APIRouter()


@router.post("/search")
def search(visit: Visiting, posted: Posted) -> Response:
    """Go to the request of a number; to the list, where there is none."""
    wanted = ascii_digits(str(posted.get("number", ""))).strip().upper()
    rows = visit.ask("intake", ListRequests()).requests
    found = next((row.request_id for row in rows if row.number == wanted), None)
    return RedirectResponse(f"/cases/{found}" if found else "/", status_code=303)
