"""How far a follower has come in each tenant, how far there is to go, and when a failing one may try again."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

from shared.followers.wake import Wake
from shared.store.log import EventLog

LONGEST_PAUSE = 5.0


@dataclass(slots=True)
class Pace:
    """One follower in one tenant; `position` is a copy of the stored one, None when it must be read again."""

    position: int | None = None
    failures: int = 0
    not_before: float = 0.0

    def is_due(self, head: int) -> bool:
        """Whether there is something to read, as far as is known, and it may be tried."""
        return (self.position is None or self.position < head) and time.monotonic() >= self.not_before

    def failed(self) -> None:
        """Wait longer after each failure, up to five seconds, and trust nothing remembered."""
        self.failures += 1
        pause = min(LONGEST_PAUSE, 0.05 * 2 ** min(self.failures, 10))
        self.not_before = time.monotonic() + pause * random.uniform(0.5, 1.0)
        self.position = None

    def came_to(self, position: int) -> None:
        """The page before `position` has taken effect."""
        self.position, self.failures, self.not_before = position, 0, 0.0


class Heads:
    """The last position of every tenant: as the signal tells it, and read once per interval for all followers."""

    def __init__(self, log: EventLog, wake: Wake, interval: float) -> None:
        self._log = log
        self._wake = wake
        self._interval = interval
        self._reading = threading.Lock()
        self._heads: dict[str, int] = {}
        self._until = 0.0

    def now(self) -> Mapping[str, int]:
        """Head by tenant."""
        with self._reading:
            if time.monotonic() >= self._until:
                self._heads = {tenant: self._log.head(tenant) for tenant in self._log.tenants()}
                self._until = time.monotonic() + self._interval
            for tenant, head in self._wake.heads().items():
                self._heads[tenant] = max(head, self._heads.get(tenant, 0))
            return dict(self._heads)
