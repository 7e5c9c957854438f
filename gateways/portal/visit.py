"""A visit: who is signed in, in which language he reads, and the services asked in his name."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import Request

from gateways.portal.association import Association, association_of
from gateways.portal.looks import Pair
from gateways.portal.own_body import by_its_name
from gateways.portal.permitted import may
from gateways.portal.sessions import Session
from gateways.portal.wordbook import known
from gateways.reach import Reach
from services.governance.application.questions.names import StaffNameRow
from services.intake.application.roles import needs_to_know
from shared.clock import Clock
from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden, NotFound
from shared.identity import issue
from shared.locale.dates import local_date
from shared.locale.wording import Language

FRESH = 60.0
"""Seconds for which what was told of an association may be shown again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A token is made for each question and lives no longer than it must. colleagues: those whose names were asked."""

    request: Request
    session: Session
    language: Language
    reach: Reach
    signing: Ed25519PrivateKey
    clock: Clock
    colleagues: dict[str, StaffNameRow] = field(default_factory=dict)

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
    def _own(self) -> Association:
        """His association as it was told a short while ago at most."""
        known: dict[str, tuple[float, Association]] = self.request.app.state.associations
        told_at, told = known.get(self.actor.tenant, (0.0, None))
        if told is None or time.monotonic() - told_at > FRESH:
            told = association_of(self)
            known[self.actor.tenant] = (time.monotonic(), told)
        return told

    @property
    def association(self) -> Pair:
        """What his association is called."""
        return self._own.name

    @property
    def short_name(self) -> Pair:
        """What it is called where there is little room."""
        return self._own.short_name

    @property
    def body(self) -> Pair:
        """What its reviewing body is called within a sentence."""
        return self._own.body

    @property
    def names(self) -> Mapping[str, Pair]:
        """What his association calls its services, items, channels and tools, by code."""
        return self._own.names

    @property
    def covered(self) -> bool:
        """Whether names are shown as initials: as he chose, else by how sensitive it is to be known here."""
        chosen = self.session.covered
        return self._own.sensitive if chosen is None else chosen

    def named(self, code: str) -> Pair:
        """What a code is called here; the code itself where nobody named it."""
        ar, en = self.names.get(code) or known(code) or (code, code)
        return by_its_name(ar, self.body), by_its_name(en, self.body)

    @property
    def sees_requests(self) -> bool:
        """Whether requests are listed for him: where the register is sensitive, for those who work on cases alone."""
        return self.may("intake", "ListRequests") and (not self._own.sensitive or needs_to_know(self.actor.roles))

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
