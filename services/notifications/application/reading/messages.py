"""How a message is read, with its words opened from the vault."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.notifications.application.aggregates import NOTIFICATION, RECIPIENT
from services.notifications.domain.commands import Rendered
from services.notifications.domain.notification import Notification
from services.notifications.domain.recipient import Recipient
from services.notifications.views import NOTIFICATIONS, rows
from shared.application.desk import Desk
from shared.application.streams import no_such
from shared.domain.messages import message
from shared.domain.refusals import NotFound

THEMSELVES = frozenset({"beneficiary", "guardian"})


@message
class ReadNotification:
    """One message with its words."""

    notification_id: str


@message
class NotificationRead:
    """subject and body are None before they are written, and once the recipient's data are destroyed."""

    notification_id: str
    case_id: str | None
    recipient_id: str
    purpose: str
    template_code: str
    stage: str
    channel: str | None
    attempt: int
    next_at: datetime | None
    subject: str | None
    body: str | None


@message
class ReadInbox:
    """What I was told in the portal, oldest first."""


@message
class InboxMessage:
    """One of them."""

    notification_id: str
    case_id: str | None
    purpose: str
    received_at: datetime
    subject: str
    body: str


@message
class Inbox:
    """All of them."""

    messages: tuple[InboxMessage, ...]


def read_notification(query: ReadNotification, desk: Desk) -> NotificationRead:
    notification: Notification = desk.load(NOTIFICATION, query.notification_id)
    if desk.actor.roles <= THEMSELVES and desk.actor.ref not in readers(desk, notification):
        raise no_such(NOTIFICATION)
    words = _words(desk, notification)
    same = ("notification_id", "case_id", "recipient_id", "purpose", "template_code", "attempt", "next_at")
    return NotificationRead(
        stage=str(notification.stage),
        channel=notification.present_way.channel if notification.present_way else None,
        subject=words.subject if words else None,
        body=words.body if words else None,
        **{name: getattr(notification, name) for name in same},
    )


def readers(desk: Desk, notification: Notification) -> frozenset[str]:
    """Whom it concerns: the recipient, and whom it was addressed to unless he has ceased to act for him."""
    told, addressee = notification.recipient_id, notification.addressee_id
    if addressee == told:
        return frozenset({told})
    recipient: Recipient = desk.load(RECIPIENT, told)
    return frozenset({told, addressee} - set(recipient.former))


def read_inbox(_query: ReadInbox, desk: Desk) -> Inbox:
    mine = (desk.actor.ref, *(f"role:{role}" for role in desk.actor.roles))
    arrived = (NOTIFICATIONS.c.stage == "delivered") & (NOTIFICATIONS.c.channel == "website")
    found = rows(desk.infrastructure.views, desk.actor.tenant, arrived & NOTIFICATIONS.c.addressee_id.in_(mine))
    messages = (_inbox_message(desk, row) for row in found)
    return Inbox(messages=tuple(each for each in messages if each is not None))


def _inbox_message(desk: Desk, row: Any) -> InboxMessage | None:
    notification: Notification = desk.load(NOTIFICATION, row["notification_id"])
    words = _words(desk, notification) if notification.addressee_id in readers(desk, notification) else None
    if words is None:
        return None
    return InboxMessage(
        notification_id=notification.notification_id,
        case_id=notification.case_id,
        purpose=notification.purpose,
        received_at=datetime.fromisoformat(row["requested_at"]),
        subject=words.subject,
        body=words.body,
    )


def _words(desk: Desk, notification: Notification) -> Rendered | None:
    if notification.content is None:
        return None
    try:
        return desk.open(notification.content, Rendered, reason="reading a notification", case_id=notification.case_id)
    except NotFound:
        return None
