"""How far a follower has come whose effects are harmless to repeat: known at once, stored now and then."""

from __future__ import annotations

import threading
import time
from contextlib import suppress

from eventsourcing.persistence import IntegrityError, Tracking

from shared.store.log import EventLog

STORED_EVERY = 1.0


class Footing:
    """Stored at most once a second and tenant, and when everything stops: what a crash makes it forget is done again.

    Followers that write their position together with its effect have no use for it.
    """

    def __init__(self, log: EventLog, name: str) -> None:
        self.name = name
        self._log = log
        self._lock = threading.Lock()
        self._reached: dict[str, int] = {}
        self._unsettled: set[str] = set()
        self._stored_at: dict[str, float] = {}

    def position(self, tenant: str) -> int:
        """The last position that has taken effect, as far as is known here."""
        reached = self._reached.get(tenant)
        return self._log.position(tenant, self.name) if reached is None else reached

    def came_to(self, tenant: str, position: int) -> None:
        """Everything up to `position` has taken effect."""
        with self._lock:
            self._reached[tenant] = position
            self._unsettled.add(tenant)
        if self._is_due(tenant):
            self._store(tenant)

    def settle(self, *, due_only: bool = False) -> None:
        """Store what is only known so far: all of it, or what has been so for a second."""
        for tenant in tuple(self._unsettled):
            if not due_only or self._is_due(tenant):
                self._store(tenant)

    def _is_due(self, tenant: str) -> bool:
        return time.monotonic() >= self._stored_at.get(tenant, 0.0) + STORED_EVERY

    def _store(self, tenant: str) -> None:
        with self._lock:
            if tenant not in self._unsettled:
                return
            self._unsettled.discard(tenant)
            self._stored_at[tenant] = time.monotonic()
            reached = self._reached[tenant]
        try:
            with suppress(IntegrityError):  # another process has come as far, or further
                self._log.move(tenant, Tracking(self.name, reached))
        except BaseException:
            with self._lock:
                self._unsettled.add(tenant)
            raise
