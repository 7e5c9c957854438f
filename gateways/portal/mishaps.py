"""What stands between an error nobody foresaw and everybody outside: a page with a number, and a line in the log."""

from __future__ import annotations

from uuid import uuid4

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateways.portal.lost import broken
from shared.telemetry.faults import noted


class Interrupted(Exception):
    """An answer that had begun cannot be finished; the log has said why, under this number."""


class Mishaps:
    """Answers for whatever an application raises. Left to the server, its words would be logged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI 3.0."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except ClientDisconnect:  # Whoever leaves while still sending, as by going on at once, is no fault of ours.
            return
        except Exception as error:  # noqa: BLE001  # The one place where a fault becomes an answer without its text.
            incident = str(uuid4())
            noted("page_fault", error, incident=incident, asked=scope.get("method", scope["type"]))
            if begun:
                raise Interrupted(incident) from None
            await broken(Request(scope), incident)(scope, receive, send)
