"""A case as one thread: the steps of all services in the order in which one led to the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from graphlib import TopologicalSorter
from uuid import UUID

from shared.application.case_steps import Step

# A case begins at the counter and with the person, before it has a number, and is decided in a session: these fields of
# its events lead there.
LINKS = ("reception_id", "beneficiary_id", "session_id")


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by time, but never before what caused them, nor before what their own service recorded earlier, however
    the clocks of two machines differ."""
    by_event = {step.event_id: step for step in steps}
    earlier = _earlier(by_event)
    moments: dict[UUID, datetime] = {}
    ranks: dict[UUID, int] = {}
    for event in TopologicalSorter(earlier).static_order():
        moment = max([by_event[event].occurred_at, *(moments[one] for one in earlier[event])])
        moments[event] = moment
        # Among steps of one moment, how many came before.
        ranks[event] = max((ranks[one] + 1 for one in earlier[event] if moments[one] == moment), default=0)
    return tuple(
        sorted(by_event.values(), key=lambda step: (moments[step.event_id], ranks[step.event_id], step.service))
    )


def _earlier(by_event: Mapping[UUID, Step]) -> Mapping[UUID, tuple[UUID, ...]]:
    """What is certain to have come before each step: its cause, and the step before it in its service's log."""
    before: dict[UUID, UUID | None] = {}
    last: dict[str, UUID] = {}
    for step in sorted(by_event.values(), key=lambda step: step.position):
        before[step.event_id] = last.get(step.service)
        last[step.service] = step.event_id
    return {
        event: tuple(one for one in (step.causation_id, before[event]) if one is not None and one in by_event)
        for event, step in by_event.items()
    }
