"""What may be asked of a worker process: how it is, what to do about views and waiting contracts. All in JSON."""

from __future__ import annotations

from typing import Any

from shared.bus.parts import WorkerParts
from shared.bus.publishing import PAGE, published_range
from shared.bus.wire import to_bytes


class Operations:
    """The answers; hosts expose every public method by its name."""

    def __init__(self, parts: WorkerParts) -> None:
        self._parts = parts

    def health(self) -> dict[str, Any]:
        """`behind`: follower -> tenant -> [position, head], where they differ; `parked`: how many contracts wait."""
        behind = {
            follower: {tenant: list(pair) for tenant, pair in tenants.items() if pair[0] < pair[1]}
            for follower, tenants in self._parts.runner.lag().items()
        }
        return {
            "service": self._parts.service,
            "behind": {follower: tenants for follower, tenants in behind.items() if tenants},
            "parked": len(self._parts.consumer.parking.parked()),
        }

    def rebuild(self, view: str) -> int:
        """Make a view again from the log; gives the number of events read."""
        read = self._parts.views.rebuild(view, self._parts.log)
        self._parts.runner.refresh()
        return read

    def parked(self, tenant: str | None = None) -> list[dict[str, Any]]:
        """The waiting contracts, oldest first: ids, codes and counts only."""
        return [
            {
                "tenant": one.envelope.tenant,
                "case": one.case_key,
                "publisher": one.envelope.service,
                "sequence": one.envelope.sequence,
                "contract": one.envelope.type,
                "reason": one.reason,
                "attempts": one.attempts,
                "parked_at": one.parked_at.isoformat(),
            }
            for one in self._parts.consumer.parking.parked(tenant)
        ]

    def replay(self, tenant: str, case: str) -> dict[str, Any]:
        """Apply what waits for a case."""
        outcome = self._parts.consumer.parking.replay(tenant, case)
        return {"applied": outcome.applied, "waits": outcome.waits}

    def discard(self, tenant: str, case: str, sequence: int, by: str) -> bool:
        """Give up on one waiting contract."""
        return self._parts.consumer.parking.discard(tenant, case, sequence, by)

    def heads(self) -> dict[str, int]:
        """The tenants this service has events of, and the position of the last event of each."""
        log = self._parts.log
        return {tenant: log.head(tenant) for tenant in log.tenants()}

    def published_range(self, tenant: str, after: int, upto: int | None, limit: int = PAGE) -> list[str]:
        """Contracts said before, for a consumer that has missed some; each as `shared.bus.wire.to_bytes` writes it."""
        found = published_range(
            self._parts.log, self._parts.publishing, tenant, after=after, upto=upto, limit=min(limit, PAGE)
        )
        return [to_bytes(envelope).decode() for envelope in found]


NAMES = ("health", "rebuild", "parked", "replay", "discard", "heads", "published_range")
