"""A visit: who is signed in, in which language he reads, and the services asked in his name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import Request

from gateways.portal.permitted import may
from gateways.portal.sessions import Session
from gateways.reach import Reach
from services.governance.application.questions.association import ReadAssociation
from shared.clock import Clock
from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden, NotFound
from shared.identity import issue
from shared.locale.dates import local_date
from shared.locale.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A token is made for each question and lives no longer than it must."""

    request: Request
    session: Session
    language: Language
    reach: Reach
    signing: Ed25519PrivateKey
    clock: Clock

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        return self.session.actor

    @property
    def now(self) -> datetime:
        """The platform's present."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The day in Riyadh."""
        return local_date(self.now)

    @property
    def association(self) -> tuple[str, str]:
        """What his association is called."""
        known: dict[str, tuple[str, str]] = self.request.app.state.associations
        if self.actor.tenant not in known:
            name = self.ask("governance", ReadAssociation()).name
            known[self.actor.tenant] = (name.ar, name.en)
        return known[self.actor.tenant]

    def may(self, service: str, name: str) -> bool:
        """Whether this service lets one of his roles ask that."""
        return may(self.actor, service, name)

    def ask(self, service: str, query: Any) -> Any:
        """The answer; raises as the service does."""
        return self.reach.client(service).ask(query, issue(self.actor, self.signing, self.now))

    def ask_if(self, service: str, query: Any) -> Any | None:
        """The answer, or None where he may not ask or there is nothing."""
        if not self.may(service, type(query).__name__):
            return None
        try:
            return self.ask(service, query)
        except (Forbidden, NotFound):
            return None

    def tell(self, service: str, command: Any, command_id: UUID) -> None:
        """Carry out a command; raises as the service does."""
        self.reach.client(service).tell(command, issue(self.actor, self.signing, self.now), command_id)
