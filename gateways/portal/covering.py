"""Names covered, for a screen that others can see: the choice, and the way back to the page."""

from __future__ import annotations

import re

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from gateways.portal.entrance import Posted, Visiting

router = APIRouter()
HERE = re.compile(r"/(?!/)[\w/?=&.:-]*")
"""An address of our own to go back to: nothing that a browser could take for another host."""


@router.post("/cover")
def cover(visit: Visiting, posted: Posted) -> Response:
    """Cover names on the whole desk, or show them again, and go back to the page."""
    visit.request.app.state.sessions.cover(visit.session, posted.get("covered") == "yes")
    back = str(posted.get("back", ""))
    return RedirectResponse(back if HERE.fullmatch(back) else "/", status_code=303)
