"""How a refusal sounds over HTTP: problem details (RFC 9457) with a stable code and a sentence in each language."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import JSONResponse

from shared.domain.refusals import Conflict, Forbidden, NotFound, SanadError
from shared.doors.client import DoorFailed
from shared.identity import TOKEN_CODES
from shared.malformed import MALFORMED_CODES

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


async def refused(_request: Request, error: Exception) -> JSONResponse:
    """Answer an error of the kernel."""
    assert isinstance(error, SanadError)
    return problem(http_status(error), error.code, error.en, error.ar)


async def unreachable(_request: Request, error: Exception) -> JSONResponse:
    """Answer when a service gave no answer with a reason; nothing of the inside is told but the incident's id."""
    assert isinstance(error, DoorFailed)
    ar = "الخدمة غير متاحة الآن؛ أعد المحاولة بالرقم نفسه فلا يتكرر أثر الأمر."
    answer = "The service is not available now; try again under the same command id, which has no double effect."
    return problem(503, "unavailable", answer, ar, incident=error.incident)


def problem(status: int, code: str, en: str, ar: str, **more: str) -> JSONResponse:
    """One problem document."""
    told = {"type": f"urn:sanad:refusal:{code}", "title": en, "status": status, "code": code}
    return JSONResponse(
        told | {"message": {"en": en, "ar": ar}} | {name: value for name, value in more.items() if value},
        status_code=status,
        media_type=MEDIA_TYPE,
    )
