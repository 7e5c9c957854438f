"""Replays a case: asks every service for its steps, follows the links, and puts them in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from datetime import datetime
from typing import Any

from gateways.audit.history import LINKS, in_order
from gateways.audit.verifying import Proof, verify
from shared.application.case_links import CaseLinks, ReadLinks
from shared.application.case_steps import CaseSteps, ReadCase, Step, StreamState
from shared.domain.actor import Actor
from shared.domain.messages import message
from shared.domain.refusals import Forbidden, NotFound
from shared.doors.door import Door

Ask = Callable[[str, Any, Actor], Any]


@message
class ReplayCase:
    """A case across all services, up to a moment (of the platform's clock) or to the present.

    verified: whether the record is to be checked as well; only a whole one can be, so not up to a moment.
    """

    case_id: str
    until: datetime | None = None
    verified: bool = False


@message
class CaseHistory:
    """The steps in order, and the state of each thing they concern, rebuilt from the logs alone.

    proof: None where it was not asked for.
    """

    case_id: str
    until: datetime | None
    steps: tuple[Step, ...]
    states: tuple[StreamState, ...]
    proof: Proof | None = None


@message
class ExportCase:
    """A case's whole history with what it hangs on, to be taken away; whoever takes it is on record."""

    case_id: str


@message
class CaseEvidence:
    """The history, checked, and the links it was checked against."""

    history: CaseHistory
    links: tuple[CaseLinks, ...]


EXPORTERS = frozenset(
    {
        *("auditor", "data_protection_officer", "senior_management"),
        "beneficiary_relations_officer",
    }
)
DOOR = Door(service="audit", queries=((ReplayCase, CaseHistory), (ExportCase, CaseEvidence)))


class Replayer:
    """Answers ReplayCase over `ask`, which reaches the services on behalf of the same actor, and is called from several
    threads at once.

    at_once: how many services are asked at the same time, of all cases under way.
    """

    def __init__(self, services: Sequence[str], ask: Ask, *, at_once: int = 16) -> None:
        self._services = services
        self._ask = ask
        self._asking = ThreadPoolExecutor(at_once, thread_name_prefix="replay")

    def answer(self, query: ReplayCase | ExportCase, actor: Actor) -> CaseHistory | CaseEvidence:
        """Whatever may be asked here."""
        return self.export(query, actor) if isinstance(query, ExportCase) else self.replay(query, actor)

    def export(self, query: ExportCase, actor: Actor) -> CaseEvidence:
        """The history with its links; raises Forbidden for a role that may not take it away."""
        if actor.roles.isdisjoint(EXPORTERS):
            raise Forbidden("not_permitted", en="Your role does not export evidence.", ar="لا يتيح دورك تصدير الأدلة.")
        cases, history = self._told(ReplayCase(case_id=query.case_id), actor, taken=True)
        links = self._ask_all(ReadLinks(case_ids=cases), actor)
        return CaseEvidence(history=replace(history, proof=verify(actor.tenant, history.steps, links)), links=links)

    def replay(self, query: ReplayCase, actor: Actor) -> CaseHistory:
        """The history; raises NotFound for a case nobody knows, Forbidden as the services say."""
        cases, history = self._told(query, actor)
        if not query.verified or query.until:
            return history
        links = self._ask_all(ReadLinks(case_ids=cases), actor)
        return replace(history, proof=verify(actor.tenant, history.steps, links))

    def _told(self, query: ReplayCase, actor: Actor, *, taken: bool = False) -> tuple[tuple[str, ...], CaseHistory]:
        """Which cases it leads to, its own first, and the history."""
        asked = ReadCase(case_id=query.case_id, until=query.until, links=LINKS, taken=taken)
        own = self._read(asked, actor)
        links = [case for case in dict.fromkeys(case for part in own for case in part.linked) if case != query.case_id]
        also = [replace(asked, case_id=links[0], also=tuple(links[1:]), links=())] if links else []
        parts = (*own, *(part for one in also for part in self._read(one, actor)))
        steps = in_order(step for part in parts for step in part.steps)
        if not steps:
            raise NotFound("no_such_case", en="There is no such case here.", ar="لا توجد حالة بهذا الرقم هنا.")
        # What has joined the case is told by both: as part of the case, and under its own id.
        states = {(state.service, state.kind, state.id): state for part in parts for state in part.states}
        history = CaseHistory(case_id=query.case_id, until=query.until, steps=steps, states=tuple(states.values()))
        return (query.case_id, *links), history

    def _read(self, query: ReadCase, actor: Actor) -> tuple[CaseSteps, ...]:
        return self._ask_all(query, actor)

    def _ask_all(self, query: Any, actor: Actor) -> tuple[Any, ...]:
        # Each in a copy of this context, so that what is asked belongs to the trace of who asks.
        asked = [
            self._asking.submit(copy_context().run, self._ask, service, query, actor) for service in self._services
        ]
        return tuple(one.result() for one in asked)
