"""How the answers of a platform, or of something else at its address, are heard by those who call it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gateways.client import PlatformClient, Unavailable
from shared.domain.actor import Actor
from shared.domain.refusals import Conflict, Forbidden, NotFound, Refused
from tests.ground.process import free_ports

AUDITOR = Actor(tenant="kadi", kind="staff", ref="auditor-1", roles=frozenset({"auditor"}))
NOW = (200, b'{"now": "2026-03-15T09:00:00+00:00"}')


@dataclass(slots=True)
class Address:
    """Answers every POST with what is next, and remembers what it was asked."""

    client: PlatformClient
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    heard: list[tuple[str, str | None, bytes]] = field(default_factory=list)


def handler(address: Callable[[], Address]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.say(*NOW)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            address().heard.append((self.headers["Authorization"], self.headers["Sanad-Command-Id"], body))
            self.say(*address().answers.pop(0))

        def say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    return Handler


@pytest.fixture
def address() -> Iterator[Address]:
    there: list[Address] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(lambda: there[0]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with closing(PlatformClient(f"http://127.0.0.1:{server.server_port}/", Ed25519PrivateKey.generate())) as client:
        there.append(Address(client=client))
        yield there[0]
    server.shutdown()
    server.server_close()


def problem(code: str) -> bytes:
    return json.dumps({"code": code, "message": {"en": "No.", "ar": "لا."}}).encode()


def ask(address: Address) -> dict[str, Any]:
    return address.client.ask(AUDITOR, "intake.ReadStanding", {})


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Refused), (422, Refused), (404, NotFound), (409, Conflict), (401, Forbidden), (403, Forbidden)],
)
def test_a_reason_is_heard_as_the_service_gave_it(address: Address, status: int, kind: type[Exception]) -> None:
    address.answers = [(status, problem("some_reason"))]
    with pytest.raises(kind, match="some_reason: No\\."):
        ask(address)


@pytest.mark.parametrize(
    "answer",
    [
        (503, problem("unavailable")),
        (500, problem("internal")),
        (502, b"<html>bad gateway</html>"),
        (404, b'{"detail": "Not Found"}'),
        (404, b'{"message": "somebody else"}'),
        (422, b"[]"),
        (200, b"<html>welcome</html>"),
        (200, b"[]"),
    ],
)
def test_whatever_is_no_reason_is_no_answer(address: Address, answer: tuple[int, bytes]) -> None:
    address.answers = [answer]
    with pytest.raises(Unavailable):
        ask(address)


def test_nobody_there_is_no_answer() -> None:
    with closing(PlatformClient(f"http://127.0.0.1:{free_ports(1)[0]}", Ed25519PrivateKey.generate())) as client:
        for call in (client.ready, client.now, client.describe):
            with pytest.raises(Unavailable):
                call()


def test_a_token_is_kept_and_renewed_once_the_platforms_time_has_passed_it(address: Address) -> None:
    address.answers = [(200, b"{}"), (401, problem("token_expired")), (200, b'{"well": true}')]
    ask(address)
    assert ask(address) == {"well": True}
    first, second, _third = (token for token, _, _ in address.heard)
    assert first == second


def test_a_fresh_token_that_is_not_taken_is_not_tried_again(address: Address) -> None:
    address.answers = [(401, problem("token_forged"))]
    with pytest.raises(Forbidden, match="token_forged"):
        ask(address)
    assert len(address.heard) == 1


def test_a_command_carries_its_id_and_its_words_untouched(address: Address) -> None:
    address.answers = [(200, b"{}"), (200, b"{}")]
    id_ = UUID(int=5)
    address.client.tell_raw(AUDITOR, "intake.Do", b'{"not":  "ours"}', id_)
    address.client.tell(AUDITOR, "intake.Do", {"words": "كلمات"}, id_)
    assert [(id_, json.loads(body)) for _, id_, body in address.heard] == [
        (str(id_), {"not": "ours"}),
        (str(id_), {"words": "كلمات"}),
    ]
    assert address.heard[0][2] == b'{"not":  "ours"}'
