"""A service's ear: takes the contracts of others in order, each once, and sets aside what cannot be applied."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

import structlog
from eventsourcing.persistence import Tracking

from shared.bus.attempts import Failure, Patience
from shared.bus.parking import Parking
from shared.bus.reaction import Reaction
from shared.bus.sources import Sources, Unreachable
from shared.contracts.envelope import Envelope
from shared.store.log import EventLog

_log = structlog.get_logger(__name__)


def following(publisher: str) -> str:
    """The name under which a consumer remembers its last sequence of a publisher."""
    return f"contracts:{publisher}"


class Consumer:
    """Applies contracts: effect and position in one transaction, a repeated one is nothing, a missed one is fetched.

    publishers: whom the service listens to.
    """

    def __init__(
        self,
        *,
        log: EventLog,
        publishers: Sequence[str],
        reaction: Reaction,
        sources: Sources,
        parking: Parking,
        patience: Patience | None = None,
    ) -> None:
        self.service = reaction.service
        self.publishers = tuple(publishers)
        self.parking = parking
        self._store = log
        self._reaction = reaction
        self._sources = sources
        self._patience = patience or Patience()
        self._turns: dict[tuple[str, str], threading.RLock] = defaultdict(threading.RLock)

    def position(self, publisher: str, tenant: str) -> int:
        """The last sequence taken."""
        return self._store.position(tenant, following(publisher))

    def receive(self, envelope: Envelope) -> None:
        """Take a contract; raises only when it must be delivered again (Unreachable, or the own database is away)."""
        with self._turns[envelope.service, envelope.tenant]:
            last = self.position(envelope.service, envelope.tenant)
            if envelope.prevsequence > last:
                _log.info("contracts_missed", publisher=envelope.service, tenant=envelope.tenant, after=last)
                self._catch_up(envelope.service, envelope.tenant, envelope.prevsequence)
                last = self.position(envelope.service, envelope.tenant)
            if envelope.sequence > last:
                self._take(envelope)

    def catch_up(self) -> bool:
        """Take everything published so far that has not arrived; whether every publisher could be asked."""
        reached = [self._catch_up_with(publisher) for publisher in self.publishers]
        return all(reached)

    def _catch_up_with(self, publisher: str) -> bool:
        try:
            for tenant in self._sources.tenants(publisher):
                with self._turns[publisher, tenant]:
                    self._catch_up(publisher, tenant, None)
        except Unreachable:
            _log.info("publisher_unreachable", publisher=publisher)
            return False
        return True

    def _catch_up(self, publisher: str, tenant: str, upto: int | None) -> None:
        last = self.position(publisher, tenant)
        while missed := self._sources.fetch(publisher, tenant, last, upto):
            for envelope in missed:
                self._take(envelope)
            last = missed[-1].sequence

    def _take(self, envelope: Envelope) -> None:
        tracking = Tracking(following(envelope.service), envelope.sequence)
        if self.parking.behind(envelope, tracking):
            return
        failure = self._patience.attempt(partial(self._apply, envelope, tracking))
        if failure:
            self._park(envelope, failure, tracking)

    def _apply(self, envelope: Envelope, tracking: Tracking) -> None:
        if self._taken(envelope):  # an attempt before this one, or another process, has come further than it knew
            return
        self._reaction.take(envelope, tracking)
        if not self._taken(envelope):  # there was no command, or its last one had been carried out before
            self._store.move(envelope.tenant, tracking)

    def _park(self, envelope: Envelope, failure: Failure, tracking: Tracking) -> None:
        if not self._taken(envelope):
            self.parking.park(envelope, failure, tracking)

    def _taken(self, envelope: Envelope) -> bool:
        return self.position(envelope.service, envelope.tenant) >= envelope.sequence
