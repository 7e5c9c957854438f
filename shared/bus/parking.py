"""What becomes of contracts that cannot be applied: they wait per case, are replayed or discarded, all on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import structlog
from eventsourcing.persistence import Tracking

from shared.bus.attempts import Failure, Patience
from shared.bus.parked import Parked, ParkedContracts
from shared.bus.reaction import Reaction
from shared.bus.record import ParkingRecord
from shared.clock import Clock
from shared.contracts.envelope import Envelope

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How far a replay came: contracts applied, and the reason the next one still waits, if any."""

    applied: int
    waits: str | None = None


class Parking:
    """The waiting contracts of one service and what may be done about them. Every step is safe to repeat."""

    def __init__(
        self,
        contracts: ParkedContracts,
        record: ParkingRecord,
        reaction: Reaction,
        clock: Clock,
        patience: Patience | None = None,
    ) -> None:
        self._contracts = contracts
        self._record = record
        self._reaction = reaction
        self._clock = clock
        self._patience = patience or Patience(attempts=1)

    def park(self, envelope: Envelope, failure: Failure, tracking: Tracking) -> None:
        """Set a contract aside; the row comes first, since the position only moves with the record."""
        _log.warning(
            "contract_parked",
            publisher=envelope.service,
            tenant=envelope.tenant,
            sequence=envelope.sequence,
            reason=failure.reason,
        )
        self._contracts.add(envelope, failure.reason, failure.attempts, self._clock.now())
        self._record.parked(self._contracts.get(envelope), tracking)

    def waits(self, envelope: Envelope) -> bool:
        """Whether an earlier one of its case waits, or it does itself."""
        return self._contracts.waits(envelope)

    def behind(self, envelope: Envelope, tracking: Tracking) -> bool:
        """Set a contract aside if an earlier one of its case waits; whether it was."""
        parked = self._contracts.add_behind(envelope, self._clock.now())
        if parked is not None:
            self._record.parked(parked, tracking)
        return parked is not None

    def parked(self, tenant: str | None = None) -> Sequence[Parked]:
        """What waits, oldest first."""
        return self._contracts.all(tenant)

    def count(self) -> tuple[int, int]:
        """How many contracts wait, and how many cases they are of."""
        return self._contracts.count()

    def replay(self, tenant: str, key: str) -> Outcome:
        """Apply what waits for a case, in order, until something fails again."""
        applied = 0
        while first := self._contracts.first(tenant, key):
            failure = self._patience.attempt(partial(self._reaction.take, first.envelope, None))
            if failure:
                self._contracts.failed_again(first.envelope, failure.reason, failure.attempts)
                return Outcome(applied=applied, waits=failure.reason)
            self._record.replayed(first.envelope)
            self._contracts.remove(first.envelope)
            applied += 1
        return Outcome(applied=applied)

    def discard(self, tenant: str, key: str, sequence: int, by: str) -> bool:
        """Give up on a waiting contract, on record; those behind it wait for a replay. False if there was none."""
        found = next((one for one in self._contracts.all(tenant, key) if one.envelope.sequence == sequence), None)
        if found:
            self._record.discarded(found.envelope, by)
            self._contracts.remove(found.envelope)
        return found is not None
