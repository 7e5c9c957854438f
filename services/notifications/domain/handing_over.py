"""What staff do by hand: letters, calls, faxes, visits, with proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import refusals
from services.notifications.domain.notification import Notification
from services.notifications.domain.sending import arrived, failed

if TYPE_CHECKING:
    from shared.application.situation import Situation


def record_manual_delivery(
    command: asked.RecordManualDelivery, notification: Notification, situation: Situation
) -> tuple[Any, ...]:
    _is_with_staff(notification)
    way = notification.present_way
    refusals.other_channel.unless(way is not None and way.channel == command.channel, channel=way and way.channel)
    refusals.other_recipient.unless(command.recipient_id == notification.recipient_id)
    refusals.proof_missing.unless(bool(command.proof.strip()))
    refusals.delivered_in_future.unless(command.delivered_on <= situation.today)
    recorded = happened.ManualDeliveryRecorded(
        notification_id=command.notification_id,
        channel=command.channel,
        proof=situation.refs["proof"],
        delivered_by=situation.actor.ref,
        delivered_on=command.delivered_on,
    )
    return (recorded, arrived(notification, "handed_over", situation))


def record_manual_failure(
    command: asked.RecordManualFailure, notification: Notification, situation: Situation
) -> tuple[Any, ...]:
    _is_with_staff(notification)
    return failed(notification, command.reason_code, situation, permanent=True)


def _is_with_staff(notification: Notification) -> None:
    refusals.not_awaiting_staff.unless(notification.stage == "awaiting_staff")
