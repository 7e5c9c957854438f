"""A bakery says which loaves it baked; a kitchen hears it and serves them. Small services on the real pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from eventsourcing.persistence import Tracking

from shared import codec
from shared.bus.attempts import Patience
from shared.bus.consumer import Consumer
from shared.bus.facts import ContractDiscarded, ContractParked, ContractReplayed
from shared.bus.parked import ParkedContracts
from shared.bus.parking import Parking
from shared.bus.publishing import Publishing
from shared.bus.reaction import Reaction
from shared.bus.record import ParkingRecord
from shared.bus.sources import LocalSources, Sources
from shared.clock import SystemClock
from shared.contracts.envelope import Envelope, contract
from shared.domain.messages import fact, message
from shared.domain.refusals import Reason
from shared.followers import engine_for
from shared.store.log import Append, Cause, EventLog, NewEvent, Receipt, Recorded
from shared.store.postgres_log import PostgresLog
from shared.store.sqlite_log import SqliteLog


@fact(en="Loaf baked", ar="خُبز الرغيف")
class LoafBaked:
    loaf: str
    number: int


@fact(en="Oven cleaned", ar="نُظف الفرن")
class OvenCleaned:
    """Nobody else's business: never published."""

    number: int


@contract("bakery.loaf_baked.v1")
class LoafOnOffer:
    loaf: str
    number: int


@message
class ServeLoaf:
    loaf: str
    number: int


@fact(en="Loaf served", ar="قُدم الرغيف")
class LoafServed:
    loaf: str
    number: int


PARKING = (ContractParked, ContractReplayed, ContractDiscarded)
FACTS = {cls.__name__: cls for cls in (LoafBaked, OvenCleaned, LoafServed, *PARKING)}
burnt = Reason(code="burnt", en="This loaf is burnt.", ar="الرغيف محترق.")


def decode(name: str, data: bytes) -> Any:
    return codec.decode(FACTS[name], data)


def publish(event: Any, _recorded: Recorded) -> Any | None:
    return LoafOnOffer(loaf=event.loaf, number=event.number) if isinstance(event, LoafBaked) else None


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    return (ServeLoaf(loaf=payload.loaf, number=payload.number),)


PUBLISHING = Publishing(service="bakery", decode=decode, publish=publish)


def new_log(folder: Path, name: str) -> SqliteLog:
    log = SqliteLog(folder / f"{name}.db")
    log.create()
    return log


def postgres_log(url: str) -> PostgresLog:
    log = PostgresLog(url)
    log.create()
    return log


def append(
    log: EventLog,
    tenant: str,
    stream: str,
    *events: Any,
    case: str | None = None,
    command_id: UUID | None = None,
    causation_id: UUID | None = None,
    correlation_id: UUID | None = None,
    tracking: Tracking | None = None,
) -> Receipt:
    """Store facts at the end of a stream."""
    version = len(log.read_streams(tenant, {stream: 0}))
    return log.append(
        Append(
            tenant=tenant,
            cause=Cause(
                command_id=command_id or uuid4(),
                command="test.Append",
                fingerprint="",
                actor_kind="service",
                actor_ref="test",
                correlation_id=correlation_id or uuid4(),
                causation_id=causation_id,
            ),
            events=tuple(
                NewEvent(
                    stream=stream,
                    version=version + number,
                    type=type(event).__name__,
                    data=codec.encode(event),
                    case_id=case,
                    policy_version=None,
                    occurred_at=datetime.now(UTC),
                )
                for number, event in enumerate(events, start=1)
            ),
            tracking=tracking,
        )
    )


def bake(log: EventLog, tenant: str, count: int, *, first: int = 1, loaf: str = "rye") -> None:
    """Bake loaves, each its own case, and clean the oven after each third."""
    for number in range(first, first + count):
        append(log, tenant, f"loaf-{loaf}-{number}", LoafBaked(loaf=loaf, number=number), case=f"{loaf}-{number}")
        if number % 3 == 0:
            append(log, tenant, "oven-1", OvenCleaned(number=number))


@dataclass
class Kitchen:
    """The consuming service. spoils: called before each command, to raise; lives_with: what stands before its log;
    wants: which loaves it serves at all."""

    folder: Path
    bakery: EventLog | None = None
    spoils: Callable[[ServeLoaf], None] = lambda _command: None
    wants: Callable[[LoafOnOffer], bool] = lambda _loaf: True
    sources: Sources | None = None
    patience: Patience = field(default_factory=lambda: Patience(attempts=3, pause=0.001))
    lives_with: Callable[[EventLog], Any] = lambda log: log
    name: str = "kitchen"
    publishers: tuple[str, ...] = ("bakery",)
    database: str | None = None

    def __post_init__(self) -> None:
        self.log = self.lives_with(postgres_log(self.database) if self.database else new_log(self.folder, self.name))
        self.engine = engine_for(self.database or f"sqlite:///{self.folder}/{self.name}-views.db")
        contracts = {"bakery.loaf_baked.v1": LoafOnOffer}
        reaction = Reaction(service=self.name, contracts=contracts, react=self.react, handle=self.handle)
        parked = ParkedContracts(self.engine)
        parked.create()
        clock = SystemClock()
        self.parking = Parking(parked, ParkingRecord(self.name, self.log, clock), reaction, clock)
        self.consumer = Consumer(
            log=self.log,
            publishers=self.publishers,
            reaction=reaction,
            sources=self.sources or LocalSources({"bakery": (self.bakery, PUBLISHING)} if self.bakery else {}),
            parking=self.parking,
            patience=self.patience,
        )

    def react(self, payload: LoafOnOffer, envelope: Envelope) -> tuple[Any, ...]:
        return react(payload, envelope) if self.wants(payload) else ()

    def handle(
        self,
        command: Any,
        tenant: str,
        *,
        command_id: UUID,
        correlation_id: UUID,
        causation_id: UUID,
        tracking: Tracking | None,
    ) -> Receipt:
        self.spoils(command)
        return append(
            self.log,
            tenant,
            f"served-{command.loaf}",
            LoafServed(loaf=command.loaf, number=command.number),
            case=f"{command.loaf}-{command.number}",
            command_id=command_id,
            causation_id=causation_id,
            correlation_id=correlation_id,
            tracking=tracking,
        )

    def served(self, tenant: str, loaf: str = "rye") -> list[int]:
        """The numbers of the loaves served, in the order they were."""
        rows = self.log.read_streams(tenant, {f"served-{loaf}": 0})
        return [codec.decode(LoafServed, row.data).number for row in rows]

    def facts(self, tenant: str) -> list[str]:
        return [row.type for row in self.log.read(tenant, 0, 10_000)]


class Killed(BaseException):
    """The process is gone: nothing catches this."""


class MortalLog:
    """A real log in a process that dies at its n-th write: before it, or just after its commit."""

    def __init__(self, log: EventLog, writes: int, *, after: bool, die: Callable[[], None] | None = None) -> None:
        self._log, self._left, self._after, self._die = log, writes, after, die or self._raise

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)

    def append(self, append: Append) -> Receipt:
        return self._write(self._log.append, append)

    def move(self, tenant: str, tracking: Tracking) -> None:
        self._write(self._log.move, tenant, tracking)

    def _write(self, write: Callable[..., Any], *args: Any) -> Any:
        self._left -= 1
        if self._left == 0 and not self._after:
            self._die()
        done = write(*args)
        if self._left == 0:
            self._die()
        return done

    def _raise(self) -> None:
        raise Killed
