"""Search: by a request's number, and for those who may read people by name, identity or telephone number.

What was looked for is posted and stays out of the address; what was found is the answer to the post.
"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.entrance import Posted, Visiting
from gateways.portal.finding import Found, find, reads_people
from gateways.portal.forms import Failed
from gateways.portal.permitted import BY
from gateways.portal.rendering import page
from gateways.portal.visit import Visit
from shared.application.application import permit
from shared.domain.refusals import SanadError

router = APIRouter()
LONGEST = 200


@router.get("/search")
def begin(request: Request, visit: Visiting) -> Response:
    """Nothing looked for yet."""
    permit(visit.actor, BY["intake", "ListRequests"])
    return _shown(request, visit)


@router.post("/search")
def search(request: Request, visit: Visiting, posted: Posted) -> Response:
    """Go to the one request of a number; show what else was found."""
    text = str(posted.get("sought", ""))[:LONGEST]
    try:
        found = find(text, visit)
    except SanadError as error:
        failed = Failed(command="search", error=error, typed=posted)
        return _shown(request, visit, failed=failed, sought=text, status=422)
    if found.the_one:
        return RedirectResponse(f"/cases/{found.the_one}", status_code=303)
    return _shown(request, visit, found=found, sought=text)


def _shown(request: Request, visit: Visit, found: Found | None = None, **told: Any) -> Response:
    about: dict[str, Any] = {"found": found, "failed": None, "sought": ""} | told
    return page(request, "search.html", visit, of_people=reads_people(visit), **about)
