"""A case at a past moment: which event was the latest then, and the request as its events had left it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from gateways.audit.replay import CaseHistory, ReplayCase
from gateways.portal.visit import Visit
from shared.application.case_steps import Step
from shared.application.situation import RIYADH
from shared.domain.refusals import Reason
from shared.locale.dates import local_date
from shared.locale.digits import ascii_digits

no_such_moment = Reason(
    code="no_such_moment",
    en="There is no such moment. Check day, month, year and time, e.g. 14:30.",
    ar="لا توجد هذه اللحظة. راجع اليوم والشهر والسنة والوقت، مثل 14:30.",
)
before_the_case = Reason(
    code="before_the_case",
    en="The case begins on {date}; there is nothing before it.",
    ar="تبدأ الحالة يوم {date}، ولا شيء قبله.",
)
not_yet = Reason(
    code="not_yet",
    en="This moment has not come yet.",
    ar="لم تأتِ هذه اللحظة بعد.",
)
_TIME = re.compile(r"(\d{1,2})(?::(\d{2}))?")


def moment_of(day: str, month: str, year: str, time: str) -> datetime:
    """The end of the minute named, digits in any script; refused where there is none."""
    found = _TIME.fullmatch(ascii_digits(time).strip())
    try:
        date = [int(ascii_digits(part)) for part in (year, month, day)]
        hour, minute = (int(part or 0) for part in found.groups()) if found else (24, 0)
        return datetime(date[0], date[1], date[2], hour, minute, 59, 999_999, tzinfo=RIYADH)
    except ValueError:
        raise no_such_moment.refused() from None


def event_at(steps: Sequence[Step], moment: datetime, now: datetime) -> int:
    """The number of the last event at or before a moment; refused for a moment before all, or a day to come."""
    not_yet.unless(local_date(moment) <= local_date(now))
    event = sum(step.occurred_at <= moment for step in steps)
    before_the_case.unless(event > 0, date=local_date(min(step.occurred_at for step in steps)))
    return event


def request_at(request_id: str, moment: datetime, visit: Visit) -> Any | None:
    """The request as its own events had left it at a moment; None before it was opened."""
    history: CaseHistory = visit.ask("audit", ReplayCase(case_id=request_id, until=moment))
    found = next((one for one in history.states if one.kind == "support_request" and one.id == request_id), None)
    return json.loads(found.state, object_hook=lambda told: SimpleNamespace(**told)) if found else None
