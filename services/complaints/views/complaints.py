"""The list of complaints: how far each one is, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Engine, MetaData, String, Table, select

from services.complaints.domain.events import ComplaintAcknowledged, ComplaintAssessed, ComplaintReceived
from shared.followers import Rows, View
from shared.store.log import Recorded

COMPLAINTS = Table(
    "complaints",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("complaint_id", String, primary_key=True),
    Column("number", String, nullable=False),
    Column("type", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("received_on", String, nullable=False),
    Column("owner", String),
)


def fill(rows: Rows, recorded: Recorded, event: Any) -> None:
    """One row a complaint."""
    id_ = recorded.stream.removeprefix("complaint-")
    match event:
        case ComplaintReceived():
            rows.add(
                COMPLAINTS,
                complaint_id=id_,
                number=event.number,
                type=event.type,
                channel=event.channel,
                stage="received",
                received_on=event.received_on.isoformat(),
            )
        case ComplaintAcknowledged():
            rows.change(COMPLAINTS, {"complaint_id": id_}, stage="acknowledged")
        case ComplaintAssessed():
            rows.change(COMPLAINTS, {"complaint_id": id_}, stage="assessed", owner=event.owner)


def listed(engine: Engine, tenant: str, stage: str | None) -> Sequence[dict[str, Any]]:
    """A tenant's complaints, oldest first."""
    query = (
        select(*(column for column in COMPLAINTS.c if column.name != "tenant"))
        .where(COMPLAINTS.c.tenant == tenant)
        .order_by(COMPLAINTS.c.number)
    )
    if stage:
        query = query.where(COMPLAINTS.c.stage == stage)
    with engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(query)]


COMPLAINTS_VIEW = View(name="complaints", tables=(COMPLAINTS,), apply=fill)
