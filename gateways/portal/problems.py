"""How a refusal sounds over HTTP: problem details (RFC 9457) at the JSON door, a page in front of people."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from gateways.portal.entrance import COOKIE, FormExpired, SignInNeeded, visit_of
from gateways.portal.kept import kept_form
from gateways.portal.rendering import here, page
from shared.domain.refusals import Conflict, Forbidden, NotFound, SanadError
from shared.doors.client import DoorFailed
from shared.identity import TOKEN_CODES
from shared.malformed import MALFORMED_CODES

NOT_SAVED = (
    "الخدمة غير متاحة الآن، ولم يضع شيء. أعد المحاولة بعد قليل.",
    "The service is not available now, and nothing was lost. Try again in a moment.",
)
MEDIA_TYPE = "application/problem+json"


def http_status(error: SanadError) -> int:
    """The HTTP status of an error of the kernel."""
    match error:
        case NotFound():
            return 404
        case Conflict():
            return 409
        case Forbidden():
            return 401 if error.code in TOKEN_CODES else 403
    if error.code == "too_large":
        return 413
    return 400 if error.code in MALFORMED_CODES else 422


async def refused(request: Request, error: Exception) -> Response:
    """Answer an error of the kernel."""
    assert isinstance(error, SanadError)
    return refusal(request, error)


def refusal(request: Request, error: SanadError) -> Response:
    """As a document for programs, as a page for people."""
    if not for_people(request):
        return problem(http_status(error), error.code, error.en, error.ar)
    return shown_as_page(request, http_status(error), error)


async def unreachable(request: Request, error: Exception) -> Response:
    """Answer when a service gave no answer with a reason; nothing of the inside is told but the incident's id."""
    assert isinstance(error, DoorFailed)
    ar = "الخدمة غير متاحة الآن؛ أعد المحاولة بالرقم نفسه فلا يتكرر أثر الأمر."
    answer = "The service is not available now; try again under the same command id, which has no double effect."
    if not for_people(request):
        return problem(503, "unavailable", answer, ar, incident=error.incident)
    return shown_as_page(request, 503, SanadError("unavailable", en=NOT_SAVED[1], ar=NOT_SAVED[0]))


async def sign_in_needed(request: Request, error: Exception) -> Response:
    """Whoever is not signed in is asked to, and then sees what he asked for; what he typed stays."""
    assert isinstance(error, SignInNeeded)
    if kept := await kept_form(request):
        return page(request, "kept.html", status=401, kept=kept)
    return to_sign_in(here(request) if request.method == "GET" else "/")


async def form_expired(request: Request, error: Exception) -> Response:
    """A form of an earlier session is shown once more, so that it can be sent by this one."""
    assert isinstance(error, FormExpired)
    kept = await kept_form(request)
    return page(request, "kept.html", visit_of(request), status=403, kept=kept) if kept else refusal(request, error)


def to_sign_in(wanted: str = "/") -> Response:
    """The way in, and on to the page that was wanted, without what is left of a session that has ended."""
    query = f"?{urlencode({'next': wanted})}" if wanted != "/" else ""
    answer = RedirectResponse(f"/sign-in{query}", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


def for_people(request: Request) -> bool:
    """Whether somebody looks at the answer, and no program."""
    return not request.url.path.startswith(("/v1/", "/health", "/readyz", "/metrics"))


def shown_as_page(request: Request, status: int, error: SanadError) -> Response:
    """A page that says why, in the language of whoever asked."""
    try:
        visit = visit_of(request)
    except SignInNeeded:
        visit = None
    return page(request, "refusal.html", visit, status=status, error=error)


def problem(status: int, code: str, en: str, ar: str, **more: str) -> JSONResponse:
    """One problem document."""
    told = {"type": f"urn:sanad:refusal:{code}", "title": en, "status": status, "code": code}
    return JSONResponse(
        told | {"message": {"en": en, "ar": ar}} | {name: value for name, value in more.items() if value},
        status_code=status,
        media_type=MEDIA_TYPE,
    )
