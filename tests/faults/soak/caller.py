"""A caller who keeps a list of what he told the platform, what it answered, and how long that took."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from gateways.client import PlatformClient, Unavailable
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError
from tests.faults.soak.pace import Pace

PATIENCE = 60.0


class Over(Exception):
    """The run is over, or this caller has hung up: his story ends here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One command. due, answered: moments of the monotonic clock; receipt or refusal: the answer, if there was one."""

    tenant: str
    name: str
    command_id: UUID
    due: float
    answered: float
    attempts: int
    receipt: Mapping[str, Any] | None = None
    refusal: str | None = None

    @property
    def milliseconds(self) -> float:
        """From when it was due until its answer."""
        return (self.answered - self.due) * 1000


class Book:
    """What all callers told; safe to write from many threads."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.over = threading.Event()


class Caller(PlatformClient):
    """Tells at the pace of all. patience: seconds for which a command without an answer is repeated under its id."""

    def __init__(
        self, of: PlatformClient, now: Callable[[], datetime], pace: Pace, book: Book, patience: float
    ) -> None:
        self.url, self._http, self._key, self._tokens = of.url, of._http, of._key, {}
        self._now, self._pace, self._book, self._patience = now, pace, book, patience

    def now(self) -> datetime:
        """The platform's clock, read where the platform reads it."""
        return self._now()

    def tell(self, actor: Actor, name: str, words: Mapping[str, Any], command_id: UUID | None = None) -> dict[str, Any]:
        """One command, when it is due."""
        id_ = command_id or uuid4()
        due, attempts = self._pace.turn(), 0
        if self._book.over.is_set():
            raise Over
        while True:
            attempts += 1
            note = {"tenant": actor.tenant, "name": name, "command_id": id_, "due": due, "attempts": attempts}
            try:
                receipt = super().tell(actor, name, words, id_)
            except Unavailable:
                if time.monotonic() > due + self._patience:
                    self._keep(**note)
                    raise Over from None
                time.sleep(0.1)
            except SanadError as refused:
                self._keep(**note, refusal=refused.code)
                raise
            else:
                self._keep(**note, receipt=receipt)
                return receipt

    def ask(self, actor: Actor, name: str, words: Mapping[str, Any]) -> dict[str, Any]:
        """One question, until it is answered."""
        while not self._book.over.is_set():
            try:
                return super().ask(actor, name, words)
            except Unavailable:
                time.sleep(0.2)
        raise Over

    def _keep(self, **note: Any) -> None:
        self._book.told.append(Told(**note, answered=time.monotonic()))
