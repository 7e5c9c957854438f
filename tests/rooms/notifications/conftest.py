"""The notifications service on its stage, and real servers on loopback that take its messages."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.domain.notifications.conftest import notifications

__all__ = ["notifications"]


@dataclass(slots=True)
class Mailbox:
    """A mail server's side: what it took, and what it answers to a recipient."""

    port: int = 0
    answer: str = "250 OK"
    taken: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        self.taken.append(BytesParser(EmailMessage, policy=default).parsebytes(content))
        return "250 taken"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with socket.socket() as free:  # the library cannot choose a port of its own
        free.bind(("127.0.0.1", 0))
        box = Mailbox(port=free.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


@dataclass(slots=True)
class Gateway:
    """An SMS gateway's side. delay: seconds before it answers."""

    url: str = ""
    status: int = 200
    answer: bytes = b'{"id": "sms-1"}'
    delay: float = 0.0
    taken: list[tuple[dict[str, Any], str | None]] = field(default_factory=list)


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    given, stopping = Gateway(), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            given.taken.append((json.loads(body), self.headers["Idempotency-Key"]))
            stopping.wait(given.delay)
            self.send_response(given.status)
            self.send_header("Content-Length", str(len(given.answer)))
            self.end_headers()
            self.wfile.write(given.answer)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    given.url = f"http://127.0.0.1:{server.server_port}/messages"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield given
    stopping.set()
    server.shutdown()
    server.server_close()
    thread.join()
