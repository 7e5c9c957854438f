"""Read models of notifications: each message with where it stands. Recipients are opaque references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Float, Integer, MetaData, String, Table, select

from services.notifications.domain import events as happened
from shared.followers import Rows, View, ViewStore
from shared.store.log import Recorded

NOTIFICATIONS = Table(
    "notifications",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("notification_id", String, primary_key=True),
    Column("case_id", String),
    Column("request_id", String),
    Column("recipient_id", String, nullable=False),
    Column("addressee_id", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("template_code", String, nullable=False),
    Column("number", String),
    Column("stage", String, nullable=False),
    Column("channel", String),
    Column("cause", String),
    Column("attempt", Integer, nullable=False),
    Column("next_at", Float),
    Column("requested_at", String, nullable=False),
    Column("position", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message, to whom it is addressed, where it stands; position: of its request in the log."""

    notification_id: str
    addressee_id: str
    stage: str
    position: int


def fill(messages: Rows, row: Recorded, event: Any) -> None:
    if isinstance(event, happened.NotificationRequested):
        messages.add(NOTIFICATIONS, **_requested(row, event))
    elif isinstance(event, happened.DestructionConfirmed):
        messages.remove_all(NOTIFICATIONS, recipient_id=event.subject_id)
    elif changes := _changes(event):
        messages.change(NOTIFICATIONS, {"notification_id": event.notification_id}, **changes)


def _requested(row: Recorded, event: happened.NotificationRequested) -> dict[str, Any]:
    same = (
        *("notification_id", "case_id", "request_id", "recipient_id", "addressee_id"),
        *("purpose", "template_code"),
    )
    return {name: getattr(event, name) for name in same} | {
        "number": event.params.get("number"),
        "stage": "requested",
        "channel": event.ways[0].channel if event.ways else None,
        "attempt": 0,
        "requested_at": row.occurred_at.isoformat(),
        "position": row.position,
    }


def _changes(event: Any) -> dict[str, Any]:
    match event:
        case happened.NotificationRendered(channel=channel, means=means):
            return {"stage": "awaiting_staff" if means == "manual" else "rendered", "channel": channel}
        case happened.SendAttemptStarted(attempt=attempt):
            return {"stage": "sending", "attempt": attempt, "next_at": None}
        case happened.NotificationRetryScheduled(attempt=attempt, next_at=next_at):
            return {"stage": "waiting", "attempt": attempt, "next_at": next_at.timestamp()}
        case happened.NotificationFellBack(to_channel=channel):
            return {"stage": "requested", "channel": channel, "next_at": None}
        case happened.NotificationSuppressed(cause=cause):
            return {"stage": "suppressed", "cause": cause}
        case happened.NotificationFailed(provider_status=status):
            return {"cause": status}
        case happened.NotificationSent():
            return {"stage": "sent"}
        case happened.NotificationDelivered():
            return {"stage": "delivered"}
        case happened.NotificationAbandoned():
            return {"stage": "abandoned"}
    return {}


def rows(views: ViewStore, tenant: str, *conditions: Any) -> Sequence[Any]:
    """The tenant's messages that fulfil the conditions, oldest first."""
    wanted = select(NOTIFICATIONS).where(NOTIFICATIONS.c.tenant == tenant, *conditions)
    with views.engine.connect() as connection:
        return connection.execute(wanted.order_by(NOTIFICATIONS.c.position)).mappings().all()


def told_to(views: ViewStore, tenant: str, recipient_id: str) -> tuple[Told, ...]:
    """Everything one recipient was, or is still to be, told."""
    his = rows(views, tenant, NOTIFICATIONS.c.recipient_id == recipient_id)
    return tuple(Told(**{field.name: row[field.name] for field in fields(Told)}) for row in his)


def due_again(views: ViewStore, tenant: str, now: datetime) -> tuple[tuple[str, int], ...]:
    """(notification id, attempt) of what is to be tried again by now."""
    due = (NOTIFICATIONS.c.stage == "waiting") & (NOTIFICATIONS.c.next_at <= now.timestamp())
    return tuple((row["notification_id"], row["attempt"]) for row in rows(views, tenant, due))


VIEWS = (View(name="notifications", tables=(NOTIFICATIONS,), apply=fill),)
