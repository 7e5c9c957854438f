"""How messages, tasks of staff, wishes and templates are read."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from services.notifications.adapters.templates import built_in_template
from services.notifications.application.aggregates import NOTIFICATION, RECIPIENT, TEMPLATE
from services.notifications.domain.commands import Rendered, Texts
from services.notifications.domain.notification import Notification
from services.notifications.domain.recipient import Recipient
from services.notifications.domain.template import Template, in_force
from services.notifications.views import NOTIFICATIONS, rows
from shared.application.desk import Desk
from shared.application.work import no_such
from shared.domain.messages import message
from shared.domain.refusals import NotFound

THEMSELVES = frozenset({"beneficiary", "guardian"})


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


@message
class ReadPreference:
    """What a recipient wants."""

    beneficiary_id: str


@message
class Preference:
    """stopped: purposes he does not want; consents: those that need his consent and have it."""

    channel_code: str | None
    language: str
    consents: tuple[str, ...]
    stopped: tuple[str, ...]


@message
class ReadTemplate:
    """The wording of a message that is in force."""

    template_code: str


@message
class TemplateRead:
    """version 0: the platform's wording, not used yet."""

    template_code: str
    version: int
    sha256: str
    by_association: bool
    ar: Texts
    en: Texts


def list_manual_tasks(query: ListManualTasks, desk: Desk) -> NotificationRows:
    waiting = NOTIFICATIONS.c.stage == "awaiting_staff"
    wanted = waiting if query.channel is None else waiting & (NOTIFICATIONS.c.channel == query.channel)
    return _listed(desk, wanted)


def list_notifications(query: ListNotifications, desk: Desk) -> NotificationRows:
    return _listed(desk, NOTIFICATIONS.c.case_id == query.case_id)


def read_notification(query: ReadNotification, desk: Desk) -> NotificationRead:
    notification: Notification = desk.load(NOTIFICATION, query.notification_id)
    if desk.actor.roles <= THEMSELVES and desk.actor.ref not in (notification.recipient_id, notification.addressee_id):
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


def read_inbox(_query: ReadInbox, desk: Desk) -> Inbox:
    mine = (desk.actor.ref, *(f"role:{role}" for role in desk.actor.roles))
    arrived = (NOTIFICATIONS.c.stage == "delivered") & (NOTIFICATIONS.c.channel == "website")
    found = rows(desk.infrastructure.views, desk.actor.tenant, arrived & NOTIFICATIONS.c.addressee_id.in_(mine))
    messages = (_inbox_message(desk, row) for row in found)
    return Inbox(messages=tuple(each for each in messages if each is not None))


def read_preference(query: ReadPreference, desk: Desk) -> Preference:
    recipient: Recipient = desk.load(RECIPIENT, query.beneficiary_id)
    if desk.actor.roles <= THEMSELVES and desk.actor.ref not in (query.beneficiary_id, recipient.recipient_id):
        raise no_such(RECIPIENT)
    return Preference(**{field.name: getattr(recipient, field.name) for field in fields(Preference)})


def read_template(query: ReadTemplate, desk: Desk) -> TemplateRead:
    platform = built_in_template(query.template_code)
    try:
        used: Template = desk.load(TEMPLATE, query.template_code)
    except NotFound:
        used = TEMPLATE.initial
    template = in_force(used, platform)
    told = {field.name: getattr(template, field.name) for field in fields(TemplateRead)}
    return TemplateRead(**told | {"version": used.version if template != used else template.version})


def _listed(desk: Desk, *conditions: Any) -> NotificationRows:
    found = rows(desk.infrastructure.views, desk.actor.tenant, *conditions)
    return NotificationRows(notifications=tuple(_row(row) for row in found))


def _row(row: Any) -> NotificationRow:
    told = {field.name: row[field.name] for field in fields(NotificationRow)}
    return NotificationRow(**told | {"requested_at": datetime.fromisoformat(row["requested_at"])})


def _inbox_message(desk: Desk, row: Any) -> InboxMessage | None:
    notification: Notification = desk.load(NOTIFICATION, row["notification_id"])
    words = _words(desk, notification)
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
