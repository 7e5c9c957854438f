"""An error nobody foresaw at the web door: answered, guarded and numbered, and its words are nobody's to read."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from starlette.requests import ClientDisconnect
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from gateways.doors import DOORS
from gateways.portal.app import web_application
from gateways.portal.headers import POLICY
from gateways.portal.mishaps import Mishaps
from gateways.reach import Reach
from shared.clock import SystemClock
from shared.identity import create_keys, signing_key

SAID = "0500000001"


def answer(folder: Path, path: str) -> httpx.Response:
    """What a browser gets of an application with a page and an address for programs that fail."""
    create_keys(folder)
    app = web_application(Reach(DOORS), signing_key(folder), SystemClock(), folder)

    @app.get("/fails")
    @app.get("/v1/fails")
    async def fails() -> None:
        raise ValueError(SAID)

    return TestClient(app).get(path)  # which raises whatever the application lets out


@pytest.mark.parametrize("path", ["/fails", "/v1/fails"])
def test_what_nobody_foresaw_is_answered_like_any_other_answer_and_its_words_are_not_told(
    tmp_path: Path, path: str
) -> None:
    with capture_logs() as lines:
        answered = answer(tmp_path, path)
    assert answered.status_code == 500
    assert answered.headers["content-security-policy"] == POLICY
    assert answered.headers["cache-control"] == "no-store"
    (line,) = [line for line in lines if line["event"] == "page_fault"]
    assert (line["error"], line["asked"]) == ("ValueError", "GET")
    assert SAID not in str(lines)
    assert SAID not in answered.text
    if path.startswith("/v1/"):
        assert answered.json()["incident"] == line["incident"]


async def leaves(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """An application whose caller goes away while it still reads."""
    raise ClientDisconnect


def test_a_caller_who_goes_away_while_sending_is_no_fault() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    answering = Mishaps(leaves)({"type": "http", "method": "POST"}, receive, send)
    with capture_logs() as lines, pytest.raises(StopIteration):
        answering.send(None)  # It waits for nothing, and so needs no loop.
    assert (sent, lines) == ([], [])
