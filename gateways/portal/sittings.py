"""The sessions of a committee: calling one, its agenda, holding it, its minutes."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import uuid5

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal.agenda import agenda_of, services_of
from gateways.portal.body import body_of, by_name, those_with
from gateways.portal.carrying_out import carry_out, command_id, no_such_time, read_day
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.forms import Failed, no_such_form
from gateways.portal.rendering import page
from gateways.portal.session_forms import on_session
from gateways.portal.visit import Visit
from services.committee.application.reading import (
    Decision,
    ReadAgenda,
    ReadDecision,
    ReadMinutes,
    ReadPlace,
    ReadSession,
)
from services.committee.domain.body import MEMBERS
from services.committee.domain.commands import ScheduleSession
from services.committee.views import ListSessions
from shared.application.situation import RIYADH
from shared.domain.refusals import SanadError
from shared.locale.digits import ascii_digits

router = APIRouter()


@router.get("/sessions")
def list_sessions(request: Request, visit: Visiting) -> Response:
    """The sessions, latest first, and the form that calls one."""
    return _list(request, visit)


@router.post("/sessions")
def schedule(request: Request, visit: Visiting, posted: Posted) -> Response:
    """Call the members to a session."""
    session_id = str(uuid5(command_id(posted), "session"))
    members = tuple(" ".join(map(str, posted.getlist("members"))).replace("،", " ").replace(",", " ").split())
    try:
        place = str(posted.get("place", "")).strip() or None
        command = ScheduleSession(session_id=session_id, starts_at=_starts(posted), member_refs=members, place=place)
        visit.tell("committee", command, command_id(posted))
    except SanadError as error:
        return _list(request, visit, Failed(command="ScheduleSession", error=error, typed=posted))
    return RedirectResponse(f"/sessions/{session_id}", status_code=303)


@router.get("/sessions/{session_id}")
def show(request: Request, session_id: str, visit: Visiting, reasons: bool = False) -> Response:
    """One session with its agenda; its decisions' reasons in words where they are asked for, each reading on record."""
    return _shown(request, session_id, visit, reasons=reasons)


@router.post("/sessions/{session_id}/{command}")
def act(request: Request, session_id: str, command: str, visit: Visiting, posted: Posted) -> Response:
    """Carry out one of its forms."""
    form = on_session(visit.ask("committee", ReadSession(session_id=session_id)), visit).get(command)
    if form is None:
        raise no_such_form()
    try:
        carry_out(form, posted, visit)
    except SanadError as error:
        return _shown(request, session_id, visit, Failed(command=command, error=error, typed=posted))
    return RedirectResponse(f"/sessions/{session_id}", status_code=303)


def _list(request: Request, visit: Visit, failed: Failed | None = None) -> Response:
    listed = visit.ask("committee", ListSessions())
    may = visit.may("committee", "ScheduleSession")
    status = 422 if failed else 200
    told: dict[str, Any] = {"sessions": listed.sessions, "next_start": listed.next_start, "may": may, "failed": failed}
    body = by_name(those_with(MEMBERS, body_of(visit)), visit) if may else ()
    return page(request, "sessions.html", visit, status=status, body=body, **told)


def _shown(
    request: Request, session_id: str, visit: Visit, failed: Failed | None = None, *, reasons: bool = False
) -> Response:
    session = visit.ask("committee", ReadSession(session_id=session_id))
    items = visit.ask("committee", ReadAgenda(session_id=session_id)).items
    agenda = agenda_of(items, session, services_of((one.request_id for one in items), visit))
    minutes = visit.ask_if("committee", ReadMinutes(session_id=session_id)) if session.minutes_no else None
    place = visit.ask_if("committee", ReadPlace(session_id=session_id)) if session.has_place else None
    ready = {*session.next_commands, failed.command if failed else ""}
    forms = [one for name, one in on_session(session, visit).items() if name in ready]
    decided = [one for one in agenda.items if one.review.outcome and one.review.session_id == session_id]
    told: dict[str, Any] = {"session": session, "agenda": agenda, "minutes": minutes, "forms": forms}
    told["place"] = place.place if place else None
    told["may_read"] = bool(decided) and visit.may("committee", "ReadDecision")
    told["decisions"] = [(one, _decision(one.review.review_id, visit)) for one in decided] if reasons else []
    return page(request, "session.html", visit, status=422 if failed else 200, failed=failed, **told)


def _decision(review_id: str, visit: Visit) -> Decision | None:
    found: Decision | None = visit.ask_if("committee", ReadDecision(review_id=review_id))
    return found


def _starts(posted: Any) -> datetime:
    day = read_day(posted, "day")
    try:
        hour, minute = (int(part) for part in ascii_digits(str(posted.get("time", ""))).split(":"))
        return datetime.combine(day, time(hour, minute), tzinfo=RIYADH)
    except ValueError:
        raise no_such_time.refused() from None
