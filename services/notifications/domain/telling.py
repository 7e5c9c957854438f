"""Asking for a message, writing it, and when nobody is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import policy
from services.notifications.domain.notification import ENDED, NOT_ON_ITS_WAY, Notification
from services.notifications.domain.recipient import Recipient
from services.notifications.domain.sending import abandoned

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


def suppress_notification(
    command: asked.SuppressNotification, notification: Notification, _situation: Situation
) -> Facts:
    if notification.stage in ENDED:
        return ()
    return (happened.NotificationSuppressed(notification_id=command.notification_id, cause="subject_destroyed"),)


def withhold_notification(
    command: asked.WithholdNotification, notification: Notification, _situation: Situation
) -> Facts:
    """Not to a former guardian any more. A reply that has not gone out is owed again, to whom it then concerns."""
    if notification.stage not in NOT_ON_ITS_WAY:
        return ()
    if notification.purpose in policy.CANNOT_BE_STOPPED:
        return (abandoned(notification),)
    return (happened.NotificationSuppressed(notification_id=command.notification_id, cause="guardianship_ended"),)


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
