"""Where a consumer asks for what it has missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shared.bus.publishing import PAGE, Publishing, published_range
from shared.contracts.envelope import Envelope
from shared.store.log import EventLog


class Unreachable(Exception):
    """The publisher cannot be asked now; asking again later is safe."""


class Sources(Protocol):
    """The publishers' logs, as far as they are said in public. Both methods raise Unreachable."""

    def heads(self, publisher: str) -> Mapping[str, int]:
        """The tenants the publisher has events of, and the position of the last event of each."""

    def fetch(self, publisher: str, tenant: str, after: int, upto: int | None) -> Sequence[Envelope]:
        """The next contracts with after < sequence <= upto (None: the head), in order; none when all are told."""


@dataclass(frozen=True, slots=True)
class LocalSources:
    """Publishers that live in this process: name -> (log, publishing)."""

    publishers: Mapping[str, tuple[EventLog, Publishing]]

    def heads(self, publisher: str) -> Mapping[str, int]:
        """See Sources."""
        log, _ = self.publishers[publisher]
        return {tenant: log.head(tenant) for tenant in log.tenants()}

    def fetch(self, publisher: str, tenant: str, after: int, upto: int | None) -> Sequence[Envelope]:
        """See Sources."""
        log, publishing = self.publishers[publisher]
        return published_range(log, publishing, tenant, after=after, upto=upto, limit=PAGE)
