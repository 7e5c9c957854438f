"""What notifications says in public: what became of each message."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from shared.contracts.envelope import contract


@contract("notifications.notification_sent.v1")
class NotificationSent:
    """Handed to the provider."""

    notification_id: str
    source_event_id: UUID
    channel: str
    at: datetime


@contract("notifications.notification_delivered.v1")
class NotificationDelivered:
    """It has arrived, or was handed over with proof."""

    notification_id: str
    source_event_id: UUID
    channel: str
    at: datetime


@contract("notifications.notification_failed.v1")
class NotificationFailed:
    """One attempt has failed."""

    notification_id: str
    source_event_id: UUID
    channel: str
    at: datetime


@contract("notifications.notification_abandoned.v1")
class NotificationAbandoned:
    """Every permitted way has failed; what it announced is owed again."""

    notification_id: str
    source_event_id: UUID
    purpose: str
    request_id: str | None


@contract("notifications.personal_data_destruction_confirmed.v1")
class PersonalDataDestructionConfirmed:
    """Nothing about the subject can be read in this service any more, and nothing is sent to him."""

    order_id: str
    subject_id: str
