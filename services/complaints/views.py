"""Read models: which fact fills which row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Date, Engine, Integer, MetaData, String, Table, select

from services.complaints.domain.events import (
    ComplaintAcknowledged,
    ComplaintAssessed,
    ComplaintReceived,
    LegalHoldPlaced,
    LegalHoldReleased,
)
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

HOLDS = Table(
    "legal_holds",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("hold_id", String, primary_key=True),
    Column("subject_id", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("placed_on", Date, nullable=False),
    Column("complaint_id", String),
    Column("position", Integer, nullable=False),
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
    columns = [column for column in COMPLAINTS.c if column.name != "tenant"]
    query = select(*columns).where(COMPLAINTS.c.tenant == tenant).order_by(COMPLAINTS.c.number)
    if stage:
        query = query.where(COMPLAINTS.c.stage == stage)
    with engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(query)]


def fill_holds(rows: Rows, recorded: Recorded, event: Any) -> None:
    """A row while a hold stands."""
    match event:
        case LegalHoldPlaced():
            names = ("hold_id", "subject_id", "basis", "placed_on", "complaint_id")
            rows.add(HOLDS, position=recorded.position, **{name: getattr(event, name) for name in names})
        case LegalHoldReleased(hold_id=hold_id):
            rows.remove(HOLDS, hold_id=hold_id)


def standing_holds(engine: Engine, tenant: str, subject_id: str | None) -> Sequence[Any]:
    """The holds that stand, oldest first."""
    query = select(HOLDS).where(HOLDS.c.tenant == tenant).order_by(HOLDS.c.position)
    if subject_id is not None:
        query = query.where(HOLDS.c.subject_id == subject_id)
    with engine.connect() as connection:
        return connection.execute(query).mappings().all()


VIEWS = (
    View(name="complaints", tables=(COMPLAINTS,), apply=fill),
    View(name="legal_holds", tables=(HOLDS,), apply=fill_holds),
)
