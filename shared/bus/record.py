"""Writes into a service's own log what became of contracts that could not be applied."""

from __future__ import annotations

from typing import Any
from uuid import uuid5

from eventsourcing.persistence import Tracking

from shared import codec
from shared.bus.facts import ContractDiscarded, ContractParked, ContractReplayed
from shared.bus.parked import Parked, case_key
from shared.clock import Clock
from shared.contracts.envelope import Envelope
from shared.store.log import Append, Cause, EventLog, NewEvent, VersionClash

_COMMANDS = {
    ContractParked: "ParkContract",
    ContractReplayed: "ReplayContract",
    ContractDiscarded: "DiscardContract",
}


class ParkingRecord:
    """One service's record. Each entry has an id derived from its contract: written twice, it is there once."""

    def __init__(self, service: str, log: EventLog, clock: Clock) -> None:
        self._service = service
        self._log = log
        self._clock = clock

    def parked(self, parked: Parked, tracking: Tracking) -> None:
        """It waits; the consumer's position moves in the same transaction."""
        envelope = parked.envelope
        fact = ContractParked(**_named(envelope), reason=parked.reason, attempts=parked.attempts)
        self._write(envelope, fact, ("service", self._service), tracking)

    def replayed(self, envelope: Envelope) -> None:
        """It has been applied."""
        self._write(envelope, ContractReplayed(**_named(envelope)), ("service", self._service))

    def discarded(self, envelope: Envelope, by: str) -> None:
        """It never will be."""
        self._write(envelope, ContractDiscarded(**_named(envelope), by=by), ("operator", by))

    def _write(self, envelope: Envelope, fact: Any, actor: tuple[str, str], tracking: Tracking | None = None) -> None:
        while True:
            try:
                self._log.append(self._append(envelope, fact, actor, tracking))
                return
            except VersionClash:  # somebody wrote to the same parking stream just now
                continue

    def _append(self, envelope: Envelope, fact: Any, actor: tuple[str, str], tracking: Tracking | None) -> Append:
        stream = f"parking-{case_key(envelope)}"
        rows = self._log.read_streams(envelope.tenant, {stream: 0})
        event = NewEvent(
            stream=stream,
            version=rows[-1].version + 1 if rows else 1,
            type=type(fact).__name__,
            data=codec.encode(fact),
            case_id=envelope.case_id,
            policy_version=None,
            occurred_at=self._clock.now(),
        )
        return Append(
            tenant=envelope.tenant, cause=self._cause(envelope, fact, actor), events=(event,), tracking=tracking
        )

    def _cause(self, envelope: Envelope, fact: Any, actor: tuple[str, str]) -> Cause:
        command_id = uuid5(envelope.id, f"{self._service}.{type(fact).__name__}")
        return Cause(
            command_id=command_id,
            command=f"{self._service}.{_COMMANDS[type(fact)]}",
            fingerprint=command_id.hex,
            actor_kind=actor[0],
            actor_ref=actor[1],
            correlation_id=envelope.correlation_id,
            causation_id=envelope.id,
        )


def _named(envelope: Envelope) -> dict[str, Any]:
    return {
        "contract_id": str(envelope.id),
        "contract": envelope.type,
        "publisher": envelope.service,
        "sequence": envelope.sequence,
    }
