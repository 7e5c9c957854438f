"""A case as one thread: the steps of all services in the order in which one led to the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.application.common import Step

# A case begins at the counter and with the person, before it has a number, and is decided in a session: these fields of
# its events lead there.
LINKS = ("reception_id", "beneficiary_id", "session_id")


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by time, and never before what caused them, however the clocks of two machines differ."""
    by_event = {step.event_id: step for step in steps}
    moments: dict[UUID, datetime] = {}

    def moment(step: Step) -> datetime:
        if step.event_id not in moments:
            cause = by_event.get(step.causation_id) if step.causation_id else None
            moments[step.event_id] = max(step.occurred_at, moment(cause)) if cause else step.occurred_at
        return moments[step.event_id]

    def depth(step: Step) -> int:
        cause = by_event.get(step.causation_id) if step.causation_id else None
        return 0 if cause is None else depth(cause) + 1

    return tuple(sorted(by_event.values(), key=lambda step: (moment(step), depth(step), step.service, step.position)))


def linked_cases(steps: Sequence[Step]) -> tuple[str, ...]:
    """The receptions and persons a case's own events name, each once, in the order of mention."""
    found: dict[str, None] = {}
    for step in steps:
        told: Any = json.loads(step.data)
        for link in LINKS:
            if isinstance(told, dict) and isinstance(told.get(link), str):
                found[told[link]] = None
    return tuple(found)
