"""Read models: which fact fills which row; none says whom an invitation went to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, Column, Engine, MetaData, Select, String, Table, select

from services.surveys.domain.events import (
    InvitationDeclined,
    RespondentInvited,
    SurveyCampaignClosed,
    SurveyCampaignDesigned,
    SurveyCampaignOpened,
)
from shared.followers import Rows, View
from shared.store.log import Recorded

TABLES = MetaData()
INVITATIONS = Table(
    "invitations",
    TABLES,
    Column("tenant", String, primary_key=True),
    Column("invitation_id", String, primary_key=True),
    Column("case_id", String, nullable=False, index=True),
    Column("stage_code", String, nullable=False),
    Column("status", String, nullable=False),
    Column("invited_on", String, nullable=False),
)
CAMPAIGNS = Table(
    "campaigns",
    TABLES,
    Column("tenant", String, primary_key=True),
    Column("campaign_id", String, primary_key=True),
    Column("method", String, nullable=False),
    Column("method_stated", Boolean),
    Column("questionnaire_version", String, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("status", String, nullable=False),
    Column("recurrence", String),
    Column("opens_on", String),
    Column("closes_on", String),
)


def fill_invitations(rows: Rows, recorded: Recorded, event: Any) -> None:
    """One row an invitation."""
    id_ = recorded.stream.removeprefix("invitation-")
    match event:
        case RespondentInvited():
            rows.add(
                INVITATIONS,
                invitation_id=id_,
                case_id=event.case_id,
                stage_code=event.stage_code,
                status="open",
                invited_on=event.invited_on.isoformat(),
            )
        case InvitationDeclined():
            rows.change(INVITATIONS, {"invitation_id": id_}, status="declined")


def fill_campaigns(rows: Rows, recorded: Recorded, event: Any) -> None:
    """One row a campaign."""
    id_ = recorded.stream.removeprefix("campaign-")
    key = {"campaign_id": id_}
    match event:
        case SurveyCampaignDesigned():
            rows.add(
                CAMPAIGNS,
                campaign_id=id_,
                method=event.method,
                questionnaire_version=event.questionnaire_version,
                anonymous=event.anonymous,
                status="designed",
                recurrence=event.recurrence,
            )
        case SurveyCampaignOpened():
            closes_on = event.closes_on.isoformat() if event.closes_on else None
            opens_on = event.opens_on.isoformat()
            stated = event.method_stated
            rows.change(CAMPAIGNS, key, status="open", method_stated=stated, opens_on=opens_on, closes_on=closes_on)
        case SurveyCampaignClosed():
            rows.change(CAMPAIGNS, key, status="closed", closes_on=event.closed_on.isoformat())


def invited(engine: Engine, tenant: str, *, case_id: str | None, status: str | None) -> Sequence[dict[str, Any]]:
    """A tenant's invitations, of one case or all."""
    table = INVITATIONS.c
    query = _rows(INVITATIONS, tenant).order_by(table.invited_on, table.case_id, table.stage_code)
    if case_id:
        query = query.where(table.case_id == case_id)
    if status:
        query = query.where(table.status == status)
    return _read(engine, query)


def campaigns(engine: Engine, tenant: str) -> Sequence[dict[str, Any]]:
    """A tenant's campaigns."""
    return _read(engine, _rows(CAMPAIGNS, tenant).order_by(CAMPAIGNS.c.campaign_id))


def _rows(table: Table, tenant: str) -> Select[Any]:
    return select(*(column for column in table.c if column.name != "tenant")).where(table.c.tenant == tenant)


def _read(engine: Engine, query: Select[Any]) -> Sequence[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(query)]


VIEWS = (
    View(name="invitations", tables=(INVITATIONS,), apply=fill_invitations),
    View(name="campaigns", tables=(CAMPAIGNS,), apply=fill_campaigns),
)
