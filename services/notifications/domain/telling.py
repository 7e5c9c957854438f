"""Asking for a message, writing it, sending it, and what follows when that fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import policy
from services.notifications.domain.notification import ENDED, Notification
from services.notifications.domain.recipient import Recipient

if TYPE_CHECKING:
    from shared.application.situation import Situation

Facts = tuple[Any, ...]


def request_notification(
    command: asked.RequestNotification, notification: Notification, recipient: Recipient, situation: Situation
) -> Facts:
    if notification.stage is not None:
        return ()
    permitted = _permitted(situation)
    ways = policy.plan(command.purpose, command.channel, recipient, permitted)
    requested = happened.NotificationRequested(
        notification_id=command.notification_id,
        source_event_id=command.source_event_id,
        purpose=command.purpose,
        template_code=command.template_code,
        locale=recipient.language,
        recipient_id=command.recipient_id,
        addressee_id=recipient.recipient_id or command.recipient_id,
        case_id=command.case_id,
        request_id=command.request_id,
        dedupe_key=command.dedupe_key,
        params=command.params,
        ways=ways,
    )
    return (requested, *_not_told(command, recipient, ways))


def render_notification(command: asked.RenderNotification, notification: Notification, situation: Situation) -> Facts:
    way = notification.present_way
    if notification.stage != "requested" or way is None:
        return ()
    return (
        happened.NotificationRendered(
            notification_id=command.notification_id,
            channel=way.channel,
            means=way.means,
            content=situation.refs["content"],
            template_code=command.template_code,
            template_version=command.template_version,
            template_sha256=command.template_sha256,
        ),
    )


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


def suppress_notification(
    command: asked.SuppressNotification, notification: Notification, _situation: Situation
) -> Facts:
    if notification.stage in ENDED:
        return ()
    return (happened.NotificationSuppressed(notification_id=command.notification_id, cause="subject_destroyed"),)


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
        return _abandoned(notification)
    return happened.NotificationFellBack(
        notification_id=notification.notification_id, from_channel=way.channel, to_channel=following.channel
    )


def _abandoned(notification: Notification) -> happened.NotificationAbandoned:
    assert notification.source_event_id is not None
    return happened.NotificationAbandoned(
        notification_id=notification.notification_id,
        source_event_id=notification.source_event_id,
        purpose=notification.purpose,
        request_id=notification.request_id,
    )


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


def _not_told(command: asked.RequestNotification, recipient: Recipient, ways: tuple[Any, ...]) -> Iterator[Any]:
    """Why nothing will be sent, if so. A reply that no permitted way can carry is owed again, not merely left out."""
    id_ = command.notification_id
    cause = policy.suppression(command.purpose, recipient)
    if cause is not None:
        yield happened.NotificationSuppressed(notification_id=id_, cause=cause)
    elif not ways and command.purpose in policy.CANNOT_BE_STOPPED:
        yield happened.NotificationAbandoned(
            notification_id=id_,
            source_event_id=command.source_event_id,
            purpose=command.purpose,
            request_id=command.request_id,
        )
    elif not ways:
        yield happened.NotificationSuppressed(notification_id=id_, cause="channel_not_permitted")


def _permitted(situation: Situation) -> frozenset[str]:
    """The channels of the association now; none where it has no policy in force."""
    in_force = situation.rules.policy()
    return frozenset(situation.rules.channels(in_force)) if in_force else frozenset()
