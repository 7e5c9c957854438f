"""What has just been appended, read once for all followers of a log."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Sequence

from shared.store.log import EventLog, Recorded

# Longer pages are read by whoever lags behind, alone, and are not worth their memory.
LONGEST = 20


class Pages:
    """Remembers each tenant's newest page.

    What is stored never changes, so a page is as true as when it was read; there may be more by now, which comes next.
    """

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._newest: dict[str, Sequence[Recorded]] = {}
        # One reads while the others, woken by the same signal, wait for what it reads.
        self._turns: dict[str, threading.Lock] = defaultdict(threading.Lock)

    def read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        """Up to `limit` events after a position, in order; fewer than there are only if at least one."""
        with self._turns[tenant]:
            return self._read(tenant, after, limit)

    def _read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        newest = self._newest.get(tenant)
        if newest and newest[0].position <= after + 1 <= newest[-1].position:
            # A tenant's positions have no gaps.
            return newest[after + 1 - newest[0].position :][:limit]
        page = self._log.read(tenant, after, limit)
        if page and len(page) <= LONGEST and (not newest or page[-1].position >= newest[-1].position):
            self._newest[tenant] = page
        return page
