"""Replays a case: asks every service for its steps, follows the links, and puts them in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime
from typing import Any

from gateways.audit.history import LINKS, in_order
from gateways.audit.verifying import Proof, verify
from shared.application.case_links import ReadLinks
from shared.application.case_steps import CaseSteps, ReadCase, Step, StreamState
from shared.domain.actor import Actor
from shared.domain.messages import message
from shared.domain.refusals import NotFound
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


DOOR = Door(service="audit", queries=((ReplayCase, CaseHistory),))


class Replayer:
    """Answers ReplayCase over `ask`, which reaches the services on behalf of the same actor, and is called from several
    threads at once.

    at_once: how many services are asked at the same time, of all cases under way.
    """

    def __init__(self, services: Sequence[str], ask: Ask, *, at_once: int = 16) -> None:
        self._services = services
        self._ask = ask
        self._asking = ThreadPoolExecutor(at_once, thread_name_prefix="replay")

    def replay(self, query: ReplayCase, actor: Actor) -> CaseHistory:
        """The history; raises NotFound for a case nobody knows, Forbidden as the services say."""
        own = self._read(ReadCase(case_id=query.case_id, until=query.until, links=LINKS), actor)
        links = [case for case in dict.fromkeys(case for part in own for case in part.linked) if case != query.case_id]
        also = [ReadCase(case_id=links[0], until=query.until, also=tuple(links[1:]))] if links else []
        parts = (*own, *(part for one in also for part in self._read(one, actor)))
        steps = in_order(step for part in parts for step in part.steps)
        if not steps:
            raise NotFound("no_such_case", en="There is no such case here.", ar="لا توجد حالة بهذا الرقم هنا.")
        # What has joined the case is told by both: as part of the case, and under its own id.
        states = {(state.service, state.kind, state.id): state for part in parts for state in part.states}
        return CaseHistory(
            case_id=query.case_id,
            until=query.until,
            steps=steps,
            states=tuple(states.values()),
            proof=self._proof((query.case_id, *links), steps, actor) if query.verified and not query.until else None,
        )

    def _proof(self, cases: tuple[str, ...], steps: Sequence[Step], actor: Actor) -> Proof:
        return verify(actor.tenant, steps, self._ask_all(ReadLinks(case_ids=cases), actor))

    def _read(self, query: ReadCase, actor: Actor) -> tuple[CaseSteps, ...]:
        return self._ask_all(query, actor)

    def _ask_all(self, query: Any, actor: Actor) -> tuple[Any, ...]:
        # Each in a copy of this context, so that what is asked belongs to the trace of who asks.
        asked = [
            self._asking.submit(copy_context().run, self._ask, service, query, actor) for service in self._services
        ]
        return tuple(one.result() for one in asked)
