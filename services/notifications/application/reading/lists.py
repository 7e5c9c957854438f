"""How messages are listed, without their words."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from services.notifications.views import NOTIFICATIONS, rows
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListManualTasks:
    """The messages that wait for staff to hand them over, oldest first; of one channel, or all."""

    channel: str | None = None


@message
class ListNotifications:
    """What was told in a case, oldest first."""

    case_id: str


@message
class NotificationRow:
    """A message in a list, without its words. cause: why it was suppressed, or failed last."""

    notification_id: str
    case_id: str | None
    request_id: str | None
    recipient_id: str
    addressee_id: str
    purpose: str
    template_code: str
    number: str | None
    stage: str
    channel: str | None
    cause: str | None
    attempt: int
    requested_at: datetime


@message
class NotificationRows:
    """The list."""

    notifications: tuple[NotificationRow, ...]


def list_manual_tasks(query: ListManualTasks, desk: Desk) -> NotificationRows:
    waiting = NOTIFICATIONS.c.stage == "awaiting_staff"
    wanted = waiting if query.channel is None else waiting & (NOTIFICATIONS.c.channel == query.channel)
    return _listed(desk, wanted)


def list_notifications(query: ListNotifications, desk: Desk) -> NotificationRows:
    return _listed(desk, NOTIFICATIONS.c.case_id == query.case_id)


def _listed(desk: Desk, *conditions: Any) -> NotificationRows:
    found = rows(desk.infrastructure.views, desk.actor.tenant, *conditions)
    return NotificationRows(notifications=tuple(_row(row) for row in found))


def _row(row: Any) -> NotificationRow:
    told = {field.name: row[field.name] for field in fields(NotificationRow)}
    return NotificationRow(**told | {"requested_at": datetime.fromisoformat(row["requested_at"])})
