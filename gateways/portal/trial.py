"""Messages kept in a folder where no provider is connected: said plainly, so that nobody takes them for sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gateways.portal.looks import Pair

TRIAL = "outbox"
"""The provider that writes a message into a folder where none is connected."""
TITLES: Mapping[str, Pair] = {
    "SendAttemptStarted": ("بدأ حفظ الإشعار في القناة التجريبية", "Keeping in the trial channel begun"),
    "NotificationSent": (
        "حُفظ الإشعار في القناة التجريبية، ولم يُرسل إلى أحد",
        "Notification kept in the trial channel, sent to nobody",
    ),
}
"""What the steps of such a message are called, by the kind of their event."""
ON_TRIAL = TITLES["NotificationSent"]


def is_trial(type_: str, facts: Mapping[str, Any]) -> bool:
    """Whether this event says that its message went no further than the folder."""
    return type_ == "NotificationSent" and facts.get("provider") == TRIAL


def on_trial(events: Iterable[tuple[str, Mapping[str, Any]]]) -> frozenset[str]:
    """The ids of the messages that were kept there; events: kind and content of each."""
    return frozenset(facts["notification_id"] for type_, facts in events if is_trial(type_, facts))
