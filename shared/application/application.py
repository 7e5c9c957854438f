"""A service's application: finds the route, checks who asks, decides, and stores the result once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import msgspec
import msgspec.structs
from eventsourcing.persistence import Tracking

from shared.application.catalogue import Catalogue
from shared.application.desk import Desk
from shared.application.infrastructure import Infrastructure
from shared.application.routes import Question, Route
from shared.application.sealing import SealedFields, keep, seal, settle
from shared.application.situation import Situation
from shared.application.streams import Streams
from shared.application.work import Work
from shared.domain.actor import Actor
from shared.domain.refusals import Conflict, Forbidden, Refused, SanadError
from shared.store.log import Append, Cause, NewEvent, Receipt, VersionClash
from shared.vault import KeyTaken

ATTEMPTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command with everything that says who asked it and why."""

    command: Any
    actor: Actor
    command_id: UUID
    correlation_id: UUID
    causation_id: UUID | None = None
    tracking: Tracking | None = None


class Application:
    """Answers one service's commands and questions over its own log."""

    def __init__(
        self,
        service: str,
        catalogue: Catalogue,
        routes: Sequence[Route],
        questions: Sequence[Question],
        infrastructure: Infrastructure,
    ) -> None:
        self.service = service
        self.catalogue = catalogue
        self.routes = {route.command: route for route in routes}
        self.questions = {question.query: question for question in questions}
        self.infrastructure = infrastructure
        self._streams = Streams(log=infrastructure.log, catalogue=catalogue)

    def handle(self, asked: Asked) -> Receipt:
        """Carry out a command; a repeated command id gives the first answer again.

        Raises Forbidden, NotFound, Refused (as the first time, if repeated), Conflict (`command_id_reused`).
        """
        told = (self.service, type(asked.command).__name__, asked.actor.tenant)
        with self.infrastructure.observe(*told, asked.command_id, asked.correlation_id):
            return self._handled(asked)

    def _handled(self, asked: Asked) -> Receipt:
        route = self.routes[type(asked.command)]
        permit(asked.actor, route.by)
        asked = replace(asked, command=route.reads(asked.command))
        for _ in range(ATTEMPTS):
            sealed = seal(self.infrastructure.vault, asked.actor.tenant, self.service, asked.command, asked.command_id)
            with suppress(KeyTaken):
                return answer(self._receipt(route, asked, sealed), sealed.fingerprint)
        raise too_busy()

    def ask(self, query: Any, actor: Actor) -> Any:
        """Answer a question; raises Forbidden, NotFound, Refused."""
        question = self.questions[type(query)]
        permit(actor, question.by)
        return question.answers(query, self.desk(actor))

    def desk(self, actor: Actor) -> Desk:
        """Where questions are answered in the name of somebody."""
        streams = self._streams
        return Desk(actor=actor, infrastructure=self.infrastructure, catalogue=self.catalogue, cache=streams.cache)

    def _receipt(self, route: Route, asked: Asked, sealed: SealedFields) -> Receipt:
        try:
            return self._decide_and_store(route, asked, sealed)
        except Refused:
            # A harmless retry must not be refused by the state its first attempt has left.
            known = self.infrastructure.log.receipt(asked.actor.tenant, asked.command_id)
            if known is None:
                raise
            return msgspec.structs.replace(known, repeated=True)

    def _decide_and_store(self, route: Route, asked: Asked, sealed: SealedFields) -> Receipt:
        vault = self.infrastructure.vault
        append = self._decide(route, asked, sealed)
        keep(vault, sealed)
        try:
            receipt, events = self._store(route, asked, sealed, append)
        except SanadError:
            settle(vault, sealed, ())
            raise
        # Any other error leaves the outcome unknown: what is pending waits for the sweep, which asks the log.
        if receipt.last:
            self.infrastructure.announce(receipt.tenant, receipt.last)
        settle(vault, sealed, events)
        return receipt

    def _store(
        self, route: Route, asked: Asked, sealed: SealedFields, append: Append
    ) -> tuple[Receipt, Sequence[NewEvent]]:
        """The receipt, and the events this attempt has stored: none when the command was known."""
        for _ in range(ATTEMPTS):
            try:
                receipt = self.infrastructure.log.append(append)
            except VersionClash:
                append = self._decide(route, asked, sealed)
            else:
                return receipt, () if receipt.repeated else append.events
        raise too_busy()

    def _decide(self, route: Route, asked: Asked, sealed: SealedFields) -> Append:
        situation = Situation(now=self.infrastructure.clock.now(), actor=asked.actor, refs=sealed.refs)
        work = Work(self._streams, situation, self.infrastructure.vault.find)
        refusal = None
        try:
            route.does(asked.command, work)
        except Refused as refused:
            if not refused.on_record:
                raise
            refusal = msgspec.json.encode({"code": refused.code, "en": refused.en, "ar": refused.ar})
        return Append(
            tenant=asked.actor.tenant,
            cause=self._cause(asked, sealed.fingerprint),
            events=work.events,
            refusal=refusal,
            # A reaction that is refused is set aside by its consumer, which then moves the position itself.
            tracking=asked.tracking if refusal is None else None,
        )

    def _cause(self, asked: Asked, print_: str) -> Cause:
        return Cause(
            command_id=asked.command_id,
            command=f"{self.service}.{type(asked.command).__name__}",
            fingerprint=print_,
            actor_kind=asked.actor.kind,
            actor_ref=asked.actor.ref,
            correlation_id=asked.correlation_id,
            causation_id=asked.causation_id,
        )


def permit(actor: Actor, roles: frozenset[str]) -> None:
    """Raise Forbidden unless the actor has one of the roles."""
    if not actor.roles & roles:
        raise Forbidden(
            "not_permitted",
            en="Your role does not include this.",
            ar="هذا الإجراء ليس ضمن صلاحيات دورك.",
        )


def too_busy() -> Conflict:
    """The refusal after too many attempts."""
    return Conflict(
        "too_busy",
        en="Others are changing this right now; try again.",
        ar="يجري تعديل هذا الآن؛ أعد المحاولة.",
    )


def answer(receipt: Receipt, print_: str) -> Receipt:
    """The receipt, or the refusal it records; raises Conflict when the id belongs to other content."""
    if receipt.fingerprint != print_:
        raise Conflict(
            "command_id_reused",
            en="This command id was used for another command.",
            ar="استُعمل رقم الأمر هذا لأمر آخر.",
        )
    if receipt.refusal is not None:
        raise Refused(**msgspec.json.decode(receipt.refusal))
    return receipt
