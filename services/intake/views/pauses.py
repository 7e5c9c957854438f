"""Requests whose last day waits for an answer: the clock stands still since the day of the question."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, Date, Engine, MetaData, String, Table, select

from services.intake.domain.events import reply
from services.intake.domain.events import request as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

PAUSES = Table(
    "pauses",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("request_id", String, primary_key=True),
    Column("asked_on", Date),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """A row for each window that questions can stop; asked_on while they do."""
    key = {"request_id": id_of(row)}
    match event:
        case events.ResponseWindowSet(pauses_for_information=True):
            rows.add(PAUSES, **key, asked_on=None)
        case reply.InformationAskedInReview(asked_on=date() as day):
            found = rows.find(PAUSES, **key)
            # A second question does not begin the wait anew.
            if found is not None and found["asked_on"] is None:
                rows.change(PAUSES, key, asked_on=day)
        case events.InformationSupplied(in_review=True) | reply.ReviewDecisionReceived():
            rows.change(PAUSES, key, asked_on=None)
        case reply.SupportRequestWithdrawn() | reply.SupportRequestReopened():
            rows.remove(PAUSES, **key)


def paused_since(engine: Engine, tenant: str) -> dict[str, date]:
    """Request -> the day of the question it waits for."""
    query = select(PAUSES).where(PAUSES.c.tenant == tenant, PAUSES.c.asked_on.is_not(None))
    with engine.connect() as connection:
        return {row.request_id: row.asked_on for row in connection.execute(query)}


PAUSES_VIEW = View(name="pauses", tables=(PAUSES,), apply=fill)
