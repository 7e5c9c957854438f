"""One's own account: with which roles one is signed in, and what one is called."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.accounts import user_name
from gateways.portal.carrying_out import command_id
from gateways.portal.colleagues import colleague
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.forms import Failed
from gateways.portal.rendering import page
from gateways.portal.visit import Visit
from services.governance.domain.commands.naming import NameStaffMember
from shared import codec
from shared.domain.refusals import SanadError

router = APIRouter()


@router.get("/account")
def show(request: Request, visit: Visiting) -> Response:
    """The account, and the form for the name."""
    return _shown(request, visit)


@router.post("/account")
def name(request: Request, visit: Visiting, posted: Posted) -> Response:
    """Say what one is called; what was refused stays as typed."""
    typed = {part: str(posted.get(part, "")).strip() for part in ("name", "latin")}
    given = {"name": typed["name"], "latin": typed["latin"] or None}
    try:
        command = codec.from_words(NameStaffMember, {"staff_ref": visit.actor.ref, "name": given})
        visit.tell("governance", command, command_id(posted))
    except SanadError as error:
        return _shown(request, visit, Failed(command="NameStaffMember", error=error, typed=posted))
    return RedirectResponse("/account", status_code=303)


def _shown(request: Request, visit: Visit, failed: Failed | None = None) -> Response:
    told = {"mine": colleague(visit, visit.actor.ref), "user": user_name(visit.actor), "failed": failed}
    return page(request, "account.html", visit, status=422 if failed else 200, **told)
