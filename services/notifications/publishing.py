"""What notifications says in public: what became of each message, never what it said or to whom."""

from __future__ import annotations

from typing import Any

from services.notifications.domain import events as happened
from shared.contracts import notifications as said
from shared.store.log import Recorded


def publish(event: Any, _row: Recorded) -> Any | None:
    """The contract an event becomes."""
    match event:
        case happened.NotificationSent():
            return _same(said.NotificationSent, event)
        case happened.NotificationDelivered():
            return _same(said.NotificationDelivered, event)
        case happened.NotificationFailed():
            return _same(said.NotificationFailed, event)
        case happened.NotificationAbandoned():
            return _same(said.NotificationAbandoned, event)
        case happened.DestructionConfirmed():
            return _same(said.PersonalDataDestructionConfirmed, event)
    return None


def _same(contract: type[Any], event: Any) -> Any:
    """Contracts that say some of an event's fields under the same names."""
    return contract(**{name: getattr(event, name) for name in contract.__slots__})
