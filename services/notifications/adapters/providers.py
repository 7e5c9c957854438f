"""Which provider carries what, as the settings say."""

from __future__ import annotations

from collections.abc import Mapping

from services.notifications.adapters.outbox import FileOutbox
from services.notifications.adapters.sender import Sender
from services.notifications.adapters.sms import SmsSender
from services.notifications.adapters.smtp import smtp_sender
from shared.settings import Settings

Providers = Mapping[str, Sender]


def providers(settings: Settings) -> Providers:
    """Means -> sender; what has no provider goes to a folder."""
    outbox = FileOutbox(folder=settings.data / "outbox")
    return {
        "email": smtp_sender(settings.smtp) if settings.smtp else outbox,
        "text_message": SmsSender(url=settings.sms_gateway) if settings.sms_gateway else outbox,
    }
