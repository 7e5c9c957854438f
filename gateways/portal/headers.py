"""What every answer tells the browser not to do: run foreign scripts, frame pages, keep them, tell where it was."""

from __future__ import annotations

from fastapi.responses import Response
from starlette.middleware.base import RequestResponseEndpoint
from starlette.requests import Request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


async def guarded(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """The answer with its headers."""
    response = await call_next(request)
    kept = request.url.path.startswith("/static/")
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "public, max-age=3600" if kept else "no-store"
    return response
