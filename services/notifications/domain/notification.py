"""A notification: one message to one recipient for one cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from services.notifications.domain import events as happened
from services.notifications.domain.events import Way
from shared.domain.sealed import ContentRef

Stage = Literal[
    "requested", "rendered", "awaiting_staff", "sending", "waiting", "sent", "delivered", "suppressed", "abandoned"
]
ENDED: frozenset[Stage | None] = frozenset({"delivered", "suppressed", "abandoned"})

NOT_ON_ITS_WAY: frozenset[Stage | None] = frozenset({"requested", "rendered", "awaiting_staff", "waiting"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """way: index into `ways`; attempt: the last one begun; failures: over the present way."""

    stage: Stage | None = None
    notification_id: str = ""
    source_event_id: UUID | None = None
    purpose: str = ""
    template_code: str = ""
    locale: str = "ar"
    recipient_id: str = ""
    addressee_id: str = ""
    case_id: str | None = None
    request_id: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    ways: tuple[Way, ...] = ()
    way: int = 0
    attempt: int = 0
    failures: int = 0
    next_at: datetime | None = None
    content: ContentRef | None = None
    template_version: int | None = None
    cause: str | None = None

    @property
    def present_way(self) -> Way | None:
        """The way it is going now."""
        return self.ways[self.way] if self.way < len(self.ways) else None

    @property
    def next_way(self) -> Way | None:
        """The way it would fall back to."""
        return self.ways[self.way + 1] if self.way + 1 < len(self.ways) else None


def evolve(notification: Notification, event: Any) -> Notification:
    """The notification after one more fact."""
    match event:
        case happened.NotificationRequested():
            return _requested(event)
        case happened.NotificationSuppressed(cause=cause):
            return replace(notification, stage="suppressed", cause=cause)
        case happened.NotificationRendered(content=content, template_version=version, means=means):
            stage: Stage = "awaiting_staff" if means == "manual" else "rendered"
            return replace(notification, stage=stage, content=content, template_version=version)
        case happened.SendAttemptStarted(attempt=attempt):
            return replace(notification, stage="sending", attempt=attempt, next_at=None)
    return _sent_or_not(notification, event)


def _sent_or_not(notification: Notification, event: Any) -> Notification:
    match event:
        case happened.NotificationSent():
            return replace(notification, stage="sent")
        case happened.NotificationDelivered():
            return replace(notification, stage="delivered")
        case happened.NotificationFailed():
            return replace(notification, failures=notification.failures + 1)
        case happened.NotificationRetryScheduled(next_at=next_at):
            return replace(notification, stage="waiting", next_at=next_at)
        case happened.NotificationFellBack():
            return replace(notification, stage="requested", way=notification.way + 1, failures=0, next_at=None)
        case happened.NotificationAbandoned():
            return replace(notification, stage="abandoned")
    return notification


def _requested(event: happened.NotificationRequested) -> Notification:
    return Notification(
        stage="requested",
        notification_id=event.notification_id,
        source_event_id=event.source_event_id,
        purpose=event.purpose,
        template_code=event.template_code,
        locale=event.locale,
        recipient_id=event.recipient_id,
        addressee_id=event.addressee_id,
        case_id=event.case_id,
        request_id=event.request_id,
        params=event.params,
        ways=event.ways,
    )
