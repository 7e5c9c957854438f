"""What is due to data subjects and beneficiaries: data rights, entitlements and destruction orders under way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Engine, MetaData, String, Table, and_, select

from services.intake.domain.events import case_file
from services.intake.domain.events import rights as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

_TABLES = MetaData()
DATA_RIGHTS = Table(
    "open_data_rights",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("data_right_id", String, primary_key=True),
    Column("right", String, nullable=False),
    Column("due_on", Date, nullable=False),
)
ENTITLEMENTS = Table(
    "open_entitlements",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("entitlement_id", String, primary_key=True),
    Column("request_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("due_on", Date, nullable=False),
)
DESTRUCTIONS = Table(
    "destructions_under_way",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("order_id", String, primary_key=True),
    Column("subject_id", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("ordered_on", Date, nullable=False),
    Column("in_vault", Boolean, nullable=False),
    Column("late", Boolean, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """Rows come with what is asked and go with what is done."""
    id_ = id_of(row)
    match event:
        case events.DataRightRequested(right=right, due_on=due_on):
            rows.add(DATA_RIGHTS, data_right_id=id_, right=right, due_on=due_on)
        case events.DataRightExtended(due_on=due_on):
            rows.change(DATA_RIGHTS, {"data_right_id": id_}, due_on=due_on)
        case events.DataRightFulfilled() | events.DataRightRefused():
            rows.remove(DATA_RIGHTS, data_right_id=id_)
        case case_file.EntitlementGranted(request_id=request_id, kind=kind, due_on=due_on):
            rows.add(ENTITLEMENTS, entitlement_id=id_, request_id=request_id, kind=kind, due_on=due_on)
        case case_file.EntitlementPerformed():
            rows.remove(ENTITLEMENTS, entitlement_id=id_)
        case events.PersonalDataDestructionOrdered(subject_id=whose, scope=scope, ordered_on=day):
            listed = " ".join(scope)
            rows.add(
                DESTRUCTIONS,
                order_id=id_,
                subject_id=whose,
                scope=listed,
                ordered_on=day,
                in_vault=True,
                late=False,
            )
        case events.DestructionConfirmed(service="intake"):
            rows.change(DESTRUCTIONS, {"order_id": id_}, in_vault=False)
        case events.DestructionLate():
            rows.change(DESTRUCTIONS, {"order_id": id_}, late=True)
        case events.PersonalDataDestroyed():
            rows.remove(DESTRUCTIONS, order_id=id_)


def to_destroy(engine: Engine, tenant: str) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    """Orders the vault has not carried out yet: order, subject, scope."""
    query = select(DESTRUCTIONS).where(DESTRUCTIONS.c.tenant == tenant, DESTRUCTIONS.c.in_vault.is_(True))
    with engine.connect() as connection:
        return [(row.order_id, row.subject_id, tuple(row.scope.split())) for row in connection.execute(query)]


def unconfirmed(engine: Engine, tenant: str, before: date) -> Sequence[str]:
    """Orders of before a day that somebody has not confirmed, and that no alarm was raised about."""
    early = and_(DESTRUCTIONS.c.ordered_on < before, DESTRUCTIONS.c.late.is_(False))
    query = select(DESTRUCTIONS.c.order_id).where(DESTRUCTIONS.c.tenant == tenant, early)
    with engine.connect() as connection:
        return [row.order_id for row in connection.execute(query)]


RIGHTS_VIEW = View(name="rights", tables=(DATA_RIGHTS, ENTITLEMENTS, DESTRUCTIONS), apply=fill)
