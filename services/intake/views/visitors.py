"""Who the visitors are whose visits have not ended, by reference, as far as somebody has said so."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, String, Table

from services.intake.domain.events import reception as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

VISITORS = Table(
    "open_visitors",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("reception_id", String, primary_key=True),
    Column("beneficiary_id", String),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """A row comes with the visit and goes with it; who the visitor is may be said in between."""
    match event:
        case events.VisitorReceived(beneficiary_id=who):
            rows.add(VISITORS, reception_id=id_of(row), beneficiary_id=who)
        case events.VisitorRecognised(beneficiary_id=who):
            rows.change(VISITORS, {"reception_id": id_of(row)}, beneficiary_id=who)
        case events.ReceptionEnded():
            rows.remove(VISITORS, reception_id=id_of(row))


VISITORS_VIEW = View(name="visitors", tables=(VISITORS,), apply=fill)
