"""What can have happened to a message, from its cause to its words."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from services.notifications.domain.commands import Texts
from shared.domain.messages import fact, message
from shared.domain.sealed import ContentRef


@message
class Way:
    """How a message goes: the policy's channel, and by what means: email, text_message, inbox or manual."""

    channel: str
    means: str


@fact(en="Notification requested", ar="طُلب إشعار", clause="contact_channel")
class NotificationRequested:
    """ways: the plan, the agreed channel first. addressee_id: who is told, the recipient himself or his guardian."""

    notification_id: str
    source_event_id: UUID
    purpose: str
    template_code: str
    locale: str
    recipient_id: str
    addressee_id: str
    case_id: str | None
    request_id: str | None
    dedupe_key: str
    params: Mapping[str, str]
    ways: tuple[Way, ...]


@fact(en="Notification suppressed", ar="حُجب إشعار", clause="contact_channel")
class NotificationSuppressed:
    """cause: no_consent, opted_out, channel_not_permitted, subject_destroyed or guardianship_ended."""

    notification_id: str
    cause: str


@fact(en="Notification written", ar="صيغ نص الإشعار", clause="contact_channel")
class NotificationRendered:
    """template_sha256: of the wording used; the text itself is sealed."""

    notification_id: str
    channel: str
    means: str
    content: ContentRef
    template_code: str
    template_version: int
    template_sha256: str


@fact(en="Message template published", ar="نُشر نص رسالة")
class MessageTemplatePublished:
    """version counts what was in force here; by_association: its own wording instead of the platform's."""

    template_code: str
    version: int
    body_sha256: str
    ar: Texts
    en: Texts
    by_association: bool
