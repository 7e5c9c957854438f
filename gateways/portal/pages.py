"""Pages for people: what is running, and a case's history, in Arabic with English beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates

from gateways.audit.replay import CaseHistory, ReplayCase
from gateways.portal.health import serving
from shared import codec
from shared.application.common import ReadStanding
from shared.application.situation import RIYADH
from shared.domain.refusals import SanadError
from shared.identity import verify

router = APIRouter()
_here = Path(__file__).parent
_templates = Jinja2Templates(directory=_here / "templates")
COOKIE = "sanad_token"


def _moment(value: datetime) -> str:
    return value.astimezone(RIYADH).strftime("%Y-%m-%d %H:%M:%S")


_templates.env.filters["moment"] = _moment


@router.get("/static/sanad.css")
def stylesheet() -> FileResponse:
    """The one stylesheet."""
    return FileResponse(_here / "static" / "sanad.css", media_type="text/css")


@router.get("/")
async def status(request: Request) -> Response:
    """What is running; and, once signed in, how far each service has come for the association."""
    state = request.app.state
    services = {name: await run_in_threadpool(serving, address) for name, address in state.reach.addresses.items()}
    standings = await run_in_threadpool(_standings, request)
    return _page(request, "status.html", services=services, standings=standings)


@router.post("/sign-in")
def sign_in(request: Request, token: Annotated[str, Form()]) -> Response:
    """Keep a verified token in a cookie that scripts cannot read."""
    verify(token.strip(), request.app.state.key, request.app.state.clock.now())
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, token.strip(), httponly=True, samesite="strict", path="/")
    return answer


@router.get("/cases")
def find(case_id: str) -> Response:
    """Go to a case."""
    return RedirectResponse(f"/cases/{case_id.strip()}", status_code=303)


@router.get("/cases/{case_id}")
async def history(request: Request, case_id: str, at: str = "") -> Response:
    """A case's steps, now or at a moment."""
    token = request.cookies.get(COOKIE, "")
    query = codec.from_words(ReplayCase, {"case_id": case_id, **({"until": at} if at else {})})
    try:
        told: CaseHistory = await run_in_threadpool(request.app.state.reach.client("audit").ask, query, token)
    except SanadError as error:
        return _page(request, "refusal.html", status_code=422, error=error)
    return _page(request, "case.html", history=told, at=at)


def _standings(request: Request) -> list[Any]:
    token = request.cookies.get(COOKIE, "")
    if not token:
        return []
    reach = request.app.state.reach
    try:
        return [
            reach.client(name).ask(ReadStanding(), token)
            for name in request.app.state.reach.addresses
            if name != "audit"
        ]
    except SanadError:
        return []


def _page(request: Request, name: str, status_code: int = 200, **context: Any) -> Response:
    return _templates.TemplateResponse(request, name, context, status_code=status_code)
