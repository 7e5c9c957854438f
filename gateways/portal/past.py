"""A case at a past moment: which event was the latest then, and the request as its events had left it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from gateways.audit.replay import CaseHistory, ReplayCase
from gateways.portal.visit import Visit
from shared.application.case_steps import Step


def event_at(steps: Sequence[Step], moment: datetime) -> int:
    """The number of the last event at or before a moment; the first one when it lies before all."""
    return max(sum(step.occurred_at <= moment for step in steps), 1)


def request_at(request_id: str, moment: datetime, visit: Visit) -> Any | None:
    """The request as its own events had left it at a moment; None before it was opened."""
    history: CaseHistory = visit.ask("audit", ReplayCase(case_id=request_id, until=moment))
    found = next((one for one in history.states if one.kind == "support_request" and one.id == request_id), None)
    return json.loads(found.state, object_hook=lambda told: SimpleNamespace(**told)) if found else None
