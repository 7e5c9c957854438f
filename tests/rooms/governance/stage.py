"""A governance of its own on real SQLite files: told, asked and followed as the platform does it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from services.governance.application.questions.association import ReadAssociation
from services.governance.domain.loading import LoadingStep, loading, registration
from services.governance.entrypoints.association_yaml import read
from services.governance.service import SERVICE
from shared.application.application import Asked
from shared.application.infrastructure import Infrastructure
from shared.clock import AdjustableClock
from shared.domain.actor import Actor
from shared.followers.engine import engine_for
from shared.followers.filling import filling
from shared.followers.views import ViewStore
from shared.store.log import Receipt, Recorded
from shared.store.sqlite_log import SqliteLog
from shared.vault.keyring import FileKeyring
from shared.vault.sqlite import open_vault

POLICIES = Path(__file__).parents[3] / "deploy" / "policies"
FIVE = ("sidr", "israr", "kadi", "kayan", "basmat")
START = datetime(2026, 3, 1, 6, tzinfo=UTC)


class Governance:
    """The service in one folder."""

    def __init__(self, folder: Path) -> None:
        self.clock = AdjustableClock(START)
        self.log = SqliteLog(folder / "events.db", self.clock.now)
        self.log.create()
        self._engine = engine_for(f"sqlite:///{folder / 'views.db'}")
        self.views = ViewStore(self._engine, SERVICE.views, SERVICE.catalogue.decode)
        self.views.create()
        self.vault = open_vault(folder / "vault.db", FileKeyring(folder / "keys.json", create=True), self.clock.now)
        self.application = SERVICE.application(
            Infrastructure(log=self.log, vault=self.vault, clock=self.clock, views=self.views)
        )

    def close(self) -> None:
        """Leave no file open, so that the folder may be copied."""
        self.log.close()
        self.vault.close()
        self._engine.dispose()

    def tell(
        self, command: Any, actor: Actor, command_id: UUID | None = None, _correlation: UUID | None = None
    ) -> Receipt:
        id_ = command_id or uuid4()
        return self.application.handle(Asked(command=command, actor=actor, command_id=id_, correlation_id=id_))

    def ask(self, query: Any, actor: Actor) -> Any:
        self.follow(actor.tenant)
        return self.application.ask(query, actor)

    def follow(self, tenant: str) -> None:
        """Let every view catch up."""
        for follower in filling(self.views, self.log):
            while page := self.log.read(tenant, follower.position(tenant), 500):
                follower.apply(tenant, page)

    def load(self, association: str) -> int:
        return self.load_text((POLICIES / f"{association}.yaml").read_bytes())

    def load_text(self, content: bytes) -> int:
        file = read(content)
        self._take(file.tenant, registration(file))
        steps = loading(file, self.ask(ReadAssociation(), officer(file.tenant)).registered_on)
        for step in steps[1:]:
            self._take(file.tenant, step)
        return len(steps)

    def _take(self, tenant: str, step: LoadingStep) -> Receipt:
        role = "platform_operator" if step.by == "platform_operator" else "governance_officer"
        return self.tell(step.command, officer(tenant, f"onboarding-{step.by}", role), step.command_id)

    def rows(self, tenant: str) -> list[Recorded]:
        return list(self.log.read(tenant, 0, 1000))

    def facts(self, tenant: str) -> list[Any]:
        return [SERVICE.catalogue.decode(row.type, row.data) for row in self.rows(tenant)]

    def said(self, tenant: str) -> list[Any]:
        contracts = (SERVICE.publish(SERVICE.catalogue.decode(row.type, row.data), row) for row in self.rows(tenant))
        return [contract for contract in contracts if contract is not None]


def officer(tenant: str, ref: str = "officer-1", *roles: str) -> Actor:
    return Actor(tenant=tenant, kind="staff", ref=ref, roles=frozenset(roles or ("governance_officer",)))


def with_the_five(folder: Path) -> Governance:
    """The five associations, loaded and shown in every view."""
    made = Governance(folder)
    for association in FIVE:
        made.load(association)
        made.follow(association)
    return made
