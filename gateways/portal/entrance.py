"""Who may come in: the session behind a request, its language, and the forms that were shown to it."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

from gateways.portal.visit import Visit
from shared.domain.refusals import Forbidden, Reason
from shared.locale.wording import Language

COOKIE, LANGUAGE = "sanad_session", "sanad_language"

form_expired = Reason(
    code="form_expired",
    en="This form belongs to an earlier sign-in. Open the page again; nothing was changed.",
    ar="هذا النموذج من دخول سابق. افتح الصفحة من جديد، ولم يتغير شيء.",
)


class SignInNeeded(Exception):
    """Nobody is signed in."""


class FormExpired(Forbidden):
    """A form that this session was not shown."""


def language_of(request: Request) -> Language:
    """Arabic, unless English was chosen."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE, "ar")
    return "en" if chosen == "en" else "ar"


def visit_of(request: Request) -> Visit:
    """The visit; raises SignInNeeded."""
    state = request.app.state
    session = state.sessions.find(request.cookies.get(COOKIE, ""))
    if session is None:
        raise SignInNeeded
    through = {"reach": state.reach, "signing": state.signing, "clock": state.clock}
    return Visit(request=request, session=session, language=language_of(request), **through)


Visiting = Annotated[Visit, Depends(visit_of)]


async def posted_form(request: Request, visit: Visiting) -> FormData:
    """A form that this session was shown; raises FormExpired for any other."""
    form = await request.form()
    if not hmac.compare_digest(str(form.get("csrf", "")).encode(), visit.session.csrf.encode()):
        raise FormExpired(form_expired.code, en=form_expired.en, ar=form_expired.ar)
    return form


Posted = Annotated[FormData, Depends(posted_form)]
