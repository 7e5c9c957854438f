"""How the list of requests is answered, and how much is open: from the views alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.intake.application import asking_of_requests as asked
from services.intake.application.answers_of_requests import demand_need_to_know
from services.intake.application.roles import OVERSEERS
from services.intake.domain.window import calendar_of, days_left
from services.intake.views.early_replies import may_be_early
from services.intake.views.pauses import paused_since
from services.intake.views.selected import how_many, part, requests_of, unanswered_of
from services.intake.views.windows import owed_units
from shared.application.desk import Desk
from shared.domain.refusals import Forbidden
from shared.locale.calendars import WorkingCalendar
from shared.locale.dates import local_date


def list_requests(query: asked.ListRequests, desk: Desk) -> asked.RequestRows:
    """Newest number first."""
    demand_need_to_know(desk.rules().policy(), desk)
    engine, tenant = desk.infrastructure.views.engine, desk.actor.tenant
    wanted = requests_of(tenant, query.stage, open_only=query.open_only, ids=query.request_ids)
    paused, units = paused_since(engine, tenant), owed_units(engine, tenant)
    today, calendar = local_date(desk.infrastructure.clock.now()), calendar_of(desk.rules())
    rows = part(engine, wanted, query.start, query.at_most)
    early = may_be_early(engine, tenant)
    listed = (
        asked.RequestRow(
            **row,
            **_left(row, units, today, calendar),
            paused_since=paused.get(row["request_id"]),
            early_reply_authorised=row["request_id"] in early,
        )
        for row in rows
    )
    return asked.RequestRows(requests=tuple(listed), total=how_many(engine, wanted))


def count_open_work(_query: asked.CountOpenWork, desk: Desk) -> asked.OpenWork:
    """Two numbers."""
    engine, tenant = desk.infrastructure.views.engine, desk.actor.tenant
    overseer = not desk.actor.roles.isdisjoint(OVERSEERS)
    return asked.OpenWork(
        requests=how_many(engine, requests_of(tenant, open_only=True)) if _sees_requests(desk) else None,
        inquiries=how_many(engine, unanswered_of(tenant)) if overseer else None,
    )


def _sees_requests(desk: Desk) -> bool:
    try:
        demand_need_to_know(desk.rules().policy(), desk)
    except Forbidden:
        return False
    return True


def _left(row: Mapping[str, Any], units: Mapping[str, str], today: date, calendar: WorkingCalendar) -> dict[str, Any]:
    """What remains until the last day."""
    unit, due_by = units.get(row["request_id"]), row["due_by"]
    if unit is None or due_by is None:
        return {"unit": unit}
    return {"unit": unit, "days_left": days_left(due_by, today, unit, calendar)}
