"""The web application, put together: the JSON door, health, metrics, and the pages for people."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from fastapi.telemetry import TelemetryConfig
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException

from gateways.portal import (
    api,
    cases,
    covering,
    day,
    exporting,
    health,
    inquiries,
    keys,
    lost,
    own_account,
    pages,
    people,
    problems,
    readers,
    reception,
    register,
    requests_list,
    reviews,
    searching,
    signing,
    sittings,
    tools,
    windows_kept,
)
from gateways.portal.accounts import FILE, Accounts
from gateways.portal.database import Database
from gateways.portal.entrance import FormExpired, SignInNeeded
from gateways.portal.headers import Guarded
from gateways.portal.mishaps import Mishaps
from gateways.portal.sessions import Sessions
from gateways.reach import Reach
from shared.clock import Clock
from shared.domain.refusals import SanadError
from shared.doors.client import DoorFailed

PAGES = (
    *(signing, day, windows_kept, requests_list, tools, searching, register, reception, people, inquiries),
    *(cases, exporting, readers, reviews, sittings),
    *(keys, own_account, covering, pages),
)


def web_application(reach: Reach, signing_key: Ed25519PrivateKey, clock: Clock, data: Path) -> FastAPI:
    """The application over clients to the services; `data` holds the accounts of those who may sign in."""
    # No logs: the words of an exception may repeat what somebody wrote. The services' doors have spans of their own.
    quiet: TelemetryConfig = {"logs": False, "metrics": False, "operation_spans": False}
    app = FastAPI(title="Sanad", docs_url=None, redoc_url=None, telemetry=quiet)
    database = Database(data / FILE)
    app.state.reach, app.state.signing, app.state.clock = reach, signing_key, clock
    app.state.accounts, app.state.sessions = Accounts(database), Sessions(database)
    app.state.associations = {}
    for part in (api, health, *PAGES):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.add_exception_handler(SanadError, problems.refused)
    app.add_exception_handler(FormExpired, problems.form_expired)
    app.add_exception_handler(DoorFailed, problems.unreachable)
    app.add_exception_handler(SignInNeeded, problems.sign_in_needed)
    app.add_exception_handler(HTTPException, lost.not_here)
    app.add_exception_handler(RequestValidationError, lost.not_readable)
    app.add_middleware(Mishaps)
    app.add_middleware(Guarded)

    @app.get("/metrics")
    def metrics() -> Response:
        """Prometheus metrics of this process."""
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return app
