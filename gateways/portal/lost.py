"""What people are shown where there is nothing to show: an unknown address, one that takes forms only, a mishap."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from gateways.portal.problems import for_people, problem, shown_as_page
from shared.domain.refusals import Reason

no_such_page = Reason(
    code="no_such_page",
    en="There is no page at this address. Check it, or begin again from the start.",
    ar="لا توجد صفحة بهذا العنوان. راجعه، أو ابدأ من الصفحة الأولى.",
)
forms_only = Reason(
    code="forms_only",
    en="This address takes what a form sends. Go back to the page the form stands on.",
    ar="هذا العنوان لما يرسله نموذج. عد إلى الصفحة التي فيها النموذج.",
)
unreadable = Reason(
    code="unreadable",
    en="A part of this address or form cannot be read, so nothing was done. Go back and try again.",
    ar="في العنوان أو النموذج ما لا يُقرأ، فلم يُنفَّذ شيء. عد وأعد المحاولة.",
)
mishap = Reason(
    code="mishap",
    en="Something went wrong here. Open the page again and see whether it was done before you repeat it.",
    ar="حدث خلل عندنا. افتح الصفحة من جديد وانظر هل نُفِّذ ما طلبته قبل أن تعيده.",
)
WHY: Mapping[int, Reason] = {404: no_such_page, 405: forms_only}


async def not_here(request: Request, error: Exception) -> Response:
    """Answer what no page answers. Who opens the address a form was sent to is led to the form's own page."""
    assert isinstance(error, HTTPException)
    if not for_people(request):
        return await http_exception_handler(request, error)
    if error.status_code == 405 and request.method in ("GET", "HEAD"):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse((request.url.path.rpartition("/")[0] or "/") + query, status_code=303)
    return shown_as_page(request, error.status_code, WHY.get(error.status_code, unreadable).refused())


async def not_readable(request: Request, error: Exception) -> Response:
    """Answer an address or a form in which something has the wrong shape."""
    assert isinstance(error, RequestValidationError)
    if not for_people(request):
        return await request_validation_exception_handler(request, error)
    return shown_as_page(request, 422, unreadable.refused())


def broken(request: Request, incident: str) -> Response:
    """Answer what nobody foresaw; nothing of the inside is told but the incident's number."""
    if not for_people(request):
        return problem(500, mishap.code, mishap.en, mishap.ar, incident=incident)
    return shown_as_page(request, 500, mishap.refused())
