"""A running server with two doors, and callers at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.clock import SystemClock
from shared.domain.actor import Actor
from shared.doors.client import Client
from shared.doors.server import Listening, serve
from shared.identity import issue
from tests.infrastructure.doors.examples import CELLAR, DESK, Desk, served

LIBRARIAN = Actor(tenant="basra", kind="staff", ref="librarian-1", roles=frozenset({"librarian"}))
STRANGER = Actor(tenant="kufa", kind="staff", ref="librarian-9", roles=frozenset({"librarian"}))
READER = Actor(tenant="basra", kind="staff", ref="reader-1", roles=frozenset({"reader"}))


@dataclass(frozen=True, kw_only=True)
class Library:
    """The running server, what stands behind it, and a client for each door."""

    key: Ed25519PrivateKey
    state: Desk
    listening: Listening
    desk: Client
    cellar: Client

    def token(self, actor: Actor = LIBRARIAN) -> str:
        """A token as the gateway gives it."""
        return issue(actor, self.key, SystemClock().now())


@pytest.fixture
def library() -> Iterator[Library]:
    """Two doors in one server."""
    key, state = Ed25519PrivateKey.generate(), Desk()
    listening = serve(served(state), verifying_key=key.public_key(), clock=SystemClock().now, address="127.0.0.1:0")
    desk, cellar = (Client(f"127.0.0.1:{listening.port}", door) for door in (DESK, CELLAR))
    yield Library(key=key, state=state, listening=listening, desk=desk, cellar=cellar)
    desk.close()
    cellar.close()
    listening.stop(grace=0)
