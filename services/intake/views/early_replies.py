"""Requests whose reply may go out before its first day, because somebody allowed it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Engine, MetaData, String, Table, select

from services.intake.domain.events import reply
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

EARLY_REPLIES = Table(
    "early_replies",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("request_id", String, primary_key=True),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """A row from the leave until the request begins anew."""
    match event:
        case reply.EarlyReplyAuthorized():
            rows.put(EARLY_REPLIES, request_id=id_of(row))
        case reply.SupportRequestReopened():
            rows.remove(EARLY_REPLIES, request_id=id_of(row))


def may_be_early(engine: Engine, tenant: str) -> frozenset[str]:
    """The requests with such a leave."""
    query = select(EARLY_REPLIES.c.request_id).where(EARLY_REPLIES.c.tenant == tenant)
    with engine.connect() as connection:
        return frozenset(connection.execute(query).scalars())


EARLY_REPLIES_VIEW = View(name="early_replies", tables=(EARLY_REPLIES,), apply=fill)
