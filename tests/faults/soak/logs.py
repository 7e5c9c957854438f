"""What the services have stored, read back from their databases, each by its own rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

import psycopg2
from sqlalchemy import select

from services.catalogue import SERVICES
from shared import codec
from shared.application.service import Service
from shared.bus.consumer import following
from shared.bus.parked import Parked, ParkedContracts
from shared.bus.publishing import PAGE, Publishing
from shared.contracts.envelope import Envelope
from shared.contracts.index import CONTRACTS
from shared.followers.engine import engine_for
from shared.followers.views import ViewStore
from shared.hosting.runtime import publishing_of
from shared.store.log import Recorded
from shared.store.postgres_log import PostgresLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What a service remembers of a command."""

    command_id: UUID
    command: str
    first: int
    last: int


@dataclass(frozen=True)
class ServiceLog:
    """One service's database."""

    service: Service
    url: str

    @cached_property
    def log(self) -> PostgresLog:
        return PostgresLog(self.url, pool_size=2)

    @cached_property
    def views(self) -> ViewStore:
        return ViewStore(engine_for(self.url, pool_size=2), self.service.views, self.service.catalogue.decode)

    @property
    def publishing(self) -> Publishing:
        return publishing_of(self.service)

    def events(self, tenant: str) -> list[Recorded]:
        """All of them, in order."""
        found: list[Recorded] = []
        while page := self.log.read(tenant, found[-1].position if found else 0, PAGE):
            found += page
        return found

    def commands(self, tenant: str) -> dict[UUID, Command]:
        """Every command it has carried out, or refused on record."""
        rows = self._read(tenant, "SELECT command_id, command, first, last FROM command WHERE tenant = %s")
        return {UUID(i): Command(command_id=UUID(i), command=c, first=f, last=z) for i, c, f, z in rows}

    def followed(self, tenant: str) -> dict[str, int]:
        """How far its followers have come in its own log, views aside."""
        return dict(
            self._read(
                tenant, "SELECT follower, position FROM tracking WHERE tenant = %s AND follower !~ '^contracts:'"
            )
        )

    def published(self, tenant: str) -> list[Envelope]:
        """Everything it says in public, worked out from its log."""
        return self.publishing.envelopes(self.events(tenant), 0)

    def reactions(self, envelope: Envelope) -> dict[UUID, Any]:
        """The commands this service must have carried out because of a contract, by their ids."""
        payload = CONTRACTS.get(envelope.type)
        commands = self.service.react(codec.decode(payload, envelope.data), envelope) if payload else ()
        return {uuid5(envelope.id, f"{self.service.name}.{n}"): one for n, one in enumerate(commands, 1)}

    def heard(self, tenant: str, publisher: str) -> int:
        """How far it has come in what another says."""
        return self.log.position(tenant, following(publisher))

    def parked(self, tenant: str) -> Sequence[Parked]:
        """The contracts it could not apply."""
        return ParkedContracts(self.views.engine).all(tenant)

    def rows(self) -> Mapping[str, list[tuple[Any, ...]]]:
        """What every view shows, table by table."""
        tables = [table for view in self.service.views for table in view.tables]
        with self.views.engine.connect() as connection:
            return {
                table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
                for table in tables
            }

    def _read(self, tenant: str, statement: str) -> list[tuple[Any, ...]]:
        with closing(psycopg2.connect(self.url)) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT set_config('sanad.tenant', %s, false)", (tenant,))
            cursor.execute(statement, (tenant,))
            return cursor.fetchall()

    def close(self) -> None:
        """Hang up."""
        self.log.close()
        self.views.engine.dispose()


def logs_of(database: Mapping[str, str]) -> dict[str, ServiceLog]:
    """By service."""
    return {service.name: ServiceLog(service, database[service.name]) for service in SERVICES}
