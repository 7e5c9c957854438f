"""The web application, put together: the JSON door, health, metrics, the status page and case histories."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import FastAPI
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.middleware.base import RequestResponseEndpoint
from starlette.requests import Request

from gateways.portal import api, health, pages, problems
from gateways.reach import Reach
from shared.clock import Clock
from shared.domain.refusals import SanadError
from shared.doors.client import DoorFailed

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def web_application(reach: Reach, key: Ed25519PublicKey, clock: Clock) -> FastAPI:
    """The application over clients to the services; `key` verifies tokens for pages shown to people."""
    app = FastAPI(title="Sanad", docs_url=None, redoc_url=None)
    app.state.reach = reach
    app.state.key = key
    app.state.clock = clock
    for part in (api.router, health.router, pages.router):
        app.include_router(part)
    app.add_exception_handler(SanadError, problems.refused)
    app.add_exception_handler(DoorFailed, problems.unreachable)
    app.middleware("http")(_guarded)

    @app.get("/metrics")
    def metrics() -> Response:
        """Prometheus metrics of this process."""
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return app


async def _guarded(request: Request, call_next: RequestResponseEndpoint) -> Response:
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response
