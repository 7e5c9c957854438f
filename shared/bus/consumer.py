"""A service's ear: takes the contracts of others in order, each once, and sets aside what cannot be applied."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

import structlog
from eventsourcing.persistence import IntegrityError, Tracking

from shared.bus.attempts import Failure, Patience
from shared.bus.parking import Parking
from shared.bus.reaction import Reaction
from shared.bus.sources import Sources, Unreachable
from shared.contracts.envelope import Envelope
from shared.store.log import EventLog

_log = structlog.get_logger(__name__)
Line = tuple[str, str]
"""A publisher and a tenant: what arrives in order."""


def following(publisher: str) -> str:
    """The name under which a consumer remembers its last sequence of a publisher."""
    return f"contracts:{publisher}"


class Consumer:
    """Applies contracts: effect and position in one transaction, a repeated one is nothing, a missed one is fetched.

    A contract that leads to nothing only moves the position in memory, and `settle` stores it now and then: a position
    that is stored too low is a gap, which is fetched again and leads to nothing again. publishers: whom the service
    listens to.
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
        self._turns: dict[Line, threading.RLock] = defaultdict(threading.RLock)
        self._reached: dict[Line, int] = {}
        self._unsettled: set[Line] = set()
        self._heeded: set[str] = set()
        self._heard: set[Line] = set()
        self._looked: dict[Line, int] = {}

    def position(self, publisher: str, tenant: str) -> int:
        """The last sequence taken, as far as this process knows."""
        line = (publisher, tenant)
        if line not in self._reached:
            self._reached[line] = self._stored(line)
        return self._reached[line]

    def receive(self, envelope: Envelope) -> None:
        """Take a contract; raises only when it must be delivered again (Unreachable, or the own database is away)."""
        line = (envelope.service, envelope.tenant)
        self._heard.add(line)
        with self._turns[line], self._no_false_memory(line):
            last = self.position(*line)
            if envelope.prevsequence > last:  # unless another process has come further
                last = self._reached[line] = max(last, self._stored(line))
            if envelope.prevsequence > last:
                _log.info("contracts_missed", publisher=envelope.service, tenant=envelope.tenant, after=last)
                self._catch_up(line, envelope.prevsequence)
            if envelope.sequence > self.position(*line):
                self._take(envelope)

    def passes(self, envelope: Envelope) -> bool:
        """Take a contract that comes in its turn and leads to nothing, as most do; false if there is more to it.

        Waits for nobody.
        """
        line = (envelope.service, envelope.tenant)
        turn = self._turns[line]
        if envelope.type in self._heeded or not turn.acquire(blocking=False):
            return False
        try:
            if self._reached.get(line) != envelope.prevsequence:
                return False
            if self._reaction.leads_to(envelope) != 0:
                self._heeded.add(envelope.type)
                return False
            self._heard.add(line)
            self._unsettled.add(line)
            self._reached[line] = envelope.sequence
            return True
        finally:
            turn.release()

    def catch_up(self) -> bool:
        """Take everything published so far that has not arrived; whether all of it could be."""
        self._heard.clear()
        return self.catch_up_with_the_silent()

    def catch_up_with_the_silent(self) -> bool:
        """The same where nothing has come since the last look: in whatever comes, a gap before it shows."""
        reached = [self._catch_up_with(publisher) for publisher in self.publishers]
        return all(reached)

    def settle(self) -> None:
        """Store the positions that are only in memory so far."""
        for line in tuple(self._unsettled):
            with self._turns[line], self._no_false_memory(line):
                if line in self._unsettled:
                    self._move(line, self._reached[line])
                    self._unsettled.discard(line)

    def _catch_up_with(self, publisher: str) -> bool:
        try:
            for tenant, head in self._sources.heads(publisher).items():
                line = (publisher, tenant)
                if line in self._heard:
                    self._heard.discard(line)
                elif head != self._looked.get(line):
                    self._look(line, head)
        except Unreachable:
            _log.info("publisher_unreachable", publisher=publisher)
            return False
        except Exception as error:  # noqa: BLE001  # the own database comes back; the next round takes what is left
            _log.warning("not_caught_up", publisher=publisher, error=type(error).__name__)
            return False
        return True

    def _look(self, line: Line, head: int) -> None:
        with self._turns[line], self._no_false_memory(line):
            if head > self.position(*line):
                self._catch_up(line, None)
        self._looked[line] = head

    def _catch_up(self, line: Line, upto: int | None) -> None:
        last = self.position(*line)
        while missed := self._sources.fetch(*line, last, upto):
            for envelope in missed:
                self._take(envelope)
            last = missed[-1].sequence

    def _take(self, envelope: Envelope) -> None:
        line = (envelope.service, envelope.tenant)
        commands = self._reaction.leads_to(envelope)
        if commands == 0:
            self._unsettled.add(line)
        # Of several commands the last one moves the position, so it is asked for before the first. A single one moves
        # it itself, and is not stored where another process has come further.
        elif commands == 1 or self._stored(line) < envelope.sequence:
            self._carry_out(envelope)
            self._unsettled.discard(line)
        self._reached[line] = envelope.sequence

    def _carry_out(self, envelope: Envelope) -> None:
        tracking = Tracking(following(envelope.service), envelope.sequence)
        if self.parking.waits(envelope) and (self._is_past(envelope) or self.parking.behind(envelope, tracking)):
            return
        failure = self._patience.attempt(partial(self._apply, envelope, tracking))
        if failure:
            self._park(envelope, failure, tracking)

    def _apply(self, envelope: Envelope, tracking: Tracking) -> None:
        if not self._reaction.take(envelope, tracking):  # its last command had been carried out before
            self._move((envelope.service, envelope.tenant), envelope.sequence)

    def _park(self, envelope: Envelope, failure: Failure, tracking: Tracking) -> None:
        if not self._is_past(envelope):
            self.parking.park(envelope, failure, tracking)

    def _is_past(self, envelope: Envelope) -> bool:
        return self._stored((envelope.service, envelope.tenant)) >= envelope.sequence

    def _move(self, line: Line, sequence: int) -> None:
        publisher, tenant = line
        with suppress(IntegrityError):  # it stands there already, or further
            self._store.move(tenant, Tracking(following(publisher), sequence))

    def _stored(self, line: Line) -> int:
        publisher, tenant = line
        return self._store.position(tenant, following(publisher))

    @contextmanager
    def _no_false_memory(self, line: Line) -> Iterator[None]:
        """After anything that went wrong, only what is stored counts."""
        try:
            yield
        except BaseException:
            self._reached.pop(line, None)
            self._looked.pop(line, None)
            self._unsettled.discard(line)
            raise
