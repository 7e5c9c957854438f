"""The things with a life of their own in this service, and where their streams lie."""

from __future__ import annotations

from typing import Any

from services.notifications.domain import audience, notification, recipient, template
from services.notifications.domain import events as happened
from shared.application.aggregate import Aggregate


def _is_confirmed(confirmed: bool, event: Any) -> bool:
    return confirmed or isinstance(event, happened.DestructionConfirmed)


NOTIFICATION = Aggregate(
    kind="notification",
    noun=("notification", "إشعار"),
    evolve=notification.evolve,
    initial=notification.Notification(),
    case=lambda _id, state: state.case_id,
)
RECIPIENT = Aggregate(
    kind="recipient", noun=("recipient", "مستلم"), evolve=recipient.evolve, initial=recipient.Recipient()
)
TEMPLATE = Aggregate(
    kind="template",
    noun=("message template", "نص رسالة"),
    evolve=template.evolve,
    initial=template.Template(),
    case=lambda _id, _state: None,
)
DESTRUCTION = Aggregate(
    kind="destruction", noun=("order of destruction", "أمر إتلاف"), evolve=_is_confirmed, initial=False
)

AUDIENCE = Aggregate(
    kind="audience",
    noun=("audience", "مشتركون"),
    evolve=audience.evolve,
    initial=frozenset(),
    case=lambda _id, _state: None,
    cached=True,
)
ANNOUNCEMENT = Aggregate(
    kind="announcement", noun=("announcement", "إعلان"), evolve=lambda _announced, _event: True, initial=False
)

AGGREGATES = (NOTIFICATION, RECIPIENT, TEMPLATE, DESTRUCTION, AUDIENCE, ANNOUNCEMENT)
