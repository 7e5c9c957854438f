"""The follower that says in public what may be said of a service's events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shared.bus.bus import Bus
from shared.bus.publishing import Publishing
from shared.contracts.envelope import Envelope
from shared.followers.footing import Footing
from shared.store.log import EventLog, Recorded


class Publisher:
    """Publishes, and only then moves its position: after a crash in between, the same contracts are published again."""

    name = "publishing"

    def __init__(self, log: EventLog, publishing: Publishing, bus: Bus) -> None:
        self._log = log
        self._publishing = publishing
        self._bus = bus
        self._footing = Footing(log, self.name)
        self._last: dict[str, tuple[int, int]] = {}

    def position(self, tenant: str) -> int:
        """See Follower."""
        return self._footing.position(tenant)

    def settle(self, *, due_only: bool = False) -> None:
        """See Settling."""
        self._footing.settle(due_only=due_only)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        """See Follower. Raises NotDelivered."""
        self.apply_together({tenant: page})

    def apply_together(self, pages: Mapping[str, Sequence[Recorded]]) -> None:
        """Pages of several tenants, so that they wait for the broker together. Raises NotDelivered."""
        said = {tenant: self._said(tenant, page) for tenant, page in pages.items()}
        if envelopes := [envelope for _, made in said.values() for envelope in made]:
            self._bus.publish(envelopes)
        for tenant, page in pages.items():
            previous, made = said[tenant]
            self._footing.came_to(tenant, page[-1].position)
            self._last[tenant] = (page[-1].position, made[-1].sequence if made else previous)

    def _said(self, tenant: str, page: Sequence[Recorded]) -> tuple[int, list[Envelope]]:
        """The last published position before a page, and what is published of the page."""
        start = page[0].position - 1
        known, previous = self._last.get(tenant, (-1, 0))
        if known != start:
            previous = self._publishing.previous(self._log, tenant, start)
        return previous, self._publishing.envelopes(page, previous)
