"""The legal holds that stand, by reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Date, Engine, Integer, MetaData, String, Table, select

from services.complaints.domain.events import LegalHoldPlaced, LegalHoldReleased
from shared.followers import Rows, View
from shared.store.log import Recorded

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


HOLDS_VIEW = View(name="legal_holds", tables=(HOLDS,), apply=fill)
