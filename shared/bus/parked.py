"""The table of contracts that wait: those that could not be applied, and behind them those of the same case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    String,
    Table,
    UniqueConstraint,
    and_,
    delete,
    distinct,
    func,
    insert,
    select,
    text,
    update,
)

from shared.bus.wire import from_bytes, to_bytes
from shared.contracts.envelope import Envelope
from shared.followers.engine import hold, looking_up, writing

WAITS_BEHIND = "waits_behind"
# Asked of every contract that leads to something.
WAITING = "SELECT place FROM parked_contract WHERE tenant = :tenant AND case_key = :key LIMIT 1"

_PARKED = Table(
    "parked_contract",
    MetaData(),
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("tenant", String, nullable=False),
    Column("case_key", String, nullable=False),
    Column("publisher", String, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("reason", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("parked_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("tenant", "publisher", "sequence"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """A waiting contract. reason: a refusal's code, the kind of an error, or `waits_behind`."""

    envelope: Envelope
    case_key: str
    reason: str
    attempts: int
    parked_at: datetime


def case_key(envelope: Envelope) -> str:
    """What waits together: a case's contracts, or one publisher's contracts that belong to no case."""
    return envelope.case_id or f"without-case-{envelope.service}"


class ParkedContracts:
    """The waiting contracts of one service, in its own database.

    Every change holds the case's lock, so that nothing slips in behind a case that has just become free.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting = looking_up(engine, WAITING)

    def create(self) -> None:
        """Create the table if it is missing."""
        with writing(self._engine) as connection:
            hold(connection, "create parked_contract")
            _PARKED.create(connection, checkfirst=True)

    def add(self, envelope: Envelope, reason: str, attempts: int, now: datetime) -> None:
        """Park; a contract that waits already stays as it is."""
        with self._case(envelope) as connection:
            _add(connection, envelope, reason, attempts, now)

    def waits(self, envelope: Envelope) -> bool:
        """Whether something of the case waits (it may be this very contract)."""
        return self._waiting(_same(envelope)) is not None

    def add_behind(self, envelope: Envelope, now: datetime) -> Parked | None:
        """Park if something of the case still waits (it may be this very contract); gives what is then parked."""
        with self._case(envelope) as connection:
            if connection.execute(text(WAITING), _same(envelope)).first() is None:
                return None
            _add(connection, envelope, WAITS_BEHIND, 0, now)
            return _parked(connection.execute(select(_PARKED).where(_this(envelope))).one())

    def get(self, envelope: Envelope) -> Parked:
        """How a waiting contract stands."""
        with self._engine.connect() as connection:
            return _parked(connection.execute(select(_PARKED).where(_this(envelope))).one())

    def first(self, tenant: str, key: str) -> Parked | None:
        """The contract all others of the case wait for."""
        found = self.all(tenant, key)
        return found[0] if found else None

    def all(self, tenant: str | None = None, key: str | None = None) -> Sequence[Parked]:
        """Everything that waits, oldest first."""
        query = select(_PARKED).order_by(_PARKED.c.place)
        query = query if tenant is None else query.where(_PARKED.c.tenant == tenant)
        query = query if key is None else query.where(_PARKED.c.case_key == key)
        with self._engine.connect() as connection:
            return [_parked(row) for row in connection.execute(query)]

    def count(self) -> tuple[int, int]:
        """How many contracts wait, and how many cases they are of."""
        query = select(func.count(), func.count(distinct(_PARKED.c.tenant + "/" + _PARKED.c.case_key)))
        with self._engine.connect() as connection:
            contracts, cases = connection.execute(query.select_from(_PARKED)).one()
        return contracts, cases

    def failed_again(self, envelope: Envelope, reason: str, attempts: int) -> None:
        """Note that another attempt was in vain."""
        with self._case(envelope) as connection:
            again = {"reason": reason, "attempts": _PARKED.c.attempts + attempts}
            connection.execute(update(_PARKED).where(_this(envelope)).values(again))

    def remove(self, envelope: Envelope) -> None:
        """It waits no longer."""
        with self._case(envelope) as connection:
            connection.execute(delete(_PARKED).where(_this(envelope)))

    @contextmanager
    def _case(self, envelope: Envelope) -> Iterator[Connection]:
        with writing(self._engine) as connection:
            hold(connection, f"parked {envelope.tenant} {case_key(envelope)}")
            yield connection


def _this(envelope: Envelope) -> ColumnElement[bool]:
    return and_(
        _PARKED.c.tenant == envelope.tenant,
        _PARKED.c.publisher == envelope.service,
        _PARKED.c.sequence == envelope.sequence,
    )


def _same(envelope: Envelope) -> Mapping[str, str]:
    return {"tenant": envelope.tenant, "key": case_key(envelope)}


def _add(connection: Connection, envelope: Envelope, reason: str, attempts: int, now: datetime) -> None:
    if connection.execute(select(_PARKED.c.place).where(_this(envelope))).first():
        return
    connection.execute(
        insert(_PARKED).values(
            tenant=envelope.tenant,
            case_key=case_key(envelope),
            publisher=envelope.service,
            sequence=envelope.sequence,
            envelope=to_bytes(envelope),
            reason=reason,
            attempts=attempts,
            parked_at=now,
        )
    )


def _parked(row: Row[Any]) -> Parked:
    return Parked(
        envelope=from_bytes(row.envelope),
        case_key=row.case_key,
        reason=row.reason,
        attempts=row.attempts,
        parked_at=row.parked_at,
    )
