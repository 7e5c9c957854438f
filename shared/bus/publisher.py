"""The follower that says in public what may be said of a service's events."""

from __future__ import annotations

from collections.abc import Sequence

from eventsourcing.persistence import Tracking

from shared.bus.bus import Bus
from shared.bus.publishing import Publishing
from shared.store.log import EventLog, Recorded


class Publisher:
    """Publishes, and only then moves its position: after a crash in between, the same contracts are published again."""

    name = "publishing"

    def __init__(self, log: EventLog, publishing: Publishing, bus: Bus) -> None:
        self._log = log
        self._publishing = publishing
        self._bus = bus
        self._last: dict[str, tuple[int, int]] = {}

    def position(self, tenant: str) -> int:
        """See Follower."""
        return self._log.position(tenant, self.name)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        """See Follower. Raises NotDelivered."""
        start, end = page[0].position - 1, page[-1].position
        known, previous = self._last.get(tenant, (-1, 0))
        if known != start:
            previous = self._publishing.previous(self._log, tenant, start)
        if envelopes := self._publishing.envelopes(page, previous):
            self._bus.publish(envelopes)
            previous = envelopes[-1].sequence
        self._log.move(tenant, Tracking(self.name, end))
        self._last[tenant] = (end, previous)
