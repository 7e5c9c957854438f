"""A service on a stage: its real application over files in a temporary folder, told in given, when, then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest

from shared import codec
from shared.application.application import Asked
from shared.application.infrastructure import Infrastructure
from shared.application.rulebook import AdoptRule
from shared.application.service import Service
from shared.clock import AdjustableClock
from shared.contracts.envelope import Envelope, type_of
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError
from shared.followers.engine import engine_for
from shared.followers.filling import filling
from shared.followers.views import ViewStore
from shared.store.log import Recorded
from shared.store.sqlite_log import SqliteLog
from shared.vault.keyring import FileKeyring
from shared.vault.sqlite import open_vault

TENANT = "kayan"
SUNDAY = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)


class Scenario:
    """given/when/then over one service. `facts` are the events of the tenant's log so far, without adopted rules."""

    def __init__(self, service: Service, folder: Path, now: datetime = SUNDAY) -> None:
        self.service = service
        self.clock = AdjustableClock(now)
        log = SqliteLog(folder / "log.db", self.clock.now)
        log.create()
        engine = engine_for(f"sqlite:///{folder / 'views.db'}")
        views = ViewStore(engine, service.views, service.catalogue.decode)
        views.create()
        vault = open_vault(folder / "vault.db", FileKeyring(folder / "keys.json", create=True), self.clock.now)
        self.infrastructure = Infrastructure(log=log, vault=vault, clock=self.clock, views=views)
        self.application = service.application(self.infrastructure)
        self._close = log.close

    def close(self) -> None:
        self._close()

    def given(self, *commands: Any, by: str = "system", ref: str = "staff-1") -> Scenario:
        for command in commands:
            self.when(command, by=by, ref=ref)
        return self

    def adopted(self, *rules: Any) -> Scenario:
        """Rules that governance has published."""
        for rule in rules:
            self.when(AdoptRule(contract=type_of(rule), content=codec.encode(rule).decode()))
        return self

    def when(self, command: Any, by: str = "system", ref: str = "staff-1", id_: UUID | None = None) -> tuple[Any, ...]:
        """The events the command leaves behind."""
        actor = Actor(tenant=TENANT, kind="staff", ref=ref, roles=frozenset({by}))
        before = self.infrastructure.log.head(TENANT)
        command_id = id_ or uuid4()
        self.application.handle(Asked(command=command, actor=actor, command_id=command_id, correlation_id=command_id))
        return self.facts(after=before)

    def refused(self, command: Any, by: str = "system", ref: str = "staff-1") -> str:
        """The code of the refusal the command meets; fails if it meets none."""
        with pytest.raises(SanadError) as refusal:
            self.when(command, by=by, ref=ref)
        return refusal.value.code

    def told(self, contract: Any, id_: UUID | None = None) -> tuple[Any, ...]:
        """The events our reaction to a contract leaves behind."""
        before, event = self.infrastructure.log.head(TENANT), envelope(contract, id_ or uuid4())
        for number, command in enumerate(self.service.react(contract, event), start=1):
            self.when(command, id_=uuid5(event.id, f"{self.service.name}.{number}"))
        return self.facts(after=before)

    def ask(self, query: Any, by: str, ref: str = "staff-1") -> Any:
        self.follow()
        return self.application.ask(query, Actor(tenant=TENANT, kind="staff", ref=ref, roles=frozenset({by})))

    def rows(self, after: int = 0) -> tuple[Recorded, ...]:
        return tuple(self.infrastructure.log.read(TENANT, after, 10_000))

    def facts(self, after: int = 0) -> tuple[Any, ...]:
        return tuple(self.service.catalogue.decode(row.type, row.data) for row in self.rows(after))

    def published(self, after: int = 0) -> tuple[Any, ...]:
        """What has been said in public."""
        said = (
            self.service.publish(self.service.catalogue.decode(row.type, row.data), row) for row in self.rows(after)
        )
        return tuple(each for each in said if each is not None)

    def follow(self) -> None:
        """Bring every view up to the head of the log."""
        for follower in filling(self.infrastructure.views, self.infrastructure.log):
            page = self.infrastructure.log.read(TENANT, follower.position(TENANT), 10_000)
            if page:
                follower.apply(TENANT, page)


def envelope(contract: Any, id_: UUID, case_id: str | None = None) -> Envelope:
    """A contract on its way from its publisher."""
    return Envelope(
        id=id_,
        tenant=TENANT,
        service=type_of(contract).split(".")[0],
        type=type_of(contract),
        case_id=case_id or getattr(contract, "request_id", None),
        time=SUNDAY,
        sequence=1,
        prevsequence=0,
        correlation_id=id_,
        causation_id=None,
        data=codec.encode(contract),
    )


def permitted(service: Service, role: str) -> frozenset[str]:
    """The names of the commands a role may ask of a service."""
    return frozenset(route.command.__name__ for route in service.routes if role in route.by)


def with_views_in(scenario: Scenario, url: str) -> Scenario:
    """The same service and log, its lists kept in another database."""
    views = ViewStore(engine_for(url), scenario.service.views, scenario.service.catalogue.decode)
    views.create()
    scenario.infrastructure = replace(scenario.infrastructure, views=views)
    scenario.application = scenario.service.application(scenario.infrastructure)
    return scenario
