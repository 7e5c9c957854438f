"""Handing a message to a provider, and what follows when that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import policy
from services.notifications.domain.notification import Notification

if TYPE_CHECKING:
    from shared.application.situation import Situation

Facts = tuple[Any, ...]


def send_notification(command: asked.SendNotification, notification: Notification, _situation: Situation) -> Facts:
    way = notification.present_way
    due = notification.stage in ("rendered", "waiting") and command.attempt == notification.attempt + 1
    if not due or way is None:
        return ()
    return (
        happened.SendAttemptStarted(
            notification_id=command.notification_id, attempt=command.attempt, channel=way.channel, means=way.means
        ),
    )


def record_sent(command: asked.RecordSent, notification: Notification, situation: Situation) -> Facts:
    way = notification.present_way
    if notification.stage != "sending" or notification.attempt != command.attempt or way is None:
        return ()
    source = notification.source_event_id
    assert source is not None
    sent = happened.NotificationSent(
        notification_id=command.notification_id,
        source_event_id=source,
        channel=way.channel,
        attempt=command.attempt,
        provider=command.provider,
        provider_message_id=command.provider_message_id,
        at=situation.now,
    )
    return (sent, arrived(notification, "in_inbox", situation)) if way.means == "inbox" else (sent,)


def record_failure(command: asked.RecordFailure, notification: Notification, situation: Situation) -> Facts:
    if notification.stage != "sending" or notification.attempt != command.attempt:
        return ()
    return failed(notification, command.provider_status, situation, permanent=command.permanent)


def record_delivery_report(
    command: asked.RecordDeliveryReport, notification: Notification, situation: Situation
) -> Facts:
    if notification.stage != "sent":
        return ()
    if command.delivered:
        return (arrived(notification, command.provider_status, situation),)
    return failed(notification, command.provider_status, situation, permanent=True)


def failed(notification: Notification, status: str, situation: Situation, *, permanent: bool) -> Facts:
    """It has not reached him, and what is done about it."""
    way, source = notification.present_way, notification.source_event_id
    assert way is not None
    assert source is not None
    failure = happened.NotificationFailed(
        notification_id=notification.notification_id,
        source_event_id=source,
        channel=way.channel,
        attempt=notification.attempt,
        provider_status=status,
        at=situation.now,
    )
    return (failure, _after_failure(notification, situation, permanent=permanent))


def arrived(notification: Notification, status: str, situation: Situation) -> happened.NotificationDelivered:
    """It has reached him over its present way."""
    way, source = notification.present_way, notification.source_event_id
    assert way is not None
    assert source is not None
    return happened.NotificationDelivered(
        notification_id=notification.notification_id,
        source_event_id=source,
        channel=way.channel,
        provider_status=status,
        at=situation.now,
    )


def _after_failure(notification: Notification, situation: Situation, *, permanent: bool) -> Any:
    """Try again, take the next way, or give up."""
    pause = None if permanent else policy.pause_after(notification.failures + 1)
    if pause is not None:
        return happened.NotificationRetryScheduled(
            notification_id=notification.notification_id,
            attempt=notification.attempt + 1,
            next_at=situation.now + pause,
        )
    way, following = notification.present_way, notification.next_way
    if way is None or following is None:
        return abandoned(notification)
    return happened.NotificationFellBack(
        notification_id=notification.notification_id, from_channel=way.channel, to_channel=following.channel
    )


def abandoned(notification: Notification) -> happened.NotificationAbandoned:
    """It will not reach anybody; what it announced is owed again."""
    assert notification.source_event_id is not None
    return happened.NotificationAbandoned(
        notification_id=notification.notification_id,
        source_event_id=notification.source_event_id,
        purpose=notification.purpose,
        request_id=notification.request_id,
    )
