"""Response windows whose reply is still owed: what the clock looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Engine, MetaData, String, Table, and_, select

from services.intake.domain.events import reply
from services.intake.domain.events import request as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

WINDOWS = Table(
    "windows",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("request_id", String, primary_key=True),
    Column("number", String, nullable=False),
    Column("not_before", Date),
    Column("due_by", Date, index=True),
    Column("unit", String, nullable=False),
    Column("calendar_version", String, nullable=False),
    Column("owed", Boolean, nullable=False),
    Column("breached", Boolean, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """A window opens with completion, rests while a reply is out, and goes when the request ends."""
    key = {"request_id": id_of(row)}
    match event:
        case events.ResponseWindowSet():
            opened(rows, row, event)
        case reply.ResponseWindowRecalculated():
            rows.change(WINDOWS, key, due_by=event.after, calendar_version=event.calendar_version)
        case reply.ResponseWindowConfirmed(calendar_version=version):
            rows.change(WINDOWS, key, calendar_version=version)
        case reply.DecisionCommunicated():
            rows.change(WINDOWS, key, owed=False)
        case reply.ReviewDecisionReceived() | reply.ReplyUndelivered():
            rows.change(WINDOWS, key, owed=True)
        case reply.ResponseDeadlineBreached():
            rows.change(WINDOWS, key, breached=True)
        case reply.SupportRequestWithdrawn() | reply.SupportRequestReopened():
            rows.remove(WINDOWS, **key)


def opened(rows: Rows, row: Recorded, event: events.ResponseWindowSet) -> None:
    """A new window."""
    rows.add(
        WINDOWS,
        request_id=id_of(row),
        number=event.number,
        not_before=event.not_before,
        due_by=event.due_by,
        unit=event.unit,
        calendar_version=event.calendar_version,
        owed=True,
        breached=False,
    )


def overdue(engine: Engine, tenant: str, today: date) -> Sequence[tuple[str, date]]:
    """Requests whose last day is over without a reply, each with that day."""
    query = select(WINDOWS.c.request_id, WINDOWS.c.due_by).where(_owed(tenant), WINDOWS.c.due_by < today)
    with engine.connect() as connection:
        return [(row.request_id, row.due_by) for row in connection.execute(query)]


def counted_in_working_days(engine: Engine, tenant: str) -> Sequence[tuple[str, str]]:
    """Requests whose last day depends on a calendar, each with the version it was counted with."""
    depends = and_(WINDOWS.c.unit == "working_day", WINDOWS.c.due_by.is_not(None))
    query = select(WINDOWS.c.request_id, WINDOWS.c.calendar_version).where(_owed(tenant), depends)
    with engine.connect() as connection:
        return [(row.request_id, row.calendar_version) for row in connection.execute(query)]


def owed_units(engine: Engine, tenant: str) -> dict[str, str]:
    """Request -> what its window counts in, as long as a reply is owed."""
    query = select(WINDOWS.c.request_id, WINDOWS.c.unit).where(WINDOWS.c.tenant == tenant, WINDOWS.c.owed.is_(True))
    with engine.connect() as connection:
        return {row.request_id: row.unit for row in connection.execute(query)}


def _owed(tenant: str) -> Any:
    return and_(WINDOWS.c.tenant == tenant, WINDOWS.c.owed.is_(True), WINDOWS.c.breached.is_(False))


WINDOWS_VIEW = View(name="windows", tables=(WINDOWS,), apply=fill)
