"""Signing in and out, and the choice of language."""

from __future__ import annotations

import hmac
import re
import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal import problems
from gateways.portal.entrance import COOKIE, Posted, Visiting
from gateways.portal.rendering import page
from gateways.portal.sessions import LIFETIME

router = APIRouter()
BEGINNING = "sanad_sign_in"
INSIDE = re.compile(r"/(?![/\\])[\w/.?=&%+:-]*", re.ASCII)
"""A path of this portal with its query; never another host, which two slashes would begin."""
Wanted = Annotated[str, Query(alias="next")]


@router.get("/sign-in")
def ask_to_sign_in(request: Request, wanted: Wanted = "/") -> Response:
    """The form; `next` is the page that was wanted."""
    return _form(request, inside_address(wanted), refused=False)


@router.post("/sign-in")
def sign_in(
    request: Request,
    user: Annotated[str, Form()],
    password: Annotated[str, Form()],
    csrf: Annotated[str, Form()] = "",
    wanted: Annotated[str, Form(alias="next")] = "/",
) -> Response:
    """Begin a session under a new id, or say that it was not right."""
    shown = request.cookies.get(BEGINNING, "")
    genuine = bool(shown) and hmac.compare_digest(shown.encode(), csrf.encode())
    address = request.client.host if request.client else ""
    actor = request.app.state.accounts.check(user.strip(), password.strip(), address) if genuine else None
    if actor is None:
        return _form(request, inside_address(wanted), refused=True, user=user.strip())
    session = request.app.state.sessions.begin(actor)
    answer = RedirectResponse(inside_address(wanted), status_code=303)
    _keep(request, answer, COOKIE, session.id, int(LIFETIME))
    answer.delete_cookie(BEGINNING, path="/sign-in")
    return answer


@router.post("/sign-out")
def sign_out(request: Request, visit: Visiting, _posted: Posted) -> Response:
    """End the session on this side; the cookie is worth nothing then."""
    request.app.state.sessions.end(visit.session.id)
    return problems.to_sign_in()


def inside_address(wanted: str) -> str:
    """Where to go after signing in: a page of this portal, whatever the address asked for."""
    return wanted if INSIDE.fullmatch(wanted) else "/"


def _form(request: Request, wanted: str, *, refused: bool, user: str = "") -> Response:
    token = request.cookies.get(BEGINNING) or secrets.token_urlsafe(32)
    told: dict[str, Any] = {"refused": refused, "user": user, "token": token, "inside": _inside(request)}
    told["wanted"] = wanted
    answer = page(request, "sign_in.html", status=422 if refused else 200, **told)
    _keep(request, answer, BEGINNING, token, 3600, path="/sign-in")
    return answer


def _inside(request: Request) -> str:
    """Who is signed in here already, by reference."""
    session = request.app.state.sessions.find(request.cookies.get(COOKIE, ""))
    return session.actor.ref if session else ""


def _keep(request: Request, answer: Response, name: str, value: str, age: int, path: str = "/") -> None:
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=age, path=path, httponly=True, samesite="strict", secure=secure)
