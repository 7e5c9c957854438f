"""What is under way at the counter: visits not ended, questions not answered, and channels that were refused."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Integer, MetaData, String, Table

from services.intake.domain.events import reception as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

_TABLES = MetaData()
RECEPTIONS = Table(
    "open_receptions",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("reception_id", String, primary_key=True),
    Column("channel", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("request_id", String),
)
INQUIRIES = Table(
    "unanswered_inquiries",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("inquiry_id", String, primary_key=True),
    Column("topic_code", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("routed_to", String),
)
CHANNEL_REFUSALS = Table(
    "channel_refusals",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("case_id", String),
    Column("channel", String, nullable=False),
    Column("attempted", String, nullable=False),
    Column("refused_at", String, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """Rows come with what begins and go with what ends."""
    id_ = id_of(row)
    match event:
        case events.VisitorReceived(channel=channel, request_id=request_id):
            started = event.started_at.isoformat()
            rows.add(
                RECEPTIONS,
                reception_id=id_,
                channel=channel,
                started_at=started,
                request_id=request_id,
            )
        case events.ReceptionEnded():
            rows.remove(RECEPTIONS, reception_id=id_)
        case events.InquiryReceived():
            asked(rows, row, event)
        case events.InquiryReferred(referred_to=whom):
            rows.change(INQUIRIES, {"inquiry_id": id_}, routed_to=whom)
        case events.InquiryAnswered():
            rows.remove(INQUIRIES, inquiry_id=id_)
        case events.ChannelRefused():
            refused(rows, row, event)


def asked(rows: Rows, row: Recorded, event: events.InquiryReceived) -> None:
    """A question waits."""
    rows.add(
        INQUIRIES,
        inquiry_id=id_of(row),
        topic_code=event.topic_code,
        channel=event.channel,
        received_on=event.received_on,
        routed_to=event.routed_to,
    )


def refused(rows: Rows, row: Recorded, event: events.ChannelRefused) -> None:
    """An attempt over a channel the association does not have."""
    rows.add(
        CHANNEL_REFUSALS,
        position=row.position,
        case_id=row.case_id,
        channel=event.channel,
        attempted=event.attempted,
        refused_at=row.occurred_at.isoformat(),
    )


COUNTER_VIEW = View(name="counter", tables=(RECEPTIONS, INQUIRIES, CHANNEL_REFUSALS), apply=fill)
