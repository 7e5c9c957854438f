"""Inquiries: a question is recorded, lies open where everybody sees it, and is answered or referred."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal import inquiry_forms as forms
from gateways.portal.carrying_out import carry_out, command_id
from gateways.portal.case_view import channels
from gateways.portal.colleagues import among, know
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.forms import Failed, no_such_form
from gateways.portal.rendering import page
from gateways.portal.visit import Visit
from services.intake.application.asking_of_inquiries import ReadInquiry
from services.intake.application.asking_of_people import ListAtTheCounter
from shared.domain.refusals import SanadError

router = APIRouter()


@router.get("/inquiries")
def unanswered(request: Request, visit: Visiting, asker: UUID | None = None) -> Response:
    """Those that wait, oldest first, and the form that records one; `asker`: somebody who is in the register."""
    return _list(request, visit, str(asker or ""))


@router.post("/inquiries")
def receive(request: Request, visit: Visiting, posted: Posted) -> Response:
    """Somebody has asked; one who is not in the register is known by a fresh id."""
    inquiry_id = str(command_id(posted))
    asker = _known(str(posted.get("asker", ""))) or str(uuid5(UUID(inquiry_id), "asker"))
    try:
        carry_out(forms.record(inquiry_id, asker, channels(visit), visit), posted, visit)
    except SanadError as error:
        failed = Failed(command="ReceiveInquiry", error=error, typed=posted)
        return _list(request, visit, str(posted.get("asker", "")), failed)
    return RedirectResponse(f"/inquiries/{inquiry_id}", status_code=303)


@router.get("/inquiries/{inquiry_id}")
def show(request: Request, inquiry_id: UUID, visit: Visiting) -> Response:
    """One inquiry with its words; the reading is on record."""
    return _shown(request, _read(inquiry_id, visit), visit)


@router.post("/inquiries/{inquiry_id}/{command}")
def act(request: Request, inquiry_id: UUID, command: str, visit: Visiting, posted: Posted) -> Response:
    """Answer or refer it; a refusal is shown beside the form."""
    inquiry = _read(inquiry_id, visit)
    form = forms.on_inquiry(inquiry, visit).get(command)
    if form is None:
        raise no_such_form()
    try:
        carry_out(form, posted, visit)
    except SanadError as error:
        return _shown(request, inquiry, visit, Failed(command=command, error=error, typed=posted))
    return RedirectResponse(f"/inquiries/{inquiry_id}", status_code=303)


def _read(inquiry_id: UUID, visit: Visit) -> Any:
    return visit.ask("intake", ReadInquiry(inquiry_id=str(inquiry_id), reason="inquiry_page"))


def _list(request: Request, visit: Visit, asker: str, failed: Failed | None = None) -> Response:
    waiting = visit.ask("intake", ListAtTheCounter()).inquiries
    know(visit, among(visit, (one.routed_to for one in waiting)))
    form = forms.record("", "", channels(visit), visit) if visit.may("intake", "ReceiveInquiry") else None
    told: dict[str, Any] = {"waiting": waiting, "form": form, "failed": failed, "today": visit.today, "asker": asker}
    opens = visit.may("intake", "ReadInquiry")
    return page(request, "inquiries.html", visit, status=422 if failed else 200, opens=opens, **told)


def _shown(request: Request, inquiry: Any, visit: Visit, failed: Failed | None = None) -> Response:
    offered = forms.on_inquiry(inquiry, visit)
    know(visit, (inquiry.answered_by or "", *among(visit, (inquiry.routed_to,))))
    told: dict[str, Any] = {"inquiry": inquiry, "forms": offered, "failed": failed}
    return page(request, "inquiry.html", visit, status=422 if failed else 200, **told)


def _known(asker: str) -> str | None:
    try:
        return str(UUID(asker))
    except ValueError:
        return None
